import { formatDato } from '#lib/core/format.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Klageregel } from '#lib/vedtak/domain/klageregel.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Opphorsgrunn } from '#lib/vedtak/domain/opphor-vedtak.ts';
import type { Varselslag, Varselunntak } from '#lib/vedtak/domain/varsel.ts';
import type { Brev, Brevsprak } from './brev.ts';
import type { Brevmal } from './brevmal.ts';
import { omfangIOrd } from './omfang-i-ord.ts';
import { del, hjemmelAv, lagSi, linjer, settSammen, smaa, TALLORD } from './ramme.ts';
import type { Brevhode, Si } from './ramme.ts';
import { klagedel, kontaktdel } from './rettigheter.ts';

/** How the recipient was heard before the decision. */
export type Horing =
  | { readonly type: 'VARSEL'; readonly sendt: Dato; readonly frist: Dato; readonly svarMottatt: Dato | null; readonly vurdering: string }
  | { readonly type: 'UNNTAK'; readonly unntak: Varselunntak }
  | null;

/** That in words, for a letter. */
export function horingIOrd(horing: Horing, si: Si): string[] {
  if (horing === null) return [];
  if (horing.type === 'UNNTAK') return [si(`unntak${horing.unntak}`)];
  const felles = { sendt: formatDato(horing.sendt), vurdering: horing.vurdering };
  return linjer(horing.svarMottatt === null ? si('varsletUtenSvar', { ...felles, frist: formatDato(horing.frist) }) : si('varsletSvar', { ...felles, svart: formatDato(horing.svarMottatt) }));
}

type Felles = Brevhode & { readonly omfang: Omfang | null };
const omfang = (g: Felles) => (g.omfang === null ? '–' : omfangIOrd(g.omfang, g.sprak));
const stor = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

export type Opphorsgrunnlag = Felles & { readonly tom: Dato; readonly grunn: Opphorsgrunn; readonly begrunnelse: string; readonly horing: Horing; readonly regel: Klageregel };

/** The letter that ends a vedtak: what, why, how the recipient was heard, and how to appeal. */
export function lagOpphorsbrev(g: Opphorsgrunnlag, mal: Brevmal): Brev {
  const si = lagSi(g.sprak, mal);
  const verdier = { tjeneste: smaa(g.tjeneste.navn), nummer: g.nummer ?? '–', tom: formatDato(g.tom), omfang: omfang(g) };
  const deler = [
    del(['VEDTAK'], '', [si('opphorVedtak', verdier), si(`opphor${g.grunn}`)]),
    del(['VURDERING', 'SYN'], si('vurdering'), [...linjer(g.begrunnelse), ...horingIOrd(g.horing, si)]),
    del(['HJEMMEL'], si('regler'), [si('reglerHjemmel', { hjemmel: hjemmelAv(g, mal) }), si('reglerRett')]),
    ...(g.grunn === 'DOD' ? [] : [del(['ENDRING'], si('endring'), [si('opphorEndring')])]),
    klagedel(g, si, g.regel),
    kontaktdel(g, si),
  ];
  return settSammen(g, mal, { overskrift: stor(si('opphorTittel', verdier)), deler, mangler: [] }, true);
}

export type Varselgrunnlag = Felles & { readonly slag: Varselslag; readonly hva: string; readonly hvorfor: string; readonly frist: Dato };

/** The advance notice: what is considered and why, until when one can answer, and that nothing is decided. */
export function lagVarselbrev(g: Varselgrunnlag, mal: Brevmal): Brev {
  const si = lagSi(g.sprak, mal);
  const tjeneste = smaa(g.tjeneste.navn);
  const deler = [
    del([], '', [si('varselInnledning', { tjeneste, nummer: g.nummer ?? '–', omfang: omfang(g) })]),
    del([], si('varselHva'), linjer(g.hva)),
    del([], si('varselHvorfor'), linjer(g.hvorfor)),
    del([], si('varselSvar'), [si('varselFrist', { frist: formatDato(g.frist) }), si('varselVidere'), si('varselInnsyn')]),
    kontaktdel(g, si),
  ];
  return settSammen(g, mal, { overskrift: si(`varselTittel${g.slag}`, { tjeneste }), deler, mangler: [] }, false);
}

export type Klageutfall = 'OMGJORT' | 'DELVIS' | 'OPPRETTHOLDT' | 'AVVIST';
export type Klagegrunnlag = Brevhode & { readonly utfall: Klageutfall; readonly mottatt: Dato; readonly frist: Dato; readonly oppreisning: boolean; readonly vurdering: string; readonly regel: Klageregel };

/** What became of an appeal with the municipality. */
export function lagKlagebrev(g: Klagegrunnlag, mal: Brevmal): Brev {
  const si = lagSi(g.sprak, mal);
  const instans = g.regel.instans[g.sprak];
  const ord: (typeof TALLORD)[Brevsprak] = TALLORD[g.sprak];
  const verdier = { instans, uker: ord[g.regel.uker] ?? String(g.regel.uker), nummer: g.nummer ?? '–', tjeneste: smaa(g.tjeneste.navn), mottatt: formatDato(g.mottatt), frist: formatDato(g.frist) };
  const deler = [
    del([], '', [si('klageInnledning', verdier), si(`klage${g.utfall}`, verdier), g.oppreisning ? si('klageOppreisning') : '']),
    del([], si('klageVurdering'), linjer(g.vurdering)),
    kontaktdel(g, si),
  ];
  return settSammen(g, mal, { overskrift: si(`klageTittel${g.utfall}`, verdier), deler, mangler: [] }, false);
}
