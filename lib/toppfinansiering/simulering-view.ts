import type { Brok } from '#lib/core/brok.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Gruppe } from '#lib/toppfinansiering/domain/risiko.ts';
import { lagKode, lesUtforming, MAKS_UTFORMINGER, STANDARDVALG, STANDARDVALG_EGNE, UTFORMINGSFELT, UTFORMINGSTYPER, type Utformingstype } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import type { Utformingssvar, Utformingstall } from '#lib/toppfinansiering/domain/utforming.ts';
import type { Vekstdel } from '#lib/toppfinansiering/domain/vekst.ts';

/** Whose recipients: the country's in a year of the source, or the municipality's own in its newest claim. */
export const GRUNNLAGSVALG = ['2014', '2013', 'egne'] as const;
export type Grunnlagsvalg = (typeof GRUNNLAGSVALG)[number];

type Sok = Readonly<Record<string, string | string[] | undefined>>;
/** What an address asks for. `ukjente` codes are left out of `koder`. */
export type Simuleringsvalg = { readonly grunnlag: Grunnlagsvalg; readonly koder: readonly string[]; readonly ukjente: number };

const INGEN = 'ingen';
const standard = (grunnlag: Grunnlagsvalg): readonly string[] => (grunnlag === 'egne' ? STANDARDVALG_EGNE : STANDARDVALG);
export const SIMULERING_STI = '/ressurskrevende/simulering';

function liste(verdi: string | string[] | undefined): readonly string[] {
  return verdi === undefined ? [] : Array.isArray(verdi) ? verdi : [verdi];
}

/** Reads the address. No design named: one of each of the source's; the word `ingen`: none. Each design once, at most ten. */
export function lesValg(sok: Sok): Simuleringsvalg {
  const [onsket] = liste(sok['grunnlag']);
  const grunnlag = GRUNNLAGSVALG.find((en) => en === onsket) ?? '2014';
  const navngitt = liste(sok['u']);
  const alle = navngitt.length === 0 ? standard(grunnlag) : navngitt.filter((kode) => kode !== INGEN);
  const kjente = [...new Set(alle)].filter((kode) => lesUtforming(kode) !== null);
  return { grunnlag, koder: kjente.slice(0, MAKS_UTFORMINGER), ukjente: new Set(alle).size - kjente.length };
}

/** The address of a choice, the same for the same choice. */
export function adresse(valg: Pick<Simuleringsvalg, 'grunnlag' | 'koder'>, sti: string = SIMULERING_STI): string {
  const sok = new URLSearchParams();
  if (valg.grunnlag !== '2014') sok.append('grunnlag', valg.grunnlag);
  if (valg.koder.join() !== standard(valg.grunnlag).join()) for (const kode of valg.koder.length > 0 ? valg.koder : [INGEN]) sok.append('u', kode);
  const tekst = sok.toString();
  return tekst ? `${sti}?${tekst}` : sti;
}

/** The address of the same designs on others' recipients; where nobody has chosen, the first choice of those. */
export function medGrunnlag(valg: Simuleringsvalg, grunnlag: Grunnlagsvalg): string {
  return adresse({ grunnlag, koder: valg.koder.join() === standard(valg.grunnlag).join() ? standard(grunnlag) : valg.koder });
}

/** What the form to add a design sent: where to go, or what to mend. Null where nothing was sent. */
export type Nyutforming = { readonly ok: true; readonly til: string } | { readonly ok: false; readonly type: Utformingstype; readonly felt: readonly string[]; readonly verdier: Readonly<Record<string, string>>; readonly grunn: 'FELT' | 'FULLT' };
export function lesNy(sok: Sok, valg: Simuleringsvalg): Nyutforming | null {
  const type = UTFORMINGSTYPER.find((en) => en === liste(sok['ny'])[0]);
  if (!type) return null;
  const verdier = Object.fromEntries(UTFORMINGSFELT[type].map((f) => [f.navn, liste(sok[f.navn])[0] ?? '']));
  const kode = lagKode(type, verdier);
  if (!kode.ok) return { ok: false, type, felt: kode.felt, verdier, grunn: 'FELT' };
  if (valg.koder.length >= MAKS_UTFORMINGER && !valg.koder.includes(kode.kode)) return { ok: false, type, felt: [], verdier, grunn: 'FULLT' };
  return { ok: true, til: adresse({ grunnlag: valg.grunnlag, koder: [...new Set([...valg.koder, kode.kode])] }) };
}

/** The municipality's own claim that the designs are simulated on. */
export type Egetgrunnlag = { readonly kravId: number; readonly regnskapsar: number; readonly versjon: number; readonly bekreftet: boolean; readonly innbyggere: number };
/** The design says nothing of the municipality's own recipients. */
export type Landssvar = { readonly ok: false; readonly hinder: 'BARE_LANDET' };
export type Simuleringskolonne = { readonly kode: string; readonly bokstav: string; readonly svar: Utformingssvar | Landssvar; readonly statensDel: Brok | null };
export type Simuleringsside = {
  readonly valg: Simuleringsvalg;
  readonly egne: Egetgrunnlag | null;
  readonly innslagspunktOre: Ore;
  readonly base: Utformingstall;
  readonly basensDel: Brok | null;
  readonly kolonner: readonly Simuleringskolonne[];
  /** Table 6.1 under each design; empty for the municipality's own recipients. */
  readonly grupper: readonly Gruppe[];
  readonly harKontroll: boolean;
};

/** The finding: how many could be simulated, and the lowest and highest change for the state. Null where none could. */
export function simuleringsfunn(side: Simuleringsside): { antall: number; lavestOre: Ore; hoyestOre: Ore } | null {
  const endringer = side.kolonner.flatMap((k) => (k.svar.ok ? [k.svar.tall.endringOre] : [])).toSorted((a, b) => a - b);
  const [lavestOre] = endringer;
  const hoyestOre = endringer.at(-1);
  return lavestOre === undefined || hoyestOre === undefined ? null : { antall: endringer.length, lavestOre, hoyestOre };
}

export type Vekstbilde = { readonly perAr: readonly Vekstdel[]; readonly samlet: Vekstdel | null };
/** Recipients by 50 000-kr steps above the threshold, and those beyond the last step. */
export type Fordelingsbilde = { readonly ar: number; readonly antall: readonly number[]; readonly over: number };
export type Vekstside = {
  readonly tilskudd: Vekstbilde;
  readonly netto: Vekstbilde;
  readonly fordeling: Fordelingsbilde;
  readonly forrige: Fordelingsbilde;
  /** The municipality's own frozen claims, one a year; fewer than two give no growth. */
  readonly egne: Vekstbilde;
  readonly egneAr: readonly number[];
  /** Own recipients in the same steps; null for those who are not named. */
  readonly egenFordeling: Fordelingsbilde | null;
};
