'use server';

import { handling } from '#lib/server/pipeline.ts';
import { forkastKrav, godkjennKrav, lagKravutkast } from '#lib/toppfinansiering/krav-service.ts';
import * as tjeneste from '#lib/toppfinansiering/registrering-service.ts';
import * as skjema from '#lib/toppfinansiering/toppfinansiering-schema.ts';
import { fjernTiltak, registrerTiltak } from '#lib/toppfinansiering/varsel-service.ts';

const rom = 'ressurskrevende';
const oppfrisk = (): readonly string[] => ['/ressurskrevende', '/godkjenning'];
const felles = { rom, oppfrisk };

export const registrerParametreHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.parameterSkjema, utfor: tjeneste.registrerParametre });
export const bekreftParametreHandling = handling({ ...felles, kommando: 'GODKJENN_RESSURSKREVENDE', skjema: skjema.idSkjema, utfor: (tx, { id }) => tjeneste.bekreftParametre(tx, id) });
export const giTilgangHandling = handling({ ...felles, kommando: 'NAVNGI_KRAVTILGANG', skjema: skjema.tilgangSkjema, utfor: (tx, { kontoId, grunn }) => tjeneste.giTilgang(tx, kontoId, grunn) });
export const fjernTilgangHandling = handling({ ...felles, kommando: 'NAVNGI_KRAVTILGANG', skjema: skjema.idSkjema, utfor: (tx, { id }) => tjeneste.fjernTilgang(tx, id) });
export const foreslaDelingstallHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.delingstallSkjema, utfor: tjeneste.foreslaDelingstall });
export const godkjennDelingstallHandling = handling({ ...felles, kommando: 'GODKJENN_RESSURSKREVENDE', skjema: skjema.idSkjema, utfor: (tx, { id }) => tjeneste.godkjennDelingstall(tx, id) });
export const foreslaFellesHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.fellesSkjema, utfor: tjeneste.foreslaFelles });
export const godkjennFellesHandling = handling({ ...felles, kommando: 'GODKJENN_RESSURSKREVENDE', skjema: skjema.idSkjema, utfor: (tx, { id }) => tjeneste.godkjennFelles(tx, id) });
export const registrerPostHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.postSkjema, utfor: tjeneste.registrerPost });
export const registrerFradragHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.fradragSkjema, utfor: tjeneste.registrerFradrag });
export const settPuHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.puSkjema, utfor: tjeneste.settPu });
export const trekkRadHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.trekkSkjema, utfor: (tx, { slag, id }) => tjeneste.trekkRad(tx, slag, id) });
export const lagKravHandling = handling({ ...felles, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.kravSkjema, utfor: (tx, { ar, merknad }) => lagKravutkast(tx, ar, merknad) });
export const godkjennKravHandling = handling({ ...felles, kommando: 'GODKJENN_RESSURSKREVENDE', skjema: skjema.idSkjema, utfor: (tx, { id }) => godkjennKrav(tx, id) });
export const forkastKravHandling = handling({ ...felles, kommando: 'GODKJENN_RESSURSKREVENDE', skjema: skjema.forkastSkjema, utfor: (tx, { id, grunn }) => forkastKrav(tx, id, grunn) });

const varsel = (): readonly string[] => ['/ressurskrevende/varsel'];
export const registrerTiltakHandling = handling({ rom, oppfrisk: varsel, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.tiltakSkjema, utfor: registrerTiltak });
export const fjernTiltakHandling = handling({ rom, oppfrisk: varsel, kommando: 'REGISTRER_RESSURSKREVENDE', skjema: skjema.idSkjema, utfor: (tx, { id }) => fjernTiltak(tx, id) });
