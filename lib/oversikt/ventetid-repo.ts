import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Ventetidsgruppe } from '#lib/oversikt/ventetid-view.ts';

/**
 * Days from application to vedtak and from vedtak to start, by service, of vedtak issued from `fra` to `til`. Shielded recipients are
 * left out for everyone, so that the answer does not depend on who asks.
 */
export async function findVentetider(tx: Tx, fra: Dato, til: Dato): Promise<Ventetidsgruppe[]> {
  return tx.alle<Ventetidsgruppe>(sql`
    with saker as (
      select v.tjeneste, v.fattet_dato - h.mottatt til_vedtak,
        (select min(o.iverksatt)::date from oppdrag o where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.annullert is null) - v.fattet_dato til_start
      from henvendelse_vedtak x
      join henvendelse h on h.kommune_id = x.kommune_id and h.id = x.henvendelse_id
      join vedtak v on v.kommune_id = x.kommune_id and v.id = x.vedtak_id
      join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id and not m.skjermet
      where x.kommune_id = ${tx.hvem.kommuneId} and v.fattet_dato between ${fra} and ${til})
    select tjeneste, count(*)::int antall, (percentile_disc(0.5) within group (order by til_vedtak))::int "medianVedtak",
      (percentile_disc(0.9) within group (order by til_vedtak))::int "niVedtak", count(til_start)::int startet,
      (percentile_disc(0.5) within group (order by til_start))::int "medianStart", count(*) filter (where til_vedtak > 31)::int "overManeden"
    from saker group by rollup (tjeneste) order by tjeneste nulls first`);
}
