'use server';

import { handling } from '#lib/server/pipeline.ts';
import { apneSkjema, oppmoteSkjema, stengtSkjema } from '#lib/utfort-tid/oppmote-schema.ts';
import { apneDag, forOppmote, stengDag } from '#lib/utfort-tid/oppmote-service.ts';

const rom = 'oppmote';
const oppfrisk = (): readonly string[] => ['/opphold/dag'];

/** Who came to a day centre, and when it is closed. */
export const forOppmoteHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: oppmoteSkjema, utfor: forOppmote, oppfrisk });
export const stengDagHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: stengtSkjema, utfor: stengDag, oppfrisk });
export const apneDagHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: apneSkjema, utfor: apneDag, oppfrisk });
