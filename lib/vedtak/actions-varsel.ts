'use server';

import { handling } from '#lib/server/pipeline.ts';
import { sendVarselSkjema, trekkVarselSkjema, varselsvarSkjema, vurderVarselSkjema } from '#lib/vedtak/varsel-schema.ts';
import { registrerVarselsvar, sendVarsel, trekkVarsel, vurderVarsel } from '#lib/vedtak/varsel-service.ts';

const oppfrisk = (_data: unknown, svar: { vedtakId: number; mottakerId: number }) => [`/vedtak/${svar.vedtakId}`, `/vedtak/${svar.vedtakId}/varsel`, `/mottakere/${svar.mottakerId}`];

/** Sends an advance notice with its letter. */
export const sendVarselHandling = handling({ rom: 'forhandsvarsel', kommando: 'FATT_VEDTAK', skjema: sendVarselSkjema, utfor: sendVarsel, oppfrisk });

/** Keeps what the recipient answered. */
export const registrerVarselsvarHandling = handling({ rom: 'forhandsvarsel', kommando: 'FATT_VEDTAK', skjema: varselsvarSkjema, utfor: registrerVarselsvar, oppfrisk });

/** Keeps the individual reassessment. */
export const vurderVarselHandling = handling({ rom: 'forhandsvarsel', kommando: 'FATT_VEDTAK', skjema: vurderVarselSkjema, utfor: vurderVarsel, oppfrisk });

/** Withdraws a notice. */
export const trekkVarselHandling = handling({ rom: 'forhandsvarsel', kommando: 'FATT_VEDTAK', skjema: trekkVarselSkjema, utfor: trekkVarsel, oppfrisk });
