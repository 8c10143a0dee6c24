'use server';

import { utforSteg } from '#lib/avregning/manuell-beslutning-service.ts';
import { begrunnetStegSkjema, manuellSkjema, stegSkjema, stipulertSkjema } from '#lib/avregning/manuell-schema.ts';
import { foreslaManuell } from '#lib/avregning/manuell-service.ts';
import { foreslaStipulert } from '#lib/avregning/stipulert-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const rom = 'kalender';
const sider = (): readonly string[] => ['/avregning', '/godkjenning'];

/** A controller proposes a manual line, or a volume that stands instead of what is counted. */
export const foreslaManuellHandling = handling({ rom, kommando: 'FORESLA_MANUELL', skjema: manuellSkjema, utfor: foreslaManuell, oppfrisk: (data) => [`/avregning/${data.gjelder}/manuelle`, ...sider()] });
export const foreslaStipulertHandling = handling({ rom, kommando: 'FORESLA_STIPULERT', skjema: stipulertSkjema, utfor: foreslaStipulert, oppfrisk: (data) => [`/avregning/${data.gjelder}/manuelle`, ...sider()] });

/** Another controller approves; proposing a withdrawal and turning down need words. */
export const godkjennManuellHandling = handling({ rom, kommando: 'GODKJENN_MANUELL', skjema: stegSkjema, utfor: utforSteg, oppfrisk: sider });
export const begrunnetStegHandling = handling({ rom, kommando: 'GODKJENN_MANUELL', skjema: begrunnetStegSkjema, utfor: utforSteg, oppfrisk: sider });
