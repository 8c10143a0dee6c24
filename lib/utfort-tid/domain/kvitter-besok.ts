import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Merknad } from '#lib/utfort-tid/domain/avklaring.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';

export type KanIkkeKvittere = {
  readonly grunn: 'utenforVedtaket' | 'alleredeKvittert' | 'ikkeKvittert' | 'fristUte' | 'manedenErLukket';
  readonly verdier?: Readonly<Record<string, string>>;
};

type Kvitterbart = { readonly dato: Dato; readonly kvittert: boolean; readonly merknad: Merknad | null };

/** A leader answers for a visit. One outside the vedtak must be moved or put aside first; the deadline for corrections must not have passed. */
export function kvitterBesok(b: Kvitterbart, iDag: Dato, manederEtterArsslutt: number): Result<true, KanIkkeKvittere> {
  if (b.kvittert) return nei({ grunn: 'alleredeKvittert' });
  if (b.merknad === 'UTENFOR') return nei({ grunn: 'utenforVedtaket' });
  return sjekkFrist(b.dato, iDag, manederEtterArsslutt);
}

/** The same deadline for a whole week or day: the first day decides, since it is the first to be locked. */
export function sjekkFrist(dag: Dato, iDag: Dato, manederEtterArsslutt: number): Result<true, KanIkkeKvittere> {
  if (!erLast(dag, iDag, manederEtterArsslutt)) return ok(true);
  return nei({ grunn: 'fristUte', verdier: { frist: sisteDagForEndring(dag, manederEtterArsslutt) } });
}

/** An approval can be taken back until the month is closed; after that a correction with a reason says what changed. */
export function angreKvittering(b: Pick<Kvitterbart, 'kvittert'>, manedLukket: boolean): Result<true, KanIkkeKvittere> {
  if (!b.kvittert) return nei({ grunn: 'ikkeKvittert' });
  return manedLukket ? nei({ grunn: 'manedenErLukket' }) : ok(true);
}
