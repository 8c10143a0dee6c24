import { dekketOmfang } from '#lib/vedtak/domain/vedtakspris.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

/** What is done at a visit: a closed list, so that no note on health ends in a plan. */
export const OPPGAVER = ['STELL', 'DUSJ', 'TOALETT', 'PAKLEDNING', 'STROMPER', 'MEDISIN', 'SARSTELL', 'MALTID', 'TILSYN', 'FORFLYTNING', 'TRENING', 'SAMTALE', 'RENGJORING', 'KLESVASK', 'HANDLING', 'FOLGE'] as const;
export type Oppgave = (typeof OPPGAVER)[number];

/** Why something that was granted and planned was not delivered. */
export const IKKE_UTFORT = ['MOTTAKER_AVLYSTE', 'IKKE_HJEMME', 'INNLAGT', 'PARORENDE', 'BEMANNING', 'VAER_OG_VEI', 'ANNET'] as const;
export type IkkeUtfort = (typeof IKKE_UTFORT)[number];

/** One visit of a week. `hver` 2 and `fase` 0 or 1: every other week. Minutes after local midnight. */
export type Planlinje = {
  readonly ukedag: number;
  readonly hver: number;
  readonly fase: number;
  readonly startMinutt: number;
  readonly minutter: number;
};

type Timer = Extract<Omfang, { type: 'TIMER' }>;
type Vindu = readonly [fra: number, til: number];

const DOGNET: Vindu = [420, 1290];
const FORMIDDAG: Vindu = [450, 690];
/** When the parts by time of day lie, by how municipalities name them; another name is spread over the day. */
const VINDU: readonly (readonly [begynner: string, vindu: Vindu])[] = [['NATT', [30, 360]], ['KVELD', [960, 1350]], ['MORGEN', [420, 600]], ['FORMIDDAG', FORMIDDAG], ['ETTERMIDDAG', [780, 960]], ['DAG', [450, 930]]];

function vinduFor(tidsband: string | null, perDag: number): Vindu {
  if (tidsband === null) return perDag === 1 ? FORMIDDAG : DOGNET;
  return VINDU.find(([begynner]) => tidsband.toUpperCase().startsWith(begynner))?.[1] ?? DOGNET;
}

/** How many visits each of the days gets: as even as it goes, and what is left over on workdays first. */
function perDag(antall: number, dager: number, nokkel: number): number[] {
  const jevnt = Math.floor(antall / dager);
  const rest = antall % dager;
  const alle = Array.from({ length: dager }, (_, i) => i);
  const hverdager = alle.filter((i) => i % 7 < 5);
  const paHverdager = Math.min(rest, hverdager.length);
  const ekstra = new Set<number | undefined>(alle.filter((i) => i % 7 >= 5).slice(0, rest - paHverdager));
  for (let i = 0; i < paHverdager; i += 1) ekstra.add(hverdager[(Math.floor((i * hverdager.length) / paHverdager) + nokkel) % hverdager.length]);
  return alle.map((i) => jevnt + (ekstra.has(i) ? 1 : 0));
}

/** Starts of a day's visits, in order, on whole five minutes inside the day. `nokkel` spreads recipients over the hour. */
function starter(antall: number, [fra, til]: Vindu, lengde: number, nokkel: number): number[] {
  const rom = Math.max(til - fra - lengde, 5 * antall);
  return Array.from({ length: antall }, (_, i) => {
    const forskyv = antall === 1 ? (nokkel * 37) % 100 : 50;
    const minutt = fra + ((i + forskyv / 100) * rom) / antall;
    return Math.min(1435, Math.max(0, Math.round(minutt / 5) * 5));
  });
}

function linjer(del: { tidsband: string | null; minutter: number; besok: number }, perUker: number, nokkel: number): Planlinje[] {
  const dager = 7 * perUker;
  const onsket = del.besok > 0 ? del.besok : Math.min(dager, Math.ceil(del.minutter / 60));
  const antall = Math.min(onsket, del.minutter);
  if (antall === 0) return [];
  const lengde = Math.floor(del.minutter / antall);
  let lengre = del.minutter - lengde * antall;
  return perDag(antall, dager, nokkel).flatMap((denne, i) =>
    starter(denne, vinduFor(del.tidsband, denne), lengde, nokkel).map((startMinutt) => {
      const ekstra = lengre > 0 ? 1 : 0;
      lengre -= ekstra;
      return { ukedag: (i % 7) + 1, hver: perUker, fase: Math.floor(i / 7), startMinutt, minutter: lengde + ekstra };
    }),
  );
}

/**
 * A plan for what an order covers of its vedtak: as many visits and exactly as many minutes as granted, each part of the
 * day in its own time. Without a number of visits, one for each hour, at most one a day.
 *
 * @param nokkel a number that is the order's own, so that not everybody is planned at the same minute
 * @returns rows by day and time; empty for what is not granted in hours
 */
export function foreslaPlan(omfang: Omfang, egneBand: readonly string[], andresBand: readonly string[], nokkel: number): Planlinje[] {
  if (omfang.type !== 'TIMER') return [];
  const mitt = dekketOmfang(omfang, egneBand, andresBand) as Timer;
  const iDeler = mitt.deler.reduce((sum, d) => ({ minutter: sum.minutter + d.minutter, besok: sum.besok + d.besok }), { minutter: 0, besok: 0 });
  const hele = { tidsband: null, minutter: Math.max(0, mitt.minutter - iDeler.minutter), besok: Math.max(0, mitt.besok - iDeler.besok) };
  return [hele, ...mitt.deler].flatMap((del) => linjer(del, mitt.perUker, nokkel)).sort((a, b) => a.fase - b.fase || a.ukedag - b.ukedag || a.startMinutt - b.startMinutt);
}

/** `07.40` from minutes after midnight. */
export function klokkeslett(minutt: number): string {
  return `${String(Math.floor(minutt / 60)).padStart(2, '0')}.${String(minutt % 60).padStart(2, '0')}`;
}

/** Minutes after midnight from `07.40` or `07:40`. */
export function minuttAv(kl: string): number {
  return Number(kl.slice(0, 2)) * 60 + Number(kl.slice(3, 5));
}
