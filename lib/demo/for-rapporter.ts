import { leggTilDager } from '#lib/core/dato.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { byggRapporttekst } from '#lib/demo/domain/bygg-rapport.ts';
import { type Rapportslag, slagFor } from '#lib/oversikt/domain/rapport.ts';
import { foreslaRapport, lagreRapport, publiserRapport, startRapport, type Stund } from '#lib/oversikt/rapport-service.ts';
import { hentRapporttall } from '#lib/oversikt/rapporttall-service.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(`Rapporten ble avvist: ${JSON.stringify(svar.feil)}`);
  return svar.verdi;
}

type Bestilling = { readonly slag: Rapportslag; readonly til: Maned; readonly sprak: 'nb' | 'nn' };

/** One report as it would have been written on the ninth of the next month and published two days later. */
async function lagRapport(controller: Utforende, radmann: Utforende, { slag, til, sprak }: Bestilling): Promise<void> {
  const stund = (dager: number, klokke: string): Stund => {
    const dag = leggTilDager(sisteDag(til), dager);
    return { dag, tid: `${dag} ${klokke} Europe/Oslo` };
  };
  const { id } = await som(controller, (tx) => startRapport(tx, { slag, til, sprak, offentlig: true }));
  const seksjoner = (await hentRapporttall(controller, { slag, til, sprak }, {})) ?? [];
  const { utgave } = await som(controller, (tx) => lagreRapport(tx, { id, utgave: 1, offentlig: true, kapitler: byggRapporttekst(seksjoner, slag, sprak), oppgitt: { SYKEFRAVAR: 84 } }));
  await som(controller, (tx) => foreslaRapport(tx, { id, utgave }, stund(9, '13:20')));
  const avtrykk = await withKommune(radmann, (tx) => tx.en<{ avtrykk: string }>(sql`select avtrykk from rapport where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`));
  await som(radmann, (tx) => publiserRapport(tx, { id, avtrykk: avtrykk?.avtrykk ?? '' }, stund(11, '09:05')));
}

const NYESTE = 4;

/**
 * The reports a kommune has published of its newest months but the last, which is left for the one who looks at the demo: the month, and the
 * tertial or the report to the council where one ends there.
 *
 * @throws Error when a report is refused: a demo without its history does not count as loaded
 */
export async function skrivRapporter(kommune: LastKommune): Promise<number> {
  const controller: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  const funnet = await withKommune(controller, (tx) => tx.en<{ radmann: number; malform: 'nb' | 'nn' }>(sql`
    select r.konto_id as radmann, k.malform from konto_rolle r join kommune k on k.id = r.kommune_id where r.kommune_id = ${kommune.id} and r.rolle = 'radmann' order by r.konto_id limit 1`));
  if (!funnet) return 0;
  const radmann: Utforende = { ...controller, kontoId: funnet.radmann, rolle: 'radmann' };
  let antall = 0;
  for (const til of kommune.maneder.slice(0, -2).slice(-NYESTE)) {
    for (const slag of slagFor(til).filter((s) => s !== 'MANED' || til === kommune.maneder.at(-3))) {
      await lagRapport(controller, radmann, { slag, til, sprak: funnet.malform });
      antall += 1;
    }
  }
  return antall;
}
