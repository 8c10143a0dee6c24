'use server';

import { avvisBudsjettSkjema, budsjettIdSkjema, foreslaBudsjettSkjema, lagreBudsjettSkjema, nyttBudsjettSkjema } from '#lib/grunnlag/budsjett-schema.ts';
import { foreslaBudsjett, forkastBudsjett, lagreBudsjettdel, sendBudsjettTilbake, startBudsjett, vedtaBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const rom = 'budsjett';
const siden = ({ id }: { id: number }): string[] => ['/budsjett', `/budsjett/utkast/${id}`, '/godkjenning'];
const rediger = { rom, kommando: 'REDIGER_BUDSJETT' } as const;
const godkjenn = { rom, kommando: 'GODKJENN_BUDSJETT' } as const;

const start = handling({ ...rediger, skjema: nyttBudsjettSkjema, utfor: startBudsjett, oppfrisk: () => ['/budsjett'] });
const lagre = handling({ ...rediger, skjema: lagreBudsjettSkjema, utfor: lagreBudsjettdel, oppfrisk: siden });
const foresla = handling({ ...rediger, skjema: foreslaBudsjettSkjema, utfor: foreslaBudsjett, oppfrisk: siden });
const vedta = handling({ ...godkjenn, skjema: budsjettIdSkjema, utfor: vedtaBudsjett, oppfrisk: () => ['/', '/budsjett', '/godkjenning', '/oversikt', '/prognose', '/avvik'] });
const avvis = handling({ ...godkjenn, skjema: avvisBudsjettSkjema, utfor: sendBudsjettTilbake, oppfrisk: siden });
const forkast = handling({ ...rediger, skjema: budsjettIdSkjema, utfor: (tx, { id }) => forkastBudsjett(tx, id), oppfrisk: () => ['/budsjett'] });

export async function startBudsjettHandling(sendt: unknown) {
  return start(sendt);
}
export async function lagreBudsjettHandling(sendt: unknown) {
  return lagre(sendt);
}
export async function foreslaBudsjettHandling(sendt: unknown) {
  return foresla(sendt);
}
export async function vedtaBudsjettHandling(sendt: unknown) {
  return vedta(sendt);
}
export async function avvisBudsjettHandling(sendt: unknown) {
  return avvis(sendt);
}
export async function forkastBudsjettHandling(sendt: unknown) {
  return forkast(sendt);
}
