import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato, formatKroner } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { STANDARD_KLAGEREGEL } from '#lib/vedtak/domain/klageregel.ts';
import { erReduksjon } from '#lib/vedtak/domain/omfang.ts';
import type { Brev, Brevdel, Brevgrunnlag, Punkt } from './brev.ts';
import type { Brevmal, Maltekst } from './brevmal.ts';
import { horingIOrd } from './lag-saksbrev.ts';
import { delIOrd, omfangIOrd } from './omfang-i-ord.ts';
import { del, hjemmelAv, lagSi, linjer, settSammen, smaa } from './ramme.ts';
import type { Si } from './ramme.ts';
import { klagedel, kontaktdel } from './rettigheter.ts';

function overskrift(g: Brevgrunnlag, si: Si, tjeneste: string): string {
  const nokkel = ((): Maltekst => {
    if (g.utfall === 'AVSLAG') return 'vedtakAvslag';
    if (g.utfall === 'DELVIS') return 'vedtakDelvis';
    if (g.tillegg) return 'vedtakTillegg';
    if (g.erstatter === null || g.omfang === null) return 'vedtakNytt';
    if (erReduksjon(g.omfang, g.erstatter.omfang)) return 'vedtakMindre';
    return erReduksjon(g.erstatter.omfang, g.omfang) ? 'vedtakMer' : 'vedtakEndret';
  })();
  return si(nokkel, { tjeneste });
}

/** What is decided, with its parts right after it; then how it stands to what was before. */
function vedtaket(g: Brevgrunnlag, si: Si, tjeneste: string): Brevdel[] {
  const fom = formatDato(g.fom);
  if (g.utfall === 'AVSLAG' || g.omfang === null) return [del(['VEDTAK'], '', [si('avslag', { tjeneste, fom })])];
  const felles = { fom, tjeneste, omfang: omfangIOrd(g.omfang, g.sprak), utforer: g.utforer ?? g.kommune };
  const kontrakt = g.omfang.type === 'KONTRAKT' ? (g.kontrakt ?? null) : null;
  const deler = g.omfang.type === 'TIMER' ? g.omfang.deler.map((d) => delIOrd(d, g.sprak)) : (kontrakt?.poster.map((p) => `${p.hva}: ${p.ofte}`) ?? []);
  const sagt = [
    g.tom === null ? si('innvilgetUtenSlutt', felles) : si('innvilget', { ...felles, tom: formatDato(g.tom) }),
    g.omfang.type === 'NIVA' ? (g.nivainnhold ? si('nivaInnhold', { niva: String(g.omfang.niva), innhold: g.nivainnhold }) : si('niva')) : '',
    g.byttefristDager === undefined || g.byttefristDager === null ? '' : si('brukervalg', { dager: String(g.byttefristDager) }),
    kontrakt === null ? '' : si('kontraktInnhold', { belop: formatKroner(ore(kontrakt.manedsbelopOre)) }),
    deler.length > 0 && kontrakt === null ? si('delerInnledning') : '',
  ];
  const forhold = [
    g.utfall === 'DELVIS' ? si('delvis') : '',
    g.tillegg ? si('tillegg') : '',
    g.erstatter === null ? '' : si('erstatter', { nummer: g.erstatter.nummer, dato: formatDato(leggTilDager(g.fom, -1)), omfang: omfangIOrd(g.erstatter.omfang, g.sprak) }),
  ];
  return [del(['VEDTAK'], '', sagt, deler), del([], '', forhold)].filter((d) => d.avsnitt.length > 0);
}

function grunnlag(g: Brevgrunnlag, si: Si): Brevdel {
  return del(['FAKTUM'], si('hvorfor'), [
    [
      g.henvendelse === null ? '' : si('byggerSoknad', { dato: formatDato(g.henvendelse.mottatt) }),
      g.utredning === null ? si('byggerBegrunnelse') : si('bygger', { dato: formatDato(g.utredning.dato) }),
      g.utredning?.hjemmebesok ? si('byggerHjemmebesok') : '',
    ].filter(Boolean).join(' '),
  ]);
}

function syn(g: Brevgrunnlag, si: Si): Brevdel {
  const synspunkt = g.utredning?.synspunkt?.trim();
  return del(['SYN'], si('syn'), [synspunkt ? si('synRegistrert', { synspunkt }) : '', si('synIBegrunnelsen')]);
}

function vurdering(g: Brevgrunnlag, si: Si): Brevdel {
  const reduksjon = g.reduksjonsgrunn === null ? [] : linjer(si('reduksjon', { grunn: g.reduksjonsgrunn }));
  return del(['VURDERING'], si('vurdering'), [...linjer(g.begrunnelse), ...reduksjon, ...horingIOrd(g.horing ?? null, si), si(g.utfall === 'AVSLAG' ? 'vurdertAvslag' : 'vurdert')]);
}

function rettigheter(g: Brevgrunnlag, mal: Brevmal, si: Si, tjeneste: string, hjemmel: string): Brevdel[] {
  const avslag = g.utfall === 'AVSLAG';
  return [
    del(['HJEMMEL'], si('regler'), [si('reglerHjemmel', { hjemmel }), si('reglerRett')]),
    del(['EGENANDEL'], si('egenandel'), [avslag ? si('egenandelAvslag') : si(g.tjeneste.egenandel ? 'egenandelKan' : 'egenandelGratis', { tjeneste })]),
    del(['ENDRING'], si('endring'), avslag ? [si('endringAvslag')] : [si('endringPlikt'), si('endringVarsel')]),
    klagedel(g, si, g.regel ?? { ...STANDARD_KLAGEREGEL, uker: mal.klageuker }),
    kontaktdel(g, si),
  ];
}

/** The points that cannot be answered in full with what is known: shown to the one who writes, never printed. */
function mangler(g: Brevgrunnlag): Punkt[] {
  const ut: Punkt[] = [];
  if (g.utfall !== 'AVSLAG' && (g.omfang === null || g.utforer === null)) ut.push('VEDTAK');
  if (g.utredning === null) ut.push('FAKTUM');
  if (!g.utredning?.synspunkt?.trim()) ut.push('SYN');
  if (g.begrunnelse.trim() === '') ut.push('VURDERING');
  if (g.leder === null) ut.push('KONTAKT');
  return ut;
}

/**
 * The letter of a vedtak from its template: the same content for the preview, the page and the PDF.
 * Legal references that are not confirmed say so in the text. @throws RangeError when the template names what does not exist.
 */
export function lagBrev(g: Brevgrunnlag, mal: Brevmal): Brev {
  const si = lagSi(g.sprak, mal);
  const tjeneste = smaa(g.tjeneste.navn);
  const deler = [...vedtaket(g, si, tjeneste), grunnlag(g, si), syn(g, si), vurdering(g, si), ...rettigheter(g, mal, si, tjeneste, hjemmelAv(g, mal))];
  return settSammen(g, mal, { overskrift: overskrift(g, si, tjeneste), deler, mangler: mangler(g) }, true);
}
