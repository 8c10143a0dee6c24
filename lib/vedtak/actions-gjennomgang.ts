'use server';

import { handling } from '#lib/server/pipeline.ts';
import { forlengSkjema } from '#lib/vedtak/gjennomgang-schema.ts';
import { avsluttAlt, forlengVedtak } from '#lib/vedtak/gjennomgang-service.ts';
import { sluttSkjema } from '#lib/vedtak/opphor-schema.ts';

/** Extends a vedtak that ends, for a time. */
export const forlengHandling = handling({ rom: 'gjennomgang', kommando: 'FATT_VEDTAK', skjema: forlengSkjema, utfor: forlengVedtak, oppfrisk: () => ['/gjennomgang', '/vedtak'] });

/** Ends everything a recipient has. */
export const avsluttAltHandling = handling({ rom: 'gjennomgang', kommando: 'FATT_VEDTAK', skjema: sluttSkjema, utfor: avsluttAlt, oppfrisk: (data) => ['/gjennomgang', `/mottakere/${data.mottakerId}`] });
