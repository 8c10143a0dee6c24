import { describe, expect, test } from 'vitest';
import { skjemafeil } from '#lib/core/skjemafeil.ts';
import { kontrollerFelter } from '#lib/vedtak/kontroller-felter-view.ts';
import { tomtSkjema } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';
import { nyttVedtakSkjema } from '#lib/vedtak/vedtak-schema.ts';

const GOD: Utfylt = { ...tomtSkjema('30.11.2026'), tjeneste: 'HJEMMESYKEPLEIE', volumenhet: 'TIMER', timer: '5,25', enhet: '2', begrunnelse: 'b'.repeat(80) };
const medSkjema = (u: Utfylt) => {
  const svar = nyttVedtakSkjema.safeParse(u);
  return svar.success ? [] : skjemafeil(svar.error).map((f) => `${f.felt} ${f.nokkel}`);
};
const utenSkjema = (u: Utfylt) => skjemafeil({ issues: kontrollerFelter(u) as never }).map((f) => `${f.felt} ${f.nokkel}`);

const VERDIER: Readonly<Record<string, readonly string[]>> = {
  timer: ['', ' ', '0', 'tre', '5,25', '5 t 15 min', '-1', '999999', '7:30'],
  besok: ['', '0', '14', '1,5', 'x', '501', '-2'],
  perUker: ['', '0', '1', '4', '12', '13', 'to'],
  antall: ['', '0', '3', '501'],
  manedsbelop: ['', '0', '12 400,50', 'mye', '99999999999'],
  begrunnelse: ['', 'kort', 'b'.repeat(60), 'b'.repeat(8001)],
  reduksjonsgrunn: ['', 'kort', 'lenger enn ti', 'r'.repeat(1001)],
  enhet: ['', '3'],
  forhold: ['NY', 'TILLEGG', '17'],
  utfall: ['INNVILGET', 'DELVIS', 'AVSLAG'],
};

describe('what the browser checks is what the server parses', () => {
  test('a good form passes both', () => expect([utenSkjema(GOD), medSkjema(GOD)]).toEqual([[], []]));

  test.each(Object.entries(VERDIER).flatMap(([felt, verdier]) => verdier.map((verdi) => [felt, verdi] as const)))('%s = «%s»', (felt, verdi) => {
    const u = { ...GOD, [felt]: verdi };
    expect(utenSkjema(u)).toEqual(medSkjema(u));
  });

  test.each([['', ''], ['31.02.2026', ''], ['30.11.2026', 'snart'], ['30.11.2026', '29.11.2026'], ['30.11.2026', '31.12.2026']])('period %s to %s', (fom, tom) => {
    const u = { ...GOD, periode: { fom, tom } };
    expect(utenSkjema(u)).toEqual(medSkjema(u));
  });

  test.each(['ANTALL', 'NIVA', 'PLASS', 'KONTRAKT'])('%s without its extent', (volumenhet) => {
    const u = { ...GOD, volumenhet, timer: '' };
    expect(utenSkjema(u)).toEqual(medSkjema(u));
    expect(utenSkjema(u)).toHaveLength(1);
  });

  test('a part that cannot be read, and one that is too much', () => {
    const u = { ...GOD, delTimer: { KVELD: 'tre', NATT: '' }, delBesok: { KVELD: '501' } };
    expect(utenSkjema(u)).toEqual(medSkjema(u));
    expect(utenSkjema(u)).toHaveLength(2);
  });
});
