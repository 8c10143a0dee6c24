import type { Komponentregler } from '#lib/grunnlag/domain/ordning.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

export type Regel = 'trekkPause' | 'tidsband' | 'tak' | 'kategorier' | 'minuttregel' | 'plasstyper' | 'fravarsregel' | 'fordeling';

/** The rules that change what a way of counting comes to (regnekjerne, section 1); the others have no effect on it. */
const VIRKER: Readonly<Record<Volumkilde, readonly Regel[]>> = {
  VEDTATT_TID: ['trekkPause', 'tidsband'],
  VEDTATT_BESOK: ['trekkPause', 'tidsband'],
  UTFORT_TID: ['tidsband', 'kategorier', 'minuttregel'],
  UTFORT_TID_MAKS_VEDTATT: ['trekkPause', 'tidsband', 'tak', 'kategorier', 'minuttregel'],
  BESOK: ['tidsband', 'kategorier'],
  VEDTATT_ANTALL: ['trekkPause'],
  UTFORT_ANTALL: [],
  BELAGTE_DOGN: ['plasstyper', 'fravarsregel'],
  PLASSER: ['plasstyper'],
  NIVA_MANEDSSLUTT: [],
  BRUKERE_MANED: ['fordeling'],
  VEDTAK_MANED: ['fordeling'],
  KONTRAKT: [],
};

export function reglerSomVirker(volumkilde: Volumkilde): readonly Regel[] {
  return VIRKER[volumkilde];
}

/** Only the rules that have an effect: a rule that was typed for another way of counting must not linger unseen. */
export function rensRegler(volumkilde: Volumkilde, regler: Komponentregler): Komponentregler {
  return Object.fromEntries(Object.entries(regler).filter(([regel]) => (VIRKER[volumkilde] as readonly string[]).includes(regel)));
}
