import type { Paminnelse, Paminnelseview } from '#lib/avregning/kalender-view.ts';
import type { Maned } from '#lib/core/maned.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** One row per person, step, unit and month: a second making makes nothing. */
export async function skrivPaminnelser(tx: Tx, paminnelser: readonly (Paminnelse & { readonly kontoId: number })[]): Promise<number> {
  if (paminnelser.length === 0) return 0;
  return tx.kjor(sql`
    insert into paminnelse (kommune_id, konto_id, slag, enhet_id, maned, frist, laget)
    select ${tx.hvem.kommuneId}, konto, slag, enhet, maned, frist, ${naa()}
    from unnest(${paminnelser.map((p) => p.kontoId)}::int[], ${paminnelser.map((p) => p.slag)}::text[], ${paminnelser.map((p) => p.enhetId)}::int[],
      ${paminnelser.map((p) => p.maned)}::text[], ${paminnelser.map((p) => p.frist)}::date[]) t(konto, slag, enhet, maned, frist)
    on conflict do nothing`);
}

/** What an account is reminded of and that is still not done: done is asked of the steps themselves, so that no step can forget. */
export function finnPaminnelser(tx: Tx, kontoId: number): Promise<Paminnelseview[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Paminnelseview>(sql`
    select p.slag, p.enhet_id as "enhetId", e.navn as enhet, p.maned, p.frist from paminnelse p
    left join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    where p.kommune_id = ${k} and p.konto_id = ${kontoId}
      and not exists (select 1 from maned_status s where s.kommune_id = ${k} and s.maned = p.maned and s.status = 'LUKKET')
      and case p.slag
        when 'ERKLAR' then not exists (select 1 from maned_erklaring x where x.kommune_id = ${k} and x.enhet_id = p.enhet_id and x.maned = p.maned and x.erstattet is null)
        when 'ATTESTER' then exists (select 1 from maned_erklaring x where x.kommune_id = ${k} and x.maned = p.maned and x.erstattet is null
          and not exists (select 1 from maned_attest a where a.kommune_id = ${k} and a.enhet_id = x.enhet_id and a.maned = x.maned and a.erstattet is null))
        when 'BOKFOR' then exists (select 1 from maned_attest a where a.kommune_id = ${k} and a.maned = p.maned and a.erstattet is null and a.godkjent is null)
        else true end
    order by p.frist, p.maned, e.navn`);
}

/** Months with attestations that nobody has approved. */
export async function finnUgodkjenteManeder(tx: Tx): Promise<Maned[]> {
  const rader = await tx.alle<{ maned: Maned }>(sql`
    select distinct maned from maned_attest where kommune_id = ${tx.hvem.kommuneId} and erstattet is null and godkjent is null order by 1`);
  return rader.map((r) => r.maned);
}
