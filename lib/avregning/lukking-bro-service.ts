import type { AvregningInn } from '#lib/avregning/domain/avregning-inn.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { type Brodeler, type Brolinje, lukkebro, samleBro } from '#lib/avregning/domain/lukkebro.ts';
import { sakFor } from '#lib/avregning/domain/lukkesak.ts';
import { finnBokforteNokler, finnGrunnlag, finnLukketrader, finnLukkinger } from '#lib/avregning/lukking-repo.ts';
import { delSak, hentLagretSak, hentSakNa, tolkSak } from '#lib/avregning/lukking-sak-service.ts';
import { type Bro, brogrunner, type Broenhet, type Broledd, type Brorad, type Brovedtak } from '#lib/avregning/lukking-view.ts';
import { finnVedtakIder } from '#lib/avregning/tavle-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

export type Brovalg = { readonly enhetId: number; readonly ordningId: number; readonly komponent: string };
export const BROVEDTAK_VIST = 200;

type Funnet = { readonly linjer: readonly Brolinje[]; readonly bokfortOre: number };

/** The bridge of one closing: scheme by scheme, the stored case against the case of now, for the units that rest on it. */
async function broForLukking(tx: Tx, maned: Maned, na: AvregningInn | null, lukking: { id: number; sisteAvregningId: number }, enheter: readonly number[], koder: ReadonlySet<string>): Promise<Funnet | null> {
  const meldt = await finnBokforteNokler(tx, maned, enheter, lukking.sisteAvregningId);
  const naBokfort = await finnBokforteNokler(tx, maned, enheter, null);
  const naDeler = new Map((na ? await delSak(tx, na, enheter) : []).map((d) => [d.ordning, d.inn]));
  const lagret = new Map((await finnGrunnlag(tx, [lukking.id])).map((g) => [g.ordning, g.ordningId]));
  const linjer: Brolinje[] = [];
  for (const ordning of new Set([...lagret.keys(), ...naDeler.keys()])) {
    const ordningId = lagret.get(ordning);
    const sak = ordningId === undefined ? null : await hentLagretSak(tx, lukking.id, ordningId);
    const da = sak ? sakFor(tolkSak(sak.tekst), ordning, koder) : null;
    const etter = naDeler.get(ordning) ?? null;
    const ene = da ?? etter;
    if (!ene) continue;
    const tom: AvregningInn = { ...ene, ordninger: [], manuelle: [] };
    const svar = lukkebro(da ?? tom, etter ?? tom, new Map([...meldt].filter(([, l]) => l.ordning === ordning)));
    if (!svar.ok) return null;
    linjer.push(...svar.verdi);
  }
  const sum = (m: typeof meldt): number => [...m.values()].reduce((s, l) => s + l.belopOre, 0);
  return { linjer, bokfortOre: sum(naBokfort) - sum(meldt) };
}

async function finnBro(tx: Tx, maned: Maned): Promise<Funnet | 'STOPPET' | null> {
  const rader = await finnLukketrader(tx, maned);
  if (rader.length === 0) return null;
  const lukkinger = new Map((await finnLukkinger(tx, maned)).map((l) => [l.id, l]));
  const koder = new Map((await finnEnheter(tx)).map((e) => [e.id, e.kode]));
  const na = await hentSakNa(tx, maned);
  const linjer: Brolinje[] = [];
  let bokfortOre = 0;
  for (const [lukkingId, egne] of Map.groupBy(rader, (r) => r.lukkingId)) {
    const lukking = lukkinger.get(lukkingId);
    if (!lukking) continue;
    const enheter = egne.map((r) => r.enhetId);
    const bro = await broForLukking(tx, maned, na, lukking, enheter, new Set(enheter.flatMap((e) => koder.get(e) ?? [])));
    if (!bro) return 'STOPPET';
    linjer.push(...bro.linjer);
    bokfortOre += bro.bokfortOre;
  }
  return { linjer, bokfortOre };
}

/** Registrations are counted once a vedtak, however many components it has. */
function tellinger(linjer: readonly Brolinje[]): Brodeler {
  const perVedtak = new Map(linjer.map((l) => [JSON.stringify([l.enhet, l.vedtak]), l.antall]));
  const sum: Record<string, number> = {};
  for (const antall of perVedtak.values()) for (const [grunn, n] of Object.entries(antall)) sum[grunn] = (sum[grunn] ?? 0) + n;
  return sum;
}

function rad(s: { meldtOre: number; naOre: number; deler: Brodeler; linjer: readonly Brolinje[] }): Brorad {
  return { meldtOre: s.meldtOre, naOre: s.naOre, grunner: brogrunner(s.deler, tellinger(s.linjer)) };
}

/**
 * What a closed month was reported as, what it is known to be now, and why: per unit and component, summing to the øre.
 * Facts are gathered for the whole kommune; the page shows vedtak only to those who may trace an amount.
 *
 * @returns null where the month has no closing; `STOPPET` where a price is missing now
 */
export async function hentBro(hvem: Utforende, maned: Maned, valg: Brovalg | null, sprak: Sprak): Promise<{ bro: Bro; vedtak: readonly Brovedtak[]; antall: number } | 'STOPPET' | null> {
  return lesStabilt(system(hvem.kommuneId), async (tx) => {
    const funnet = await finnBro(tx, maned);
    if (funnet === null || funnet === 'STOPPET') return funnet;
    const bok = await finnOrdningsbok(tx);
    const ordninger = new Map(bok.ordninger.map((o) => [o.kode, o]));
    const enhetsrader = new Map((await finnEnheter(tx)).map((e) => [e.kode, e]));
    const enheter = [...samleBro(funnet.linjer, (l) => l.enhet)].map(([kode, sum]): Broenhet => {
      const ledd = [...samleBro(sum.linjer, (l) => JSON.stringify([l.ordning, l.komponent])).values()].flatMap((del): Broledd[] => {
        const [forste] = del.linjer;
        const ordning = forste ? ordninger.get(forste.ordning) : undefined;
        if (!forste || !ordning) return [];
        return [{ ...rad(del), ordningId: ordning.id, ordning: ordning.navn, komponent: forste.komponent, ledd: leddnavn(bok, ordning.id, forste.komponent, sprak) ?? forste.komponent }];
      });
      return { ...rad(sum), enhetId: enhetsrader.get(kode)?.id ?? 0, enhet: enhetsrader.get(kode)?.navn ?? kode, ledd };
    });
    const hele = [...samleBro(funnet.linjer, () => 'alle').values()][0] ?? { meldtOre: 0, naOre: 0, deler: {}, linjer: [] };
    const bro: Bro = { ...rad(hele), maned, bokfortOre: funnet.bokfortOre, enheter: enheter.toSorted((a, b) => a.enhet.localeCompare(b.enhet, 'nb')) };
    const i = (l: Brolinje) => enhetsrader.get(l.enhet)?.id === valg?.enhetId && ordninger.get(l.ordning)?.id === valg?.ordningId && l.komponent === valg?.komponent;
    const ulike = valg ? funnet.linjer.filter((l) => i(l) && l.meldtOre !== l.naOre) : [];
    const ider = await finnVedtakIder(tx, ulike.flatMap((l) => l.vedtak ?? []));
    const vedtak = ulike
      .map((l): Brovedtak => ({ ...(valg ?? { enhetId: 0, ordningId: 0, komponent: '' }), meldtOre: l.meldtOre, naOre: l.naOre, grunner: brogrunner(l.deler, l.antall), nummer: l.vedtak, vedtakId: l.vedtak === null ? null : (ider.get(l.vedtak) ?? null) }))
      .toSorted((a, b) => Math.abs(b.naOre - b.meldtOre) - Math.abs(a.naOre - a.meldtOre));
    return { bro, antall: vedtak.length, vedtak: vedtak.slice(0, BROVEDTAK_VIST) };
  });
}
