import type { Dato } from '#lib/core/dato.ts';
import type { Brevsprak } from './brev.ts';

/** A legal reference is data: what it is called in each language, and whether someone has read it against the source. */
export type Rettskilde = { readonly nb: string; readonly nn: string; readonly bekreftet: boolean };

/** The texts of a letter; `{navn}` is filled in, `{lov.KODE}` is one of the template's legal references. */
export const MALTEKSTER = [
  'vedtakNytt', 'vedtakMer', 'vedtakMindre', 'vedtakEndret', 'vedtakDelvis', 'vedtakTillegg', 'vedtakAvslag',
  'innvilget', 'innvilgetUtenSlutt', 'avslag', 'delvis', 'erstatter', 'tillegg', 'niva', 'delerInnledning',
  'hvorfor', 'bygger', 'byggerSoknad', 'byggerHjemmebesok', 'byggerBegrunnelse',
  'syn', 'synRegistrert', 'synIBegrunnelsen', 'vurdering', 'vurdert', 'vurdertAvslag', 'reduksjon',
  'regler', 'reglerHjemmel', 'reglerRett', 'egenandel', 'egenandelKan', 'egenandelGratis', 'egenandelAvslag',
  'endring', 'endringPlikt', 'endringVarsel', 'endringAvslag', 'klage', 'klageRett', 'klageFrist', 'klageHjelp', 'klageInnsyn', 'klageUtsatt',
  'kontakt', 'kontaktOss', 'ref', 'dato', 'verge', 'fullmektig', 'saksbehandler', 'leder', 'ikkeBekreftet',
] as const;

/** Texts that came later: a municipality's older version without them uses the project's own words. */
export const SENERE_TEKSTER = [
  'nivaInnhold', 'kontraktInnhold', 'brukervalg', 'varsletSvar', 'varsletUtenSvar', 'unntakONSKET', 'unntakUTTALT', 'unntakUMULIG', 'unntakUKJENT_ADRESSE',
  'opphorTittel', 'opphorVedtak', 'opphorONSKE', 'opphorDOD', 'opphorFLYTTET', 'opphorLANGTIDSOPPHOLD', 'opphorREVURDERT', 'opphorOMGJORT', 'opphorEndring',
  'varselTittelREDUKSJON', 'varselTittelOPPHOR', 'varselInnledning', 'varselHva', 'varselHvorfor', 'varselSvar', 'varselFrist', 'varselVidere', 'varselInnsyn',
  'klageTittelOMGJORT', 'klageTittelDELVIS', 'klageTittelOPPRETTHOLDT', 'klageTittelAVVIST', 'klageInnledning', 'klageOMGJORT', 'klageDELVIS', 'klageOPPRETTHOLDT', 'klageAVVIST', 'klageOppreisning', 'klageVurdering',
] as const;
export type SenereTekst = (typeof SENERE_TEKSTER)[number];
export type Maltekst = (typeof MALTEKSTER)[number] | SenereTekst;
export const ALLE_TEKSTER: readonly Maltekst[] = [...MALTEKSTER, ...SENERE_TEKSTER];

/** A municipality's letter: a version holds from a day, and the day of the vedtak decides which is used. */
export type Brevmal = {
  readonly versjon: string;
  readonly fom: Dato;
  readonly klageuker: number;
  readonly rettskilder: Readonly<Record<string, Rettskilde>>;
  readonly tekst: Readonly<Record<Brevsprak, Readonly<Record<Maltekst, string>>>>;
};

/** The version that holds on the day of the vedtak: the latest that has begun; the project's own where the municipality has none. */
export function malFor(dag: Dato, egne: readonly Brevmal[], standard: Brevmal): Brevmal {
  const gjeldende = egne.filter((mal) => mal.fom <= dag).toSorted((a, b) => (a.fom < b.fom ? -1 : 1));
  return gjeldende.at(-1) ?? standard;
}

/** Fills a text. @throws RangeError when it names something that is not given: a letter must not go out with a hole. */
export function fyll(tekst: string, verdier: Readonly<Record<string, string>>): string {
  return tekst.replaceAll(/\{([A-Za-z_.0-9]+)\}/g, (_treff, navn: string) => {
    const verdi = verdier[navn];
    if (verdi === undefined) throw new RangeError(`brevmalen viser til «${navn}», som ikke finnes`);
    return verdi;
  });
}

/** What a template refers to that a letter does not have there: `nb.klageFrist: {frst}`. Empty: it can be used. */
export function ukjenteNavn(mal: Pick<Brevmal, 'rettskilder' | 'tekst'>, standard: Brevmal): string[] {
  const navnI = (tekst: string) => [...tekst.matchAll(/\{[^{}]*\}/g)].map((treff) => treff[0]);
  const lover = new Set(Object.keys(mal.rettskilder).map((kode) => `{lov.${kode}}`));
  return (['nb', 'nn'] as const).flatMap((sprak) =>
    ALLE_TEKSTER.flatMap((nokkel) => {
      const kjente = new Set([...lover, ...navnI(standard.tekst[sprak][nokkel]).filter((navn) => !navn.startsWith('{lov.'))]);
      return navnI(mal.tekst[sprak][nokkel]).filter((navn) => !kjente.has(navn)).map((navn) => `${sprak}.${nokkel}: ${navn}`);
    }),
  );
}
