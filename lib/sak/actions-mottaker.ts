'use server';

import { handling } from '#lib/server/pipeline.ts';
import { avsluttKontaktSkjema, avsluttTilgangSkjema, endreMottakerSkjema, mottakerSkjema, nyKontaktSkjema, nyTilgangSkjema } from '#lib/sak/mottaker-schema.ts';
import { avsluttKontakt, avsluttTilgang, endreMottaker, giTilgang, leggTilKontakt, registrerMottaker } from '#lib/sak/mottaker-service.ts';

const mappe = (mottakerId: number): string[] => [`/mottakere/${mottakerId}`, `/mottakere/${mottakerId}/opplysninger`, '/mottakere'];

/** Registers a recipient. */
export const registrerMottakerHandling = handling({ rom: 'mottaker', kommando: 'REGISTRER_MOTTAKER', skjema: mottakerSkjema, utfor: registrerMottaker, oppfrisk: () => ['/mottakere'] });

/** Changes what is registered about a recipient. */
export const endreMottakerHandling = handling({ rom: 'mottaker', kommando: 'ENDRE_MOTTAKER', skjema: endreMottakerSkjema, utfor: endreMottaker, oppfrisk: (data) => mappe(data.mottakerId) });

/** Adds a contact. */
export const leggTilKontaktHandling = handling({ rom: 'mottaker', kommando: 'ENDRE_MOTTAKER', skjema: nyKontaktSkjema, utfor: leggTilKontakt, oppfrisk: (data) => mappe(data.mottakerId) });

/** Ends a contact. */
export const avsluttKontaktHandling = handling({ rom: 'mottaker', kommando: 'ENDRE_MOTTAKER', skjema: avsluttKontaktSkjema, utfor: avsluttKontakt, oppfrisk: (data) => mappe(data.mottakerId) });

/** Names an account that may see a shielded recipient. */
export const giTilgangHandling = handling({ rom: 'mottaker', kommando: 'NAVNGI_MOTTAKERTILGANG', skjema: nyTilgangSkjema, utfor: giTilgang, oppfrisk: (data) => mappe(data.mottakerId) });

/** Takes a name off the list. */
export const avsluttTilgangHandling = handling({ rom: 'mottaker', kommando: 'NAVNGI_MOTTAKERTILGANG', skjema: avsluttTilgangSkjema, utfor: avsluttTilgang, oppfrisk: (data) => mappe(data.mottakerId) });
