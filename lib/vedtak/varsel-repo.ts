import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { OMFANG_KOLONNER } from '#lib/vedtak/vedtak-repo.ts';
import type { OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';
import type { Varsel, Varselslag } from '#lib/vedtak/domain/varsel.ts';

export type Varselrad = Varsel & {
  readonly vedtakId: number;
  readonly mottakerId: number;
  readonly nummer: string;
  readonly hva: string;
  readonly hvorfor: string;
  readonly svar: string | null;
  readonly vurdering: string | null;
  readonly brevId: number | null;
  readonly sendtAv: string | null;
};

const KOLONNER = sql`n.id, n.slag, (n.sendt at time zone 'Europe/Oslo')::date sendt, n.frist, n.svar_mottatt "svarMottatt", n.vurdert is not null vurdert, n.brukt is not null brukt,
  n.trukket is not null trukket, n.vedtak_id "vedtakId", n.mottaker_id "mottakerId", v.nummer, n.hva, n.hvorfor, n.svar, n.vurdering, n.brev_id "brevId", k.navn "sendtAv"`;
const FRA = sql`from forhandsvarsel n join vedtak v on v.kommune_id = n.kommune_id and v.id = n.vedtak_id left join konto k on k.kommune_id = n.kommune_id and k.id = n.sendt_av`;

/** The vedtak's notice that is neither used nor withdrawn. */
export async function findApentVarsel(tx: Tx, vedtakId: number): Promise<Varselrad | null> {
  return tx.en<Varselrad>(sql`select ${KOLONNER} ${FRA} where n.kommune_id = ${tx.hvem.kommuneId} and n.vedtak_id = ${vedtakId} and n.brukt is null and n.trukket is null`);
}

export async function findVarsel(tx: Tx, id: number): Promise<Varselrad | null> {
  return tx.en<Varselrad>(sql`select ${KOLONNER} ${FRA} where n.kommune_id = ${tx.hvem.kommuneId} and n.id = ${id} for update of n`);
}

/** Every notice about a vedtak, newest first. */
export async function findVarslerFor(tx: Tx, vedtakId: number): Promise<Varselrad[]> {
  return tx.alle<Varselrad>(sql`select ${KOLONNER} ${FRA} where n.kommune_id = ${tx.hvem.kommuneId} and n.vedtak_id = ${vedtakId} order by n.id desc`);
}

/** The open notices about a recipient's vedtak. */
export async function findApneVarsler(tx: Tx, mottakerId: number): Promise<Varselrad[]> {
  return tx.alle<Varselrad>(sql`select ${KOLONNER} ${FRA} where n.kommune_id = ${tx.hvem.kommuneId} and n.mottaker_id = ${mottakerId} and n.brukt is null and n.trukket is null`);
}

export type Varslet = OmfangKolonner & { readonly vedtakId: number; readonly mottakerId: number; readonly nummer: string; readonly tjeneste: string; readonly fom: Dato; readonly tom: Dato | null };

/** The vedtak a notice would be about, with its current validity. */
export async function findVarslet(tx: Tx, vedtakId: number): Promise<Varslet | null> {
  return tx.en<Varslet>(sql`
    select v.id "vedtakId", v.mottaker_id "mottakerId", v.nummer, v.tjeneste, w.fom, w.tom, ${OMFANG_KOLONNER}
    from vedtak v join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${vedtakId}`);
}

export type NyttVarsel = { readonly mottakerId: number; readonly vedtakId: number; readonly slag: Varselslag; readonly hva: string; readonly hvorfor: string; readonly frist: Dato; readonly brevId: number };

export async function insertVarsel(tx: Tx, n: NyttVarsel): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into forhandsvarsel (kommune_id, mottaker_id, vedtak_id, slag, hva, hvorfor, frist, brev_id, sendt, sendt_av)
    values (${tx.hvem.kommuneId}, ${n.mottakerId}, ${n.vedtakId}, ${n.slag}, ${n.hva}, ${n.hvorfor}, ${n.frist}, ${n.brevId}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  if (!rad) throw new Error('varselet ble ikke lagret');
  return rad.id;
}

export async function saveSvar(tx: Tx, id: number, mottatt: Dato, svar: string): Promise<void> {
  await tx.kjor(sql`update forhandsvarsel set svar_mottatt = ${mottatt}, svar = ${svar} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function saveVurdering(tx: Tx, id: number, vurdering: string): Promise<void> {
  await tx.kjor(sql`update forhandsvarsel set vurdering = ${vurdering}, vurdert = ${naa()}, vurdert_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function markBrukt(tx: Tx, id: number): Promise<void> {
  await tx.kjor(sql`update forhandsvarsel set brukt = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function trekk(tx: Tx, id: number, grunn: string): Promise<void> {
  await tx.kjor(sql`update forhandsvarsel set trukket = ${naa()}, trukket_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}
