import { brokFraDesimal } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import type { Beslutning } from '#lib/avregning/domain/manuell-tilstand.ts';
import type { Manuelltype } from '#lib/avregning/domain/manuell-linje.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The two kinds of decision that are made in the same way. */
export type Beslutningsslag = 'MANUELL' | 'STIPULERT';
const TABELL = { MANUELL: sql`manuell_linje`, STIPULERT: sql`stipulert_volum` } as const;

export type Lastbeslutning = Beslutning & { readonly gjelderManed: Maned; readonly enhetId: number };

/** A decision, held until the transaction ends: two who decide at once meet here. */
export function lasBeslutning(tx: Tx, slag: Beslutningsslag, id: number): Promise<Lastbeslutning | null> {
  return tx.en<Lastbeslutning>(sql`
    select foreslatt_av as "foreslattAv", godkjent, avslatt, trekk_foreslatt as "trekkForeslatt", trekk_foreslatt_av as "trekkForeslattAv", trukket,
      gjelder_maned as "gjelderManed", enhet_id as "enhetId"
    from ${TABELL[slag]} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
}

type Peker = { readonly slag: Beslutningsslag; readonly id: number };
const denne = (tx: Tx, p: Peker) => sql`where kommune_id = ${tx.hvem.kommuneId} and id = ${p.id}`;

export function skrivGodkjent(tx: Tx, p: Peker): Promise<number> {
  return tx.kjor(sql`update ${TABELL[p.slag]} set godkjent = ${naa()}, godkjent_av = ${tx.hvem.kontoId} ${denne(tx, p)}`);
}

export function skrivAvslatt(tx: Tx, p: Peker, grunn: string): Promise<number> {
  return tx.kjor(sql`update ${TABELL[p.slag]} set avslatt = ${naa()}, avslatt_av = ${tx.hvem.kontoId}, avslag_grunn = ${grunn} ${denne(tx, p)}`);
}

export function skrivTrekkforslag(tx: Tx, p: Peker, grunn: string): Promise<number> {
  return tx.kjor(sql`update ${TABELL[p.slag]} set trekk_foreslatt = ${naa()}, trekk_foreslatt_av = ${tx.hvem.kontoId}, trekk_grunn = ${grunn} ${denne(tx, p)}`);
}

export function skrivTrukket(tx: Tx, p: Peker): Promise<number> {
  return tx.kjor(sql`update ${TABELL[p.slag]} set trukket = ${naa()}, trukket_av = ${tx.hvem.kontoId} ${denne(tx, p)}`);
}

/** The withdrawal is turned down: the decision stands as before; the log keeps who and why. */
export function slettTrekkforslag(tx: Tx, p: Peker): Promise<number> {
  return tx.kjor(sql`update ${TABELL[p.slag]} set trekk_foreslatt = null, trekk_foreslatt_av = null, trekk_grunn = null ${denne(tx, p)}`);
}

export type NyManuell = {
  readonly ordningId: number;
  readonly enhetId: number;
  readonly gjelder: Maned;
  readonly belopOre: number;
  readonly type: Manuelltype;
  readonly grunn: string;
  readonly retterKomponent: string | null;
  readonly retterVedtakId: number | null;
};

export async function nyManuell(tx: Tx, l: NyManuell): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into manuell_linje (kommune_id, ordning_id, enhet_id, gjelder_maned, belop_ore, type, grunn, retter_komponent, retter_vedtak_id, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${l.ordningId}, ${l.enhetId}, ${l.gjelder}, ${l.belopOre}, ${l.type}, ${l.grunn}, ${l.retterKomponent}, ${l.retterVedtakId}, ${tx.hvem.kontoId}, ${naa()})
    returning id`);
  return rad?.id ?? 0;
}

/** The vedtak with this number, when it has had an order at the unit. */
export async function finnVedtakVedEnhet(tx: Tx, nummer: string, enhetId: number): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    select v.id from vedtak v where v.kommune_id = ${tx.hvem.kommuneId} and v.nummer = ${nummer}
      and exists (select 1 from oppdrag o where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.enhet_id = ${enhetId})`);
  return rad?.id ?? null;
}

/** Who proposed, approved, turned down and withdrew a decision, and when. */
export type Beslutningsspor = {
  readonly foreslattNavn: string | null;
  readonly foreslatt: Date;
  readonly godkjent: Date | null;
  readonly godkjentNavn: string | null;
  readonly avslatt: Date | null;
  readonly avslattNavn: string | null;
  readonly avslagGrunn: string | null;
  readonly trekkForeslatt: Date | null;
  readonly trekkForeslattAv: number | null;
  readonly trekkForeslattNavn: string | null;
  readonly trekkGrunn: string | null;
  readonly trukket: Date | null;
  readonly trukketNavn: string | null;
};

export type Manuellrad = Beslutningsspor & {
  readonly id: number;
  readonly ordningId: number;
  readonly enhetId: number;
  readonly gjelderManed: Maned;
  readonly belopOre: number;
  readonly type: Manuelltype;
  readonly grunn: string;
  readonly retterKomponent: string | null;
  readonly retterVedtakId: number | null;
  readonly retterNummer: string | null;
  readonly foreslattAv: number;
};

/** The manual lines of a month served, and every one that waits for somebody; or the ones named. */
export function finnManuellrader(tx: Tx, valg: { readonly maned: Maned | null; readonly ider: readonly number[] }): Promise<Manuellrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Manuellrad>(sql`
    select l.id, l.ordning_id as "ordningId", l.enhet_id as "enhetId", l.gjelder_maned as "gjelderManed", l.belop_ore as "belopOre", l.type, l.grunn,
      l.retter_komponent as "retterKomponent", l.retter_vedtak_id as "retterVedtakId", v.nummer as "retterNummer",
      l.foreslatt_av as "foreslattAv", f.navn as "foreslattNavn", l.foreslatt, l.godkjent, g.navn as "godkjentNavn", l.avslatt, a.navn as "avslattNavn", l.avslag_grunn as "avslagGrunn",
      l.trekk_foreslatt as "trekkForeslatt", l.trekk_foreslatt_av as "trekkForeslattAv", t.navn as "trekkForeslattNavn", l.trekk_grunn as "trekkGrunn", l.trukket, u.navn as "trukketNavn"
    from manuell_linje l
    left join konto f on f.kommune_id = l.kommune_id and f.id = l.foreslatt_av left join konto g on g.kommune_id = l.kommune_id and g.id = l.godkjent_av
    left join konto a on a.kommune_id = l.kommune_id and a.id = l.avslatt_av left join konto t on t.kommune_id = l.kommune_id and t.id = l.trekk_foreslatt_av
    left join konto u on u.kommune_id = l.kommune_id and u.id = l.trukket_av
    left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.retter_vedtak_id
    where l.kommune_id = ${k} and (l.id = any(${valg.ider}::int[]) or l.gjelder_maned = ${valg.maned}
      or (${valg.maned}::text is not null and l.avslatt is null and l.trukket is null and (l.godkjent is null or l.trekk_foreslatt is not null)))
    order by l.gjelder_maned desc, l.id desc`);
}

/** Months before the open ones that have approved manual lines: only those lines are settled there. */
export async function finnGamleManuellmaneder(tx: Tx, forsteApne: Maned): Promise<Maned[]> {
  const rader = await tx.alle<{ maned: Maned }>(sql`
    select distinct gjelder_maned as maned from manuell_linje where kommune_id = ${tx.hvem.kommuneId} and godkjent is not null and gjelder_maned < ${forsteApne} order by 1`);
  return rader.map((r) => r.maned);
}

/** What is posted of typed manual lines of months, per line; stipulated volumes are not among them. */
export async function finnBokforteManuelle(tx: Tx, maneder: readonly Maned[]): Promise<Linje[]> {
  const rader = await tx.alle<{ ordning: number; enhet: number; komponent: string; gjelder: Maned; bokfort: Maned; volum: string; pris: number; belop: number }>(sql`
    select ordning_id as ordning, enhet_id as enhet, komponent, gjelder_maned as gjelder, max(bokfort_maned) as bokfort, sum(volum)::text as volum,
      (array_agg(pris_ore order by id desc))[1] as pris, sum(belop_ore)::bigint as belop
    from avregning_linje where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = any(${maneder}) and linjetype = 'MANUELL' and komponent !~ '^manuell/stipulert-'
    group by 1, 2, 3, 4`);
  return rader.map((r) => ({ ordning: String(r.ordning), enhet: String(r.enhet), komponent: r.komponent, vedtak: null, gjelderManed: r.gjelder, bokfortManed: r.bokfort, volum: brokFraDesimal(r.volum), prisOre: ore(r.pris), belopOre: ore(r.belop) }));
}
