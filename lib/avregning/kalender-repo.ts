import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Stedfortrederkommando } from '#lib/avregning/domain/kalender.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export const KALENDERNOKKEL = 'avregningskalender';

/** The calendar from a month on; typed again for the same month, it replaces. */
export function skrivKalender(tx: Tx, fra: Maned, verdi: Readonly<Record<string, number>>): Promise<number> {
  return tx.kjor(sql`
    insert into innstilling (kommune_id, nokkel, fom, verdi) values (${tx.hvem.kommuneId}, ${KALENDERNOKKEL}, ${forsteDag(fra)}, ${JSON.stringify(verdi)})
    on conflict (kommune_id, nokkel, fom) do update set verdi = excluded.verdi`);
}

export type Gangrad = {
  readonly enhetId: number;
  /** days of the month that the unit has declared, week by week */
  readonly dager: number;
  readonly erklart: Date | null;
  readonly erklartNavn: string | null;
  readonly erklartOre: number | null;
  readonly merknad: string | null;
  readonly stipulert: boolean;
  readonly stipuleringVenter: boolean;
  readonly attestert: Date | null;
  readonly attestertAv: number | null;
  readonly attestertNavn: string | null;
  readonly attestertOre: number | null;
  readonly godkjent: Date | null;
  readonly godkjentNavn: string | null;
  readonly apneInnsigelser: number;
};

/** How far the units have come with a month: declared, stipulated, attested, approved, objected to. */
export function finnGang(tx: Tx, maned: Maned, enheter: readonly number[]): Promise<Gangrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Gangrad>(sql`
    select u.id as "enhetId",
      coalesce((select sum(least(w.tom, ${sisteDag(maned)}::date) - greatest(w.fom, ${forsteDag(maned)}::date) + 1) from uke_erklaring w
        where w.kommune_id = ${k} and w.enhet_id = u.id and w.fom <= ${sisteDag(maned)} and w.tom >= ${forsteDag(maned)}), 0)::int as dager,
      e.erklart, ek.navn as "erklartNavn", e.belop_ore as "erklartOre", e.merknad,
      exists (select 1 from stipulert_volum s where s.kommune_id = ${k} and s.enhet_id = u.id and s.gjelder_maned = ${maned} and s.godkjent is not null and s.trukket is null) as stipulert,
      exists (select 1 from stipulert_volum s where s.kommune_id = ${k} and s.enhet_id = u.id and s.gjelder_maned = ${maned} and s.godkjent is null and s.avslatt is null) as "stipuleringVenter",
      a.attestert, a.attestert_av as "attestertAv", ak.navn as "attestertNavn", a.belop_ore as "attestertOre", a.godkjent, gk.navn as "godkjentNavn",
      (select count(*) from innsigelse i where i.kommune_id = ${k} and i.enhet_id = u.id and i.maned = ${maned} and i.avgjort is null)::int as "apneInnsigelser"
    from unnest(${enheter}::int[]) u(id)
    left join maned_erklaring e on e.kommune_id = ${k} and e.enhet_id = u.id and e.maned = ${maned} and e.erstattet is null
    left join konto ek on ek.kommune_id = ${k} and ek.id = e.erklart_av
    left join maned_attest a on a.kommune_id = ${k} and a.enhet_id = u.id and a.maned = ${maned} and a.erstattet is null
    left join konto ak on ak.kommune_id = ${k} and ak.id = a.attestert_av left join konto gk on gk.kommune_id = ${k} and gk.id = a.godkjent_av`);
}

/** A declaration of the month replaces the unit's former one. */
export async function skrivErklaring(tx: Tx, e: { maned: Maned; enhetId: number; belopOre: number; merknad: string | null; stedfortrederId: number | null }): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update maned_erklaring set erstattet = ${naa()} where kommune_id = ${k} and enhet_id = ${e.enhetId} and maned = ${e.maned} and erstattet is null`);
  await tx.kjor(sql`
    insert into maned_erklaring (kommune_id, enhet_id, maned, belop_ore, merknad, erklart, erklart_av, stedfortreder_id)
    values (${k}, ${e.enhetId}, ${e.maned}, ${e.belopOre}, ${e.merknad}, ${naa()}, ${tx.hvem.kontoId}, ${e.stedfortrederId})`);
}

/** A volume that the calendar stipulated when the unit was missing is proposed withdrawn when it declares after all; another person approves. */
export function foreslaTrekkAvKalenderens(tx: Tx, maned: Maned, enhetId: number, grunn: string): Promise<number> {
  return tx.kjor(sql`
    update stipulert_volum set trekk_foreslatt = ${naa()}, trekk_foreslatt_av = ${tx.hvem.kontoId}, trekk_grunn = ${grunn}
    where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and gjelder_maned = ${maned} and foreslatt_av is null and godkjent is not null and trukket is null and trekk_foreslatt is null`);
}

export type Innsigelserad = { readonly id: number; readonly enhetId: number; readonly belopOre: number; readonly tekst: string; readonly meldt: Date; readonly meldtAv: number; readonly meldtNavn: string | null; readonly avgjort: Date | null; readonly avgjortNavn: string | null; readonly utfall: 'TATT_TIL_FOLGE' | 'AVVIST' | null; readonly svar: string | null };
export function finnInnsigelser(tx: Tx, maned: Maned, enhetId: number | null): Promise<Innsigelserad[]> {
  return tx.alle<Innsigelserad>(sql`
    select i.id, i.enhet_id as "enhetId", i.belop_ore as "belopOre", i.tekst, i.meldt, i.meldt_av as "meldtAv", m.navn as "meldtNavn", i.avgjort, a.navn as "avgjortNavn", i.utfall, i.svar
    from innsigelse i left join konto m on m.kommune_id = i.kommune_id and m.id = i.meldt_av left join konto a on a.kommune_id = i.kommune_id and a.id = i.avgjort_av
    where i.kommune_id = ${tx.hvem.kommuneId} and i.maned = ${maned} and (${enhetId}::int is null or i.enhet_id = ${enhetId}) order by i.avgjort is not null, i.id desc`);
}

export async function nyInnsigelse(tx: Tx, i: { maned: Maned; enhetId: number; belopOre: number; tekst: string; stedfortrederId: number | null }): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into innsigelse (kommune_id, enhet_id, maned, belop_ore, tekst, meldt, meldt_av, stedfortreder_id)
    values (${tx.hvem.kommuneId}, ${i.enhetId}, ${i.maned}, ${i.belopOre}, ${i.tekst}, ${naa()}, ${tx.hvem.kontoId}, ${i.stedfortrederId}) returning id`);
  return rad?.id ?? 0;
}

/** Answers an objection once. 0: it is answered, or one's own. */
export function svarInnsigelse(tx: Tx, id: number, utfall: 'TATT_TIL_FOLGE' | 'AVVIST', svar: string): Promise<number> {
  return tx.kjor(sql`
    update innsigelse set avgjort = ${naa()}, avgjort_av = ${tx.hvem.kontoId}, utfall = ${utfall}, svar = ${svar}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and avgjort is null and meldt_av <> ${tx.hvem.kontoId}`);
}

/** Attests units of a month; what was attested before and is not yet approved is replaced. */
export async function skrivAttester(tx: Tx, maned: Maned, enheter: readonly { id: number; ore: number }[], stedfortrederId: number | null): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update maned_attest set erstattet = ${naa()} where kommune_id = ${k} and maned = ${maned} and enhet_id = any(${enheter.map((e) => e.id)}::int[]) and erstattet is null`);
  await tx.kjor(sql`
    insert into maned_attest (kommune_id, enhet_id, maned, belop_ore, attestert, attestert_av, stedfortreder_id)
    select ${k}, enhet, ${maned}, ore, ${naa()}, ${tx.hvem.kontoId}, ${stedfortrederId} from unnest(${enheter.map((e) => e.id)}::int[], ${enheter.map((e) => e.ore)}::bigint[]) t(enhet, ore)`);
}

/** Approves attestations by others; the database refuses one's own. */
export function godkjennAttestrader(tx: Tx, maned: Maned, enheter: readonly number[]): Promise<number> {
  return tx.kjor(sql`
    update maned_attest set godkjent = ${naa()}, godkjent_av = ${tx.hvem.kontoId}
    where kommune_id = ${tx.hvem.kommuneId} and maned = ${maned} and enhet_id = any(${enheter}::int[]) and erstattet is null and godkjent is null`);
}

export type Fullmakt = { readonly id: number; readonly enhetId: number | null };
/** The deputyships of an account for a command that hold on a day. */
export function finnFullmakter(tx: Tx, kommando: Stedfortrederkommando, kontoId: number, dag: Dato): Promise<Fullmakt[]> {
  return tx.alle<Fullmakt>(sql`
    select id, enhet_id as "enhetId" from stedfortreder where kommune_id = ${tx.hvem.kommuneId} and stedfortreder_konto_id = ${kontoId} and kommando = ${kommando}
      and trukket is null and ${dag}::date between fom and tom order by id`);
}

export type Stedfortrederrad = {
  readonly id: number;
  readonly lederId: number;
  readonly leder: string | null;
  readonly stedfortreder: string | null;
  readonly kommando: Stedfortrederkommando;
  readonly enhet: string | null;
  readonly fom: Dato;
  readonly tom: Dato;
  readonly trukket: Date | null;
};

/** The deputies a leader has named, and those one is oneself; newest first. */
export function finnStedfortredere(tx: Tx, kontoId: number): Promise<Stedfortrederrad[]> {
  return tx.alle<Stedfortrederrad>(sql`
    select s.id, s.leder_konto_id as "lederId", l.navn as leder, k.navn as stedfortreder, s.kommando, e.navn as enhet, s.fom, s.tom, s.trukket
    from stedfortreder s join konto l on l.kommune_id = s.kommune_id and l.id = s.leder_konto_id join konto k on k.kommune_id = s.kommune_id and k.id = s.stedfortreder_konto_id
    left join enhet e on e.kommune_id = s.kommune_id and e.id = s.enhet_id
    where s.kommune_id = ${tx.hvem.kommuneId} and (s.leder_konto_id = ${kontoId} or s.stedfortreder_konto_id = ${kontoId}) order by s.trukket is not null, s.fom desc, s.id desc`);
}

export async function nyStedfortreder(tx: Tx, s: { stedfortreder: number; kommando: Stedfortrederkommando; enhetId: number | null; fom: Dato; tom: Dato }): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into stedfortreder (kommune_id, leder_konto_id, stedfortreder_konto_id, kommando, enhet_id, fom, tom, opprettet)
    values (${tx.hvem.kommuneId}, ${tx.hvem.kontoId}, ${s.stedfortreder}, ${s.kommando}, ${s.enhetId}, ${s.fom}, ${s.tom}, ${naa()}) returning id`);
  return rad?.id ?? 0;
}

/** Ends a deputyship that one has given. 0: it is ended, or another's. */
export function trekkStedfortreder(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update stedfortreder set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and leder_konto_id = ${tx.hvem.kontoId} and trukket is null`);
}

export type Rollekonto = { readonly id: number; readonly navn: string; readonly rolle: string; readonly enhetId: number | null };
/** Open accounts with one of the roles on a day. */
export function finnRollekontoer(tx: Tx, roller: readonly string[], dag: Dato): Promise<Rollekonto[]> {
  return tx.alle<Rollekonto>(sql`
    select k.id, k.navn, r.rolle, r.enhet_id as "enhetId" from konto_rolle r join konto k on k.kommune_id = r.kommune_id and k.id = r.konto_id and k.stengt is null
    where r.kommune_id = ${tx.hvem.kommuneId} and r.rolle = any(${roller}) and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag}) order by k.navn, k.id`);
}
