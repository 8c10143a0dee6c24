import type { Anslagsrad, Dispensasjonsrad, Tid, Tosteg } from '#lib/avvik/arsslutt-view.ts';
import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Tabell = 'dispensasjon' | 'arsslutt_anslag';

const NAVN: Readonly<Record<Tabell, ReturnType<typeof sql>>> = { dispensasjon: sql`dispensasjon`, arsslutt_anslag: sql`arsslutt_anslag` };
const FELLES = sql`x.id, x.ar, x.enhet_id as "enhetId", e.navn as enhet, x.grunn, x.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn", x.foreslatt, g.navn as "godkjentAvNavn", x.godkjent,
  x.avslatt, x.avslag_grunn as "avslagGrunn", x.erstattet`;
const KOBLE = sql`x join enhet e on e.kommune_id = x.kommune_id and e.id = x.enhet_id left join konto f on f.kommune_id = x.kommune_id and f.id = x.foreslatt_av
  left join konto g on g.kommune_id = x.kommune_id and g.id = coalesce(x.godkjent_av, x.avslatt_av)`;

/** A year's dispensations (null: every year's), newest first. */
export function finnDispensasjoner(tx: Tx, ar: number | null): Promise<Dispensasjonsrad[]> {
  return tx.alle<Dispensasjonsrad>(sql`
    select ${FELLES}, x.maks_underskudd_ore as "maksUnderskuddOre" from dispensasjon ${KOBLE}
    where x.kommune_id = ${tx.hvem.kommuneId} and (${ar}::int is null or x.ar = ${ar}) order by x.id desc`);
}

/** A year's estimates (null: every year's), newest first. */
export function finnAnslag(tx: Tx, ar: number | null): Promise<Anslagsrad[]> {
  return tx.alle<Anslagsrad>(sql`
    select ${FELLES}, x.maned, x.belop_ore as "belopOre" from arsslutt_anslag ${KOBLE}
    where x.kommune_id = ${tx.hvem.kommuneId} and (${ar}::int is null or x.ar = ${ar}) order by x.id desc`);
}

export function gjelderNa(rad: Pick<Tosteg, 'godkjent' | 'erstattet'>): boolean {
  return rad.godkjent !== null && rad.erstattet === null;
}
export function venter(rad: Pick<Tosteg, 'godkjent' | 'avslatt'>): boolean {
  return rad.godkjent === null && rad.avslatt === null;
}

/** Null: one waits for the unit and year already. */
export async function nyDispensasjon(tx: Tx, d: { ar: number; enhetId: number; maksUnderskuddOre: number; grunn: string }, tid: Tid): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into dispensasjon (kommune_id, ar, enhet_id, maks_underskudd_ore, grunn, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${d.ar}, ${d.enhetId}, ${d.maksUnderskuddOre}, ${d.grunn}, ${tx.hvem.kontoId}, ${tid}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** Null: one waits for the unit and month already. */
export async function nyttAnslag(tx: Tx, a: { ar: number; maned: Maned; enhetId: number; belopOre: number; grunn: string }, tid: Tid): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into arsslutt_anslag (kommune_id, ar, maned, enhet_id, belop_ore, grunn, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${a.ar}, ${a.maned}, ${a.enhetId}, ${a.belopOre}, ${a.grunn}, ${tx.hvem.kontoId}, ${tid}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** The one that held before gives way, then this one holds. 0: it was decided already. */
export async function godkjenn(tx: Tx, tabell: Tabell, id: number, tid: Tid): Promise<number> {
  const [k, t] = [tx.hvem.kommuneId, NAVN[tabell]];
  const maned = tabell === 'arsslutt_anslag' ? sql`and g.maned = n.maned` : sql``;
  await tx.kjor(sql`
    update ${t} g set erstattet = ${tid} from ${t} n
    where n.kommune_id = ${k} and n.id = ${id} and n.godkjent is null and n.avslatt is null and g.kommune_id = n.kommune_id and g.enhet_id = n.enhet_id and g.ar = n.ar ${maned}
      and g.godkjent is not null and g.erstattet is null`);
  return tx.kjor(sql`
    update ${t} set godkjent_av = ${tx.hvem.kontoId}, godkjent = ${tid} where kommune_id = ${k} and id = ${id} and godkjent is null and avslatt is null`);
}

/** The proposer may take it back, another may say no. 0: it was decided already. */
export function avsla(tx: Tx, tabell: Tabell, id: number, grunn: string, tid: Tid): Promise<number> {
  return tx.kjor(sql`
    update ${NAVN[tabell]} set avslatt_av = ${tx.hvem.kontoId}, avslatt = ${tid}, avslag_grunn = ${grunn}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and godkjent is null and avslatt is null`);
}
