import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Fradrag, Manuellpost } from '#lib/toppfinansiering/domain/kostnad.ts';
import type { Parametersett } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import type { Delingstallrad, Fellesrad, Kontovalg, Navngitt, Parameterrad } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** The registered circulars that hold, newest year first. */
export function finnParametre(tx: Tx): Promise<Parameterrad[]> {
  return tx.alle<Parameterrad>(sql`
    select p.id, p.tilskuddsar, p.innslagspunkt_ore::float8 as "innslagspunktOre", p.kompensasjonsgrad, p.pu_fradrag_ore::float8 as "puFradragOre", p.aldersgrense, p.kostra_funksjoner as "kostraFunksjoner", p.lonnsarter,
      p.egenandel_per_innbygger_ore::float8 as "egenandelPerInnbyggerOre", p.trinn2_fra_ore::float8 as "trinn2FraOre", p.trinn2_grad as "trinn2Grad",
      p.tillegg_maks_innbyggere as "tilleggMaksInnbyggere", p.tillegg_terskel_ore::float8 as "tilleggTerskelOre", p.tillegg_grad as "tilleggGrad", p.kilde, p.bekreftet is not null as bekreftet, p.registrert_av as "registrertAv", r.navn as "registrertAvNavn", p.registrert, b.navn as "bekreftetAvNavn"
    from tilskuddsparametre p join konto r on r.kommune_id = p.kommune_id and r.id = p.registrert_av left join konto b on b.kommune_id = p.kommune_id and b.id = p.bekreftet_av
    where p.kommune_id = ${tx.hvem.kommuneId} and p.erstattet is null order by p.tilskuddsar desc`);
}

export async function skrivParametre(tx: Tx, p: Omit<Parametersett, 'bekreftet'>, tid: Date): Promise<number> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update tilskuddsparametre set erstattet = ${tid} where kommune_id = ${k} and tilskuddsar = ${p.tilskuddsar} and erstattet is null`);
  const rad = await tx.en<{ id: number }>(sql`
    insert into tilskuddsparametre (kommune_id, tilskuddsar, innslagspunkt_ore, kompensasjonsgrad, pu_fradrag_ore, aldersgrense, kostra_funksjoner, lonnsarter, kilde, registrert_av, registrert,
      egenandel_per_innbygger_ore, trinn2_fra_ore, trinn2_grad, tillegg_maks_innbyggere, tillegg_terskel_ore, tillegg_grad)
    values (${k}, ${p.tilskuddsar}, ${p.innslagspunktOre}, ${p.kompensasjonsgrad}, ${p.puFradragOre}, ${p.aldersgrense}, ${p.kostraFunksjoner}::text[], ${p.lonnsarter}::text[], ${p.kilde}, ${tx.hvem.kontoId}, ${tid},
      ${p.egenandelPerInnbyggerOre ?? null}, ${p.trinn2FraOre ?? null}, ${p.trinn2Grad ?? null}, ${p.tilleggMaksInnbyggere ?? null}, ${p.tilleggTerskelOre ?? null}, ${p.tilleggGrad ?? null}) returning id`);
  return rad?.id ?? 0;
}

/** 0: confirmed already, or replaced. */
export function merkBekreftet(tx: Tx, id: number, tid: Date): Promise<number> {
  return tx.kjor(sql`update tilskuddsparametre set bekreftet_av = ${tx.hvem.kontoId}, bekreftet = ${tid} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and bekreftet is null and erstattet is null`);
}

/** Whether the account of the transaction is named for the grant. */
export async function erNavngitt(tx: Tx): Promise<boolean> {
  return (await tx.en<{ id: number }>(sql`select id from kravtilgang where kommune_id = ${tx.hvem.kommuneId} and konto_id = ${tx.hvem.kontoId} and avsluttet is null`)) !== null;
}

/** Everyone who is or was named, newest first. */
export function finnNavngitte(tx: Tx): Promise<Navngitt[]> {
  return tx.alle<Navngitt>(sql`
    select t.id, t.konto_id as "kontoId", k.navn, t.grunn, g.navn as "gittAvNavn", t.gitt, t.avsluttet from kravtilgang t
    join konto k on k.kommune_id = t.kommune_id and k.id = t.konto_id join konto g on g.kommune_id = t.kommune_id and g.id = t.gitt_av
    where t.kommune_id = ${tx.hvem.kommuneId} order by t.avsluttet nulls first, k.navn, t.id desc`);
}

/** Accounts whose role may be named, and that are not. */
export function finnKontovalg(tx: Tx, roller: readonly string[]): Promise<Kontovalg[]> {
  return tx.alle<Kontovalg>(sql`
    select k.id, k.navn, min(r.rolle) as rolle from konto k join konto_rolle r on r.kommune_id = k.kommune_id and r.konto_id = k.id and r.rolle = any(${roller}::text[])
    where k.kommune_id = ${tx.hvem.kommuneId} and k.stengt is null
      and not exists (select 1 from kravtilgang t where t.kommune_id = k.kommune_id and t.konto_id = k.id and t.avsluttet is null) group by k.id, k.navn order by k.navn`);
}

/** False: named already, or one's own account (the database's own check). */
export async function skrivTilgang(tx: Tx, kontoId: number, grunn: string, tid: Date): Promise<boolean> {
  return (await tx.kjor(sql`
    insert into kravtilgang (kommune_id, konto_id, grunn, gitt_av, gitt) values (${tx.hvem.kommuneId}, ${kontoId}, ${grunn}, ${tx.hvem.kontoId}, ${tid}) on conflict do nothing`)) === 1;
}

export function avsluttTilgang(tx: Tx, id: number, tid: Date): Promise<number> {
  return tx.kjor(sql`update kravtilgang set avsluttet = ${tid}, avsluttet_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and avsluttet is null`);
}

/** The year's divisors, those that hold and those that wait. */
export function finnDelingstall(tx: Tx, ar: number): Promise<Delingstallrad[]> {
  return tx.alle<Delingstallrad>(sql`
    select d.id, d.enhet_id as "enhetId", d.fravar_minutter::float8 as "fravarMinutter", d.sykelonn_ore::float8 as "sykelonnOre", d.andel_innen_16 as "andelInnen16", d.bilag, d.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn", g.navn as "godkjentAvNavn", d.godkjent
    from delingstall d join konto f on f.kommune_id = d.kommune_id and f.id = d.foreslatt_av left join konto g on g.kommune_id = d.kommune_id and g.id = d.godkjent_av
    where d.kommune_id = ${tx.hvem.kommuneId} and d.regnskapsar = ${ar} and d.erstattet is null order by d.enhet_id, d.id`);
}

/** False: one waits already for the unit. */
export async function skrivDelingstall(tx: Tx, d: { ar: number; enhetId: number; fravarMinutter: number; sykelonnOre?: number | null; andelInnen16?: string | null; bilag: string }, tid: Date): Promise<boolean> {
  return (await tx.kjor(sql`
    insert into delingstall (kommune_id, regnskapsar, enhet_id, fravar_minutter, sykelonn_ore, andel_innen_16, bilag, foreslatt_av, foreslatt)
    select e.kommune_id, ${d.ar}, e.id, ${d.fravarMinutter}, ${d.sykelonnOre ?? null}::bigint, ${d.andelInnen16 ?? null}::text, ${d.bilag}, ${tx.hvem.kontoId}, ${tid} from enhet e
    where e.kommune_id = ${tx.hvem.kommuneId} and e.id = ${d.enhetId} and e.type = 'UTFORER' on conflict do nothing`)) === 1;
}

export function finnEttDelingstall(tx: Tx, id: number): Promise<{ regnskapsar: number; enhetId: number; foreslattAv: number; godkjent: Date | null; erstattet: Date | null } | null> {
  return tx.en(sql`select regnskapsar, enhet_id as "enhetId", foreslatt_av as "foreslattAv", godkjent, erstattet from delingstall where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
}

/** The new divisor holds; the one before is replaced. */
export async function godkjennDelingstallrad(tx: Tx, id: number, d: { regnskapsar: number; enhetId: number }, tid: Date): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update delingstall set erstattet = ${tid} where kommune_id = ${k} and regnskapsar = ${d.regnskapsar} and enhet_id = ${d.enhetId} and godkjent is not null and erstattet is null`);
  await tx.kjor(sql`update delingstall set godkjent_av = ${tx.hvem.kontoId}, godkjent = ${tid} where kommune_id = ${k} and id = ${id}`);
}

export function finnFelles(tx: Tx, ar: number): Promise<Fellesrad[]> {
  return tx.alle<Fellesrad>(sql`
    select r.id, r.enhet_id as "enhetId", r.navn, r.funksjon, r.minutter::float8 as minutter, r.mottakere, r.vekter, r.nokkel, r.bilag, r.godkjent is not null as godkjent, r.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn", g.navn as "godkjentAvNavn"
    from fellesressurs r join konto f on f.kommune_id = r.kommune_id and f.id = r.foreslatt_av left join konto g on g.kommune_id = r.kommune_id and g.id = r.godkjent_av
    where r.kommune_id = ${tx.hvem.kommuneId} and r.regnskapsar = ${ar} and r.trukket is null order by r.id`);
}

export type Nyfelles = { readonly ar: number; readonly enhetId: number; readonly navn: string; readonly funksjon: string; readonly minutter: number; readonly mottakere: readonly number[]; readonly vekter: readonly number[]; readonly nokkel: string; readonly bilag: string };

export async function skrivFelles(tx: Tx, f: Nyfelles, tid: Date): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into fellesressurs (kommune_id, regnskapsar, enhet_id, navn, funksjon, minutter, mottakere, vekter, nokkel, bilag, foreslatt_av, foreslatt)
    select e.kommune_id, ${f.ar}, e.id, ${f.navn}, ${f.funksjon}, ${f.minutter}, ${f.mottakere}::int[], ${f.vekter}::int[], ${f.nokkel}, ${f.bilag}, ${tx.hvem.kontoId}, ${tid} from enhet e
    where e.kommune_id = ${tx.hvem.kommuneId} and e.id = ${f.enhetId} and e.type = 'UTFORER' and e.eierform = 'KOMMUNAL' returning id`);
  return rad?.id ?? null;
}

export function finnEnFelles(tx: Tx, id: number): Promise<{ foreslattAv: number; godkjent: Date | null } | null> {
  return tx.en(sql`select foreslatt_av as "foreslattAv", godkjent from fellesressurs where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null for update`);
}

export function godkjennFellesrad(tx: Tx, id: number, tid: Date): Promise<number> {
  return tx.kjor(sql`update fellesressurs set godkjent_av = ${tx.hvem.kontoId}, godkjent = ${tid} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and godkjent is null and trukket is null`);
}

export function finnPoster(tx: Tx, ar: number): Promise<Manuellpost[]> {
  return tx.alle<Manuellpost>(sql`
    select p.id, p.mottaker_id as "mottakerId", p.tekst, p.funksjon, p.art, p.belop_ore::float8 as "belopOre", p.lonnsandel, p.vedtak_id as "vedtakId", v.nummer, p.bilag, p.maned
    from ressurspost p left join vedtak v on v.kommune_id = p.kommune_id and v.id = p.vedtak_id
    where p.kommune_id = ${tx.hvem.kommuneId} and p.regnskapsar = ${ar} and p.trukket is null order by p.id`);
}

/** The posts of a year that are estimates. */
export async function finnAnslag(tx: Tx, ar: number): Promise<number[]> {
  return (await tx.alle<{ id: number }>(sql`select id from ressurspost where kommune_id = ${tx.hvem.kommuneId} and regnskapsar = ${ar} and anslag and trukket is null`)).map((r) => r.id);
}

export type Nypost = { readonly anslag?: boolean; readonly ar: number; readonly mottakerId: number; readonly tekst: string; readonly funksjon: string; readonly art: string; readonly belopOre: number; readonly lonnsandel: string | null; readonly vedtakId: number | null; readonly bilag: string };

/** Null: the recipient does not exist, or the vedtak is another's. */
export async function skrivPost(tx: Tx, p: Nypost, tid: Date): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into ressurspost (kommune_id, regnskapsar, mottaker_id, tekst, funksjon, art, belop_ore, lonnsandel, vedtak_id, bilag, anslag, registrert_av, registrert)
    select m.kommune_id, ${p.ar}, m.id, ${p.tekst}, ${p.funksjon}, ${p.art}, ${p.belopOre}, ${p.lonnsandel}, ${p.vedtakId}, ${p.bilag}, ${p.anslag === true}, ${tx.hvem.kontoId}, ${tid} from mottaker m
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${p.mottakerId}
      and (${p.vedtakId}::int is null or exists (select 1 from vedtak v where v.kommune_id = m.kommune_id and v.id = ${p.vedtakId} and v.mottaker_id = m.id)) returning id`);
  return rad?.id ?? null;
}

export function finnFradrag(tx: Tx, ar: number): Promise<Fradrag[]> {
  return tx.alle<Fradrag>(sql`
    select id, mottaker_id as "mottakerId", type, belop_ore::float8 as "belopOre", bilag from ressursfradrag
    where kommune_id = ${tx.hvem.kommuneId} and regnskapsar = ${ar} and trukket is null order by id`);
}

export async function skrivFradrag(tx: Tx, f: { ar: number; mottakerId: number; type: string; belopOre: number; bilag: string }, tid: Date): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into ressursfradrag (kommune_id, regnskapsar, mottaker_id, type, belop_ore, bilag, registrert_av, registrert)
    select m.kommune_id, ${f.ar}, m.id, ${f.type}, ${f.belopOre}, ${f.bilag}, ${tx.hvem.kontoId}, ${tid} from mottaker m where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${f.mottakerId} returning id`);
  return rad?.id ?? null;
}

export async function skrivPu(tx: Tx, p: { ar: number; mottakerId: number; registrertPu: boolean }, tid: Date): Promise<boolean> {
  return (await tx.kjor(sql`
    insert into pu_status (kommune_id, regnskapsar, mottaker_id, registrert_pu, registrert_av, registrert)
    select m.kommune_id, ${p.ar}, m.id, ${p.registrertPu}, ${tx.hvem.kontoId}, ${tid} from mottaker m where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${p.mottakerId}`)) === 1;
}

export type Trekkbar = 'ressurspost' | 'ressursfradrag' | 'fellesressurs';

/** Withdraws a row: it no longer counts, and is kept. 0: withdrawn already. */
export function trekkRad(tx: Tx, slag: Trekkbar, id: number, tid: Date): Promise<number> {
  const tabell = { ressurspost: sql`ressurspost`, ressursfradrag: sql`ressursfradrag`, fellesressurs: sql`fellesressurs` }[slag];
  return tx.kjor(sql`update ${tabell} set trukket = ${tid}, trukket_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null`);
}
