import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Hjelpebehov, Skarer, Variabelsett } from '#lib/sak/domain/kpr.ts';

export type Utredning = {
  readonly id: number;
  readonly dato: Dato;
  readonly hjelpebehov: Hjelpebehov;
  readonly skarer: Skarer;
  readonly variabelsett: string;
  readonly hjemmebesok: boolean;
  readonly besokDato: Dato | null;
  readonly besokNotat: string | null;
  readonly synspunkt: string | null;
  readonly vurdering: string | null;
  readonly forslag: string | null;
  readonly forslagTjenester: readonly string[];
  readonly erstatterId: number | null;
  /** a later correction stands in its place */
  readonly rettet: boolean;
  readonly utfortAv: string | null;
};

/** The form's fields as text. */
export type UtfyltUtredning = {
  skarer: Record<string, string | null>;
  hjemmebesok: boolean;
  besokDato: string;
  besokNotat: string;
  synspunkt: string;
  vurdering: string;
  forslag: string;
  forslagTjenester: string[];
};

export function tomUtredning(sett: Variabelsett): UtfyltUtredning {
  return { skarer: Object.fromEntries(sett.variabler.map((v) => [v.kode, null])), hjemmebesok: false, besokDato: '', besokNotat: '', synspunkt: '', vurdering: '', forslag: '', forslagTjenester: [] };
}

/** An assessment as a form to correct. */
export function somUtfylt(sett: Variabelsett, u: Utredning): UtfyltUtredning {
  return {
    skarer: Object.fromEntries(sett.variabler.map(({ kode }) => [kode, u.skarer[kode] === undefined ? null : String(u.skarer[kode])])),
    hjemmebesok: u.hjemmebesok, besokDato: u.besokDato === null ? '' : formatDato(u.besokDato), besokNotat: u.besokNotat ?? '', synspunkt: u.synspunkt ?? '', vurdering: u.vurdering ?? '',
    forslag: u.forslag ?? '', forslagTjenester: [...u.forslagTjenester],
  };
}

/** What a stored draft holds, with what it lacks empty. */
export function fraUtredningUtkast(sett: Variabelsett, innhold: Readonly<Record<string, unknown>>): UtfyltUtredning {
  const tom = tomUtredning(sett);
  const tekst = (navn: keyof UtfyltUtredning): string => (typeof innhold[navn] === 'string' ? innhold[navn] : '');
  const skarer = typeof innhold['skarer'] === 'object' && innhold['skarer'] !== null ? (innhold['skarer'] as Record<string, unknown>) : {};
  return {
    skarer: Object.fromEntries(Object.keys(tom.skarer).map((kode) => [kode, typeof skarer[kode] === 'string' ? skarer[kode] : null])),
    hjemmebesok: innhold['hjemmebesok'] === true,
    besokDato: tekst('besokDato'), besokNotat: tekst('besokNotat'), synspunkt: tekst('synspunkt'), vurdering: tekst('vurdering'), forslag: tekst('forslag'),
    forslagTjenester: Array.isArray(innhold['forslagTjenester']) ? innhold['forslagTjenester'].filter((en): en is string => typeof en === 'string') : [],
  };
}
