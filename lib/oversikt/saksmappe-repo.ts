import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';
import type { Utfall } from '#lib/vedtak/domain/fatt-vedtak.ts';

export type Vedtaksrad = OmfangKolonner & {
  readonly id: number;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly utfall: Utfall;
  readonly tillegg: boolean;
  readonly fattetDato: Dato;
  /** null for a refusal */
  readonly fom: Dato | null;
  readonly tom: Dato | null;
  readonly grunn: string | null;
};

/** A recipient's vedtak with their current validity, oldest first. */
export async function findVedtak(tx: Tx, mottakerId: number): Promise<Vedtaksrad[]> {
  return tx.alle<Vedtaksrad>(sql`
    select v.id, v.nummer, v.tjeneste, v.utfall, v.tillegg, v.fattet_dato "fattetDato", w.fom, w.tom, w.grunn,
      v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype, v.manedsbelop_ore "manedsbelopOre", v.deler
    from vedtak v left join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    where v.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${mottakerId} order by w.fom nulls last, v.id`);
}

export type Oppdragsrad = { readonly id: number; readonly vedtakId: number; readonly enhetId: number; readonly enhet: string; readonly eierform: string; readonly fom: Dato; readonly tom: Dato | null; readonly tidsband: readonly string[] };

export async function findOppdrag(tx: Tx, mottakerId: number): Promise<Oppdragsrad[]> {
  return tx.alle<Oppdragsrad>(sql`
    select o.id, o.vedtak_id "vedtakId", o.enhet_id "enhetId", e.navn enhet, e.eierform, o.fom, o.tom, o.tidsband
    from oppdrag o join enhet e on e.kommune_id = o.kommune_id and e.id = o.enhet_id
    where o.kommune_id = ${tx.hvem.kommuneId} and o.mottaker_id = ${mottakerId} and o.annullert is null order by o.fom, o.id`);
}

export type Pauserad = { readonly vedtakId: number; readonly fom: Dato; readonly tom: Dato | null; readonly arsak: string };

export async function findPauser(tx: Tx, mottakerId: number): Promise<Pauserad[]> {
  return tx.alle<Pauserad>(sql`
    select p.vedtak_id "vedtakId", p.fom, p.tom, p.arsak from pause p join vedtak v on v.kommune_id = p.kommune_id and v.id = p.vedtak_id
    where p.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${mottakerId} and p.gjeldende and not p.trukket order by p.fom`);
}

/** Minutes with the recipient that were registered, by day. */
export async function findLevert(tx: Tx, oppdragIder: readonly number[], fom: Dato, tom: Dato): Promise<{ dato: Dato; minutter: number }[]> {
  if (oppdragIder.length === 0) return [];
  return tx.alle(sql`
    select dato, sum(minutter)::int minutter from besok
    where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = any (${[...oppdragIder]}) and dato between ${fom} and ${tom}
      and not erstattet and kategori = 'BRUKERRETTET' group by dato order by dato`);
}
