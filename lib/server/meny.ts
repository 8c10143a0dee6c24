import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

/** An entry of a role's menu; `nokkel` is its text under `felles.meny`. */
export type Menyvalg = { readonly href: string; readonly nokkel: string };

const VALG = {
  mottakere: '/mottakere',
  vedtak: '/vedtak',
  uken: '/uken',
  oppdrag: '/oppdrag',
  maneden: '/maneden',
  registrer: '/registrer',
  avregning: '/avregning',
  kalender: '/avregning/kalender',
  ordninger: '/ordninger',
  bilag: '/bilag',
  regnskap: '/regnskap',
  priser: '/priser',
  arsslutt: '/arsslutt',
  ressurskrevende: '/ressurskrevende',
  godkjenning: '/godkjenning',
  oversikt: '/oversikt',
  prognose: '/prognose',
  rapporter: '/rapporter',
  kontoer: '/administrasjon/kontoer',
  enheter: '/administrasjon/enheter',
  logg: '/administrasjon/logg',
} as const;

/** The rooms of a role; the first is its home. Only what is built. */
const MENY: Readonly<Record<Rolle, readonly (keyof typeof VALG)[]>> = {
  saksbehandler: ['mottakere', 'vedtak'],
  bestillerleder: ['mottakere', 'vedtak', 'oversikt', 'prognose', 'kalender', 'ressurskrevende', 'godkjenning'],
  utforerleder: ['uken', 'registrer', 'oppdrag', 'maneden'],
  utforeransatt: ['registrer'],
  controller: ['avregning', 'godkjenning', 'ordninger', 'priser', 'regnskap', 'bilag', 'arsslutt', 'ressurskrevende', 'oversikt', 'prognose'],
  radmann: ['oversikt', 'prognose', 'godkjenning', 'avregning', 'ordninger', 'priser', 'arsslutt', 'ressurskrevende'],
  politiker: ['rapporter'],
  revisor: ['avregning', 'ordninger', 'priser', 'regnskap', 'bilag', 'arsslutt', 'ressurskrevende', 'logg'],
  systemansvarlig: ['kontoer', 'enheter', 'logg'],
};

export function menyFor(rolle: Rolle): Menyvalg[] {
  return MENY[rolle].map((nokkel) => ({ nokkel, href: VALG[nokkel] }));
}

/** The entry of a role's menu that counts what the settlement calendar waits for; null for roles it never waits for. */
export function kalenderinngang(rolle: Rolle): string | null {
  return rolle === 'controller' ? 'avregning' : rolle === 'bestillerleder' ? 'kalender' : rolle === 'utforerleder' ? 'maneden' : null;
}

/** Where a role begins its day. */
export function hjemFor(rolle: Rolle): string {
  return menyFor(rolle)[0]?.href ?? '/bytt';
}
