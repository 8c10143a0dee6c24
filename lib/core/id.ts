import type { Merket } from '#lib/core/merke.ts';

/** Identity columns are BIGINT; the app keeps them as safe integers, one type per thing so that they cannot be mixed. */
type Id<Navn extends string> = Merket<number, Navn>;

export type KommuneId = Id<'KommuneId'>;
export type KontoId = Id<'KontoId'>;
export type OktId = Id<'OktId'>;
export type EnhetId = Id<'EnhetId'>;
export type TjenesteId = Id<'TjenesteId'>;
export type OrdningId = Id<'OrdningId'>;
export type KomponentId = Id<'KomponentId'>;
export type PrisId = Id<'PrisId'>;
export type MottakerId = Id<'MottakerId'>;
export type HenvendelseId = Id<'HenvendelseId'>;
export type UtredningId = Id<'UtredningId'>;
export type KlageId = Id<'KlageId'>;
export type VedtakId = Id<'VedtakId'>;
export type PauseId = Id<'PauseId'>;
export type OppdragId = Id<'OppdragId'>;
export type JusteringId = Id<'JusteringId'>;
export type BesokId = Id<'BesokId'>;
export type OppholdId = Id<'OppholdId'>;
export type LeveranseId = Id<'LeveranseId'>;
export type KjoringId = Id<'KjoringId'>;
export type LinjeId = Id<'LinjeId'>;
export type RapportId = Id<'RapportId'>;

/** `id<VedtakId>(rad.id)`. @throws RangeError when it is not a positive safe integer. */
export function id<T extends Id<string>>(verdi: number | bigint | string): T {
  const tall = Number(verdi);
  if (!Number.isSafeInteger(tall) || tall <= 0) throw new RangeError(`«${verdi}» er ikke en id`);
  return tall as T;
}

/** From an address or a form: null when it is not an id. */
export function parseId<T extends Id<string>>(tekst: string): T | null {
  return /^[1-9]\d{0,15}$/.test(tekst) && Number.isSafeInteger(Number(tekst)) ? (Number(tekst) as T) : null;
}
