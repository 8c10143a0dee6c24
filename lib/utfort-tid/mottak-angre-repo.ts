import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Angreresultat, Apileveranse, Mottaksrad } from '#lib/utfort-tid/mottak-view.ts';

const GRUNN = 'Leveransen er angret';

/**
 * Takes a delivery back, set-wise: new visits are put aside, changed ones get what they had, each as a version of its own. What
 * is approved, has been corrected since or is locked stands, and is counted.
 */
export async function angreRader(tx: Tx, mottakId: number, sisteLaste: Dato): Promise<Angreresultat> {
  const k = tx.hvem.kommuneId;
  await tx.klient.query('CREATE TEMP TABLE angre (rad int, utfall text, system text, kilde_id text, besok_id bigint, versjon int, dato date, for_dato date, for_versjon int, hva text) ON COMMIT DROP');
  await tx.kjor(sql`insert into angre
    select r.rad, r.utfall, r.system, r.kilde_id, r.besok_id, r.versjon, r.dato, r.for_dato, r.for_versjon,
      case when b.erstattet is distinct from false then 'rettet' when b.kvittert then 'kvittert' when least(r.dato, r.for_dato) <= ${sisteLaste}::date then 'fristUte' else 'tas' end hva
    from besok_mottak_rad r left join besok b on b.kommune_id = r.kommune_id and b.dato = r.dato and b.id = r.besok_id and b.versjon = r.versjon
    where r.kommune_id = ${k} and r.mottak_id = ${mottakId} and r.utfall in ('NY', 'ENDRET')`);
  await tx.klient.query('ANALYZE angre');
  await tx.kjor(sql`update besok b set erstattet = true from angre a where a.hva = 'tas' and b.kommune_id = ${k} and b.dato = a.dato and b.id = a.besok_id and b.versjon = a.versjon`);
  const lagtBort = await tx.kjor(sql`
    insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert_av, registrert, kilde, kilde_id, grunn, erstattet)
    select b.id, ${k}, b.versjon + 1, b.dato, b.start, b.minutter, b.planlagt_minutter, b.kategori, b.oppdrag_id, b.vedtak_id, b.enhet_id, b.ansatt_id, ${tx.hvem.kontoId}, ${naa()}, 'LAGT_BORT', b.kilde_id, ${GRUNN}, true
    from angre a join besok b on b.kommune_id = ${k} and b.dato = a.dato and b.id = a.besok_id and b.versjon = a.versjon where a.hva = 'tas' and a.utfall = 'NY'`);
  const satt = await tx.kjor(sql`
    insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert_av, registrert, kilde, kilde_id, grunn)
    select b.id, ${k}, a.versjon + 1, b.dato, b.start, b.minutter, b.planlagt_minutter, b.kategori, b.oppdrag_id, b.vedtak_id, b.enhet_id, b.ansatt_id, ${tx.hvem.kontoId}, ${naa()}, b.kilde, b.kilde_id, ${GRUNN}
    from angre a join besok b on b.kommune_id = ${k} and b.dato = a.for_dato and b.id = a.besok_id and b.versjon = a.for_versjon where a.hva = 'tas' and a.utfall = 'ENDRET'`);
  await tx.kjor(sql`delete from besok_kildeid i using angre a where a.hva = 'tas' and a.utfall = 'NY' and i.kommune_id = ${k} and i.system = a.system and i.kilde_id = a.kilde_id`);
  await tx.kjor(sql`update besok_kildeid i set dato = a.for_dato, versjon = a.versjon + 1 from angre a where a.hva = 'tas' and a.utfall = 'ENDRET' and i.kommune_id = ${k} and i.system = a.system and i.kilde_id = a.kilde_id`);
  const gjenstar = await tx.alle<{ hva: 'kvittert' | 'rettet' | 'fristUte'; antall: number }>(sql`select hva, count(*)::int antall from angre where hva <> 'tas' group by hva`);
  const av = (hva: string): number => gjenstar.find((g) => g.hva === hva)?.antall ?? 0;
  return { lagtBort, satt, kvittert: av('kvittert'), rettet: av('rettet'), fristUte: av('fristUte') };
}

/** Rows of a delivery, in the order they came; only those with an outcome or a remark where `utfall` says so. */
export function findMottaksrader(tx: Tx, mottakId: number, utfall: string | null, side: { antall: number; fra: number } | null): Promise<Mottaksrad[]> {
  const bare = utfall === null ? sql`true` : utfall === 'UTENFOR' ? sql`r.grunn = 'UTENFOR'` : sql`r.utfall = ${utfall}`;
  const utsnitt = side === null ? sql`` : sql`limit ${side.antall} offset ${side.fra}`;
  return tx.alle<Mottaksrad>(sql`
    select r.rad, r.utfall, r.grunn, r.system, r.kilde_id "kildeId", r.besok_id "besokId", r.dato, to_char(to_timestamp(r.start_minutt * 60.0) at time zone 'Europe/Oslo', 'HH24.MI') kl,
      r.minutter, r.kategori, r.oppdrag_id "oppdragId", e.navn enhet, a.navn ansatt
    from besok_mottak_rad r join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id left join konto a on a.kommune_id = r.kommune_id and a.id = r.ansatt_id
    where r.kommune_id = ${tx.hvem.kommuneId} and r.mottak_id = ${mottakId} and ${bare} order by r.rad ${utsnitt}`);
}

/** The newest deliveries through the API whose visits could be judged. What was refused before that is told only to the sender. */
export function findApileveranser(tx: Tx, antall: number): Promise<Apileveranse[]> {
  return tx.alle<Apileveranse>(sql`
    select m.id, to_char(m.mottatt at time zone 'Europe/Oslo', 'DD.MM.YYYY "kl." HH24.MI') mottatt, s.system, s.nye, s.endret, s."like", s.avvist
    from (select id, mottatt from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and kilde = 'API' and status <> 'LEST' order by id desc limit ${antall}) m
    cross join lateral (select min(r.system) system, count(*) filter (where r.utfall = 'NY')::int nye, count(*) filter (where r.utfall = 'ENDRET')::int endret, count(*) filter (where r.utfall = 'LIK')::int "like", count(*) filter (where r.utfall = 'AVVIST')::int avvist
      from besok_mottak_rad r where r.kommune_id = ${tx.hvem.kommuneId} and r.mottak_id = m.id) s where s.system is not null order by m.id desc`);
}
