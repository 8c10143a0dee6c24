import { leggTilManeder, type Maned, manedAv, manedensAr, manederFraTil, manederMellom } from '#lib/core/maned.ts';
import { type Ore, ore } from '#lib/core/ore.ts';
import { type Bom, type Intervalltall, medIntervall, spredning } from './prognose-intervall.ts';
import type { Venteliste } from './prognose-venteliste.ts';
import { type Bestand, kjentHistorikk, linjeprognose, type Prognoselinje } from './prognose-serie.ts';

export type Prognosegrunnlag = {
  /** first month of the history */
  readonly fra: Maned;
  readonly linjer: readonly Prognoselinje[];
  /** granted volume by service */
  readonly bestand: ReadonlyMap<string, Bestand>;
  /** who waits, by service; absent for services without a list */
  readonly venteliste?: ReadonlyMap<string, Venteliste>;
};

export type Prognosemaned = {
  readonly maned: Maned;
  /** what the ledger holds; null for months ahead */
  readonly faktiskOre: Ore | null;
  /** the month alone; null for months behind */
  readonly prognose: Intervalltall | null;
  /** the year from January to the end of the month */
  readonly samlet: Intervalltall;
};

export type Gruppeprognose = {
  readonly gruppe: string;
  readonly maneder: readonly Prognosemaned[];
  readonly hittilOre: Ore;
  /** the whole year: so far and ahead */
  readonly aret: Intervalltall;
};

export type Prognose = {
  /** last settled month that the forecast rests on */
  readonly naa: Maned;
  readonly ar: number;
  readonly sum: Gruppeprognose;
  readonly grupper: readonly Gruppeprognose[];
  /** starting months whose misses the interval is made of */
  readonly antallBom: number;
  /** mean absolute miss of those starts, in thousandths of what they forecast; null where there were none */
  readonly snittbomPromille: number | null;
  /** of the year's sum: what comes beyond, or short of, the usual inflow because more or fewer wait for a place than used to */
  readonly ventelisteOre: Ore;
};

/** A start needs a whole year behind it before its miss says anything of the method with season. */
const FORSTE_START = 12;
/** Where the history is shorter, at least so many months. */
const KORT_START = 4;

/** Months from the one after `naa` to December of the year being forecast. In December it is next year that lies ahead. */
export function manederIgjen(naa: Maned): Maned[] {
  const forste = leggTilManeder(naa, 1);
  return manederFraTil(forste, manedAv(manedensAr(forste), 12));
}

type Start = { readonly naa: Maned; readonly perLinje: readonly (readonly number[])[] };

function fremskriv(grunnlag: Prognosegrunnlag, naa: Maned, antall: number): Start {
  const perLinje = grunnlag.linjer.map((linje) => linjeprognose(linje, linje.bestand === null ? undefined : grunnlag.bestand.get(linje.bestand), grunnlag.fra, naa, antall, linje.bestand === null ? undefined : grunnlag.venteliste?.get(linje.bestand)));
  return { naa, perLinje };
}

/** The method run at earlier months with what was known then: the misses that the interval is made of. */
function egneStarter(grunnlag: Prognosegrunnlag, naa: Maned, antall: number): Start[] {
  const kjente = manederMellom(grunnlag.fra, naa) + 1;
  const forste = leggTilManeder(grunnlag.fra, (kjente >= FORSTE_START + 6 ? FORSTE_START : KORT_START) - 1);
  if (forste >= naa) return [];
  return manederFraTil(forste, leggTilManeder(naa, -1)).map((start) => fremskriv(grunnlag, start, Math.min(antall, manederMellom(start, naa))));
}

const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);

/** Misses of the sum over the months ahead, and of single months, for some of the lines. */
function bomFor(starter: readonly Start[], valgt: readonly number[], faktisk: readonly ReadonlyMap<Maned, number>[]): { samlet: Bom[]; enkelt: Bom[] } {
  const samlet: Bom[] = [];
  const enkelt: Bom[] = [];
  for (const { naa, perLinje } of starter) {
    const antall = perLinje[0]?.length ?? 0;
    const perManed = Array.from({ length: antall }, (_, i) => ({
      frem: i + 1,
      prognoseOre: sum(valgt.map((l) => perLinje[l]?.[i] ?? 0)),
      faktiskOre: sum(valgt.map((l) => faktisk[l]?.get(leggTilManeder(naa, i + 1)) ?? 0)),
    }));
    enkelt.push(...perManed);
    samlet.push({ frem: antall, prognoseOre: sum(perManed.map((b) => b.prognoseOre)), faktiskOre: sum(perManed.map((b) => b.faktiskOre)) });
  }
  return { samlet, enkelt };
}

function snittbom(bom: readonly Bom[]): number | null {
  const gyldige = bom.filter((b) => b.prognoseOre !== 0);
  if (gyldige.length === 0) return null;
  return Math.round((1000 * sum(gyldige.map((b) => Math.abs((b.faktiskOre - b.prognoseOre) / b.prognoseOre)))) / gyldige.length);
}

type Ramme = { naa: Maned; antall: number; starter: readonly Start[]; faktisk: readonly ReadonlyMap<Maned, number>[]; fremover: Start };

function gruppe(navn: string, valgt: readonly number[], { naa, antall, starter, faktisk, fremover }: Ramme): Gruppeprognose {
  const bom = bomFor(starter, valgt, faktisk);
  const [spredtSamlet, spredtEnkelt] = [spredning(bom.samlet), spredning(bom.enkelt)];
  const ar = manedensAr(leggTilManeder(naa, 1));
  const slutt = manedAv(ar, 12);
  let [hittil, ventet] = [0, 0];
  const maneder = manederFraTil(manedAv(ar, 1), slutt).map((maned): Prognosemaned => {
    const frem = manederMellom(naa, maned);
    if (frem <= 0) {
      const belop = ore(sum(valgt.map((l) => faktisk[l]?.get(maned) ?? 0)));
      hittil += belop;
      return { maned, faktiskOre: belop, prognose: null, samlet: { ore: hittil, lavOre: hittil, hoyOre: hittil } };
    }
    const belop = sum(valgt.map((l) => fremover.perLinje[l]?.[frem - 1] ?? 0));
    ventet += belop;
    const rest = medIntervall(ventet, spredtSamlet, frem);
    return {
      maned,
      faktiskOre: null,
      prognose: medIntervall(belop, spredtEnkelt, frem),
      samlet: { ore: hittil + rest.ore, lavOre: hittil + rest.lavOre, hoyOre: hittil + rest.hoyOre },
    };
  });
  const aret = maneder[maneder.length - 1]?.samlet ?? { ore: 0, lavOre: 0, hoyOre: 0 };
  return { gruppe: navn, maneder, hittilOre: ore(hittil), aret: antall === 0 ? { ore: hittil, lavOre: hittil, hoyOre: hittil } : aret };
}

/**
 * The year's charge month by month to December, for the whole and per service group, with an 80 % interval, by what was
 * known at the end of `naa`. Amounts are whole øre; groups are in code-point order and sum to the whole. The interval of a
 * sum is made of the method's own misses of that sum, so groups' intervals do not add up to the whole's.
 * Deterministic: the same input gives the same figures (only + − × ÷ and square roots).
 */
export function lagPrognose(grunnlag: Prognosegrunnlag, naa: Maned): Prognose {
  const antall = manederIgjen(naa).length;
  const starter = egneStarter(grunnlag, naa, antall);
  const faktisk = grunnlag.linjer.map((linje) => new Map(kjentHistorikk(linje, grunnlag.fra, naa).map((h) => [h.maned, h.belopOre])));
  const fremover = fremskriv(grunnlag, naa, antall);
  const utenListe = grunnlag.venteliste ? fremskriv({ fra: grunnlag.fra, linjer: grunnlag.linjer, bestand: grunnlag.bestand }, naa, antall) : fremover;
  const ramme: Ramme = { naa, antall, starter, faktisk, fremover };
  const navn = [...new Set(grunnlag.linjer.map((l) => l.gruppe))].toSorted();
  return {
    naa,
    ar: manedensAr(leggTilManeder(naa, 1)),
    sum: gruppe('', grunnlag.linjer.map((_, i) => i), ramme),
    grupper: navn.map((en) => gruppe(en, grunnlag.linjer.flatMap((l, i) => (l.gruppe === en ? [i] : [])), ramme)),
    antallBom: starter.length,
    ventelisteOre: ore(sum(fremover.perLinje.flat()) - sum(utenListe.perLinje.flat())),
    snittbomPromille: snittbom(bomFor(starter, grunnlag.linjer.map((_, i) => i), faktisk).samlet),
  };
}
