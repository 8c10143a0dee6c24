import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { LENGSTE_FLYTT } from '#lib/utfort-tid/domain/rett-besok.ts';
import type { Angreresultat, Mottakssum, Mottaksstatus } from '#lib/utfort-tid/mottak-view.ts';

/** Columns of a table of delivered visits, beside its `rad int`. */
export const KILDEKOLONNER = ['system text', 'kilde_id text', 'oppdrag_id int', 'dato date', 'start_minutt int', 'minutter int', 'planlagt int', 'kategori text', 'tekst text', 'ansatt_id int'] as const;

/** From so many rows, tables are joined whole; the planner believes that row-level security lets one row through. */
const MANGE = 20_000;
/** Rows a statement: a change mark for each vedtak and month in it, so few statements are few marks. */
const BUNKE = 250_000;

export type Mottak = { readonly id: number; readonly kilde: 'IMPORT' | 'API'; readonly status: Mottaksstatus; readonly filimportId: number | null };

/** Orders in hours, by their own number and by their vedtak's. */
export function findImportoppdrag(tx: Tx): Promise<{ id: number; vedtakNummer: string }[]> {
  return tx.alle(sql`select o.id, v.nummer "vedtakNummer" from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    where o.kommune_id = ${tx.hvem.kommuneId} and v.omfang_type = 'TIMER' and o.annullert is null`);
}

export async function insertMottak(tx: Tx, m: { kilde: 'IMPORT' | 'API'; filimportId: number | null; klientId: number | null; nokkel: string | null; avtrykk: string | null }): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`insert into besok_mottak (kommune_id, kilde, filimport_id, klient_id, nokkel, avtrykk, status, oppsummering, mottatt)
    values (${tx.hvem.kommuneId}, ${m.kilde}, ${m.filimportId}, ${m.klientId}, ${m.nokkel}, ${m.avtrykk}, 'LEST', '[]', ${naa()}) returning id`);
  return rad?.id ?? 0;
}

const FELT = sql`id, kilde, status, filimport_id "filimportId"`;

export function findMottakForFil(tx: Tx, filimportId: number): Promise<Mottak | null> {
  return tx.en<Mottak>(sql`select ${FELT} from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and filimport_id = ${filimportId}`);
}

export function findMottak(tx: Tx, id: number): Promise<Mottak | null> {
  return tx.en<Mottak>(sql`select ${FELT} from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** Forgets what an earlier reading of the same file would have done. */
export async function slettMottakForFil(tx: Tx, filimportId: number): Promise<void> {
  await tx.kjor(sql`delete from besok_mottak_rad r using besok_mottak m where r.kommune_id = ${tx.hvem.kommuneId} and m.kommune_id = r.kommune_id and m.id = r.mottak_id and m.filimport_id = ${filimportId} and m.status = 'LEST'`);
  await tx.kjor(sql`delete from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and filimport_id = ${filimportId} and status = 'LEST'`);
}

/** Memory and plans for a table of so many rows, for this transaction. */
export async function forberedMange(tx: Tx, antall: number): Promise<void> {
  if (antall >= MANGE) await tx.kjor(sql`select set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true)`);
}

export async function tellRader(tx: Tx, tabell: Sql): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall from ${tabell}`))?.antall ?? 0;
}

/** What no single row can tell: the same id twice, and visits that are not over yet. Written as faults of the file from `fra` on. @returns how many */
export async function skrivMottaksfeil(tx: Tx, tabell: Sql, importId: number, fra: number, sisteMinutt: number, hoder: { kildeId: string | null; start: string | null }): Promise<number> {
  return tx.kjor(sql`
    with dobbel as (select system, kilde_id from ${tabell} group by system, kilde_id having count(*) > 1),
      feil as (
        select t.rad, 'kildeId' kolonne, ${hoder.kildeId}::text hode, 'DUPLIKAT_ID' grunn, t.kilde_id verdi from ${tabell} t join dobbel d on d.system = t.system and d.kilde_id = t.kilde_id
        union all
        select t.rad, 'start', ${hoder.start}::text, 'IKKE_FERDIG', to_char(to_timestamp(t.start_minutt * 60.0) at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') from ${tabell} t
          where t.start_minutt + t.minutter > ${sisteMinutt})
    insert into filimport_feil (kommune_id, import_id, lopenr, rad, kolonne, hode, grunn, verdi)
    select ${tx.hvem.kommuneId}::int, ${importId}::int, ${fra}::int + row_number() over (order by rad), rad, kolonne, hode, grunn, verdi from feil`);
}

/** The days in which visits that are known by their id stand, or null when none is known. */
export async function kjenteDager(tx: Tx, tabell: Sql): Promise<{ fra: Dato; til: Dato } | null> {
  const rad = await tx.en<{ fra: Dato | null; til: Dato | null }>(sql`select min(k.dato) fra, max(k.dato) til from ${tabell} t
    join besok_kildeid k on k.kommune_id = ${tx.hvem.kommuneId} and k.system = t.system and k.kilde_id = t.kilde_id`);
  return rad?.fra && rad.til ? { fra: rad.fra, til: rad.til } : null;
}

/**
 * Judges every row of `tabell` and keeps what it would do. A row is compared with what its source said last: the same is
 * ignored; another is a new version, unless a rule refuses it. `sisteLaste`: days through this one are locked.
 */
export async function dom(tx: Tx, tabell: Sql, mottakId: number, sisteLaste: Dato): Promise<void> {
  const k = tx.hvem.kommuneId;
  const dager = await kjenteDager(tx, tabell);
  const ny = sql`case when t.dato <= ${sisteLaste}::date then 'FRIST_UTE' when t.dato < o.fom or t.dato > o.tom or o.annullert is not null then 'UTENFOR' end`;
  // Without any known id there is nothing to compare with, and the visits themselves need not be read.
  const kjent = dager
    ? sql`left join besok_kildeid k on k.kommune_id = ${k} and k.system = t.system and k.kilde_id = t.kilde_id
        left join besok b on b.kommune_id = ${k} and b.dato = k.dato and b.id = k.besok_id and b.versjon = k.versjon and b.dato between ${dager.fra} and ${dager.til}
        left join oppdrag bo on bo.kommune_id = ${k} and bo.id = b.oppdrag_id`
    : sql`cross join (select null::bigint besok_id, null::date dato, null::int versjon) k`;
  const grunn = dager
    ? sql`case when k.besok_id is null then ${ny}
        when b.id is null then 'ANNET_OPPDRAG'
        when b.start = to_timestamp(t.start_minutt * 60.0) and b.minutter = t.minutter and b.kategori = t.kategori and b.oppdrag_id = t.oppdrag_id and (t.planlagt is null or b.planlagt_minutter = t.planlagt) and (t.ansatt_id is null or b.ansatt_id = t.ansatt_id) then 'LIK'
        when b.erstattet then 'RETTET_HER'
        when b.oppdrag_id <> t.oppdrag_id and (b.enhet_id <> o.enhet_id or bo.mottaker_id <> o.mottaker_id) then 'ANNET_OPPDRAG'
        when k.dato <= ${sisteLaste}::date then 'FRIST_UTE'
        when abs(t.dato - k.dato) > ${LENGSTE_FLYTT} then 'FOR_LANGT_UNNA'
        else ${ny} end`
    : ny;
  await tx.kjor(sql`
    insert into besok_mottak_rad (kommune_id, mottak_id, rad, utfall, grunn, system, kilde_id, besok_id, versjon, for_dato, for_versjon, dato, start_minutt, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, tekst, ansatt_id)
    select ${k}, ${mottakId}::int, rad, case when grunn = 'LIK' then 'LIK' when grunn <> 'UTENFOR' then 'AVVIST' when kjent_id is null then 'NY' else 'ENDRET' end,
      nullif(grunn, 'LIK'), system, kilde_id, case when grunn <> 'UTENFOR' and kjent_id is null then null else coalesce(kjent_id, nextval('besok_id_seq')) end,
      coalesce(for_versjon, 0) + 1, for_dato, for_versjon, dato, start_minutt, minutter, planlagt, kategori, oppdrag_id, vedtak_id, enhet_id, tekst, ansatt_id
    from (select t.rad, ${grunn} grunn, t.system, t.kilde_id, k.besok_id kjent_id, k.dato for_dato, k.versjon for_versjon, t.dato, t.start_minutt, t.minutter,
        coalesce(t.planlagt, case when v.besok > 0 then (2 * v.minutter + v.besok) / (2 * v.besok) end) planlagt, t.kategori, t.oppdrag_id, o.vedtak_id, o.enhet_id, t.tekst, t.ansatt_id
      from ${tabell} t join oppdrag o on o.kommune_id = ${k} and o.id = t.oppdrag_id join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id ${kjent}) d`);
}

/** What a delivery does, added up by outcome, unit and month; kept with it. */
export async function saveOppsummering(tx: Tx, mottakId: number): Promise<Mottakssum[]> {
  const k = tx.hvem.kommuneId;
  const sum = await tx.alle<Mottakssum>(sql`select utfall, grunn, enhet_id "enhetId", to_char(m, 'YYYY-MM') maned, antall, minutter
    from (select utfall, grunn, enhet_id, date_trunc('month', dato::timestamp) m, count(*)::int antall, sum(minutter)::bigint minutter from besok_mottak_rad
      where kommune_id = ${k} and mottak_id = ${mottakId} group by 1, 2, 3, 4) s order by 1, 2 nulls first, 4, 3`);
  await tx.kjor(sql`update besok_mottak set oppsummering = ${JSON.stringify(sum)} where kommune_id = ${k} and id = ${mottakId}`);
  return sum;
}

export async function findOppsummering(tx: Tx, mottakId: number): Promise<Mottakssum[]> {
  return (await tx.en<{ sum: Mottakssum[] }>(sql`select oppsummering sum from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and id = ${mottakId}`))?.sum ?? [];
}

const RADER = (tx: Tx, mottakId: number): Sql => sql`r.kommune_id = ${tx.hvem.kommuneId} and r.mottak_id = ${mottakId}`;

/** Whether something that was open when the delivery was judged has been locked since. */
export async function harBlittLast(tx: Tx, mottakId: number, sisteLaste: Dato): Promise<boolean> {
  return (await tx.en(sql`select 1 from besok_mottak_rad r where ${RADER(tx, mottakId)} and r.utfall in ('NY', 'ENDRET') and least(r.dato, r.for_dato) <= ${sisteLaste} limit 1`)) !== null;
}

/** The new visits of a delivery, in some statements; false when one of their ids has come another way since. */
export async function insertNye(tx: Tx, mottakId: number, kilde: 'IMPORT' | 'API', meld: (gjort: number) => Promise<void>): Promise<boolean> {
  const siste = (await tx.en<{ rad: number | null }>(sql`select max(r.rad) rad from besok_mottak_rad r where ${RADER(tx, mottakId)}`))?.rad ?? 0;
  const tid = naa();
  for (let fra = 0; fra <= siste; fra += BUNKE) {
    const nye = sql`from besok_mottak_rad r where ${RADER(tx, mottakId)} and r.rad >= ${fra} and r.rad < ${fra + BUNKE} and r.utfall = 'NY'`;
    const kjente = await tx.kjor(sql`insert into besok_kildeid (kommune_id, system, kilde_id, besok_id, dato, versjon) select r.kommune_id, r.system, r.kilde_id, r.besok_id, r.dato, 1 ${nye} on conflict do nothing`);
    const antall = await tx.kjor(sql`
      insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert, kilde, kilde_id, grunn)
      select r.besok_id, r.kommune_id, 1, r.dato, to_timestamp(r.start_minutt * 60.0), r.minutter, r.planlagt_minutter, r.kategori, r.oppdrag_id, r.vedtak_id, r.enhet_id, r.ansatt_id, ${tid}, ${kilde}, r.kilde_id, r.tekst ${nye}`);
    if (kjente !== antall) return false;
    await meld(Math.min(siste, fra + BUNKE));
  }
  return true;
}

/** The changed visits of a delivery, each as a new version that waits for approval; false when one has been changed since. */
export async function insertEndrede(tx: Tx, mottakId: number, kilde: 'IMPORT' | 'API'): Promise<boolean> {
  const k = tx.hvem.kommuneId;
  const endret = sql`${RADER(tx, mottakId)} and r.utfall = 'ENDRET'`;
  const antall = (await tx.en<{ antall: number }>(sql`select count(*)::int antall from besok_mottak_rad r where ${endret}`))?.antall ?? 0;
  if (antall === 0) return true;
  const ut = await tx.kjor(sql`update besok b set erstattet = true from besok_mottak_rad r where ${endret}
    and b.kommune_id = ${k} and b.dato = r.for_dato and b.id = r.besok_id and b.versjon = r.for_versjon and not b.erstattet`);
  if (ut !== antall) return false;
  await tx.kjor(sql`
    insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert, kilde, kilde_id, grunn)
    select r.besok_id, ${k}, r.versjon, r.dato, to_timestamp(r.start_minutt * 60.0), r.minutter, r.planlagt_minutter, r.kategori, r.oppdrag_id, r.vedtak_id, r.enhet_id, coalesce(r.ansatt_id, b.ansatt_id), ${naa()}, ${kilde}, r.kilde_id, coalesce(r.tekst, 'Endret i ' || r.system)
    from besok_mottak_rad r join besok b on b.kommune_id = ${k} and b.dato = r.for_dato and b.id = r.besok_id and b.versjon = r.for_versjon where ${endret}`);
  const kjente = await tx.kjor(sql`update besok_kildeid i set dato = r.dato, versjon = r.versjon from besok_mottak_rad r where ${endret}
    and i.kommune_id = ${k} and i.system = r.system and i.kilde_id = r.kilde_id and i.versjon = r.for_versjon`);
  return kjente === antall;
}

/** Orders and the first day this delivery has a visit within their time, for orders that had none. */
export function forsteBesokFra(tx: Tx, mottakId: number): Sql {
  return sql`select r.oppdrag_id, min(r.dato) dato from besok_mottak_rad r where ${RADER(tx, mottakId)} and r.utfall = 'NY' and r.grunn is null group by r.oppdrag_id`;
}

export async function settMottaksstatus(tx: Tx, id: number, fra: Mottaksstatus, til: Mottaksstatus, ellers: Sql = sql`svar = svar`): Promise<boolean> {
  return (await tx.kjor(sql`update besok_mottak set status = ${til}, ${ellers} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = ${fra}`)) === 1;
}

/** Who took a delivery back, when, and what that did. */
export function findAngret(tx: Tx, id: number): Promise<{ av: string | null; tid: Date; resultat: Angreresultat } | null> {
  return tx.en(sql`select a.navn av, m.angret tid, m.angreresultat resultat from besok_mottak m left join konto a on a.kommune_id = m.kommune_id and a.id = m.angret_av
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${id} and m.angret is not null`);
}
