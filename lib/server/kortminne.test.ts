import { describe, expect, it } from 'vitest';
import { glem, husk, huskVed } from '#lib/server/kortminne.ts';

function teller(): { hent: () => Promise<number>; ganger: () => number } {
  let antall = 0;
  return { hent: () => Promise.resolve((antall += 1)), ganger: () => antall };
}

describe('what the menu counts is remembered for a moment', () => {
  it('is asked for once while it is fresh, and anew when it is not', async () => {
    const { hent } = teller();
    expect([await husk(901, 'a', 100, 0, hent), await husk(901, 'a', 100, 99, hent), await husk(901, 'a', 100, 100, hent)]).toEqual([1, 1, 2]);
  });

  it('is each person’s and each kommune’s own, and one kommune’s change forgets only its own', async () => {
    const { hent } = teller();
    await husk(902, 'a', 100, 0, hent);
    await husk(90, 'a', 100, 0, hent);
    await husk(902, 'b', 100, 0, hent);
    glem(90);
    expect(await husk(902, 'a', 100, 1, hent)).toBe(1);
    expect(await husk(90, 'a', 100, 1, hent)).toBe(4);
  });

  it('a failure is told and not remembered', async () => {
    await expect(husk(903, 'a', 100, 0, () => Promise.reject(new Error('borte')))).rejects.toThrow('borte');
    expect(await husk(903, 'a', 100, 1, () => Promise.resolve(7))).toBe(7);
  });
});

describe('what is made of facts is remembered as long as the facts are the same', () => {
  it('is made once for a fingerprint, and anew for another, also for one that comes back', async () => {
    const { hent } = teller();
    const svar = [];
    for (const avtrykk of ['x', 'x', 'y', 'y', 'x']) svar.push(await huskVed(904, 'tavle', avtrykk, hent));
    expect(svar).toEqual([1, 1, 2, 2, 3]);
    expect(await huskVed(905, 'tavle', 'x', hent)).toBe(4);
  });
});
