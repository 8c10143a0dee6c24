import { dagerI, leggTilManeder, type Maned, manedensNummer, manederFraTil } from '#lib/core/maned.ts';
import { utoverVanligKo, type Venteliste } from './prognose-venteliste.ts';

/** What one run posted for one month: a correction is a later posting of the same month. Volume in the line's unit, øre. */
export type Postering = { readonly gjelder: Maned; readonly bokfort: Maned; readonly volum: number; readonly belopOre: number };

/**
 * Granted volume per day of a service, as it was known at the end of a month: `volum` is in force in `maned` by what was
 * known at the end of `kjentVed`; `bortfalt` is the part of it that, when `maned` came, was no longer in force.
 */
export type Bestandstall = { readonly kjentVed: Maned; readonly maned: Maned; readonly volum: number; readonly bortfalt: number };

export type Prognoselinje = {
  readonly id: string;
  /** service group of the boards */
  readonly gruppe: string;
  /** a posting of its own (a manual line): counted when it is there, never expected again */
  readonly engang: boolean;
  /** the service whose granted volume drives the line; null for frames and other fixed amounts */
  readonly bestand: string | null;
  readonly posteringer: readonly Postering[];
  /** the price book's price per month, øre; only the change from month to month is used */
  readonly prisbok: ReadonlyMap<Maned, number>;
};

/** Granted volume, looked up by what was known when. */
export type Bestand = ReadonlyMap<string, Bestandstall>;

export const bestandsnokkel = (kjentVed: Maned, maned: Maned): string => `${kjentVed}/${maned}`;

/** Months that the level of the delivery rate is read from. */
export const NIVAMANEDER = 3;
/** Months of history that inflow and outflow are read from. */
export const STROMMANEDER = 12;

type Historikk = { readonly maned: Maned; readonly volum: number; readonly belopOre: number };

/** What the ledger held about each month at the end of `kjentVed`, oldest first, months without postings included as 0. */
export function kjentHistorikk(linje: Prognoselinje, fra: Maned, kjentVed: Maned): Historikk[] {
  const sum = new Map(manederFraTil(fra, kjentVed).map((maned) => [maned, { maned, volum: 0, belopOre: 0 }]));
  for (const p of linje.posteringer) {
    const rad = p.bokfort <= kjentVed ? sum.get(p.gjelder) : undefined;
    if (!rad) continue;
    rad.volum += p.volum;
    rad.belopOre += p.belopOre;
  }
  return [...sum.values()];
}

const snitt = (tall: readonly number[]): number => (tall.length === 0 ? 0 : tall.reduce((sum, x) => sum + x, 0) / tall.length);

/**
 * Granted volume per day `lead` months ahead: what is known to be in force, less the share that has used to fall away
 * within so many months, plus what has used to come within so many months, more or less of it when more or fewer wait than used to.
 * Null where nothing is known of the service.
 */
export function ventetBestand(bestand: Bestand, naa: Maned, lead: number, fra: Maned, venteliste?: Venteliste): number | null {
  const kjent = bestand.get(bestandsnokkel(naa, leggTilManeder(naa, lead)));
  if (!kjent) return null;
  const historie: { kjent: number; bort: number; inn: number }[] = [];
  for (let bak = 0; bak < STROMMANEDER; bak += 1) {
    const maned = leggTilManeder(naa, -bak);
    const den = leggTilManeder(maned, -lead);
    if (den < fra) break;
    const da = bestand.get(bestandsnokkel(den, maned));
    const ble = bestand.get(bestandsnokkel(maned, maned));
    if (da && ble) historie.push({ kjent: da.volum, bort: da.bortfalt, inn: ble.volum - da.volum + da.bortfalt });
  }
  const grunnlag = historie.reduce((sum, h) => sum + h.kjent, 0);
  const frafall = grunnlag > 0 ? historie.reduce((sum, h) => sum + h.bort, 0) / grunnlag : 0;
  const ko = venteliste ? utoverVanligKo(venteliste, naa, lead, STROMMANEDER) : 0;
  return Math.max(0, kjent.volum * (1 - frafall) + snitt(historie.map((h) => h.inn)) + ko);
}

/**
 * Factor per calendar month (1–12): how the delivery rate of that month has stood to the twelve months around it, pulled
 * towards 1 by the number of years seen (one year counts half, two count two thirds). All 1 before a whole year is known.
 */
export function sesong(rater: readonly { readonly maned: Maned; readonly rate: number }[]): ReadonlyMap<number, number> {
  const ut = new Map<number, number[]>();
  if (rater.length >= 12) {
    for (const [i, { maned, rate }] of rater.entries()) {
      const start = Math.max(0, Math.min(i - 6, rater.length - 12));
      const rundt = snitt(rater.slice(start, start + 12).map((r) => r.rate));
      if (rundt > 0) ut.set(manedensNummer(maned), [...(ut.get(manedensNummer(maned)) ?? []), rate / rundt]);
    }
  }
  return new Map([...ut].map(([nummer, faktorer]) => [nummer, 1 + (snitt(faktorer) - 1) * (faktorer.length / (faktorer.length + 1))]));
}

/** The price of a later month by the price book's change since `naa`; unchanged where the book says nothing. */
function prisfaktor(prisbok: ReadonlyMap<Maned, number>, naa: Maned, maned: Maned): number {
  const [fra, til] = [prisbok.get(naa), prisbok.get(maned)];
  return fra && til ? til / fra : 1;
}

/**
 * A line's amount in each of the `antall` months after `naa`, in øre, by what was known at the end of `naa`:
 * expected granted volume × days × delivery rate of the last months, cleaned of season × season × price.
 * A line without granted volume behind it (a frame) goes on as the mean of its last months.
 */
export function linjeprognose(linje: Prognoselinje, bestand: Bestand | undefined, fra: Maned, naa: Maned, antall: number, venteliste?: Venteliste): number[] {
  if (linje.engang) return Array.from({ length: antall }, () => 0);
  const historikk = kjentHistorikk(linje, fra, naa);
  const siste = historikk.slice(-NIVAMANEDER);
  const volum = siste.reduce((sum, h) => sum + h.volum, 0);
  const maneder = Array.from({ length: antall }, (_, i) => leggTilManeder(naa, i + 1));
  const fast = snitt(siste.map((h) => h.belopOre));
  if (linje.bestand === null || volum <= 0) return maneder.map(() => avrundOre(fast));

  const iKraft = (maned: Maned): number => bestand?.get(bestandsnokkel(maned, maned))?.volum || 1;
  const harBestand = siste.every((h) => (bestand?.get(bestandsnokkel(h.maned, h.maned))?.volum ?? 0) > 0);
  const rater = historikk.filter((h) => h.volum > 0).map((h) => ({ maned: h.maned, rate: h.volum / ((harBestand ? iKraft(h.maned) : 1) * dagerI(h.maned)) }));
  const faktorer = sesong(rater);
  const faktor = (maned: Maned): number => faktorer.get(manedensNummer(maned)) ?? 1;
  const niva = snitt(rater.filter((r) => siste.some((h) => h.maned === r.maned)).map((r) => r.rate / faktor(r.maned)));
  // Each month's amount at today's price, so that a price change inside the last months is not halved.
  const prisNaa = siste.reduce((sum, h) => sum + h.belopOre * prisfaktor(linje.prisbok, h.maned, naa), 0) / volum;
  return maneder.map((maned, i) => {
    const ventet = harBestand && bestand ? (ventetBestand(bestand, naa, i + 1, fra, venteliste) ?? iKraft(naa)) : 1;
    return avrundOre(ventet * dagerI(maned) * niva * faktor(maned) * prisNaa * prisfaktor(linje.prisbok, naa, maned));
  });
}

/** To whole øre, half away from zero. */
export function avrundOre(belop: number): number {
  const hel = Math.round(Math.abs(belop));
  return belop < 0 && hel > 0 ? -hel : hel;
}
