import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt } from '#lib/core/skjemafelt.ts';

export const varselfelter = z.object({ slag: z.enum(['REDUKSJON', 'OPPHOR']), hva: tekstFelt({ min: 20, maks: 2000 }), hvorfor: tekstFelt({ min: 20, maks: 4000 }), frist: datoFelt() });
export const sendVarselSkjema = varselfelter.extend({ vedtakId: heltallFelt({ min: 1 }) });
export type SendVarselData = z.output<typeof sendVarselSkjema>;

export const svarfelter = z.object({ mottatt: datoFelt(), svar: tekstFelt({ min: 3, maks: 4000 }) });
export const varselsvarSkjema = svarfelter.extend({ varselId: heltallFelt({ min: 1 }) });
export type VarselsvarData = z.output<typeof varselsvarSkjema>;

export const vurderingsfelter = z.object({ vurdering: tekstFelt({ min: 40, maks: 4000 }) });
export const vurderVarselSkjema = vurderingsfelter.extend({ varselId: heltallFelt({ min: 1 }) });
export type VurderVarselData = z.output<typeof vurderVarselSkjema>;

export const trekkfelter = z.object({ grunn: tekstFelt({ min: 10, maks: 500 }) });
export const trekkVarselSkjema = trekkfelter.extend({ varselId: heltallFelt({ min: 1 }) });
export type TrekkVarselData = z.output<typeof trekkVarselSkjema>;
