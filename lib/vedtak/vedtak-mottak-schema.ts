import { z } from 'zod';
import { heltallFelt } from '#lib/core/skjemafelt.ts';
import type { Vedtaksforslag } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Del, Omfang } from '#lib/vedtak/domain/omfang.ts';
import { krevFelter, nyttVedtakFelter } from '#lib/vedtak/vedtak-schema.ts';
import type { NyttVedtakFelter } from '#lib/vedtak/vedtak-schema.ts';

function deler(data: NyttVedtakFelter): Del[] {
  const koder = [...new Set([...Object.keys(data.delTimer), ...Object.keys(data.delBesok)])].toSorted();
  return koder
    .map((tidsband) => ({ tidsband, minutter: data.delTimer[tidsband] ?? 0, besok: data.delBesok[tidsband] ?? 0 }))
    .filter((del) => del.minutter > 0 || del.besok > 0);
}

function omfang(data: NyttVedtakFelter): Omfang | null {
  if (data.utfall === 'AVSLAG') return null;
  switch (data.volumenhet) {
    case 'TIMER':
      return data.timer === null ? null : { type: 'TIMER', minutter: data.timer, besok: data.besok ?? 0, perUker: data.perUker, deler: deler(data) };
    case 'ANTALL':
      return data.antall === null ? null : { type: 'ANTALL', antall: data.antall, perUker: data.perUker };
    case 'NIVA':
      return data.niva === null ? null : { type: 'NIVA', niva: data.niva };
    case 'PLASS':
      return data.plasstype === null ? null : { type: 'PLASS', plasstype: data.plasstype };
    case 'KONTRAKT':
      return data.manedsbelop === null ? null : { type: 'KONTRAKT', manedsbelopOre: data.manedsbelop };
  }
}

/** Typed fields → what the rule decides on. A refusal gives nothing, from no one, and replaces nothing. */
function forslag(data: NyttVedtakFelter): Vedtaksforslag {
  const erAvslag = data.utfall === 'AVSLAG';
  return {
    utfall: data.utfall,
    tjeneste: data.tjeneste,
    omfang: omfang(data),
    enhetId: erAvslag ? null : data.enhet,
    fom: data.periode.fom,
    tom: data.periode.tom,
    begrunnelse: data.begrunnelse,
    erstatterId: erAvslag || !/^\d+$/.test(data.forhold) ? null : Number(data.forhold),
    tillegg: !erAvslag && data.forhold === 'TILLEGG',
    reduksjonsgrunn: data.reduksjonsgrunn,
    varselunntak: data.varselunntak,
    kort: !erAvslag && data.kort,
  };
}

/** What the form sends: its fields, with which recipient and which version of the case was looked at. */
export const fattVedtakSkjema = z
  .object({ ...nyttVedtakFelter, mottakerId: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) })
  .superRefine(krevFelter)
  .transform((data) => ({ mottakerId: data.mottakerId, versjon: data.versjon, forslag: forslag(data) }));
export type FattVedtakData = z.output<typeof fattVedtakSkjema>;

/** A draft keeps what was typed, right or wrong. */
const verdi = z.union([z.string().max(8000), z.boolean(), z.null()]);
export const utkastSkjema = z.object({
  mottakerId: heltallFelt({ min: 1 }),
  innhold: z.record(z.string().max(40), z.union([verdi, z.record(z.string().max(40), verdi)])),
});
export type UtkastData = z.output<typeof utkastSkjema>;
export const forkastSkjema = z.object({ mottakerId: heltallFelt({ min: 1 }) });
