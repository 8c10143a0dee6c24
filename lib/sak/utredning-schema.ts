import { z } from 'zod';
import { datoFelt, heltallFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';

const felter = {
  skarer: z.record(z.string().max(30), z.union([z.string().max(2), z.null()])),
  hjemmebesok: z.boolean(),
  besokDato: valgfritt(datoFelt()),
  besokNotat: valgfritt(tekstFelt({ maks: 4000 })),
  synspunkt: tekstFelt({ min: 5, maks: 4000 }),
  vurdering: tekstFelt({ min: 10, maks: 8000 }),
  forslag: valgfritt(tekstFelt({ maks: 4000 })),
  forslagTjenester: z.array(z.string().max(40)).max(20),
};

function krevBesok(data: { hjemmebesok: boolean; besokDato: string | null }, ctx: z.RefinementCtx): void {
  if (data.hjemmebesok && data.besokDato === null) nektFelt(ctx, 'mangler', {}, ['besokDato']);
}

/** A whole assessment, as the form says it. */
export const utredningSkjema = z.object(felter).superRefine(krevBesok);
/** The same, with whose, which application it answers, which assessment it corrects, and the newest one that was seen. */
export const ferdigstillSkjema = z
  .object({ ...felter, mottakerId: heltallFelt({ min: 1 }), henvendelseId: valgfritt(heltallFelt({ min: 1 })), retterId: valgfritt(heltallFelt({ min: 1 })), sisteId: heltallFelt() })
  .superRefine(krevBesok);
export type FerdigstillData = z.output<typeof ferdigstillSkjema>;

/** A draft keeps what was typed, right or wrong. */
const verdi = z.union([z.string().max(8000), z.boolean(), z.null()]);
export const utredningUtkastSkjema = z.object({
  mottakerId: heltallFelt({ min: 1 }),
  innhold: z.record(z.string().max(40), z.union([verdi, z.array(z.string().max(40)), z.record(z.string().max(40), verdi)])),
});
export type UtredningUtkastData = z.output<typeof utredningUtkastSkjema>;
export const forkastUtredningSkjema = z.object({ mottakerId: heltallFelt({ min: 1 }) });
