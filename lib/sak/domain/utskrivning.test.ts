import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { millisekunderVed, lokalTid } from '#lib/core/oslo-tid.ts';
import { betalingsdogn, betalingsdognPerManed, hentPasient, svarfrist, svarPa, type Utskrivning } from '#lib/sak/domain/utskrivning.ts';

const iDag = dato('2026-11-22');
const klar = (tid: string) => new Date(millisekunderVed(lokalTid(tid)));
const u: Utskrivning = { meldtKlar: klar('2026-11-18T14:00'), svar: null, kanFra: null, hentet: null, trukket: false };

describe('a patient ready for discharge', () => {
  test.each([
    ['unanswered, every night until today is paid', {}, 4],
    ['one that cannot be received is paid until it leaves', { svar: 'KAN_IKKE', hentet: dato('2026-11-20') }, 2],
    ['one that can come the same day is free', { svar: 'KAN_TA_IMOT', kanFra: dato('2026-11-18') }, 0],
    ['one that can come later is paid until then, also when it leaves later', { svar: 'KAN_TA_IMOT', kanFra: dato('2026-11-20'), hentet: dato('2026-11-21') }, 2],
    ['one that leaves before the day we could is paid until it leaves', { svar: 'KAN_TA_IMOT', kanFra: dato('2026-11-21'), hentet: dato('2026-11-19') }, 1],
    ['one that left the same day is free, whatever we answered', { svar: 'KAN_IKKE', hentet: dato('2026-11-18') }, 0],
    ['a message that was withdrawn costs nothing', { trukket: true }, 0],
  ] as const)('%s', (_setning, endring, antall) => {
    expect(betalingsdogn({ ...u, ...endring }, iDag)?.antall ?? 0).toBe(antall);
  });

  test('a message after midnight belongs to the local day', () => {
    expect(betalingsdogn({ ...u, meldtKlar: klar('2026-11-19T00:30'), hentet: dato('2026-11-20') }, iDag)).toEqual({ fra: '2026-11-19', til: '2026-11-20', antall: 1 });
  });

  test('nights lie in the month they are in', () => {
    const over = { ...u, meldtKlar: klar('2026-10-30T10:00'), svar: 'KAN_IKKE' as const, hentet: dato('2026-11-03') };
    expect([...betalingsdognPerManed([over, { ...u, svar: 'KAN_IKKE' }], iDag)]).toEqual([['2026-10', 2], ['2026-11', 6]]);
  });

  test('is answered within a day', () => {
    expect(svarfrist(u) - u.meldtKlar.getTime()).toBe(86_400_000);
  });

  test.each([
    ['can from when?', () => svarPa(u, 'KAN_TA_IMOT', null), 'KAN_FRA_MANGLER'],
    ['not from before the message', () => svarPa(u, 'KAN_TA_IMOT', dato('2026-11-17')), 'FOR_MELDT'],
    ['not when it has left', () => svarPa({ ...u, hentet: iDag }, 'KAN_IKKE', null), 'ER_AVSLUTTET'],
    ['it cannot leave before it is ready', () => hentPasient(u, dato('2026-11-17'), iDag), 'FOR_MELDT'],
    ['nor tomorrow', () => hentPasient(u, dato('2026-11-23'), iDag), 'IKKE_I_FREMTIDEN'],
  ] as const)('%s', (_setning, prov, grunn) => {
    expect(prov()).toMatchObject({ ok: false, feil: { grunn } });
  });
});
