import { z } from 'zod';
import { MAKS_ANSATTNUMMER } from '#lib/grunnlag/domain/ansattnummer.ts';
import { MAKS_KILDE_ID, UTFALL } from '#lib/utfort-tid/domain/besok-import.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import { LENGSTE_BESOK } from '#lib/utfort-tid/domain/registrer-besok.ts';

export const MAKS_BESOK = 1000;
/** Bytes of the largest request. */
export const MAKS_INNHOLD = 1024 * 1024;

const kildeId = z.string().trim().min(1).max(MAKS_KILDE_ID).describe('Besøkets id i systemet som sender. Den samme hver gang. Aldri et fødselsnummer.');

/** One visit as another system sends it. */
export const besokSkjema = z
  .object({
    kildeId,
    oppdragId: z.int().positive().describe('Oppdraget, fra GET /oppdrag'),
    start: z.iso.datetime({ offset: true }).describe('Når besøket begynte, med tidssone: 2026-10-05T08:15:00+02:00. Sekunder kuttes.'),
    minutter: z.int().min(1).max(LENGSTE_BESOK),
    planlagtMinutter: z.int().min(0).max(LENGSTE_BESOK).optional().describe('Uten: som vedtaket sier'),
    kategori: z.enum(KATEGORIER).default('BRUKERRETTET'),
    ansatt: z.string().trim().min(1).max(MAKS_ANSATTNUMMER).optional().describe('Hvem som utførte besøket: ansattnummer eller brukernavn i systemet som sender, aldri et navn. Flere på samme besøk: send det én gang per ansatt, med samme kildeId og hver sine minutter.'),
    merknad: z.string().trim().max(500).optional().describe('Grunnen til en bomtur eller en endring. Ingen opplysninger om helse.'),
  })
  .describe('Et besøk');

/** A delivery: its visits are judged one by one, so that one fault stops no other. */
export const leveranseSkjema = z.object({ besok: z.array(z.unknown()).min(1).max(MAKS_BESOK) });
/** The same as it is described to a sender. */
export const leveranseBeskrevet = z.object({ besok: z.array(besokSkjema).min(1).max(MAKS_BESOK) });

export const REGLER = ['UGYLDIG', 'UKJENT_OPPDRAG', 'DUPLIKAT_ID', 'IKKE_FERDIG', 'PERSONNUMMER', 'UKJENT_ANSATT', 'FRIST_UTE', 'RETTET_HER', 'ANNET_OPPDRAG', 'FOR_LANGT_UNNA', 'UTENFOR'] as const;
export const besokSvar = z.object({
  nummer: z.int().describe('Plassen i det som ble sendt, fra 0'),
  kildeId: z.string().nullable(),
  utfall: z.enum(UTFALL).describe('NY: lagret. ENDRET: ny versjon. LIK: ingenting. AVVIST: se regel.'),
  regel: z.enum(REGLER).nullable().describe('Regelen som avviste; UTENFOR er lagret, men må flyttes før det kan kvitteres'),
  melding: z.string().nullable(),
  besokId: z.int().nullable(),
});
export const leveranseSvar = z.object({
  leveranse: z.int(),
  antall: z.object({ ny: z.int(), endret: z.int(), lik: z.int(), avvist: z.int() }),
  resultat: z.array(besokSvar),
});
export type Besoksvar = z.output<typeof besokSvar>;
export type Leveransesvar = z.output<typeof leveranseSvar>;

export const enhetSvar = z.object({ enheter: z.array(z.object({ id: z.int(), kode: z.string(), navn: z.string() })) });

export const oppdragSporring = z.object({
  etter: z.coerce.number().int().min(0).default(0).describe('Siste id fra forrige side'),
  antall: z.coerce.number().int().min(1).max(500).default(100),
  dag: z.iso.date().optional().describe('Bare oppdrag som gjelder denne dagen'),
});
export const oppdragSvar = z.object({
  oppdrag: z.array(
    z.object({
      id: z.int(), vedtaksnummer: z.string(), mottaker: z.string().describe('Pseudonym, aldri navn eller fødselsnummer'), enhetId: z.int(), tjeneste: z.string(),
      fom: z.iso.date(), tom: z.iso.date().nullable(), minutter: z.int().describe('Innvilget, i så mange uker som perUker sier'), besok: z.int().nullable(), perUker: z.int(),
    }),
  ),
  neste: z.int().nullable().describe('Sett etter til dette for neste side; null på den siste'),
});

export const statusSvar = z.object({
  kildeId: z.string(), besokId: z.int(), versjon: z.int(), dato: z.iso.date(), minutter: z.int(),
  status: z.enum(['VENTER', 'KVITTERT', 'RETTET_HER', 'LAGT_BORT']).describe('RETTET_HER: lederen har en nyere versjon enn systemets'),
});

export const tokenSvar = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() });
export const problemSvar = z.object({ type: z.string(), title: z.string(), status: z.int(), kode: z.string(), detail: z.string().optional() });
