import { brok, EN_BROK, NULL_BROK } from '#lib/core/brok.ts';
import type { Malfastledd, Malkomponent, Maloverforing, Malprisregel, Malramme, Malregler, Tekst } from '#lib/grunnlag/domain/maler/mal.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** Codes of the services that the presets speak of. */
export const TJENESTE = {
  hjemmesykepleie: 'HJEMMESYKEPLEIE',
  praktiskBistand: 'PRAKTISK_BISTAND',
  psykiatriskSykepleie: 'PSYKIATRISK_SYKEPLEIE',
  miljotjeneste: 'MILJOTJENESTE',
  boligMedBase: 'BOLIG_MED_BASE',
  dagsenter: 'DAGSENTER',
  langtid: 'LANGTIDSOPPHOLD',
  korttid: 'KORTTIDSOPPHOLD',
} as const;
export const HJEMMETJENESTER = [TJENESTE.hjemmesykepleie, TJENESTE.praktiskBistand] as const;

export function tekst(nb: string, nn: string): Tekst {
  return { nb, nn };
}

const REGLER: Malregler = {
  tjenester: null,
  trekkPause: true,
  tidsband: null,
  tak: { faktor: EN_BROK, periode: 'MANED' },
  kategorier: [],
  minuttregel: null,
  plasstyper: [],
  fravarsregel: [],
  fordeling: null,
};

type Valg = { readonly grupper?: readonly string[] | null; readonly nivaer?: Malkomponent['nivaer'] };

/** A component with the format's defaults; municipal prices only, unless said. */
export function malledd(kode: string, navn: Tekst, volumkilde: Volumkilde, regler: Partial<Malregler>, valg: Valg = {}): Malkomponent {
  const grupper = valg.grupper === undefined ? ['KOMMUNAL'] : valg.grupper;
  return { kode, navn, volumkilde, regler: { ...REGLER, ...regler }, grupper, nivaer: valg.nivaer ?? null };
}

export const RAMMELEDD: Malfastledd = { type: 'RAMME', kode: 'ramme', navn: tekst('Ramme', 'Ramme') };
/** KOSTRA art 190: rent of premises. */
export const HUSLEIE: Malfastledd = {
  type: 'REFUSJON',
  kode: 'husleie',
  navn: tekst('Husleie etter regnskap', 'Husleige etter rekneskap'),
  arter: ['190'],
  funksjoner: null,
  andel: EN_BROK,
};

type Prisvalg = Partial<Pick<Malprisregel, 'kvantil' | 'effektivitetskrav'>>;

export function malpris(type: Malprisregel['type'], startpris: Malprisregel['startpris'], valg: Prisvalg = {}): Malprisregel {
  return { type, startpris, kvantil: valg.kvantil ?? NULL_BROK, effektivitetskrav: valg.effektivitetskrav ?? false };
}

export function maloverforing(andelOverskudd: Brokvalg, andelUnderskudd: Brokvalg, valg: Partial<Maloverforing> = {}): Maloverforing {
  return { andelOverskudd: prosent(andelOverskudd), andelUnderskudd: prosent(andelUnderskudd), takAndelAvBudsjett: null, dispensasjon: null, ...valg };
}

/** Whole percent; null is for the municipality to decide. */
type Brokvalg = number | null;
function prosent(tall: Brokvalg): Maloverforing['andelOverskudd'] {
  return tall === null ? null : brok(tall, 100);
}

export function kriterier(...liste: readonly [kode: string, nb: string, nn: string, upavirkelig: boolean][]): Malramme {
  return {
    metode: 'KRITERIER',
    kriterier: liste.map(([kode, nb, nn, upavirkelig]) => ({ kode, navn: tekst(nb, nn), upavirkelig })),
  };
}
