import { formatVarighet } from '#lib/core/format.ts';
import { klokkeslett } from '#lib/oppdrag/domain/besoksplan.ts';
import type { Justeringsrad } from '#lib/oppdrag/justering-view.ts';

type Tekst = (nokkel: never, verdier?: never) => string;

/** What an adjustment is, in words; `t` reads the texts of `justering`. */
export function hvaTekst(t: Tekst, j: Pick<Justeringsrad, 'slag' | 'minutter' | 'besok' | 'tilMinutt'>): string {
  if (j.slag === 'FLYTTET') return t('flyttet' as never, { kl: klokkeslett(j.tilMinutt ?? 0) } as never);
  return t('mer' as never, { minutter: j.minutter, tid: formatVarighet(j.minutter), besok: j.besok, begge: j.minutter > 0 && j.besok > 0 ? 'ja' : 'nei' } as never);
}
