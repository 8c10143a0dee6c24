import { lagBilag } from '#lib/bilag/bilag-service.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';

/**
 * Sends the settled history out to the accounts with the real vouchers; the last settled month is left for the one who
 * looks at the demo.
 *
 * @throws Error when a voucher is refused: a demo without its history does not count as loaded
 */
export async function forUt(kommune: LastKommune): Promise<number> {
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  let antall = 0;
  for (const maned of kommune.maneder.slice(0, -2)) {
    const svar = await withKommune(hvem, (tx) => lagBilag(tx, maned));
    if (!svar.ok) throw new Error(`Bilagene for ${maned} ble avvist: ${JSON.stringify(svar.feil)}`);
    antall += svar.verdi.length;
  }
  return antall;
}
