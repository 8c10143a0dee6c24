import type { Rolle } from './rolle.ts';

/** Who may do what: one row a command, the roles that have it. A role that is not named has no access. */
const TILGANG = {
  SE_MOTTAKERE: ['saksbehandler', 'bestillerleder'],
  SE_MOTTAKER: ['saksbehandler', 'bestillerleder'],
  FATT_VEDTAK: ['saksbehandler', 'bestillerleder'],
  LAGRE_UTKAST: ['saksbehandler', 'bestillerleder'],
  SE_VEDTAK: ['saksbehandler', 'bestillerleder', 'controller', 'revisor'],
  SE_OPPDRAG: ['utforerleder', 'utforeransatt'],
  BEKREFT_OPPDRAG: ['utforerleder'],
  SE_UKEN: ['utforerleder'],
  REGISTRER_BESOK: ['utforerleder', 'utforeransatt'],
  RETT_BESOK: ['utforerleder'],
  KVITTER_BESOK: ['utforerleder'],
  ERKLAR_UKE: ['utforerleder'],
  SE_ENHETENS_MANED: ['utforerleder', 'controller', 'revisor', 'radmann'],
  SE_AVREGNING: ['controller', 'revisor', 'bestillerleder', 'radmann'],
  SPOR_BELOP: ['controller', 'revisor', 'utforerleder', 'bestillerleder'],
  KJOR_AVREGNING: ['controller'],
  LAST_NED_KONTROLLGRUNNLAG: ['controller', 'revisor'],
  LUKK_MANED: ['controller'],
  SETT_LUKKEREGLER: ['controller'],
  FORESLA_GJENAPNING: ['controller'],
  GODKJENN_GJENAPNING: ['radmann', 'controller', 'bestillerleder'],
  SE_ORDNINGER: ['controller', 'revisor', 'radmann'],
  REDIGER_ORDNING: ['controller'],
  GODKJENN_ORDNING: ['controller', 'radmann'],
  SE_PRISER: ['controller', 'radmann', 'revisor'],
  FORESLA_PRIS: ['controller'],
  GODKJENN_PRIS: ['radmann'],
  SE_MANUELLE: ['controller', 'revisor', 'bestillerleder'],
  FORESLA_MANUELL: ['controller'],
  GODKJENN_MANUELL: ['controller'],
  FORESLA_STIPULERT: ['controller'],
  GODKJENN_STIPULERT: ['controller'],
  SE_KALENDER: ['controller', 'revisor', 'bestillerleder', 'radmann'],
  SETT_KALENDER: ['controller'],
  ERKLAR_MANED: ['utforerleder', 'utforeransatt'],
  ATTESTER_MANED: ['bestillerleder', 'saksbehandler'],
  SE_ATTEST: ['bestillerleder', 'saksbehandler', 'controller', 'revisor'],
  GODKJENN_ATTEST: ['controller'],
  AVGJOR_INNSIGELSE: ['controller'],
  NAVNGI_STEDFORTREDER: ['utforerleder', 'bestillerleder'],
  SE_BILAG: ['controller', 'revisor'],
  LAG_BILAG: ['controller'],
  LAST_NED_BILAG: ['controller', 'revisor'],
  ENDRE_KONTERING: ['controller'],
  LAST_OPP_FAKTURA: ['controller'],
  GODKJENN_FAKTURA: ['controller'],
  SE_ARSSLUTT: ['controller', 'radmann', 'revisor'],
  FORESLA_OVERFORING: ['controller'],
  GODKJENN_OVERFORING: ['radmann'],
  GODKJENN_ANSLAG: ['controller'],
  SE_RESSURSKREVENDE: ['controller', 'bestillerleder', 'radmann', 'revisor'],
  SE_RESSURSKREVENDE_MOTTAKER: ['controller', 'bestillerleder', 'revisor'],
  REGISTRER_RESSURSKREVENDE: ['controller'],
  GODKJENN_RESSURSKREVENDE: ['controller', 'bestillerleder'],
  NAVNGI_KRAVTILGANG: ['radmann'],
  SE_SIMULERING: ['controller', 'radmann'],
  SE_GODKJENNING: ['radmann', 'controller', 'bestillerleder'],
  SE_REGNSKAP: ['controller', 'revisor'],
  TA_INN_REGNSKAP: ['controller'],
  SE_OVERSIKT: ['radmann', 'controller', 'bestillerleder', 'revisor'],
  SE_PROGNOSE: ['radmann', 'controller', 'bestillerleder'],
  SE_KONTOER: ['systemansvarlig'],
  AVSLUTT_OKTER: ['systemansvarlig'],
  SE_ENHETER: ['systemansvarlig'],
  SE_LOGG: ['revisor', 'systemansvarlig'],
  SE_RAPPORTER: ['politiker', 'radmann', 'controller', 'bestillerleder', 'revisor'],
} as const satisfies Record<string, readonly Rolle[]>;

export type Kommando = keyof typeof TILGANG;

export const KOMMANDOER = Object.keys(TILGANG) as readonly Kommando[];

export function kanGjore(rolle: Rolle, kommando: Kommando): boolean {
  return (TILGANG[kommando] as readonly Rolle[]).includes(rolle);
}

/** The roles that have a command. */
export function rollerMed(kommando: Kommando): readonly Rolle[] {
  return TILGANG[kommando];
}
