import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Budinnhold, Forhandling, Forhandlingsstatus, Kontraktspost, Part, SignertKontrakt, Slutt } from '#lib/vedtak/domain/kontrakt.ts';
import type { Kontraktsbud, Kontraktshode } from '#lib/vedtak/kontrakt-view.ts';

/** The account's own kommune and units, beside what the policies say. */
function egne(tx: Tx): Sql {
  const { kommuneId, enheter } = tx.hvem;
  return enheter === null ? sql`f.kommune_id = ${kommuneId}` : sql`f.kommune_id = ${kommuneId} and f.enhet_id = any(${enheter}::int[])`;
}

const BUDKOLONNER = sql`b.nr, b.part, b.manedsbelop_ore "manedsbelopOre", b.fom, b.tom, b.frist, b.innhold poster`;
const SIGNATURER = sql`coalesce((select jsonb_agg(jsonb_build_object('part', s.part, 'kontoId', s.konto_id) order by s.tid) from kontraktssignatur s where s.kommune_id = b.kommune_id and s.bud_id = b.id), '[]'::jsonb) signaturer`;
const SISTE = sql`join lateral (select x.* from kontraktsbud x where x.kommune_id = f.kommune_id and x.forhandling_id = f.id order by x.nr desc limit 1) b on true`;
const HODE = sql`f.id, f.mottaker_id "mottakerId", case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn, m.pseudonym, f.tjeneste, coalesce(t.navn_nb, f.tjeneste) "tjenesteNb", coalesce(t.navn_nn, f.tjeneste) "tjenesteNn",
  f.enhet_id "enhetId", e.navn enhet, f.status, f.slutt`;
// A provider sees the person only where it delivers already.
const FRA = sql`kontraktsforhandling f join enhet e on e.kommune_id = f.kommune_id and e.id = f.enhet_id
  left join mottaker m on m.kommune_id = f.kommune_id and m.id = f.mottaker_id left join mottaker_identitet i on i.kommune_id = f.kommune_id and i.mottaker_id = f.mottaker_id
  left join lateral (select navn_nb, navn_nn from tjeneste x where x.kommune_id = f.kommune_id and x.kode = f.tjeneste order by x.fom desc limit 1) t on true`;

type Hoderad = Omit<Kontraktshode, 'tilstand'> & { readonly status: Forhandlingsstatus; readonly slutt: Slutt | null };
type Budrad = Omit<Budinnhold, 'poster'> & { readonly nr: number; readonly part: Part; readonly poster: readonly Kontraktspost[]; readonly signaturer: readonly { part: Part; kontoId: number }[] };
export type Forhandlingsrad = Hoderad & Budrad;

/** Negotiations with their last bid; what has the nearest deadline first while open, otherwise the newest. */
export async function findForhandlinger(tx: Tx, statuser: readonly string[], antall: number, fra: number): Promise<Forhandlingsrad[]> {
  return tx.alle<Forhandlingsrad>(sql`select ${HODE}, ${BUDKOLONNER}, ${SIGNATURER} from ${FRA} ${SISTE}
    where ${egne(tx)} and f.status = any(${statuser}::text[]) order by f.status <> 'APEN', case when f.status = 'APEN' then b.frist end, f.id desc limit ${antall} offset ${fra}`);
}

export async function countForhandlinger(tx: Tx, statuser: readonly string[]): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall from kontraktsforhandling f where ${egne(tx)} and f.status = any(${statuser}::text[])`))?.antall ?? 0;
}

/** Open ones whose next step is this party's. */
export async function countMinTur(tx: Tx, part: Part, dag: Dato): Promise<number> {
  const tur = part === 'BESTILLER' ? sql`(b.part = 'UTFORER' or b.frist < ${dag})` : sql`b.part = 'BESTILLER' and b.frist >= ${dag}`;
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall from kontraktsforhandling f ${SISTE} where ${egne(tx)} and f.status = 'APEN' and ${tur}`))?.antall ?? 0;
}

export type Forhandlingshode = Hoderad & { readonly avsluttet: Dato | null; readonly avsluttetAv: string | null; readonly sluttGrunn: string | null; readonly vedtakId: number | null; readonly vedtakNummer: string | null };

export async function findForhandling(tx: Tx, id: number): Promise<Forhandlingshode | null> {
  return tx.en<Forhandlingshode>(sql`
    select ${HODE}, (f.avsluttet at time zone 'Europe/Oslo')::date avsluttet, k.navn "avsluttetAv", f.slutt_grunn "sluttGrunn", f.vedtak_id "vedtakId", v.nummer "vedtakNummer"
    from ${FRA} left join konto k on k.kommune_id = f.kommune_id and k.id = f.avsluttet_av left join vedtak v on v.kommune_id = f.kommune_id and v.id = f.vedtak_id
    where ${egne(tx)} and f.id = ${id}`);
}

/** Every bid, newest first, with who signed it and when. */
export async function findBud(tx: Tx, forhandlingId: number): Promise<Kontraktsbud[]> {
  return tx.alle<Kontraktsbud>(sql`
    select ${BUDKOLONNER}, b.tekst, (b.tid at time zone 'Europe/Oslo')::date sendt, ${SIGNATURER},
      coalesce((select jsonb_agg(jsonb_build_object('part', s.part, 'navn', k.navn, 'dato', (s.tid at time zone 'Europe/Oslo')::date) order by s.tid) from kontraktssignatur s join konto k on k.kommune_id = s.kommune_id and k.id = s.konto_id
        where s.kommune_id = b.kommune_id and s.bud_id = b.id), '[]'::jsonb) signert
    from kontraktsbud b where b.kommune_id = ${tx.hvem.kommuneId} and b.forhandling_id = ${forhandlingId} order by b.nr desc`);
}

export type LastForhandling = Forhandling & { readonly id: number; readonly mottakerId: number; readonly enhetId: number; readonly budId: number };

/** The negotiation, locked for the rest of the transaction, with its last bid: two windows answer one after the other. */
export async function lockForhandling(tx: Tx, id: number): Promise<LastForhandling | null> {
  const f = await tx.en<{ id: number; status: Forhandlingsstatus; slutt: Slutt | null; mottakerId: number; enhetId: number }>(sql`
    select f.id, f.status, f.slutt, f.mottaker_id "mottakerId", f.enhet_id "enhetId" from kontraktsforhandling f where ${egne(tx)} and f.id = ${id} for update`);
  if (!f) return null;
  const bud = await tx.en<Budrad & { budId: number }>(sql`
    select b.id "budId", ${BUDKOLONNER}, ${SIGNATURER} from kontraktsbud b where b.kommune_id = ${tx.hvem.kommuneId} and b.forhandling_id = ${id} order by b.nr desc limit 1`);
  if (!bud) throw new Error('forhandlingen er uten bud');
  const { budId, ...siste } = bud;
  return { ...f, budId, siste };
}

/** Opens it; null where the recipient has an open or signed one for the service. */
export async function insertForhandling(tx: Tx, f: { mottakerId: number; tjeneste: string; enhetId: number }): Promise<number | null> {
  return (await tx.en<{ id: number }>(sql`
    insert into kontraktsforhandling (kommune_id, mottaker_id, tjeneste, enhet_id, status, opprettet, opprettet_av)
    values (${tx.hvem.kommuneId}, ${f.mottakerId}, ${f.tjeneste}, ${f.enhetId}, 'APEN', ${naa()}, ${tx.hvem.kontoId})
    on conflict (kommune_id, mottaker_id, tjeneste) where status in ('APEN', 'ENIG') do nothing returning id`))?.id ?? null;
}

export type NyttBud = Budinnhold & { readonly forhandlingId: number; readonly mottakerId: number; readonly enhetId: number; readonly nr: number; readonly part: Part; readonly tekst: string };

/** A bid is a new row; earlier ones stand. @returns its id */
export async function insertBud(tx: Tx, b: NyttBud): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into kontraktsbud (kommune_id, forhandling_id, mottaker_id, enhet_id, nr, part, manedsbelop_ore, fom, tom, frist, innhold, tekst, tid, konto_id)
    values (${tx.hvem.kommuneId}, ${b.forhandlingId}, ${b.mottakerId}, ${b.enhetId}, ${b.nr}, ${b.part}, ${b.manedsbelopOre}, ${b.fom}, ${b.tom}, ${b.frist}, ${JSON.stringify(b.poster)}::jsonb, ${b.tekst}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  if (!rad) throw new Error('budet ble ikke lagret');
  return rad.id;
}

export async function insertSignatur(tx: Tx, s: { budId: number; part: Part; forhandlingId: number; mottakerId: number; enhetId: number }): Promise<void> {
  await tx.kjor(sql`
    insert into kontraktssignatur (kommune_id, bud_id, part, forhandling_id, mottaker_id, enhet_id, tid, konto_id)
    values (${tx.hvem.kommuneId}, ${s.budId}, ${s.part}, ${s.forhandlingId}, ${s.mottakerId}, ${s.enhetId}, ${naa()}, ${tx.hvem.kontoId})`);
}

export async function saveEnig(tx: Tx, id: number): Promise<void> {
  await tx.kjor(sql`update kontraktsforhandling set status = 'ENIG' where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function saveSlutt(tx: Tx, id: number, slutt: Slutt, grunn: string): Promise<void> {
  await tx.kjor(sql`update kontraktsforhandling set status = 'AVBRUTT', slutt = ${slutt}, slutt_grunn = ${grunn}, avsluttet = ${naa()}, avsluttet_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function saveIBruk(tx: Tx, id: number, vedtakId: number): Promise<void> {
  await tx.kjor(sql`update kontraktsforhandling set status = 'I_BRUK', vedtak_id = ${vedtakId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

const SIGNERT = sql`select f.id "forhandlingId", f.tjeneste, f.enhet_id "enhetId", ${BUDKOLONNER} from kontraktsforhandling f ${SISTE}`;

/** The signed contract of a recipient and a service that no vedtak rests on yet; locked for the rest of the transaction when `las`. */
export async function findSignert(tx: Tx, mottakerId: number, tjeneste: string, las = false): Promise<SignertKontrakt | null> {
  return tx.en<SignertKontrakt>(sql`${SIGNERT} where f.kommune_id = ${tx.hvem.kommuneId} and f.mottaker_id = ${mottakerId} and f.tjeneste = ${tjeneste} and f.status = 'ENIG' ${las ? sql`for update of f` : sql``}`);
}

/** All signed contracts of a recipient that wait for their vedtak. */
export async function findSignerte(tx: Tx, mottakerId: number): Promise<(SignertKontrakt & { tjeneste: string })[]> {
  return tx.alle(sql`${SIGNERT} where f.kommune_id = ${tx.hvem.kommuneId} and f.mottaker_id = ${mottakerId} and f.status = 'ENIG' order by f.id`);
}

/** The contract that a vedtak rests on. */
export async function findForVedtak(tx: Tx, vedtakId: number): Promise<SignertKontrakt | null> {
  return tx.en<SignertKontrakt>(sql`${SIGNERT} where ${egne(tx)} and f.vedtak_id = ${vedtakId}`);
}
