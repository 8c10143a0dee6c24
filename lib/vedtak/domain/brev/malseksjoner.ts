import type { Brevsprak } from './brev.ts';
import type { Brevmal, Maltekst } from './brevmal.ts';

/** The parts a template is written in, in the order of the letter; then the other letters. Every text stands in one. */
export const MALSEKSJONER = {
  overskrift: ['vedtakNytt', 'vedtakMer', 'vedtakMindre', 'vedtakEndret', 'vedtakDelvis', 'vedtakTillegg', 'vedtakAvslag'],
  vedtaket: ['innvilget', 'innvilgetUtenSlutt', 'avslag', 'delvis', 'erstatter', 'tillegg', 'niva', 'nivaInnhold', 'delerInnledning', 'kontraktInnhold', 'brukervalg'],
  grunnlag: ['hvorfor', 'bygger', 'byggerSoknad', 'byggerHjemmebesok', 'byggerBegrunnelse', 'syn', 'synRegistrert', 'synIBegrunnelsen'],
  vurdering: ['vurdering', 'vurdert', 'vurdertAvslag', 'reduksjon', 'varsletSvar', 'varsletUtenSvar', 'unntakONSKET', 'unntakUTTALT', 'unntakUMULIG', 'unntakUKJENT_ADRESSE'],
  regler: ['regler', 'reglerHjemmel', 'reglerRett', 'egenandel', 'egenandelKan', 'egenandelGratis', 'egenandelAvslag'],
  klage: ['endring', 'endringPlikt', 'endringVarsel', 'endringAvslag', 'klage', 'klageRett', 'klageFrist', 'klageHjelp', 'klageInnsyn', 'klageUtsatt'],
  kontakt: ['kontakt', 'kontaktOss', 'ref', 'dato', 'verge', 'fullmektig', 'saksbehandler', 'leder', 'ikkeBekreftet'],
  forhandsvarsel: ['varselTittelREDUKSJON', 'varselTittelOPPHOR', 'varselInnledning', 'varselHva', 'varselHvorfor', 'varselSvar', 'varselFrist', 'varselVidere', 'varselInnsyn'],
  opphor: ['opphorTittel', 'opphorVedtak', 'opphorONSKE', 'opphorDOD', 'opphorFLYTTET', 'opphorLANGTIDSOPPHOLD', 'opphorREVURDERT', 'opphorOMGJORT', 'opphorEndring'],
  klagesvar: ['klageTittelOMGJORT', 'klageTittelDELVIS', 'klageTittelOPPRETTHOLDT', 'klageTittelAVVIST', 'klageInnledning', 'klageOMGJORT', 'klageDELVIS', 'klageOPPRETTHOLDT', 'klageAVVIST', 'klageOppreisning', 'klageVurdering'],
} as const satisfies Readonly<Record<string, readonly Maltekst[]>>;
export type Malseksjon = keyof typeof MALSEKSJONER;
export const SEKSJONSNAVN = Object.keys(MALSEKSJONER) as Malseksjon[];

/** What a template holds beside its name and first day. */
export type Malinnhold = Pick<Brevmal, 'klageuker' | 'rettskilder' | 'tekst'>;

/** The names that a text can have filled in: those the project's own text uses there, `{fom}` and so on, without legal references. */
export function navnFor(nokkel: Maltekst, sprak: Brevsprak, standard: Malinnhold): string[] {
  return [...new Set([...standard.tekst[sprak][nokkel].matchAll(/\{[^{}]*\}/g)].map((treff) => treff[0]))].filter((navn) => !navn.startsWith('{lov.'));
}

/** The names in one text that the letter does not have there. Empty: it can be used. */
export function ukjenteI(tekst: string, nokkel: Maltekst, sprak: Brevsprak, koder: readonly string[], standard: Malinnhold): string[] {
  const kjente = new Set([...navnFor(nokkel, sprak, standard), ...koder.map((kode) => `{lov.${kode}}`)]);
  return [...new Set([...tekst.matchAll(/\{[^{}]*\}|[{}]/g)].map((treff) => treff[0]))].filter((navn) => !kjente.has(navn));
}

export type Tekstendring = { readonly sprak: Brevsprak; readonly nokkel: Maltekst; readonly for: string; readonly na: string };

/** The texts that say something else than before, in the order of the sections. */
export function endredeTekster(for_: Malinnhold, na: Malinnhold): Tekstendring[] {
  return SEKSJONSNAVN.flatMap((s) => MALSEKSJONER[s].flatMap((nokkel) => (['nb', 'nn'] as const).flatMap((sprak): Tekstendring[] =>
    for_.tekst[sprak][nokkel] === na.tekst[sprak][nokkel] ? [] : [{ sprak, nokkel, for: for_.tekst[sprak][nokkel], na: na.tekst[sprak][nokkel] }])));
}

/** The codes of legal references that are new, or called or confirmed otherwise than before. */
export function endredeRettskilder(for_: Malinnhold, na: Malinnhold): string[] {
  return Object.keys(na.rettskilder).filter((kode) => {
    const [a, b] = [for_.rettskilder[kode], na.rettskilder[kode]];
    return a?.nb !== b?.nb || a?.nn !== b?.nn || a?.bekreftet !== b?.bekreftet;
  });
}
