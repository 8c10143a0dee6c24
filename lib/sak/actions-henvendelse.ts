'use server';

import { handling } from '#lib/server/pipeline.ts';
import { avsluttSkjema, fordelSkjema, nyHenvendelseSkjema, svarSkjema, taSkjema } from '#lib/sak/henvendelse-schema.ts';
import { avsluttHenvendelse, fordelHenvendelse, registrerHenvendelse, sendForelopigSvar, taHenvendelse } from '#lib/sak/henvendelse-service.ts';

const sider = (data: { henvendelseId: number }): string[] => ['/innboks', `/innboks/${data.henvendelseId}`];

/** Registers an application or a referral. */
export const registrerHenvendelseHandling = handling({ rom: 'innboks', kommando: 'BEHANDLE_HENVENDELSE', skjema: nyHenvendelseSkjema, utfor: registrerHenvendelse, oppfrisk: (data) => ['/innboks', `/mottakere/${data.mottakerId}`] });

/** Takes an application. */
export const taHenvendelseHandling = handling({ rom: 'innboks', kommando: 'BEHANDLE_HENVENDELSE', skjema: taSkjema, utfor: taHenvendelse, oppfrisk: sider });

/** Gives an application to a caseworker. */
export const fordelHenvendelseHandling = handling({ rom: 'innboks', kommando: 'TILDEL_HENVENDELSE', skjema: fordelSkjema, utfor: fordelHenvendelse, oppfrisk: sider });

/** Sends a preliminary reply. */
export const sendForelopigSvarHandling = handling({ rom: 'innboks', kommando: 'BEHANDLE_HENVENDELSE', skjema: svarSkjema, utfor: sendForelopigSvar, oppfrisk: sider });

/** Ends an application without a vedtak. */
export const avsluttHenvendelseHandling = handling({ rom: 'innboks', kommando: 'BEHANDLE_HENVENDELSE', skjema: avsluttSkjema, utfor: avsluttHenvendelse, oppfrisk: sider });
