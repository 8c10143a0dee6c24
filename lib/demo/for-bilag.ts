import { lagBilag } from '#lib/bilag/bilag-service.ts';
import { taImotFaktura } from '#lib/bilag/faktura-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { byggFaktura, type Fakturagrunnlag } from '#lib/demo/domain/bygg-faktura.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

/** Each supplier's invoice of a month, taken in as a file. */
async function taImotFakturaer(tx: Tx, maned: Maned): Promise<void> {
  const { kommuneId } = tx.hvem;
  const leverandorer = await tx.alle<{ enhetId: number; orgnr: string }>(sql`select enhet_id as "enhetId", orgnr from leverandor where kommune_id = ${kommuneId} order by id`);
  for (const { enhetId, orgnr } of leverandorer) {
    const grunnlag = await tx.alle<Fakturagrunnlag>(sql`
      select v.nummer, v.tjeneste, l.komponent, sum(l.volum)::text as volum, (array_agg(l.pris_ore order by l.id desc))[1] as "prisOre"
      from avregning_linje l join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
      where l.kommune_id = ${kommuneId} and l.enhet_id = ${enhetId} and l.gjelder_maned = ${maned} group by 1, 2, 3 having sum(l.volum) > 0 order by 1, 3`);
    if (grunnlag.length === 0) continue;
    const svar = await taImotFaktura(tx, byggFaktura(orgnr, maned, grunnlag));
    if (!svar.ok) throw new Error(`Fakturaen for ${maned} ble avvist: ${JSON.stringify(svar.feil)}`);
  }
}

/**
 * Sends the settled history out to the accounts with the real vouchers, and takes in the private providers' newest
 * invoice. The last settled month is left for the one who looks at the demo.
 *
 * @throws Error when a voucher or an invoice is refused: a demo without its history does not count as loaded
 */
export async function forUt(kommune: LastKommune): Promise<number> {
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  const maneder = kommune.maneder.slice(0, -2);
  let antall = 0;
  for (const maned of maneder) {
    const svar = await withKommune(hvem, (tx) => lagBilag(tx, maned));
    if (!svar.ok) throw new Error(`Bilagene for ${maned} ble avvist: ${JSON.stringify(svar.feil)}`);
    antall += svar.verdi.length;
  }
  const siste = maneder.at(-1);
  if (siste) await withKommune(hvem, (tx) => taImotFakturaer(tx, siste));
  return antall;
}
