'use server';

import { handling } from '#lib/server/pipeline.ts';
import { forkastMalutkastSkjema, malIKraftSkjema, malseksjonSkjema, nyttMalutkastSkjema, rettskilderSkjema } from '#lib/vedtak/brevmalutkast-schema.ts';
import { begynnMalutkast, forkastMalutkast, lagreMalseksjon, lagreRettskilder, settMalIKraft } from '#lib/vedtak/brevmalutkast-service.ts';

const felles = { rom: 'brevmal', kommando: 'SETT_VEDTAKSREGLER', oppfrisk: () => ['/vedtak/regler', '/vedtak/regler/brevmal'] } as const;

/** The next version of the letters: begun, written part by part, put in force, or thrown away. */
export const begynnMalutkastHandling = handling({ ...felles, skjema: nyttMalutkastSkjema, utfor: begynnMalutkast });
export const lagreMalseksjonHandling = handling({ ...felles, skjema: malseksjonSkjema, utfor: lagreMalseksjon });
export const lagreRettskilderHandling = handling({ ...felles, skjema: rettskilderSkjema, utfor: lagreRettskilder });
export const settMalIKraftHandling = handling({ ...felles, skjema: malIKraftSkjema, utfor: settMalIKraft });
export const forkastMalutkastHandling = handling({ ...felles, skjema: forkastMalutkastSkjema, utfor: forkastMalutkast });
