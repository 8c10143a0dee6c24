'use server';

import { anslagSkjema, avslaArsvedtakSkjema, avvisSkjema, dispensasjonSkjema, godkjennDispensasjonSkjema, overforingSkjema, vedtaSkjema } from '#lib/avvik/arsslutt-schema.ts';
import { avslaArsvedtak, foreslaAnslag, foreslaDispensasjon, godkjennArsvedtak } from '#lib/avvik/arsvedtak-service.ts';
import { avvisOverforing, foreslaOverforing, vedtaOverforing } from '#lib/avvik/overforing-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const rom = 'arsslutt';
const oppfrisk = (): readonly string[] => ['/arsslutt', '/godkjenning', '/maneden'];

/** The carry-over: proposed, decided or refused by another, taken back by the proposer. */
export const foreslaOverforingHandling = handling({ rom, kommando: 'FORESLA_OVERFORING', skjema: overforingSkjema, utfor: (tx, data) => foreslaOverforing(tx, data), oppfrisk });
export const vedtaOverforingHandling = handling({ rom, kommando: 'GODKJENN_OVERFORING', skjema: vedtaSkjema, utfor: (tx, { id }) => vedtaOverforing(tx, id), oppfrisk });
export const avvisOverforingHandling = handling({ rom, kommando: 'GODKJENN_OVERFORING', skjema: avvisSkjema, utfor: (tx, { id, grunn }) => avvisOverforing(tx, id, grunn), oppfrisk });
export const trekkOverforingHandling = handling({ rom, kommando: 'FORESLA_OVERFORING', skjema: avvisSkjema, utfor: (tx, { id, grunn }) => avvisOverforing(tx, id, grunn), oppfrisk });

/** A dispensation: who, why, how much. */
export const foreslaDispensasjonHandling = handling({ rom, kommando: 'FORESLA_OVERFORING', skjema: dispensasjonSkjema, utfor: (tx, data) => foreslaDispensasjon(tx, data), oppfrisk });
export const godkjennDispensasjonHandling = handling({
  rom,
  kommando: 'GODKJENN_OVERFORING',
  skjema: godkjennDispensasjonSkjema,
  utfor: (tx, { id }) => godkjennArsvedtak(tx, { tabell: 'dispensasjon', id }),
  oppfrisk,
});

/** An estimate of a month that is not settled. */
export const foreslaAnslagHandling = handling({ rom, kommando: 'FORESLA_OVERFORING', skjema: anslagSkjema, utfor: foreslaAnslag, oppfrisk });
export const godkjennAnslagHandling = handling({
  rom,
  kommando: 'GODKJENN_ANSLAG',
  skjema: godkjennDispensasjonSkjema,
  utfor: (tx, { id }) => godkjennArsvedtak(tx, { tabell: 'arsslutt_anslag', id }),
  oppfrisk,
});

/** The rådmann's no to a dispensation; the controllers' no to an estimate, or a proposal taken back. */
export const avslaDispensasjonHandling = handling({
  rom,
  kommando: 'GODKJENN_OVERFORING',
  skjema: avvisSkjema,
  utfor: (tx, { id, grunn }) => avslaArsvedtak(tx, { tabell: 'dispensasjon', id }, grunn),
  oppfrisk,
});
export const trekkArsvedtakHandling = handling({ rom, kommando: 'FORESLA_OVERFORING', skjema: avslaArsvedtakSkjema, utfor: (tx, { tabell, id, grunn }) => avslaArsvedtak(tx, { tabell, id }, grunn), oppfrisk });
