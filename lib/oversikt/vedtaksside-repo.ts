import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Kostnadslinje, Oppdragsstatus, VedtakDetalj, Virkningsrad } from '#lib/oversikt/vedtaksside-view.ts';

export async function findVedtakDetalj(tx: Tx, vedtakId: number): Promise<VedtakDetalj | null> {
  return tx.en<VedtakDetalj>(sql`
    select v.id, v.nummer, v.mottaker_id "mottakerId", m.pseudonym, m.skjermet, i.fornavn || ' ' || i.etternavn navn, v.tjeneste, v.utfall, v.tillegg,
      v.begrunnelse, v.reduksjonsgrunn, v.kort, v.hjemmel, v.fattet_dato "fattetDato", k.navn "fattetAv",
      g.id "erstatterId", g.nummer "erstatterNummer", n.id "erstattetAvId", n.nummer "erstattetAvNummer",
      v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype, v.manedsbelop_ore "manedsbelopOre", v.deler
    from vedtak v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    left join mottaker_identitet i on i.kommune_id = v.kommune_id and i.mottaker_id = v.mottaker_id
    left join konto k on k.kommune_id = v.kommune_id and k.id = v.fattet_av
    left join vedtak g on g.kommune_id = v.kommune_id and g.id = v.erstatter_id
    left join vedtak n on n.kommune_id = v.kommune_id and n.mottaker_id = v.mottaker_id and n.erstatter_id = v.id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${vedtakId} limit 1`);
}

/** Every validity the vedtak has had, newest first. */
export async function findVirkninger(tx: Tx, vedtakId: number): Promise<Virkningsrad[]> {
  return tx.alle<Virkningsrad>(sql`
    select w.id, w.fom, w.tom, w.grunn, w.gjeldende, w.registrert, k.navn av
    from vedtak_virkning w left join konto k on k.kommune_id = w.kommune_id and k.id = w.registrert_av
    where w.kommune_id = ${tx.hvem.kommuneId} and w.vedtak_id = ${vedtakId} order by w.id desc`);
}

export async function findOppdragFor(tx: Tx, vedtakId: number): Promise<Oppdragsstatus[]> {
  return tx.alle<Oppdragsstatus>(sql`
    select o.id, e.navn enhet, o.fom, o.tom, o.tidsband, o.mottatt, o.bekreftet, o.iverksatt, o.avsluttet, o.annullert
    from oppdrag o join enhet e on e.kommune_id = o.kommune_id and e.id = o.enhet_id
    where o.kommune_id = ${tx.hvem.kommuneId} and o.vedtak_id = ${vedtakId} order by o.fom, o.id`);
}

/** What has been posted for the vedtak, by the month the service was given, newest first; corrections are in the sum. */
export async function findKostnad(tx: Tx, vedtakId: number, sprak: 'nb' | 'nn'): Promise<Kostnadslinje[]> {
  return tx.alle<Kostnadslinje>(sql`
    select l.gjelder_maned maned, l.ordning_id "ordningId", l.enhet_id "enhetId", e.navn enhet, l.komponent, coalesce(k.navn, l.komponent) navn, sum(l.volum) volum, sum(l.belop_ore)::bigint "belopOre"
    from avregning_linje l join enhet e on e.kommune_id = l.kommune_id and e.id = l.enhet_id
    left join lateral (select ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} navn, rekkefolge from ordning_komponent k
      where k.kommune_id = l.kommune_id and k.ordning_id = l.ordning_id and k.kode = l.komponent order by k.fom_maned desc limit 1) k on true
    where l.kommune_id = ${tx.hvem.kommuneId} and l.vedtak_id = ${vedtakId}
    group by l.gjelder_maned, l.ordning_id, l.enhet_id, e.navn, l.komponent, coalesce(k.navn, l.komponent) having sum(l.belop_ore) <> 0
    order by l.gjelder_maned desc, e.navn, l.komponent`);
}
