'use server';

import { handling } from '#lib/server/pipeline.ts';
import { oppgiGrunnSkjema } from '#lib/sak/sak-schema.ts';
import { oppgiGrunn } from '#lib/sak/sak-service.ts';

/** Says why one opens a record that is not one's own case. */
export const oppgiGrunnHandling = handling({
  rom: 'sak',
  kommando: 'SE_MOTTAKER',
  skjema: oppgiGrunnSkjema,
  utfor: oppgiGrunn,
  oppfrisk: (data) => [`/mottakere/${data.mottakerId}`],
});
