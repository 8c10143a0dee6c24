'use server';

import { handling } from '#lib/server/pipeline.ts';
import { leggInn, registrerFravar, registrerTilbake, skrivUtOpphold, trekkFravar } from '#lib/utfort-tid/opphold-service.ts';
import { fravarSkjema, leggInnSkjema, meldLedigSkjema, nyPlassSkjema, plassSkjema, skrivUtSkjema, tilbakeSkjema, trekkFravarSkjema, uteAvBrukSkjema } from '#lib/utfort-tid/opphold-schema.ts';
import { meldLedig, opprettPlass, taUtAvBruk, trekkLedig } from '#lib/utfort-tid/plass-service.ts';

const rom = 'opphold';
const oppfrisk = (_data: unknown, svar: { plassId: number }): readonly string[] => ['/opphold', `/opphold/${svar.plassId}`, '/plasser'];

/** Moving in, leaving, being away and coming back. */
export const leggInnHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: leggInnSkjema, utfor: leggInn, oppfrisk });
export const skrivUtHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: skrivUtSkjema, utfor: skrivUtOpphold, oppfrisk });
export const fravarHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: fravarSkjema, utfor: registrerFravar, oppfrisk });
export const tilbakeHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: tilbakeSkjema, utfor: registrerTilbake, oppfrisk });
export const trekkFravarHandling = handling({ rom, kommando: 'REGISTRER_OPPHOLD', skjema: trekkFravarSkjema, utfor: trekkFravar, oppfrisk });

/** The unit's places, and which are free. */
export const meldLedigHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: meldLedigSkjema, utfor: meldLedig, oppfrisk });
export const trekkLedigHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: plassSkjema, utfor: trekkLedig, oppfrisk });
export const nyPlassHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: nyPlassSkjema, utfor: opprettPlass, oppfrisk });
export const uteAvBrukHandling = handling({ rom, kommando: 'MELD_LEDIG', skjema: uteAvBrukSkjema, utfor: taUtAvBruk, oppfrisk });
