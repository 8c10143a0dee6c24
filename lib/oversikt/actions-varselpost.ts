'use server';

import { handling } from '#lib/server/pipeline.ts';
import { varselvalgSkjema } from './varselpost-schema.ts';
import { lagreVarselvalg } from './varselpost-service.ts';

/** How often one is told by mail, and where. */
export const lagreVarselvalgHandling = handling({ rom: 'varselpost', kommando: 'VELG_VARSLER', skjema: varselvalgSkjema, utfor: lagreVarselvalg, oppfrisk: () => ['/varsler'] });
