import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { STANDARD_KLAGEREGEL } from '#lib/vedtak/domain/klageregel.ts';
import type { Brev, Brevgrunnlag, Brevsprak } from './brev.ts';
import type { Brevmal } from './brevmal.ts';
import { lagBrev } from './lag-brev.ts';
import { lagKlagebrev, lagOpphorsbrev, lagVarselbrev } from './lag-saksbrev.ts';

/** The letters a template is seen as before it is used. */
export const EKSEMPLER = ['INNVILGET', 'MINDRE', 'AVSLAG', 'VARSEL', 'OPPHOR', 'KLAGESVAR'] as const;
export type Eksempel = (typeof EKSEMPLER)[number];

const ORD = {
  nb: {
    navn: 'Navn på mottakeren', adresse: 'Adressen 1, 0000 Stedet', representant: 'Navn på vergen', utforer: 'Utføreren', kontor: 'Bestillerkontoret', saksbehandler: 'Saksbehandleren', leder: 'Lederen',
    tjeneste: 'Hjemmesykepleie', begrunnelse: 'Her står saksbehandlerens begrunnelse.', synspunkt: 'Her står det mottakeren har sagt.', hva: 'Her står det kommunen vurderer å endre.',
  },
  nn: {
    navn: 'Namn på mottakaren', adresse: 'Adressa 1, 0000 Staden', representant: 'Namn på verja', utforer: 'Utføraren', kontor: 'Bestillarkontoret', saksbehandler: 'Saksbehandlaren', leder: 'Leiaren',
    tjeneste: 'Heimesjukepleie', begrunnelse: 'Her står grunngjevinga til saksbehandlaren.', synspunkt: 'Her står det mottakaren har sagt.', hva: 'Her står det kommunen vurderer å endre.',
  },
} as const;

const timer = (minutter: number, besok: number) => ({ type: 'TIMER', minutter, besok, perUker: 1, deler: [] }) as const;

/** A letter of each kind from a template, with words that say what stands where, and nobody's name. */
export function lagEksempel(slag: Eksempel, mal: Brevmal, { sprak, kommune, dato }: { sprak: Brevsprak; kommune: string; dato: Dato }): Brev {
  const ord = ORD[sprak];
  const hode = {
    sprak, kommune, kontor: ord.kontor, mottaker: { navn: ord.navn, adresse: ord.adresse }, representant: { rolle: 'VERGE', navn: ord.representant }, nummer: 'V-0000-0000', dato,
    tjeneste: { navn: ord.tjeneste, hjemmel: sprak === 'nb' ? 'helse- og omsorgstjenesteloven § 3-2' : 'helse- og omsorgstenestelova § 3-2', bekreftet: true, egenandel: false }, saksbehandler: ord.saksbehandler, leder: ord.leder,
  } as const;
  const horing = { type: 'VARSEL', sendt: leggTilDager(dato, -28), frist: leggTilDager(dato, -14), svarMottatt: leggTilDager(dato, -20), vurdering: ord.begrunnelse } as const;
  const vedtak: Brevgrunnlag = {
    ...hode, utfall: 'INNVILGET', omfang: timer(420, 14), tillegg: false, fom: leggTilDager(dato, 7), tom: leggTilDager(dato, 189), utforer: ord.utforer, erstatter: null, begrunnelse: ord.begrunnelse,
    reduksjonsgrunn: null, byttefristDager: 14, henvendelse: { mottatt: leggTilDager(dato, -21) }, utredning: { dato: leggTilDager(dato, -10), hjemmebesok: true, synspunkt: ord.synspunkt },
    regel: { ...STANDARD_KLAGEREGEL, uker: mal.klageuker },
  };
  switch (slag) {
    case 'INNVILGET':
      return lagBrev(vedtak, mal);
    case 'MINDRE':
      return lagBrev({ ...vedtak, omfang: timer(300, 10), erstatter: { nummer: 'V-0000-0001', omfang: timer(420, 14) }, reduksjonsgrunn: ord.begrunnelse, horing }, mal);
    case 'AVSLAG':
      return lagBrev({ ...vedtak, utfall: 'AVSLAG', omfang: null, utforer: null, byttefristDager: null }, mal);
    case 'VARSEL':
      return lagVarselbrev({ ...hode, omfang: timer(420, 14), slag: 'REDUKSJON', hva: ord.hva, hvorfor: ord.begrunnelse, frist: leggTilDager(dato, 14) }, mal);
    case 'OPPHOR':
      return lagOpphorsbrev({ ...hode, omfang: timer(420, 14), tom: leggTilDager(dato, 14), grunn: 'REVURDERT', begrunnelse: ord.begrunnelse, horing, regel: { ...STANDARD_KLAGEREGEL, uker: mal.klageuker } }, mal);
    case 'KLAGESVAR':
      return lagKlagebrev({ ...hode, utfall: 'OPPRETTHOLDT', mottatt: leggTilDager(dato, -5), frist: leggTilDager(dato, 10), oppreisning: false, vurdering: ord.begrunnelse, regel: STANDARD_KLAGEREGEL }, mal);
  }
}
