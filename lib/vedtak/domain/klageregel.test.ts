import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { klageregelFor, STANDARD_KLAGEREGEL } from './klageregel.ts';
import type { DatertKlageregel } from './klageregel.ts';

const regel = (tjeneste: string, fom: string, uker: number): DatertKlageregel => ({ ...STANDARD_KLAGEREGEL, tjeneste, fom: dato(fom), uker });
const regler = [regel('', '2026-01-01', 5), regel('DAGSENTER', '2026-06-01', 3), regel('DAGSENTER', '2027-01-01', 2)];

test('en tjenestes egen regel går foran kommunens for alle, og den som gjelder den dagen, er den siste som har begynt', () => {
  expect(klageregelFor('DAGSENTER', dato('2026-05-31'), regler).uker).toBe(5);
  expect(klageregelFor('DAGSENTER', dato('2026-12-31'), regler).uker).toBe(3);
  expect(klageregelFor('DAGSENTER', dato('2027-01-01'), regler).uker).toBe(2);
  expect(klageregelFor('HJEMMESYKEPLEIE', dato('2027-01-01'), regler).uker).toBe(5);
});

test('uten egne regler gjelder lovens, med malens uker', () => {
  expect(klageregelFor('DAGSENTER', dato('2026-05-31'), [])).toEqual(STANDARD_KLAGEREGEL);
  expect(klageregelFor('DAGSENTER', dato('2026-05-31'), [], 3)).toMatchObject({ uker: 3, instans: { nb: 'Statsforvalteren' } });
});
