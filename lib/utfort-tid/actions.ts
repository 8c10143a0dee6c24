'use server';

import { handling } from '#lib/server/pipeline.ts';
import { angre, flytt, kvitter, leggBort, rett } from '#lib/utfort-tid/besok-service.ts';
import { forSomPlanlagt } from '#lib/utfort-tid/planhull-service.ts';
import { registrer } from '#lib/utfort-tid/registrering-service.ts';
import { angreKvitteringsrunde, erklar, kvitterAlle, trekkErklaring } from '#lib/utfort-tid/uke-service.ts';
import { angreRundeSkjema, flyttSkjema, kvitterAlleSkjema, kvitterEttSkjema, leggBortSkjema, registrerSkjema, rettSkjema, somPlanlagtSkjema, ukeSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';

const rom = 'utfort-tid';
const uken = (): readonly string[] => ['/uken'];

/** Stores a visit. */
export const registrerHandling = handling({ rom, kommando: 'REGISTRER_BESOK', skjema: registrerSkjema, utfor: registrer, oppfrisk: (data) => ['/registrer', '/uken', `/oppdrag/${data.oppdragId}`] });

/** Missing visits that were made as planned. */
export const somPlanlagtHandling = handling({ rom, kommando: 'REGISTRER_BESOK', skjema: somPlanlagtSkjema, utfor: forSomPlanlagt, oppfrisk: () => ['/uken', '/plan'] });

/** A new version of a visit: corrected, moved or put aside. */
export const rettHandling = handling({ rom, kommando: 'RETT_BESOK', skjema: rettSkjema, utfor: rett, oppfrisk: uken });
export const flyttHandling = handling({ rom, kommando: 'RETT_BESOK', skjema: flyttSkjema, utfor: flytt, oppfrisk: uken });
export const leggBortHandling = handling({ rom, kommando: 'RETT_BESOK', skjema: leggBortSkjema, utfor: leggBort, oppfrisk: uken });

/** Approval, one by one and in bulk, and taking it back. */
export const kvitterHandling = handling({ rom, kommando: 'KVITTER_BESOK', skjema: kvitterEttSkjema, utfor: kvitter, oppfrisk: uken });
export const angreHandling = handling({ rom, kommando: 'KVITTER_BESOK', skjema: kvitterEttSkjema, utfor: angre, oppfrisk: uken });
export const kvitterAlleHandling = handling({ rom, kommando: 'KVITTER_BESOK', skjema: kvitterAlleSkjema, utfor: kvitterAlle, oppfrisk: uken });
export const angreRundeHandling = handling({ rom, kommando: 'KVITTER_BESOK', skjema: angreRundeSkjema, utfor: angreKvitteringsrunde, oppfrisk: uken });

/** The week is complete, or was not after all. */
export const erklarUkeHandling = handling({ rom, kommando: 'ERKLAR_UKE', skjema: ukeSkjema, utfor: erklar, oppfrisk: uken });
export const trekkErklaringHandling = handling({ rom, kommando: 'ERKLAR_UKE', skjema: ukeSkjema, utfor: trekkErklaring, oppfrisk: uken });
