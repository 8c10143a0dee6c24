import { avrundTilTall, brok, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { isoUke, leggTilDager, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { inneholder } from '#lib/core/periode.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

export type Uketall = {
  readonly uke: number;
  readonly fom: Dato;
  readonly tom: Dato;
  /** whole minutes, rounded once a week */
  readonly vedtattMinutter: number;
  readonly levertMinutter: number;
  readonly pause: boolean;
};

type TidsVedtak = { readonly id: number; readonly omfang: Omfang; readonly fom: Dato; readonly tom: Dato | null };
type Pause = { readonly vedtakId: number; readonly fom: Dato; readonly tom: Dato | null };

/** The Monday of the first of `antall` whole weeks that end before the week of `idag`. */
export function forsteMandag(idag: Dato, antall: number): Dato {
  return leggTilDager(idag, 1 - ukedag(idag) - 7 * antall);
}

function vedtattPaDag(dag: Dato, vedtak: readonly TidsVedtak[], pauser: readonly Pause[]): { minutter: Brok; pause: boolean } {
  let minutter = NULL_BROK;
  let pause = false;
  for (const v of vedtak) {
    if (v.omfang.type !== 'TIMER' || !inneholder(v, dag)) continue;
    if (pauser.some((p) => p.vedtakId === v.id && inneholder(p, dag))) pause = true;
    else minutter = pluss(minutter, brok(v.omfang.minutter, 7 * v.omfang.perUker));
  }
  return { minutter, pause };
}

/** Hours granted and hours delivered, week by week: granted by the days in force less pauses, as the settlement counts. */
export function levertMotVedtatt(
  fra: Dato,
  antallUker: number,
  vedtak: readonly TidsVedtak[],
  pauser: readonly Pause[],
  levert: readonly { readonly dato: Dato; readonly minutter: number }[],
): Uketall[] {
  return Array.from({ length: antallUker }, (_, nr) => {
    const fom = leggTilDager(fra, nr * 7);
    const tom = leggTilDager(fom, 6);
    const dager = Array.from({ length: 7 }, (_d, i) => vedtattPaDag(leggTilDager(fom, i), vedtak, pauser));
    return {
      uke: isoUke(fom).uke,
      fom,
      tom,
      vedtattMinutter: avrundTilTall(dager.reduce((sum, d) => pluss(sum, d.minutter), NULL_BROK)),
      levertMinutter: levert.filter((l) => l.dato >= fom && l.dato <= tom).reduce((sum, l) => sum + l.minutter, 0),
      pause: dager.some((d) => d.pause),
    };
  });
}
