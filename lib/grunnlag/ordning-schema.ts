import { z } from 'zod';
import { brokFraDesimal, delt, brok, tilEksaktDesimal } from '#lib/core/brok.ts';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { belopFelt, desimalFelt, heltallFelt, klokkeslettFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { FASTLEDDTYPER, TILLEGGSKATEGORIER } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { PLASSTYPER, VOLUMKILDER } from '#lib/grunnlag/domain/volumkilde.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

/** Which draft, and which version of it was looked at. */
const sett = { utkastId: z.number().int().positive(), versjon: z.number().int().positive() };
const maned = z.string().refine((m): m is Maned => erManed(m));
const tomManed = valgfritt(maned);

/** "90" or "33,25" percent → the share as decimal text, "0.9". */
function andelFelt() {
  return desimalFelt(4).transform((tekst, ctx): string => {
    if (tekst.startsWith('-')) {
      nektFelt(ctx, 'tallMin', { min: 0 });
      return z.NEVER;
    }
    return tilEksaktDesimal(delt(brokFraDesimal(tekst), brok(100)));
  });
}

/** Rows where something is typed; empty rows are room to write in. */
function rader<R extends z.ZodObject>(rad: R) {
  const erTom = (r: unknown) => typeof r !== 'object' || r === null || Object.values(r).every((v) => v === '' || v === null || v === undefined);
  return z.array(z.unknown()).transform((alle) => alle.map((r, nr) => ({ r, nr })).filter(({ r }) => !erTom(r))).transform((fylte, ctx): z.output<R>[] =>
    fylte.flatMap(({ r, nr }) => {
      const svar = rad.safeParse(r);
      if (svar.success) return [svar.data];
      for (const feil of svar.error.issues) ctx.addIssue({ ...feil, path: [nr, ...feil.path] } as Parameters<typeof ctx.addIssue>[0]);
      return [];
    }),
  );
}

export const nyttUtkastSkjema = z.object({ fra: tekstFelt({ maks: 80 }) });
export const utkastSkjema = z.object(sett);
export const sendTilbakeSkjema = z.object({ ...sett, grunn: grunnFelt({ min: 5, maks: 500 }) });
export const settIKraftSkjema = z.object({ ...sett, hash: z.string().length(64) });
export const nyVersjonSkjema = z.object({ ordningId: z.number().int().positive() });
export const avsluttOrdningSkjema = z.object({ ordningId: z.number().int().positive(), tom: maned, grunn: grunnFelt({ min: 5, maks: 500 }) });

export const omOrdningenSkjema = z.object({
  ...sett,
  navn: tekstFelt({ maks: 80 }),
  fom: tomManed,
  prisgrunnlag: tekstFelt({ min: 0, maks: 300 }),
  prisstatus: z.enum(['FORELOPIG', 'ENDELIG']),
  prisregel: z.enum(['INGEN', 'SELVREGULERENDE', 'KOSTNADSVEKST', 'BESTE_PRAKSIS']),
  kvantil: valgfritt(andelFelt()),
  effektivitetskrav: z.boolean(),
  overforing: z.enum(['INGEN', 'ANDEL']),
  andelOverskudd: valgfritt(andelFelt()),
  andelUnderskudd: valgfritt(andelFelt()),
  takAndelAvBudsjett: valgfritt(andelFelt()),
  takAkkumulert: valgfritt(andelFelt()),
  dispensasjon: z.enum(['INGEN', 'RADMANN', 'VEDTATT_BELOP']),
  stipulering: z.boolean(),
});

export const dekningSkjema = z.object({
  ...sett,
  /** "enhet:TJENESTE" */
  dekning: z.array(z.string().regex(/^\d+:[A-Z_0-9]+$/)),
  erstatter: z.array(z.string().regex(/^\d+$/)),
});

const band = z.object({
  kode: tekstFelt({ maks: 20 }).transform((k) => k.toUpperCase().replaceAll(/[^A-ZÆØÅ0-9]+/g, '_')),
  dager: z.string().transform((tekst, ctx): number[] => {
    const dager = lesDager(tekst);
    if (dager === null) nektFelt(ctx, 'ordning.feltfeil.dager');
    return dager ?? [];
  }),
  fra: klokkeslettFelt(),
  til: klokkeslettFelt(),
});
export const tidsbandSkjema = z.object({ ...sett, band: rader(band) });

/** "1-5", "6, 7", "1 3 5" → ISO weekdays in order; null when it cannot be read. */
export function lesDager(tekst: string): number[] | null {
  const deler = tekst.split(/[\s,]+/).filter((d) => d !== '');
  const dager = deler.flatMap((del) => {
    const treff = /^([1-7])(?:[-–]([1-7]))?$/.exec(del);
    if (!treff) return [0];
    const [fra, til] = [Number(treff[1]), Number(treff[2] ?? treff[1])];
    return til < fra ? [0] : Array.from({ length: til - fra + 1 }, (_, i) => fra + i);
  });
  return dager.length === 0 || dager.includes(0) ? null : [...new Set(dager)].toSorted((a, b) => a - b);
}

const kategori = z.object({ prosent: valgfritt(andelFelt()), grunnlag: z.enum(['REGISTRERT', 'PLANLAGT']) });
const pris = z.object({
  gruppe: tekstFelt({ maks: 20 }).transform((g) => g.toUpperCase()),
  niva: valgfritt(heltallFelt({ min: 1, maks: 99 })),
  fom: tomManed,
  tom: tomManed,
  kr: valgfritt(belopFelt()),
});
const fravar = z.object({ fraDag: heltallFelt({ min: 1, maks: 3660 }), tilDag: valgfritt(heltallFelt({ min: 1, maks: 3660 })), prosent: andelFelt() });

export const leddSkjema = z.object({
  ...sett,
  /** its place in the list; null is a new one */
  nr: z.number().int().min(0).nullable(),
  navnNb: tekstFelt({ maks: 80 }),
  navnNn: tekstFelt({ min: 0, maks: 80 }),
  kode: tekstFelt({ min: 0, maks: 30 }),
  volumkilde: z.enum(VOLUMKILDER),
  tjenester: z.array(z.string()),
  trekkPause: z.boolean(),
  tidsband: z.string(),
  tak: andelFelt(),
  takPeriode: z.enum(['MANED', 'UKE', 'AR']),
  kategorier: z.object(Object.fromEntries(TILLEGGSKATEGORIER.map((k) => [k, kategori])) as Record<(typeof TILLEGGSKATEGORIER)[number], typeof kategori>),
  trinn: valgfritt(heltallFelt({ min: 1, maks: 240 })),
  minst: valgfritt(heltallFelt({ min: 0, maks: 1440 })),
  retning: z.enum(['NARMEST', 'OPP', 'NED']),
  plasstyper: z.array(z.enum(PLASSTYPER)),
  fravarsregel: rader(fravar),
  fordeling: z.enum(['HEL', 'DAGER']),
  priser: rader(pris),
});

export const fjernLeddSkjema = z.object({ ...sett, nr: z.number().int().min(0) });

const belop = z.object({ enhet: z.string(), kr: valgfritt(belopFelt()) });
export const fastleddSkjema = z.object({
  ...sett,
  nr: z.number().int().min(0).nullable(),
  navnNb: tekstFelt({ maks: 80 }),
  navnNn: tekstFelt({ min: 0, maks: 80 }),
  kode: tekstFelt({ min: 0, maks: 30 }),
  type: z.enum(FASTLEDDTYPER),
  ar: valgfritt(heltallFelt({ min: 2000, maks: 2100 })),
  arter: tekstFelt({ min: 0, maks: 300 }),
  funksjoner: tekstFelt({ min: 0, maks: 300 }),
  andel: andelFelt(),
  plasstype: z.string(),
  underPlasser: valgfritt(heltallFelt({ min: 1, maks: 1000 })),
  belop: z.array(belop),
  felles: valgfritt(belopFelt()),
});
