import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { brukervalgFor } from './brukervalg.ts';

const regel = (fom: string, tilbys: boolean) => ({ tjeneste: 'PRAKTISK_BISTAND', fom: dato(fom), tilbys, standardEnhetId: 2, byttefristDager: 14 });

test('valgretten gjelder fra sin dag, for sin tjeneste, til kommunen tar den bort', () => {
  const regler = [regel('2026-01-01', true), regel('2026-12-01', false)];
  expect(brukervalgFor('PRAKTISK_BISTAND', dato('2025-12-31'), regler)).toBeNull();
  expect(brukervalgFor('PRAKTISK_BISTAND', dato('2026-11-30'), regler)).toEqual({ standardEnhetId: 2, byttefristDager: 14 });
  expect(brukervalgFor('PRAKTISK_BISTAND', dato('2026-12-01'), regler)).toBeNull();
  expect(brukervalgFor('DAGSENTER', dato('2026-06-01'), regler)).toBeNull();
});
