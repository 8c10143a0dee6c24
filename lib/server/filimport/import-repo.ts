import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import type { Omfang, Sum } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Kartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { naa } from '#lib/server/clock.ts';
import type { Innhold } from '#lib/server/filimport/filrader.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

export type Forhandsrad = { readonly rad: number; readonly celler: Readonly<Record<string, string>> };
export type Import = {
  readonly id: number;
  readonly slag: string;
  readonly filnavn: string;
  readonly storrelse: number;
  readonly hash: string | null;
  readonly innholdId: number | null;
  readonly status: Importstatus;
  readonly grunn: string | null;
  readonly format: Filformat | null;
  readonly hode: readonly string[];
  readonly kartlegging: Kartlegging | null;
  readonly omfang: Omfang;
  readonly forhandsvisning: readonly Forhandsrad[] | null;
  readonly summer: readonly Sum[] | null;
  readonly utelatt: readonly { readonly kodeliste: string; readonly verdi: string; readonly antall: number }[] | null;
  readonly bekreftet: string | null;
  readonly antallRader: number;
  readonly antallHoppet: number;
  readonly antallFeil: number;
  readonly gjort: number;
  readonly av: number;
  readonly opprettet: Date;
  readonly opprettetAv: string | null;
  readonly opprettetAvId: number;
  readonly tattInn: Date | null;
  readonly tattInnAv: string | null;
};

const FELT = sql`f.id, f.slag, f.filnavn, f.storrelse, f.hash, f.innhold_id as "innholdId", f.status, f.grunn, f.format, f.hode, f.kartlegging, f.omfang,
  f.forhandsvisning, f.summer, f.utelatt, f.bekreftet, f.antall_rader as "antallRader", f.antall_hoppet as "antallHoppet", f.antall_feil as "antallFeil", f.gjort, f.av,
  f.opprettet, f.opprettet_av as "opprettetAvId", a.navn as "opprettetAv", f.tatt_inn as "tattInn", b.navn as "tattInnAv"`;
const FRA = sql`from filimport f left join konto a on a.kommune_id = f.kommune_id and a.id = f.opprettet_av
  left join konto b on b.kommune_id = f.kommune_id and b.id = f.tatt_inn_av`;

export function finnImport(tx: Tx, id: number): Promise<Import | null> {
  return tx.en<Import>(sql`select ${FELT} ${FRA} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id}`);
}

/** Newest first; those given up are left out. */
export function finnImporter(tx: Tx, slag: readonly string[], antall: number, fra = 0): Promise<Import[]> {
  return tx.alle<Import>(sql`select ${FELT} ${FRA} where f.kommune_id = ${tx.hvem.kommuneId} and f.slag = any(${slag}) and f.status <> 'FORKASTET'
    order by f.id desc limit ${antall} offset ${fra}`);
}

export async function tellImporter(tx: Tx, slag: readonly string[]): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`select count(*)::int as antall from filimport where kommune_id = ${tx.hvem.kommuneId} and slag = any(${slag}) and status <> 'FORKASTET'`);
  return rad?.antall ?? 0;
}

/** Another import of the same content that was taken in, newest first. */
export function finnLik(tx: Tx, { slag, hash, id }: Import): Promise<Import | null> {
  return tx.en<Import>(sql`select ${FELT} ${FRA} where f.kommune_id = ${tx.hvem.kommuneId} and f.slag = ${slag} and f.hash = ${hash} and f.id <> ${id}
    and f.status = 'TATT_INN' order by f.tatt_inn desc limit 1`);
}

export async function nyImport(tx: Tx, slag: string, filnavn: string, storrelse: number): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`insert into filimport (kommune_id, slag, filnavn, storrelse, status, opprettet, opprettet_av)
    values (${tx.hvem.kommuneId}, ${slag}, ${filnavn}, ${storrelse}, 'LASTER_OPP', ${naa()}, ${tx.hvem.kontoId}) returning id`);
  return rad?.id ?? 0;
}

/** Uploads of one's own that never ended are given up, and what came of them goes. */
export async function ryddAvbrutte(tx: Tx): Promise<void> {
  const { kommuneId, kontoId } = tx.hvem;
  await tx.kjor(sql`update filimport set status = 'FORKASTET' where kommune_id = ${kommuneId} and opprettet_av = ${kontoId} and status = 'LASTER_OPP' and opprettet < ${naa()}::timestamptz - interval '1 day'`);
  await tx.kjor(sql`delete from filimport_del d using filimport f where d.kommune_id = ${kommuneId} and d.konto_id = ${kontoId}
    and f.kommune_id = d.kommune_id and f.id = d.import_id and f.status = 'FORKASTET'`);
}

/** A new import that reads the content of an earlier one, with its format and mapping. */
export async function nyAvTidligere(tx: Tx, id: number): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into filimport (kommune_id, slag, filnavn, storrelse, hash, innhold_id, status, format, hode, kartlegging, omfang, av, opprettet, opprettet_av)
    select kommune_id, slag, filnavn, storrelse, hash, coalesce(innhold_id, id), 'LESER', format, hode, kartlegging, omfang, storrelse, ${naa()}, ${tx.hvem.kontoId}
    from filimport where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'TATT_INN' returning id`);
  return rad?.id ?? null;
}

/** The same piece sent again is the same piece. */
export async function skrivDel(tx: Tx, id: number, nummer: number, innhold: Buffer): Promise<void> {
  await tx.kjor(sql`insert into filimport_del (kommune_id, import_id, nummer, konto_id, innhold)
    values (${tx.hvem.kommuneId}, ${id}, ${nummer}, ${tx.hvem.kontoId}, ${innhold}) on conflict do nothing`);
}

export function slettInnhold(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`delete from filimport_del where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id}`);
}

export async function finnDel(tx: Tx, id: number, nummer: number): Promise<Buffer | null> {
  const rad = await tx.en<{ innhold: Buffer }>(sql`select innhold from filimport_del where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} and nummer = ${nummer}`);
  return rad?.innhold ?? null;
}

/** The content of an import, a piece at a time, each in a reading of its own. */
export function innholdAv(hvem: Utforende, imp: Pick<Import, 'id' | 'innholdId' | 'storrelse'>): Innhold {
  return {
    storrelse: imp.storrelse,
    async *biter() {
      for (let nummer = 0; ; nummer += 1) {
        const del = await lesKommune(hvem, (tx) => finnDel(tx, imp.innholdId ?? imp.id, nummer));
        if (del === null) return;
        yield del;
      }
    },
  };
}

/** Moves an import from one of the statuses it was seen in; 0 when somebody was first. */
export function flytt(tx: Tx, id: number, fra: readonly Importstatus[], til: Importstatus, ellers: Sql = sql`grunn = null`): Promise<number> {
  return tx.kjor(sql`update filimport set status = ${til}, ${ellers} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = any(${fra})`);
}

export function meldFremdrift(tx: Tx, id: number, gjort: number, av: number): Promise<number> {
  return tx.kjor(sql`update filimport set gjort = ${gjort}, av = ${av} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function finnLagretKartlegging(tx: Tx, slag: string): Promise<Kartlegging | null> {
  const rad = await tx.en<{ kartlegging: Kartlegging }>(sql`select kartlegging from filimport_kartlegging where kommune_id = ${tx.hvem.kommuneId} and slag = ${slag}`);
  return rad?.kartlegging ?? null;
}

export async function lagreKartlegging(tx: Tx, slag: string, kartlegging: Kartlegging): Promise<void> {
  await tx.kjor(sql`insert into filimport_kartlegging (kommune_id, slag, kartlegging, endret, endret_av)
    values (${tx.hvem.kommuneId}, ${slag}, ${JSON.stringify(kartlegging)}, ${naa()}, ${tx.hvem.kontoId})
    on conflict (kommune_id, slag) do update set kartlegging = excluded.kartlegging, endret = excluded.endret, endret_av = excluded.endret_av`);
}
