import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { GjeldendeVedtak, Vedtaksforslag, Vedtakssak } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import type { Omfang, OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';

/** The columns of an extent, under the names the domain reads. */
export const OMFANG_KOLONNER = sql`v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype,
  v.manedsbelop_ore "manedsbelopOre", v.deler`;

export type LastMottaker = { readonly id: number; readonly versjon: number; readonly avsluttet: Dato | null };

/**
 * Locks the recipient's row for the rest of the transaction, so that two vedtak of one person are decided one after
 * the other. Null when there is no such person for this account (also a shielded one it is not named for).
 */
export async function lockMottaker(tx: Tx, mottakerId: number): Promise<LastMottaker | null> {
  return tx.en<LastMottaker>(sql`
    select m.id, m.versjon, m.avsluttet from mottaker m
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${mottakerId}
      and exists (select 1 from mottaker_identitet i where i.kommune_id = m.kommune_id and i.mottaker_id = m.id)
    for update of m`);
}

export async function bumpVersjon(tx: Tx, mottakerId: number): Promise<void> {
  await tx.kjor(sql`update mottaker set versjon = versjon + 1 where kommune_id = ${tx.hvem.kommuneId} and id = ${mottakerId}`);
}

type GjeldendeRad = Omit<GjeldendeVedtak, 'omfang'> & OmfangKolonner;

/** The recipient's vedtak whose current validity reaches `fra` or later. */
export async function findGjeldende(tx: Tx, mottakerId: number, fra: Dato): Promise<GjeldendeVedtak[]> {
  const rader = await tx.alle<GjeldendeRad>(sql`
    select v.id, w.id "virkningId", v.nummer, v.tjeneste, v.tillegg, w.fom, w.tom, ${OMFANG_KOLONNER}
    from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id
    where w.kommune_id = ${tx.hvem.kommuneId} and w.mottaker_id = ${mottakerId} and w.gjeldende and (w.tom is null or w.tom >= ${fra})
    order by w.fom, v.id`);
  return rader.flatMap(({ id, virkningId, nummer, tjeneste, tillegg, fom, tom, ...kolonner }) => {
    const omfang = omfangAv(kolonner);
    return omfang === null ? [] : [{ id, virkningId, nummer, tjeneste, tillegg, fom, tom, omfang }];
  });
}

/** Short services of a kind that the recipient has had since a day. */
export async function findKorte(tx: Tx, mottakerId: number, tjeneste: string, fra: Dato): Promise<{ fom: Dato; tom: Dato | null }[]> {
  return tx.alle<{ fom: Dato; tom: Dato | null }>(sql`
    select w.fom, w.tom from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id
    where w.kommune_id = ${tx.hvem.kommuneId} and w.mottaker_id = ${mottakerId} and w.gjeldende and v.kort and v.tjeneste = ${tjeneste} and w.tom >= ${fra} order by w.fom`);
}

/** The service on a day, and who may deliver it then: the units of its scheme, or any provider where no scheme has it. */
export async function findTjenesteOgEnheter(tx: Tx, tjeneste: string, dag: Dato): Promise<Pick<Vedtakssak, 'tjeneste' | 'enheterSomDekker' | 'tidsband'>> {
  const { kommuneId } = tx.hvem;
  const rad = await tx.en<{ kode: string; volumenhet: string; hjemmel: string }>(sql`
    select kode, volumenhet, hjemmel from tjeneste
    where kommune_id = ${kommuneId} and kode = ${tjeneste} and fom <= ${dag} and (tom is null or tom >= ${dag})`);
  const maned = dag.slice(0, 7);
  const dekning = sql`from ordning_dekning d where d.kommune_id = ${kommuneId} and d.tjeneste = ${tjeneste} and d.fom_maned <= ${maned} and (d.tom_maned is null or d.tom_maned >= ${maned})`;
  const enheter = await tx.alle<{ enhetId: number }>(sql`
    select e.id "enhetId" from enhet e
    where e.kommune_id = ${kommuneId} and e.type = 'UTFORER' and e.fom <= ${dag} and (e.tom is null or e.tom >= ${dag})
      and (e.id in (select d.enhet_id ${dekning}) or not exists (select 1 ${dekning}))`);
  const band = await tx.alle<{ kode: string }>(sql`
    select distinct b->>'kode' kode from ordning o, jsonb_array_elements(coalesce(o.regler->'tidsband', '[]'::jsonb)) b
    where o.kommune_id = ${kommuneId} and o.id in (select d.ordning_id ${dekning})`);
  return { tjeneste: rad, enheterSomDekker: enheter.map((e) => e.enhetId), tidsband: band.map((b) => b.kode) };
}

/** The next number of the year: `V-2026-0418`. Never reused, also when the transaction that took it is undone later. */
export async function nesteNummer(tx: Tx, ar: number): Promise<string> {
  const rad = await tx.en<{ siste: number }>(sql`
    insert into nummerserie (kommune_id, serie, ar, siste) values (${tx.hvem.kommuneId}, 'V', ${ar}, 1)
    on conflict (kommune_id, serie, ar) do update set siste = nummerserie.siste + 1 returning siste`);
  return `V-${ar}-${String(rad?.siste ?? 0).padStart(4, '0')}`;
}

export type NyttVedtak = {
  readonly nummer: string;
  readonly mottakerId: number;
  readonly hjemmel: string;
  readonly fattetDato: Dato;
  readonly forslag: Vedtaksforslag;
  readonly varselId: number | null;
};

function kolonner(omfang: Omfang | null) {
  const tom = { type: null as string | null, minutter: null as number | null, besok: null as number | null, perUker: 1, antall: null as number | null };
  const resten = { niva: null as number | null, plasstype: null as string | null, manedsbelopOre: null as number | null, deler: '[]' };
  const alt = { ...tom, ...resten };
  if (omfang === null) return alt;
  return omfang.type === 'TIMER' ? { ...alt, ...omfang, deler: JSON.stringify(omfang.deler) } : { ...alt, ...omfang };
}

export async function insertVedtak(tx: Tx, nytt: NyttVedtak): Promise<number> {
  const { forslag: f } = nytt;
  const k = kolonner(f.omfang);
  const rad = await tx.en<{ id: number }>(sql`
    insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, erstatter_id, tillegg, omfang_type, minutter, besok, per_uker,
      antall, niva, plasstype, manedsbelop_ore, deler, begrunnelse, reduksjonsgrunn, kort, varsel_id, varselunntak, hjemmel, fattet, fattet_dato, fattet_av)
    values (${tx.hvem.kommuneId}, ${nytt.nummer}, ${nytt.mottakerId}, ${f.tjeneste}, ${f.utfall}, ${f.erstatterId}, ${f.tillegg}, ${k.type}, ${k.minutter}, ${k.besok}, ${k.perUker},
      ${k.antall}, ${k.niva}, ${k.plasstype}, ${k.manedsbelopOre}, ${k.deler}::jsonb, ${f.begrunnelse}, ${f.reduksjonsgrunn}, ${f.kort ?? false}, ${nytt.varselId}, ${f.varselunntak ?? null}, ${nytt.hjemmel}, ${naa()}, ${nytt.fattetDato}, ${tx.hvem.kontoId})
    returning id`);
  if (!rad) throw new Error('vedtaket ble ikke lagret');
  return rad.id;
}

export type NyVirkning = {
  readonly vedtakId: number;
  readonly mottakerId: number;
  readonly tjeneste: string;
  readonly omfangNokkel: string;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly grunn: string;
};

export async function insertVirkning(tx: Tx, v: NyVirkning): Promise<void> {
  await tx.kjor(sql`
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${v.vedtakId}, ${v.mottakerId}, ${v.tjeneste}, ${v.omfangNokkel}, ${v.fom}, ${v.tom}, ${v.grunn}, ${naa()}, ${tx.hvem.kontoId})`);
}

/** The current validity gives way to a shorter one. False when it is no longer the current one. */
export async function shortenVirkning(tx: Tx, virkningId: number, tom: Dato, grunn: string): Promise<boolean> {
  const gammel = await tx.en<NyVirkning>(sql`
    update vedtak_virkning set gjeldende = false where kommune_id = ${tx.hvem.kommuneId} and id = ${virkningId} and gjeldende
    returning vedtak_id "vedtakId", mottaker_id "mottakerId", tjeneste, omfang_nokkel "omfangNokkel", fom, tom, grunn`);
  if (!gammel) return false;
  await insertVirkning(tx, { ...gammel, tom, grunn });
  return true;
}

export type SisteEndring = { readonly nummer: string; readonly grunn: string; readonly hvem: string | null; readonly tid: Date };

/** What last happened to the recipient's vedtak: the answer to "what changed while I was writing". */
export async function findSisteEndring(tx: Tx, mottakerId: number): Promise<SisteEndring | null> {
  return tx.en<SisteEndring>(sql`
    select v.nummer, w.grunn, k.navn hvem, w.registrert tid
    from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id
    left join konto k on k.kommune_id = w.kommune_id and k.id = w.registrert_av
    where w.kommune_id = ${tx.hvem.kommuneId} and w.mottaker_id = ${mottakerId} order by w.registrert desc, w.id desc limit 1`);
}

export type VedtakForOpphor = OmfangKolonner & { readonly vedtakId: number; readonly nummer: string; readonly tjeneste: string; readonly mottakerId: number; readonly virkningId: number; readonly fom: Dato; readonly tom: Dato | null };

export async function findForOpphor(tx: Tx, vedtakId: number): Promise<VedtakForOpphor | null> {
  return tx.en<VedtakForOpphor>(sql`
    select v.id "vedtakId", v.nummer, v.tjeneste, v.mottaker_id "mottakerId", w.id "virkningId", w.fom, w.tom, ${OMFANG_KOLONNER}
    from vedtak v join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${vedtakId}`);
}

export type NyttOpphor = { readonly vedtakId: number; readonly mottakerId: number; readonly tom: Dato; readonly grunn: string; readonly begrunnelse: string; readonly varselId: number | null; readonly varselunntak: string | null; readonly brevId: number };

/** The decision to end, beside the vedtak it ends. */
export async function insertOpphor(tx: Tx, o: NyttOpphor): Promise<void> {
  await tx.kjor(sql`
    insert into opphor (kommune_id, vedtak_id, mottaker_id, tom, grunn, begrunnelse, varsel_id, varselunntak, brev_id, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${o.vedtakId}, ${o.mottakerId}, ${o.tom}, ${o.grunn}, ${o.begrunnelse}, ${o.varselId}, ${o.varselunntak}, ${o.brevId}, ${naa()}, ${tx.hvem.kontoId})`);
}

/** Something holds for the service after a day: what ends then is renewed already. */
export async function harEtterfolger(tx: Tx, mottakerId: number, tjeneste: string, tom: Dato): Promise<boolean> {
  return (await tx.en(sql`
    select 1 from vedtak_virkning where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and tjeneste = ${tjeneste} and gjeldende and (tom is null or tom > ${tom}) limit 1`)) !== null;
}

export async function findSprak(tx: Tx, mottakerId: number): Promise<'nb' | 'nn'> {
  return (await tx.en<{ sprak: string }>(sql`select sprak from mottaker where kommune_id = ${tx.hvem.kommuneId} and id = ${mottakerId}`))?.sprak === 'nn' ? 'nn' : 'nb';
}

/** Which unit delivers a vedtak now (the order for the whole of it). */
export async function findUtforer(tx: Tx, vedtakId: number): Promise<number | null> {
  return (await tx.en<{ enhetId: number }>(sql`
    select enhet_id "enhetId" from oppdrag where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId} and annullert is null order by tidsband = '{}' desc, fom desc limit 1`))?.enhetId ?? null;
}

/** A validity that will never begin. */
export async function voidVirkning(tx: Tx, virkningId: number): Promise<void> {
  await tx.kjor(sql`update vedtak_virkning set gjeldende = false where kommune_id = ${tx.hvem.kommuneId} and id = ${virkningId}`);
}

export async function closeMottaker(tx: Tx, mottakerId: number, dag: Dato): Promise<void> {
  await tx.kjor(sql`update mottaker set avsluttet = ${dag} where kommune_id = ${tx.hvem.kommuneId} and id = ${mottakerId}`);
}
