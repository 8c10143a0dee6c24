import { foreslaDispensasjon, godkjennArsvedtak } from '#lib/avvik/arsvedtak-service.ts';
import { foreslaOverforing, vedtaOverforing } from '#lib/avvik/overforing-service.ts';
import { datoAv, leggTilDager } from '#lib/core/dato.ts';
import { type Maned, manedAv, manedensAr, manedensNummer, manederFraTil } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(`Årsslutten ble avvist: ${JSON.stringify(svar.feil)}`);
  return svar.verdi;
}

/** The unit with the largest deficit of its kind is let off a part: the demo's dispensation. */
const DISPENSASJON = { kode: 'SYKE', maksUnderskuddOre: 150_000_000, grunn: 'Smitteutbrudd i februar ga ekstra vakter som enheten ikke rådde over.' };

/**
 * When January is settled the year before it ends: a dispensation where the demo has one, and the carry-over, proposed
 * by the controller and decided by the rådmann, dated in February, or yesterday until those days have come. Other months, and years
 * that are not whole: nothing.
 */
export async function avsluttAret(controller: Utforende, maned: Maned, avregnede: readonly Maned[]): Promise<void> {
  const ar = manedensAr(maned) - 1;
  if (manedensNummer(maned) !== 1 || !manederFraTil(manedAv(ar, 1), manedAv(ar, 12)).every((m) => avregnede.includes(m))) return;
  const dag = (nr: number, kl: string): string => {
    const fast = datoAv(ar + 1, 2, nr);
    return `${fast < iDag() ? fast : leggTilDager(iDag(), -1)}T${kl}:00+01:00`;
  };
  const { kommuneId } = controller;
  const funnet = await withKommune(controller, (tx) => tx.en<{ radmann: number; enhet: number | null }>(sql`
    select r.konto_id as radmann, (select id from enhet where kommune_id = ${kommuneId} and kode = ${DISPENSASJON.kode}) as enhet
    from konto_rolle r where r.kommune_id = ${kommuneId} and r.rolle = 'radmann' order by r.konto_id limit 1`));
  if (!funnet) return;
  const radmann: Utforende = { ...controller, kontoId: funnet.radmann, rolle: 'radmann' };
  const { enhet } = funnet;
  if (enhet !== null) {
    const { maksUnderskuddOre, grunn } = DISPENSASJON;
    const { id } = await som(controller, (tx) => foreslaDispensasjon(tx, { ar, enhetId: enhet, maksUnderskuddOre, grunn }, dag(9, '10:12')));
    await som(radmann, (tx) => godkjennArsvedtak(tx, { tabell: 'dispensasjon', id }, dag(11, '14:40')));
  }
  const { id } = await som(controller, (tx) => foreslaOverforing(tx, { ar, bokfortManed: maned, begrunnelse: 'Etter ordningenes regler. Regnskapet er avstemt.', tilbakefor: false }, dag(12, '09:30')));
  await som(radmann, (tx) => vedtaOverforing(tx, id, dag(13, '11:05')));
}
