import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type EnhetRad = {
  readonly id: number;
  readonly kode: string;
  readonly navn: string;
  readonly type: 'BESTILLERKONTOR' | 'UTFORER' | 'STAB';
  readonly eierform: 'KOMMUNAL' | 'PRIVAT' | 'IDEELL';
  /** price group today, null when none holds */
  readonly gruppe: string | null;
  readonly fom: string;
  readonly tom: string | null;
  /** accounts with a role here today */
  readonly kontoer: number;
};

/** The units of the kommune, those in use first. */
export function hentEnheter(tx: Tx): Promise<EnhetRad[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle<EnhetRad>(sql`
    select e.id, e.kode, e.navn, e.type, e.eierform, p.gruppe, e.fom, e.tom,
      (select count(distinct r.konto_id)::int from konto_rolle r where r.kommune_id = e.kommune_id and r.enhet_id = e.id
         and r.fom <= ${iDag()} and (r.tom is null or r.tom >= ${iDag()})) as kontoer
    from enhet e
    left join enhet_periode p on p.kommune_id = e.kommune_id and p.enhet_id = e.id and p.fom <= ${iDag()} and (p.tom is null or p.tom >= ${iDag()})
    where e.kommune_id = ${kommuneId}
    order by (e.tom is not null and e.tom < ${iDag()}), e.type, e.navn`);
}
