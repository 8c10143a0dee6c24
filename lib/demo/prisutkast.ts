import { arFor } from '#lib/core/dato.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { lagrePrisforslag } from '#lib/stykkpris/prisforslag-service.ts';
import { hentStandardvalg } from '#lib/stykkpris/verksted-service.ts';

/** The controller has begun next year's home care prices: a draft, its deductions not yet confirmed. */
export async function begynnPrisforslag(kommune: Pick<LastKommune, 'id' | 'controller'>): Promise<void> {
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  await withKommune(hvem, async (tx) => {
    const ordning = await tx.en<{ id: number }>(sql`select id from ordning where kommune_id = ${hvem.kommuneId} and kode = 'hjemme'`);
    if (!ordning) return;
    const nokkel = { ordningId: ordning.id, ar: arFor(iDag()) + 1, slag: 'FORELOPIG' } as const;
    const valg = await hentStandardvalg(tx, nokkel);
    if (!valg) return;
    const svar = await lagrePrisforslag(tx, nokkel, 0, { ...valg, regel: 'SELVREGULERENDE', kostnadsvekst: '3.4' });
    if (!svar.ok) throw new Error(`Prisutkastet ble avvist: ${JSON.stringify(svar.feil)}`);
  });
}
