'use server';

import { handling } from '#lib/server/pipeline.ts';
import { dognsatsSkjema, hentetSkjema, svarSkjema, trekkUtskrivningSkjema, utskrivningSkjema } from '#lib/sak/utskrivning-schema.ts';
import { registrerHentet, registrerUtskrivning, settDognsats, svarSykehuset, trekkUtskrivning } from '#lib/sak/utskrivning-service.ts';

const rom = 'plasser';
const utskrivning = (): readonly string[] => ['/plasser/utskrivning'];

/** Patients ready for discharge. */
export const registrerUtskrivningHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: utskrivningSkjema, utfor: registrerUtskrivning, oppfrisk: utskrivning });
export const svarSykehusetHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: svarSkjema, utfor: svarSykehuset, oppfrisk: utskrivning });
export const hentetHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: hentetSkjema, utfor: registrerHentet, oppfrisk: utskrivning });
export const trekkUtskrivningHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: trekkUtskrivningSkjema, utfor: trekkUtskrivning, oppfrisk: utskrivning });
export const dognsatsHandling = handling({ rom, kommando: 'SETT_DOGNSATS', skjema: dognsatsSkjema, utfor: settDognsats, oppfrisk: utskrivning });
