import { kodeErIListe } from '#lib/core/kodeliste.ts';
import { INGEN_ORE, leggSammen, ore, restOre, sumOre } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Egetfradrag, Fradragssvar } from '#lib/stykkpris/domain/prisvalg.ts';
import { STANDARDFRADRAG, UTGIFTSARTER } from '#lib/stykkpris/domain/standardfradrag.ts';
import type { Standardfradrag } from '#lib/stykkpris/domain/standardfradrag.ts';

/** The accounts of the basis, summed per unit (code) and art. Expenses are positive, income negative. */
export type Regnskapssum = { readonly enhet: string; readonly art: string; readonly ore: Ore };
/** What a fixed part of the scheme has paid the unit in the basis: the price shall not cover it again. */
export type Fastleddsum = { readonly kode: string; readonly navn: string; readonly arter: readonly string[]; readonly perEnhet: ReadonlyMap<string, Ore> };

export type Fradragslinje = {
  /** a standard's code, `FASTLEDD/<kode>` or `EGEN/<number>` */
  readonly kode: string;
  readonly opphav: 'STANDARD' | 'FASTLEDD' | 'EGEN';
  /** of a fixed part or the controller's own; a standard is named by its code */
  readonly navn: string | null;
  readonly arter: readonly string[];
  readonly artBekreftet: boolean;
  readonly svar: Fradragssvar;
  readonly perEnhet: ReadonlyMap<string, Ore>;
  readonly sumOre: Ore;
};

export type Kostnadsgrunnlag = {
  readonly enheter: readonly string[];
  readonly utgifterOre: ReadonlyMap<string, Ore>;
  readonly fradrag: readonly Fradragslinje[];
  /** income that no line of the list takes out: shown, so that nothing is lost in silence */
  readonly andreInntekterOre: ReadonlyMap<string, Ore>;
  /** what the price shall cover */
  readonly dekkesOre: ReadonlyMap<string, Ore>;
};

export type KostnadsgrunnlagInn = {
  readonly enheter: readonly string[];
  readonly regnskap: readonly Regnskapssum[];
  readonly fastledd: readonly Fastleddsum[];
  readonly svar: Readonly<Record<string, Fradragssvar>>;
  readonly egne: readonly Egetfradrag[];
};

function sumArter(regnskap: readonly Regnskapssum[], enhet: string, arter: readonly string[]): Ore {
  return sumOre(regnskap.filter((r) => r.enhet === enhet && kodeErIListe(r.art, arter)).map((r) => r.ore));
}

function perEnhet(enheter: readonly string[], belop: (enhet: string) => Ore): ReadonlyMap<string, Ore> {
  return new Map(enheter.map((e) => [e, belop(e)]));
}

function linje(deler: Omit<Fradragslinje, 'sumOre'>): Fradragslinje {
  return { ...deler, sumOre: sumOre(deler.perEnhet.values()) };
}

/** A standard is left out where a fixed part refunds the same arts: the amount would be taken twice. */
function refunderes(s: Standardfradrag, fastledd: readonly Fastleddsum[]): boolean {
  return fastledd.some((f) => s.arter.some((art) => !art.includes('-') && kodeErIListe(art, f.arter)));
}

function linjer({ enheter, regnskap, fastledd, svar, egne }: KostnadsgrunnlagInn): Fradragslinje[] {
  const svaret = (kode: string): Fradragssvar => svar[kode] ?? 'UBEKREFTET';
  return [
    ...STANDARDFRADRAG.filter((s) => !refunderes(s, fastledd)).map((s) =>
      linje({
        kode: s.kode, opphav: 'STANDARD', navn: null, arter: s.arter, artBekreftet: s.bekreftet, svar: svaret(s.kode),
        perEnhet: perEnhet(enheter, (e) => {
          const sum = sumArter(regnskap, e, s.arter);
          return s.type === 'UTGIFT' ? sum : ore(-sum);
        }),
      }),
    ),
    ...fastledd.map((f) =>
      linje({
        kode: `FASTLEDD/${f.kode}`, opphav: 'FASTLEDD', navn: f.navn, arter: f.arter, artBekreftet: true, svar: svaret(`FASTLEDD/${f.kode}`),
        perEnhet: perEnhet(enheter, (e) => f.perEnhet.get(e) ?? INGEN_ORE),
      }),
    ),
    // The controller's own lines are confirmed by being typed.
    ...egne.map((f, nr) =>
      linje({ kode: `EGEN/${nr}`, opphav: 'EGEN', navn: f.navn, arter: [], artBekreftet: true, svar: 'TREKKES', perEnhet: perEnhet(enheter, (e) => ore(f.belop[e] ?? 0)) }),
    ),
  ];
}

/** The units' accounts less the list of what the price should not cover; a line that is declined stays in. In øre. */
export function beregnKostnadsgrunnlag(inn: KostnadsgrunnlagInn): Kostnadsgrunnlag {
  const { enheter, regnskap } = inn;
  const fradrag = linjer(inn);
  const inntektsarter = STANDARDFRADRAG.filter((s) => s.type === 'INNTEKT').flatMap((s) => s.arter);
  const utgifterOre = perEnhet(enheter, (e) => sumArter(regnskap, e, UTGIFTSARTER));
  return {
    enheter,
    utgifterOre,
    fradrag,
    andreInntekterOre: perEnhet(enheter, (e) =>
      sumOre(regnskap.filter((r) => r.enhet === e && !kodeErIListe(r.art, UTGIFTSARTER) && !kodeErIListe(r.art, inntektsarter)).map((r) => ore(-r.ore))),
    ),
    dekkesOre: perEnhet(enheter, (e) =>
      restOre(utgifterOre.get(e) ?? INGEN_ORE, ...fradrag.filter((f) => f.svar !== 'TREKKES_IKKE').map((f) => f.perEnhet.get(e) ?? INGEN_ORE)),
    ),
  };
}

/** Lines with an amount that the controller has not answered. */
export function ubekreftede(grunnlag: Kostnadsgrunnlag): readonly Fradragslinje[] {
  return grunnlag.fradrag.filter((f) => f.svar === 'UBEKREFTET' && [...f.perEnhet.values()].some((belop) => belop !== 0));
}

/** A map of amounts as one sum. */
export function sumAv(belop: ReadonlyMap<string, Ore>): Ore {
  return [...belop.values()].reduce(leggSammen, INGEN_ORE);
}
