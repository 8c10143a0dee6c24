import { brok, NULL_BROK, ganger, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { dagnummer } from '#lib/core/dato.ts';
import type { Fravarsregel, Komponent, Opphold } from '#lib/avregning/domain/avregning-inn.ts';
import { felles, intervallFor, lengde } from '#lib/avregning/domain/dagintervall.ts';
import type { Dagintervall } from '#lib/avregning/domain/dagintervall.ts';
import type { Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';

/** Nights of a stretch that count alike. */
export type Dogn = { readonly antall: number; readonly andel: Brok; readonly fravarsdag: number | null };

function andelFor(regler: readonly Fravarsregel[], dag: number): Brok {
  const regel = regler.find((r) => r.fraDag <= dag && (r.tilDag === null || dag <= r.tilDag));
  return regel?.andel ?? NULL_BROK;
}

/** The nights of one stay: those at the place in one sum, each night away with its number in the absence and its share. */
function dognForOpphold(opphold: Opphold, regler: readonly Fravarsregel[], vindu: Dagintervall): Dogn[] {
  const ut = opphold.ut === null ? Infinity : dagnummer(opphold.ut) - 1;
  const netter = felles({ fra: dagnummer(opphold.inn), til: ut }, vindu);
  const fravar = opphold.fravar.map(intervallFor).filter((f) => lengde(felles(f, netter)) > 0);
  const borte: Dogn[] = [];
  for (let natt = netter.fra; fravar.length > 0 && natt <= netter.til; natt += 1) {
    const forste = fravar.find((f) => f.fra <= natt && natt <= f.til);
    if (!forste) continue;
    const fravarsdag = natt - forste.fra + 1;
    borte.push({ antall: 1, andel: andelFor(regler, fravarsdag), fravarsdag });
  }
  const hjemme = lengde(netter) - borte.length;
  return hjemme > 0 ? [{ antall: hjemme, andel: brok(1), fravarsdag: null }, ...borte] : borte;
}

/** Every night of an oppdrag's stays in a stretch; none when its vedtak is not a place of the component's types. */
export function dognFor(o: Leveringsoppdrag, k: Komponent, vindu: Dagintervall): Dogn[] {
  const { omfang } = o.vedtak;
  if (omfang.type !== 'PLASS' || !k.plasstyper.includes(omfang.plasstype)) return [];
  return o.opphold.flatMap((opphold) => dognForOpphold(opphold, k.fravarsregel, vindu));
}

/** Occupied nights, exactly. The stay decides, not the time in force. */
export function belagteDogn(o: Leveringsoppdrag, k: Komponent, vindu: Dagintervall): Brok {
  return dognFor(o, k, vindu).reduce((sum, d) => pluss(sum, ganger(d.andel, brok(d.antall))), NULL_BROK);
}
