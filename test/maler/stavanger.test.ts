import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, priskomponenter, prisregelFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import { ordningFraMal } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import { manedAv } from '#lib/core/maned.ts';
import { byggBesok, byggOppdrag, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { andel, enhet, kr, malen, ordningen, ordningerFor, pris, spillAr, tall, timevedtak, verdi } from './spill-ar.ts';

const PRISER = [
  pris('hjemme', 'time', 600), pris('hjemme', 'time', 560, { gruppe: 'PRIVAT' }),
  pris('hjemme', 'dagsenter', 900), pris('hjemme', 'dagsenter', 900, { gruppe: 'PRIVAT' }),
];
const ENHETER = ['MADLA', 'HUNDVAG'].map((id) => ({ id, ordninger: ['hjemme'], grupper: ['KOMMUNAL'] }));
// 7 hours a week in March: 31 hours
const MOTTAKER = timevedtak('V1', 'MADLA', 7);

function mars(minutterPerDag: number) {
  const besok = Array.from({ length: 31 }, (_, i) => {
    const dag = String(i + 1).padStart(2, '0');
    return byggBesok(`B${dag}`, `2025-03-${dag}T09:00`, minutterPerDag, { oppdrag: 'O-V1' });
  });
  return spillAr(2025, { ordninger: ordningerFor('stavanger', PRISER, ENHETER, 2025), enheter: ENHETER.map((e) => enhet(e.id)), vedtak: [MOTTAKER.vedtak], oppdrag: [MOTTAKER.oppdrag], besok });
}

/** Next year's hourly price from two units' costs: 1 000 hours each at 500 and 620 kr. */
function nesteTimepris(krav: string, kvantil = '0') {
  const mal = ordningen('stavanger', 'hjemme');
  return verdi(beregnStykkpris({
    ar: 2026,
    regel: { ...verdi(prisregelFraMal(mal, NULL_BROK, brokFraDesimal(krav))), kvantil: brokFraDesimal(kvantil) },
    komponenter: priskomponenter(mal, 'KOMMUNAL', PRISER),
    enheter: [
      { id: 'MADLA', kostnadOre: kr(500_000), volum: new Map([['time', tall(1000)]]) },
      { id: 'HUNDVAG', kostnadOre: kr(620_000), volum: new Map([['time', tall(1000)]]) },
    ],
  })).priser.find((p) => p.komponent === 'time')?.ore;
}

describe('Stavanger 2004– (ECON 4.5)', () => {
  test('no more than the granted time is paid, however much is registered', () => {
    expect(mars(90).inntekt('MADLA')).toBe(kr(31 * 600));
  });

  test('less than granted is paid as registered', () => {
    expect(mars(30).inntekt('MADLA')).toBe(kr(31 * 0.5 * 600));
  });

  test('what the purchaser is charged is what the units receive', () => {
    const ar = mars(60);
    expect(ar.bestillerBelastning).toBe(ar.inntekt('MADLA') + ar.inntekt('HUNDVAG'));
  });

  test('the hour is priced at the best practice in the municipality: the cheapest unit’s 500 kr', () => {
    expect(nesteTimepris('0')).toBe(kr(500));
    expect(nesteTimepris('0', '1')).toBe(kr(620));
  });

  test('a politically set efficiency demand of 4 % lowers the rate to 480 kr', () => {
    expect(nesteTimepris('0.04')).toBe(kr(480));
  });

  test('of all the municipalities the price is a means of cutting only here', () => {
    const kommuner = ['kristiansand', 'asker-2002', 'asker-2006', 'stavanger', 'moss', 'drammen', 'hamar', 'sorum'];
    expect(kommuner.filter((k) => malen(k).ordninger.some((o) => o.prisregel?.effektivitetskrav))).toEqual(['stavanger']);
  });

  test('the deficit that follows is not demanded back: the municipality covers it', () => {
    const inntektOre = kr(480_000);
    const ut = beregnOverforing({
      regel: verdi(overforingFraMal(ordningen('stavanger', 'hjemme').overforing)),
      enheter: [{ id: 'HUNDVAG', inntektOre, kostnadOre: kr(620_000), budsjettOre: ore(0) }],
      dispensasjoner: [],
    });
    expect(ut.sum).toEqual({ resultatOre: kr(-140_000), overforesOre: 0, kommunenDekkerOre: kr(140_000) });
  });

  test('day centres are in the scheme: the days delivered are paid', () => {
    const ar = spillAr(2025, {
      ordninger: ordningerFor('stavanger', PRISER, ENHETER, 2025),
      enheter: ENHETER.map((e) => enhet(e.id)),
      vedtak: [byggVedtak('D1', { tjeneste: 'DAGSENTER', omfang: { type: 'ANTALL', antall: 2, perUker: 1 } })],
      oppdrag: [byggOppdrag('O-D1', 'D1', { enhet: 'HUNDVAG' })],
      leveranser: ['2025-03-03', '2025-03-05', '2025-03-10'].map((dag) => ({ id: dag, oppdrag: 'O-D1', dato: dato(dag), antall: 1, kvittert: true })),
    });
    expect(ar.inntekt('HUNDVAG')).toBe(kr(3 * 900));
  });

  describe('nursing homes as planned from 2007', () => {
    const klasser = [pris('sykehjem', 'klasse', 40_000, { niva: 1 }), pris('sykehjem', 'klasse', 55_000, { niva: 2 }), pris('sykehjem', 'klasse', 80_000, { niva: 3 })];
    const heim = [{ id: 'HEIM', ordninger: ['sykehjem'], grupper: ['KOMMUNAL'] }];

    test('a resident is paid by care-weight class, a heavy one twice a light one where the municipality has priced it so', () => {
      const ar = spillAr(2025, {
        ordninger: ordningerFor('stavanger', klasser, heim, 2025),
        enheter: [enhet('HEIM')],
        vedtak: [1, 3].map((niva) => byggVedtak(`P${niva}`, { tjeneste: 'LANGTIDSOPPHOLD', omfang: { type: 'NIVA', niva } })),
        oppdrag: [1, 3].map((niva) => byggOppdrag(`O-P${niva}`, `P${niva}`, { enhet: 'HEIM' })),
      });
      expect(ar.inntekt('HEIM')).toBe(kr(12 * (40_000 + 80_000)));
    });

    test('without a single class priced the plan cannot be run', () => {
      const svar = ordningFraMal(malen('stavanger'), { priser: [], arsbelop: [] }, heim, manedAv(2025, 1));
      expect(svar).toMatchObject({ ok: false, feil: [{ grunn: 'MANGLER_PRIS', komponent: 'klasse', gruppe: 'KOMMUNAL', niva: 1 }] });
    });
  });

  test('in 2004 and 2005 the hours held and the price fell: the revenue falls with the price alone', () => {
    const fall = PRISER.map((p) => ({ ...p, ore: andel(p.ore, 80) }));
    const besok = [byggBesok('B1', '2025-03-03T09:00', 60, { oppdrag: 'O-V1' })];
    const felles = { enheter: ENHETER.map((e) => enhet(e.id)), vedtak: [MOTTAKER.vedtak], oppdrag: [MOTTAKER.oppdrag], besok };
    const foer = spillAr(2025, { ...felles, ordninger: ordningerFor('stavanger', PRISER, ENHETER, 2025) });
    const etter = spillAr(2025, { ...felles, ordninger: ordningerFor('stavanger', fall, ENHETER, 2025) });
    expect(etter.volum('MADLA')).toEqual(foer.volum('MADLA'));
    expect(etter.inntekt('MADLA')).toBe(andel(foer.inntekt('MADLA'), 80));
  });
});
