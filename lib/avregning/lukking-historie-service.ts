import { hentKorreksjonsfrist } from '#lib/avregning/korreksjonsfrist-service.ts';
import { type Lukkeregel, type Regelstand, stoppere, VALGFRIE_REGLER } from '#lib/avregning/domain/lukkeregler.ts';
import { finnGrunnlag, finnLukkedeEnheter, finnLukketrader, finnLukkinger, finnManedensEnheter } from '#lib/avregning/lukking-repo.ts';
import { hentGjenapner, hentGjenapninger } from '#lib/avregning/lukking-gjenapning-service.ts';
import { hentHindringer, hentLukkevalg } from '#lib/avregning/lukking-regler-service.ts';
import { type Lukkelinje, tidspunkt } from '#lib/avregning/lukking-view.ts';
import { type Maned, manedFor } from '#lib/core/maned.ts';
import { finnEnheter, finnManedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

/** The newest closing of a month, and which of its units are open again until when; null where it was never closed. */
export async function hentLukkelinje(tx: Tx, maned: Maned): Promise<Lukkelinje | null> {
  const [siste] = await finnLukkinger(tx, maned);
  if (!siste) return null;
  const navn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const tid = naa();
  const apne = (await finnLukketrader(tx, maned)).flatMap((r) => (r.gjenapnetTil !== null && r.gjenapnetTil > tid ? [{ enhet: navn.get(r.enhetId) ?? '', til: tidspunkt(r.gjenapnetTil) }] : []));
  return { nummer: siste.nummer, tid: tidspunkt(siste.lukket), av: siste.av, apne };
}

/** What the page of closing shows: the units with what hinders each, the closings with their bases, the reopenings. */
export async function hentLukkeside(hvem: Utforende, maned: Maned) {
  const stand = maned < manedFor(iDag()) ? await hentHindringer(hvem, maned) : [];
  return lesKommune(hvem, (tx) => lukkesiden(tx, maned, stand));
}

async function lukkesiden(tx: Tx, maned: Maned, alleRegler: readonly Regelstand[]) {
  const status = (await finnManedstatus(tx)).get(maned) ?? 'APEN';
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const navn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const alle = await finnManedensEnheter(tx, maned);
  const kanLukkes = status !== 'APEN' && maned < manedFor(iDag());
  const stand = kanLukkes && alle.some((e) => !lukkede.has(e)) ? alleRegler : [];
  const lukkinger = await finnLukkinger(tx, maned);
  const grunnlag = await finnGrunnlag(tx, lukkinger.map((l) => l.id));
  return {
    status,
    kanLukkes,
    enheter: alle
      .map((id) => ({ id, navn: navn.get(id) ?? String(id), lukket: lukkede.has(id), hindrer: stoppere(stand, new Set([id])).map((r): Lukkeregel => r.regel) }))
      .toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb')),
    varsler: stand.filter((r) => r.alvor === 'varsel').map(({ regel, antall }) => ({ regel, antall })),
    lukkinger: lukkinger.map((l) => ({
      id: l.id,
      nummer: l.nummer,
      tid: tidspunkt(l.lukket),
      av: l.av,
      belopOre: l.belopOre,
      enheter: l.enheter.map((id) => navn.get(id) ?? String(id)),
      alle: alle.every((id) => l.enheter.includes(id)),
      varsler: l.varsler,
      grunnlag: grunnlag.filter((g) => g.lukkingId === l.id).map(({ ordning, sha256, tegn, belopOre }) => ({ ordning, sha256, tegn, belopOre })),
    })),
    gjenapninger: await hentGjenapninger(tx, maned),
    gjenapner: await hentGjenapner(tx),
  };
}
export type LukkesideView = Awaited<ReturnType<typeof hentLukkeside>>;

/** The rules that the municipality decides on, as they stand for a month. */
export async function hentRegelside(tx: Tx, maned: Maned) {
  const valg = await hentLukkevalg(tx, maned);
  return { regler: VALGFRIE_REGLER.map((regel) => ({ regel, valg: valg[regel] })), gjenapner: await hentGjenapner(tx), frist: await hentKorreksjonsfrist(tx) };
}
