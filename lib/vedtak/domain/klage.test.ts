import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { avgjorKlage, fristFor, klageklokke, registrerKlage } from './klage.ts';
import type { Avgjorelse, Klage } from './klage.ts';
import { STANDARD_KLAGEREGEL } from './klageregel.ts';

const fattet = dato('2026-10-01');
const klage: Klage = { status: 'MOTTATT', mottatt: dato('2026-10-20'), frist: dato('2026-11-02'), oppreisning: null, utfall: null };
const sen = { ...klage, mottatt: dato('2026-11-10') };
const grunner = (a: Partial<Avgjorelse>, k: Klage = klage) => {
  const svar = avgjorKlage(k, fattet, { utfall: 'OPPRETTHOLDT', oppreisning: false, nyttVedtakId: null, ...a });
  return svar.ok ? svar.verdi : svar.feil.map((f) => f.grunn);
};

test('fristen er fire uker fra brevet kom, og aldri på en fridag', () => {
  expect(fristFor(dato('2026-10-05'), STANDARD_KLAGEREGEL)).toBe('2026-11-02');
  // four weeks from 27.11. is Christmas Day, a Friday: the first working day is Monday the 28th
  expect(fristFor(dato('2026-11-27'), STANDARD_KLAGEREGEL)).toBe('2026-12-28');
  expect(fristFor(dato('2026-10-05'), { ...STANDARD_KLAGEREGEL, uker: 3 })).toBe('2026-10-26');
});

test('en klage registreres også når den er sen, men ikke fra før vedtaket eller fram i tid', () => {
  const reg = (mottatt: string, brevMottatt = '2026-10-05') => registrerKlage(dato('2026-11-22'), fattet, { mottatt: dato(mottatt), brevMottatt: dato(brevMottatt) });
  expect(reg('2026-11-22').ok).toBe(true);
  expect(reg('2026-09-30')).toMatchObject({ feil: [{ grunn: 'mottattForVedtaket' }] });
  expect(reg('2026-11-23', '2026-09-01')).toMatchObject({ feil: [{ grunn: 'mottattFramITid' }, { grunn: 'brevForVedtaket' }] });
});

describe('avgjørelsen', () => {
  test('opprettholdt og delvis omgjort sendes videre; omgjort, avvist og trukket slutter her', () => {
    expect(grunner({})).toEqual({ status: 'OVERSENDT', oversendes: true });
    expect(grunner({ utfall: 'DELVIS', nyttVedtakId: 9 })).toEqual({ status: 'OVERSENDT', oversendes: true });
    expect(grunner({ utfall: 'OMGJORT', nyttVedtakId: 9 })).toEqual({ status: 'AVSLUTTET', oversendes: false });
    expect(grunner({ utfall: 'TRUKKET' }, sen)).toEqual({ status: 'AVSLUTTET', oversendes: false });
  });

  test('en omgjøring krever det nye vedtaket', () => {
    expect(grunner({ utfall: 'OMGJORT' })).toEqual(['manglerNyttVedtak']);
  });

  test('en sen klage avvises eller gis oppreisning, og mer enn et år etter tas den ikke opp', () => {
    expect(grunner({}, sen)).toEqual(['forSentUtenOppreisning']);
    expect(grunner({ oppreisning: true }, sen)).toEqual({ status: 'OVERSENDT', oversendes: true });
    expect(grunner({ utfall: 'AVVIST' }, sen)).toEqual({ status: 'AVSLUTTET', oversendes: false });
    expect(grunner({ oppreisning: true }, { ...sen, mottatt: dato('2027-10-02') })).toEqual(['ettAr']);
    expect(grunner({ utfall: 'AVVIST' })).toEqual(['avvistIkkeForSent']);
  });

  test('det som er avgjort, avgjøres ikke igjen', () => {
    expect(grunner({}, { ...klage, status: 'OVERSENDT' })).toEqual(['alleredeAvgjort']);
  });
});

test('klokken går en måned hos kommunen, og så hos klageinstansen', () => {
  const k = { status: 'MOTTATT', mottatt: dato('2026-10-20'), oversendt: null } as const;
  expect(klageklokke(dato('2026-11-01'), k)).toEqual({ type: 'I_TIDE', dager: 18 });
  expect(klageklokke(dato('2026-11-14'), k)).toEqual({ type: 'NAER', dager: 5 });
  expect(klageklokke(dato('2026-11-22'), k)).toEqual({ type: 'FORFALT', dager: 3 });
  expect(klageklokke(dato('2026-11-22'), { ...k, status: 'OVERSENDT', oversendt: dato('2026-11-12') })).toEqual({ type: 'HOS_INSTANS', dager: 10 });
});
