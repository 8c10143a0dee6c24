import type { Dato } from '#lib/core/dato.ts';
import { overlapper } from '#lib/core/periode.ts';
import type { Periode } from '#lib/core/periode.ts';
import type { Feilsamler } from '#lib/kontroll/feil.ts';
import { under } from '#lib/kontroll/leser.ts';

/** Reports each name that an earlier element has, at `sti[i].felt` (`sti[i]` for a list of plain names). */
export function krevUnike(samler: Feilsamler, sti: string, navn: readonly string[], felt: string | null): void {
  const sett = new Set<string>();
  navn.forEach((n, i) => {
    const plass = `${sti}[${i}]`;
    if (sett.has(n)) samler.legg(felt === null ? plass : under(plass, felt), `«${n}» er brukt før.`);
    sett.add(n);
  });
}

/** Whether both ends could be read and stand in order. */
export function erLesbar(p: Periode<string>): boolean {
  return p.fom !== '' && p.tom !== '' && (p.tom === null || p.fom <= p.tom);
}

/** Reports each period that has something in common with an earlier one, at `sti[i]`. */
export function krevAdskilte<T extends string = Dato>(
  samler: Feilsamler,
  sti: string,
  perioder: readonly Periode<T>[],
  melding: string,
): void {
  perioder.forEach((p, i) => {
    if (!erLesbar(p)) return;
    const treff = perioder.slice(0, i).some((tidligere) => erLesbar(tidligere) && overlapper(tidligere, p));
    if (treff) samler.legg(`${sti}[${i}]`, melding);
  });
}
