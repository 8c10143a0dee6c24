'use server';

import { NyKlientSchema, RoterKlientSchema, TrekkKlientSchema } from '#lib/grunnlag/api-klient-schema.ts';
import { nyKlient, roterKlient, trekkKlient } from '#lib/grunnlag/api-klient-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const felles = { rom: 'api', kommando: 'FORVALT_API', oppfrisk: () => ['/administrasjon/api'] } as const;

const ny = handling({ ...felles, skjema: NyKlientSchema, utfor: nyKlient });
const roter = handling({ ...felles, skjema: RoterKlientSchema, utfor: roterKlient });
const trekk = handling({ ...felles, skjema: TrekkKlientSchema, utfor: trekkKlient });

/** Gives a system access. Its secret is made and shown in the browser, and never sent. */
export async function nyKlientHandling(sendt: unknown) {
  return ny(sendt);
}
/** A new secret; the old one ends at once. */
export async function roterKlientHandling(sendt: unknown) {
  return roter(sendt);
}
/** Ends a system's access. */
export async function trekkKlientHandling(sendt: unknown) {
  return trekk(sendt);
}
