import type { Overforingsspor } from '#lib/avvik/arsslutt-view.ts';
import { finnOverforing, finnOverforingslinjer } from '#lib/avvik/overforing-repo.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';

/** Where a carry-over in the ledger comes from: the decision and the unit's figures in it. Null: the code is no decided carry-over, or not one's to see. */
export async function hentOverforingsspor(hvem: Utforende, kode: string, enhetId: number): Promise<Overforingsspor | null> {
  const treff = /^overforing\/\d{4}\/(\d{1,9})$/.exec(kode);
  if (!treff) return null;
  const id = Number(treff[1]);
  return lesKommune(hvem, async (tx) => {
    const vedtak = await finnOverforing(tx, id);
    const linje = (await finnOverforingslinjer(tx, [id])).get(id)?.find((l) => l.enhetId === enhetId);
    return vedtak?.status === 'VEDTATT' && linje ? { vedtak, linje } : null;
  });
}
