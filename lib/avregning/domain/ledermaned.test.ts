import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { anslattKostnad, hvaOm, utsikt } from '#lib/avregning/domain/ledermaned.ts';
import type { Arsak, Vedtaksmaned } from '#lib/avregning/domain/ledermaned.ts';

const vedtak = (vedtakId: number, ekstra: Partial<Vedtaksmaned> = {}): Vedtaksmaned => ({
  vedtakId, oppdragId: 1000 + vedtakId, nummer: `V-${vedtakId}`, minutter: 420, perUker: 1, erstatterId: null, dagerForrige: 31, dagerNa: 30, dagerHittil: 15, nyDenneManeden: false, sluttet: false, ...ekstra,
});
const ore = (u: ReturnType<typeof utsikt>, arsak: Arsak) => u?.deler.find((d) => d.arsak === arsak)?.ore;

describe('the month to its end', () => {
  test('with the same vedtak and delivery differs by the calendar alone', () => {
    // 31 days × 60 minutes all delivered for 310 000 øre: a day is worth 10 000
    const u = utsikt([vedtak(1)], { forrigeMinutter: 1860, hittilMinutter: 900, forrigeOre: 310_000 });
    expect(u).toMatchObject({ inntektOre: 300_000 });
    expect(ore(u, 'KALENDER')).toBe(-10_000);
    expect(['NYE', 'AVSLUTTET', 'ENDRET', 'REGISTRERING'].map((a) => ore(u, a as Arsak))).toEqual([0, 0, 0, 0]);
  });

  test('says what is new, what has ended, what was changed and what was not registered, each with its vedtak', () => {
    const alle = [
      vedtak(1),
      vedtak(2, { dagerForrige: 0, dagerNa: 10, dagerHittil: 5, nyDenneManeden: true }),
      vedtak(3, { dagerNa: 5, dagerHittil: 5, sluttet: true }),
      vedtak(4, { dagerNa: 0, dagerHittil: 0, sluttet: true }),
      vedtak(5, { erstatterId: 4, minutter: 840, dagerForrige: 0, nyDenneManeden: true }),
    ];
    const u = utsikt(alle, { forrigeMinutter: 3 * 1860, hittilMinutter: 60 * (15 + 5 + 5 + 30) - 60, forrigeOre: 930_000 });
    expect(u?.deler.map((d) => [d.arsak, d.vedtak.map((v) => v.nummer)])).toEqual([['KALENDER', ['V-1']], ['NYE', ['V-2']], ['AVSLUTTET', ['V-3']], ['ENDRET', ['V-5', 'V-4']], ['REGISTRERING', []]]);
    expect([ore(u, 'NYE'), ore(u, 'AVSLUTTET'), ore(u, 'ENDRET')]).toEqual([100_000, -260_000, 290_000]);
    expect(ore(u, 'REGISTRERING')).toBeLessThan(0);
  });

  test('the parts always add up to the difference, to the øre', () => {
    for (let i = 1; i < 60; i += 1) {
      const alle = Array.from({ length: i % 7 + 1 }, (_, n) => vedtak(n + 1, { minutter: 17 * n + 31, perUker: (n % 2) + 1, dagerForrige: (i * n) % 32, dagerNa: (i + n) % 31, dagerHittil: 1 + (n % 9), sluttet: n % 3 === 1, nyDenneManeden: n % 4 === 2, erstatterId: n % 5 === 4 ? n : null }));
      const u = utsikt([vedtak(99), ...alle], { forrigeMinutter: 1000 + i, hittilMinutter: 313 * i, forrigeOre: 777_777 + i });
      expect(u?.deler.reduce((s, d) => s + d.ore, 0)).toBe((u?.inntektOre ?? 0) - 777_777 - i);
    }
  });

  test('is not guessed where there is nothing to count from', () => {
    expect(utsikt([], { forrigeMinutter: 10, hittilMinutter: 10, forrigeOre: 10 })).toBeNull();
    expect(utsikt([vedtak(1)], { forrigeMinutter: 0, hittilMinutter: 900, forrigeOre: 1 })).toBeNull();
    expect(utsikt([vedtak(1)], { forrigeMinutter: 100, hittilMinutter: 900, forrigeOre: 0 })).toBeNull();
  });
});

test('cost where the accounts lag is the paid hours of a day at what an hour cost', () => {
  expect(anslattKostnad({ minutter: 3100, ore: 310_000, dager: 31, dagerNa: 30, dagerHittil: 15 })).toMatchObject({ hittilOre: 150_000, heleOre: 300_000 });
  expect(anslattKostnad({ minutter: 0, ore: 1, dager: 31, dagerNa: 30, dagerHittil: 15 })).toBeNull();
});

describe('what if', () => {
  const u = utsikt([vedtak(1)], { forrigeMinutter: 1860, hittilMinutter: 900, forrigeOre: 310_000 });
  const k = anslattKostnad({ minutter: 3100, ore: 310_000, dager: 31, dagerNa: 30, dagerHittil: 15 });
  test('nothing changes, nothing changes', () => {
    if (u === null || k === null) throw new Error('utsikt mangler');
    expect(hvaOm(u, k, { nyMottakerMinutter: 0, bemanningMinutter: 0, prisPromille: 0 })).toEqual({ inntektOre: 300_000, kostnadOre: 300_000, resultatOre: 0, endringInntektOre: 0, endringKostnadOre: 0 });
  });
  test('seven hours a week more is a twelfth of 365 hours, and a price up three per cent is three per cent', () => {
    if (u === null || k === null) throw new Error('utsikt mangler');
    expect(hvaOm(u, k, { nyMottakerMinutter: 420, bemanningMinutter: 0, prisPromille: 0 }).endringInntektOre).toBe(304_167);
    expect(hvaOm(u, k, { nyMottakerMinutter: 0, bemanningMinutter: -420, prisPromille: 30 })).toMatchObject({ endringInntektOre: 9_000, endringKostnadOre: -182_500 });
  });
});

test('a unit whose cost is not known can still try a recipient and a price; its result is unknown, never 0', () => {
  const u = { inntektOre: 100_000, levert: brok(1, 2), orePerMinutt: brok(10) };
  expect(hvaOm(u, null, { nyMottakerMinutter: 84, bemanningMinutter: 60, prisPromille: 100 })).toEqual({ inntektOre: 112_008, kostnadOre: null, resultatOre: null, endringInntektOre: 12_008, endringKostnadOre: null });
});
