import { nektFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';

/** A reason in the rooms of money, read by many who may know no person: a person's number is refused at the field. */
export function grunnFelt(valg: { min?: number; maks?: number } = {}) {
  return tekstFelt(valg).superRefine((tekst, ctx) => {
    if (harPersonnummer(tekst)) nektFelt(ctx, 'personnummer');
  });
}
