'use server';

import { handling } from '#lib/server/pipeline.ts';
import { ferdigstillSkjema, forkastUtredningSkjema, utredningUtkastSkjema } from '#lib/sak/utredning-schema.ts';
import { ferdigstillUtredning, forkastUtredningUtkast, lagreUtredningUtkast } from '#lib/sak/utredning-service.ts';

const sider = (mottakerId: number): string[] => [`/mottakere/${mottakerId}`, `/mottakere/${mottakerId}/utredning`];

/** Makes an assessment final. */
export const ferdigstillUtredningHandling = handling({ rom: 'utredning', kommando: 'SKRIV_UTREDNING', skjema: ferdigstillSkjema, utfor: ferdigstillUtredning, oppfrisk: (data) => sider(data.mottakerId) });

/** Keeps the draft as one types. */
export const lagreUtredningUtkastHandling = handling({ rom: 'utredning', kommando: 'SKRIV_UTREDNING', skjema: utredningUtkastSkjema, utfor: lagreUtredningUtkast });

/** Throws the draft away. */
export const forkastUtredningUtkastHandling = handling({ rom: 'utredning', kommando: 'SKRIV_UTREDNING', skjema: forkastUtredningSkjema, utfor: forkastUtredningUtkast, oppfrisk: (data) => sider(data.mottakerId) });
