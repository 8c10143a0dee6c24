import { z } from 'zod';
import { erManed, type Maned, manederMellom } from '#lib/core/maned.ts';
import { tolkManed } from '#lib/core/manedsnavn.ts';
import { belopFelt, desimalFelt, heltallFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { BANEAR, FORSLAGSSLAG, FRADRAGSSVAR, GRUPPEVALG, PRISREGLER } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const manedFelt = z.string({ error: 'mangler' }).transform((inn, ctx): Maned => {
  const tekst = tolkManed(inn);
  if (erManed(tekst)) return tekst;
  nektFelt(ctx, 'stykkpris.feil.maned');
  return z.NEVER;
});

/** A percent with at most three decimals, as exact text; limits in whole percents. */
function prosentFelt(min: number, maks: number) {
  return desimalFelt(3).transform((tekst, ctx): string => {
    const tall = Number(tekst);
    if (tall >= min && tall <= maks) return tekst;
    nektFelt(ctx, 'stykkpris.feil.prosent', { min, maks });
    return z.NEVER;
  });
}
const vektFelt = desimalFelt(4).transform((tekst, ctx): string => {
  if (!tekst.startsWith('-')) return tekst;
  nektFelt(ctx, 'stykkpris.feil.vekt');
  return z.NEVER;
});
/** Component, group and unit codes are the municipality's own; a dot would be a path in the form. */
const kode = z.string().min(1).max(80);
const egetFradrag = z.object({ navn: valgfritt(tekstFelt({ maks: 80 })), belop: z.record(kode, valgfritt(belopFelt({ min: undefined }))) });

export const nokkelSkjema = z.object({ ordningId: heltallFelt({ min: 1 }), ar: heltallFelt({ min: 2000, maks: 2100 }), slag: z.enum(FORSLAGSSLAG), versjon: heltallFelt() });

/** Everything the workshop's form holds: which scheme and version, and the choices. How much is never sent. */
export const prisforslagSkjema = nokkelSkjema
  .extend({
    fraManed: manedFelt,
    grunnlagFom: manedFelt,
    grunnlagTom: manedFelt,
    regel: z.enum(PRISREGLER),
    kostnadsvekst: prosentFelt(-20, 50),
    effektivitetskrav: prosentFelt(0, 50),
    kvantil: prosentFelt(0, 100),
    vekter: z.record(kode, vektFelt),
    fradrag: z.record(kode, z.enum(FRADRAGSSVAR)),
    egneFradrag: z.array(egetFradrag).max(20),
    grupper: z.record(kode, z.enum(GRUPPEVALG)),
    baneEnhet: z.string().max(80),
    bane: z.array(prosentFelt(-50, 100)).length(BANEAR),
  })
  .superRefine((s, ctx) => {
    if (typeof s.fraManed === 'string' && Number(s.fraManed.slice(0, 4)) !== s.ar) nektFelt(ctx, 'stykkpris.feil.annetAr', { ar: s.ar }, ['fraManed']);
    if (typeof s.grunnlagFom !== 'string' || typeof s.grunnlagTom !== 'string') return;
    const maneder = manederMellom(s.grunnlagFom, s.grunnlagTom) + 1;
    if (maneder < 1) nektFelt(ctx, 'tomForFom', {}, ['grunnlagTom']);
    if (maneder > 24) nektFelt(ctx, 'stykkpris.feil.langtGrunnlag', {}, ['grunnlagTom']);
    s.egneFradrag.forEach((f, nr) => {
      if (f.navn === null && Object.values(f.belop).some((b) => b !== null && b !== 0)) nektFelt(ctx, 'mangler', {}, ['egneFradrag', nr, 'navn']);
    });
  });
export type PrisforslagInn = z.input<typeof prisforslagSkjema>;

/** The choices of a parsed form; lines without a name are empty rows. */
export function tilPrisvalg(s: z.output<typeof prisforslagSkjema>): Prisvalg {
  const { fraManed, grunnlagFom, grunnlagTom, regel, kostnadsvekst, effektivitetskrav, kvantil, vekter, fradrag, grupper } = s;
  return {
    fraManed, grunnlagFom, grunnlagTom, regel, kostnadsvekst, effektivitetskrav, kvantil, vekter, fradrag, grupper,
    egneFradrag: s.egneFradrag.flatMap((f) => (f.navn === null ? [] : [{ navn: f.navn, belop: Object.fromEntries(Object.entries(f.belop).map(([k, b]) => [k, b ?? 0])) }])),
    bane: { enhet: s.baneEnhet === '' ? null : s.baneEnhet, endringer: s.bane },
  };
}

/** Which proposal and which version was looked at. */
export const settForslagSkjema = z.object({ id: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) });
export const avvisSkjema = settForslagSkjema.extend({ grunn: grunnFelt({ min: 5, maks: 500 }) });
export const fallgrenseSkjema = z.object({ prosent: prosentFelt(0, 100) });
