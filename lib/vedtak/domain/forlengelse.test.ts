import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { forleng, forlengelsesgrunn, sluttskjebne } from './forlengelse.ts';

const idag = dato('2026-11-22');

test('et vedtak som går ut innen seksti dager, forlenges fra dagen etter i et kvartal', () => {
  expect(forleng(idag, { tom: dato('2026-11-30'), etterfolger: false })).toEqual({ ok: true, verdi: { fom: '2026-12-01', tom: '2027-03-01' } });
  expect(forleng(idag, { tom: dato('2027-01-21'), etterfolger: false }).ok).toBe(true);
  expect(forleng(idag, { tom: dato('2027-01-22'), etterfolger: false })).toMatchObject({ feil: { grunn: 'ikkeUtlop' } });
  expect(forleng(idag, { tom: null, etterfolger: false })).toMatchObject({ feil: { grunn: 'ikkeUtlop' } });
  expect(forleng(idag, { tom: dato('2026-11-21'), etterfolger: false })).toMatchObject({ feil: { grunn: 'alleredeSlutt', verdier: { tom: '21.11.2026' } } });
  expect(forleng(idag, { tom: dato('2026-11-30'), etterfolger: true })).toMatchObject({ feil: { grunn: 'alleredeForlenget' } });
});

test('begrunnelsen er på mottakerens målform og lang nok for et vedtak', () => {
  for (const sprak of ['nb', 'nn'] as const) expect(forlengelsesgrunn(sprak, 'V-2026-0001', dato('2026-11-30'), dato('2027-03-01')).length).toBeGreaterThan(60);
  expect(forlengelsesgrunn('nn', 'V-2026-0001', dato('2026-11-30'), dato('2027-03-01'))).toContain('medan vi vurderer');
});

test('død og flytting avslutter alt; langtidsopphold lar langtidsplassen stå', () => {
  const v = { fom: dato('2026-01-01'), tom: null, langtidsplass: false };
  expect(sluttskjebne('DOD', idag, v)).toBe('SLUTTER');
  expect(sluttskjebne('DOD', idag, { ...v, fom: dato('2026-12-01') })).toBe('STARTER_IKKE');
  expect(sluttskjebne('FLYTTET', idag, { ...v, tom: idag })).toBe('HAR_SLUTT');
  expect(sluttskjebne('LANGTIDSOPPHOLD', idag, { ...v, langtidsplass: true })).toBe('STAR');
  expect(sluttskjebne('DOD', idag, { ...v, langtidsplass: true })).toBe('SLUTTER');
});
