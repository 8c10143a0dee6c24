import { belopTekst } from '#components/ui/tall.tsx';
import { formatHeltall, formatTimer } from '#lib/core/format.ts';
import type { Maleenhet } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** A sum in the unit of its kind: kroner with øre, hours, or a count; with a sign when it is a difference. */
export function maltekst(verdi: number, enhet: Maleenhet, fortegn = false): string {
  if (enhet === 'ore') return belopTekst(verdi, 'ore', fortegn);
  const tekst = enhet === 'minutter' ? formatTimer(verdi, 2) : formatHeltall(verdi);
  return fortegn && verdi > 0 ? `+${tekst}` : tekst;
}

/** The same, where null is "there is none". */
export function Maltall({ verdi, enhet, fortegn }: { verdi: number | null; enhet: Maleenhet; fortegn?: boolean }) {
  return verdi === null ? <span className="dempet">–</span> : <span className="belop">{maltekst(verdi, enhet, fortegn)}</span>;
}
