import { z } from 'zod';
import { belopFelt, desimalFelt, heltallFelt, minutterFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { TILTAKSLAG } from '#lib/toppfinansiering/domain/varsel.ts';

const id = z.coerce.number().int().positive();
const ar = z.coerce.number().int().min(2003).max(2100);
const bilag = tekstFelt({ min: 5, maks: 500 });
const grunn = tekstFelt({ min: 10, maks: 1000 });
const funksjon = tekstFelt({ min: 3, maks: 4 });
/** A share between 0 and 1, typed as per cent with at most two decimals, kept as exact decimal text. */
const prosent = () =>
  desimalFelt(2).transform((tekst, ctx): string => {
    const [hel = '0', del = ''] = tekst.split('.');
    const hundredeler = Number(hel) * 100 + Number(del.padEnd(2, '0'));
    if (tekst.startsWith('-') || hundredeler > 10_000) {
      nektFelt(ctx, 'ressurskrevende.feil.prosent');
      return z.NEVER;
    }
    return `${Math.trunc(hundredeler / 10_000)}.${String(hundredeler % 10_000).padStart(4, '0')}`;
  });
const koder = tekstFelt({ min: 3, maks: 400 }).transform((tekst, ctx): string[] => {
  const liste = tekst.split(/[\s,;]+/).filter(Boolean);
  if (liste.every((kode) => /^\d{3}(-\d{3})?$/.test(kode))) return liste;
  nektFelt(ctx, 'ressurskrevende.feil.koder');
  return z.NEVER;
});

export const idSkjema = z.object({ id });
export const parameterSkjema = z.object({
  tilskuddsar: ar,
  innslagspunktOre: belopFelt({ min: 1, maks: 100_000_000_00 }),
  kompensasjonsgrad: prosent(),
  puFradragOre: belopFelt({ maks: 100_000_000_00 }),
  aldersgrense: valgfritt(heltallFelt({ min: 18, maks: 120 })),
  kostraFunksjoner: koder,
  lonnsarter: koder,
  egenandelPerInnbyggerOre: valgfritt(belopFelt({ min: 1, maks: 1_000_000_00 })),
  trinn2FraOre: valgfritt(belopFelt({ min: 1, maks: 100_000_000_00 })),
  trinn2Grad: valgfritt(prosent()),
  tilleggMaksInnbyggere: valgfritt(heltallFelt({ min: 1, maks: 1_000_000 })),
  tilleggTerskelOre: valgfritt(belopFelt({ maks: 1_000_000_00 })),
  tilleggGrad: valgfritt(prosent()),
  kilde: tekstFelt({ min: 5, maks: 500 }),
});
export const tilgangSkjema = z.object({ kontoId: id, grunn });
export const delingstallSkjema = z.object({ ar, enhetId: id, fravarMinutter: minutterFelt({ maks: 100_000_000 }), sykelonnOre: valgfritt(belopFelt({ maks: 10_000_000_000_00 })), andelInnen16: valgfritt(prosent()), bilag });
/** One recipient a line: pseudonym and weight. */
export const fellesSkjema = z.object({
  ar,
  enhetId: id,
  navn: tekstFelt({ min: 3, maks: 100 }),
  funksjon,
  minutter: minutterFelt({ min: 1, maks: 100_000_000 }),
  andeler: tekstFelt({ min: 5, maks: 4000 }).transform((tekst, ctx): { pseudonym: string; vekt: number }[] => {
    const linjer = tekst.split('\n').map((l) => l.trim()).filter(Boolean).map((l) => /^(\S+)\s+(\d{1,4})$/.exec(l));
    const andeler = linjer.map((treff) => ({ pseudonym: treff?.[1] ?? '', vekt: Number(treff?.[2] ?? 0) }));
    const gyldig = andeler.length > 1 && andeler.every((a) => a.pseudonym !== '' && a.vekt > 0) && new Set(andeler.map((a) => a.pseudonym)).size === andeler.length;
    if (gyldig) return andeler;
    nektFelt(ctx, 'ressurskrevende.feil.andeler');
    return z.NEVER;
  }),
  nokkel: tekstFelt({ min: 5, maks: 500 }),
  bilag,
});
export const postSkjema = z.object({
  ar,
  mottakerId: id,
  tekst: tekstFelt({ min: 3, maks: 200 }),
  funksjon,
  art: tekstFelt({ min: 3, maks: 4 }),
  belopOre: belopFelt({ min: 1, maks: 100_000_000_00 }),
  lonnsandel: valgfritt(prosent()),
  vedtakId: valgfritt(id),
  bilag,
  anslag: z.boolean().optional().transform((a) => a === true),
});
export const FRADRAGSTYPER = ['VERTSKOMMUNE', 'OREMERKET', 'BRUKERBETALING', 'SYKELONN'] as const;
export const fradragSkjema = z.object({ ar, mottakerId: id, type: z.enum(FRADRAGSTYPER), belopOre: belopFelt({ min: 1, maks: 100_000_000_00 }), bilag });
export const puSkjema = z.object({ ar, mottakerId: id, registrertPu: z.enum(['JA', 'NEI']).transform((svar) => svar === 'JA') });
export const trekkSkjema = z.object({ slag: z.enum(['ressurspost', 'ressursfradrag', 'fellesressurs']), id });
export const tiltakSkjema = z.object({ slag: z.enum(TILTAKSLAG), navn: tekstFelt({ min: 3, maks: 100 }), mottakere: z.array(id).max(60), spartOre: belopFelt({ maks: 100_000_000_00 }), nyKostnadOre: belopFelt({ maks: 100_000_000_00 }) }).superRefine((t, ctx) => {
  if (t.mottakere.length === 0) nektFelt(ctx, 'velgMinst', { min: 1 }, ['mottakere']);
});
export const kravSkjema = z.object({ ar, merknad: tekstFelt({ min: 5, maks: 1000 }) });
export const forkastSkjema = z.object({ id, grunn });
