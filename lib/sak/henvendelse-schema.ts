import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt } from '#lib/core/skjemafelt.ts';

export const KANALER = ['SKJEMA', 'BREV', 'TELEFON', 'OPPMOTE', 'MELDING', 'ANNET'] as const;
export const HENVENDELSESTYPER = ['SOKNAD', 'HENVISNING', 'MELDING'] as const;
/** Ends without a vedtak; `VEDTAK` comes by itself. */
export const AVSLUTNINGER = ['BESVART', 'TRUKKET', 'HENLAGT', 'VIDERESENDT'] as const;

const id = heltallFelt({ min: 1 });
export const henvendelseSkjema = z.object({
  type: z.enum(HENVENDELSESTYPER),
  kanal: z.enum(KANALER),
  mottatt: datoFelt(),
  fra: tekstFelt({ maks: 120 }),
  innhold: tekstFelt({ min: 5, maks: 4000 }),
  tjenester: z.array(z.string().max(40)).max(20),
  taDen: z.boolean(),
});
export const nyHenvendelseSkjema = henvendelseSkjema.extend({ mottakerId: id });
export type NyHenvendelseData = z.output<typeof nyHenvendelseSkjema>;

export const taSkjema = z.object({ henvendelseId: id });
export type TaData = z.output<typeof taSkjema>;
export const fordelFelter = z.object({ konto: id });
export const fordelSkjema = fordelFelter.extend({ henvendelseId: id });
export type FordelData = z.output<typeof fordelSkjema>;
export const svarFelter = z.object({ forventet: datoFelt(), grunn: tekstFelt({ min: 10, maks: 600 }) });
export const svarSkjema = svarFelter.extend({ henvendelseId: id });
export type SvarData = z.output<typeof svarSkjema>;
export const avsluttFelter = z.object({ utfall: z.enum(AVSLUTNINGER), grunn: tekstFelt({ min: 5, maks: 600 }) });
export const avsluttSkjema = avsluttFelter.extend({ henvendelseId: id });
export type AvsluttData = z.output<typeof avsluttSkjema>;
