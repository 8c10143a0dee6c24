import { avregn, type Avregnet, type Talt } from '#lib/avregning/domain/avregn.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import type { Malutvalg } from '#lib/avregning/domain/mal.ts';
import type { Maned } from '#lib/core/maned.ts';

export type Resten = {
  readonly avregnet: Avregnet;
  /** What is posted before of the schemes that go on. */
  readonly bokfort: readonly Linje[];
};

/**
 * A missing price stops its own scheme, and no other: what the schemes that have all their prices come to. The stopped
 * ones keep what is posted. Null: no scheme is left, or those that are left cannot be settled either.
 */
export function avregnResten(rom: readonly Talt[], bokfort: readonly Linje[], maned: Maned, apneManeder: readonly Maned[], mangler: readonly ManglendePris[], utvalg: Malutvalg): Resten | null {
  const stoppede = new Set(mangler.map((m) => ordningIdFra(m.ordning)));
  const gaar = (ordning: string): boolean => !stoppede.has(ordningIdFra(ordning));
  const rest = rom.map(({ indeks, opptellinger }): Talt => {
    const grunnlag = { ...indeks.grunnlag, ordninger: indeks.grunnlag.ordninger.filter((o) => gaar(o.id)), manuelle: indeks.grunnlag.manuelle.filter((m) => gaar(m.ordning)) };
    return { indeks: { ...indeks, grunnlag }, opptellinger: opptellinger.filter((o) => gaar(o.ordning)) };
  });
  if (rest.every((r) => r.indeks.grunnlag.ordninger.length === 0)) return null;
  const deres = bokfort.filter((l) => gaar(l.ordning));
  const svar = avregn(rest, deres, maned, apneManeder, utvalg);
  return svar.ok ? { avregnet: svar.verdi, bokfort: deres } : null;
}
