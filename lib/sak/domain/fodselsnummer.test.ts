import { describe, expect, test } from 'vitest';
import { erSyntetisk, harGyldigeKontrollsifre, kontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';

describe('fødselsnummer', () => {
  test.each(['03843821722', '21881260104', '47906701517'])('%s holds today and from 2032', (nummer) => {
    expect(harGyldigeKontrollsifre(nummer, 'I_DAG')).toBe(true);
    expect(harGyldigeKontrollsifre(nummer, 'FRA_2032')).toBe(true);
  });

  test.each(['03843821730', '03843821749', '03843821757', '21881260112', '21881260120', '21881260139', '55858512300'])(
    '%s holds only from 2032',
    (nummer) => {
      expect(harGyldigeKontrollsifre(nummer, 'I_DAG')).toBe(false);
      expect(harGyldigeKontrollsifre(nummer, 'FRA_2032')).toBe(true);
    },
  );

  test.each(['', '1234567890', '0384382172', '03843821723', '0384382172a'])('«%s» is refused', (nummer) => {
    expect(harGyldigeKontrollsifre(nummer)).toBe(false);
  });

  test('control digits are found again, and the month tells a made-up number', () => {
    expect(kontrollsifre('038438217')).toBe('22');
    expect(erSyntetisk('03843821722')).toBe(true);
    expect(erSyntetisk('03043821722')).toBe(false);
  });
});
