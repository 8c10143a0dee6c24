import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { opphorVedtak } from './opphor-vedtak.ts';
import type { ForeslattOpphor } from './opphor-vedtak.ts';

const idag = dato('2026-11-18');
const virkning = { fom: dato('2026-04-28'), tom: dato('2027-01-31') };
const opphor: ForeslattOpphor = { tom: dato('2026-11-30'), grunn: 'ONSKE', varsel: null, unntak: null };
const varsel = { id: 3, slag: 'OPPHOR', sendt: dato('2026-10-20'), frist: dato('2026-11-04'), svarMottatt: null, vurdert: true, brukt: false, trukket: false } as const;
const grunner = (o: Partial<ForeslattOpphor>, v: typeof virkning | null = virkning) => {
  const svar = opphorVedtak(idag, v, { ...opphor, ...o });
  return svar.ok ? [] : svar.feil.map((en) => en.grunn);
};

describe('å avslutte et vedtak', () => {
  test('mottakerens eget ønske og dødsfall trenger ikke varsel', () => {
    expect(grunner({})).toEqual([]);
    expect(grunner({ grunn: 'DOD', tom: dato('2026-11-10') })).toEqual([]);
  });

  test('det mottakeren ikke har bedt om, varsles før det virker', () => {
    expect(grunner({ grunn: 'REVURDERT' })).toEqual(['manglerVarsel']);
    expect(grunner({ grunn: 'REVURDERT', varsel: { ...varsel, vurdert: false } })).toEqual(['varselIkkeVurdert']);
    expect(grunner({ grunn: 'REVURDERT', varsel: { ...varsel, vurdert: false, frist: dato('2026-11-20') } })).toEqual(['varselVenterSvar']);
    expect(opphorVedtak(idag, virkning, { ...opphor, grunn: 'REVURDERT', varsel })).toEqual({ ok: true, verdi: { tom: '2026-11-30', varselId: 3 } });
    expect(grunner({ grunn: 'LANGTIDSOPPHOLD', unntak: 'UTTALT' })).toEqual([]);
  });

  test('sluttdatoen ligger i vedtakets tid og er tidligere enn den som står', () => {
    expect(grunner({ tom: dato('2026-04-27') })).toEqual(['opphorForStart']);
    expect(grunner({ tom: dato('2027-01-31') })).toEqual(['ikkeKortere']);
  });

  test('et vedtak som er slutt, kan ikke avsluttes', () => {
    expect(grunner({}, { ...virkning, tom: dato('2026-11-17') })).toEqual(['alleredeAvsluttet']);
    expect(grunner({}, null)).toEqual(['finnesIkke']);
  });
});
