import { heltall } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import type { Planbesok } from './verden.ts';

/** Visits a day → when they begin (minutes after midnight): morning, midday, evening, then between. */
const KLOKKE: readonly (readonly number[])[] = [
  [], [510], [500, 1150], [480, 780, 1180], [465, 720, 960, 1200], [450, 630, 810, 1020, 1230], [440, 580, 720, 880, 1050, 1230], [435, 555, 675, 795, 930, 1065, 1245],
];
/** Extra visits fall on weekdays first, so that weekends are about four fifths of a weekday. */
const REKKEFOLGE = [1, 3, 5, 2, 4, 6, 7] as const;

/** A week's visits that add up to the granted visits and minutes. */
export function lagPlan(r: Tilfeldig, tjeneste: string, omfang: { readonly minutter: number; readonly besok: number }): Planbesok[] {
  const minutter = Math.round(omfang.minutter / omfang.besok);
  const daglig = Math.min(7, Math.floor(omfang.besok / 7));
  const rest = Math.min(7, omfang.besok - daglig * 7);
  const forskyv = heltall(r, 0, 4);
  const ekstra = new Set(REKKEFOLGE.slice(0, rest).map((d) => (rest <= 4 && d <= 5 ? ((d - 1 + forskyv) % 5) + 1 : d)));
  const plan: Planbesok[] = [];
  const avvik = heltall(r, -45, 75);
  for (let ukedag = 1; ukedag <= 7; ukedag += 1) {
    const antall = Math.min(7, daglig + (ekstra.has(ukedag as (typeof REKKEFOLGE)[number]) ? 1 : 0));
    const tider = tjeneste === 'PRAKTISK_BISTAND' ? [600] : (KLOKKE[antall] ?? []);
    tider.slice(0, antall).forEach((tid, i) => {
      // the late evening rounds keep their time, so that no visit runs past midnight
      const start = tid > 1100 ? tid + heltall(r, -60, 15) : tid + avvik + i * 5;
      const slutter = Math.min(start, 1425 - minutter);
      plan.push({ ukedag, minutt: Math.round(Math.max(390, slutter) / 5) * 5, minutter });
    });
  }
  return plan;
}
