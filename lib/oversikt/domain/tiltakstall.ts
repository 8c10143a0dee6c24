import { maSkjermes } from '#lib/avvik/domain/skjerming.ts';
import { avrundTilTall, type Brok, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Tiltak, Tiltaksrad, Tiltaksregning } from './tiltak.ts';
import { bunter, celleAv, omLag, type Perperson, samlet } from './tiltaksskjerming.ts';

/** A part of a measure. Whole øre, − is less cost; minutes a week, − is less help. */
export type Tiltaksdel = { readonly koder: readonly string[]; readonly navn: string; readonly mottakere: number; readonly vedtak: number; readonly minutterPerUke: number; readonly arsluttOre: number; readonly tolvOre: number };

/** What a measure means: to the year end of the forecast, and in the twelve months from its start. The months sum to the twelve. */
export type Tiltakstall = Omit<Tiltaksdel, 'koder' | 'navn'> & {
  readonly maneder: readonly { readonly maned: Maned; readonly ore: number }[];
  /** of the twelve months */
  readonly tildelingOre: number;
  readonly prisOre: number;
  readonly storsteOre: number;
  readonly utenPris: number;
  readonly utenMengde: number;
  readonly tjenester: readonly Tiltaksdel[];
  /** the price's part by unit */
  readonly enheter: readonly Tiltaksdel[];
};

/** What new recipients are counted under: they have no service of their own. */
export const NYE = 'NYE';

const personen = (rad: Tiltaksrad, nr: number): string => rad.vedtak?.pseudonym ?? `ny ${nr}`;
const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);
const iManed = (rad: Tiltaksrad, i: number): number => (rad.tildelingPerManed[i] ?? 0) + (rad.prisPerManed[i] ?? 0);

type Nummerert = { readonly rad: Tiltaksrad; readonly hvem: string };

function del(koder: readonly string[], rader: readonly Nummerert[], maneder: readonly Maned[], slutt: Maned, belop = iManed): Tiltaksdel {
  return {
    koder, navn: '',
    mottakere: new Set(rader.map((r) => r.hvem)).size,
    vedtak: new Set(rader.flatMap((r) => r.rad.vedtak?.vedtakId ?? [])).size,
    minutterPerUke: avrundTilTall(rader.reduce((a: Brok, r) => pluss(a, r.rad.minutterPerUke), NULL_BROK)),
    arsluttOre: sum(rader.flatMap((r) => maneder.map((m, i) => (m <= slutt ? belop(r.rad, i) : 0)))),
    tolvOre: sum(rader.flatMap((r) => maneder.map((_, i) => belop(r.rad, i)))),
  };
}

/** Sums per person of each code. */
function perKode(rader: readonly Nummerert[], kode: (rad: Tiltaksrad) => string): Map<string, Perperson> {
  return new Map([...Map.groupBy(rader, (r) => kode(r.rad))].map(([k, egne]) => [k, samlet(egne.map((r) => new Map([[r.hvem, r.rad.ore]])))]));
}

function deler(rader: readonly Nummerert[], kode: (rad: Tiltaksrad) => string, samle: boolean, lag: (koder: readonly string[], egne: readonly Nummerert[]) => Tiltaksdel): Tiltaksdel[] {
  const grunnlag = perKode(rader, kode);
  const grupper = samle ? bunter(grunnlag) : [...grunnlag.keys()].map((k) => [k]);
  return grupper.map((koder) => lag(koder, rader.filter((r) => koder.includes(kode(r.rad)))));
}

const enheten = (rad: Tiltaksrad): string => (rad.enhetId === null ? NYE : String(rad.enhetId));

/** Sums of the list, to `slutt` and for the twelve months; `samle` puts small services and units together. The names are left empty. */
export function tallAv(regning: Tiltaksregning, slutt: Maned, samle: boolean): Tiltakstall {
  const rader = regning.rader.map((rad, nr): Nummerert => ({ rad, hvem: personen(rad, nr) }));
  const { koder: _, navn: __, ...alt } = del([], rader, regning.maneder, slutt);
  const medPris = rader.filter((r) => r.rad.prisPerManed.some((p) => p !== 0));
  return {
    ...alt,
    maneder: regning.maneder.map((maned, i) => ({ maned, ore: regning.perManed[i] ?? 0 })),
    tildelingOre: sum(rader.flatMap((r) => r.rad.tildelingPerManed)),
    prisOre: sum(rader.flatMap((r) => r.rad.prisPerManed)),
    storsteOre: celleAv(samlet(rader.map((r) => new Map([[r.hvem, r.rad.ore]])))).storsteOre,
    utenPris: regning.utenPris,
    utenMengde: regning.utenMengde,
    tjenester: deler(rader, (r) => r.tjeneste ?? NYE, samle, (koder, egne) => del(koder, egne, regning.maneder, slutt)).toSorted((a, b) => a.tolvOre - b.tolvOre),
    enheter: deler(medPris, enheten, samle, (koder, egne) => del(koder, egne, regning.maneder, slutt, (r, i) => r.prisPerManed[i] ?? 0)).toSorted((a, b) => a.tolvOre - b.tolvOre),
  };
}

const TI_TIMER = 600;
const delOmLag = <T extends Omit<Tiltaksdel, 'koder' | 'navn'>>(d: T): T => ({ ...d, minutterPerUke: Math.round(d.minutterPerUke / TI_TIMER) * TI_TIMER, arsluttOre: omLag(d.arsluttOre), tolvOre: omLag(d.tolvOre) });

/** The figures for one who sees sums only: nothing of few or of one, else in steps of ten thousand kroner and ten hours. */
export function skjermTall(tall: Tiltakstall): Tiltakstall | null {
  if (maSkjermes({ ore: tall.tolvOre, antall: tall.mottakere, storsteOre: tall.storsteOre })) return null;
  return {
    ...delOmLag(tall), storsteOre: 0, tildelingOre: omLag(tall.tildelingOre), prisOre: omLag(tall.prisOre),
    maneder: tall.maneder.map((m) => ({ ...m, ore: omLag(m.ore) })), tjenester: tall.tjenester.map(delOmLag), enheter: tall.enheter.map(delOmLag),
  };
}

/**
 * The most of one means that is said to be a way: more than a quarter less help or price is no gradual review, and is not offered as an answer.
 * An assumption of the page, said on it; a measure of more can still be tried.
 */
export const HOYST_PROSENT = 25;

/** The least whole per cent that covers the sum; null where the most that is offered does not. `spart` never falls as the per cent grows. */
export function minsteProsent(gapOre: number, spart: (prosent: number) => number): number | null {
  const mest = spart(HOYST_PROSENT);
  if (mest < gapOre || mest <= 0) return null;
  let prosent = Math.min(HOYST_PROSENT, Math.max(1, Math.ceil((gapOre / mest) * HOYST_PROSENT)));
  while (prosent < HOYST_PROSENT && spart(prosent) < gapOre) prosent += 1;
  while (prosent > 1 && spart(prosent - 1) >= gapOre) prosent -= 1;
  return prosent;
}

/** The measure as the reader may ask it: to one who sees sums only, whole bundles and recipients in fives. No service is all of them. */
export function tillatt(valg: Tiltak, alle: readonly (readonly string[])[]): Tiltak {
  const koder = alle.filter((b) => valg.tjenester.length > 0 && b.every((k) => valg.tjenester.includes(k))).flat();
  return { ...valg, tjenester: koder.length > 0 ? koder : alle.flat() };
}
