import { expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { lagKode, lesUtforming, STANDARDVALG, UTFORMINGSFELT, UTFORMINGSTYPER, verdierAv } from '#lib/toppfinansiering/domain/utforming-kode.ts';

test('every type can be written and read back with what stands in its fields', () => {
  for (const type of UTFORMINGSTYPER) {
    const kode = lagKode(type, Object.fromEntries(UTFORMINGSFELT[type].map((f) => [f.navn, f.standard])));
    if (!kode.ok) throw new Error(`${type}: ${kode.felt.join()}`);
    expect(lesUtforming(kode.kode)?.type).toBe(type);
    expect(verdierAv(kode.kode)?.type).toBe(type);
  }
});

test('what people type becomes one code', () => {
  expect(lagKode('INNSLAG', { innslagspunkt: '1 200 000' })).toEqual({ ok: true, kode: 'INNSLAG_1200000' });
  expect(lagKode('GRAD', { grad: '77,70 %' })).toEqual({ ok: true, kode: 'GRAD_77.7' });
  expect(lesUtforming('GRAD_77.7')).toEqual({ type: 'GRAD', grad: brok(777, 1000) });
});

test('a field that cannot be read is named, and a second tier is both a threshold and a grade', () => {
  expect(lagKode('GRAD', { grad: '120' })).toEqual({ ok: false, felt: ['grad'] });
  expect(lagKode('ANTALL', { antall: '' })).toEqual({ ok: false, felt: ['antall'] });
  expect(lagKode('REGEL', { innslagspunkt: '1010000', grad: '80', egenandel: '0', innbyggere: '0', trinn2: '2000000', grad2: '' })).toEqual({ ok: false, felt: ['grad2'] });
});

test.each(['', 'GRAD', 'GRAD_75_1', 'GRAD_75,0', 'GRAD_-5', 'TAK_3', 'INNSLAG_1e9', 'ALDER_2016_2_100_nei__80_80_80', 'ANTALL_0065'])('«%s» is not a design', (kode) => {
  expect(lesUtforming(kode)).toBeNull();
});

test('the first choice is of designs that exist', () => {
  for (const kode of STANDARDVALG) expect(lesUtforming(kode)).not.toBeNull();
});
