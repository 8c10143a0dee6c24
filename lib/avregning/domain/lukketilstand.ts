import { erToPersoner } from '#lib/core/fire-oyne.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

/** The roles that a municipality can name to approve a reopening. */
export const GJENAPNERE = ['radmann', 'controller', 'bestillerleder'] as const satisfies readonly Rolle[];
export type Gjenapner = (typeof GJENAPNERE)[number];

/** From the dated setting `gjenapner`: who approves; the rådmann where nobody is named. */
export function tolkGjenapner(verdi: unknown): Gjenapner {
  const rolle = typeof verdi === 'object' && verdi !== null && 'rolle' in verdi ? verdi.rolle : null;
  return GJENAPNERE.find((r) => r === rolle) ?? 'radmann';
}

export type Lukkestatus = 'APEN' | 'AVREGNET' | 'LUKKET';
export type KanIkkeLukkeManed =
  | { readonly grunn: 'MANED_IKKE_OVER' | 'IKKE_AVREGNET' | 'ALLEREDE_LUKKET' | 'INGEN_ENHETER' | 'AVREGNING_I_GANG' }
  | { readonly grunn: 'HINDRING'; readonly verdier: { readonly regler: string } };

/** What hinders closing a month for some units, before the board's rules are asked. */
export function kanLukke(maned: Maned, denneManeden: Maned, status: Lukkestatus, valgte: readonly number[], lukkede: ReadonlySet<number>): KanIkkeLukkeManed | null {
  if (maned >= denneManeden) return { grunn: 'MANED_IKKE_OVER' };
  if (status === 'APEN') return { grunn: 'IKKE_AVREGNET' };
  if (valgte.length === 0) return { grunn: lukkede.size > 0 ? 'ALLEREDE_LUKKET' : 'INGEN_ENHETER' };
  return valgte.some((e) => lukkede.has(e)) ? { grunn: 'ALLEREDE_LUKKET' } : null;
}

export type KanIkkeGjenapne = { readonly grunn: 'IKKE_LUKKET' | 'FOR_SENT' | 'FOR_LENGE' | 'VENTER_ALLEREDE' | 'SAMME_PERSON' | 'IKKE_DIN_ROLLE' | 'AVGJORT' | 'UTLOPT' };
const DAG = 86_400_000;
/** A reopening is for a mend, not for a season. */
export const LENGST_APEN_DAGER = 31;

/** What hinders proposing that a month is opened again until a moment; instants in milliseconds. */
export function kanForeslaGjenapning(lukket: boolean, naa: number, apenTil: number): KanIkkeGjenapne | null {
  if (!lukket) return { grunn: 'IKKE_LUKKET' };
  if (apenTil <= naa) return { grunn: 'FOR_SENT' };
  return apenTil - naa > LENGST_APEN_DAGER * DAG ? { grunn: 'FOR_LENGE' } : null;
}

export type Gjenapningsforslag = { readonly foreslattAv: number | null; readonly apenTil: number; readonly avgjort: boolean };

/** What hinders a person of a role approving a reopening at a moment. */
export function kanGodkjenneGjenapning(f: Gjenapningsforslag, kontoId: number, rolle: Rolle | 'system' | 'api', gjenapner: Gjenapner, naa: number): KanIkkeGjenapne | null {
  if (f.avgjort) return { grunn: 'AVGJORT' };
  if (rolle !== gjenapner) return { grunn: 'IKKE_DIN_ROLLE' };
  if (!erToPersoner(f, kontoId)) return { grunn: 'SAMME_PERSON' };
  return f.apenTil <= naa ? { grunn: 'UTLOPT' } : null;
}
