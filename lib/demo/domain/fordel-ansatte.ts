import type { BesokRad } from './tabeller.ts';

/** Longest a visit is moved so that somebody is free for it; beyond that it overlaps, as now and then it does. */
const LENGST_VENTING = 75;

type Vakt = { readonly ansatt: number; ledig: number; minutter: number };

const minuttAv = (start: string): number => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
const to = (n: number): string => (n < 10 ? `0${n}` : String(n));
const medMinutt = (start: string, minutt: number): string => `${start.slice(0, 11)}${to(Math.floor(minutt / 60))}:${to(minutt % 60)}${start.slice(16)}`;

/** About six in ten are at work on a day; who it is rotates through the week. */
function paVakt(stab: readonly number[], dagnr: number): Vakt[] {
  return stab.filter((_, i) => (i * 3 + dagnr) % 10 < 6).map((ansatt) => ({ ansatt, ledig: 0, minutter: 0 }));
}

function velg(vakter: readonly Vakt[], start: number): Vakt | undefined {
  let best: Vakt | undefined;
  for (const vakt of vakter) {
    if (vakt.ledig <= start && (best === undefined || vakt.minutter < best.minutter)) best = vakt;
  }
  return best;
}

/** One unit's day: each visit, by its start, to the one at work who is free and has done least; nobody is two places at once. */
function fordelDag(rader: BesokRad[], stab: readonly number[]): void {
  const dagnr = Number(String(rader[0]?.dato).slice(8, 10)) + Number(String(rader[0]?.dato).slice(5, 7)) * 31;
  const vakter = paVakt(stab, dagnr);
  const reserve: Vakt[] = stab.filter((id) => !vakter.some((vakt) => vakt.ansatt === id)).map((ansatt) => ({ ansatt, ledig: 0, minutter: 0 }));
  for (const rad of rader.toSorted((a, b) => (String(a.start) < String(b.start) ? -1 : 1))) {
    let start = minuttAv(String(rad.start));
    let vakt = velg(vakter, start) ?? velg(reserve, start);
    if (vakt === undefined) {
      vakt = [...vakter, ...reserve].toSorted((a, b) => a.ledig - b.ledig)[0];
      if (vakt === undefined) continue;
      if (vakt.ledig - start <= LENGST_VENTING && vakt.ledig + Number(rad.minutter) < 1439) {
        start = vakt.ledig;
        rad.start = medMinutt(String(rad.start), start);
        if (rad.kilde === 'FELT') rad.registrert = medMinutt(String(rad.start), start + Number(rad.minutter));
      }
    }
    if (rad.registrert_av === rad.ansatt_id) rad.registrert_av = vakt.ansatt;
    rad.ansatt_id = vakt.ansatt;
    vakt.ledig = Math.max(vakt.ledig, start + Number(rad.minutter) + 1);
    vakt.minutter += Number(rad.minutter);
  }
}

/** Gives a month's visits to employees, in place. `stab` is each unit's staff by id; a unit without staff keeps what it has. */
export function fordelAnsatte(besok: readonly BesokRad[], stab: ReadonlyMap<number, readonly number[]>): void {
  for (const dagen of Map.groupBy(besok, (rad) => `${String(rad.enhet_id)}/${String(rad.dato)}`).values()) {
    const ansatte = stab.get(Number(dagen[0]?.enhet_id)) ?? [];
    if (ansatte.length > 0) fordelDag(dagen, ansatte);
  }
}
