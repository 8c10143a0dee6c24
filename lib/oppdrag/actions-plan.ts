'use server';

import { angreUnntakSkjema, avsluttPlanradSkjema, flyttDagSkjema, foreslaSkjema, ikkeUtfortSkjema, planradSkjema } from '#lib/oppdrag/plan-schema.ts';
import { angreUnntak, avslutt, flyttDag, foresla, lagrePlanrad, meldIkkeUtfort } from '#lib/oppdrag/plan-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const felles = { rom: 'plan', kommando: 'REDIGER_PLAN', oppfrisk: (): readonly string[] => ['/plan', '/uken'] } as const;

const foreslatt = handling({ ...felles, skjema: foreslaSkjema, utfor: foresla });
const flyttet = handling({ ...felles, skjema: flyttDagSkjema, utfor: flyttDag });
const lagret = handling({ ...felles, skjema: planradSkjema, utfor: lagrePlanrad });
const avsluttet = handling({ ...felles, skjema: avsluttPlanradSkjema, utfor: avslutt });
const ikkeUtfort = handling({ ...felles, skjema: ikkeUtfortSkjema, utfor: meldIkkeUtfort });
const angret = handling({ ...felles, skjema: angreUnntakSkjema, utfor: angreUnntak });

/** Plans for the orders that have none. */
export async function foreslaPlanHandling(sendt: unknown) {
  return foreslatt(sendt);
}
/** Another time, length or employee on one day. */
export async function flyttDagHandling(sendt: unknown) {
  return flyttet(sendt);
}
/** A row of the week's plan, from a day on. */
export async function lagrePlanradHandling(sendt: unknown) {
  return lagret(sendt);
}
export async function avsluttPlanradHandling(sendt: unknown) {
  return avsluttet(sendt);
}
/** Planned and not delivered, with the reason. */
export async function ikkeUtfortHandling(sendt: unknown) {
  return ikkeUtfort(sendt);
}
export async function angreUnntakHandling(sendt: unknown) {
  return angret(sendt);
}
