import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { fristregelFor } from '#lib/sak/domain/svarfrist.ts';

export type Forelopig = {
  readonly sprak: 'nb' | 'nn';
  readonly kommune: string;
  readonly kontor: string;
  readonly mottaker: { readonly navn: string; readonly adresse: string | null };
  /** guardian or proxy, who the letter also goes to */
  readonly representant: string | null;
  readonly saksbehandler: string;
  readonly dato: Dato;
  readonly mottatt: Dato;
  readonly forventet: Dato;
  readonly henvendelseId: number;
  /** why it takes more than a month, in the caseworker's words */
  readonly grunn: string;
};

type Ord = { readonly tittel: string; readonly ref: string; readonly dato: string; readonly takk: string; readonly nar: string; readonly hvorfor: string; readonly spm: string; readonly kopi: string; readonly hilsen: string };
const ORD: Readonly<Record<'nb' | 'nn', Ord>> = {
  nb: {
    tittel: 'Foreløpig svar på søknaden din', ref: 'Vår referanse', dato: 'Dato', takk: 'Vi fikk søknaden din {mottatt}. Den er ikke ferdig behandlet ennå.',
    nar: 'Vi regner med at du får svar innen {forventet}. Blir det senere, får du beskjed.',
    hvorfor: 'Grunnen til at det tar mer tid: {grunn}', spm: 'Du får dette brevet fordi vi skal si fra når en søknad tar mer enn en måned ({hjemmel}). Har situasjonen din endret seg, eller trenger du hjelp før du får svar, ta kontakt med oss.',
    kopi: 'Kopi til {navn}', hilsen: 'Vennlig hilsen',
  },
  nn: {
    tittel: 'Førebels svar på søknaden din', ref: 'Vår referanse', dato: 'Dato', takk: 'Vi fekk søknaden din {mottatt}. Han er ikkje ferdig handsama enno.',
    nar: 'Vi reknar med at du får svar innan {forventet}. Blir det seinare, får du beskjed.',
    hvorfor: 'Grunnen til at det tek meir tid: {grunn}', spm: 'Du får dette brevet fordi vi skal seie frå når ein søknad tek meir enn ein månad ({hjemmel}). Har situasjonen din endra seg, eller treng du hjelp før du får svar, ta kontakt med oss.',
    kopi: 'Kopi til {navn}', hilsen: 'Venleg helsing',
  },
};

function fyll(tekst: string, verdier: Readonly<Record<string, string>>): string {
  return tekst.replaceAll(/\{(\w+)\}/g, (_, navn: string) => verdier[navn] ?? '');
}

/** The preliminary reply as the letter's parts: what was received, when an answer comes, why it takes time, whom to ask. */
export function lagForelopigBrev(f: Forelopig) {
  const ord = ORD[f.sprak];
  const verdier = { mottatt: formatDato(f.mottatt), forventet: formatDato(f.forventet), grunn: f.grunn, hjemmel: fristregelFor(f.mottatt).hjemmel[f.sprak], navn: f.representant ?? '' };
  return {
    avsender: [f.kommune, f.kontor],
    mottaker: [f.mottaker.navn, ...(f.mottaker.adresse === null ? [] : [f.mottaker.adresse]), ...(f.representant === null ? [] : [fyll(ord.kopi, verdier)])],
    ref: [{ navn: ord.ref, verdi: `H-${f.henvendelseId}` }, { navn: ord.dato, verdi: formatDato(f.dato) }],
    overskrift: ord.tittel,
    deler: [{ overskrift: '', avsnitt: [ord.takk, ord.nar, ord.hvorfor, ord.spm].map((tekst) => fyll(tekst, verdier)), liste: [] as string[] }],
    underskrift: [ord.hilsen, f.saksbehandler, f.kontor],
  };
}
