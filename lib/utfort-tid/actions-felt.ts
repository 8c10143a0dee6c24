'use server';

import { handling } from '#lib/server/pipeline.ts';
import { nyttDormerke } from '#lib/utfort-tid/dormerke-service.ts';
import { leggBortKarantene, taInn } from '#lib/utfort-tid/felt-karantene-service.ts';
import { leggBortKaranteneSkjema, merkeSkjema, oppsettSkjema, settSkjema, taInnSkjema } from '#lib/utfort-tid/felt-schema.ts';
import { lagreFeltoppsett } from '#lib/utfort-tid/felt-service.ts';
import { merkSett } from '#lib/utfort-tid/telefonmelding-service.ts';

const rom = 'felt-leder';

/** A new code at a door. */
export const nyttDormerkeHandling = handling({ rom, kommando: 'LAG_DORMERKE', skjema: merkeSkjema, utfor: nyttDormerke, oppfrisk: ({ oppdragId }) => [`/oppdrag/${oppdragId}/merke`] });

/** A leader has seen what a phone said. */
export const merkSettHandling = handling({ rom, kommando: 'SE_TELEFONMELDINGER', skjema: settSkjema, utfor: merkSett, oppfrisk: () => ['/uken/telefon'] });

/** The app on or off. */
export const lagreFeltoppsettHandling = handling({ rom, kommando: 'SETT_FELTAPP', skjema: oppsettSkjema, utfor: lagreFeltoppsett, oppfrisk: () => ['/administrasjon/feltapp'] });

/** A registration from a phone whose session had ended becomes a visit. */
export const taInnHandling = handling({ rom, kommando: 'AVGJOR_KARANTENE', skjema: taInnSkjema, utfor: taInn, oppfrisk: () => ['/uken/telefon', '/uken'] });

/** … or is put away, with a reason. */
export const leggBortKaranteneHandling = handling({ rom, kommando: 'AVGJOR_KARANTENE', skjema: leggBortKaranteneSkjema, utfor: leggBortKarantene, oppfrisk: () => ['/uken/telefon'] });
