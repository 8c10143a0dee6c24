import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { NyHenvendelseData } from '#lib/sak/henvendelse-schema.ts';
import type { Henvendelsen, Henvendelseslinje, Innbokstall, Innboksvalg, SendtSvar } from '#lib/sak/henvendelse-view.ts';

const KOLONNER = sql`h.id, h.mottaker_id "mottakerId", i.fornavn || ' ' || i.etternavn navn, m.skjermet, h.mottatt, h.type, h.fra, h.tjenester, h.frist, h.forventet, h.status,
  h.besvart, h.utfall, h.konto_id "kontoId", k.navn saksbehandler`;
const KILDE = sql`henvendelse h join mottaker m on m.kommune_id = h.kommune_id and m.id = h.mottaker_id
  join mottaker_identitet i on i.kommune_id = h.kommune_id and i.mottaker_id = h.mottaker_id
  left join konto k on k.kommune_id = h.kommune_id and k.id = h.konto_id`;

function vilkar(tx: Tx, valg: Innboksvalg, dag: Dato): Sql {
  switch (valg) {
    case 'MINE':
      return sql`h.status <> 'BESVART' and h.konto_id = ${tx.hvem.kontoId}`;
    case 'UFORDELTE':
      return sql`h.status <> 'BESVART' and h.konto_id is null`;
    case 'OVER':
      return sql`h.status <> 'BESVART' and coalesce(h.forventet, h.frist) < ${dag}`;
    case 'APNE':
      return sql`h.status <> 'BESVART'`;
    case 'BESVARTE':
      return sql`h.status = 'BESVART'`;
  }
}

/** One page of the inbox and one row more where there is a next page: what is due first on top, answered ones newest first. */
export async function findInnboks(tx: Tx, valg: Innboksvalg, dag: Dato, antall: number, hopp: number): Promise<Henvendelseslinje[]> {
  const orden = valg === 'BESVARTE' ? sql`h.mottatt desc, h.id desc` : sql`coalesce(h.forventet, h.frist), h.id`;
  // The page is found first, by its index; only its rows are looked into.
  return tx.alle<Henvendelseslinje>(sql`
    with side as materialized (select h.* from henvendelse h where h.kommune_id = ${tx.hvem.kommuneId} and ${vilkar(tx, valg, dag)} order by ${orden} limit ${antall + 1} offset ${hopp})
    select ${KOLONNER} from side h join mottaker m on m.kommune_id = h.kommune_id and m.id = h.mottaker_id
    join mottaker_identitet i on i.kommune_id = h.kommune_id and i.mottaker_id = h.mottaker_id
    left join konto k on k.kommune_id = h.kommune_id and k.id = h.konto_id order by ${orden}`);
}

/** How many wait, by what a reader asks for. */
export async function countInnboks(tx: Tx, dag: Dato): Promise<Innbokstall> {
  const rad = await tx.en<Innbokstall>(sql`
    select count(*) filter (where konto_id = ${tx.hvem.kontoId})::int mine, count(*) filter (where konto_id is null)::int ufordelte,
      count(*) filter (where coalesce(forventet, frist) < ${dag})::int "over", count(*)::int apne
    from henvendelse where kommune_id = ${tx.hvem.kommuneId} and status <> 'BESVART'`);
  return rad ?? { mine: 0, ufordelte: 0, over: 0, apne: 0 };
}

export async function findForMottaker(tx: Tx, mottakerId: number): Promise<Henvendelseslinje[]> {
  return tx.alle<Henvendelseslinje>(sql`select ${KOLONNER} from ${KILDE} where h.kommune_id = ${tx.hvem.kommuneId} and h.mottaker_id = ${mottakerId} order by h.mottatt desc, h.id desc limit 200`);
}

/** One application, whole; `skriv` holds its row. Null when the account may not see the recipient. */
export async function findHenvendelse(tx: Tx, id: number, skriv = false): Promise<Henvendelsen | null> {
  return tx.en<Henvendelsen>(sql`select ${KOLONNER}, h.kanal, h.innhold, h.avslutningsgrunn, r.navn "registrertAv" from ${KILDE}
    left join konto r on r.kommune_id = h.kommune_id and r.id = h.registrert_av
    where h.kommune_id = ${tx.hvem.kommuneId} and h.id = ${id} ${skriv ? sql`for update of h` : sql``}`);
}

export async function insertHenvendelse(tx: Tx, h: NyHenvendelseData, frist: Dato): Promise<number> {
  const { kommuneId, kontoId } = tx.hvem;
  const tid = naa();
  const rad = await tx.en<{ id: number }>(sql`
    insert into henvendelse (kommune_id, mottaker_id, mottatt, type, fra, innhold, status, konto_id, kanal, tjenester, frist, tildelt, registrert, registrert_av)
    values (${kommuneId}, ${h.mottakerId}, ${h.mottatt}, ${h.type}, ${h.fra}, ${h.innhold}, ${h.taDen ? 'TIL_BEHANDLING' : 'NY'}, ${h.taDen ? kontoId : null}, ${h.kanal}, ${[...h.tjenester]}, ${frist},
      ${h.taDen ? tid : null}, ${tid}, ${kontoId}) returning id`);
  if (!rad) throw new Error('henvendelsen ble ikke lagret');
  return rad.id;
}

export async function assign(tx: Tx, id: number, kontoId: number): Promise<void> {
  await tx.kjor(sql`update henvendelse set konto_id = ${kontoId}, tildelt = ${naa()}, status = 'TIL_BEHANDLING', versjon = versjon + 1 where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function closeHenvendelse(tx: Tx, id: number, dag: Dato, utfall: string, grunn: string | null): Promise<void> {
  await tx.kjor(sql`update henvendelse set status = 'BESVART', besvart = ${dag}, utfall = ${utfall}, avslutningsgrunn = ${grunn}, versjon = versjon + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function insertSvar(tx: Tx, s: { henvendelseId: number; mottakerId: number; sprak: string; forventet: Dato; pdf: Buffer; sha256: string }): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into forelopig_svar (kommune_id, henvendelse_id, mottaker_id, sprak, forventet, pdf, sha256, sendt, sendt_av)
    values (${tx.hvem.kommuneId}, ${s.henvendelseId}, ${s.mottakerId}, ${s.sprak}, ${s.forventet}, ${s.pdf}, ${s.sha256}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  await tx.kjor(sql`update henvendelse set forventet = ${s.forventet}, versjon = versjon + 1 where kommune_id = ${tx.hvem.kommuneId} and id = ${s.henvendelseId}`);
  return rad?.id ?? 0;
}

export async function findSvar(tx: Tx, henvendelseId: number): Promise<SendtSvar[]> {
  return tx.alle<SendtSvar>(sql`select s.id, s.sendt, s.forventet, k.navn "sendtAv" from forelopig_svar s left join konto k on k.kommune_id = s.kommune_id and k.id = s.sendt_av
    where s.kommune_id = ${tx.hvem.kommuneId} and s.henvendelse_id = ${henvendelseId} order by s.sendt desc`);
}

export async function findSvarPdf(tx: Tx, henvendelseId: number, svarId: number): Promise<{ mottakerId: number; pdf: Buffer } | null> {
  return tx.en(sql`select mottaker_id "mottakerId", pdf from forelopig_svar where kommune_id = ${tx.hvem.kommuneId} and henvendelse_id = ${henvendelseId} and id = ${svarId}`);
}

/** Open applications of a recipient that came no later than the day. Their rows are held. */
export async function findApne(tx: Tx, mottakerId: number, dag: Dato): Promise<{ id: number; tjenester: string[]; type: string }[]> {
  return tx.alle(sql`select id, tjenester, type from henvendelse where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and status <> 'BESVART' and mottatt <= ${dag} order by id for update`);
}

export async function linkVedtak(tx: Tx, henvendelseId: number, vedtakId: number, mottakerId: number): Promise<void> {
  await tx.kjor(sql`insert into henvendelse_vedtak (kommune_id, henvendelse_id, vedtak_id, mottaker_id) values (${tx.hvem.kommuneId}, ${henvendelseId}, ${vedtakId}, ${mottakerId}) on conflict do nothing`);
}

/** The services that have a vedtak in answer to an application. */
export async function findVedtatteTjenester(tx: Tx, henvendelseId: number): Promise<string[]> {
  return (await tx.alle<{ tjeneste: string }>(sql`select distinct v.tjeneste from henvendelse_vedtak x join vedtak v on v.kommune_id = x.kommune_id and v.id = x.vedtak_id
    where x.kommune_id = ${tx.hvem.kommuneId} and x.henvendelse_id = ${henvendelseId}`)).map((r) => r.tjeneste);
}

export async function findKnyttede(tx: Tx, henvendelseId: number): Promise<{ id: number; nummer: string; tjeneste: string }[]> {
  return tx.alle(sql`select v.id, v.nummer, v.tjeneste from henvendelse_vedtak x join vedtak v on v.kommune_id = x.kommune_id and v.id = x.vedtak_id
    where x.kommune_id = ${tx.hvem.kommuneId} and x.henvendelse_id = ${henvendelseId} order by v.id`);
}

/** Services in force on the day, by name in the reader's language. */
export async function findTjenester(tx: Tx, dag: Dato, sprak: 'nb' | 'nn'): Promise<{ kode: string; navn: string }[]> {
  return tx.alle(sql`select kode, ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} navn from tjeneste where kommune_id = ${tx.hvem.kommuneId} and fom <= ${dag} and (tom is null or tom >= ${dag}) order by navn`);
}

export type Avsender = { readonly kommune: string; readonly kontor: string | null; readonly saksbehandler: string | null; readonly representant: string | null };

/** Who a letter comes from, and whom it also goes to. */
export async function findAvsender(tx: Tx, mottakerId: number, dag: Dato): Promise<Avsender | null> {
  const { kommuneId, kontoId } = tx.hvem;
  return tx.en<Avsender>(sql`
    select k.navn kommune,
      (select e.navn from enhet e left join konto_rolle r on r.kommune_id = e.kommune_id and r.enhet_id = e.id and r.konto_id = ${kontoId}
       where e.kommune_id = ${kommuneId} and e.type = 'BESTILLERKONTOR' order by r.konto_id is null, e.id limit 1) kontor,
      (select navn from konto where kommune_id = ${kommuneId} and id = ${kontoId}) saksbehandler,
      (select p.navn from kontaktperson p where p.kommune_id = ${kommuneId} and p.mottaker_id = ${mottakerId} and p.rolle in ('VERGE', 'FULLMEKTIG') and (p.tom is null or p.tom >= ${dag})
       order by p.rolle = 'VERGE' desc, p.id limit 1) representant
    from kommune k where k.id = ${kommuneId}`);
}
