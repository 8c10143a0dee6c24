'use server';

import { handling } from '#lib/server/pipeline.ts';
import { registerDelSkjema, registerFilSkjema, registerIdSkjema, registerKolonnerSkjema, registerOrdSkjema } from '#lib/oppdrag/register-import-schema.ts';
import { forkastRegister, settRegisterkolonner, settRegisterord, sluttRegister, startRegister, taImotRegisterdel, taInnRegister } from '#lib/oppdrag/register-import-service.ts';

const felles = { rom: 'register', kommando: 'TA_INN_REGISTER' } as const;
const siden = ({ importId }: { importId: number }): string[] => ['/mottakere/register', `/mottakere/register/${importId}`];

/** A file of the register begins to arrive. */
export const startRegisterHandling = handling({ ...felles, skjema: registerFilSkjema, utfor: startRegister });

/** A piece of it. */
export const registerdelHandling = handling({ ...felles, skjema: registerDelSkjema, utfor: (tx, d) => taImotRegisterdel(tx, { ...d, innhold: Buffer.from(d.innhold, 'base64') }) });

/** All of it is here. */
export const sluttRegisterHandling = handling({ ...felles, skjema: registerIdSkjema, utfor: sluttRegister, oppfrisk: siden });

/** Which heading is which column. */
export const registerkolonnerHandling = handling({ ...felles, skjema: registerKolonnerSkjema, utfor: settRegisterkolonner, oppfrisk: siden });

/** What the file's own words mean here. */
export const registerordHandling = handling({ ...felles, skjema: registerOrdSkjema, utfor: settRegisterord, oppfrisk: siden });

/** Takes in what is whole. */
export const taInnRegisterHandling = handling({ ...felles, skjema: registerIdSkjema, utfor: taInnRegister, oppfrisk: (data) => [...siden(data), '/mottakere'] });

/** Gives the file up, and deletes it. */
export const forkastRegisterHandling = handling({ ...felles, skjema: registerIdSkjema, utfor: forkastRegister, oppfrisk: () => ['/mottakere/register'] });
