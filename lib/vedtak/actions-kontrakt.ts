'use server';

import { handling } from '#lib/server/pipeline.ts';
import { apneForhandlingSkjema, avsluttForhandlingSkjema, motbudSkjema, signerSkjema } from '#lib/vedtak/kontrakt-schema.ts';
import { apneForhandling, avsluttForhandling, sendMotbud, signer } from '#lib/vedtak/kontrakt-service.ts';

const oppfrisk = (_data: unknown, svar: { forhandlingId: number; mottakerId: number }) => ['/vedtak/kontrakter', `/vedtak/kontrakter/${svar.forhandlingId}`, '/oppdrag/kontrakter', `/oppdrag/kontrakter/${svar.forhandlingId}`, `/mottakere/${svar.mottakerId}`];

/** Opens a negotiation with the first bid. */
export const apneForhandlingHandling = handling({ rom: 'kontrakt', kommando: 'FORHANDLE_KONTRAKT', skjema: apneForhandlingSkjema, utfor: apneForhandling, oppfrisk });

/** The purchaser's counter, signature and end. */
export const bestillerMotbudHandling = handling({ rom: 'kontrakt', kommando: 'FORHANDLE_KONTRAKT', skjema: motbudSkjema, utfor: sendMotbud, oppfrisk });
export const bestillerSignerHandling = handling({ rom: 'kontrakt', kommando: 'FORHANDLE_KONTRAKT', skjema: signerSkjema, utfor: signer, oppfrisk });
export const bestillerSluttHandling = handling({ rom: 'kontrakt', kommando: 'FORHANDLE_KONTRAKT', skjema: avsluttForhandlingSkjema, utfor: avsluttForhandling, oppfrisk });

/** The provider's counter, signature and no. */
export const utforerMotbudHandling = handling({ rom: 'kontrakt', kommando: 'SVAR_KONTRAKT', skjema: motbudSkjema, utfor: sendMotbud, oppfrisk });
export const utforerSignerHandling = handling({ rom: 'kontrakt', kommando: 'SVAR_KONTRAKT', skjema: signerSkjema, utfor: signer, oppfrisk });
export const utforerSluttHandling = handling({ rom: 'kontrakt', kommando: 'SVAR_KONTRAKT', skjema: avsluttForhandlingSkjema, utfor: avsluttForhandling, oppfrisk });
