import { avrundTilTall, brok, delt, ganger, minus, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';

/** A vedtak in hours at the unit, and how many days of each window it was in force and did not rest. Minutes per `perUker` weeks. */
export type Vedtaksmaned = {
  readonly vedtakId: number;
  /** the unit's newest order of it */
  readonly oppdragId: number;
  readonly nummer: string;
  readonly minutter: number;
  readonly perUker: number;
  readonly erstatterId: number | null;
  readonly dagerForrige: number;
  readonly dagerNa: number;
  readonly dagerHittil: number;
  /** the first and last day of the order: what tells a new and an ended one from one that rests */
  readonly nyDenneManeden: boolean;
  readonly sluttet: boolean;
};

/** Minutes registered and øre earned, of last month whole and of this month so far. */
export type Leveranse = { readonly forrigeMinutter: number; readonly hittilMinutter: number; readonly forrigeOre: number };

export type Arsak = 'KALENDER' | 'NYE' | 'AVSLUTTET' | 'ENDRET' | 'REGISTRERING';
export type Arsaksdel = { readonly arsak: Arsak; readonly ore: number; readonly vedtak: readonly { readonly vedtakId: number; readonly oppdragId: number; readonly nummer: string; readonly ore: number }[] };

export type Utsikt = {
  /** expected for the whole month */
  readonly inntektOre: number;
  readonly forrigeOre: number;
  /** registered of granted, so far and last month */
  readonly levert: Brok;
  readonly levertForrige: Brok;
  /** øre per registered minute last month */
  readonly orePerMinutt: Brok;
  readonly vedtattForrige: Brok;
  readonly vedtattNa: Brok;
  readonly vedtattHittil: Brok;
  readonly deler: readonly Arsaksdel[];
};

const vedtatt = (v: Vedtaksmaned, dager: number): Brok => brok(v.minutter * dager, 7 * v.perUker);
const sum = (b: readonly Brok[]): Brok => b.reduce(pluss, NULL_BROK);

function arsakTil(v: Vedtaksmaned, erstattede: ReadonlySet<number>, ider: ReadonlySet<number>): Arsak {
  if ((v.erstatterId !== null && ider.has(v.erstatterId) && v.nyDenneManeden) || (v.sluttet && erstattede.has(v.vedtakId))) return 'ENDRET';
  if (v.nyDenneManeden) return 'NYE';
  return v.sluttet ? 'AVSLUTTET' : 'KALENDER';
}

/**
 * The month to its end, and why it differs from last month: what is granted (calendar and pauses, new, ended and changed
 * vedtak) at last month's delivery, and then the delivery itself. What an hour earns is what it earned last month, fixed
 * parts shared out. The parts add up to the difference, to the øre.
 *
 * @returns null where last month has no income, or nothing was granted or registered to count from
 */
export function utsikt(vedtak: readonly Vedtaksmaned[], l: Leveranse): Utsikt | null {
  const [forrige, naa, hittil] = [sum(vedtak.map((v) => vedtatt(v, v.dagerForrige))), sum(vedtak.map((v) => vedtatt(v, v.dagerNa))), sum(vedtak.map((v) => vedtatt(v, v.dagerHittil)))];
  if (forrige.t === 0n || hittil.t === 0n || l.forrigeMinutter === 0 || l.forrigeOre <= 0) return null;
  const levertForrige = delt(brok(l.forrigeMinutter), forrige);
  const levert = delt(brok(l.hittilMinutter), hittil);
  const orePerMinutt = brok(l.forrigeOre, l.forrigeMinutter);
  const verdi = (minutter: Brok): Brok => ganger(ganger(minutter, levertForrige), orePerMinutt);
  const inntektOre = avrundTilTall(ganger(ganger(naa, levert), orePerMinutt));
  const erstattede = new Set(vedtak.flatMap((v) => (v.erstatterId !== null && v.nyDenneManeden ? [v.erstatterId] : [])));
  const ider = new Set(vedtak.map((v) => v.vedtakId));
  const grupper = Map.groupBy(vedtak, (v) => arsakTil(v, erstattede, ider));
  const deler = (['KALENDER', 'NYE', 'AVSLUTTET', 'ENDRET'] as const).map((arsak): Arsaksdel => {
    const linjer = (grupper.get(arsak) ?? []).map((v) => ({ v, endring: verdi(minus(vedtatt(v, v.dagerNa), vedtatt(v, v.dagerForrige))) }));
    const storst = linjer.map(({ v, endring }) => ({ vedtakId: v.vedtakId, oppdragId: v.oppdragId, nummer: v.nummer, ore: avrundTilTall(endring) })).filter((en) => en.ore !== 0).sort((a, b) => Math.abs(b.ore) - Math.abs(a.ore) || a.vedtakId - b.vedtakId);
    return { arsak, ore: avrundTilTall(sum(linjer.map((en) => en.endring))), vedtak: storst };
  });
  const registrering = inntektOre - l.forrigeOre - deler.reduce((s, d) => s + d.ore, 0);
  return { inntektOre, forrigeOre: l.forrigeOre, levert, levertForrige, orePerMinutt, vedtattForrige: forrige, vedtattNa: naa, vedtattHittil: hittil, deler: [...deler, { arsak: 'REGISTRERING', ore: registrering, vedtak: [] }] };
}

/** Paid minutes and cost of the last month that has both; days of that month and of this one, and how many are over. */
export type Kostnadsgrunnlag = { readonly minutter: number; readonly ore: number; readonly dager: number; readonly dagerNa: number; readonly dagerHittil: number };

/** Cost where the accounts lag: as many paid hours a day as last, at what an hour cost. Null without hours. */
export function anslattKostnad(k: Kostnadsgrunnlag): { readonly hittilOre: number; readonly heleOre: number; readonly orePerMinutt: Brok } | null {
  if (k.minutter <= 0 || k.dager <= 0) return null;
  const orePerMinutt = brok(k.ore, k.minutter);
  const perDag = brok(k.minutter, k.dager);
  const av = (dager: number): number => avrundTilTall(ganger(ganger(perDag, brok(dager)), orePerMinutt));
  return { hittilOre: av(k.dagerHittil), heleOre: av(k.dagerNa), orePerMinutt };
}

/** Cost where the accounts lag and no hours are known: as much a day as in the last month with accounts. */
export function anslattAvRegnskap(k: Omit<Kostnadsgrunnlag, 'minutter'>): { readonly hittilOre: number; readonly heleOre: number; readonly orePerMinutt: null } | null {
  if (k.dager <= 0) return null;
  const av = (dager: number): number => avrundTilTall(brok(k.ore * dager, k.dager));
  return { hittilOre: av(k.dagerHittil), heleOre: av(k.dagerNa), orePerMinutt: null };
}

/** What one tries: hours a week of a new recipient, hours a week more (or fewer) on duty, tenths of a per cent on the price. */
export type HvaOm = { readonly nyMottakerMinutter: number; readonly bemanningMinutter: number; readonly prisPromille: number };
/** Cost and result are null where the unit's cost is not known. */
export type HvaOmSvar = { readonly inntektOre: number; readonly kostnadOre: number | null; readonly resultatOre: number | null; readonly endringInntektOre: number; readonly endringKostnadOre: number | null };

const UKER_I_MANEDEN = brok(365, 84);

/** A whole month with the change, from what is expected now; each sum rounded once. Hours on duty are left out where nobody knows what an hour costs. */
export function hvaOm(u: Pick<Utsikt, 'inntektOre' | 'levert' | 'orePerMinutt'>, kostnad: { readonly heleOre: number; readonly orePerMinutt: Brok | null } | null, valg: HvaOm): HvaOmSvar {
  const ny = ganger(ganger(ganger(brok(valg.nyMottakerMinutter), UKER_I_MANEDEN), u.levert), u.orePerMinutt);
  const inntektOre = avrundTilTall(ganger(pluss(brok(u.inntektOre), ny), brok(1000 + valg.prisPromille, 1000)));
  if (kostnad === null) return { inntektOre, kostnadOre: null, resultatOre: null, endringInntektOre: inntektOre - u.inntektOre, endringKostnadOre: null };
  const kostnadOre = kostnad.heleOre + (kostnad.orePerMinutt === null ? 0 : avrundTilTall(ganger(ganger(brok(valg.bemanningMinutter), UKER_I_MANEDEN), kostnad.orePerMinutt)));
  return { inntektOre, kostnadOre, resultatOre: inntektOre - kostnadOre, endringInntektOre: inntektOre - u.inntektOre, endringKostnadOre: kostnadOre - kostnad.heleOre };
}
