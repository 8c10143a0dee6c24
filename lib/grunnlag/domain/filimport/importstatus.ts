/** Where a file is: arriving, arrived (its columns wait), being read, read, being taken in, taken in; or refused, failed, given up. */
export const IMPORTSTATUSER = ['LASTER_OPP', 'LASTET', 'LESER', 'LEST', 'TAR_INN', 'TATT_INN', 'AVVIST', 'FEILET', 'FORKASTET'] as const;
export type Importstatus = (typeof IMPORTSTATUSER)[number];

/** The columns can be mapped, and mapped again, until the file is being taken in. */
export const KAN_KARTLEGGES: readonly Importstatus[] = ['LASTET', 'LEST', 'FEILET'];
/** Can be given up. */
export const KAN_FORKASTES: readonly Importstatus[] = ['LASTER_OPP', 'LASTET', 'LEST', 'AVVIST', 'FEILET'];

/** Bytes of the largest file, and of each piece it is sent in. */
export const MAKS_FIL = 100 * 1024 * 1024;
export const DELSTORRELSE = 512 * 1024;
