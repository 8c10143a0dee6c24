import type { Maned } from '#lib/core/maned.ts';
import type { Manedsrom } from '#lib/grunnlag/domain/ordning.ts';
import type { Prisbokrad } from '#lib/stykkpris/prisbok-view.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Every approved price row there has been, replaced ones too; newest first within a component and group. */
export function finnPrisbok(tx: Tx, ordningId: number | null): Promise<Prisbokrad[]> {
  return tx.alle<Prisbokrad>(sql`
    select p.id, p.ordning_id as "ordningId", p.komponent, p.gruppe, p.niva, p.fom_maned as "fomManed", p.tom_maned as "tomManed", p.ore, p.status, p.grunnlag,
      f.navn as "foreslattAv", g.navn as "godkjentAv", p.godkjent, p.erstattet_av as "erstattetAv", n.ore as "erstattetMedOre", k.prisforslag_id as "forslagId"
    from pris p
    left join konto f on f.kommune_id = p.kommune_id and f.id = p.foreslatt_av
    left join konto g on g.kommune_id = p.kommune_id and g.id = p.godkjent_av
    left join pris n on n.kommune_id = p.kommune_id and n.id = p.erstattet_av
    left join prisforslag_pris k on k.kommune_id = p.kommune_id and k.pris_id = p.id
    where p.kommune_id = ${tx.hvem.kommuneId} and p.godkjent_av is not null and (${ordningId}::int is null or p.ordning_id = ${ordningId})
    order by p.ordning_id, p.komponent, p.gruppe, p.niva nulls first, p.fom_maned desc, p.id desc`);
}

/** The written language of the municipality: what it writes in its price book. */
export async function finnMalform(tx: Tx): Promise<'nb' | 'nn'> {
  const rad = await tx.en<{ malform: string }>(sql`select malform from kommune where id = ${tx.hvem.kommuneId}`);
  return rad?.malform === 'nn' ? 'nn' : 'nb';
}

/** Ids for new rows, so that the rows they replace can point at them before they are there. */
export async function nyePrisider(tx: Tx, antall: number): Promise<number[]> {
  const rader = await tx.alle<{ id: number }>(sql`select nextval(pg_get_serial_sequence('pris', 'id'))::int as id from generate_series(1, ${antall}::int)`);
  return rader.map((r) => r.id);
}

/** Holds the scheme's price rows until the transaction ends. */
export async function lasPriser(tx: Tx, ordningId: number): Promise<void> {
  await tx.kjor(sql`select id from pris where kommune_id = ${tx.hvem.kommuneId} and ordning_id = ${ordningId} order by id for update`);
}

export async function avsluttPris(tx: Tx, id: number, tomManed: Maned): Promise<void> {
  await tx.kjor(sql`update pris set tom_maned = ${tomManed} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function erstattPris(tx: Tx, id: number, medId: number): Promise<void> {
  await tx.kjor(sql`update pris set erstattet_av = ${medId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export type Nypris = Manedsrom & {
  readonly id: number;
  readonly ordningId: number;
  readonly komponent: string;
  readonly gruppe: string;
  readonly niva: number | null;
  readonly ore: number;
  readonly status: 'FORELOPIG' | 'ENDELIG';
  readonly grunnlag: string;
  readonly foreslattAv: number;
};

/** A price row in force, approved by the one who acts; and the proposal it came from. */
export async function settInnPris(tx: Tx, p: Nypris, forslagId: number): Promise<void> {
  await tx.kjor(sql`
    insert into pris (id, kommune_id, ordning_id, komponent, gruppe, niva, fom_maned, tom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent)
    values (${p.id}, ${tx.hvem.kommuneId}, ${p.ordningId}, ${p.komponent}, ${p.gruppe}, ${p.niva}, ${p.fomManed}, ${p.tomManed}, ${p.ore}, ${p.status}, ${p.grunnlag}, ${p.foreslattAv}, ${tx.hvem.kontoId}, ${naa()})`);
  await tx.kjor(sql`insert into prisforslag_pris (kommune_id, prisforslag_id, pris_id) values (${tx.hvem.kommuneId}, ${forslagId}, ${p.id})`);
}
