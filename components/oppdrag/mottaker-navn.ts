import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';

/** The name, or «Skjermet mottaker M-20871» to those who may not see who it is. */
export function mottakerTekst(felles: (nokkel: 'ord.skjermet') => string, m: Mottakernavn): string {
  return m.navn ?? `${felles('ord.skjermet')} ${m.pseudonym}`;
}
