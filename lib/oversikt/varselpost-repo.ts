import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { HvorOfte } from './domain/varselpost.ts';

export type Varselvalg = { readonly hvorOfte: HvorOfte; readonly epost: string };
export type Postrad = { readonly dag: Dato; readonly status: 'SENDER' | 'SENDT' | 'INGENTING' | 'FEILET'; readonly varsler: number; readonly venter: number; readonly feil: string | null };
export type Postmottaker = Varselvalg & { readonly kontoId: number; readonly rolle: 'radmann' | 'controller' | 'bestillerleder'; readonly sprak: Sprak };

/** The account's own choice, or null when none is made. */
export function finnVarselvalg(tx: Tx): Promise<Varselvalg | null> {
  return tx.en<Varselvalg>(sql`select hvor_ofte "hvorOfte", epost from varselvalg where kommune_id = ${tx.hvem.kommuneId} and konto_id = ${tx.hvem.kontoId} order by id desc limit 1`);
}

/** The address that the account came with. */
export async function finnKontoepost(tx: Tx): Promise<string> {
  return (await tx.en<{ epost: string | null }>(sql`select epost from konto where kommune_id = ${tx.hvem.kommuneId} and id = ${tx.hvem.kontoId}`))?.epost ?? '';
}

export async function finnKommunenavn(tx: Tx): Promise<string> {
  return (await tx.en<{ navn: string }>(sql`select navn from kommune where id = ${tx.hvem.kommuneId}`))?.navn ?? '';
}

export async function skrivVarselvalg(tx: Tx, v: Varselvalg): Promise<void> {
  await tx.kjor(sql`insert into varselvalg (kommune_id, konto_id, hvor_ofte, epost, satt) values (${tx.hvem.kommuneId}, ${tx.hvem.kontoId}, ${v.hvorOfte}, ${v.epost}, ${naa()})`);
}

/** What was sent to the account lately. */
export function finnSendt(tx: Tx): Promise<Postrad[]> {
  return tx.alle<Postrad>(sql`select dag, status, varsler, venter, feil from varselpost where kommune_id = ${tx.hvem.kommuneId} and konto_id = ${tx.hvem.kontoId} order by dag desc limit 10`);
}

/** Open accounts that want mail and may see the overview that day, each by the role that sees the most of it. */
export function finnPostmottakere(tx: Tx, dag: Dato): Promise<Postmottaker[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Postmottaker>(sql`
    select distinct on (a.id) a.id "kontoId", v.hvor_ofte "hvorOfte", v.epost, a.sprak, r.rolle
    from konto a
    join konto_rolle r on r.kommune_id = ${k} and r.konto_id = a.id and r.rolle in ('radmann', 'controller', 'bestillerleder') and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})
    join lateral (select w.hvor_ofte, w.epost from varselvalg w where w.kommune_id = ${k} and w.konto_id = a.id order by w.id desc limit 1) v on v.hvor_ofte <> 'ALDRI'
    where a.kommune_id = ${k} and a.stengt is null
    order by a.id, array_position(array['radmann', 'controller', 'bestillerleder'], r.rolle)`);
}

/** Takes the day's mail to an account for this attempt. False when it is sent, or when an attempt was cut off: then nobody knows whether it went out, and it is not sent twice. */
export async function taPost(tx: Tx, kontoId: number, dag: Dato): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      insert into varselpost (kommune_id, konto_id, dag, status, varsler, venter, endret) values (${tx.hvem.kommuneId}, ${kontoId}, ${dag}, 'SENDER', 0, 0, ${naa()})
      on conflict (kommune_id, konto_id, dag) do update set status = 'SENDER', endret = excluded.endret where varselpost.status = 'FEILET'`)) === 1
  );
}

export async function merkPost(tx: Tx, kontoId: number, p: Postrad): Promise<void> {
  await tx.kjor(sql`
    update varselpost set status = ${p.status}, varsler = ${p.varsler}, venter = ${p.venter}, feil = ${p.feil}, endret = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and konto_id = ${kontoId} and dag = ${p.dag} and status = 'SENDER'`);
}
