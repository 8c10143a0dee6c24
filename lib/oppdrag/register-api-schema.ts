import { z } from 'zod';
import { MANGLER } from '#lib/oppdrag/domain/register-import.ts';
import { PLASSTYPER } from '#lib/vedtak/domain/omfang.ts';

export const MAKS_REGISTERRADER = 500;
/** Bytes of the largest request. */
export const MAKS_REGISTERINNHOLD = 1024 * 1024;

const tekst = (maks: number) => z.string().trim().max(maks);

/** One row of a register: a recipient, and one vedtak where `kildeId` and `tjeneste` are given. */
export const registerradSkjema = z
  .object({
    fodselsnummer: z.string().regex(/^\d{11}$/).describe('Fødselsnummer eller D-nummer, 11 siffer. Står aldri i svaret.'),
    fornavn: tekst(80).min(1),
    etternavn: tekst(80).min(1),
    fodselsdato: z.iso.date(),
    adresse: tekst(200).optional(),
    telefon: tekst(20).optional(),
    sprak: z.enum(['nb', 'nn']).default('nb').describe('Målformen i brev'),
    sone: tekst(60).optional(),
    gradering: z.enum(['UGRADERT', 'FORTROLIG', 'STRENGT_FORTROLIG', 'STRENGT_FORTROLIG_UTLAND']).default('UGRADERT').describe('En ny mottaker som er gradert, registreres hos kommunen, ikke her.'),
    kildeId: tekst(100).min(1).optional().describe('Vedtakets id i systemet som sender. Den samme hver gang. Aldri et fødselsnummer.'),
    tjeneste: tekst(80).min(1).optional().describe('Kommunens kode eller navn på tjenesten'),
    enhet: tekst(120).min(1).optional().describe('Utførerens kode eller navn'),
    minutter: z.int().min(1).max(100_000).optional().describe('For tjenester i timer: minutter i så mange uker som perUker sier'),
    perUker: z.int().min(1).max(52).default(1),
    antall: z.int().min(1).max(1000).optional().describe('For tjenester i dager eller ganger'),
    niva: z.int().min(1).max(7).optional(),
    plasstype: z.enum(PLASSTYPER).optional(),
    fom: z.iso.date().optional(),
    tom: z.iso.date().optional().describe('Uten: løper til videre'),
  })
  .describe('En rad');
export type ApiRegisterrad = z.output<typeof registerradSkjema>;

/** A delivery: its rows are judged one by one, so that one fault stops no other. */
export const registerleveranseSkjema = z.object({ rader: z.array(z.unknown()).min(1).max(MAKS_REGISTERRADER) });
/** The same as it is described to a sender. */
export const registerleveranseBeskrevet = z.object({ rader: z.array(registerradSkjema).min(1).max(MAKS_REGISTERRADER) });

export const registerradSvar = z.object({
  nummer: z.int().describe('Plassen i det som ble sendt, fra 0'),
  kildeId: z.string().nullable(),
  utfall: z.enum(['NY', 'ENDRET', 'LIK', 'RETTES']).describe('NY: tatt inn. ENDRET: slutten er flyttet fram. LIK: ingenting. RETTES: se mangler; ingenting er tatt inn.'),
  mangler: z.array(z.object({ kode: z.enum(MANGLER), melding: z.string() })).describe('MANGLER_SLUTT hindrer ikke'),
});
export const registerleveranseSvar = z.object({
  leveranse: z.int(),
  antall: z.object({ ny: z.int(), endret: z.int(), lik: z.int(), rettes: z.int() }),
  resultat: z.array(registerradSvar),
});
export type Registerradsvar = z.output<typeof registerradSvar>;
export type Registersvar = z.output<typeof registerleveranseSvar>;
