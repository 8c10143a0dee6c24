import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { belopFelt, datoFelt, heltallFelt, minutterFelt, nektFelt, periodeFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { skjemafeil } from '#lib/core/skjemafeil.ts';

const Skjema = z
  .object({
    belop: belopFelt({ maks: 1_000_000 }),
    minutter: minutterFelt({ min: 1 }),
    antall: heltallFelt({ min: 2 }),
    periode: periodeFelt(),
    slutt: valgfritt(datoFelt()),
    tjeneste: z.enum(['a', 'b']),
    dogn: z.array(z.string()).min(1),
    grunn: tekstFelt({ min: 5 }),
    enhetId: z.coerce.number().int().positive(),
    navn: z.string().min(1),
  })
  .superRefine((verdi, ctx) => {
    if (verdi.belop === 666) nektFelt(ctx, 'vedtak.feil.overlapp', { nr: 'V-1' }, ['belop']);
  });

const TASTET = {
  belop: '12,50',
  minutter: '5,25',
  antall: '14',
  periode: { fom: '1.12.2026', tom: '' },
  slutt: '',
  tjeneste: 'a',
  dogn: ['kveld'],
  grunn: '  Du falt.  ',
  enhetId: '3',
  navn: 'x',
};

function feil(endring: Record<string, unknown>) {
  const svar = Skjema.safeParse({ ...TASTET, ...endring });
  return svar.success ? [] : skjemafeil(svar.error).map((en) => [en.felt, en.nokkel, en.verdier] as const);
}

describe('a form field', () => {
  it('reads what was typed, and reads its own answer again to the same', () => {
    const lest = Skjema.parse(TASTET);
    expect(lest).toEqual({
      belop: 1250,
      minutter: 315,
      antall: 14,
      periode: { fom: '2026-12-01', tom: null },
      slutt: null,
      tjeneste: 'a',
      dogn: ['kveld'],
      grunn: 'Du falt.',
      enhetId: 3,
      navn: 'x',
    });
    expect(Skjema.parse(lest)).toEqual(lest);
  });

  it.each([
    [{ belop: '' }, 'belop', 'skjema.feil.mangler'],
    [{ belop: 'mye' }, 'belop', 'skjema.feil.belop'],
    [{ belop: '10 000,01' }, 'belop', 'skjema.feil.belopMaks'],
    [{ belop: undefined }, 'belop', 'skjema.feil.mangler'],
    [{ minutter: '0' }, 'minutter', 'skjema.feil.minutterMin'],
    [{ antall: '1' }, 'antall', 'skjema.feil.tallMin'],
    [{ periode: { fom: '31.11.2026', tom: '' } }, 'periode.fom', 'skjema.feil.dato'],
    [{ periode: { fom: '2.12.2026', tom: '1.12.2026' } }, 'periode.tom', 'skjema.feil.tomForFom'],
    [{ slutt: 'snart' }, 'slutt', 'skjema.feil.dato'],
    [{ tjeneste: '' }, 'tjeneste', 'skjema.feil.velg'],
    [{ dogn: [] }, 'dogn', 'skjema.feil.velgMinst'],
    [{ enhetId: '' }, 'enhetId', 'skjema.feil.velg'],
    [{ navn: '' }, 'navn', 'skjema.feil.mangler'],
    [{ grunn: 'nei' }, 'grunn', 'skjema.feil.kortTekst'],
    [{ belop: '6,66' }, 'belop', 'vedtak.feil.overlapp'],
  ])('refuses %j at %s with %s', (endring, felt, nokkel) => {
    expect(feil(endring).map(([f, n]) => [f, n])).toEqual([[felt, nokkel]]);
  });

  it('carries the values its text needs', () => {
    expect(feil({ antall: '1' })[0]?.[2]).toMatchObject({ min: 2 });
    expect(feil({ belop: '6,66' })[0]?.[2]).toMatchObject({ nr: 'V-1' });
  });
});
