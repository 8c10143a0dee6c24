import { formatKroner, formatProsent } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { kanGodkjennes, kanSendes, sammenlignVist, TOMT_VIST } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Grunnlagsendring } from '#lib/stykkpris/domain/prisforslag.ts';
import { innforPris, prisensSlutt } from '#lib/stykkpris/domain/innfor-pris.ts';
import { prosent } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import { avsluttPris, erstattPris, finnMalform, finnPrisbok, lasPriser, nyePrisider, settInnPris } from '#lib/stykkpris/prisbok-repo.ts';
import type { Nypris } from '#lib/stykkpris/prisbok-repo.ts';
import type { Forslagsrad, Prisbokrad } from '#lib/stykkpris/prisbok-view.ts';
import {
  endreUtkast, finnForslag, finnNyesteForslag, finnSendte, harSendt, harUtkast, lasForslag, lasOrdning, nyttUtkast, settAvgjort, settSendt, settTilbake,
} from '#lib/stykkpris/prisforslag-repo.ts';
import type { Forslagsnokkel } from '#lib/stykkpris/prisforslag-repo.ts';
import { hentStandardvalg, hentVerksted } from '#lib/stykkpris/verksted-service.ts';
import { valgtUtfall } from '#lib/stykkpris/verksted-view.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A refusal as the pipeline words it. */
type Nei = { readonly grunn: string; readonly verdier?: Readonly<Record<string, string | number>> };
export type Lagret = { readonly id: number; readonly versjon: number };
/** A proposal seen with the figures of now. */
export type Forslagsbilde = { readonly forslag: Forslagsrad | null; readonly bilde: Verkstedbilde; readonly endringer: readonly Grunnlagsendring[] };

async function medTall(tx: Tx, forslag: Forslagsrad, sprak: Sprak): Promise<Forslagsbilde | null> {
  const bilde = await hentVerksted(tx, { ...forslag, sprak }, forslag.valg);
  if (!bilde) return null;
  return { forslag, bilde, endringer: forslag.status === 'SENDT' && forslag.vist ? sammenlignVist(forslag.vist, bilde.vist ?? TOMT_VIST) : [] };
}

/** The workshop: the draft or the newest proposal's choices, or what one starts from. Null when the scheme is not there. */
export async function hentForslagsverksted(tx: Tx, nokkel: Forslagsnokkel, sprak: Sprak): Promise<Forslagsbilde | null> {
  const forslag = await finnNyesteForslag(tx, nokkel);
  if (forslag) return medTall(tx, forslag, sprak);
  const valg = await hentStandardvalg(tx, nokkel);
  const bilde = valg ? await hentVerksted(tx, { ...nokkel, sprak }, valg) : null;
  return bilde ? { forslag: null, bilde, endringer: [] } : null;
}

/** One proposal with the figures of now beside what was shown when it was sent. */
export async function hentForslag(tx: Tx, id: number, sprak: Sprak): Promise<Forslagsbilde | null> {
  const forslag = await finnForslag(tx, id);
  return forslag ? medTall(tx, forslag, sprak) : null;
}

/** Saves the draft as its next version; `versjon` is the one that was seen (0: none). Nothing of somebody else's is overwritten. */
export async function lagrePrisforslag(tx: Tx, nokkel: Forslagsnokkel, versjon: number, valg: Prisvalg): Promise<Result<Lagret & { readonly lagret: number }, Nei>> {
  await lasOrdning(tx, nokkel.ordningId);
  if ((await hentStandardvalg(tx, nokkel)) === null) return nei({ grunn: 'UKJENT_ORDNING' });
  const siste = await finnNyesteForslag(tx, nokkel);
  const utkast = siste?.status === 'UTKAST' ? siste : null;
  if (siste?.status === 'SENDT') return nei({ grunn: 'VENTER_PA_GODKJENNING' });
  if ((utkast?.versjon ?? 0) !== versjon) return nei({ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: utkast?.endretAvNavn ?? '' } });
  const lagret = utkast ? await endreUtkast(tx, utkast.id, versjon, valg) : await nyttUtkast(tx, nokkel, valg);
  return lagret ? ok({ ...lagret, lagret: naa().getTime() }) : nei({ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: '' } });
}

/** Sends a draft to the approver with everything it shows; refused while a deduction is unanswered. */
export async function sendPrisforslag(tx: Tx, id: number, versjon: number, sprak: Sprak): Promise<Result<Lagret, Nei>> {
  // The scheme before the proposal, as saving does: two that wait for each other would never end.
  await lasOrdning(tx, (await finnForslag(tx, id))?.ordningId ?? 0);
  const forslag = await lasForslag(tx, id);
  if (!forslag) return nei({ grunn: 'FINNES_IKKE' });
  if (forslag.versjon !== versjon) return nei({ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: forslag.endretAvNavn ?? '' } });
  if (await harSendt(tx, forslag.ordningId)) return nei({ grunn: 'ANNET_FORSLAG_VENTER' });
  const bilde = await hentVerksted(tx, { ...forslag, sprak }, forslag.valg);
  const utfall = bilde ? valgtUtfall(bilde) : undefined;
  if (!bilde?.vist || !utfall) return nei({ grunn: utfall && !utfall.svar.ok ? utfall.svar.feil.grunn : 'FINNES_IKKE' });
  const kan = kanSendes(forslag.status, bilde.kostnad, utfall.svar);
  if (!kan.ok) return nei({ grunn: kan.feil.grunn, verdier: { antall: kan.feil.antall ?? 0 } });
  if ((await settSendt(tx, id, versjon, bilde.vist)) === 0) return nei({ grunn: 'IKKE_UTKAST' });
  await loggfor(tx, { handling: 'SEND_PRISFORSLAG', objektType: 'prisforslag', objektId: id, grunn: `${forslag.ordning} ${forslag.ar}` });
  return ok({ id, versjon });
}

/** Takes a sent proposal back to a draft, to be worked on again. */
export async function trekkPrisforslag(tx: Tx, id: number): Promise<Result<Lagret, Nei>> {
  const forslag = await lasForslag(tx, id);
  if (!forslag || forslag.status !== 'SENDT') return nei({ grunn: 'IKKE_SENDT' });
  if (await harUtkast(tx, forslag)) return nei({ grunn: 'UTKAST_FINNES' });
  await settTilbake(tx, id);
  await loggfor(tx, { handling: 'TREKK_PRISFORSLAG', objektType: 'prisforslag', objektId: id });
  return ok({ id, versjon: forslag.versjon });
}

/** Turns a sent proposal down, with the reason. */
export async function avvisPrisforslag(tx: Tx, id: number, versjon: number, grunn: string): Promise<Result<Lagret, Nei>> {
  const forslag = await lasForslag(tx, id);
  if (!forslag || forslag.status !== 'SENDT' || forslag.versjon !== versjon) return nei({ grunn: 'IKKE_SENDT' });
  await settAvgjort(tx, id, versjon, 'AVVIST', grunn);
  await loggfor(tx, { handling: 'AVVIS_PRISFORSLAG', objektType: 'prisforslag', objektId: id, grunn });
  return ok({ id, versjon });
}

function endringenSagt(e: Grunnlagsendring, bilde: Verkstedbilde): Nei {
  const kr = (belop: number | null) => (belop === null ? '–' : formatKroner(ore(belop)));
  const navn = (kode: string) => bilde.komponenter.find((k) => k.kode === kode)?.navn ?? kode;
  const enhet = (kode: string) => bilde.enheter.find((x) => x.kode === kode)?.navn ?? kode;
  switch (e.type) {
    case 'PRIS':
    case 'DAGENS_PRIS':
      return { grunn: `ENDRET_${e.type}`, verdier: { hva: navn(e.komponent), gruppe: e.gruppe, vist: kr(e.vistOre), na: kr(e.naOre) } };
    case 'KOSTNAD':
      return { grunn: 'ENDRET_KOSTNAD', verdier: { hva: enhet(e.enhet), vist: kr(e.vistOre), na: kr(e.naOre) } };
    case 'VOLUM':
      return { grunn: 'ENDRET_VOLUM', verdier: { hva: `${enhet(e.enhet)}, ${navn(e.komponent)}`, vist: e.vist ?? '–', na: e.na ?? '–' } };
  }
}

const VIS_ENDRINGER = 5;

/** Approves: recalculates, compares with what was shown, and puts the prices in force as new rows. */
export async function godkjennPrisforslag(tx: Tx, id: number, versjon: number, sprak: Sprak): Promise<Result<Lagret & { readonly antallPriser: number }, readonly Nei[]>> {
  const forslag = await lasForslag(tx, id);
  if (!forslag || forslag.versjon !== versjon) return nei([{ grunn: 'IKKE_SENDT' }]);
  const kan = kanGodkjennes(forslag, tx.hvem.kontoId ?? 0);
  if (!kan.ok) return nei([kan.feil]);
  await lasPriser(tx, forslag.ordningId);
  const sett = await medTall(tx, forslag, sprak);
  if (!sett?.bilde.vist) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (sett.endringer.length > 0) return nei(sett.endringer.slice(0, VIS_ENDRINGER).map((e) => endringenSagt(e, sett.bilde)));
  const antallPriser = await innfor(tx, forslag, sett.bilde);
  if ((await settAvgjort(tx, id, versjon, 'GODKJENT', null)) === 0) return nei([{ grunn: 'IKKE_SENDT' }]);
  await loggfor(tx, { handling: 'GODKJENN_PRISFORSLAG', objektType: 'prisforslag', objektId: id, grunn: `${forslag.ordning} ${forslag.ar}` });
  return ok({ id, versjon, antallPriser });
}

const REGELORD = {
  nb: { SELVREGULERENDE: 'Selvregulerende', KOSTNADSVEKST: 'Kostnadsvekst', BESTE_PRAKSIS: 'Beste praksis' },
  nn: { SELVREGULERENDE: 'Sjølvregulerande', KOSTNADSVEKST: 'Kostnadsvekst', BESTE_PRAKSIS: 'Beste praksis' },
} as const;

/** What a price rests on, in the municipality's written language: it is kept with the price. */
function grunnlagstekst(valg: Prisvalg, malform: 'nb' | 'nn'): string {
  const kvantil = valg.regel === 'BESTE_PRAKSIS' ? ` (kvantil ${formatProsent(prosent(valg.kvantil), 0)})` : '';
  return `${REGELORD[malform][valg.regel]}${kvantil}, ${manedOgAr(valg.grunnlagFom)} – ${manedOgAr(valg.grunnlagTom)}, + ${formatProsent(prosent(valg.kostnadsvekst))}`;
}

/** The proposal's prices as rows: the old ones end or point at what took their place; none is changed. */
async function innfor(tx: Tx, forslag: Forslagsrad, bilde: Verkstedbilde): Promise<number> {
  const alle = (await finnPrisbok(tx, forslag.ordningId)).filter((p) => p.erstattetAv === null);
  const grunnlag = grunnlagstekst(forslag.valg, await finnMalform(tx));
  const felles = { ordningId: forslag.ordningId, foreslattAv: forslag.foreslattAv ?? forslag.endretAv };
  let antall = 0;
  for (const pris of bilde.vist?.priser ?? []) {
    const rader = alle.filter((p) => p.komponent === pris.komponent && p.gruppe === pris.gruppe && p.niva === pris.niva);
    const rom = { fomManed: forslag.fraManed, tomManed: prisensSlutt(forslag.slag, forslag.fraManed, rader) };
    const iKraft = rader.find((p) => p.fomManed <= rom.fomManed && (p.tomManed === null || p.tomManed >= rom.fomManed));
    const status = statusFor(forslag, iKraft);
    if (iKraft?.ore === pris.ore && iKraft.status === status && iKraft.tomManed === rom.tomManed) continue;
    const endring = innforPris(rader, rom);
    const [nyId = 0, ...resten] = await nyePrisider(tx, 1 + endring.viderefor.length);
    for (const a of endring.avslutt) await avsluttPris(tx, a.id, a.tomManed);
    for (const e of endring.erstatt) await erstattPris(tx, e, nyId);
    const nokkel = { ...felles, komponent: pris.komponent, gruppe: pris.gruppe, niva: pris.niva };
    const nye: Nypris[] = [
      { ...nokkel, ...rom, id: nyId, ore: pris.ore, status, grunnlag },
      ...endring.viderefor.map((v, nr) => ({ ...nokkel, ...v, id: resten[nr] ?? 0 })),
    ];
    for (const ny of nye) await settInnPris(tx, ny, forslag.id);
    antall += 1;
  }
  return antall;
}

/** A revision does not make a price less final than it was. */
function statusFor(forslag: Forslagsrad, iKraft: Prisbokrad | undefined): 'FORELOPIG' | 'ENDELIG' {
  if (forslag.slag === 'ENDELIG') return 'ENDELIG';
  return forslag.slag === 'REVISJON' && iKraft?.status === 'ENDELIG' ? 'ENDELIG' : 'FORELOPIG';
}

/** Every proposal that waits for the approver. */
export async function ventendePriser(tx: Tx): Promise<Ventende[]> {
  return (await finnSendte(tx)).map((f) => ({
    slag: 'PRIS',
    id: f.id,
    gjelder: `${f.ordning}, ${f.ar}`,
    belopOre: null,
    foreslattAv: f.foreslattAv,
    foreslatt: (f.foreslatt ?? f.endret).toISOString(),
    href: `/priser/forslag/${f.id}`,
    kommando: 'GODKJENN_PRIS',
  }));
}
