import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Rapportslag } from '#lib/oversikt/domain/rapport.ts';
import type { Rapportrad, Rapportskriv } from '#lib/oversikt/rapport-view.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const KOLONNER = sql`r.id, r.slag, r.fra, r.til, r.sprak, r.adresse, r.versjon, r.retter_id as "retterId", r.rettelse, r.offentlig, r.status, r.utgave, r.tekster,
  r.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn", r.foreslatt, p.navn as "publisertAvNavn", r.publisert, r.tilbake_grunn as "tilbakeGrunn", r.avtrykk, r.opprettet`;
const FRA = sql`rapport r left join konto f on f.kommune_id = r.kommune_id and f.id = r.foreslatt_av left join konto p on p.kommune_id = r.kommune_id and p.id = r.publisert_av`;

/** Every report the reader may see, newest period first, without its content. */
export function finnRapporter(tx: Tx): Promise<Rapportrad[]> {
  return tx.alle<Rapportrad>(sql`select ${KOLONNER} from ${FRA} where r.kommune_id = ${tx.hvem.kommuneId} and r.status <> 'FORKASTET' order by r.til desc, r.slag, r.versjon desc`);
}

export function finnRapport(tx: Tx, id: number): Promise<(Rapportrad & { readonly innhold: string | null }) | null> {
  return tx.en<Rapportrad & { innhold: string | null }>(sql`select ${KOLONNER}, r.innhold from ${FRA} where r.kommune_id = ${tx.hvem.kommuneId} and r.id = ${id} and r.status <> 'FORKASTET'`);
}

export type Offentligrad = { readonly slag: Rapportslag; readonly fra: Maned; readonly til: Maned; readonly sprak: 'nb' | 'nn'; readonly adresse: string; readonly versjon: number; readonly publisert: Date };

/** What anyone may read, newest period first. */
export function finnOffentlige(tx: Tx): Promise<Offentligrad[]> {
  return tx.alle<Offentligrad>(sql`
    select slag, fra, til, sprak, adresse, versjon, publisert from rapport
    where kommune_id = ${tx.hvem.kommuneId} and status = 'PUBLISERT' and offentlig order by til desc, slag, versjon desc`);
}

/** One public report by its address: the version asked for, or the newest. */
export function finnOffentlig(tx: Tx, adresse: string, versjon: number | null): Promise<{ readonly innhold: string; readonly avtrykk: string; readonly publisert: Date } | null> {
  return tx.en(sql`
    select innhold, avtrykk, publisert from rapport where kommune_id = ${tx.hvem.kommuneId} and adresse = ${adresse} and status = 'PUBLISERT' and offentlig
      and (${versjon}::int is null or versjon = ${versjon}) order by versjon desc limit 1`);
}

/** The content of the published reports of a year that ends with or before `til`, for what they hid. */
export async function finnPublisertInnhold(tx: Tx, fra: Maned, til: Maned): Promise<string[]> {
  const rader = await tx.alle<{ innhold: string }>(sql`select innhold from rapport where kommune_id = ${tx.hvem.kommuneId} and status = 'PUBLISERT' and til between ${fra} and ${til} order by id`);
  return rader.map((r) => r.innhold);
}

export async function finnKommunenavn(tx: Tx): Promise<string> {
  return (await tx.en<{ navn: string }>(sql`select navn from kommune where id = ${tx.hvem.kommuneId}`))?.navn ?? '';
}

export type Nyrapport = {
  readonly slag: Rapportslag; readonly fra: Maned; readonly til: Maned; readonly sprak: 'nb' | 'nn'; readonly adresse: string; readonly versjon: number;
  readonly retterId: number | null; readonly rettelse: string | null; readonly offentlig: boolean; readonly tekster: Rapportskriv;
};

/** Null: one is open already, or the number is taken. */
export async function opprettRapport(tx: Tx, r: Nyrapport): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into rapport (kommune_id, slag, fra, til, sprak, adresse, versjon, retter_id, rettelse, offentlig, status, tekster, opprettet_av, opprettet)
    values (${tx.hvem.kommuneId}, ${r.slag}, ${r.fra}, ${r.til}, ${r.sprak}, ${r.adresse}, ${r.versjon}, ${r.retterId}, ${r.rettelse}, ${r.offentlig}, 'UTKAST', ${JSON.stringify(r.tekster)}::jsonb, ${tx.hvem.kontoId}, ${naa()})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** Saves what is written; 0 when it is no longer the edition that was seen. */
export function lagreSkriv(tx: Tx, id: number, utgave: number, skriv: Rapportskriv, offentlig: boolean): Promise<number> {
  return tx.kjor(sql`update rapport set tekster = ${JSON.stringify(skriv)}::jsonb, offentlig = ${offentlig}, utgave = utgave + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and utgave = ${utgave} and status = 'UTKAST'`);
}

export function settForeslatt(tx: Tx, { id, utgave, innhold, avtrykk, tid }: { id: number; utgave: number; innhold: string; avtrykk: string; tid: Date | string }): Promise<number> {
  return tx.kjor(sql`update rapport set status = 'FORESLATT', innhold = ${innhold}, avtrykk = ${avtrykk}, foreslatt_av = ${tx.hvem.kontoId}, foreslatt = ${tid}, tilbake_grunn = null
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and utgave = ${utgave} and status = 'UTKAST'`);
}

export function settPublisert(tx: Tx, id: number, avtrykk: string, tid: Date | string): Promise<number> {
  return tx.kjor(sql`update rapport set status = 'PUBLISERT', publisert_av = ${tx.hvem.kontoId}, publisert = ${tid}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FORESLATT' and avtrykk = ${avtrykk}`);
}

export function settTilbake(tx: Tx, id: number, grunn: string): Promise<number> {
  return tx.kjor(sql`update rapport set status = 'UTKAST', innhold = null, avtrykk = null, foreslatt_av = null, foreslatt = null, tilbake_grunn = ${grunn}, utgave = utgave + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FORESLATT'`);
}

export function settForkastet(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update rapport set status = 'FORKASTET' where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'UTKAST'`);
}

export type Klagetall = { readonly mottatt: number; readonly avgjort: number; readonly medhold: number };

/** Appeals received and decided in a period, and those of the decided where the appellant won something. */
export async function tellKlager(tx: Tx, fra: Dato, til: Dato): Promise<Klagetall> {
  const rad = await tx.en<Klagetall>(sql`
    select count(*) filter (where mottatt between ${fra} and ${til})::int as mottatt, count(*) filter (where avgjort between ${fra} and ${til})::int as avgjort,
      count(*) filter (where avgjort between ${fra} and ${til} and (utfall in ('OMGJORT', 'DELVIS') or instans_utfall in ('ENDRET', 'OPPHEVET')))::int as medhold
    from klage where kommune_id = ${tx.hvem.kommuneId}`);
  return rad ?? { mottatt: 0, avgjort: 0, medhold: 0 };
}

/** Recipients with something settled in a month. */
export async function tellMottakere(tx: Tx, maned: Maned): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select count(distinct v.mottaker_id)::int as antall from avregning_linje l join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.gjelder_maned = ${maned}`);
  return rad?.antall ?? 0;
}
