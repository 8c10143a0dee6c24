'use server';

import { handling } from '#lib/server/pipeline.ts';
import { brukervalgSkjema, grenseSkjema, klageregelSkjema, malfilSkjema, nivaSkjema, rammevisningSkjema } from '#lib/vedtak/regler-schema.ts';
import { leggTilBrevmal, leggTilKlageregel, settBrukervalg, settGrense, settNiva } from '#lib/vedtak/regler-service.ts';
import { settRammevisning } from '#lib/vedtak/rammevisning-service.ts';

const oppfrisk = () => ['/vedtak/regler'];

/** Above what cost a second person issues. */
export const settGrenseHandling = handling({ rom: 'vedtaksregler', kommando: 'SETT_VEDTAKSREGLER', skjema: grenseSkjema, utfor: settGrense, oppfrisk });

/** What a level is. */
export const settNivaHandling = handling({ rom: 'vedtaksregler', kommando: 'SETT_VEDTAKSREGLER', skjema: nivaSkjema, utfor: settNiva, oppfrisk });

/** Appeal period and body. */
export const leggTilKlageregelHandling = handling({ rom: 'vedtaksregler', kommando: 'SETT_VEDTAKSREGLER', skjema: klageregelSkjema, utfor: leggTilKlageregel, oppfrisk });

/** A new version of the letters. */
export const leggTilBrevmalHandling = handling({ rom: 'vedtaksregler', kommando: 'SETT_VEDTAKSREGLER', skjema: malfilSkjema, utfor: leggTilBrevmal, oppfrisk });

/** Who may choose. */
export const settBrukervalgHandling = handling({ rom: 'vedtaksregler', kommando: 'SETT_VEDTAKSREGLER', skjema: brukervalgSkjema, utfor: settBrukervalg, oppfrisk });

/** Who sees what is left of the budget. */
export const settRammevisningHandling = handling({ rom: 'rammevisning', kommando: 'SETT_VEDTAKSREGLER', skjema: rammevisningSkjema, utfor: settRammevisning, oppfrisk });
