import { ASKER_2002, ASKER_2006 } from '#lib/grunnlag/domain/maler/asker.ts';
import { BLANDING_RAMME, BLANDING_REFUSJON, INKREMENTELL_RAMME, KOSTNADSREFUSJON, KRITERIEBASERT_RAMME, STYKKPRIS } from '#lib/grunnlag/domain/maler/idealtyper.ts';
import { KRISTIANSAND } from '#lib/grunnlag/domain/maler/kristiansand.ts';
import type { Mal } from '#lib/grunnlag/domain/maler/mal.ts';
import { MOSS } from '#lib/grunnlag/domain/maler/moss.ts';
import { DRAMMEN, HAMAR, SORUM } from '#lib/grunnlag/domain/maler/rammekommuner.ts';
import { STAVANGER } from '#lib/grunnlag/domain/maler/stavanger.ts';

/** Every financing system of the sources, in the order they are shown: the ideal types first. */
export const MALER: readonly Mal[] = [
  KOSTNADSREFUSJON,
  INKREMENTELL_RAMME,
  KRITERIEBASERT_RAMME,
  STYKKPRIS,
  BLANDING_REFUSJON,
  BLANDING_RAMME,
  KRISTIANSAND,
  ASKER_2002,
  ASKER_2006,
  STAVANGER,
  MOSS,
  DRAMMEN,
  HAMAR,
  SORUM,
];

export function finnMal(kode: string): Mal | null {
  return MALER.find((m) => m.kode === kode) ?? null;
}
