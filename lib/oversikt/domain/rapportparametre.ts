import type { Celleform } from '#lib/oversikt/domain/rapport.ts';

/** `SORUM`: named by the source. `FORSLAG`: ours, since the source says ten and names three. */
export type Parameterkilde = 'SORUM' | 'FORSLAG';
/** Which way is against us: more, less, or neither. */
export type Parameterretning = 'LAV_ER_BRA' | 'HOY_ER_BRA' | 'NOYTRAL';
export type Parameter = { readonly kode: string; readonly form: Celleform; readonly kilde: Parameterkilde; readonly retning: Parameterretning; readonly oppgis: boolean };

/**
 * What can be a monthly parameter. Sørum's sector reported ten a month, "spending, service volume, sick leave and so on" (the financing
 * report, 4.9); those three come first, the rest is a proposal. `oppgis`: the writer of the report may give it until the data has come.
 */
export const PARAMETRE = [
  { kode: 'FORBRUK', form: 'ore', kilde: 'SORUM', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'TJENESTEVOLUM', form: 'promille', kilde: 'SORUM', retning: 'NOYTRAL', oppgis: false },
  { kode: 'SYKEFRAVAR', form: 'promille', kilde: 'SORUM', retning: 'LAV_ER_BRA', oppgis: true },
  { kode: 'AVVIK', form: 'oreEndring', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'PROGNOSE', form: 'oreEndring', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'MOTTAKERE', form: 'antall', kilde: 'FORSLAG', retning: 'NOYTRAL', oppgis: false },
  { kode: 'VENTETID', form: 'dager', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'KLAGER', form: 'antall', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'TIMEVERK', form: 'minutter', kilde: 'FORSLAG', retning: 'NOYTRAL', oppgis: false },
  { kode: 'BRUKERTID', form: 'promille', kilde: 'FORSLAG', retning: 'HOY_ER_BRA', oppgis: false },
  { kode: 'PRIS', form: 'oreEndring', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
  { kode: 'OVER_MANEDEN', form: 'antall', kilde: 'FORSLAG', retning: 'LAV_ER_BRA', oppgis: false },
] as const satisfies readonly Parameter[];
export type Parameterkode = (typeof PARAMETRE)[number]['kode'];
export const FLEST_PARAMETRE = PARAMETRE.length;

/** A parameter of the municipality's choice with its own target and limit, in the cell's own unit. */
export type Valgtparameter = { readonly kode: Parameterkode; readonly mal: number | null; readonly grense: number | null };

/** The ten of Sørum's set, until the municipality chooses its own. */
export const SORUMS_TI: readonly Valgtparameter[] = PARAMETRE.slice(0, 10).map(({ kode }) => ({ kode, mal: null, grense: null }));

export function finnParameter(kode: string): (typeof PARAMETRE)[number] | null {
  return PARAMETRE.find((p) => p.kode === kode) ?? null;
}

const somTallEllerNull = (v: unknown): number | null => (typeof v === 'number' && Number.isSafeInteger(v) ? v : null);

/** The municipality's choice as it was stored; the ten where nothing, or nothing that can be read, is. */
export function lesParametervalg(lagret: unknown): readonly Valgtparameter[] {
  const valgt = (Array.isArray(lagret) ? lagret : []).flatMap((rad: unknown): Valgtparameter[] => {
    const { kode, mal, grense } = (typeof rad === 'object' && rad !== null ? rad : {}) as Record<string, unknown>;
    const kjent = typeof kode === 'string' ? finnParameter(kode) : null;
    return kjent ? [{ kode: kjent.kode, mal: somTallEllerNull(mal), grense: somTallEllerNull(grense) }] : [];
  });
  return valgt.length > 0 ? valgt : SORUMS_TI;
}

/** Whether a value is on the wrong side of its limit; null where there is no value, no limit, or no wrong side. */
export function overGrensen(kode: Parameterkode, verdi: number | null, grense: number | null): boolean | null {
  const retning = finnParameter(kode)?.retning;
  if (verdi === null || grense === null || retning === undefined || retning === 'NOYTRAL') return null;
  return retning === 'LAV_ER_BRA' ? verdi > grense : verdi < grense;
}
