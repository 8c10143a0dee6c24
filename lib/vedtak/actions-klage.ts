'use server';

import { handling } from '#lib/server/pipeline.ts';
import { avgjorKlageSkjema, instansSkjema, nyKlageSkjema } from '#lib/vedtak/klage-schema.ts';
import { avgjorKlage, registrerInstansutfall, registrerKlage } from '#lib/vedtak/klage-service.ts';

const oppfrisk = (_data: unknown, svar: { klageId: number; mottakerId: number }) => ['/klager', `/klager/${svar.klageId}`, `/mottakere/${svar.mottakerId}`];

/** Keeps an appeal that has come. */
export const registrerKlageHandling = handling({ rom: 'klage', kommando: 'BEHANDLE_KLAGE', skjema: nyKlageSkjema, utfor: registrerKlage, oppfrisk });

/** The municipality's decision on it. */
export const avgjorKlageHandling = handling({ rom: 'klage', kommando: 'BEHANDLE_KLAGE', skjema: avgjorKlageSkjema, utfor: avgjorKlage, oppfrisk });

/** What the appeal body decided. */
export const registrerInstansHandling = handling({ rom: 'klage', kommando: 'BEHANDLE_KLAGE', skjema: instansSkjema, utfor: registrerInstansutfall, oppfrisk });
