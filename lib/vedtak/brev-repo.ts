import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { tilBrevmal } from '#lib/vedtak/brev-schema.ts';
import type { Brev, Brevgrunnlag, Brevsprak } from '#lib/vedtak/domain/brev/brev.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';

/** Who writes to whom; no address where it is protected. */
export type Brevparter = Pick<Brevgrunnlag, 'sprak' | 'kommune' | 'kontor' | 'mottaker' | 'representant' | 'saksbehandler' | 'leder' | 'henvendelse' | 'utredning'>;

type Partsrad = {
  sprak: Brevsprak;
  kommune: string;
  kontor: string | null;
  navn: string;
  adresse: string | null;
  saksbehandler: string | null;
  leder: string | null;
  representant: Brevparter['representant'];
  henvendelse: Brevparter['henvendelse'];
  utredning: Brevparter['utredning'];
};

/** The persons, the office of the one who wrote it and what the case holds on a day; null when the account may not see the recipient. */
export async function findBrevparter(tx: Tx, mottakerId: number, dag: Dato, saksbehandlerId = tx.hvem.kontoId): Promise<Brevparter | null> {
  const { kommuneId } = tx.hvem;
  const kontoId = saksbehandlerId;
  const rad = await tx.en<Partsrad>(sql`
    with kontor as (
      select e.id, e.navn from enhet e
      left join konto_rolle r on r.kommune_id = e.kommune_id and r.enhet_id = e.id and r.konto_id = ${kontoId} and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})
      where e.kommune_id = ${kommuneId} and e.type = 'BESTILLERKONTOR' and e.fom <= ${dag} and (e.tom is null or e.tom >= ${dag})
      order by r.konto_id is null, e.id limit 1)
    select case when m.sprak = 'nn' then 'nn' else 'nb' end sprak, k.navn kommune, (select navn from kontor) kontor,
      i.fornavn || ' ' || i.etternavn navn, case when i.gradering = 'UGRADERT' then i.adresse end adresse,
      (select navn from konto where kommune_id = ${kommuneId} and id = ${kontoId}) saksbehandler,
      (select l.navn from konto_rolle r join konto l on l.kommune_id = r.kommune_id and l.id = r.konto_id and l.stengt is null
       where r.kommune_id = ${kommuneId} and r.rolle = 'bestillerleder' and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})
       order by r.enhet_id is distinct from (select id from kontor), l.id limit 1) leder,
      (select jsonb_build_object('rolle', p.rolle, 'navn', p.navn) from kontaktperson p
       where p.kommune_id = ${kommuneId} and p.mottaker_id = m.id and p.rolle in ('VERGE', 'FULLMEKTIG') and (p.tom is null or p.tom >= ${dag})
       order by p.rolle = 'VERGE' desc, p.id limit 1) representant,
      (select jsonb_build_object('mottatt', h.mottatt) from henvendelse h
       where h.kommune_id = ${kommuneId} and h.mottaker_id = m.id and h.status <> 'BESVART' and h.mottatt <= ${dag} order by h.mottatt desc, h.id desc limit 1) henvendelse,
      (select jsonb_build_object('dato', u.dato, 'hjemmebesok', u.hjemmebesok, 'synspunkt', u.synspunkt) from utredning u
       where u.kommune_id = ${kommuneId} and u.mottaker_id = m.id and u.dato <= ${dag} order by u.dato desc, u.id desc limit 1) utredning
    from mottaker m join kommune k on k.id = m.kommune_id
    join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    where m.kommune_id = ${kommuneId} and m.id = ${mottakerId}`);
  if (!rad) return null;
  const { navn, adresse, kommune, kontor, saksbehandler, ...resten } = rad;
  const fullt = /kommune$/i.test(kommune) ? kommune : `${kommune} kommune`;
  return { ...resten, kommune: fullt, kontor: kontor ?? fullt, mottaker: { navn, adresse }, saksbehandler: saksbehandler ?? fullt };
}

export type Brevtjeneste = Brevgrunnlag['tjeneste'];

/** The service as it is called and founded on a day. */
export async function findBrevtjeneste(tx: Tx, kode: string, dag: Dato, sprak: Brevsprak): Promise<Brevtjeneste | null> {
  return tx.en<Brevtjeneste>(sql`
    select ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} navn, hjemmel, bekreftet, egenandel from tjeneste
    where kommune_id = ${tx.hvem.kommuneId} and kode = ${kode} and fom <= ${dag} and (tom is null or tom >= ${dag})`);
}

export async function findEnhetsnavn(tx: Tx, enhetId: number): Promise<string | null> {
  return (await tx.en<{ navn: string }>(sql`select navn from enhet where kommune_id = ${tx.hvem.kommuneId} and id = ${enhetId}`))?.navn ?? null;
}

/** The municipality's own versions of the template. */
export async function findMaler(tx: Tx): Promise<Brevmal[]> {
  return (await tx.alle<{ versjon: string; fom: string; innhold: unknown }>(sql`select versjon, fom, innhold from brevmal where kommune_id = ${tx.hvem.kommuneId}`)).map(tilBrevmal);
}

export type NyttBrev = { readonly vedtakId: number; readonly mottakerId: number; readonly brev: Brev; readonly pdf: Buffer; readonly sha256: string };

export async function insertBrev(tx: Tx, n: NyttBrev): Promise<void> {
  await tx.kjor(sql`
    insert into vedtaksbrev (kommune_id, vedtak_id, mottaker_id, sprak, malversjon, innhold, pdf, sha256, laget, laget_av)
    values (${tx.hvem.kommuneId}, ${n.vedtakId}, ${n.mottakerId}, ${n.brev.sprak}, ${n.brev.mal}, ${JSON.stringify(n.brev)}::jsonb, ${n.pdf}, ${n.sha256}, ${naa()}, ${tx.hvem.kontoId})`);
}

export type LagretBrev = { readonly innhold: Brev; readonly sha256: string; readonly laget: Date };

export async function findBrev(tx: Tx, vedtakId: number): Promise<LagretBrev | null> {
  return tx.en<LagretBrev>(sql`select innhold, sha256, laget from vedtaksbrev where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId}`);
}

export async function findBrevPdf(tx: Tx, vedtakId: number): Promise<Buffer | null> {
  return (await tx.en<{ pdf: Buffer }>(sql`select pdf from vedtaksbrev where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId}`))?.pdf ?? null;
}

export type BrevetsVedtak = { readonly nummer: string; readonly mottakerId: number; readonly fattetDato: Dato };

export async function findBrevetsVedtak(tx: Tx, vedtakId: number): Promise<BrevetsVedtak | null> {
  return tx.en<BrevetsVedtak>(sql`select nummer, mottaker_id "mottakerId", fattet_dato "fattetDato" from vedtak where kommune_id = ${tx.hvem.kommuneId} and id = ${vedtakId}`);
}
