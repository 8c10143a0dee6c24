import { dagnummer, ukedagForDagnummer } from '#lib/core/dato.ts';
import { datoI, klokkeMinutter, tilEpokeMinutt, veggMinutt } from '#lib/core/oslo-tid.ts';
import type { EpokeMinutt, LokalTid } from '#lib/core/oslo-tid.ts';
import type { Tidsband } from '#lib/avregning/domain/avregning-inn.ts';

const DOGN = 1440;
const TIME = 60;

function gjelderDag(band: Tidsband, dag: number, helligdager: ReadonlySet<number>): boolean {
  return band.dager.includes(helligdager.has(dag) ? 7 : ukedagForDagnummer(dag));
}

/** Minutes of a stretch of wall time that lie in the band. */
function overlapp(band: Tidsband, vegg: number, minutter: number, helligdager: ReadonlySet<number>): number {
  const tilMinutt = band.tilMinutt > band.fraMinutt ? band.tilMinutt : band.tilMinutt + DOGN;
  let sum = 0;
  // a band belongs to the day it starts on, so the day before may reach in
  for (let dag = Math.floor(vegg / DOGN) - 1; dag * DOGN < vegg + minutter; dag += 1) {
    if (!gjelderDag(band, dag, helligdager)) continue;
    const fra = Math.max(vegg, dag * DOGN + band.fraMinutt);
    const til = Math.min(vegg + minutter, dag * DOGN + tilMinutt);
    sum += Math.max(0, til - fra);
  }
  return sum;
}

/** Whether the wall time, as written, lies in the band. */
export function liggerIBand(band: Tidsband, tid: LokalTid, helligdager: ReadonlySet<number>): boolean {
  return overlapp(band, dagnummer(datoI(tid)) * DOGN + klokkeMinutter(tid), 1, helligdager) === 1;
}

/** Minutes of a visit that lie in the band, by the clock on the wall, minute by minute of elapsed time. */
export function minutterIBand(
  band: Tidsband,
  start: LokalTid,
  minutter: number,
  helligdager: ReadonlySet<number>,
): number {
  const forste = tilEpokeMinutt(start);
  const siste = forste + minutter;
  let sum = 0;
  for (let fra: number = forste; fra < siste; ) {
    // the clock is only moved on the whole hour
    const til = Math.min(siste, (Math.floor(fra / TIME) + 1) * TIME);
    sum += overlapp(band, veggMinutt(fra as EpokeMinutt), til - fra, helligdager);
    fra = til;
  }
  return sum;
}
