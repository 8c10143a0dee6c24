import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { GRADERINGER, KONTAKTROLLER } from '#lib/sak/domain/mottakerdata.ts';

const person = {
  fornavn: tekstFelt({ maks: 80 }),
  etternavn: tekstFelt({ maks: 80 }),
  fodselsdato: datoFelt(),
  fodselsnummer: tekstFelt({ maks: 20 }),
  avvikBekreftet: z.boolean(),
  adresse: valgfritt(tekstFelt({ maks: 200 })),
  telefon: valgfritt(tekstFelt({ maks: 30 })),
  sprak: z.enum(['nb', 'nn']),
  sone: valgfritt(tekstFelt({ maks: 60 })),
  saksbehandler: valgfritt(heltallFelt({ min: 1 })),
  gradering: z.enum(GRADERINGER),
  egenAnsatt: z.boolean(),
};

/** A new recipient, as the form says it. */
export const mottakerSkjema = z.object(person);
export type MottakerFelter = z.output<typeof mottakerSkjema>;

/** The same with which recipient, and the last change that was seen. */
export const endreMottakerSkjema = z.object({ ...person, mottakerId: heltallFelt({ min: 1 }), sisteEndring: heltallFelt() });
export type EndreMottakerData = z.output<typeof endreMottakerSkjema>;

export const kontaktSkjema = z.object({
  rolle: z.enum(KONTAKTROLLER),
  navn: tekstFelt({ maks: 120 }),
  telefon: valgfritt(tekstFelt({ maks: 30 })),
  omfang: valgfritt(tekstFelt({ maks: 200 })),
  tom: valgfritt(datoFelt()),
});
export const nyKontaktSkjema = kontaktSkjema.extend({ mottakerId: heltallFelt({ min: 1 }) });
export type NyKontaktData = z.output<typeof nyKontaktSkjema>;
export const avsluttKontaktSkjema = z.object({ mottakerId: heltallFelt({ min: 1 }), kontaktId: heltallFelt({ min: 1 }) });
export type AvsluttKontaktData = z.output<typeof avsluttKontaktSkjema>;

export const tilgangSkjema = z.object({ konto: heltallFelt({ min: 1 }), grunn: tekstFelt({ min: 10, maks: 200 }), tom: valgfritt(datoFelt()) });
export const nyTilgangSkjema = tilgangSkjema.extend({ mottakerId: heltallFelt({ min: 1 }) });
export type NyTilgangData = z.output<typeof nyTilgangSkjema>;
export const avsluttTilgangSkjema = z.object({ mottakerId: heltallFelt({ min: 1 }), kontoId: heltallFelt({ min: 1 }) });
export type AvsluttTilgangData = z.output<typeof avsluttTilgangSkjema>;
