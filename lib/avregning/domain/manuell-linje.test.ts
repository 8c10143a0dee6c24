import { describe, expect, test } from 'vitest';
import { hindringForManuell, lesManuellKode, type Manuelltype } from '#lib/avregning/domain/manuell-linje.ts';
import { type Beslutning, gjelder, hindringForSteg, tilstandFor } from '#lib/avregning/domain/manuell-tilstand.ts';
import { maned } from '#lib/core/maned.ts';

const rammer = { denne: maned('2026-11'), forsteApne: maned('2026-01'), harOrdning: true };
const forslag = (gjelderManed: string, type: Manuelltype = 'FEILREGISTRERING', belopOre = 100) => ({ gjelder: maned(gjelderManed), type, belopOre });
const tid = new Date(0);
const ny: Beslutning = { foreslattAv: 1, godkjent: null, avslatt: null, trekkForeslatt: null, trekkForeslattAv: null, trukket: null };

describe('a manual line can be proposed', () => {
  test('for every month within the deadline, with any reason but the late one', () => {
    expect(hindringForManuell(forslag('2026-01'), rammer)).toBeNull();
    expect(hindringForManuell(forslag('2026-11'), rammer)).toBeNull();
    expect(hindringForManuell(forslag('2026-01', 'ETTER_FRIST'), rammer)).toMatchObject({ grunn: 'MA_VAERE_ETTER_FRIST' });
  });

  test('after the deadline only as a late correction', () => {
    expect(hindringForManuell(forslag('2025-12'), rammer)).toMatchObject({ grunn: 'FRIST_UTE', felt: 'type' });
    expect(hindringForManuell(forslag('2025-12', 'ETTER_FRIST'), rammer)).toBeNull();
  });

  test('not for a month that has not begun, without a scheme, or of nothing', () => {
    expect(hindringForManuell(forslag('2026-12'), rammer)).toMatchObject({ grunn: 'FREMTIDIG_MANED' });
    expect(hindringForManuell(forslag('2026-10'), { ...rammer, harOrdning: false })).toMatchObject({ grunn: 'INGEN_ORDNING' });
    expect(hindringForManuell(forslag('2026-10', 'ANNET', 0), rammer)).toMatchObject({ grunn: 'BELOP_NULL' });
  });
});

describe('two people decide that it comes, and two that it goes', () => {
  const iKraft = { ...ny, godkjent: tid };
  const trekkes = { ...iKraft, trekkForeslatt: tid, trekkForeslattAv: 2 };

  test('the proposer neither approves nor turns down; another does, once', () => {
    expect(hindringForSteg(ny, 'GODKJENN', 1)).toEqual({ grunn: 'SAMME_PERSON' });
    expect(hindringForSteg(ny, 'AVSLA', 1)).toEqual({ grunn: 'SAMME_PERSON' });
    expect(hindringForSteg(ny, 'GODKJENN', 2)).toBeNull();
    expect(hindringForSteg(iKraft, 'GODKJENN', 2)).toEqual({ grunn: 'ALLEREDE_AVGJORT' });
    expect(hindringForSteg({ ...ny, avslatt: tid }, 'GODKJENN', 2)).toEqual({ grunn: 'ALLEREDE_AVGJORT' });
  });

  test('a withdrawal is proposed of what holds, and approved by another than its proposer', () => {
    expect(hindringForSteg(ny, 'FORESLA_TREKK', 2)).toEqual({ grunn: 'IKKE_I_KRAFT' });
    expect(hindringForSteg(iKraft, 'FORESLA_TREKK', 1)).toBeNull();
    expect(hindringForSteg(iKraft, 'GODKJENN_TREKK', 2)).toEqual({ grunn: 'INGEN_TREKK' });
    expect(hindringForSteg(trekkes, 'GODKJENN_TREKK', 2)).toEqual({ grunn: 'SAMME_PERSON' });
    expect(hindringForSteg(trekkes, 'GODKJENN_TREKK', 1)).toBeNull();
    expect(hindringForSteg(trekkes, 'AVSLA_TREKK', 1)).toBeNull();
  });

  test('it counts from approval until the withdrawal is approved too', () => {
    expect([ny, iKraft, trekkes, { ...trekkes, trukket: tid }, { ...ny, avslatt: tid }].map((b) => [tilstandFor(b), gjelder(b)])).toEqual([
      ['FORESLATT', false],
      ['I_KRAFT', true],
      ['TREKKES', true],
      ['TRUKKET', false],
      ['AVSLATT', false],
    ]);
  });

  test('what a job proposes, one person can approve', () => {
    expect(hindringForSteg({ ...ny, foreslattAv: null }, 'GODKJENN', 1)).toBeNull();
  });
});

test('a code of the ledger says which kind of line by hand it is', () => {
  expect(lesManuellKode('manuell/12')).toEqual({ slag: 'MANUELL', id: 12 });
  expect(lesManuellKode('manuell/stipulert-7')).toEqual({ slag: 'STIPULERT', id: 7 });
  expect(lesManuellKode('time')).toBeNull();
});
