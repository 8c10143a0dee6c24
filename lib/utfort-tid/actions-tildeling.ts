'use server';

import { handling } from '#lib/server/pipeline.ts';
import { avsluttVentingSkjema, taTilbakeSkjema, tildelSkjema, ventelisteSkjema } from '#lib/utfort-tid/tildeling-schema.ts';
import { taTilbakePlass, tildelPlass } from '#lib/utfort-tid/tildeling-service.ts';
import { avsluttVenting, settPaVenteliste } from '#lib/utfort-tid/venteliste-service.ts';

const rom = 'plasser';
const oppfrisk = (): readonly string[] => ['/plasser', '/opphold'];

/** The waiting list, and who gets a place. */
export const settPaVentelisteHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: ventelisteSkjema, utfor: settPaVenteliste, oppfrisk });
export const avsluttVentingHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: avsluttVentingSkjema, utfor: avsluttVenting, oppfrisk });
export const tildelPlassHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: tildelSkjema, utfor: tildelPlass, oppfrisk });
export const taTilbakePlassHandling = handling({ rom, kommando: 'TILDEL_PLASS', skjema: taTilbakeSkjema, utfor: taTilbakePlass, oppfrisk });
