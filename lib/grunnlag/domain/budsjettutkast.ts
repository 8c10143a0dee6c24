import { avrund, brok, type Brok, brokFraDesimal, delt, EN_BROK, erNull, ganger, minus, NULL_BROK, sumBrok, tilDesimal } from '#lib/core/brok.ts';
import { type Ore, oreFraBigint, sumOre } from '#lib/core/ore.ts';

export const MANEDER_I_ARET = 12;

/** Posts beside what the vedtak cost. Fees and the state grant are income: they are typed as negative amounts. */
export const BUDSJETTPOSTER = ['PRIVATE', 'BPA', 'EGENBETALING', 'TILSKUDD', 'UTSKRIVNINGSKLARE'] as const;
export type Budsjettpost = (typeof BUDSJETTPOSTER)[number];

/** What a draft starts from: what was delivered, the same with a growth by age and need, or the budget that holds. */
export const BUDSJETTGRUNNLAG = ['FJORARET', 'DEMOGRAFI', 'GJELDENDE'] as const;
export type Budsjettgrunnlag = (typeof BUDSJETTGRUNNLAG)[number];

/** Volume (exact decimal text) and price (øre) of one component at one unit, January to December. */
export type Budsjettlinje = {
  readonly ordningId: number;
  readonly komponent: string;
  readonly enhetId: number;
  readonly volum: readonly string[];
  readonly prisOre: readonly number[];
};
export type Enhetslinje = { readonly enhetId: number; readonly ore: readonly number[] };
export type Postlinje = { readonly post: Budsjettpost; readonly ore: readonly number[] };
export type Budsjettinnhold = { readonly linjer: readonly Budsjettlinje[]; readonly enheter: readonly Enhetslinje[]; readonly poster: readonly Postlinje[] };

/** What one component at one unit delivered in a month of the year: `nummer` 1–12. */
export type Historikkmaned = { readonly ar: number; readonly nummer: number; readonly volum: Brok; readonly belopOre: number };
export type Historikklinje = { readonly ordningId: number; readonly komponent: string; readonly enhetId: number; readonly maneder: readonly Historikkmaned[] };

/** One age group: inhabitants before and in the budget year, its share of the use today, and how its need per inhabitant changes. */
export type Aldersgruppe = { readonly navn: string; readonly for: number; readonly etter: number; readonly andelProsent: Brok; readonly behovProsent: Brok };

const HUNDRE = brok(100);
const prosent = (p: Brok): Brok => delt(p, HUNDRE);
const vekst = (p: Brok): Brok => sumBrok([EN_BROK, prosent(p)]);

/**
 * How much more of the services a population needs: each age group's share of the use, grown with its inhabitants and its need.
 * The shares must sum to 100 per cent. Null when they do not, or a group had nobody and still has a share.
 */
export function demografifaktor(grupper: readonly Aldersgruppe[]): Brok | null {
  const brukere = grupper.filter((g) => !erNull(g.andelProsent));
  if (!erNull(minus(sumBrok(grupper.map((g) => g.andelProsent)), HUNDRE)) || brukere.some((g) => g.for <= 0)) return null;
  return sumBrok(brukere.map((g) => ganger(ganger(prosent(g.andelProsent), brok(g.etter, g.for)), vekst(g.behovProsent))));
}

/**
 * The share of a year that each calendar month has, January first: the mean of the years seen, which sum to one. A line that lacks
 * a calendar month has no profile of its own, and gets even months.
 */
export function sesongprofil(maneder: readonly Historikkmaned[]): Brok[] {
  const snitt = Array.from({ length: MANEDER_I_ARET }, (_, i) => {
    const egne = maneder.filter((m) => m.nummer === i + 1).map((m) => m.volum);
    return egne.length === 0 ? null : delt(sumBrok(egne), brok(egne.length));
  });
  const hele = snitt.filter((s) => s !== null);
  const sum = sumBrok(hele);
  if (hele.length < MANEDER_I_ARET || erNull(sum)) return snitt.map(() => brok(1, MANEDER_I_ARET));
  return hele.map((s) => delt(s, sum));
}

/** A year's volume on its months by the profile, four decimals; the last month takes the rest, so that they sum to the year. */
export function fordelPaManeder(arsvolum: Brok, profil: readonly Brok[]): string[] {
  const forste = profil.slice(0, -1).map((andel) => tilDesimal(ganger(arsvolum, andel)));
  return [...forste, tilDesimal(minus(brokFraDesimal(tilDesimal(arsvolum)), sumBrok(forste.map(brokFraDesimal))))];
}

/**
 * A purchaser's budget from what was delivered in the last twelve months known: the volume × `faktor` by the season of the whole
 * history, the price of the last month that had a volume × price growth, whole øre. Lines without volume in the twelve months fall out.
 */
export function budsjettFraHistorikk(historikk: readonly Historikklinje[], faktor: Brok, prisvekstProsent: Brok): Budsjettlinje[] {
  const alle = historikk.flatMap((h) => h.maneder.map(indeks));
  const fra = Math.max(...alle, 0) - MANEDER_I_ARET;
  return historikk.flatMap(({ maneder, ...nokkel }) => {
    const siste = maneder.filter((m) => indeks(m) > fra && !erNull(m.volum)).toSorted((a, b) => indeks(a) - indeks(b));
    const sist = siste.at(-1);
    if (!sist) return [];
    // A line that is younger than a year is taken as if its months had gone on through the year.
    const arsvolum = delt(ganger(sumBrok(siste.map((m) => m.volum)), brok(MANEDER_I_ARET)), brok(siste.length));
    const pris = Number(avrund(ganger(delt(brok(sist.belopOre), sist.volum), vekst(prisvekstProsent))));
    return { ...nokkel, volum: fordelPaManeder(ganger(arsvolum, faktor), sesongprofil(maneder)), prisOre: Array.from({ length: MANEDER_I_ARET }, () => pris) };
  });
}

const indeks = (m: Historikkmaned): number => m.ar * MANEDER_I_ARET + m.nummer;

/** The purchaser's amount per month, January first. Each component's units are summed before the one rounding, as in the deviation. */
export function manedsbelop(linjer: readonly Budsjettlinje[]): Ore[] {
  const perLedd = [...Map.groupBy(linjer, (l) => `${l.ordningId}/${l.komponent}`).values()];
  return Array.from({ length: MANEDER_I_ARET }, (_, i) =>
    sumOre(perLedd.map((egne) => oreFraBigint(avrund(sumBrok(egne.map((l) => ganger(brokFraDesimal(l.volum[i] ?? '0'), brok(l.prisOre[i] ?? 0)))))))),
  );
}

export type Budsjettsum = { readonly bestillerOre: Ore; readonly enheterOre: number; readonly posterOre: number };

/** The year's sums of the three parts. They are never added: what the purchaser pays the units is what the units spend. */
export function budsjettsum(b: Budsjettinnhold): Budsjettsum {
  const sum = (rader: readonly { readonly ore: readonly number[] }[]): number => rader.flatMap((r) => r.ore).reduce((a, n) => a + n, 0);
  return { bestillerOre: sumOre(manedsbelop(b.linjer)), enheterOre: sum(b.enheter), posterOre: sum(b.poster) };
}

/** What is wrong with a budget that someone wants decided: nothing in it, or a volume where the price is missing. */
export function budsjettmangler(b: Budsjettinnhold): ('TOMT' | 'PRIS_MANGLER')[] {
  const volum = b.linjer.flatMap((l) => l.volum.map((v, i) => ({ volum: brokFraDesimal(v), pris: l.prisOre[i] ?? 0 })));
  if (volum.every((v) => erNull(v.volum))) return ['TOMT'];
  return volum.some((v) => !erNull(minus(v.volum, NULL_BROK)) && v.pris <= 0) ? ['PRIS_MANGLER'] : [];
}
