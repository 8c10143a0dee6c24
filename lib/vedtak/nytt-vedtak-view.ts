import type { Dato } from '#lib/core/dato.ts';
import { lesBelop, lesDato, lesHeltall, lesMinutter } from '#lib/core/tolk-felt.ts';
import { overlapper } from '#lib/core/periode.ts';
import { erReduksjon, omfangNokkel, PLASSTYPER } from '#lib/vedtak/domain/omfang.ts';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import type { Del, Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Varseltilstand } from '#lib/vedtak/domain/varsel.ts';
import type { Brukervalg } from '#lib/vedtak/domain/brukervalg.ts';
import { kontraktspris, vedtakspris } from '#lib/vedtak/domain/vedtakspris.ts';
import type { Priskomponent, Vedtakspris } from '#lib/vedtak/domain/vedtakspris.ts';

export type TjenesteValg = { readonly kode: string; readonly navn: string; readonly volumenhet: Omfang['type']; readonly hjemmel: string; readonly enheter: readonly EnhetValg[]; readonly tidsband: readonly Tidsband[] };
/** A time band that the vedtak can name a part in; no times where a vedtak in force names one that no scheme has any more. */
export type Tidsband = { readonly kode: string; readonly fra: string | null; readonly til: string | null };
export type EnhetValg = { readonly id: number; readonly navn: string; readonly eierform: string };
export type VedtakIKraft = {
  readonly id: number;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly tillegg: boolean;
  readonly omfang: Omfang;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly enhetId: number | null;
  /** the advance notice about it that has not been used */
  readonly varsel?: { readonly tilstand: Varseltilstand; readonly frist: Dato } | null;
};

/** All that the form shows and calculates with; prices are those of `idag`. */
export type NyttVedtakView = {
  readonly idag: Dato;
  readonly mottaker: { readonly id: number; readonly navn: string; readonly alder: number; readonly versjon: number };
  readonly tjenester: readonly TjenesteValg[];
  readonly gjeldende: readonly VedtakIKraft[];
  readonly priser: Readonly<Record<string, readonly Priskomponent[]>>;
  /** øre a year above which a second person approves; null: no limit */
  readonly grenseOre?: number | null;
  /** what the levels mean, by service and level */
  readonly nivaer?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** contracts that both have signed and no vedtak rests on, by service */
  readonly kontrakter?: Readonly<Record<string, SignertKontrakt>>;
  /** services whose provider the recipient may choose */
  readonly brukervalg?: Readonly<Record<string, Brukervalg>>;
};

/** The form's fields as typed. */
export type Utfylt = {
  tjeneste: string;
  volumenhet: string;
  utfall: string;
  timer: string;
  besok: string;
  perUker: string;
  antall: string;
  niva: string;
  plasstype: string;
  manedsbelop: string;
  /** hours and visits of the parts, by time band; empty: no part there */
  delTimer: Record<string, string>;
  delBesok: Record<string, string>;
  enhet: string;
  periode: { fom: string; tom: string };
  begrunnelse: string;
  forhold: string;
  reduksjonsgrunn: string;
  varselunntak: string;
  /** lasts at most two weeks and needs no formal letter */
  kort: boolean;
};

/** The parts as far as they can be read: every band with minutes or visits, in the order of their codes. */
function lesteDeler(u: Utfylt): Del[] {
  const koder = [...new Set([...Object.keys(u.delTimer), ...Object.keys(u.delBesok)])].toSorted();
  return koder
    .map((tidsband) => ({ tidsband, minutter: lesMinutter(u.delTimer[tidsband] ?? '') ?? 0, besok: lesHeltall(u.delBesok[tidsband] ?? '') ?? 0 }))
    .filter((del) => del.minutter > 0 || del.besok > 0);
}

/** The extent as far as it can be read while one types; null until then. */
export function lestOmfang(u: Utfylt): Omfang | null {
  if (u.utfall === 'AVSLAG') return null;
  const perUker = lesHeltall(u.perUker) ?? 0;
  switch (u.volumenhet) {
    case 'TIMER': {
      const minutter = lesMinutter(u.timer);
      return minutter && perUker > 0 ? { type: 'TIMER', minutter, besok: lesHeltall(u.besok) ?? 0, perUker, deler: lesteDeler(u) } : null;
    }
    case 'ANTALL': {
      const antall = lesHeltall(u.antall);
      return antall && antall > 0 && perUker > 0 ? { type: 'ANTALL', antall, perUker } : null;
    }
    case 'NIVA': {
      const niva = lesHeltall(u.niva);
      return niva ? { type: 'NIVA', niva } : null;
    }
    case 'PLASS': {
      const plasstype = PLASSTYPER.find((type) => type === u.plasstype);
      return plasstype ? { type: 'PLASS', plasstype } : null;
    }
    case 'KONTRAKT': {
      const manedsbelopOre = lesBelop(u.manedsbelop);
      return manedsbelopOre && manedsbelopOre > 0 ? { type: 'KONTRAKT', manedsbelopOre } : null;
    }
    default:
      return null;
  }
}

/** A price, that the service is not paid by the piece, or which components lack a price. Null: not enough typed yet. */
export type PrisSvar = { type: 'PRIS'; pris: Vedtakspris } | { type: 'IKKE_STYKKPRIS' } | { type: 'MANGLER'; komponenter: readonly string[] } | null;

export function prisFor(view: NyttVedtakView, tjeneste: string, enhetId: number | null, omfang: Omfang | null): PrisSvar {
  if (omfang === null || enhetId === null) return null;
  const svar = vedtakspris(omfang, view.priser[`${enhetId}/${tjeneste}`] ?? []);
  if (!svar.ok) return { type: 'MANGLER', komponenter: svar.feil.map((m) => m.navn) };
  const pris = svar.verdi ?? kontraktspris(omfang);
  return pris === null ? { type: 'IKKE_STYKKPRIS' } : { type: 'PRIS', pris };
}

export type Alternativ = { readonly enhet: string; readonly omfang: Omfang; readonly pris: Vedtakspris };
const FLEST_ALTERNATIVER = 4;

/** A fifth less and a fifth more, in whole quarters of an hour, with visits kept. */
function naboer(omfang: Omfang): Omfang[] {
  if (omfang.type === 'NIVA') return [omfang.niva - 1, omfang.niva + 1].filter((n) => n >= 1 && n <= 7).map((niva) => ({ type: 'NIVA', niva }));
  if (omfang.type === 'ANTALL') return [omfang.antall - 1, omfang.antall + 1].filter((n) => n >= 1).map((antall) => ({ ...omfang, antall }));
  if (omfang.type !== 'TIMER') return [];
  const skritt = Math.max(15, Math.round(omfang.minutter / 5 / 15) * 15);
  return [omfang.minutter - skritt, omfang.minutter + skritt].filter((m) => m > 0).map((minutter) => ({ ...omfang, minutter }));
}

/** What else could be granted, priced: the same with the other providers, and a little less or more with this one. */
export function alternativer(view: NyttVedtakView, u: Utfylt): Alternativ[] {
  const omfang = lestOmfang(u);
  const valgt = lesHeltall(u.enhet);
  const enheter = view.tjenester.find((t) => t.kode === u.tjeneste)?.enheter ?? [];
  if (omfang === null || valgt === null) return [];
  const sine = enheter.filter((e) => e.id === valgt).flatMap((enhet) => naboer(omfang).map((o) => ({ enhet, omfang: o })));
  const andre = enheter.filter((e) => e.id !== valgt).map((enhet) => ({ enhet, omfang }));
  return [...sine, ...andre].flatMap(({ enhet, omfang: o }) => {
    const svar = prisFor(view, u.tjeneste, enhet.id, o);
    return svar?.type === 'PRIS' ? [{ enhet: enhet.navn, omfang: o, pris: svar.pris }] : [];
  }).slice(0, FLEST_ALTERNATIVER);
}

/** Does it cost more than the limit a year, so that a second person issues it? A price that is missing counts as more. */
export function overGrensen(view: NyttVedtakView, svar: PrisSvar): boolean {
  if (!view.grenseOre || svar === null || svar.type === 'IKKE_STYKKPRIS') return false;
  return svar.type === 'MANGLER' || svar.pris.arOre > view.grenseOre;
}

/** What stands beside the form while it is filled in. */
export type Konsekvens = {
  readonly erstatter: VedtakIKraft | null;
  readonly idagPris: PrisSvar;
  readonly nyPris: PrisSvar;
  readonly overlappende: readonly VedtakIKraft[];
  readonly likt: VedtakIKraft | null;
  readonly reduksjon: boolean;
  readonly fom: Dato | null;
};

export function konsekvens(view: NyttVedtakView, u: Utfylt): Konsekvens {
  const omfang = lestOmfang(u);
  const fom = lesDato(u.periode.fom);
  const tom = u.periode.tom.trim() === '' ? null : lesDato(u.periode.tom);
  const erstatter = u.utfall === 'AVSLAG' ? null : (view.gjeldende.find((v) => String(v.id) === u.forhold) ?? null);
  const andre = fom === null || u.utfall === 'AVSLAG' ? [] : view.gjeldende.filter((v) => v.tjeneste === u.tjeneste && v.id !== erstatter?.id && overlapper(v, { fom, tom }));
  return {
    erstatter,
    idagPris: erstatter ? prisFor(view, erstatter.tjeneste, erstatter.enhetId, erstatter.omfang) : null,
    nyPris: prisFor(view, u.tjeneste, lesHeltall(u.enhet), omfang),
    overlappende: andre,
    likt: omfang === null ? null : (andre.find((v) => omfangNokkel(v.omfang) === omfangNokkel(omfang)) ?? null),
    reduksjon: omfang !== null && erstatter !== null && erReduksjon(omfang, erstatter.omfang),
    fom,
  };
}

/** The vedtak of a service that still hold on the new one's first day. */
export function kanErstattes(view: NyttVedtakView, tjeneste: string, fom: Dato): readonly VedtakIKraft[] {
  return view.gjeldende.filter((v) => v.tjeneste === tjeneste && (v.tom === null || v.tom >= fom));
}

/** How the form starts for a service: replacing the one in force, or new. */
export function standardForhold(view: NyttVedtakView, tjeneste: string): string {
  const iKraft = kanErstattes(view, tjeneste, view.idag).find((v) => !v.tillegg);
  return iKraft ? String(iKraft.id) : 'NY';
}

const TOMT: Utfylt = {
  tjeneste: '', volumenhet: '', utfall: 'INNVILGET', timer: '', besok: '', perUker: '1', antall: '', niva: '', plasstype: '', manedsbelop: '', delTimer: {}, delBesok: {},
  enhet: '', periode: { fom: '', tom: '' }, begrunnelse: '', forhold: 'NY', reduksjonsgrunn: '', varselunntak: '', kort: false,
};

/** A stored draft as form values: unknown fields are left out, missing ones are empty. */
export function fraUtkast(innhold: Readonly<Record<string, unknown>>): Utfylt {
  const tekst = (verdi: unknown) => (typeof verdi === 'string' ? verdi : '');
  const gruppe = (navn: string) => (innhold[navn] ?? {}) as Record<string, unknown>;
  const tekster = (navn: string) => Object.fromEntries(Object.entries(gruppe(navn)).map(([nokkel, verdi]) => [nokkel, tekst(verdi)]));
  const periode = gruppe('periode');
  const felt = Object.fromEntries(Object.keys(TOMT).filter((navn) => navn in innhold).map((navn) => [navn, tekst(innhold[navn])]));
  return { ...TOMT, ...felt, kort: innhold['kort'] === true, delTimer: tekster('delTimer'), delBesok: tekster('delBesok'), periode: { fom: tekst(periode['fom']), tom: tekst(periode['tom']) } };
}

/** How an empty form starts: from today, in the order of the fields. */
export function tomtSkjema(fom: string): Utfylt {
  return { ...TOMT, periode: { fom, tom: '' } };
}
