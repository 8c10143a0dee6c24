import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { Feilsamler } from '#lib/kontroll/feil.ts';
import type { Feil } from '#lib/kontroll/feil.ts';
import { Leser } from '#lib/kontroll/leser.ts';

/** One calculation as the control command runs it: untrusted JSON in, printable JSON out, or every fault. */
export type Beregning = (inn: unknown) => Result<unknown, Feil[]>;

/**
 * @param les reads the whole case, reporting faults as it goes
 * @param regn calculates a case without faults; it reports the faults that only the calculation finds
 */
export function lagBeregning<T>(les: (rot: Leser) => T, regn: (inn: T, samler: Feilsamler) => unknown): Beregning {
  return (verdi) => {
    const samler = new Feilsamler();
    try {
      const inn = les(new Leser(samler, '', verdi));
      if (!samler.erTom) return nei(samler.feil);
      const ut = regn(inn, samler);
      return samler.erTom ? ok(ut) : nei(samler.feil);
    } catch (arsak) {
      // amounts that are each valid can still add up to more than can be written exactly
      if (arsak instanceof RangeError) return nei([{ sti: '', melding: `Saken kan ikke regnes: ${arsak.message}.` }]);
      throw arsak;
    }
  };
}
