import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { overlapper } from '#lib/core/periode.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { erReduksjon, omfangNokkel } from './omfang.ts';
import type { Omfang } from './omfang.ts';
import { manglerHoring } from './varsel.ts';
import type { ManglerHoring, Varsel, Varselunntak } from './varsel.ts';

export type Utfall = 'INNVILGET' | 'DELVIS' | 'AVSLAG';

/** A vedtak of the recipient whose validity reaches beyond the new one's start, as it stands now. */
export type GjeldendeVedtak = {
  readonly id: number;
  readonly virkningId: number;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly tillegg: boolean;
  readonly omfang: Omfang;
  readonly fom: Dato;
  readonly tom: Dato | null;
};

/** Everything the rule looks at: gathered under the lock on the recipient. */
export type Vedtakssak = {
  readonly idag: Dato;
  readonly mottakerAvsluttet: Dato | null;
  /** the service as it is on the first day; null when it does not exist then */
  readonly tjeneste: { readonly kode: string; readonly volumenhet: string; readonly hjemmel: string } | null;
  readonly enheterSomDekker: readonly number[];
  /** the codes of the time bands that the schemes of the service have then */
  readonly tidsband: readonly string[];
  readonly gjeldende: readonly GjeldendeVedtak[];
  /** the advance notice about the replaced vedtak that has not been used */
  readonly varsel?: Varsel | null;
  /** short services of the same kind, recorded without a letter, around the new one */
  readonly korte?: readonly { readonly fom: Dato; readonly tom: Dato | null }[];
};

export type Vedtaksforslag = {
  readonly utfall: Utfall;
  readonly tjeneste: string;
  readonly omfang: Omfang | null;
  readonly enhetId: number | null;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly begrunnelse: string;
  readonly erstatterId: number | null;
  readonly tillegg: boolean;
  readonly reduksjonsgrunn: string | null;
  /** why less is given without an advance notice */
  readonly varselunntak?: Varselunntak | null;
  /** at most two weeks, recorded without a formal letter */
  readonly kort?: boolean;
};

export type KanIkkeFatteVedtak = {
  readonly grunn:
    | 'mottakerAvsluttet'
    | 'ukjentTjeneste'
    | 'manglerBegrunnelse'
    | 'fomForTidlig'
    | 'fomForSent'
    | 'tomForFom'
    | 'manglerOmfang'
    | 'omfangPasserIkke'
    | 'delerOverstiger'
    | 'ukjentTidsband'
    | 'manglerEnhet'
    | 'enhetDekkerIkke'
    | 'tilleggUtenSlutt'
    | 'tilleggOgErstatning'
    | 'erstatterIkke'
    | 'erstatterStarterSenere'
    | 'likIKraft'
    | 'overlapp'
    | 'reduksjonUtenGrunn'
    | 'kortForLangt'
    | 'kortIkkeAvslag'
    | 'korteIRekke'
    | ManglerHoring;
  readonly felt?: string;
  readonly verdier?: Readonly<Record<string, string | number>>;
};

/** What is to be recorded. `avkort`: the replaced vedtak and its new last day. */
export type FattetVedtak = {
  readonly hjemmel: string;
  readonly omfangNokkel: string | null;
  readonly avkort: { readonly vedtak: GjeldendeVedtak; readonly tom: Dato } | null;
  readonly reduksjon: boolean;
  /** the notice that this vedtak uses */
  readonly varselId: number | null;
};

/** A vedtak looks forward; help that had to start at once can be put in writing for so many days back. */
export const DAGER_TILBAKE = 31;
export const DAGER_FRAM = 365;
export const MINSTE_BEGRUNNELSE = 60;
/** Pasient- og brukerrettighetsloven § 2-7: what is to last longer is a formal decision with a letter. */
export const KORT_DAGER = 14;

type Nei = KanIkkeFatteVedtak;

function tidsregler(sak: Vedtakssak, f: Vedtaksforslag): Nei[] {
  const ut: Nei[] = [];
  if (sak.mottakerAvsluttet !== null && (f.tom === null || f.tom >= sak.mottakerAvsluttet)) ut.push({ grunn: 'mottakerAvsluttet', verdier: { dato: sak.mottakerAvsluttet } });
  if (dagerMellom(f.fom, sak.idag) > DAGER_TILBAKE) ut.push({ grunn: 'fomForTidlig', felt: 'periode.fom', verdier: { dager: DAGER_TILBAKE } });
  if (dagerMellom(sak.idag, f.fom) > DAGER_FRAM) ut.push({ grunn: 'fomForSent', felt: 'periode.fom' });
  if (f.tom !== null && f.tom < f.fom) ut.push({ grunn: 'tomForFom', felt: 'periode.tom' });
  if (f.begrunnelse.trim().length < MINSTE_BEGRUNNELSE) ut.push({ grunn: 'manglerBegrunnelse', felt: 'begrunnelse', verdier: { min: MINSTE_BEGRUNNELSE } });
  return ut;
}

function leveringsregler(sak: Vedtakssak, f: Vedtaksforslag): Nei[] {
  const ut: Nei[] = [];
  if (sak.tjeneste === null) return [{ grunn: 'ukjentTjeneste', felt: 'tjeneste' }];
  if (f.omfang === null) ut.push({ grunn: 'manglerOmfang', felt: 'tjeneste' });
  else if (f.omfang.type !== sak.tjeneste.volumenhet) ut.push({ grunn: 'omfangPasserIkke', felt: 'tjeneste' });
  if (f.enhetId === null) ut.push({ grunn: 'manglerEnhet', felt: 'enhet' });
  else if (!sak.enheterSomDekker.includes(f.enhetId)) ut.push({ grunn: 'enhetDekkerIkke', felt: 'enhet' });
  return ut;
}

/** Parts lie within the whole, in bands that a scheme has or that the replaced vedtak already named. */
function delregler(sak: Vedtakssak, f: Vedtaksforslag): Nei[] {
  if (f.omfang?.type !== 'TIMER') return [];
  const { minutter, besok, deler } = f.omfang;
  const gammel = sak.gjeldende.find((v) => v.id === f.erstatterId)?.omfang;
  const kjente = new Set([...sak.tidsband, ...(gammel?.type === 'TIMER' ? gammel.deler.map((del) => del.tidsband) : [])]);
  const ut: Nei[] = deler.filter((del) => !kjente.has(del.tidsband)).map((del) => ({ grunn: 'ukjentTidsband', felt: `delTimer.${del.tidsband}`, verdier: { band: del.tidsband } }));
  const sum = deler.reduce((til, del) => ({ minutter: til.minutter + del.minutter, besok: til.besok + del.besok }), { minutter: 0, besok: 0 });
  if (sum.minutter > minutter) ut.push({ grunn: 'delerOverstiger', felt: 'timer' });
  if (sum.besok > besok) ut.push({ grunn: 'delerOverstiger', felt: 'besok' });
  return ut;
}

/** The replaced vedtak, or why it cannot be replaced. */
function finnErstattet(sak: Vedtakssak, f: Vedtaksforslag): Result<GjeldendeVedtak | null, Nei> {
  if (f.erstatterId === null) return ok(null);
  const gammel = sak.gjeldende.find((v) => v.id === f.erstatterId && v.tjeneste === f.tjeneste);
  if (!gammel || (gammel.tom !== null && gammel.tom < f.fom)) return nei({ grunn: 'erstatterIkke', felt: 'forhold' });
  if (gammel.fom >= f.fom) return nei({ grunn: 'erstatterStarterSenere', felt: 'periode.fom', verdier: { nummer: gammel.nummer, fom: gammel.fom } });
  return ok(gammel);
}

function overlappsregler(sak: Vedtakssak, f: Vedtaksforslag, erstattet: GjeldendeVedtak | null): Nei[] {
  const periode = { fom: f.fom, tom: f.tom };
  const overlappende = sak.gjeldende.filter((v) => v.tjeneste === f.tjeneste && v.id !== erstattet?.id && overlapper(v, periode));
  const nokkel = f.omfang === null ? null : omfangNokkel(f.omfang);
  const like = overlappende.filter((v) => omfangNokkel(v.omfang) === nokkel);
  const ut: Nei[] = like.map((v) => ({ grunn: 'likIKraft', felt: 'forhold', verdier: { nummer: v.nummer } }));
  if (f.tillegg) return ut;
  const andre = overlappende.filter((v) => !v.tillegg && !like.includes(v));
  return [...ut, ...andre.map((v) => ({ grunn: 'overlapp', felt: 'forhold', verdier: { nummer: v.nummer, fom: v.fom } }) as const)];
}

/** A short service has an end within two weeks, and short ones do not follow each other past that. */
function korteregler(sak: Vedtakssak, f: Vedtaksforslag): Nei[] {
  if (!f.kort) return [];
  if (f.utfall === 'AVSLAG') return [{ grunn: 'kortIkkeAvslag', felt: 'utfall' }];
  if (f.tom === null || dagerMellom(f.fom, f.tom) >= KORT_DAGER) return [{ grunn: 'kortForLangt', felt: 'periode.tom', verdier: { dager: KORT_DAGER } }];
  const naer = (sak.korte ?? []).filter((k) => k.tom !== null && k.tom >= leggTilDager(f.fom, -KORT_DAGER) && k.fom <= f.fom);
  const forste = naer.reduce((til, k) => (k.fom < til ? k.fom : til), f.fom);
  return dagerMellom(forste, f.tom) >= KORT_DAGER ? [{ grunn: 'korteIRekke', felt: 'kort', verdier: { dato: forste } }] : [];
}

/** Less than before is heard first: a reason, and a notice that was answered or waited for and assessed, or why there was none. */
function horingsregler(sak: Vedtakssak, f: Vedtaksforslag, nummer: string): Nei[] {
  const ut: Nei[] = f.reduksjonsgrunn === null ? [{ grunn: 'reduksjonUtenGrunn', felt: 'reduksjonsgrunn', verdier: { nummer } }] : [];
  const mangler = manglerHoring(sak.idag, sak.varsel ?? null, f.varselunntak ?? null);
  return mangler === null ? ut : [...ut, { grunn: mangler, felt: 'varselunntak', verdier: { nummer, frist: sak.varsel?.frist ?? '' } }];
}

/**
 * May this vedtak be issued? Says every reason why not, so that all can be mended at once. A replaced vedtak ends the
 * day before the new one starts.
 */
export function fattVedtak(sak: Vedtakssak, f: Vedtaksforslag): Result<FattetVedtak, readonly KanIkkeFatteVedtak[]> {
  const felles = [...tidsregler(sak, f), ...korteregler(sak, f)];
  if (f.utfall === 'AVSLAG') {
    if (sak.tjeneste === null) felles.push({ grunn: 'ukjentTjeneste', felt: 'tjeneste' });
    return felles.length > 0 || sak.tjeneste === null ? nei(felles) : ok({ hjemmel: sak.tjeneste.hjemmel, omfangNokkel: null, avkort: null, reduksjon: false, varselId: null });
  }
  const avslag = [...felles, ...leveringsregler(sak, f), ...delregler(sak, f)];
  if (f.tillegg && f.tom === null) avslag.push({ grunn: 'tilleggUtenSlutt', felt: 'periode.tom' });
  if (f.tillegg && f.erstatterId !== null) avslag.push({ grunn: 'tilleggOgErstatning', felt: 'forhold' });
  const erstattet = finnErstattet(sak, f);
  if (!erstattet.ok) avslag.push(erstattet.feil);
  const gammel = erstattet.ok ? erstattet.verdi : null;
  if (erstattet.ok) avslag.push(...overlappsregler(sak, f, gammel));
  const reduksjon = gammel !== null && f.omfang !== null && erReduksjon(f.omfang, gammel.omfang);
  if (reduksjon) avslag.push(...horingsregler(sak, f, gammel.nummer));
  if (avslag.length > 0 || sak.tjeneste === null || f.omfang === null) return nei(avslag);
  return ok({
    hjemmel: sak.tjeneste.hjemmel,
    omfangNokkel: omfangNokkel(f.omfang),
    avkort: gammel === null ? null : { vedtak: gammel, tom: leggTilDager(f.fom, -1) },
    reduksjon,
    varselId: reduksjon && !f.varselunntak ? (sak.varsel?.id ?? null) : null,
  });
}
