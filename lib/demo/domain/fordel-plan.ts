import type { Rad } from './tabeller.ts';

type Planrad = Rad<'besoksplan'>;

/** About six in ten are at work on a weekday; the first of the staff always, so that there is somebody to log in as. */
function paVakt(stab: readonly number[], ukedag: number): { ansatt: number; ledig: number; minutter: number }[] {
  return stab.filter((_, i) => i === 0 || (i * 3 + ukedag) % 10 < 6).map((ansatt) => ({ ansatt, ledig: 0, minutter: 0 }));
}

/** Each visit to the one at work who is free and has least; what nobody is free for has nobody yet. */
function fordelDag(rader: readonly Planrad[], stab: readonly number[], ukedag: number): Planrad[] {
  const vakter = paVakt(stab, ukedag);
  return rader.toSorted((a, b) => Number(a.start_minutt) - Number(b.start_minutt)).map((rad) => {
    const start = Number(rad.start_minutt);
    const ledige = vakter.filter((v) => v.ledig <= start);
    const vakt = ledige.toSorted((a, b) => a.minutter - b.minutter)[0];
    if (vakt === undefined) return rad;
    vakt.ledig = start + Number(rad.minutter) + 3;
    vakt.minutter += Number(rad.minutter);
    return { ...rad, ansatt_id: vakt.ansatt };
  });
}

/** The rows with employees. `stab` is each unit's staff; a unit without staff keeps its rows. */
export function fordelPlan(rader: readonly Planrad[], stab: ReadonlyMap<number, readonly number[]>): Planrad[] {
  return [...Map.groupBy(rader, (rad) => `${rad.enhet_id}/${rad.ukedag}`).values()].flatMap((dagen) => {
    const ansatte = stab.get(Number(dagen[0]?.enhet_id)) ?? [];
    return ansatte.length === 0 ? dagen : fordelDag(dagen, ansatte, Number(dagen[0]?.ukedag));
  });
}
