import { manedAv, manedensAr } from '#lib/core/maned.ts';
import { finnGjeldendeBudsjett } from '#lib/grunnlag/budsjett-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentUtskrivningskostnad } from '#lib/sak/utskrivning-service.ts';
import type { Egenpost } from './bestillerramme-view.ts';

const UTSKRIVNING = 'UTSKRIVNINGSKLARE';

/**
 * The items of the year's budget that no scheme settles, whole øre. Payable nights are counted here, night × rate, and are unknown
 * when a rate is missing; what the other items have cost is in the accounts.
 */
export async function hentEgenposter(tx: Tx, ar: number): Promise<Egenpost[]> {
  const { poster } = await finnGjeldendeBudsjett(tx, ar);
  const maneder = (await hentUtskrivningskostnad(tx, manedAv(ar, 1))).filter((m) => manedensAr(m.maned) === ar);
  const dogn = maneder.reduce((sum, m) => sum + m.dogn, 0);
  const kjent = maneder.every((m) => m.ore !== null);
  const rader = poster.map((p): Egenpost => ({ post: p.post, budsjettOre: p.ore.reduce((sum, o) => sum + o, 0), bruktOre: null, dogn: null }));
  const egen = rader.find((r) => r.post === UTSKRIVNING) ?? (dogn > 0 ? { post: UTSKRIVNING, budsjettOre: 0, bruktOre: null, dogn: null } : null);
  if (egen === null) return rader;
  const utskrivning: Egenpost = { ...egen, dogn, bruktOre: kjent ? maneder.reduce((sum, m) => sum + (m.ore ?? 0), 0) : null };
  return [...rader.filter((r) => r.post !== UTSKRIVNING), utskrivning];
}
