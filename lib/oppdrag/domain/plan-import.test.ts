import { describe, expect, test } from 'vitest';
import type { Celle } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { foreslaKartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { lesOppgaver, lesUkedager, PLAN_IMPORT } from './plan-import.ts';

test.each<[string, number[] | null]>([
  ['mandag', [1]], ['man, ons og fre', [1, 3, 5]], ['Ma Ti', [1, 2]], ['1-5', [1, 2, 3, 4, 5]], ['man – fre', [1, 2, 3, 4, 5]], ['hverdager', [1, 2, 3, 4, 5]], ['Laurdag; sundag', [6, 7]], ['daglig', [1, 2, 3, 4, 5, 6, 7]],
  ['fre-man', null], ['noendag', null], ['8', null], ['', null],
])('%j is the weekdays %j', (tekst, dager) => {
  expect(lesUkedager(tekst)).toEqual(dager);
});

test('tasks are of the closed list, in its order, and others are told', () => {
  expect(lesOppgaver('Medisin, stell, MEDISIN')).toEqual({ oppgaver: ['STELL', 'MEDISIN'], ukjente: [] });
  expect(lesOppgaver('Stell, urolig om natten')).toEqual({ oppgaver: ['STELL'], ukjente: ['urolig om natten'] });
});

const HODE = ['Mottaker', 'Ukedag', 'Dato', 'Klokkeslett', 'Varighet', 'Slutt', 'Personer', 'Oppgaver', 'Hver', 'Gyldig fra', 'Gyldig til'];
const KODER = { planoppdrag: { valg: [], finn: (t: string) => (t === 'M-1' ? '77' : null) }, ansatt: { valg: [], finn: () => null } };
const tolk = (celler: Celle[]) => tolkRad(lagPlan(PLAN_IMPORT, foreslaKartlegging(PLAN_IMPORT, HODE, null), HODE, KODER), celler);

describe('a row of a plan', () => {
  test('is a visit on its weekdays, or once; every other week counts from the week it begins', () => {
    expect(tolk(['M-1', 'man, tor', null, '08:15', '25', null, '2', 'Stell', null, null, null])).toEqual({
      utfall: 'RAD', rad: { oppdragId: 77, ukedager: [1, 4], dato: null, hver: 1, fase: 0, startMinutt: 495, minutter: 25, personer: 2, oppgaver: ['STELL'], ansattId: null, fom: null, tom: null },
    });
    expect(tolk(['M-1', null, '2026-12-24', '23.50', null, '00.20', null, null, null, null, null])).toMatchObject({ rad: { ukedager: [], dato: '2026-12-24', minutter: 30, fom: '2026-12-24', tom: '2026-12-24' } });
    // 12 January 1970 is the second week: 1 of 2.
    expect(tolk(['M-1', 'ons', null, '08:15', '25', null, null, null, '2', '1970-01-14', null])).toMatchObject({ rad: { hver: 2, fase: 1 } });
    expect(tolk(['M-1', 'ons', null, '08:15', '25', null, null, null, '2', '1970-01-11', null])).toMatchObject({ rad: { fase: 0 } });
  });

  test('tells every fault at once', () => {
    const svar = tolk(['M-1', 'noendag', null, '08:15', '2000', null, '9', 'Hest', '13', '2026-02-02', '2026-01-01']);
    expect(svar.utfall === 'FEIL' && svar.feil.map((f) => f.grunn)).toEqual(['IKKE_UKEDAG', 'IKKE_LENGDE', 'IKKE_PERSONER', 'UKJENT_OPPGAVE', 'TOM_FOR_FOM', 'IKKE_INTERVALL']);
    expect(tolk(['M-1', 'man', '2026-12-24', '08:15', null, null, null, null, '2', null, null])).toMatchObject({ feil: [{ grunn: 'UKEDAG_ELLER_DATO' }, { grunn: 'MANGLER' }] });
    expect(tolk(['M-1', 'man', null, '08:15', '10', null, null, null, '2', null, null])).toMatchObject({ feil: [{ grunn: 'INTERVALL_UTEN_START' }] });
    expect(tolk(['Kari Hansen', 'man', null, '08:15', '10', null, null, null, null, null, null])).toMatchObject({ feil: [{ kolonne: 'planoppdrag', grunn: 'UKJENT_VERDI' }] });
  });
});
