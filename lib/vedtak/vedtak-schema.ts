import { z } from 'zod';
import { belopFelt, datoFelt, heltallFelt, minutterFelt, nektFelt, periodeFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { MINSTE_BEGRUNNELSE } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Vedtaksforslag } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { PLASSTYPER } from '#lib/vedtak/domain/omfang.ts';
import type { Del, Omfang } from '#lib/vedtak/domain/omfang.ts';
import { kreverVarsel, OPPHORSGRUNNER } from '#lib/vedtak/domain/opphor-vedtak.ts';

/** How the new vedtak stands to those in force: `NY`, `TILLEGG`, or the id of the one it replaces. */
const forholdFelt = z.string().regex(/^(NY|TILLEGG|[1-9]\d{0,9})$/);

/** Three people around the clock for a week. */
const MAKS_MINUTTER = 7 * 24 * 60 * 3;

const felter = {
  tjeneste: tekstFelt({ maks: 80 }),
  volumenhet: z.enum(['TIMER', 'ANTALL', 'NIVA', 'PLASS', 'KONTRAKT']),
  utfall: z.enum(['INNVILGET', 'DELVIS', 'AVSLAG']),
  timer: valgfritt(minutterFelt({ min: 1, maks: MAKS_MINUTTER })),
  besok: valgfritt(heltallFelt({ maks: 500 })),
  perUker: heltallFelt({ min: 1, maks: 12 }),
  antall: valgfritt(heltallFelt({ min: 1, maks: 500 })),
  niva: valgfritt(heltallFelt({ min: 1, maks: 7 })),
  plasstype: valgfritt(z.enum(PLASSTYPER)),
  manedsbelop: valgfritt(belopFelt({ min: 1, maks: 1_000_000_000 })),
  delTimer: z.record(z.string().max(20), valgfritt(minutterFelt({ maks: MAKS_MINUTTER }))).default({}),
  delBesok: z.record(z.string().max(20), valgfritt(heltallFelt({ maks: 500 }))).default({}),
  enhet: valgfritt(heltallFelt({ min: 1 })),
  periode: periodeFelt(),
  begrunnelse: tekstFelt({ min: MINSTE_BEGRUNNELSE, maks: 8000 }),
  forhold: forholdFelt,
  reduksjonsgrunn: valgfritt(tekstFelt({ min: 10, maks: 1000 })),
};

const feltskjema = z.object(felter);
type Felter = z.output<typeof feltskjema>;

const OMFANGSFELT = { TIMER: 'timer', ANTALL: 'antall', NIVA: 'niva', PLASS: 'plasstype', KONTRAKT: 'manedsbelop' } as const;

function krevFelter(data: Felter, ctx: z.RefinementCtx): void {
  if (data.utfall === 'AVSLAG') return;
  const felt = OMFANGSFELT[data.volumenhet];
  if (data[felt] === null) nektFelt(ctx, 'mangler', {}, [felt]);
  if (data.enhet === null) nektFelt(ctx, 'velg', {}, ['enhet']);
  if (data.forhold === 'TILLEGG' && data.periode.tom === null) nektFelt(ctx, 'vedtak.avslag.tilleggUtenSlutt', {}, ['periode', 'tom']);
}

function deler(data: Felter): Del[] {
  const koder = [...new Set([...Object.keys(data.delTimer), ...Object.keys(data.delBesok)])].toSorted();
  return koder
    .map((tidsband) => ({ tidsband, minutter: data.delTimer[tidsband] ?? 0, besok: data.delBesok[tidsband] ?? 0 }))
    .filter((del) => del.minutter > 0 || del.besok > 0);
}

function omfang(data: Felter): Omfang | null {
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
function forslag(data: Felter): Vedtaksforslag {
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
  };
}

/** What the form parses in the browser. */
export const nyttVedtakSkjema = feltskjema.superRefine(krevFelter);
export type NyttVedtakInn = z.input<typeof nyttVedtakSkjema>;

/** The same, with which recipient and which version of the case was looked at. */
export const fattVedtakSkjema = z
  .object({ ...felter, mottakerId: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) })
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

const opphorFelter = {
  tom: datoFelt(),
  grunn: z.enum(OPPHORSGRUNNER),
  varslet: valgfritt(datoFelt()),
  begrunnelse: tekstFelt({ min: 20, maks: 2000 }),
};

function krevVarsel(data: { grunn: (typeof OPPHORSGRUNNER)[number]; varslet: string | null }, ctx: z.RefinementCtx): void {
  if (kreverVarsel(data.grunn) && data.varslet === null) nektFelt(ctx, 'vedtak.avslag.manglerVarsel', {}, ['varslet']);
}

export const opphorSkjema = z.object(opphorFelter).superRefine(krevVarsel);
export const opphorVedtakSkjema = z
  .object({ ...opphorFelter, vedtakId: heltallFelt({ min: 1 }), virkningId: heltallFelt({ min: 1 }) })
  .superRefine(krevVarsel);
export type OpphorVedtakData = z.output<typeof opphorVedtakSkjema>;
