/** What the board asks of a month before it is closed, in the order it is shown. */
export const LUKKEREGLER = [
  'PRIS_MANGLER',
  'KJORING_GAMMEL',
  'IKKE_ERKLART',
  'UTENFOR_PERIODE',
  'BESOK_UTEN_VEDTAK',
  'IKKE_KVITTERT',
  'VEDTAK_UTEN_OPPDRAG',
  'VEDTAK_UTEN_ORDNING',
  'MANUELL_VENTER',
  'FRIST_PASSERT',
  'SUM',
] as const;
export type Lukkeregel = (typeof LUKKEREGLER)[number];
export type Regelvalg = 'STOPPER' | 'VARSLER';

/** A missing price, and units that do not sum to the charge: no setting lets a month close with them. */
export const STOPPER_ALLTID: readonly Lukkeregel[] = ['PRIS_MANGLER', 'SUM'];
/** The rules that a municipality decides on. */
export const VALGFRIE_REGLER = LUKKEREGLER.filter((r) => !STOPPER_ALLTID.includes(r));
const STOPPER_VANLIGVIS: readonly Lukkeregel[] = [...STOPPER_ALLTID, 'KJORING_GAMMEL', 'IKKE_ERKLART', 'MANUELL_VENTER'];

export type Lukkevalg = Readonly<Record<Lukkeregel, Regelvalg>>;

/** From the dated setting `lukkeregler`; what is not typed, or not usable, is as usual. */
export function tolkLukkeregler(verdi: unknown): Lukkevalg {
  const skrevet = typeof verdi === 'object' && verdi !== null ? (verdi as Readonly<Record<string, unknown>>) : {};
  const valg = LUKKEREGLER.map((regel): [Lukkeregel, Regelvalg] => {
    const typet = skrevet[regel];
    if (STOPPER_ALLTID.includes(regel)) return [regel, 'STOPPER'];
    if (typet === 'STOPPER' || typet === 'VARSLER') return [regel, typet];
    return [regel, STOPPER_VANLIGVIS.includes(regel) ? 'STOPPER' : 'VARSLER'];
  });
  return Object.fromEntries(valg) as Lukkevalg;
}

export type Alvor = 'stopp' | 'varsel' | 'ok';
/** Where a rule is broken: at a unit, or (null) for the month as a whole, with the scheme's name where it is one scheme's. `ore` null: cannot be said. */
export type Funn = { readonly enhetId: number | null; readonly ordning?: string; readonly antall: number; readonly ore: number | null };
/** One rule of a month: kept or broken, how often, and what it touches. */
export type Regelstand = { readonly regel: Lukkeregel; readonly alvor: Alvor; readonly antall: number; readonly ore: number | null; readonly funn: readonly Funn[] };

/** Gathers where a rule is broken into what the board says of it. */
export function regelstand(regel: Lukkeregel, funn: readonly Funn[], valg: Lukkevalg): Regelstand {
  const antall = funn.reduce((sum, f) => sum + f.antall, 0);
  const ore = funn.reduce<number | null>((sum, f) => (sum === null || f.ore === null ? null : sum + f.ore), 0);
  const alvor = antall === 0 ? 'ok' : valg[regel] === 'STOPPER' ? 'stopp' : 'varsel';
  return { regel, alvor, antall, ore, funn: funn.filter((f) => f.antall > 0) };
}

/** The rules that hinder closing for these units (null: all); what concerns the whole month hinders each of them. */
export function stoppere(stand: readonly Regelstand[], enheter: ReadonlySet<number> | null): Regelstand[] {
  return stand.filter((r) => r.alvor === 'stopp' && (enheter === null || r.funn.some((f) => f.enhetId === null || enheter.has(f.enhetId))));
}
