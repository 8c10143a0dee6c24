'use server';

import { attester, godkjennAttester } from '#lib/avregning/kalender-attest-service.ts';
import { erklarManed, meldInnsigelse } from '#lib/avregning/kalender-erklaring-service.ts';
import { attestSkjema, erklarSkjema, godkjennAttestSkjema, innsigelseSkjema, kalenderSkjema, stedfortrederSkjema, svarSkjema, trekkStedfortrederSkjema } from '#lib/avregning/kalender-schema.ts';
import { avgjorInnsigelse, settKalender } from '#lib/avregning/kalender-service.ts';
import { avsluttStedfortreder, navngiStedfortreder } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const rom = 'kalender';
const kalenderen = (): readonly string[] => ['/avregning/kalender', '/godkjenning'];

/** The municipality's calendar, and answers to objections: the controller. */
export const settKalenderHandling = handling({ rom, kommando: 'SETT_KALENDER', skjema: kalenderSkjema, utfor: settKalender, oppfrisk: kalenderen });
export const avgjorInnsigelseHandling = handling({ rom, kommando: 'AVGJOR_INNSIGELSE', skjema: svarSkjema, utfor: avgjorInnsigelse, oppfrisk: kalenderen });

/** The unit's month: its leader, or the leader's deputy. */
export const erklarManedHandling = handling({ rom, kommando: 'ERKLAR_MANED', skjema: erklarSkjema, utfor: erklarManed, oppfrisk: (data) => [`/avregning/kalender/erklaring/${data.maned}`, ...kalenderen()] });
export const meldInnsigelseHandling = handling({ rom, kommando: 'ERKLAR_MANED', skjema: innsigelseSkjema, utfor: meldInnsigelse, oppfrisk: (data) => [`/avregning/kalender/erklaring/${data.maned}`, ...kalenderen()] });

/** Attesting: the purchaser's leader or the deputy. Approving and posting: another person. */
export const attesterHandling = handling({ rom, kommando: 'ATTESTER_MANED', skjema: attestSkjema, utfor: attester, oppfrisk: (data) => [`/avregning/${data.maned}/attest`, ...kalenderen()] });
export const godkjennAttesterHandling = handling({ rom, kommando: 'GODKJENN_ATTEST', skjema: godkjennAttestSkjema, utfor: godkjennAttester, oppfrisk: (data) => [`/avregning/${data.maned}/attest`, `/avregning/${data.maned}`, ...kalenderen()] });

/** A leader's deputies. */
export const navngiStedfortrederHandling = handling({ rom, kommando: 'NAVNGI_STEDFORTREDER', skjema: stedfortrederSkjema, utfor: navngiStedfortreder, oppfrisk: () => ['/avregning/kalender/stedfortredere'] });
export const avsluttStedfortrederHandling = handling({ rom, kommando: 'NAVNGI_STEDFORTREDER', skjema: trekkStedfortrederSkjema, utfor: avsluttStedfortreder, oppfrisk: () => ['/avregning/kalender/stedfortredere'] });
