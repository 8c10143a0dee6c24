import type { Avvistgrunn } from '#lib/avregning/tavle-view.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Manedssum = { readonly maned: Maned; readonly belopOre: number; readonly rettelserOre: number };

/** Posted per posting month: the month's own services, and corrections of earlier ones. */
export function finnManedssummer(tx: Tx): Promise<Manedssum[]> {
  return tx.alle<Manedssum>(sql`
    select bokfort_maned as maned, coalesce(sum(belop_ore) filter (where gjelder_maned = bokfort_maned), 0)::bigint as "belopOre",
      coalesce(sum(belop_ore) filter (where gjelder_maned <> bokfort_maned), 0)::bigint as "rettelserOre"
    from avregning_sum where kommune_id = ${tx.hvem.kommuneId} group by 1 order by 1 desc`);
}

export type Enhetssumrad = { readonly ordningId: number; readonly enhetId: number; readonly belopOre: number; readonly rettelserOre: number };

/** What is posted in a month, per scheme and unit. */
export function finnEnhetssummer(tx: Tx, maned: Maned): Promise<Enhetssumrad[]> {
  return tx.alle<Enhetssumrad>(sql`
    select ordning_id as "ordningId", enhet_id as "enhetId", coalesce(sum(belop_ore) filter (where gjelder_maned = bokfort_maned), 0)::bigint as "belopOre",
      coalesce(sum(belop_ore) filter (where gjelder_maned <> bokfort_maned), 0)::bigint as "rettelserOre"
    from avregning_sum where kommune_id = ${tx.hvem.kommuneId} and bokfort_maned = ${maned} group by 1, 2`);
}

export type Komponentsumrad = { readonly ordningId: number; readonly komponent: string; readonly gjelderManed: Maned; readonly volum: string; readonly belopOre: number };

/** A unit's posted sums per component, by the month served (`gjelder`) or by the month posted (`bokfort`). */
export function finnKomponentsummer(tx: Tx, enhetId: number, maned: Maned, etter: 'gjelder' | 'bokfort'): Promise<Komponentsumrad[]> {
  const kolonne = etter === 'gjelder' ? sql`gjelder_maned` : sql`bokfort_maned`;
  return tx.alle<Komponentsumrad>(sql`
    select ordning_id as "ordningId", komponent, gjelder_maned as "gjelderManed", sum(volum)::text as volum, sum(belop_ore)::bigint as "belopOre"
    from avregning_sum where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and ${kolonne} = ${maned}
    group by 1, 2, 3 order by 1, 2, 3 desc`);
}

export type Linjerad = {
  readonly ordningId: number;
  readonly komponent: string;
  readonly vedtakId: number | null;
  readonly nummer: string | null;
  readonly tjeneste: string | null;
  readonly pseudonym: string | null;
  readonly gjelderManed: Maned;
  readonly volum: string;
  readonly prisOre: number;
  readonly belopOre: number;
};
export type Linjevalg = {
  readonly enhetId: number;
  readonly maned: Maned;
  readonly etter: 'gjelder' | 'bokfort';
  readonly ordningId?: number | undefined;
  readonly komponent?: string | undefined;
};

/** A unit's lines of a month, one per component, vedtak and month served, the largest first. `antall` null: all. */
export function finnLinjer(tx: Tx, valg: Linjevalg, antall: number | null, hopp = 0): Promise<Linjerad[]> {
  const kolonne = valg.etter === 'gjelder' ? sql`l.gjelder_maned` : sql`l.bokfort_maned`;
  return tx.alle<Linjerad>(sql`
    select l.ordning_id as "ordningId", l.komponent, l.vedtak_id as "vedtakId", v.nummer, v.tjeneste, m.pseudonym, l.gjelder_maned as "gjelderManed",
      sum(l.volum)::text as volum, (array_agg(l.pris_ore order by l.id desc))[1] as "prisOre", sum(l.belop_ore)::bigint as "belopOre"
    from avregning_linje l
    left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
    left join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.enhet_id = ${valg.enhetId} and ${kolonne} = ${valg.maned}
      and (${valg.ordningId ?? null}::int is null or l.ordning_id = ${valg.ordningId ?? null}) and (${valg.komponent ?? null}::text is null or l.komponent = ${valg.komponent ?? null})
    group by 1, 2, 3, 4, 5, 6, 7 having sum(l.belop_ore) <> 0 or sum(l.volum) <> 0
    order by sum(l.belop_ore) desc, v.nummer, l.komponent, l.gjelder_maned desc limit ${antall} offset ${hopp}`);
}

export async function tellLinjer(tx: Tx, valg: Linjevalg): Promise<number> {
  const kolonne = valg.etter === 'gjelder' ? sql`gjelder_maned` : sql`bokfort_maned`;
  const rad = await tx.en<{ antall: number }>(sql`
    select count(*) as antall from (select 1 from avregning_linje where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${valg.enhetId} and ${kolonne} = ${valg.maned}
      and (${valg.ordningId ?? null}::int is null or ordning_id = ${valg.ordningId ?? null}) and (${valg.komponent ?? null}::text is null or komponent = ${valg.komponent ?? null})
      group by ordning_id, komponent, vedtak_id, gjelder_maned having sum(belop_ore) <> 0 or sum(volum) <> 0) t`);
  return rad?.antall ?? 0;
}

export type Rettelsesrad = {
  readonly gjelderManed: Maned;
  readonly enhetId: number;
  readonly ordningId: number;
  readonly komponent: string;
  readonly vedtakId: number | null;
  readonly nummer: string | null;
  readonly meldtOre: number;
  readonly rettelseOre: number;
  readonly seneBesok: number;
  readonly senPause: boolean;
  readonly endretVedtak: boolean;
};

/** Corrections posted in a month for earlier ones: reported then, known now, and what came in between. */
export async function finnRettelser(tx: Tx, maned: Maned, antall: number): Promise<Rettelsesrad[]> {
  const rettet = await tx.alle<{ maned: Maned }>(sql`
    select distinct gjelder_maned as maned from avregning_linje
    where kommune_id = ${tx.hvem.kommuneId} and bokfort_maned = ${maned} and gjelder_maned < ${maned} order by 1`);
  const forste = rettet[0]?.maned;
  const siste = rettet.at(-1)?.maned;
  if (forste === undefined || siste === undefined) return [];
  // The first and last day are said outright: only the months corrected are planned for, of all that visits are kept in.
  const innenfor = sql`b.dato between ${forsteDag(forste)} and ${sisteDag(siste)}`;
  return tx.alle<Rettelsesrad>(sql`
    with r as (
      select l.gjelder_maned, l.enhet_id, l.ordning_id, l.komponent, l.vedtak_id, sum(l.belop_ore)::bigint as belop, max(l.retter_avregning_id) as retter
      from avregning_linje l where l.kommune_id = ${tx.hvem.kommuneId} and l.bokfort_maned = ${maned} and l.gjelder_maned < ${maned}
      group by 1, 2, 3, 4, 5 having sum(l.belop_ore) <> 0
      order by abs(sum(l.belop_ore)) desc limit ${antall}
    )
    select r.gjelder_maned as "gjelderManed", r.enhet_id as "enhetId", r.ordning_id as "ordningId", r.komponent, r.vedtak_id as "vedtakId", v.nummer, r.belop as "rettelseOre",
      coalesce((select sum(x.belop_ore) from avregning_linje x where x.kommune_id = ${tx.hvem.kommuneId} and x.gjelder_maned = r.gjelder_maned and x.enhet_id = r.enhet_id
        and x.ordning_id = r.ordning_id and x.komponent = r.komponent and x.vedtak_id is not distinct from r.vedtak_id and x.bokfort_maned < ${maned}), 0)::bigint as "meldtOre",
      (select count(*) from oppdrag o join besok b on b.kommune_id = o.kommune_id and b.oppdrag_id = o.id and not b.erstattet and ${innenfor}
         and b.dato >= (r.gjelder_maned || '-01')::date and b.dato < (r.gjelder_maned || '-01')::date + interval '1 month'
       where o.kommune_id = ${tx.hvem.kommuneId} and o.vedtak_id = r.vedtak_id and greatest(b.registrert, b.kvittert_tid) > a.startet) as "seneBesok",
      exists (select 1 from pause p where p.kommune_id = ${tx.hvem.kommuneId} and p.vedtak_id = r.vedtak_id and p.registrert > a.startet) as "senPause",
      exists (select 1 from vedtak_virkning w where w.kommune_id = ${tx.hvem.kommuneId} and w.vedtak_id = r.vedtak_id and w.registrert > a.startet) as "endretVedtak"
    from r left join avregning a on a.kommune_id = ${tx.hvem.kommuneId} and a.id = r.retter
    left join vedtak v on v.kommune_id = ${tx.hvem.kommuneId} and v.id = r.vedtak_id
    order by r.gjelder_maned desc, r.enhet_id, abs(r.belop) desc`);
}

export type Avvistrad = { readonly besokId: number; readonly enhetId: number; readonly dato: Dato; readonly start: string; readonly minutter: number; readonly kategori: string; readonly nummer: string | null; readonly pseudonym: string | null };

const AVVIST = sql`b.id as "besokId", b.enhet_id as "enhetId", b.dato, to_char(b.start at time zone 'Europe/Oslo', 'HH24.MI') as start, b.minutter, b.kategori, x.nummer, m.pseudonym`;

/** Visits by id, with the vedtak's number and the recipient's pseudonym. */
export function finnBesokrader(tx: Tx, maned: Maned, ider: readonly number[]): Promise<Avvistrad[]> {
  return tx.alle<Avvistrad>(sql`
    select ${AVVIST} from besok b
    left join vedtak x on x.kommune_id = b.kommune_id and x.id = b.vedtak_id left join mottaker m on m.kommune_id = x.kommune_id and m.id = x.mottaker_id
    where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${forsteDag(maned)} and ${sisteDag(maned)} and b.id = any(${ider}::bigint[])
    order by b.enhet_id, b.dato, b.start, b.id`);
}

/** Visits of the month that the last run refused for a reason of the scheme's or the register's own. */
export function finnAvviste(tx: Tx, maned: Maned, grunn: Avvistgrunn, antall: number, hopp: number): Promise<Avvistrad[]> {
  return tx.alle<Avvistrad>(sql`
    select ${AVVIST} from avregning_avvist a join besok b on b.kommune_id = a.kommune_id and b.dato = a.dato and b.id = a.besok_id and not b.erstattet
    left join vedtak x on x.kommune_id = b.kommune_id and x.id = b.vedtak_id left join mottaker m on m.kommune_id = x.kommune_id and m.id = x.mottaker_id
    where a.kommune_id = ${tx.hvem.kommuneId} and a.grunn = ${grunn} and a.dato between ${forsteDag(maned)} and ${sisteDag(maned)}
    order by a.enhet_id, a.dato, b.start, a.besok_id limit ${antall} offset ${hopp}`);
}

export async function tellAvviste(tx: Tx, maned: Maned, grunn: Avvistgrunn): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select count(*)::int as antall from avregning_avvist where kommune_id = ${tx.hvem.kommuneId} and grunn = ${grunn} and dato between ${forsteDag(maned)} and ${sisteDag(maned)}`);
  return rad?.antall ?? 0;
}

export type Malbelop = { readonly ordningId: number; readonly enhetId: number; readonly komponent: string; readonly vedtakId: number | null; readonly belopOre: number };

/** Where a month's target and the ledger differ: keys per unit, and the øre that a run would move. */
export async function finnMalforskjeller(tx: Tx, maned: Maned, malet: readonly Malbelop[]): Promise<{ enhetId: number; antall: number; ore: number }[]> {
  const bokfort = await tx.alle<Malbelop>(sql`
    select ordning_id as "ordningId", enhet_id as "enhetId", komponent, vedtak_id as "vedtakId", sum(belop_ore)::bigint as "belopOre" from avregning_linje
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = ${maned} and linjetype <> 'OVERFORING' group by 1, 2, 3, 4`);
  const diff = new Map<string, { enhetId: number; ore: number }>();
  const legg = (l: Malbelop, belop: number) => {
    const nokkel = JSON.stringify([l.ordningId, l.enhetId, l.komponent, l.vedtakId]);
    diff.set(nokkel, { enhetId: l.enhetId, ore: (diff.get(nokkel)?.ore ?? 0) + belop });
  };
  for (const l of malet) legg(l, l.belopOre);
  for (const l of bokfort) legg(l, -l.belopOre);
  const ulike = [...diff.values()].filter((d) => d.ore !== 0);
  return [...Map.groupBy(ulike, (d) => d.enhetId)].map(([enhetId, egne]) => ({ enhetId, antall: egne.length, ore: egne.reduce((s, d) => s + Math.abs(d.ore), 0) }));
}

export type Erklaringsrad = { readonly enhetId: number; readonly dager: number; readonly sist: Date; readonly av: string | null };

/** Days of the month that each unit has declared complete, and who last did. */
export function finnErklaringer(tx: Tx, maned: Maned): Promise<Erklaringsrad[]> {
  return tx.alle<Erklaringsrad>(sql`
    select e.enhet_id as "enhetId", sum(least(e.tom, ${sisteDag(maned)}::date) - greatest(e.fom, ${forsteDag(maned)}::date) + 1)::int as dager,
      max(e.erklart) as sist, (array_agg(k.navn order by e.erklart desc))[1] as av
    from uke_erklaring e left join konto k on k.kommune_id = e.kommune_id and k.id = e.erklart_av
    where e.kommune_id = ${tx.hvem.kommuneId} and e.fom <= ${sisteDag(maned)} and e.tom >= ${forsteDag(maned)} group by 1`);
}

/** Ids of vedtak by their numbers. */
export async function finnVedtakIder(tx: Tx, numre: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rader = await tx.alle<{ id: number; nummer: string }>(sql`select id, nummer from vedtak where kommune_id = ${tx.hvem.kommuneId} and nummer = any(${numre}::text[])`);
  return new Map(rader.map((r) => [r.nummer, r.id]));
}
