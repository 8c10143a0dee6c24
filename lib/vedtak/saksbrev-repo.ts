import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { LagretBrev } from '#lib/vedtak/brev-repo.ts';
import type { Brev } from '#lib/vedtak/domain/brev/brev.ts';

export type Saksbrevslag = 'OPPHOR' | 'FORHANDSVARSEL' | 'KLAGE';
export type NyttSaksbrev = { readonly mottakerId: number; readonly vedtakId: number; readonly slag: Saksbrevslag; readonly brev: Brev; readonly pdf: Buffer; readonly sha256: string };

export async function insertSaksbrev(tx: Tx, n: NyttSaksbrev): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into saksbrev (kommune_id, mottaker_id, vedtak_id, slag, sprak, malversjon, innhold, pdf, sha256, laget, laget_av)
    values (${tx.hvem.kommuneId}, ${n.mottakerId}, ${n.vedtakId}, ${n.slag}, ${n.brev.sprak}, ${n.brev.mal}, ${JSON.stringify(n.brev)}::jsonb, ${n.pdf}, ${n.sha256}, ${naa()}, ${tx.hvem.kontoId})
    returning id`);
  if (!rad) throw new Error('brevet ble ikke lagret');
  return rad.id;
}

export type Saksbrev = LagretBrev & { readonly id: number; readonly mottakerId: number; readonly vedtakId: number | null; readonly nummer: string | null; readonly slag: Saksbrevslag };

export async function findSaksbrev(tx: Tx, id: number): Promise<Saksbrev | null> {
  return tx.en<Saksbrev>(sql`
    select b.id, b.mottaker_id "mottakerId", b.vedtak_id "vedtakId", v.nummer, b.slag, b.innhold, b.sha256, b.laget
    from saksbrev b left join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id where b.kommune_id = ${tx.hvem.kommuneId} and b.id = ${id}`);
}

export async function findSaksbrevPdf(tx: Tx, id: number): Promise<Buffer | null> {
  return (await tx.en<{ pdf: Buffer }>(sql`select pdf from saksbrev where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`))?.pdf ?? null;
}

export type Saksbrevlenke = { readonly id: number; readonly slag: Saksbrevslag; readonly laget: Date; readonly overskrift: string };

/** The letters about a vedtak beside its own, newest first. */
export async function findSaksbrevFor(tx: Tx, vedtakId: number): Promise<Saksbrevlenke[]> {
  return tx.alle<Saksbrevlenke>(sql`
    select id, slag, laget, innhold->>'overskrift' overskrift from saksbrev where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId} order by laget desc, id desc`);
}
