import { describe, expect, test } from 'vitest';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { fordelGodkjenninger } from '#lib/oversikt/domain/godkjenninger.ts';

const sak = (id: number, mer: Partial<Ventende> = {}): Ventende => ({ slag: 'OVERFORING', id, gjelder: '2025', belopOre: null, foreslattAv: 1, foreslatt: `2026-01-0${id}T09:00:00Z`, href: '/', kommando: 'GODKJENN_OVERFORING', ...mer });
const ider = (liste: readonly Ventende[]): number[] => liste.map((v) => v.id);

describe('what waits', () => {
  test('for the one whose role may approve, the oldest first', () => expect(ider(fordelGodkjenninger([sak(3), sak(1), sak(2)], 'radmann', 9).tilMeg)).toEqual([1, 2, 3]));
  test('not for a role that may not', () => expect(fordelGodkjenninger([sak(1)], 'controller', 9)).toEqual({ tilMeg: [], fraMeg: [] }));
  test('never for the proposer, who sees it among the own', () => {
    const manuell = sak(1, { slag: 'MANUELL_LINJE', kommando: 'GODKJENN_MANUELL' });
    expect(fordelGodkjenninger([manuell], 'controller', 1)).toEqual({ tilMeg: [], fraMeg: [manuell] });
    expect(ider(fordelGodkjenninger([manuell], 'controller', 2).tilMeg)).toEqual([1]);
  });
  test('a job’s proposal waits for everyone who may', () => expect(ider(fordelGodkjenninger([sak(1, { foreslattAv: null })], 'radmann', 1).tilMeg)).toEqual([1]));
});
