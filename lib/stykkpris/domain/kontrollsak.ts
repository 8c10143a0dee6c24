import { tilEksaktDesimal } from '#lib/core/brok.ts';
import type { StykkprisInn } from '#lib/stykkpris/domain/stykkpris.ts';

/** The case as the control calculation `stykkpris` reads it (regnekjerne, section 2). @throws RangeError when a number has no finite decimal. */
export function skrivKontrollsak({ ar, regel, komponenter, enheter }: StykkprisInn): Record<string, unknown> {
  return {
    ar,
    regel: {
      type: regel.type,
      kostnadsvekst: tilEksaktDesimal(regel.kostnadsvekst),
      effektivitetskrav: tilEksaktDesimal(regel.effektivitetskrav),
      ...(regel.type === 'BESTE_PRAKSIS' ? { kvantil: tilEksaktDesimal(regel.kvantil) } : {}),
    },
    komponenter: komponenter.map((k) => ({ kode: k.kode, vekt: tilEksaktDesimal(k.vekt), ...(k.gjeldendeOre === null ? {} : { gjeldendeOre: k.gjeldendeOre }) })),
    enheter: enheter.map((e) => ({
      id: e.id,
      kostnadOre: e.kostnadOre,
      volum: Object.fromEntries([...e.volum].map(([kode, volum]) => [kode, tilEksaktDesimal(volum)])),
    })),
  };
}
