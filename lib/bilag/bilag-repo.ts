import type { Bilagsform, Bilagsgrunnlag, Bilagsslag, Bilagsutkast, Post, Side } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Bilagsrad = {
  readonly id: number;
  readonly nummer: number;
  readonly slag: Bilagsslag;
  readonly form: Bilagsform;
  readonly maned: Maned;
  readonly dato: Dato;
  readonly antallLinjer: number;
  readonly belopOre: number;
  readonly reversererId: number | null;
  readonly reversertAvId: number | null;
  readonly grunn: string | null;
  readonly fakturaId: number | null;
  readonly laget: Date;
  readonly lagetAv: string | null;
};
const BILAG = sql`b.id, b.nummer, b.slag, b.form, b.maned, b.dato, b.antall_linjer as "antallLinjer", b.belop_ore as "belopOre", b.reverserer_id as "reversererId",
  (select r.id from bilag r where r.kommune_id = b.kommune_id and r.reverserer_id = b.id) as "reversertAvId", b.grunn, b.faktura_id as "fakturaId", b.laget,
  (select navn from konto k where k.kommune_id = b.kommune_id and k.id = b.laget_av) as "lagetAv"`;

/** Every voucher, newest first. */
export function finnBilagene(tx: Tx): Promise<Bilagsrad[]> {
  return tx.alle<Bilagsrad>(sql`select ${BILAG} from bilag b where b.kommune_id = ${tx.hvem.kommuneId} order by b.nummer desc`);
}

export function finnBilag(tx: Tx, id: number): Promise<Bilagsrad | null> {
  return tx.en<Bilagsrad>(sql`select ${BILAG} from bilag b where b.kommune_id = ${tx.hvem.kommuneId} and b.id = ${id}`);
}

/** Holds a voucher until the transaction ends: two reversals of it come one after the other. */
export async function lasBilag(tx: Tx, id: number): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended('bilag', ${tx.hvem.kommuneId * 1_000_000 + id}))`);
}

export type Postrad = Post & { readonly linjenr: number; readonly tekst: string; readonly enhet: string | null };

export async function finnPoster(tx: Tx, bilagId: number): Promise<Postrad[]> {
  const rader = await tx.alle<Omit<Postrad, 'belopOre' | 'side'> & { belop: number; side: Side }>(sql`
    select p.linjenr, p.side, p.enhet_id as "enhetId", p.ansvar, p.funksjon, p.art, p.prosjekt, p.tekst, p.belop_ore as belop, e.navn as enhet
    from bilag_post p left join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    where p.kommune_id = ${tx.hvem.kommuneId} and p.bilag_id = ${bilagId} order by p.linjenr`);
  return rader.map(({ belop, ...rad }) => ({ ...rad, belopOre: ore(belop) }));
}

export type Hovedboksum = { readonly maned: Maned; readonly antall: number; readonly belopOre: number };

/** What the ledger holds per posting month. */
export function finnHovedboksummer(tx: Tx): Promise<Hovedboksum[]> {
  return tx.alle<Hovedboksum>(sql`
    select bokfort_maned as maned, count(*)::int as antall, sum(belop_ore)::bigint as "belopOre" from avregning_linje
    where kommune_id = ${tx.hvem.kommuneId} group by 1`);
}

export type Nyelinjer = Bilagsgrunnlag & { readonly linjeIder: readonly number[] };

/**
 * The month's lines that stand in no voucher, summed by everything a rule may ask of. One statement, so that the ids
 * are those of the sums whatever is posted meanwhile.
 */
export async function finnNyeLinjer(tx: Tx, maned: Maned): Promise<Nyelinjer[]> {
  type Rad = Omit<Nyelinjer, 'belopOre'> & { belop: number };
  const rader = await tx.alle<Rad>(sql`
    with nye as (
      select l.id, l.enhet_id, l.komponent, l.gjelder_maned, l.belop_ore, v.tjeneste from avregning_linje l
      left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
      where l.kommune_id = ${tx.hvem.kommuneId} and l.bokfort_maned = ${maned}
        and not exists (select 1 from bilag_linje k where k.kommune_id = l.kommune_id and k.linje_id = l.id and k.gjeldende)
    ), grupper as (
      select n.enhet_id, n.gjelder_maned, (select p.gruppe from enhet_periode p where p.kommune_id = ${tx.hvem.kommuneId} and p.enhet_id = n.enhet_id
        and daterange(p.fom, p.tom, '[]') && daterange((n.gjelder_maned || '-01')::date, ((n.gjelder_maned || '-01')::date + interval '1 month')::date) order by p.fom limit 1) as gruppe
      from (select distinct enhet_id, gjelder_maned from nye) n
    )
    select n.enhet_id as "enhetId", e.eierform <> 'KOMMUNAL' as privat, n.tjeneste, n.komponent, g.gruppe, count(*)::int as antall, sum(n.belop_ore)::bigint as belop,
      array_agg(n.id order by n.id) as "linjeIder"
    from nye n join grupper g on g.enhet_id = n.enhet_id and g.gjelder_maned = n.gjelder_maned
    join enhet e on e.kommune_id = ${tx.hvem.kommuneId} and e.id = n.enhet_id
    group by 1, 2, 3, 4, 5 order by 1, 3, 4, 5`);
  return rader.map(({ belop, ...rad }) => ({ ...rad, belopOre: ore(belop) }));
}

/** The next number of the series. Its row is locked until the transaction ends: two exports at once come one after the other. */
export async function nesteBilagsnummer(tx: Tx): Promise<number> {
  const rad = await tx.en<{ siste: number }>(sql`
    insert into nummerserie (kommune_id, serie, ar, siste) values (${tx.hvem.kommuneId}, 'BILAG', 0, 1)
    on conflict (kommune_id, serie, ar) do update set siste = nummerserie.siste + 1 returning siste`);
  return rad?.siste ?? 0;
}

export type Nyttbilag = Bilagsutkast & { readonly nummer: number; readonly tekst: (p: Post) => string; readonly reversererId?: number; readonly grunn?: string; readonly fakturaId?: number };

/** Writes a voucher with its entries and the lines it covers. */
export async function skrivBilag(tx: Tx, b: Nyttbilag, linjeIder: readonly number[]): Promise<number> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<{ id: number }>(sql`
    insert into bilag (kommune_id, nummer, slag, form, maned, dato, antall_linjer, belop_ore, reverserer_id, grunn, faktura_id, laget, laget_av)
    values (${kommuneId}, ${b.nummer}, ${b.slag}, ${b.form}, ${b.maned}, ${sisteDag(b.maned)}, ${b.antallLinjer}, ${b.belopOre}, ${b.reversererId ?? null},
      ${b.grunn ?? null}, ${b.fakturaId ?? null}, ${naa()}, ${kontoId}) returning id`);
  const id = rad?.id ?? 0;
  const velg = <T>(verdi: (p: Post) => T): T[] => b.poster.map(verdi);
  await tx.kjor(sql`
    insert into bilag_post (kommune_id, bilag_id, linjenr, side, enhet_id, ansvar, funksjon, art, prosjekt, tekst, belop_ore)
    select ${kommuneId}, ${id}, nr, side, enhet, ansvar, funksjon, art, prosjekt, tekst, belop
    from unnest(${velg((p) => p.side)}::text[], ${velg((p) => p.enhetId)}::int[], ${velg((p) => p.ansvar)}::text[], ${velg((p) => p.funksjon)}::text[], ${velg((p) => p.art)}::text[],
      ${velg((p) => p.prosjekt)}::text[], ${velg(b.tekst)}::text[], ${velg((p) => p.belopOre)}::bigint[]) with ordinality as t(side, enhet, ansvar, funksjon, art, prosjekt, tekst, belop, nr)`);
  if (linjeIder.length > 0) await tx.kjor(sql`insert into bilag_linje (kommune_id, bilag_id, linje_id) select ${kommuneId}, ${id}, l from unnest(${linjeIder}::bigint[]) l`);
  return id;
}

/** The lines of a reversed voucher are free for a new one. */
export function slippLinjer(tx: Tx, bilagId: number): Promise<number> {
  return tx.kjor(sql`update bilag_linje set gjeldende = false where kommune_id = ${tx.hvem.kommuneId} and bilag_id = ${bilagId} and gjeldende`);
}
