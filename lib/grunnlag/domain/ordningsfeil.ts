import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { dekningsfeil } from '#lib/grunnlag/domain/ordningsdekning.ts';
import { dobbeltfeil, type Enhetsbetaling } from '#lib/grunnlag/domain/ordningsdobbelt.ts';
import { fastleddfeil } from '#lib/grunnlag/domain/ordningsfastledd.ts';
import type { Dekningsrad, Tidsbandregel } from '#lib/grunnlag/domain/ordning.ts';
import { harPris, komponentensTjenester, TILLEGGSKATEGORIER } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Ordningsutkast, Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { prisfeil } from '#lib/grunnlag/domain/ordningspriser.ts';

/** Where a fault is mended: a step of the editor, the number of the part in its list, and the field. */
export type Feilsted = { readonly steg: 'om' | 'enheter' | 'band' | 'ledd' | 'fastledd'; readonly nr?: number; readonly felt?: string };
export type Feilgrunn =
  | 'NAVN_MANGLER' | 'FOM_MANGLER' | 'FOM_FOR_TIDLIG' | 'GRUNNLAG_MANGLER' | 'ANDEL_MANGLER' | 'INGEN_LEDD'
  | 'INGEN_ENHETER' | 'ENHET_UTEN_PRISGRUPPE' | 'ENHET_AVSLUTTET' | 'DEKKET_AV_ANNEN' | 'DEKKET_SENERE'
  | 'LEDD_LIKT_NAVN' | 'LEDD_UTEN_TJENESTER' | 'TJENESTE_UKJENT' | 'TJENESTE_UTENFOR' | 'OMFANG_PASSER_IKKE' | 'PLASSTYPER_MANGLER'
  | 'TIDSBAND_UKJENT' | 'TIDSBAND_MED_AVRUNDING' | 'TIDSBAND_MED_PLANLAGT' | 'TIDSBAND_TO_BETYDNINGER' | 'TIDSBAND_LIKT' | 'FRAVARSREGEL_BAKVENDT' | 'KATEGORI_UKJENT'
  | 'PRIS_UFULLSTENDIG' | 'PRIS_BAKVENDT' | 'PRIS_OVERLAPP' | 'PRIS_HULL' | 'PRIS_MANGLER' | 'PRIS_STARTER_SENT' | 'PRIS_SLUTTER' | 'NIVA_MANGLER'
  | 'RAMME_MANGLER' | 'RAMME_UTENFOR' | 'ARTER_MANGLER' | 'ART_UGYLDIG' | 'PLASSTYPE_MANGLER' | 'BELOP_MANGLER' | 'AR_MANGLER'
  | 'FUNKSJON_UGYLDIG' | 'REFUSJON_DOBBEL' | 'PLASSER_DOBBEL';
export type Ordningsfeil = { readonly grunn: Feilgrunn; readonly sted: Feilsted; readonly verdier: Readonly<Record<string, string | number>> };

export type Feilenhet = {
  readonly id: number;
  readonly navn: string;
  readonly tom: Dato | null;
  readonly perioder: readonly { readonly fom: Dato; readonly tom: Dato | null; readonly gruppe: string }[];
};
export type Feiltjeneste = { readonly kode: string; readonly navn: string; readonly volumenhet: string };
/** What a draft is judged against: the municipality's units, services, and the schemes in force. */
export type Omgivelser = {
  readonly enheter: readonly Feilenhet[];
  readonly tjenester: readonly Feiltjeneste[];
  readonly ordninger: readonly { readonly id: number; readonly navn: string }[];
  readonly dekning: readonly Dekningsrad[];
  /** Time bands of schemes that hold in the draft's first month or later. */
  readonly tidsband: readonly Tidsbandregel[];
  /** What other schemes pay a unit whatever services they cover there. */
  readonly enhetsbetalinger: readonly Enhetsbetaling[];
  /** The first month that can still be changed. */
  readonly tidligst: Maned;
};

/** What a component can count: the extents of vedtak that give it volume. Absent: any. */
const OMFANG: Readonly<Partial<Record<Utkastkomponent['volumkilde'], readonly string[]>>> = {
  VEDTATT_TID: ['TIMER'],
  VEDTATT_BESOK: ['TIMER'],
  VEDTATT_ANTALL: ['ANTALL'],
  BELAGTE_DOGN: ['PLASS'],
};

function omFeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  const feil: Ordningsfeil[] = [];
  const legg = (grunn: Feilgrunn, felt: string, verdier = {}) => feil.push({ grunn, sted: { steg: 'om', felt }, verdier });
  if (u.navn.trim() === '') legg('NAVN_MANGLER', 'navn');
  if (u.fom === null) legg('FOM_MANGLER', 'fom');
  else if (u.fom < om.tidligst) legg('FOM_FOR_TIDLIG', 'fom', { maned: manedOgAr(om.tidligst) });
  if (u.komponenter.some(harPris) && u.prisgrunnlag.trim() === '') legg('GRUNNLAG_MANGLER', 'prisgrunnlag');
  const o = u.regler.overforing;
  if (o && (o.andelOverskudd === null || o.andelUnderskudd === null)) legg('ANDEL_MANGLER', o.andelOverskudd === null ? 'andelOverskudd' : 'andelUnderskudd');
  if (u.komponenter.length === 0 && u.fastledd.length === 0) feil.push({ grunn: 'INGEN_LEDD', sted: { steg: 'ledd' }, verdier: {} });
  return feil;
}

function bandFeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  const band = u.regler.tidsband ?? [];
  return band.flatMap((b, nr): Ordningsfeil[] => {
    const her = { sted: { steg: 'band', nr } as const, verdier: { band: b.kode } };
    if (band.findIndex((x) => x.kode === b.kode) < nr) return [{ grunn: 'TIDSBAND_LIKT', ...her }];
    const annen = om.tidsband.find((x) => x.kode === b.kode && (x.fra !== b.fra || x.til !== b.til || x.dager.join() !== b.dager.join()));
    return annen ? [{ grunn: 'TIDSBAND_TO_BETYDNINGER', ...her }] : [];
  });
}

function tjenestefeil(u: Ordningsutkast, om: Omgivelser, k: Utkastkomponent, legg: (g: Feilgrunn, felt: string, v?: Record<string, string>) => void): void {
  const navn = new Map(om.tjenester.map((t) => [t.kode, t.navn]));
  const telte = komponentensTjenester(u, k);
  // no unit chosen is one fault, told where it is mended: it is not said once more of every part
  const ingenEnheter = u.dekning.every((d) => d.tjenester.length === 0);
  for (const t of k.tjenester) {
    if (!navn.has(t)) legg('TJENESTE_UKJENT', 'tjenester', { tjeneste: t });
    else if (!ingenEnheter && !telte.includes(t)) legg('TJENESTE_UTENFOR', 'tjenester', { tjeneste: navn.get(t) ?? t });
  }
  if (k.volumkilde === 'PLASSER' || ingenEnheter) return;
  if (telte.length === 0) return legg('LEDD_UTEN_TJENESTER', 'tjenester');
  const passer = OMFANG[k.volumkilde];
  const enheter = om.tjenester.filter((t) => telte.includes(t.kode)).map((t) => t.volumenhet);
  if (passer && !enheter.some((e) => passer.includes(e))) legg('OMFANG_PASSER_IKKE', 'volumkilde', { tjenester: telte.map((t) => navn.get(t) ?? t).join(', ') });
}

function regelfeil(u: Ordningsutkast, om: Omgivelser, k: Utkastkomponent, legg: (g: Feilgrunn, felt: string, v?: Record<string, string>) => void): void {
  const { regler } = k;
  const tillegg = Object.entries(regler.kategorier ?? {});
  if ((k.volumkilde === 'BELAGTE_DOGN' || k.volumkilde === 'PLASSER') && (regler.plasstyper ?? []).length === 0) legg('PLASSTYPER_MANGLER', 'plasstyper');
  for (const [kode] of tillegg) if (!(TILLEGGSKATEGORIER as readonly string[]).includes(kode)) legg('KATEGORI_UKJENT', 'kategorier', { kategori: kode });
  if ((regler.fravarsregel ?? []).some((f) => f.tilDag != null && f.tilDag < f.fraDag)) legg('FRAVARSREGEL_BAKVENDT', 'fravarsregel');
  const band = regler.tidsband ?? null;
  if (band === null) return;
  if (![...(u.regler.tidsband ?? []), ...om.tidsband].some((b) => b.kode === band)) legg('TIDSBAND_UKJENT', 'tidsband', { band });
  if (regler.minuttregel) legg('TIDSBAND_MED_AVRUNDING', 'minuttregel');
  if (tillegg.some(([, r]) => r.grunnlag === 'PLANLAGT')) legg('TIDSBAND_MED_PLANLAGT', 'kategorier');
}

function leddfeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  return u.komponenter.flatMap((k, nr) => {
    const feil: Ordningsfeil[] = [];
    const legg = (grunn: Feilgrunn, felt: string, verdier: Record<string, string | number> = {}) =>
      void feil.push({ grunn, sted: { steg: 'ledd', nr, felt }, verdier: { ledd: k.navnNb, ...verdier } });
    if (u.komponenter.findIndex((x) => x.kode === k.kode) < nr) legg('LEDD_LIKT_NAVN', 'kode', { kode: k.kode });
    tjenestefeil(u, om, k, legg);
    regelfeil(u, om, k, legg);
    return [...feil, ...prisfeil(u, om, k, nr)];
  });
}

/**
 * Everything that hinders a draft from being put in force, all at once, in the order of the editor. Pure: the same list
 * is shown while it is written, when it is proposed, and judged again when another person approves.
 */
export function ordningsfeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  return [...omFeil(u, om), ...dekningsfeil(u, om), ...bandFeil(u, om), ...leddfeil(u, om), ...fastleddfeil(u, om), ...dobbeltfeil(u, om)];
}
