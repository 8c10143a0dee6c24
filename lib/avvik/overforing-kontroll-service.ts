import { hentArstall } from '#lib/avvik/arstall-service.ts';
import type { Arssluttlinje } from '#lib/avvik/domain/arsslutt.ts';
import { finnOverforingslinjer } from '#lib/avvik/overforing-repo.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * The control case of a year's carry-over in one scheme, as decided, or as it stands now before a decision. `kontroll
 * overforing` computes from it each unit's result, what of it is carried, and what the municipality covers. The
 * accumulated amount is what the unit brought in and `overforesOre`, within its own cap.
 */
export async function hentOverforingskontroll(tx: Tx, ar: number, ordningId: number): Promise<Record<string, unknown> | null> {
  const arstall = await hentArstall(tx, ar);
  const { gjeldende } = arstall;
  const alle: readonly Arssluttlinje[] = gjeldende ? ((await finnOverforingslinjer(tx, [gjeldende.id])).get(gjeldende.id) ?? []) : arstall.linjer;
  const linjer = alle.filter((l) => l.ordningId === ordningId);
  const [forste] = linjer;
  if (!forste) return null;
  const kode = new Map((await finnEnheter(tx)).map((e) => [e.id, e.kode]));
  const id = (l: Arssluttlinje): string => kode.get(l.enhetId) ?? String(l.enhetId);
  const sortert = linjer.toSorted((a, b) => sammenlignKodepunkt(id(a), id(b)));
  const { andelOverskudd, andelUnderskudd, takAndelAvBudsjett } = forste.regel;
  return {
    regel: { andelOverskudd, andelUnderskudd, takAndelAvBudsjett },
    enheter: sortert.map((l) => ({ id: id(l), inntektOre: l.inntektOre + l.anslagOre, kostnadOre: l.kostnadOre, budsjettOre: l.budsjettOre ?? 0 })),
    dispensasjoner: sortert.flatMap((l) => (l.maksUnderskuddOre === null ? [] : [{ enhet: id(l), maksUnderskuddOre: l.maksUnderskuddOre }])),
  };
}
