import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall, formatProsent } from '#lib/core/format.ts';
import { MAL, type Mal } from '#lib/oversikt/domain/sammenligning.ts';

/** A measure as text, in its own unit. */
export function maltekst(mal: Mal, tall: number | null): string {
  if (tall === null) return '–';
  switch (mal) {
    case 'ENHETSKOSTNAD':
      return belopTekst(tall);
    case 'OVERFORING':
      return belopTekst(tall, 'hele', true);
    case 'TIMER_PER_MOTTAKER':
      return formatDesimal(brok(tall, 100), 1);
    case 'VENTETID':
      return formatHeltall(tall);
    case 'KLAGER':
      return formatDesimal(brok(tall, 10), 1);
    case 'RESULTAT':
      return `${tall > 0 ? '+' : ''}${formatProsent(brok(tall, 1000))}`;
    case 'BRUKERTID':
    case 'PRISAVHENGIGHET':
    case 'IKKE_LEVERT':
      return formatProsent(brok(tall, 1000));
  }
}

const DELT: Readonly<Record<Mal, number>> = { ENHETSKOSTNAD: 100, OVERFORING: 100, TIMER_PER_MOTTAKER: 100, VENTETID: 1, KLAGER: 10, RESULTAT: 10, BRUKERTID: 10, PRISAVHENGIGHET: 10, IKKE_LEVERT: 10 };

/** A measure in the unit people read: kroner, hours, days, per cent. For drawing only. */
export function iAksen(mal: Mal, tall: number | null): number | null {
  return tall === null ? null : tall / DELT[mal];
}

/** A value of the axis; its unit stands below the plot. */
export function aksetekst(verdi: number): string {
  const tideler = Math.round(verdi * 10);
  return formatDesimal(brok(tideler, 10), tideler % 10 === 0 ? 0 : 1);
}

/** The measure of an address; the cost when it is none. */
export function lesMal(tekst: string | undefined): Mal {
  return MAL.find((m) => m === tekst) ?? 'ENHETSKOSTNAD';
}
