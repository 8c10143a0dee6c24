import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato, HARDT_MELLOMROM } from '#lib/core/format.ts';
import { erReduksjon } from '#lib/vedtak/domain/omfang.ts';
import { klagefrist } from '#lib/vedtak/domain/klagefrist.ts';
import type { Brev, Brevdel, Brevgrunnlag, Punkt } from './brev.ts';
import { fyll } from './brevmal.ts';
import type { Brevmal, Maltekst } from './brevmal.ts';
import { delIOrd, omfangIOrd } from './omfang-i-ord.ts';

const TALLORD = { nb: ['', 'én', 'to', 'tre', 'fire', 'fem', 'seks'], nn: ['', 'éi', 'to', 'tre', 'fire', 'fem', 'seks'] } as const;

/** A text of the template, filled. */
type Si = (nokkel: Maltekst, verdier?: Readonly<Record<string, string>>) => string;

/** A paragraph sign stays on the line of its number. */
const hel = (tekst: string) => tekst.replaceAll('§ ', `§${HARDT_MELLOMROM}`);
const del = (punkter: readonly Punkt[], overskrift: string, avsnitt: readonly string[], liste: readonly string[] = []): Brevdel => ({ punkter, overskrift, avsnitt: avsnitt.filter((a) => a !== '').map(hel), liste });
/** What a caseworker typed, one paragraph a line. */
const linjer = (tekst: string) => tekst.split(/\n+/).map((linje) => linje.trim()).filter((linje) => linje !== '');

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
  const deler = g.omfang.type === 'TIMER' ? g.omfang.deler.map((d) => delIOrd(d, g.sprak)) : [];
  const sagt = [
    g.tom === null ? si('innvilgetUtenSlutt', felles) : si('innvilget', { ...felles, tom: formatDato(g.tom) }),
    g.omfang.type === 'NIVA' ? si('niva') : '',
    deler.length > 0 ? si('delerInnledning') : '',
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
  return del(['VURDERING'], si('vurdering'), [...linjer(g.begrunnelse), ...reduksjon, si(g.utfall === 'AVSLAG' ? 'vurdertAvslag' : 'vurdert')]);
}

function rettigheter(g: Brevgrunnlag, mal: Brevmal, si: Si, tjeneste: string, hjemmel: string): Brevdel[] {
  const avslag = g.utfall === 'AVSLAG';
  const sted = { kontor: g.kontor, kommune: g.kommune };
  const frist = { uker: TALLORD[g.sprak][mal.klageuker] ?? String(mal.klageuker), dato: formatDato(g.dato), frist: formatDato(klagefrist(g.dato, mal.klageuker)) };
  return [
    del(['HJEMMEL'], si('regler'), [si('reglerHjemmel', { hjemmel }), si('reglerRett')]),
    del(['EGENANDEL'], si('egenandel'), [avslag ? si('egenandelAvslag') : si(g.tjeneste.egenandel ? 'egenandelKan' : 'egenandelGratis', { tjeneste })]),
    del(['ENDRING'], si('endring'), avslag ? [si('endringAvslag')] : [si('endringPlikt'), si('endringVarsel')]),
    del(['KLAGE'], si('klage'), [si('klageRett', sted), si('klageFrist', frist), si('klageHjelp'), si('klageInnsyn'), si('klageUtsatt')]),
    del(['KONTAKT'], si('kontakt'), [si('kontaktOss', { ...sted, saksbehandler: g.saksbehandler, nummer: g.nummer ?? '–' })]),
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
  const tekst = mal.tekst[g.sprak];
  const merket = (navn: string, bekreftet: boolean) => (bekreftet ? navn : `${navn}, ${tekst.ikkeBekreftet}`);
  const lov = Object.fromEntries(Object.entries(mal.rettskilder).map(([kode, r]) => [`lov.${kode}`, merket(r[g.sprak], r.bekreftet)]));
  const si: Si = (nokkel, verdier = {}) => fyll(tekst[nokkel], { ...lov, ...verdier });
  const tjeneste = g.tjeneste.navn.charAt(0).toLowerCase() + g.tjeneste.navn.slice(1);
  const hjemmel = merket(g.tjeneste.hjemmel, g.tjeneste.bekreftet);
  const deler = [...vedtaket(g, si, tjeneste), grunnlag(g, si), syn(g, si), vurdering(g, si), ...rettigheter(g, mal, si, tjeneste, hjemmel)];
  const brukt = deler.flatMap((d) => d.avsnitt).join('\n');
  const representant = g.representant === null ? [] : [si(g.representant.rolle === 'VERGE' ? 'verge' : 'fullmektig', { navn: g.representant.navn })];
  return {
    sprak: g.sprak,
    mal: mal.versjon,
    avsender: [g.kommune, g.kontor],
    mottaker: [g.mottaker.navn, ...representant, ...(g.mottaker.adresse === null ? [] : g.mottaker.adresse.split(/\n|, */))],
    ref: [{ navn: si('ref'), verdi: g.nummer ?? '–' }, { navn: si('dato'), verdi: formatDato(g.dato) }],
    overskrift: overskrift(g, si, tjeneste),
    deler,
    underskrift: [si('saksbehandler', { navn: g.saksbehandler }), ...(g.leder === null ? [] : [si('leder', { navn: g.leder })])],
    mangler: mangler(g),
    ubekreftet: [
      ...(g.tjeneste.bekreftet ? [] : [g.tjeneste.hjemmel]),
      ...Object.values(mal.rettskilder).filter((r) => !r.bekreftet && brukt.includes(hel(r[g.sprak]))).map((r) => r[g.sprak]),
    ],
  };
}
