import { formatDato, HARDT_MELLOMROM } from '#lib/core/format.ts';
import type { Brev, Brevdel, Brevgrunnlag, Punkt } from './brev.ts';
import { fyll } from './brevmal.ts';
import type { Brevmal, Maltekst } from './brevmal.ts';

export const TALLORD = { nb: ['', 'én', 'to', 'tre', 'fire', 'fem', 'seks'], nn: ['', 'éi', 'to', 'tre', 'fire', 'fem', 'seks'] } as const;

/** A text of the template, filled. */
export type Si = (nokkel: Maltekst, verdier?: Readonly<Record<string, string>>) => string;

/** A paragraph sign stays on the line of its number. */
const hel = (tekst: string) => tekst.replaceAll('§ ', `§${HARDT_MELLOMROM}`);

/** A section; paragraphs without words fall away. */
export function del(punkter: readonly Punkt[], overskrift: string, avsnitt: readonly string[], liste: readonly string[] = []): Brevdel {
  return { punkter, overskrift, avsnitt: avsnitt.filter((a) => a !== '').map(hel), liste };
}

/** What a caseworker typed, one paragraph a line. */
export function linjer(tekst: string): string[] {
  return tekst.split(/\n+/).map((linje) => linje.trim()).filter((linje) => linje !== '');
}

export type Brevhode = Pick<Brevgrunnlag, 'sprak' | 'kommune' | 'kontor' | 'mottaker' | 'representant' | 'nummer' | 'dato' | 'tjeneste' | 'saksbehandler' | 'leder'>;

/** "hjemmesykepleie": inside a sentence. */
export function smaa(navn: string): string {
  return navn.charAt(0).toLowerCase() + navn.slice(1);
}

function merket(navn: string, bekreftet: boolean, mal: Brevmal, sprak: Brevhode['sprak']): string {
  return bekreftet ? navn : `${navn}, ${mal.tekst[sprak].ikkeBekreftet}`;
}

/** The template's voice in the recipient's language; a legal reference that is not confirmed says so. */
export function lagSi(sprak: Brevhode['sprak'], mal: Brevmal): Si {
  const lov = Object.fromEntries(Object.entries(mal.rettskilder).map(([kode, r]) => [`lov.${kode}`, merket(r[sprak], r.bekreftet, mal, sprak)]));
  return (nokkel, verdier = {}) => fyll(mal.tekst[sprak][nokkel], { ...lov, ...verdier });
}

/** The legal basis of the service, marked when nobody has confirmed it. */
export function hjemmelAv(g: Brevhode, mal: Brevmal): string {
  return merket(g.tjeneste.hjemmel, g.tjeneste.bekreftet, mal, g.sprak);
}

/** Head, sections and signature made one letter. `sierHjemmel`: the service's legal basis is named in it. */
export function settSammen(g: Brevhode, mal: Brevmal, innhold: Pick<Brev, 'overskrift' | 'deler' | 'mangler'>, sierHjemmel: boolean): Brev {
  const si = lagSi(g.sprak, mal);
  const brukt = innhold.deler.flatMap((d) => d.avsnitt).join('\n');
  const representant = g.representant === null ? [] : [si(g.representant.rolle === 'VERGE' ? 'verge' : 'fullmektig', { navn: g.representant.navn })];
  return {
    sprak: g.sprak,
    mal: mal.versjon,
    avsender: [g.kommune, g.kontor],
    mottaker: [g.mottaker.navn, ...representant, ...(g.mottaker.adresse === null ? [] : g.mottaker.adresse.split(/\n|, */))],
    ref: [{ navn: si('ref'), verdi: g.nummer ?? '–' }, { navn: si('dato'), verdi: formatDato(g.dato) }],
    ...innhold,
    underskrift: [si('saksbehandler', { navn: g.saksbehandler }), ...(g.leder === null ? [] : [si('leder', { navn: g.leder })])],
    ubekreftet: [
      ...(g.tjeneste.bekreftet || !sierHjemmel ? [] : [g.tjeneste.hjemmel]),
      ...Object.values(mal.rettskilder).filter((r) => !r.bekreftet && brukt.includes(hel(r[g.sprak]))).map((r) => r[g.sprak]),
    ],
  };
}
