'use server';

import { handling } from '#lib/server/pipeline.ts';
import { meldingSkjema, oppfolgingSkjema, resultatSkjema, trekkSkjema } from '#lib/utfort-tid/kontroll-schema.ts';
import { registrerMelding, registrerOppfolging, registrerResultat, trekkProve } from '#lib/utfort-tid/kontroll-service.ts';

const felles = { rom: 'kontroll', kommando: 'REGISTRER_KONTROLL' } as const;
const provene = ({ stikkproveId }: { stikkproveId: number }): string[] => ['/kontroll', '/kontroll/stikkprover', `/kontroll/stikkprover/${stikkproveId}`];

/** Draws a spot check. */
export const trekkHandling = handling({ ...felles, skjema: trekkSkjema, utfor: trekkProve, oppfrisk: () => ['/kontroll/stikkprover'] });
/** What a control found, and what was done about it. */
export const resultatHandling = handling({ ...felles, skjema: resultatSkjema, utfor: registrerResultat, oppfrisk: provene });
export const oppfolgingHandling = handling({ ...felles, skjema: oppfolgingSkjema, utfor: registrerOppfolging, oppfrisk: provene });
/** Complaints and reports, by count. */
export const meldingHandling = handling({ ...felles, skjema: meldingSkjema, utfor: registrerMelding, oppfrisk: () => ['/kontroll/meldinger'] });
