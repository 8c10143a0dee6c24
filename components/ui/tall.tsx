import { HARDT_MELLOMROM, formatDato, formatDesimal, formatHeltall, formatPeriode, formatTimer, formatVarighet } from '#lib/core/format.ts';
import { brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';

/** How an amount is written: to the øre, in whole kroner, or in millions with one decimal. Never mixed in one column. */
export type Belopsform = 'ore' | 'hele' | 'mill';

const FORM = {
  ore: { nevner: 100, desimaler: 2, enhet: 'kr' },
  hele: { nevner: 100, desimaler: 0, enhet: 'kr' },
  mill: { nevner: 100_000_000, desimaler: 1, enhet: `mill.${HARDT_MELLOMROM}kr` },
} as const;

/**
 * Øre (a safe integer) as text: "1 234 567,50". `fortegn` writes + and −, with 0 unsigned; `enhet` adds the unit,
 * for running text; in tables the unit stands in the heading.
 * Throws RangeError when it is not whole øre.
 */
export function belopTekst(ore: number, form: Belopsform = 'ore', fortegn = false, enhet = false): string {
  const { nevner, desimaler, enhet: ord } = FORM[form];
  const tekst = formatDesimal(brok(ore, nevner), desimaler);
  const pluss = fortegn && ore > 0 && /[1-9]/.test(tekst) ? '+' : '';
  return `${pluss}${tekst}${enhet ? `${HARDT_MELLOMROM}${ord}` : ''}`;
}

interface BelopProps {
  /** Whole øre; null is written as "–" (not applicable). Unknown is a word of its own, never a number. */
  ore: number | null;
  form?: Belopsform;
  fortegn?: boolean;
  enhet?: boolean;
}

/** An amount. */
export function Belop({ ore, form, fortegn, enhet }: BelopProps) {
  if (ore === null) return <span className="dempet">–</span>;
  return <span className="belop">{belopTekst(ore, form, fortegn, enhet)}</span>;
}

/** A whole number with groups: "96 412". */
export function Antall({ antall }: { antall: number | null }) {
  return antall === null ? <span className="dempet">–</span> : <span className="belop">{formatHeltall(antall)}</span>;
}

/** Minutes as a whole number, for columns headed "Min". */
export function Minutter({ min }: { min: number | null }) {
  return <Antall antall={min} />;
}

/** Minutes in words: "5 t 15 min". */
export function Varighet({ min }: { min: number }) {
  return <span className="belop">{formatVarighet(min)}</span>;
}

/** Minutes as decimal hours, for columns headed "Timer": 315 → "5,25". */
export function Timer({ min, desimaler = 2 }: { min: number | null; desimaler?: number }) {
  if (min === null) return <span className="dempet">–</span>;
  return <span className="belop">{formatTimer(min, desimaler)}</span>;
}

/** A date, machine-readable as well: "05.01.2026". */
export function DatoTekst({ dato }: { dato: string | null }) {
  if (dato === null) return <span className="dempet">–</span>;
  return (
    <time dateTime={dato} className="nb">
      {formatDato(dato as Dato)}
    </time>
  );
}

/** "05.01.2026–31.01.2026"; open-ended ends with the dash. */
export function PeriodeTekst({ fom, tom }: { fom: string; tom: string | null }) {
  return <span className="tab nb">{formatPeriode(fom as Dato, tom as Dato | null)}</span>;
}
