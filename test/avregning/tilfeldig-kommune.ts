import fc from 'fast-check';
import { BESOKSKATEGORIER } from '#lib/avregning/domain/avregning-inn.ts';
import type { Dato } from '#lib/core/dato.ts';
import { datoFraDagnummer, dagnummer } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Komponentregler } from '#lib/grunnlag/domain/ordning.ts';

/** A small municipality in plain values: put into the database by `settInn`, and read as a core case by `somSak`. */
export type TestBesok = { oppdrag: number; dato: Dato; time: number; minutt: number; minutter: number; planlagt: number | null; kategori: string; kvittert: boolean };
export type TestVedtak = {
  tjeneste: string;
  omfang: { type: 'TIMER'; minutter: number; besok: number; perUker: number; deler?: { tidsband: string; minutter: number; besok: number }[] } | { type: 'ANTALL'; antall: number; perUker: number } | { type: 'NIVA'; niva: number } | { type: 'PLASS'; plasstype: string } | { type: 'KONTRAKT'; manedsbelopOre: number };
  fom: Dato;
  tom: Dato | null;
  pauser: { fom: Dato; tom: Dato | null }[];
};
/** `tidsband` absent: the whole. */
export type TestOppdrag = { vedtak: number; enhet: number; fom: Dato; tom: Dato | null; tidsband?: string[] };
export type TestKommune = {
  enheter: { gruppe: string; langtid: number }[];
  komponenter: { kode: string; volumkilde: string; regler: Komponentregler; tjenester: string[] }[];
  priser: { komponent: string; gruppe: string; niva: number | null; fom: Maned; tom: Maned | null; ore: number }[];
  vedtak: TestVedtak[];
  oppdrag: TestOppdrag[];
  justeringer: { oppdrag: number; fom: Dato; tom: Dato; minutter: number; besok: number; avslattFra: Dato | null }[];
  besok: TestBesok[];
  leveranser: { oppdrag: number; dato: Dato; antall: number; kvittert: boolean }[];
  opphold: { oppdrag: number; inn: Dato; ut: Dato | null; fravar: { fom: Dato; tom: Dato | null }[] }[];
  regnskap: { enhet: number; maned: Maned; art: string; ore: number }[];
};

export const TJENESTER = ['HJEMMESYKEPLEIE', 'PRAKTISK_BISTAND', 'LANGTID'] as const;
export const GRUPPER = ['KOMMUNAL', 'PRIVAT'] as const;
export const TIDSBAND = [
  { kode: 'NATT', dager: [1, 2, 3, 4, 5, 6, 7], fra: '22:00', til: '07:00' },
  { kode: 'HELG', dager: [6, 7], fra: '07:00', til: '22:00' },
];
const FORSTE = dagnummer('2025-01-01' as Dato);
const SISTE = dagnummer('2025-04-30' as Dato);

const dag = (fra: number = FORSTE, til: number = SISTE) => fc.integer({ min: fra, max: til }).map(datoFraDagnummer);
const periode = fc
  .tuple(fc.integer({ min: FORSTE - 40, max: SISTE }), fc.option(fc.integer({ min: 0, max: 100 })))
  .map(([fra, dager]) => ({ fom: datoFraDagnummer(fra), tom: dager === null ? null : datoFraDagnummer(fra + dager) }));

const REGLER: readonly { volumkilde: string; regler: Komponentregler }[] = [
  { volumkilde: 'VEDTATT_TID', regler: {} },
  { volumkilde: 'VEDTATT_TID', regler: { trekkPause: false } },
  { volumkilde: 'VEDTATT_BESOK', regler: {} },
  { volumkilde: 'VEDTATT_TID', regler: { tidsband: 'NATT' } },
  { volumkilde: 'VEDTATT_BESOK', regler: { tidsband: 'HELG', trekkPause: false } },
  { volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tidsband: 'NATT', tak: { faktor: '1.2', periode: 'UKE' } } },
  { volumkilde: 'UTFORT_TID', regler: { kategorier: { BOMTUR: { andel: '0.5', grunnlag: 'PLANLAGT' } } } },
  { volumkilde: 'UTFORT_TID', regler: { minuttregel: { trinn: 15, minst: 10, retning: 'OPP' } } },
  { volumkilde: 'UTFORT_TID', regler: { minuttregel: { trinn: 6, minst: 0, retning: 'NARMEST' }, kategorier: { REISE: { andel: '0.25' } } } },
  { volumkilde: 'UTFORT_TID', regler: { tidsband: 'NATT' } },
  { volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { faktor: '1.1', periode: 'MANED' } } },
  { volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { periode: 'UKE' }, kategorier: { BOMTUR: { andel: '1' } } } },
  { volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { faktor: '0.9', periode: 'AR' } } },
  { volumkilde: 'BESOK', regler: { kategorier: { BOMTUR: { andel: '0.3333' } } } },
  { volumkilde: 'BESOK', regler: { tidsband: 'HELG' } },
  { volumkilde: 'VEDTATT_ANTALL', regler: {} },
  { volumkilde: 'UTFORT_ANTALL', regler: {} },
  { volumkilde: 'BELAGTE_DOGN', regler: { plasstyper: ['LANGTID'], fravarsregel: [{ fraDag: 1, tilDag: 3, andel: '0.5' }] } },
  { volumkilde: 'PLASSER', regler: { plasstyper: ['LANGTID'] } },
  { volumkilde: 'NIVA_MANEDSSLUTT', regler: {} },
  { volumkilde: 'BRUKERE_MANED', regler: { fordeling: 'DAGER' } },
  { volumkilde: 'VEDTAK_MANED', regler: {} },
  { volumkilde: 'KONTRAKT', regler: {} },
];

/** A part of an extent lies in a band: less than the whole, in minutes and in visits. */
const delt = fc.record({ minutter: fc.integer({ min: 60, max: 900 }), besok: fc.integer({ min: 2, max: 14 }), perUker: fc.integer({ min: 1, max: 2 }), natt: fc.integer({ min: 1, max: 29 }), helg: fc.integer({ min: 0, max: 29 }) }).map(({ natt, helg, ...hele }) => ({
  type: 'TIMER' as const,
  ...hele,
  deler: [{ tidsband: 'NATT', minutter: natt, besok: 1 }, { tidsband: 'HELG', minutter: helg, besok: 1 }],
}));
const omfang = fc.oneof(
  { weight: 2, arbitrary: delt },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('TIMER' as const), minutter: fc.integer({ min: 30, max: 900 }), besok: fc.integer({ min: 0, max: 14 }), perUker: fc.integer({ min: 1, max: 2 }) }) },
  fc.record({ type: fc.constant('ANTALL' as const), antall: fc.integer({ min: 1, max: 7 }), perUker: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant('NIVA' as const), niva: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant('PLASS' as const), plasstype: fc.constantFrom('LANGTID', 'KORTTID') }),
  fc.record({ type: fc.constant('KONTRAKT' as const), manedsbelopOre: fc.integer({ min: 1, max: 9_000_000 }) }),
);
const vedtak = fc.record({ tjeneste: fc.constantFrom(...TJENESTER), omfang, pauser: fc.array(periode, { maxLength: 1 }) }).chain((v) => periode.map((p) => ({ ...v, ...p })));

export function tilfeldigBesok(antallOppdrag: number): fc.Arbitrary<TestBesok> {
  return fc.record({
    oppdrag: fc.integer({ min: 0, max: antallOppdrag - 1 }),
    dato: dag(),
    time: fc.integer({ min: 0, max: 23 }),
    minutt: fc.integer({ min: 0, max: 59 }),
    minutter: fc.integer({ min: 0, max: 240 }),
    planlagt: fc.option(fc.integer({ min: 5, max: 90 })),
    kategori: fc.oneof({ weight: 6, arbitrary: fc.constant('BRUKERRETTET') }, fc.constantFrom(...BESOKSKATEGORIER)),
    kvittert: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  });
}

/** One order a vedtak, or two at once where the other unit has the nights, or two after each other at two units, inside its validity. */
function oppdragFor(v: TestVedtak, nr: number, enhet: number, bytte: number | null): TestOppdrag[] {
  const natten = v.omfang.type === 'TIMER' && v.omfang.deler ? [{ vedtak: nr, enhet: 1 - enhet, fom: v.fom, tom: v.tom, tidsband: ['NATT'] }] : [];
  if (bytte === null) return [{ vedtak: nr, enhet, fom: v.fom, tom: v.tom }, ...natten];
  const skille = datoFraDagnummer(dagnummer(v.fom) + bytte);
  if (v.tom !== null && skille >= v.tom) return [{ vedtak: nr, enhet, fom: v.fom, tom: v.tom }];
  return [
    { vedtak: nr, enhet, fom: v.fom, tom: skille },
    { vedtak: nr, enhet: 1 - enhet, fom: datoFraDagnummer(dagnummer(skille) + 1), tom: v.tom },
  ];
}

function prisliste(komponenter: TestKommune['komponenter'], ore: readonly number[]): TestKommune['priser'] {
  return komponenter.flatMap((k, i) =>
    GRUPPER.flatMap((gruppe, g) =>
      (k.volumkilde === 'NIVA_MANEDSSLUTT' ? [1, 2] : [null]).flatMap((niva) => {
        const pris = (ore[(i * 2 + g) % ore.length] ?? 100) + (niva ?? 0);
        return [
          { komponent: k.kode, gruppe, niva, fom: '2024-12' as Maned, tom: '2025-02' as Maned, ore: pris },
          { komponent: k.kode, gruppe, niva, fom: '2025-03' as Maned, tom: null, ore: pris + 777 },
        ];
      }),
    ),
  );
}

export const tilfeldigKommune: fc.Arbitrary<TestKommune> = fc
  .record({
    enheter: fc.tuple(...[0, 1].map(() => fc.record({ gruppe: fc.constantFrom(...GRUPPER), langtid: fc.integer({ min: 0, max: 9 }) }))),
    regler: fc.subarray([...REGLER], { minLength: 2, maxLength: 8 }),
    bareEn: fc.boolean(),
    ore: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 3, maxLength: 5 }),
    vedtak: fc.array(fc.tuple(vedtak, fc.integer({ min: 0, max: 1 }), fc.option(fc.integer({ min: 0, max: 60 }))), { minLength: 1, maxLength: 6 }),
    regnskap: fc.array(fc.record({ enhet: fc.integer({ min: 0, max: 1 }), maned: fc.constantFrom('2025-01' as Maned, '2025-02' as Maned, '2025-03' as Maned), art: fc.constantFrom('190', '196', '200'), ore: fc.integer({ min: -5000, max: 50_000 }) }), { maxLength: 4 }),
  })
  .chain((grunn) => {
    const komponenter = grunn.regler.map((r, i) => ({ kode: `k${i}`, ...r, tjenester: grunn.bareEn && i === 0 ? ['HJEMMESYKEPLEIE'] : [] }));
    const oppdrag = grunn.vedtak.flatMap(([v, enhet, bytte], nr) => oppdragFor(v, nr, enhet, bytte));
    const iOppdrag = fc.integer({ min: 0, max: oppdrag.length - 1 });
    return fc.record({
      enheter: fc.constant([...grunn.enheter]),
      komponenter: fc.constant(komponenter),
      priser: fc.constant(prisliste(komponenter, grunn.ore)),
      vedtak: fc.constant(grunn.vedtak.map(([v]) => v)),
      oppdrag: fc.constant(oppdrag),
      justeringer: fc.array(fc.record({ oppdrag: iOppdrag, minutter: fc.integer({ min: 1, max: 120 }), besok: fc.integer({ min: 0, max: 3 }), avslattFra: fc.option(dag()), fom: dag() }).map((j) => ({ ...j, tom: datoFraDagnummer(dagnummer(j.fom) + 9) })), { maxLength: 3 }),
      besok: fc.array(tilfeldigBesok(oppdrag.length), { maxLength: 60 }),
      leveranser: fc.array(fc.record({ oppdrag: iOppdrag, dato: dag(), antall: fc.integer({ min: 1, max: 3 }), kvittert: fc.boolean() }), { maxLength: 5 }),
      opphold: fc.uniqueArray(fc.record({ oppdrag: iOppdrag, inn: dag(), fravar: fc.array(periode, { maxLength: 1 }), lengde: fc.option(fc.integer({ min: 1, max: 90 })) }), { maxLength: 2, selector: (o) => o.oppdrag }).map((liste) =>
        liste.map(({ lengde, ...o }) => ({ ...o, ut: lengde === null ? null : datoFraDagnummer(dagnummer(o.inn) + lengde) })),
      ),
      regnskap: fc.constant(grunn.regnskap),
    });
  });
