'use server';

import { handling } from '#lib/server/pipeline.ts';
import { forkastSkjema, prisvirkemiddelSkjema, scenarioSkjema } from './tiltak-schema.ts';
import { forkastTiltak, lagrePrisvirkemiddel, lagreTiltak } from './tiltak-scenario-service.ts';

const lagre = handling({ rom: 'tiltak', kommando: 'LAGRE_TILTAK', skjema: scenarioSkjema, utfor: lagreTiltak, oppfrisk: () => ['/tiltak'] });
const forkast = handling({ rom: 'tiltak', kommando: 'LAGRE_TILTAK', skjema: forkastSkjema, utfor: forkastTiltak, oppfrisk: () => ['/tiltak'] });
const pris = handling({ rom: 'tiltak', kommando: 'SETT_PRISVIRKEMIDDEL', skjema: prisvirkemiddelSkjema, utfor: lagrePrisvirkemiddel, oppfrisk: () => ['/tiltak'] });

/** Saves a measure under a name. */
export async function lagreTiltakHandling(sendt: unknown) {
  return lagre(sendt);
}

/** Puts a scenario away. */
export async function forkastTiltakHandling(sendt: unknown) {
  return forkast(sendt);
}

/** Whether the price is a means in this municipality. */
export async function prisvirkemiddelHandling(sendt: unknown) {
  return pris(sendt);
}
