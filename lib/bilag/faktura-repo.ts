import type { Fakturalinje, LestFaktura, Volumenhet } from '#lib/bilag/domain/faktura.ts';
import type { Avregnet, Holdegrunn, Matchet } from '#lib/bilag/domain/match-faktura.ts';
import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Leverandorrad = { readonly enhetId: number; readonly orgnr: string; readonly enhet: string };

/** Who sends which unit's invoices. */
export function finnLeverandorer(tx: Tx): Promise<Leverandorrad[]> {
  return tx.alle<Leverandorrad>(sql`
    select l.enhet_id as "enhetId", l.orgnr, e.navn as enhet from leverandor l join enhet e on e.kommune_id = l.kommune_id and e.id = l.enhet_id
    where l.kommune_id = ${tx.hvem.kommuneId} order by e.navn`);
}

export async function skrivLeverandor(tx: Tx, enhetId: number, orgnr: string): Promise<boolean> {
  const antall = await tx.kjor(sql`insert into leverandor (kommune_id, enhet_id, orgnr, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${enhetId}, ${orgnr}, ${naa()}, ${tx.hvem.kontoId}) on conflict (kommune_id, orgnr) do nothing`);
  return antall === 1;
}

/** One at a time per unit: the same hours are not approved on two invoices at once. */
export async function lasEnhetsFakturaer(tx: Tx, enhetId: number): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended('faktura', ${tx.hvem.kommuneId * 1_000_000 + enhetId}))`);
}

export type Fakturarad = {
  readonly id: number;
  readonly enhetId: number;
  readonly enhet: string;
  readonly orgnr: string;
  readonly nummer: string;
  readonly dato: Dato;
  readonly belopOre: number;
  readonly kilde: 'EHF' | 'CSV';
  readonly status: 'MATCHET' | 'GODKJENT' | 'AVVIST';
  readonly lastet: Date;
  readonly lastetAv: number;
  readonly lastetAvNavn: string | null;
  readonly godkjent: Date | null;
  readonly godkjentAvNavn: string | null;
  readonly avvistGrunn: string | null;
  readonly antallLinjer: number;
  readonly antallGodkjent: number;
  readonly godkjentOre: number;
  readonly bilagId: number | null;
};
const FAKTURA = sql`f.id, f.enhet_id as "enhetId", e.navn as enhet, f.orgnr, f.nummer, f.dato, f.belop_ore as "belopOre", f.kilde, f.status, f.lastet, f.lastet_av as "lastetAv",
  (select navn from konto k where k.kommune_id = f.kommune_id and k.id = f.lastet_av) as "lastetAvNavn", f.godkjent,
  (select navn from konto k where k.kommune_id = f.kommune_id and k.id = f.godkjent_av) as "godkjentAvNavn", f.avvist_grunn as "avvistGrunn", s.*,
  (select b.id from bilag b where b.kommune_id = f.kommune_id and b.faktura_id = f.id) as "bilagId"
  from faktura f join enhet e on e.kommune_id = f.kommune_id and e.id = f.enhet_id
  cross join lateral (select count(*)::int as "antallLinjer", count(*) filter (where l.utfall = 'GODKJENT')::int as "antallGodkjent",
    coalesce(sum(l.belop_ore) filter (where l.utfall = 'GODKJENT'), 0)::bigint as "godkjentOre" from faktura_linje l where l.kommune_id = f.kommune_id and l.faktura_id = f.id) s`;

export function finnFakturaer(tx: Tx): Promise<Fakturarad[]> {
  return tx.alle<Fakturarad>(sql`select ${FAKTURA} where f.kommune_id = ${tx.hvem.kommuneId} order by f.status = 'MATCHET' desc, f.dato desc, f.id desc limit 200`);
}

export function finnFaktura(tx: Tx, id: number): Promise<Fakturarad | null> {
  return tx.en<Fakturarad>(sql`select ${FAKTURA} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id}`);
}

export type Lagretlinje = Fakturalinje & { readonly utfall: 'GODKJENT' | 'HOLDT' | 'AVVIST'; readonly grunn: Holdegrunn | 'PERSONNUMMER' | null; readonly vedtakId: number | null; readonly avregnetAntall: string | null; readonly avregnetPrisOre: number | null; readonly avregnetOre: number | null; readonly ordningId: number | null };

export async function finnFakturalinjer(tx: Tx, fakturaId: number): Promise<Lagretlinje[]> {
  type Rad = Omit<Lagretlinje, 'antall' | 'prisOre' | 'belopOre' | 'personnummer' | 'volumenhet'> & { antall: string; pris: number; belop: number; volumenhet: Volumenhet };
  const rader = await tx.alle<Rad>(sql`
    select l.linjenr, l.ordrereferanse, l.maned, l.tjeneste, l.komponent, l.volumenhet, l.antall::text, l.pris_ore as pris, l.belop_ore as belop, l.utfall, l.grunn, l.vedtak_id as "vedtakId",
      l.avregnet_antall::text as "avregnetAntall", l.avregnet_pris_ore as "avregnetPrisOre", l.avregnet_ore as "avregnetOre",
      (select a.ordning_id from avregning_linje a where a.kommune_id = l.kommune_id and a.vedtak_id = l.vedtak_id and a.gjelder_maned = l.maned and a.komponent = l.komponent limit 1) as "ordningId"
    from faktura_linje l where l.kommune_id = ${tx.hvem.kommuneId} and l.faktura_id = ${fakturaId} order by l.linjenr`);
  return rader.map(({ antall, pris, belop, ...rad }) => ({ ...rad, antall: brokFraDesimal(antall), prisOre: ore(pris), belopOre: ore(belop), personnummer: rad.grunn === 'PERSONNUMMER' }));
}

/** The vedtak named, at this unit, by number. */
export async function finnVedtakVed(tx: Tx, enhetId: number, numre: readonly string[]): Promise<Map<string, number>> {
  const rader = await tx.alle<{ nummer: string; id: number }>(sql`
    select v.nummer, v.id from vedtak v where v.kommune_id = ${tx.hvem.kommuneId} and v.nummer = any(${numre}::text[])
      and exists (select 1 from oppdrag o where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.enhet_id = ${enhetId})`);
  return new Map(rader.map((r) => [r.nummer, r.id]));
}

/** What the ledger holds at a unit for vedtak and months, beside what other invoices have had approved. */
export async function finnAvregnet(tx: Tx, enhetId: number, vedtakIder: readonly number[], maneder: readonly Maned[], utenFaktura: number | null): Promise<Avregnet[]> {
  type Rad = { vedtakId: number; tjeneste: string; maned: Maned; komponent: string; volum: string; pris: number; belop: number; fakturert: string };
  const rader = await tx.alle<Rad>(sql`
    select a.*, coalesce((select sum(l.antall) from faktura_linje l join faktura f on f.kommune_id = l.kommune_id and f.id = l.faktura_id and f.status <> 'AVVIST' where l.kommune_id = ${tx.hvem.kommuneId} and l.vedtak_id = a."vedtakId" and l.maned = a.maned and l.komponent = a.komponent
      and l.enhet_id = ${enhetId} and l.utfall = 'GODKJENT' and l.faktura_id is distinct from ${utenFaktura}::int), 0)::text as fakturert
    from (select l.vedtak_id as "vedtakId", v.tjeneste, l.gjelder_maned as maned, l.komponent, sum(l.volum)::text as volum, (array_agg(l.pris_ore order by l.id desc))[1] as pris, sum(l.belop_ore)::bigint as belop
      from avregning_linje l join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
      where l.kommune_id = ${tx.hvem.kommuneId} and l.enhet_id = ${enhetId} and l.vedtak_id = any(${vedtakIder}::int[]) and l.gjelder_maned = any(${maneder}::text[]) group by 1, 2, 3, 4) a`);
  return rader.map(({ volum, pris, belop, fakturert, ...rad }) => ({ ...rad, volum: brokFraDesimal(volum), prisOre: ore(pris), belopOre: ore(belop), fakturert: brokFraDesimal(fakturert) }));
}

/** Null when the supplier has sent an invoice of this number before. */
export async function skrivFaktura(tx: Tx, enhetId: number, f: LestFaktura, sha256: string): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into faktura (kommune_id, enhet_id, orgnr, nummer, dato, belop_ore, kilde, sha256, status, lastet, lastet_av)
    values (${tx.hvem.kommuneId}, ${enhetId}, ${f.orgnr}, ${f.nummer}, ${f.dato}, ${f.linjer.reduce((s, l) => s + l.belopOre, 0)}, ${f.kilde}, ${sha256}, 'MATCHET', ${naa()}, ${tx.hvem.kontoId})
    on conflict (kommune_id, orgnr, nummer) do nothing returning id`);
  return rad?.id ?? null;
}

export async function skrivFakturalinjer(tx: Tx, fakturaId: number, enhetId: number, linjer: readonly Matchet[]): Promise<void> {
  const velg = <T>(verdi: (m: Matchet) => T): T[] => linjer.map(verdi);
  await tx.kjor(sql`
    insert into faktura_linje (kommune_id, faktura_id, enhet_id, linjenr, ordrereferanse, maned, tjeneste, komponent, volumenhet, antall, pris_ore, belop_ore, utfall, grunn, vedtak_id, avregnet_antall, avregnet_pris_ore, avregnet_ore)
    select ${tx.hvem.kommuneId}, ${fakturaId}, ${enhetId}, t.* from unnest(${velg((m) => m.linje.linjenr)}::int[], ${velg((m) => m.linje.ordrereferanse)}::text[], ${velg((m) => m.linje.maned)}::text[],
      ${velg((m) => m.linje.tjeneste)}::text[], ${velg((m) => m.komponent)}::text[], ${velg((m) => m.linje.volumenhet)}::text[], ${velg((m) => tilDesimal(m.linje.antall))}::numeric[],
      ${velg((m) => m.linje.prisOre)}::bigint[], ${velg((m) => m.linje.belopOre)}::bigint[], ${velg((m) => m.utfall)}::text[], ${velg((m) => m.grunn)}::text[], ${velg((m) => m.vedtakId)}::int[],
      ${velg((m) => (m.mot ? tilDesimal(m.mot.volum) : null))}::numeric[], ${velg((m) => m.mot?.prisOre ?? null)}::bigint[], ${velg((m) => m.mot?.belopOre ?? null)}::bigint[]) as t`);
}

/** The outcome of another comparison, line by line. */
export async function oppdaterFakturalinjer(tx: Tx, fakturaId: number, linjer: readonly Matchet[]): Promise<void> {
  const velg = <T>(verdi: (m: Matchet) => T): T[] => linjer.map(verdi);
  await tx.kjor(sql`
    update faktura_linje l set utfall = t.utfall, grunn = t.grunn, vedtak_id = t.vedtak, komponent = t.komponent, avregnet_antall = t.antall, avregnet_pris_ore = t.pris, avregnet_ore = t.belop
    from unnest(${velg((m) => m.linje.linjenr)}::int[], ${velg((m) => m.utfall)}::text[], ${velg((m) => m.grunn)}::text[], ${velg((m) => m.vedtakId)}::int[], ${velg((m) => m.komponent)}::text[],
      ${velg((m) => (m.mot ? tilDesimal(m.mot.volum) : null))}::numeric[], ${velg((m) => m.mot?.prisOre ?? null)}::bigint[], ${velg((m) => m.mot?.belopOre ?? null)}::bigint[])
      as t(linjenr, utfall, grunn, vedtak, komponent, antall, pris, belop)
    where l.kommune_id = ${tx.hvem.kommuneId} and l.faktura_id = ${fakturaId} and l.linjenr = t.linjenr`);
}

/** Approves for payment; the check in the database wants another person than the one who uploaded. */
export function merkGodkjent(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update faktura set status = 'GODKJENT', godkjent = ${naa()}, godkjent_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'MATCHET'`);
}

/** Turns an invoice down: its hours are free for another. */
export function merkAvvist(tx: Tx, id: number, grunn: string): Promise<number> {
  return tx.kjor(sql`update faktura set status = 'AVVIST', avvist = ${naa()}, avvist_av = ${tx.hvem.kontoId}, avvist_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'MATCHET'`);
}

export type Avsatt = { readonly enhetId: number; readonly enhet: string; readonly maned: Maned; readonly avregnetOre: number; readonly godkjentOre: number };

/** What private units have earned month by month, and what of it is approved for payment. */
export function finnAvsatt(tx: Tx, fra: Maned): Promise<Avsatt[]> {
  return tx.alle<Avsatt>(sql`
    select l.enhet_id as "enhetId", e.navn as enhet, l.gjelder_maned as maned, sum(l.belop_ore)::bigint as "avregnetOre",
      coalesce((select sum(x.belop_ore) from faktura_linje x join faktura f on f.kommune_id = x.kommune_id and f.id = x.faktura_id and f.status = 'GODKJENT'
        where x.kommune_id = ${tx.hvem.kommuneId} and x.enhet_id = l.enhet_id and x.maned = l.gjelder_maned and x.utfall = 'GODKJENT'), 0)::bigint as "godkjentOre"
    from avregning_linje l join enhet e on e.kommune_id = l.kommune_id and e.id = l.enhet_id and e.eierform <> 'KOMMUNAL'
    where l.kommune_id = ${tx.hvem.kommuneId} and l.gjelder_maned >= ${fra} group by 1, 2, 3 order by 3 desc, 2`);
}
