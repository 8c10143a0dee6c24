import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** What is held of a kind: REGNSKAP, TIMEVERK, SYKEFRAVAR, BUDSJETT (the newest version of each line), ENHETSBUDSJETT (the newest version). */
export type Celle = { readonly enhetId: number; readonly maned: Maned; readonly sum: number; readonly antall: number };

export function finnRegnskapssummer(tx: Tx, fra: Maned, til: Maned): Promise<Celle[]> {
  return tx.alle<Celle>(sql`select enhet_id as "enhetId", maned, sum(ore)::bigint as sum, count(*)::int as antall from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} group by enhet_id, maned`);
}

export function finnTimesummer(tx: Tx, fra: Maned, til: Maned): Promise<Celle[]> {
  return tx.alle<Celle>(sql`select enhet_id as "enhetId", maned, sum(minutter)::bigint as sum, count(*)::int as antall from timeverk
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} group by enhet_id, maned`);
}

export function finnFravarssummer(tx: Tx, fra: Maned, til: Maned): Promise<Celle[]> {
  return tx.alle<Celle>(sql`select enhet_id as "enhetId", maned, sum(minutter)::bigint as sum, count(*)::int as antall from sykefravar
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} group by enhet_id, maned`);
}

export function finnBudsjettsummer(tx: Tx, fra: Maned, til: Maned): Promise<Celle[]> {
  return tx.alle<Celle>(sql`select enhet_id as "enhetId", maned, sum(round(volum * pris_ore))::bigint as sum, count(*)::int as antall from (
      select distinct on (ordning_id, komponent, enhet_id, maned) enhet_id, maned, volum, pris_ore from budsjett
      where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} order by ordning_id, komponent, enhet_id, maned, versjon desc) b
    group by enhet_id, maned`);
}

export function finnEnhetsbudsjettsummer(tx: Tx, fra: Maned, til: Maned): Promise<Celle[]> {
  return tx.alle<Celle>(sql`select distinct on (enhet_id, maned) enhet_id as "enhetId", maned, ore as sum, 1 as antall from enhetsbudsjett
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} order by enhet_id, maned, versjon desc`);
}

/** One row as it is held. `tekst` is what sets it apart: function and art, type of hours, component, version. */
export type Rad = { readonly enhetId: number; readonly maned: Maned; readonly a: string; readonly b: string; readonly volum: string | null; readonly prisOre: number | null; readonly verdi: number; readonly kilde: string; readonly kildeId: string };

type Utsnitt = { readonly fra: Maned; readonly til: Maned; readonly enhetId: number | null; readonly antall: number; readonly start: number };

const enhet = (enhetId: number | null) => (enhetId === null ? sql`` : sql`and enhet_id = ${enhetId}`);

export function finnRegnskapsrader(tx: Tx, u: Utsnitt): Promise<Rad[]> {
  return tx.alle<Rad>(sql`select enhet_id as "enhetId", maned, funksjon as a, art as b, null as volum, null as "prisOre", ore as verdi, kilde, kilde_id as "kildeId" from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${u.fra} and ${u.til} ${enhet(u.enhetId)} order by maned, enhet_id, funksjon, art, id limit ${u.antall} offset ${u.start}`);
}

export function finnTimerader(tx: Tx, u: Utsnitt): Promise<Rad[]> {
  return tx.alle<Rad>(sql`select enhet_id as "enhetId", maned, type as a, '' as b, null as volum, null as "prisOre", minutter as verdi, kilde, kilde_id as "kildeId" from timeverk
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${u.fra} and ${u.til} ${enhet(u.enhetId)} order by maned, enhet_id, type, id limit ${u.antall} offset ${u.start}`);
}

export function finnFravarsrader(tx: Tx, u: Utsnitt): Promise<Rad[]> {
  return tx.alle<Rad>(sql`select enhet_id as "enhetId", maned, periode as a, '' as b, null as volum, null as "prisOre", minutter as verdi, kilde, kilde_id as "kildeId" from sykefravar
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${u.fra} and ${u.til} ${enhet(u.enhetId)} order by maned, enhet_id, periode, id limit ${u.antall} offset ${u.start}`);
}

export function finnBudsjettrader(tx: Tx, u: Utsnitt): Promise<Rad[]> {
  return tx.alle<Rad>(sql`select b.enhet_id as "enhetId", b.maned, o.kode || '/' || b.komponent as a, b.versjon::text as b, b.volum::text as volum, b.pris_ore as "prisOre",
      round(b.volum * b.pris_ore)::bigint as verdi, to_char(b.vedtatt_dato, 'YYYY-MM-DD') as kilde, '' as "kildeId"
    from budsjett b join ordning o on o.kommune_id = b.kommune_id and o.id = b.ordning_id
    where b.kommune_id = ${tx.hvem.kommuneId} and b.maned between ${u.fra} and ${u.til} ${enhet(u.enhetId)} order by b.maned, b.enhet_id, a, b.versjon, b.id limit ${u.antall} offset ${u.start}`);
}

export function finnEnhetsbudsjettrader(tx: Tx, u: Utsnitt): Promise<Rad[]> {
  return tx.alle<Rad>(sql`select enhet_id as "enhetId", maned, '' as a, versjon::text as b, null as volum, null as "prisOre", ore as verdi, '' as kilde, '' as "kildeId" from enhetsbudsjett
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${u.fra} and ${u.til} ${enhet(u.enhetId)} order by maned, enhet_id, versjon limit ${u.antall} offset ${u.start}`);
}

export type Fravarsmaned = { readonly maned: Maned; readonly arbeidsgiver: number; readonly etter: number; readonly betalt: number | null };

/** A unit's sick leave in minutes, the newest months first, not after `til`, with its paid minutes where they are known. */
export function finnFravarsmaneder(tx: Tx, enhetId: number, til: Maned, antall: number): Promise<Fravarsmaned[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Fravarsmaned>(sql`select s.maned, coalesce(sum(s.minutter) filter (where s.periode = 'ARBEIDSGIVER'), 0)::bigint arbeidsgiver, coalesce(sum(s.minutter) filter (where s.periode = 'ETTER_16'), 0)::bigint etter,
      (select sum(t.minutter)::bigint from timeverk t where t.kommune_id = ${k} and t.enhet_id = ${enhetId} and t.maned = s.maned) betalt
    from sykefravar s where s.kommune_id = ${k} and s.enhet_id = ${enhetId} and s.maned <= ${til} group by s.maned order by s.maned desc limit ${antall}`);
}
