import { ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';

type T = (nokkel: string, verdier?: Record<string, string | number>) => string;

/** "07.40", by the clock on the wall in Norway. */
export function klokkeslett(ms: number): string {
  return lokalTidVed(ms).slice(11).replace(':', '.');
}

/** "onsdag 18. november". */
export function dagsdato(t: T, dag: Dato): string {
  return t('dagsdato', { ukedag: t(`dager.${ukedag(dag)}`), dag: Number(dag.slice(8)), maned: t(`maneder.${Number(dag.slice(5, 7))}`) });
}

/** "2 t 50 min", "15 min". */
export function varighet(minutter: number): string {
  const [timer, rest] = [Math.floor(minutter / 60), minutter % 60];
  return timer === 0 ? `${rest} min` : rest === 0 ? `${timer} t` : `${timer} t ${rest} min`;
}
