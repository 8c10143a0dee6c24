import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { AvregningInn, Komponent, Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import {
  byggBesok,
  byggEnhet,
  byggKomponent,
  byggOppdrag,
  byggPris,
  byggSak,
  byggTimer,
  byggVedtak,
} from '#lib/avregning/domain/bygg-sak.ts';

function linjer(sak: AvregningInn): readonly Linje[] {
  const svar = beregnAvregning(sak);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi.linjer;
}
const volum = (sak: AvregningInn) => linjer(sak).map((l) => tilDesimal(l.volum));
const med = (k: Komponent, valg: Partial<AvregningInn> = {}) => volum(byggSak([k], valg));

describe('performed time', () => {
  const besok = [byggBesok('B1', '2025-03-03T08:00', 50), byggBesok('B2', '2025-03-10T08:00', 70)];

  test('is the minutes of approved visits, in hours, at the price of the unit’s group', () => {
    const [linje] = linjer(byggSak([byggKomponent('time', 'UTFORT_TID')], { besok }));
    expect(linje).toMatchObject({ komponent: 'time', vedtak: 'V1', volum: brok(2), prisOre: 60000, belopOre: 120000 });
  });

  test('is never more than granted in the month (Stavanger)', () => {
    const vedtak = [byggVedtak('V1', { omfang: byggTimer(14) })];
    expect(med(byggKomponent('time', 'UTFORT_TID_MAKS_VEDTATT'), { vedtak, besok })).toEqual(['1.0333']);
    const tak = { faktor: brokFraDesimal('1.1'), periode: 'MANED' } as const;
    expect(med(byggKomponent('time', 'UTFORT_TID_MAKS_VEDTATT', { tak }), { vedtak, besok })).toEqual(['1.1367']);
  });

  test('with a weekly cap, what is above one week does not fill another', () => {
    const tak = { faktor: brok(1), periode: 'UKE' } as const;
    const vedtak = [byggVedtak('V1', { omfang: byggTimer(60) })];
    expect(med(byggKomponent('time', 'UTFORT_TID_MAKS_VEDTATT', { tak }), { vedtak, besok })).toEqual(['1.8333']);
  });

  test('with a yearly cap, what was not used in January is there in February', () => {
    const tak = { faktor: brok(1), periode: 'AR' } as const;
    const vedtak = [byggVedtak('V1', { omfang: byggTimer(70) })];
    const arets = [byggBesok('B1', '2025-01-10T08:00', 60), byggBesok('B2', '2025-02-10T08:00', 600)];
    const sak = byggSak([byggKomponent('time', 'UTFORT_TID_MAKS_VEDTATT', { tak })], {
      maned: maned('2025-02'),
      vedtak,
      besok: arets,
    });
    // granted 310 + 280 minutes to the end of February, 60 of them used in January
    expect(volum(sak)).toEqual(['8.8333']);
  });

  test('a missed visit counts by its share of the planned minutes', () => {
    const kategorier = [{ kategori: 'BOMTUR', andel: brokFraDesimal('0.5'), grunnlag: 'PLANLAGT' }] as const;
    const bom = byggBesok('B3', '2025-03-11T08:00', 5, { kategori: 'BOMTUR', planlagtMinutter: 60 });
    expect(med(byggKomponent('time', 'UTFORT_TID', { kategorier }), { besok: [bom] })).toEqual(['0.5000']);
    expect(med(byggKomponent('besok', 'BESOK', { kategorier }), { besok: [bom] })).toEqual(['0.5000']);
  });

  test.each([
    ['NARMEST', 12, 10],
    ['NARMEST', 13, 15],
    ['OPP', 11, 15],
    ['NED', 14, 10],
    ['NARMEST', 0, 10],
  ] as const)('minutes to the step %s: %i count as %i', (retning, inn, ut) => {
    const minuttregel = { trinn: 5, minst: 10, retning };
    const ett = [byggBesok('B1', '2025-03-03T08:00', inn)];
    const [linje] = linjer(byggSak([byggKomponent('time', 'UTFORT_TID', { minuttregel })], { besok: ett }));
    expect(linje?.belopOre).toBe(ut * 1000);
  });
});

describe('places and stays', () => {
  const plass = { type: 'PLASS', plasstype: 'LANGTID' } as const;
  const fravarsregel = [{ fraDag: 2, tilDag: 3, andel: brok(1, 2) }];
  const dogn = byggKomponent('dogn', 'BELAGTE_DOGN', { plasstyper: ['LANGTID'], fravarsregel });

  test('a night counts from the day in to the day before out, and nights away by their number', () => {
    const opphold = [
      {
        oppdrag: 'O1',
        inn: dato('2025-03-02'),
        ut: dato('2025-03-12'),
        fravar: [{ fom: dato('2025-03-05'), tom: dato('2025-03-08') }],
      },
    ];
    // ten nights, four away: of those the second and the third count half
    expect(med(dogn, { vedtak: [byggVedtak('V1', { omfang: plass })], opphold })).toEqual(['7.0000']);
  });

  test('places are the mean over the days of the month', () => {
    const enhet = {
      id: 'U1',
      perioder: [
        { fom: dato('2020-01-01'), tom: dato('2025-03-10'), gruppe: 'KOMMUNAL', plasser: { LANGTID: 31 } },
        { fom: dato('2025-03-11'), tom: null, gruppe: 'KOMMUNAL', plasser: {} },
      ],
    };
    const plasser = byggKomponent('plass', 'PLASSER', { plasstyper: ['LANGTID'] });
    expect(med(plasser, { enheter: [enhet] })).toEqual(['10.0000']);
  });
});

describe('counts per month', () => {
  const byttet = [
    byggOppdrag('O1', 'V1', { tom: dato('2025-03-10') }),
    byggOppdrag('O2', 'V1', { fom: dato('2025-03-22') }),
  ];

  test('a level counts for the unit that has the recipient on the last day, at the price of the level', () => {
    const k = byggKomponent('niva', 'NIVA_MANEDSSLUTT', {
      priser: [byggPris('KOMMUNAL', 100), byggPris('KOMMUNAL', 700, { niva: 3 })],
    });
    const vedtak = [byggVedtak('V1', { omfang: { type: 'NIVA', niva: 3 } })];
    const oppdrag = [byttet[0], { ...byttet[1], enhet: 'U2' }].filter((o) => o !== undefined) as typeof byttet;
    const sak = byggSak([k], { vedtak, oppdrag, enheter: [byggEnhet('U1'), byggEnhet('U2')] });
    expect(linjer(sak)).toMatchObject([{ enhet: 'U2', belopOre: 700 }]);
  });

  test('a vedtak at a unit counts once, or by its days', () => {
    expect(med(byggKomponent('v', 'VEDTAK_MANED'), { oppdrag: byttet })).toEqual(['1.0000']);
    expect(med(byggKomponent('v', 'VEDTAK_MANED', { fordeling: 'DAGER' }), { oppdrag: byttet })).toEqual(['0.6452']);
  });

  test('a recipient with two vedtak at the unit is one recipient', () => {
    const vedtak = [byggVedtak('V1', { mottaker: 'M' }), byggVedtak('V2', { mottaker: 'M' })];
    const oppdrag = [byggOppdrag('O1', 'V1'), byggOppdrag('O2', 'V2')];
    expect(med(byggKomponent('b', 'BRUKERE_MANED'), { vedtak, oppdrag })).toEqual(['1.0000']);
  });

  test('a contract is paid by the day, at its own price', () => {
    const omfang = { type: 'KONTRAKT', manedsbelopOre: ore(3_100_000) } as const;
    const sak = byggSak([byggKomponent('k', 'KONTRAKT', { priser: [] })], {
      vedtak: [byggVedtak('V1', { omfang })],
      oppdrag: [byggOppdrag('O1', 'V1', { fom: dato('2025-03-30') })],
    });
    expect(linjer(sak)).toMatchObject([{ prisOre: 3_100_000, belopOre: 200_000 }]);
  });
});

describe('what stops and what is set aside', () => {
  test('a missing price where there is volume is refused, with the group and the month; without volume it is nothing', () => {
    const k = byggKomponent('time', 'VEDTATT_TID', { priser: [byggPris('PRIVAT', 1)] });
    expect(beregnAvregning(byggSak([k]))).toEqual({
      ok: false,
      feil: [{ ordning: 'isf', komponent: 'time', gruppe: 'KOMMUNAL', niva: null, maned: '2025-03' }],
    });
    expect(linjer(byggSak([k], { oppdrag: [] }))).toEqual([]);
  });

  test('a visit that no component can count is listed with the first reason that holds', () => {
    const besok = [
      byggBesok('B1', '2025-03-03T08:00', 30, { oppdrag: 'O9', kvittert: false }),
      byggBesok('B2', '2025-03-31T08:00', 30, { kvittert: false }),
      byggBesok('B3', '2025-03-03T08:00', 30, { kvittert: false }),
      byggBesok('B4', '2025-03-03T08:00', 30, { kategori: 'REISE' }),
      byggBesok('B5', '2025-03-03T08:00', 30),
      byggBesok('B6', '2025-02-03T08:00', 30, { kategori: 'REISE' }),
    ];
    const svar = beregnAvregning(
      byggSak([byggKomponent('time', 'UTFORT_TID')], {
        besok,
        oppdrag: [byggOppdrag('O1', 'V1', { tom: dato('2025-03-30') })],
      }),
    );
    expect(svar.ok && svar.verdi.avvist).toEqual([
      { besok: 'B1', grunn: 'UKJENT_OPPDRAG' },
      { besok: 'B2', grunn: 'UTENFOR_PERIODE' },
      { besok: 'B3', grunn: 'IKKE_KVITTERT' },
      { besok: 'B4', grunn: 'KATEGORI' },
    ]);
  });
});

describe('posting', () => {
  const k = byggKomponent('time', 'VEDTATT_TID');

  test('a price revised with effect backwards posts the difference in the month of the run', () => {
    const bokfort = linjer(byggSak([k], { maned: maned('2025-02') }));
    const revidert = byggKomponent('time', 'VEDTATT_TID', { priser: [byggPris('KOMMUNAL', 61000)] });
    const apneManeder = [maned('2025-02'), maned('2025-03')];
    const [rettelse] = linjer(byggSak([revidert], { bokfort, apneManeder }));
    expect(rettelse).toMatchObject({ gjelderManed: '2025-02', bokfortManed: '2025-03', prisOre: 61000, belopOre: 14000 });
    expect(tilDesimal(rettelse?.volum ?? brok(1))).toBe('0.0000');
  });

  test('what is no longer owed is taken back at the last posted price; closed months are left alone', () => {
    const bokfort = linjer(byggSak([k], { maned: maned('2025-02') }));
    const apneManeder = [maned('2025-02'), maned('2025-03')];
    const tomt = byggSak([k], { oppdrag: [], bokfort, apneManeder });
    expect(linjer(tomt)).toMatchObject([{ gjelderManed: '2025-02', volum: brok(-14), prisOre: 60000, belopOre: -840000 }]);
    expect(linjer({ ...tomt, apneManeder: [maned('2025-03')] })).toEqual([]);
  });
});
