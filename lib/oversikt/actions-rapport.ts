'use server';

import { lagreRapportSkjema, nyRapportSkjema, parametervalgSkjema, publiserRapportSkjema, rapportTilbakeSkjema, rapportUtgaveSkjema, rettRapportSkjema } from '#lib/oversikt/rapport-schema.ts';
import { foreslaRapport, forkastRapport, lagreParametervalg, lagreRapport, publiserRapport, rettRapport, sendRapportTilbake, startRapport } from '#lib/oversikt/rapport-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const rom = 'rapport';
const siden = ({ id }: { id: number }): string[] => ['/rapporter', `/rapporter/${id}`, '/godkjenning'];
const skriv = { rom, kommando: 'SKRIV_RAPPORT' } as const;

export const startRapportHandling = handling({ ...skriv, skjema: nyRapportSkjema, utfor: startRapport, oppfrisk: () => ['/rapporter'] });
export const rettRapportHandling = handling({ ...skriv, skjema: rettRapportSkjema, utfor: rettRapport, oppfrisk: siden });
export const lagreRapportHandling = handling({
  ...skriv,
  skjema: lagreRapportSkjema,
  utfor: (tx, { oppgitt, ...d }) => lagreRapport(tx, { ...d, oppgitt: oppgitt.SYKEFRAVAR === null ? {} : { SYKEFRAVAR: oppgitt.SYKEFRAVAR } }),
});
export const foreslaRapportHandling = handling({ ...skriv, skjema: rapportUtgaveSkjema, utfor: (tx, d) => foreslaRapport(tx, d), oppfrisk: siden });
export const trekkRapportHandling = handling({ ...skriv, skjema: rapportTilbakeSkjema, utfor: sendRapportTilbake, oppfrisk: siden });
export const forkastRapportHandling = handling({ ...skriv, skjema: rapportUtgaveSkjema, utfor: (tx, { id }) => forkastRapport(tx, id), oppfrisk: () => ['/rapporter'] });
export const publiserRapportHandling = handling({ rom, kommando: 'GODKJENN_RAPPORT', skjema: publiserRapportSkjema, utfor: (tx, d) => publiserRapport(tx, d), oppfrisk: siden });
export const avvisRapportHandling = handling({ rom, kommando: 'GODKJENN_RAPPORT', skjema: rapportTilbakeSkjema, utfor: sendRapportTilbake, oppfrisk: siden });
export const lagreParametervalgHandling = handling({ ...skriv, skjema: parametervalgSkjema, utfor: lagreParametervalg, oppfrisk: () => ['/rapporter/parametre'] });
