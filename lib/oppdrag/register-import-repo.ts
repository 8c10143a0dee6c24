import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Dom, Kjent, Registerrad, RegisterVedtak } from '#lib/oppdrag/domain/register-import.ts';
import type { Registerhode, Ryddrad, UkjentOrd } from '#lib/oppdrag/register-import-view.ts';

export type Lagret = Registerhode & { readonly storrelse: number; readonly opprettetAv: number | null; readonly format: unknown; readonly hode: string[]; readonly kartlegging: { kolonner?: Record<string, string>; verdier?: Record<string, Record<string, string>> } };
const KOLONNER = sql`r.id, r.filnavn, r.status, r.opprettet, coalesce(k.navn, '') hvem, r.klient_id is not null "fraSystem", r.tatt_inn "tattInn", r.tall, r.storrelse, r.opprettet_av "opprettetAv", r.format, r.hode, r.kartlegging`;

export async function insertImport(tx: Tx, filnavn: string, storrelse: number): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`insert into registerimport (kommune_id, filnavn, storrelse, status, opprettet, opprettet_av) values (${tx.hvem.kommuneId}, ${filnavn}, ${storrelse}, 'LASTER_OPP', ${naa()}, ${tx.hvem.kontoId}) returning id`);
  return rad?.id ?? 0;
}

/** One import; `skriv` holds its row. */
export async function findImport(tx: Tx, id: number, skriv = false): Promise<Lagret | null> {
  return tx.en<Lagret>(sql`select ${KOLONNER} from registerimport r left join konto k on k.kommune_id = r.kommune_id and k.id = r.opprettet_av where r.kommune_id = ${tx.hvem.kommuneId} and r.id = ${id} ${skriv ? sql`for update of r` : sql``}`);
}

export async function findImporter(tx: Tx): Promise<Registerhode[]> {
  return tx.alle<Lagret>(sql`select ${KOLONNER} from registerimport r left join konto k on k.kommune_id = r.kommune_id and k.id = r.opprettet_av
    where r.kommune_id = ${tx.hvem.kommuneId} and r.status in ('LEST', 'TATT_INN') order by r.id desc limit 50`);
}

/** What was said about columns and words the last time a file was taken in. */
export async function findSisteKartlegging(tx: Tx): Promise<Lagret['kartlegging']> {
  return (await tx.en<{ kartlegging: Lagret['kartlegging'] }>(sql`select kartlegging from registerimport where kommune_id = ${tx.hvem.kommuneId} and status = 'TATT_INN' and klient_id is null order by tatt_inn desc limit 1`))?.kartlegging ?? {};
}

export async function upsertDel(tx: Tx, id: number, nr: number, innhold: Buffer): Promise<void> {
  await tx.kjor(sql`insert into registerimport_del (kommune_id, import_id, nr, innhold) values (${tx.hvem.kommuneId}, ${id}, ${nr}, ${innhold}) on conflict do nothing`);
}

export async function findInnhold(tx: Tx, id: number): Promise<Buffer> {
  return Buffer.concat((await tx.alle<{ innhold: Buffer }>(sql`select innhold from registerimport_del where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} order by nr`)).map((d) => d.innhold));
}

export async function updateLest(tx: Tx, id: number, d: { sha256: string | null; format: unknown; hode: readonly string[]; kartlegging: object; tall: object }): Promise<void> {
  await tx.kjor(sql`update registerimport set status = 'LEST', sha256 = coalesce(${d.sha256}, sha256), format = ${JSON.stringify(d.format)}::jsonb, hode = ${JSON.stringify(d.hode)}::jsonb,
    kartlegging = ${JSON.stringify(d.kartlegging)}::jsonb, tall = ${JSON.stringify(d.tall)}::jsonb where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** Ends an import. The file goes, and of the rows only those to mend are kept after an intake. */
export async function closeImport(tx: Tx, id: number, status: 'TATT_INN' | 'FORKASTET', tall: object): Promise<void> {
  const inn = status === 'TATT_INN';
  await tx.kjor(sql`update registerimport set status = ${status}, tall = ${JSON.stringify(tall)}::jsonb, tatt_inn = ${inn ? naa() : null}, tatt_inn_av = ${inn ? tx.hvem.kontoId : null} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
  await tx.kjor(sql`delete from registerimport_del where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id}`);
  await tx.kjor(sql`delete from registerimport_rad where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} and (not ${inn}::boolean or (utfall <> 'RETTES' and not 'MANGLER_SLUTT' = any (mangler)))`);
}

export type Domt = Dom & { readonly rad: number; readonly innhold: Registerrad | null; readonly celler: string | null };

export async function replaceRader(tx: Tx, id: number, rader: readonly Domt[]): Promise<void> {
  await tx.kjor(sql`delete from registerimport_rad where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id}`);
  await tx.kjor(sql`
    insert into registerimport_rad (kommune_id, import_id, rad, utfall, mangler, innhold)
    select ${tx.hvem.kommuneId}, ${id}, r.rad, r.utfall, array(select jsonb_array_elements_text(r.mangler)), r.innhold
    from jsonb_to_recordset(${JSON.stringify(rader.map((r) => ({ rad: r.rad, utfall: r.utfall, mangler: r.mangler, innhold: { ...r.innhold, celler: r.celler } })))}::jsonb) r(rad int, utfall text, mangler jsonb, innhold jsonb)`);
}

export async function findRyddliste(tx: Tx, id: number, antall: number): Promise<Ryddrad[]> {
  return tx.alle<Ryddrad>(sql`
    select rad, utfall, mangler, coalesce(innhold ->> 'etternavn', '') || ', ' || coalesce(innhold ->> 'fornavn', '') navn, innhold ->> 'kildeId' "kildeId", innhold ->> 'tjeneste' tjeneste, innhold ->> 'enhet' enhet,
      (innhold ->> 'fom')::date fom, (innhold ->> 'tom')::date tom, innhold ->> 'celler' celler
    from registerimport_rad where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} and cardinality(mangler) > 0 order by utfall <> 'RETTES', rad limit ${antall}`);
}

/** The words of the file that the kommune does not know, most used first. */
export async function findUkjenteOrd(tx: Tx, id: number): Promise<UkjentOrd[]> {
  return tx.alle<UkjentOrd>(sql`
    select l.liste, innhold ->> l.liste ord, count(*)::int antall from registerimport_rad r cross join (values ('tjeneste', 'UKJENT_TJENESTE'), ('enhet', 'UKJENT_ENHET')) l(liste, mangel)
    where r.kommune_id = ${tx.hvem.kommuneId} and r.import_id = ${id} and l.mangel = any (r.mangler) and innhold ->> l.liste is not null group by 1, 2 order by 1, 3 desc, 2 limit 200`);
}

export type Tjeneste = { readonly kode: string; readonly nb: string; readonly nn: string; readonly volumenhet: string; readonly hjemmel: string };
export async function findTjenester(tx: Tx, dag: Dato): Promise<Tjeneste[]> {
  return tx.alle<Tjeneste>(sql`select kode, navn_nb nb, navn_nn nn, volumenhet, hjemmel from tjeneste where kommune_id = ${tx.hvem.kommuneId} and fom <= ${dag} and (tom is null or tom >= ${dag}) order by navn_nb`);
}
export async function findEnheter(tx: Tx, dag: Dato): Promise<{ id: number; kode: string; navn: string }[]> {
  return tx.alle(sql`select id, kode, navn from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' and fom <= ${dag} and (tom is null or tom >= ${dag}) order by navn`);
}

export async function findMottakere(tx: Tx, numre: readonly string[]): Promise<{ nummer: string; id: number }[]> {
  return tx.alle(sql`select fodselsnummer nummer, mottaker_id id from mottaker_identitet where kommune_id = ${tx.hvem.kommuneId} and fodselsnummer = any (${[...numre]})`);
}

export type Kildevedtak = Kjent & { readonly vedtakId: number; readonly mottakerId: number; readonly virkningId: number; readonly kilde: string };
/** Vedtak from other systems with these source ids ("system|id"). */
export async function findMedKilde(tx: Tx, kilder: readonly string[]): Promise<Kildevedtak[]> {
  return tx.alle<Kildevedtak>(sql`
    select v.id "vedtakId", v.mottaker_id "mottakerId", w.id "virkningId", v.kilde || '|' || v.kilde_id kilde, w.omfang_nokkel nokkel, v.tjeneste, w.fom, w.tom
    from vedtak v join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    where v.kommune_id = ${tx.hvem.kommuneId} and v.kilde_id is not null and v.kilde || '|' || v.kilde_id = any (${[...kilder]})`);
}

export async function findGjeldende(tx: Tx, mottakerIder: readonly number[], dag: Dato): Promise<(Kjent & { mottakerId: number; kilde: string | null })[]> {
  return tx.alle(sql`
    select w.mottaker_id "mottakerId", w.omfang_nokkel nokkel, w.tjeneste, w.fom, w.tom, case when v.kilde_id is null then null else v.kilde || '|' || v.kilde_id end kilde
    from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id
    where w.kommune_id = ${tx.hvem.kommuneId} and w.gjeldende and w.mottaker_id = any (${[...mottakerIder]}::int[]) and (w.tom is null or w.tom >= ${dag})`);
}

/** A vedtak made in another system: its reasons are there, and its source id here. */
export async function insertKildevedtak(tx: Tx, v: RegisterVedtak, rad: Registerrad, mottakerId: number, nummer: string, hjemmel: string): Promise<number> {
  const o = v.omfang;
  const ny = await tx.en<{ id: number }>(sql`
    insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, antall, niva, plasstype, begrunnelse, hjemmel, fattet, fattet_dato, fattet_av, kilde, kilde_id)
    values (${tx.hvem.kommuneId}, ${nummer}, ${mottakerId}, ${v.tjeneste}, 'INNVILGET', ${o.type}, ${o.type === 'TIMER' ? o.minutter : null}, ${o.type === 'TIMER' ? o.besok : null},
      ${o.type === 'TIMER' || o.type === 'ANTALL' ? o.perUker : 1}, ${o.type === 'ANTALL' ? o.antall : null}, ${o.type === 'NIVA' ? o.niva : null}, ${o.type === 'PLASS' ? o.plasstype : null},
      ${`Overført fra ${rad.system}, ${rad.kildeId}. Begrunnelsen står i vedtaket der.`}, ${hjemmel}, ${naa()}, ${v.fom}, null, ${rad.system}, ${rad.kildeId}) returning id`);
  if (!ny) throw new Error('vedtaket ble ikke lagret');
  return ny.id;
}
