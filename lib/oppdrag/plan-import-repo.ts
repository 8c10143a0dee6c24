import type { Dato } from '#lib/core/dato.ts';
import type { Mottaksstatus } from '#lib/oppdrag/domain/importstatus.ts';
import type { Plananger, Planimportrad, Planimportsum } from '#lib/oppdrag/plan-import-view.ts';
import { naa } from '#lib/server/clock.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export const PLANKOLONNER = ['oppdrag_id int', 'ukedager int[]', 'dato date', 'hver int', 'fase int', 'start_minutt int', 'minutter int', 'personer int', 'oppgaver text[]', 'ansatt_id int', 'fom date', 'tom date'] as const;
/** Orders of the summary that are kept, those farthest from what is granted first. */
const OPPDRAG_VIST = 200;

export type Planimport = { readonly importId: number; readonly dag: Dato; readonly status: Mottaksstatus };

/** Orders in hours that are not over, by their number, their vedtak's and the recipient's pseudonym. */
export function findPlanbare(tx: Tx, dag: Dato): Promise<{ id: number; vedtakNummer: string; pseudonym: string }[]> {
  return tx.alle(sql`select o.id, v.nummer "vedtakNummer", m.pseudonym from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
    where o.kommune_id = ${tx.hvem.kommuneId} and v.omfang_type = 'TIMER' and o.annullert is null and (o.tom is null or o.tom >= ${dag})`);
}

export function findPlanimport(tx: Tx, importId: number): Promise<Planimport | null> {
  return tx.en<Planimport>(sql`select import_id "importId", dag, status from planimport where kommune_id = ${tx.hvem.kommuneId} and import_id = ${importId}`);
}

export async function slettPlanimport(tx: Tx, importId: number): Promise<void> {
  await tx.kjor(sql`delete from planimport_rad r using planimport p where r.kommune_id = ${tx.hvem.kommuneId} and r.import_id = ${importId} and p.kommune_id = r.kommune_id and p.import_id = r.import_id and p.status = 'LEST'`);
  await tx.kjor(sql`delete from planimport where kommune_id = ${tx.hvem.kommuneId} and import_id = ${importId} and status = 'LEST'`);
}

/** A row of the plan as text, equal when it says the same visit. `t` has its columns. */
const nokkel = (fom: Sql, tom: Sql): Sql => sql`concat_ws('|', t.oppdrag_id, coalesce(t.ukedag, 0), coalesce(t.dato::text, '-'), t.hver, t.fase, t.start_minutt, t.minutter, t.personer,
  coalesce((select string_agg(x, ',' order by x) from unnest(t.oppgaver) x), '-'), coalesce(t.ansatt_id, 0), ${fom}::text, coalesce(${tom}::text, '-'))`;

/** The rows of the file, one a weekday, from the day they can be in force. */
function filrader(tx: Tx, tabell: Sql, dag: Dato): Sql {
  return sql`fil as materialized (select f.rad, f.oppdrag_id, o.vedtak_id, o.enhet_id, u.ukedag, f.dato, f.hver, f.fase, f.start_minutt, f.minutter, f.personer, f.oppgaver, f.ansatt_id,
      greatest(coalesce(f.fom, ${dag}::date), ${dag}::date, o.fom) fom, f.tom, o.tom siste
    from ${tabell} f join oppdrag o on o.kommune_id = ${tx.hvem.kommuneId} and o.id = f.oppdrag_id
    cross join lateral (select x ukedag from unnest(f.ukedager) x union all select null where f.dato is not null) u)`;
}

/** What no single row can tell: the same visit twice, rows outside their order's time, and employees of other units. @returns how many */
export async function skrivPlanfeil(tx: Tx, tabell: Sql, importId: number, fra: number, dag: Dato, hoder: { oppdrag: string | null; ansatt: string | null; fom: string | null }): Promise<number> {
  const k = tx.hvem.kommuneId;
  return tx.kjor(sql`
    with ${filrader(tx, tabell, dag)}, dobbel as (select t.rad, count(*) over (partition by ${nokkel(sql`t.fom`, sql`t.tom`)}) antall from fil t),
      feil as (
        select distinct rad, 'planoppdrag' kolonne, ${hoder.oppdrag}::text hode, 'DUPLIKAT' grunn, '' verdi from dobbel where antall > 1
        union all select distinct rad, 'fom', ${hoder.fom}::text, 'UTENFOR_OPPDRAGET', fom::text from fil where fom > coalesce(siste, 'infinity'::date)
        union all select distinct f.rad, 'ansatt', ${hoder.ansatt}::text, 'ANNEN_ENHET', f.ansatt_id::text from fil f where f.ansatt_id is not null and (f.tom is null or f.tom >= f.fom)
          and not exists (select 1 from konto_rolle r where r.kommune_id = ${k} and r.konto_id = f.ansatt_id and r.enhet_id = f.enhet_id and r.rolle in ('utforeransatt', 'utforerleder') and r.fom <= f.fom and (r.tom is null or r.tom >= f.fom)))
    insert into filimport_feil (kommune_id, import_id, lopenr, rad, kolonne, hode, grunn, verdi)
    select ${k}::int, ${importId}::int, ${fra}::int + row_number() over (order by rad), rad, kolonne, hode, grunn, verdi from feil`);
}

/**
 * Judges a file against the plan from `dag` on: rows that the plan has already are alike, the others new; rows of the same orders
 * that the file does not have, end the day before.
 */
export async function domPlan(tx: Tx, tabell: Sql, importId: number, dag: Dato): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`insert into planimport (kommune_id, import_id, dag, status, oppsummering) values (${k}, ${importId}, ${dag}, 'LEST', '{}')`);
  await tx.kjor(sql`
    with ${filrader(tx, tabell, dag)},
      ny as (select t.*, ${nokkel(sql`t.fom`, sql`t.tom`)} || '#' || row_number() over (partition by ${nokkel(sql`t.fom`, sql`t.tom`)} order by t.rad) nokkel from fil t where t.tom is null or t.tom >= t.fom),
      gammel as (select t.*, ${nokkel(sql`greatest(t.fom, ${dag}::date, t.ofom)`, sql`t.tom`)} || '#' || row_number() over (partition by ${nokkel(sql`greatest(t.fom, ${dag}::date, t.ofom)`, sql`t.tom`)} order by t.id) nokkel
        from (select b.*, o.fom ofom from besoksplan b join oppdrag o on o.kommune_id = b.kommune_id and o.id = b.oppdrag_id
          where b.kommune_id = ${k} and b.oppdrag_id in (select oppdrag_id from fil) and b.trukket is null and (b.tom is null or b.tom >= ${dag}) and (b.dato is null or b.dato >= ${dag})) t),
      dom as (
        select n.rad, case when g.id is null then 'NY' else 'LIK' end utfall, g.id plan_id, g.tom for_tom, n.oppdrag_id, n.vedtak_id, n.enhet_id, n.ukedag, n.dato, n.hver, n.fase, n.start_minutt, n.minutter, n.personer, n.oppgaver, n.ansatt_id, n.fom, n.tom
          from ny n left join gammel g on g.nokkel = n.nokkel
        union all
        select null, 'SLUTT', g.id, g.tom, g.oppdrag_id, g.vedtak_id, g.enhet_id, g.ukedag, g.dato, g.hver, g.fase, g.start_minutt, g.minutter, g.personer, g.oppgaver, g.ansatt_id, g.fom, g.tom
          from gammel g where not exists (select 1 from ny n where n.nokkel = g.nokkel))
    insert into planimport_rad (kommune_id, import_id, lopenr, rad, utfall, plan_id, for_tom, oppdrag_id, vedtak_id, enhet_id, ukedag, dato, hver, fase, start_minutt, minutter, personer, oppgaver, ansatt_id, fom, tom)
    select ${k}::int, ${importId}::int, row_number() over (order by oppdrag_id, rad nulls last, ukedag, start_minutt), rad, utfall, coalesce(plan_id, nextval('besoksplan_id_seq')), for_tom, oppdrag_id, vedtak_id, enhet_id, ukedag, dato, hver, fase, start_minutt, minutter, personer, oppgaver, ansatt_id, fom, tom from dom`);
}

/** What a file does, added up, and kept with it. */
export async function savePlansum(tx: Tx, importId: number): Promise<void> {
  const k = tx.hvem.kommuneId;
  const [antall, oppdrag] = [
    await tx.en<{ nye: number; like: number; slutt: number }>(sql`select count(*) filter (where utfall = 'NY')::int nye, count(*) filter (where utfall = 'LIK')::int "like", count(*) filter (where utfall = 'SLUTT')::int slutt
      from planimport_rad where kommune_id = ${k} and import_id = ${importId}`),
    await tx.alle<Planimportsum['oppdrag'][number] & { enhetId: number; enhet: string; besokFor: number; besokEtter: number }>(sql`
      select r.oppdrag_id "oppdragId", v.nummer "vedtakNummer", m.pseudonym, r.enhet_id "enhetId", e.navn enhet, round(r.bf)::int "besokFor", round(r.mf)::int "minutterFor", round(r.be)::int "besokEtter", round(r.me)::int "minutterEtter", round(v.minutter::numeric / v.per_uker)::int vedtatt
      from (select oppdrag_id, vedtak_id, enhet_id, coalesce(sum(1.0 / hver) filter (where utfall <> 'NY' and ukedag is not null), 0) bf, coalesce(sum(minutter::numeric / hver) filter (where utfall <> 'NY' and ukedag is not null), 0) mf,
          coalesce(sum(1.0 / hver) filter (where utfall <> 'SLUTT' and ukedag is not null), 0) be, coalesce(sum(minutter::numeric / hver) filter (where utfall <> 'SLUTT' and ukedag is not null), 0) me
        from planimport_rad where kommune_id = ${k} and import_id = ${importId} group by 1, 2, 3) r
      join vedtak v on v.kommune_id = ${k} and v.id = r.vedtak_id join oppdrag o on o.kommune_id = ${k} and o.id = r.oppdrag_id join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
      join enhet e on e.kommune_id = ${k} and e.id = r.enhet_id order by abs(round(r.me) - round(v.minutter::numeric / v.per_uker)) desc, r.oppdrag_id`),
  ];
  const enheter = [...Map.groupBy(oppdrag, (o) => o.enhetId).values()].map((o) => {
    const sum = (felt: 'besokFor' | 'minutterFor' | 'besokEtter' | 'minutterEtter' | 'vedtatt'): number => o.reduce((n, en) => n + en[felt], 0);
    return { enhetId: o[0]?.enhetId ?? 0, enhet: o[0]?.enhet ?? '', oppdrag: o.length, besokFor: sum('besokFor'), minutterFor: sum('minutterFor'), besokEtter: sum('besokEtter'), minutterEtter: sum('minutterEtter'), vedtatt: sum('vedtatt') };
  });
  const vist = oppdrag.filter((o) => o.minutterEtter !== o.vedtatt || o.minutterFor !== o.minutterEtter).slice(0, OPPDRAG_VIST);
  const lagret: Planimportsum = { ...(antall ?? { nye: 0, like: 0, slutt: 0 }), enheter, oppdrag: vist.map(({ oppdragId, vedtakNummer, pseudonym, minutterFor, minutterEtter, vedtatt }) => ({ oppdragId, vedtakNummer, pseudonym, minutterFor, minutterEtter, vedtatt })) };
  await tx.kjor(sql`update planimport set oppsummering = ${JSON.stringify(lagret)} where kommune_id = ${k} and import_id = ${importId}`);
}

/** Whether the plan of the file's orders is still what it was judged against. Locks the rows it will end. */
export async function planErSomDomt(tx: Tx, importId: number, dag: Dato): Promise<boolean> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`select 1 from besoksplan b where b.kommune_id = ${k} and b.oppdrag_id in (select oppdrag_id from planimport_rad where kommune_id = ${k} and import_id = ${importId}) for update`);
  const avvik = await tx.en(sql`
    with naa as (select b.id, b.tom from besoksplan b where b.kommune_id = ${k} and b.oppdrag_id in (select oppdrag_id from planimport_rad where kommune_id = ${k} and import_id = ${importId})
        and b.trukket is null and (b.tom is null or b.tom >= ${dag}) and (b.dato is null or b.dato >= ${dag})),
      domt as (select plan_id, for_tom from planimport_rad where kommune_id = ${k} and import_id = ${importId} and utfall <> 'NY')
    select 1 from naa n full join domt d on d.plan_id = n.id where n.id is null or d.plan_id is null or n.tom is distinct from d.for_tom limit 1`);
  return avvik === null;
}

/** Ends what the file does not have, and starts what is new. */
export async function skrivPlan(tx: Tx, importId: number, dag: Dato): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update besoksplan b set tom = case when b.fom < ${dag} then ${dag}::date - 1 else b.tom end, trukket = case when b.fom < ${dag} then null else ${naa()}::timestamptz end
    from planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId} and r.utfall = 'SLUTT' and b.kommune_id = ${k} and b.id = r.plan_id`);
  await tx.kjor(sql`insert into besoksplan (id, kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, dato, hver, fase, start_minutt, minutter, personer, oppgaver, ansatt_id, fom, tom, opphav, kilde_id, registrert, registrert_av)
    select r.plan_id, ${k}, r.oppdrag_id, r.vedtak_id, r.enhet_id, r.ukedag, r.dato, r.hver, r.fase, r.start_minutt, r.minutter, r.personer, r.oppgaver, r.ansatt_id, r.fom, r.tom, 'IMPORT', ${importId}::int || '-' || r.rad, ${naa()}, ${tx.hvem.kontoId}
    from planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId} and r.utfall = 'NY'`);
}

/** Takes a file's plan back from today on, order by order; an order somebody has planned since, stands. */
export async function angrePlan(tx: Tx, importId: number, dag: Dato, iDag: Dato): Promise<Plananger> {
  const k = tx.hvem.kommuneId;
  await tx.klient.query('CREATE TEMP TABLE tas (oppdrag_id int) ON COMMIT DROP');
  const rad = sql`planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId}`;
  const tas = await tx.kjor(sql`insert into tas select distinct r.oppdrag_id from ${rad} and not exists (
      select 1 from besoksplan b where b.kommune_id = ${k} and b.oppdrag_id = r.oppdrag_id and b.registrert >= (select tatt_inn from planimport where kommune_id = ${k} and import_id = ${importId})
        and not exists (select 1 from planimport_rad x where x.kommune_id = ${k} and x.import_id = ${importId} and x.plan_id = b.id))
    and not exists (select 1 from planimport_rad x join besoksplan b on b.kommune_id = ${k} and b.id = x.plan_id where x.kommune_id = ${k} and x.import_id = ${importId} and x.oppdrag_id = r.oppdrag_id and x.utfall <> 'SLUTT' and (b.trukket is not null or b.tom is distinct from x.tom))`);
  const alle = (await tx.en<{ antall: number }>(sql`select count(distinct r.oppdrag_id)::int antall from ${rad}`))?.antall ?? 0;
  await tx.kjor(sql`update besoksplan b set tom = case when b.fom < ${iDag} then ${iDag}::date - 1 else b.tom end, trukket = case when b.fom < ${iDag} then null else ${naa()}::timestamptz end
    from planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId} and r.utfall = 'NY' and r.oppdrag_id in (select oppdrag_id from tas) and b.kommune_id = ${k} and b.id = r.plan_id and (b.tom is null or b.tom >= ${iDag})`);
  if (dag === iDag) {
    await tx.kjor(sql`update besoksplan b set tom = r.for_tom, trukket = null from planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId} and r.utfall = 'SLUTT' and r.oppdrag_id in (select oppdrag_id from tas) and b.kommune_id = ${k} and b.id = r.plan_id`);
  } else {
    // What is over keeps the plan it had: the old rows start again today.
    await tx.kjor(sql`insert into besoksplan (kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, dato, hver, fase, start_minutt, minutter, personer, oppgaver, ansatt_id, fom, tom, opphav, kilde_id, registrert, registrert_av)
      select ${k}, r.oppdrag_id, r.vedtak_id, r.enhet_id, r.ukedag, r.dato, r.hver, r.fase, r.start_minutt, r.minutter, r.personer, r.oppgaver, r.ansatt_id, greatest(r.fom, ${iDag}::date), r.for_tom, 'IMPORT', ${importId}::int || '-angret', ${naa()}, ${tx.hvem.kontoId}
      from planimport_rad r where r.kommune_id = ${k} and r.import_id = ${importId} and r.utfall = 'SLUTT' and r.oppdrag_id in (select oppdrag_id from tas) and (r.for_tom is null or r.for_tom >= ${iDag}) and (r.dato is null or r.dato >= ${iDag})`);
  }
  return { oppdrag: tas, staar: alle - tas };
}

export async function settPlanstatus(tx: Tx, importId: number, fra: Mottaksstatus, til: Mottaksstatus, ellers: Sql): Promise<boolean> {
  return (await tx.kjor(sql`update planimport set status = ${til}, ${ellers} where kommune_id = ${tx.hvem.kommuneId} and import_id = ${importId} and status = ${fra}`)) === 1;
}

export function findPlanbilde(tx: Tx, importId: number): Promise<{ status: Mottaksstatus; dag: Dato; oppsummering: Planimportsum; angret: Date | null; angretAv: string | null; resultat: Plananger | null } | null> {
  return tx.en(sql`select p.status, p.dag, p.oppsummering, p.angret, a.navn "angretAv", p.angreresultat resultat from planimport p left join konto a on a.kommune_id = p.kommune_id and a.id = p.angret_av
    where p.kommune_id = ${tx.hvem.kommuneId} and p.import_id = ${importId}`);
}

export function findPlanimportrader(tx: Tx, importId: number, utfall: string, side: { antall: number; fra: number }): Promise<Planimportrad[]> {
  return tx.alle<Planimportrad>(sql`select r.lopenr, r.rad, r.utfall, r.oppdrag_id "oppdragId", m.pseudonym, r.ukedag, r.dato, to_char(make_interval(mins => r.start_minutt), 'HH24.MI') kl, r.minutter, r.personer, r.hver, a.navn ansatt, r.fom, r.tom
    from planimport_rad r join oppdrag o on o.kommune_id = r.kommune_id and o.id = r.oppdrag_id join mottaker m on m.kommune_id = r.kommune_id and m.id = o.mottaker_id left join konto a on a.kommune_id = r.kommune_id and a.id = r.ansatt_id
    where r.kommune_id = ${tx.hvem.kommuneId} and r.import_id = ${importId} and r.utfall = ${utfall} order by r.lopenr limit ${side.antall} offset ${side.fra}`);
}
