import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

/*
 * The menu: at most six entries a role (a test counts), each a group of pages. The pages of the group one is in stand in a second
 * row under the menu; a narrow screen shows all groups under one "Meny" button.
 *
 * To add a page:
 *   1. one row in SIDER: its key and address, with the key as text under `felles.meny` in nb and nn;
 *   2. its key in a group of each role in MENY that has the page's command. A group without pages is kept for what comes and is
 *      not shown, and a group of one page is that page;
 *   3. `OPPDATER=1 npx vitest run --project enhet test/tilgang`, which writes docs/tilgang.md anew.
 * A group's key is its text under `felles.menygruppe`.
 */

/** A page of a menu; `nokkel` is its text under `felles.meny`. */
export type Menyside = { readonly nokkel: string; readonly href: string };

/** An entry of the menu: a group of pages that leads to the first of them; `gruppe` is null where there is only one page. */
export type Menyvalg = { readonly gruppe: string | null; readonly sider: readonly [Menyside, ...Menyside[]] };

export const FLEST_I_MENYEN = 6;

const SIDER = {
  innboks: '/innboks',
  plasser: '/plasser',
  opphold: '/opphold',
  mottakere: '/mottakere',
  vedtak: '/vedtak',
  gjennomgang: '/gjennomgang',
  klager: '/klager',
  kontrakter: '/vedtak/kontrakter',
  kontraktbud: '/oppdrag/kontrakter',
  vedtaksregler: '/vedtak/regler',
  bestillerramme: '/vedtak/ramme',
  likebehandling: '/likebehandling',
  justeringer: '/justeringer',
  bemanning: '/bemanning',
  uken: '/uken',
  plan: '/plan',
  felt: '/felt',
  telefon: '/uken/telefon',
  feltapp: '/administrasjon/feltapp',
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
  valget: '/tiltak',
  avvik: '/avvik',
  sammenligning: '/sammenligning',
  budsjett: '/budsjett',
  rapporter: '/rapporter',
  kontroll: '/kontroll',
  api: '/administrasjon/api',
  kontoer: '/administrasjon/kontoer',
  enheter: '/administrasjon/enheter',
  logg: '/administrasjon/logg',
} as const;

type Gruppe = readonly [gruppe: string, ...sider: (keyof typeof SIDER)[]];

/** The groups of a role with their pages; the first page is its home. Only what is built. */
const MENY: Readonly<Record<Rolle, readonly Gruppe[]>> = {
  // One entry fewer than six: whoever is a deputy has one more.
  saksbehandler: [
    ['innboks', 'innboks'],
    ['mottakere', 'mottakere'],
    ['vedtak', 'vedtak', 'gjennomgang', 'klager', 'kontrakter'],
    ['plasser', 'plasser'],
    ['justeringer', 'justeringer'],
  ],
  bestillerleder: [
    ['innboks', 'innboks'],
    ['mottakere', 'mottakere'],
    ['vedtak', 'vedtak', 'justeringer', 'gjennomgang', 'klager', 'kontrakter', 'likebehandling', 'vedtaksregler'],
    ['plasser', 'plasser'],
    ['okonomi', 'oversikt', 'bestillerramme', 'avvik', 'sammenligning', 'prognose', 'valget', 'budsjett', 'rapporter', 'kalender', 'ressurskrevende'],
    ['godkjenning', 'godkjenning'],
  ],
  utforerleder: [
    ['uken', 'uken', 'plan', 'opphold'],
    ['registrer', 'registrer', 'felt', 'telefon'],
    ['oppdrag', 'oppdrag', 'justeringer', 'kontraktbud'],
    ['enheten', 'kontroll'],
    ['maneden', 'maneden', 'bemanning'],
  ],
  utforeransatt: [['registrer', 'registrer'], ['felt', 'felt']],
  controller: [
    ['avregning', 'avregning', 'kalender'],
    ['godkjenning', 'godkjenning'],
    ['priser', 'priser', 'ordninger'],
    ['regnskap', 'regnskap', 'bilag', 'arsslutt'],
    ['ressurskrevende', 'ressurskrevende'],
    ['styring', 'oversikt', 'avvik', 'prognose', 'valget', 'budsjett', 'sammenligning', 'rapporter', 'kontroll'],
  ],
  radmann: [
    ['oversikt', 'oversikt', 'avvik', 'sammenligning'],
    ['prognose', 'prognose', 'valget', 'budsjett', 'rapporter'],
    ['godkjenning', 'godkjenning'],
    ['avregning', 'avregning', 'arsslutt'],
    ['priser', 'priser', 'ordninger'],
    ['ressurskrevende', 'ressurskrevende'],
  ],
  politiker: [['rapporter', 'rapporter']],
  revisor: [
    ['avregning', 'avregning', 'kalender', 'kontroll'],
    ['priser', 'priser', 'ordninger'],
    ['regnskap', 'regnskap', 'bilag', 'arsslutt', 'rapporter'],
    ['ressurskrevende', 'ressurskrevende'],
    ['logg', 'logg'],
  ],
  systemansvarlig: [['kontoer', 'kontoer'], ['enheter', 'enheter', 'feltapp'], ['api', 'api'], ['logg', 'logg']],
};

const somSide = (nokkel: keyof typeof SIDER): Menyside => ({ nokkel, href: SIDER[nokkel] });

export function menyFor(rolle: Rolle): Menyvalg[] {
  return MENY[rolle].flatMap(([gruppe, ...nokler]): Menyvalg[] => {
    const [forste, ...andre] = nokler.map(somSide);
    return forste === undefined ? [] : [{ gruppe: andre.length === 0 ? null : gruppe, sider: [forste, ...andre] }];
  });
}

/** The page of a role's menu that counts what the settlement calendar waits for; null for roles it never waits for. */
export function kalenderinngang(rolle: Rolle): string | null {
  return rolle === 'controller' || rolle === 'bestillerleder' ? 'kalender' : rolle === 'utforerleder' ? 'maneden' : null;
}

/** Where a role begins its day. */
export function hjemFor(rolle: Rolle): string {
  return menyFor(rolle)[0]?.sider[0].href ?? '/bytt';
}
