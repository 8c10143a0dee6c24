import { avrundTilTall, brok, delt, ganger } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';

/** What a unit is compared by. Each has its own unit; see `maal`. */
export const MAL = ['ENHETSKOSTNAD', 'BRUKERTID', 'TIMER_PER_MOTTAKER', 'PRISAVHENGIGHET', 'RESULTAT', 'OVERFORING', 'KLAGER', 'VENTETID', 'IKKE_LEVERT'] as const;
export type Mal = (typeof MAL)[number];
/** Those that have a figure for each month, and so a line over time. */
export const MAL_PER_MANED: readonly Mal[] = ['ENHETSKOSTNAD', 'BRUKERTID', 'RESULTAT', 'KLAGER'];

/** Fewer recipients than this, and one of them moves the unit's figures. */
export const LITEN_ENHET = 20;
/** The fewest recipients a mean is shown for. */
const MINST = 5;

/** Sums of a unit in a month; null where nothing is registered, which is not 0. Øre and minutes. */
export type Manedsfakta = {
  readonly maned: Maned;
  readonly kostnadOre: number | null;
  readonly betaltMinutter: number | null;
  readonly brukerrettetMinutter: number;
  readonly belagteDogn: number;
  readonly inntektOre: number;
  /** of the income: what follows volume times price */
  readonly prisinntektOre: number;
  readonly klager: number | null;
};

export type Enhetsfakta = {
  readonly enhetId: number;
  readonly maneder: readonly Manedsfakta[];
  /** with an order in force on the last day */
  readonly mottakere: number;
  /** granted minutes a week of those with a vedtak in hours, and how many they are */
  readonly vedtattUkeminutter: number;
  readonly timemottakere: number;
  /** carried into the year of the last month */
  readonly overforingOre: number | null;
  /** median days from vedtak to the first visit, and of how many */
  readonly ventedager: number | null;
  readonly ventende: number;
  /** the last month: granted in hours, and registered on those */
  readonly vedtattMinutter: number;
  readonly levertMinutter: number;
};

/** Øre, thousandths, hundredths of an hour, days, or complaints per thousand recipients and year; null where it is not known or too few. */
export type Maltall = Readonly<Record<Mal, number | null>>;

const promille = (teller: number, nevner: number): number | null => (nevner <= 0 ? null : avrundTilTall(ganger(delt(brok(teller), brok(nevner)), brok(1000))));
const per = (teller: number, nevner: number, ganger_ = 1): number | null => (nevner <= 0 ? null : avrundTilTall(ganger(delt(brok(teller), brok(nevner)), brok(ganger_))));
const sum = (maneder: readonly Manedsfakta[], felt: (m: Manedsfakta) => number | null): number => maneder.reduce((s, m) => s + (felt(m) ?? 0), 0);

/** Cost per delivered hour, or per day and night where the unit keeps beds; only of months with accounts. Øre. */
function enhetskostnad(maneder: readonly Manedsfakta[]): number | null {
  const med = maneder.filter((m) => m.kostnadOre !== null);
  const dogn = sum(med, (m) => m.belagteDogn);
  const kostnad = sum(med, (m) => m.kostnadOre);
  return dogn > 0 ? per(kostnad, dogn) : per(kostnad, sum(med, (m) => m.brukerrettetMinutter), 60);
}

/** Result of the income, in thousandths; only of months with both. */
function resultat(maneder: readonly Manedsfakta[]): number | null {
  const med = maneder.filter((m) => m.kostnadOre !== null && m.inntektOre > 0);
  return promille(sum(med, (m) => m.inntektOre) - sum(med, (m) => m.kostnadOre), sum(med, (m) => m.inntektOre));
}

/** Complaints per thousand recipients and year. */
function klager(maneder: readonly Manedsfakta[], mottakere: number): number | null {
  const med = maneder.filter((m) => m.klager !== null);
  return mottakere < MINST || med.length === 0 ? null : per(sum(med, (m) => m.klager) * 12, mottakere * med.length, 1000);
}

function brukertid(maneder: readonly Manedsfakta[]): number | null {
  const med = maneder.filter((m) => m.betaltMinutter !== null && m.belagteDogn === 0);
  return promille(sum(med, (m) => m.brukerrettetMinutter), sum(med, (m) => m.betaltMinutter));
}

/** All measures of a unit for the months of its facts. */
export function maal(f: Enhetsfakta): Maltall {
  const inntekt = sum(f.maneder, (m) => m.inntektOre);
  return {
    ENHETSKOSTNAD: enhetskostnad(f.maneder),
    BRUKERTID: brukertid(f.maneder),
    TIMER_PER_MOTTAKER: f.timemottakere < MINST ? null : per(f.vedtattUkeminutter * 100, f.timemottakere * 60),
    PRISAVHENGIGHET: promille(sum(f.maneder, (m) => m.prisinntektOre), inntekt),
    RESULTAT: resultat(f.maneder),
    OVERFORING: f.overforingOre,
    KLAGER: klager(f.maneder, f.mottakere),
    VENTETID: f.ventende < MINST ? null : f.ventedager,
    IKKE_LEVERT: f.timemottakere < MINST ? null : promille(Math.max(0, f.vedtattMinutter - f.levertMinutter), f.vedtattMinutter),
  };
}

/** A measure month by month, for those that have one. */
export function maalPerManed(f: Enhetsfakta, mal: Mal): { maned: Maned; tall: number | null }[] {
  return f.maneder.map((m) => {
    const tall = mal === 'ENHETSKOSTNAD' ? enhetskostnad([m]) : mal === 'BRUKERTID' ? brukertid([m]) : mal === 'RESULTAT' ? resultat([m]) : mal === 'KLAGER' ? klager([m], f.mottakere) : null;
    return { maned: m.maned, tall };
  });
}

/** The whole of several units, as if they were one: what each is held against. Waiting is not added; its mean is weighed by how many waited. */
export function samlet(enheter: readonly Enhetsfakta[]): Enhetsfakta {
  const maneder = [...Map.groupBy(enheter.flatMap((e) => e.maneder), (m) => m.maned)].map(([maned, egne]): Manedsfakta => {
    const eller = (felt: (m: Manedsfakta) => number | null): number | null => (egne.some((m) => felt(m) === null) ? null : sum(egne, felt));
    return {
      maned,
      kostnadOre: eller((m) => m.kostnadOre),
      betaltMinutter: eller((m) => m.betaltMinutter),
      brukerrettetMinutter: sum(egne, (m) => m.brukerrettetMinutter),
      belagteDogn: sum(egne, (m) => m.belagteDogn),
      inntektOre: sum(egne, (m) => m.inntektOre),
      prisinntektOre: sum(egne, (m) => m.prisinntektOre),
      klager: eller((m) => m.klager),
    };
  });
  const total = (felt: (e: Enhetsfakta) => number): number => enheter.reduce((s, e) => s + felt(e), 0);
  const ventende = enheter.filter((e) => e.ventedager !== null);
  return {
    enhetId: 0,
    maneder,
    mottakere: total((e) => e.mottakere),
    vedtattUkeminutter: total((e) => e.vedtattUkeminutter),
    timemottakere: total((e) => e.timemottakere),
    overforingOre: enheter.every((e) => e.overforingOre === null) ? null : total((e) => e.overforingOre ?? 0),
    ventende: total((e) => e.ventende),
    ventedager: ventende.length === 0 ? null : per(ventende.reduce((s, e) => s + (e.ventedager ?? 0) * e.ventende, 0), ventende.reduce((s, e) => s + e.ventende, 0)),
    vedtattMinutter: total((e) => e.vedtattMinutter),
    levertMinutter: total((e) => e.levertMinutter),
  };
}

/** A unit's figure where the whole is 100; null without a positive whole. */
export function indeks(tall: number | null, helheten: number | null): number | null {
  return tall === null || helheten === null || helheten <= 0 ? null : per(tall * 100, helheten);
}
