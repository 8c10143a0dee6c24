import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import type { Kjoringsfeil, Kjoringsstatus, Kjoringssteg } from '#lib/avregning/domain/kjoring.ts';
import type { Linjesum } from '#lib/avregning/domain/linjesummer.ts';
import { omregnedeEnheter, omregnedeVedtak, omregnes, type Omregning } from '#lib/avregning/domain/omregning.ts';
import { fristdagFor, KORREKSJONSFRIST } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { naa } from '#lib/server/clock.ts';
import { sett, type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Kjoring = {
  readonly id: number;
  readonly maned: Maned;
  readonly nummer: number;
  readonly status: Kjoringsstatus;
  readonly apneManeder: readonly Maned[];
  readonly bestiltAv: string | null;
  readonly bestilt: Date;
  /** Ordered to count everything again, not only what has changed. */
  readonly alt: boolean;
  readonly startet: Date | null;
  readonly ferdig: Date | null;
  readonly steg: Kjoringssteg | null;
  readonly gjort: number;
  readonly av: number;
  /** Approved visits of the month when all of them were last counted. */
  readonly antallBesok: number | null;
  readonly antallVedtak: number | null;
  /** Vedtak that the run counted again; null in runs from before it was kept. */
  readonly antallOmregnet: number | null;
  readonly antallLinjer: number | null;
  readonly belastningOre: number | null;
  readonly feil: readonly Kjoringsfeil[];
};

const KJORING = sql`a.id, a.maned, a.nummer, a.status, a.apne_maneder as "apneManeder", b.navn as "bestiltAv", a.bestilt, a.startet, a.ferdig, a.steg, a.gjort, a.av,
  a.antall_besok as "antallBesok", a.antall_vedtak as "antallVedtak", a.alt, a.antall_omregnet as "antallOmregnet", a.antall_linjer as "antallLinjer", a.belastning_ore as "belastningOre", a.feil`;
const FRA = sql`from avregning a left join konto b on b.kommune_id = a.kommune_id and b.id = a.bestilt_av`;

export function finnKjoring(tx: Tx, id: number): Promise<Kjoring | null> {
  return tx.en<Kjoring>(sql`select ${KJORING} ${FRA} where a.kommune_id = ${tx.hvem.kommuneId} and a.id = ${id}`);
}

/** The runs of a month (null: all), newest first. */
export function finnKjoringer(tx: Tx, maned: Maned | null): Promise<Kjoring[]> {
  return tx.alle<Kjoring>(sql`
    select ${KJORING} ${FRA} where a.kommune_id = ${tx.hvem.kommuneId} and (${maned}::text is null or a.maned = ${maned})
    order by a.maned desc, a.nummer desc`);
}

/** A new run that waits. Null: one waits or runs already, which the database sees to. */
export async function nyKjoring(tx: Tx, maned: Maned, alt: boolean): Promise<{ id: number; nummer: number } | null> {
  const k = tx.hvem.kommuneId;
  return tx.en<{ id: number; nummer: number }>(sql`
    insert into avregning (kommune_id, maned, nummer, status, apne_maneder, bestilt_av, bestilt, alt)
    select ${k}, ${maned}, coalesce(max(nummer), 0) + 1, 'VENTER', '{}', ${tx.hvem.kontoId}, ${naa()}, ${alt}::boolean from avregning where kommune_id = ${k} and maned = ${maned}
    on conflict do nothing returning id, nummer`);
}

/** Holds the kommune's settlement until the transaction ends; proves that a run is alive. False: somebody else holds it. */
export async function lasAvregning(tx: Tx): Promise<boolean> {
  const rad = await tx.en<{ tatt: boolean }>(sql`select pg_try_advisory_xact_lock(7001, ${tx.hvem.kommuneId}) as tatt`);
  return rad?.tatt === true;
}

/** Where a run has come, for its page; left behind if the process dies, for the lock and not the row says whether a run lives. */
export function merkSteg(tx: Tx, id: number, startet: Date, { steg, gjort, av }: { steg: Kjoringssteg; gjort: number; av: number }): Promise<number> {
  return tx.kjor(sql`
    update avregning set status = 'KJORER', startet = ${startet}, steg = ${steg}, gjort = ${gjort}, av = ${av}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status in ('VENTER', 'KJORER')`);
}

/** Where a kommune stands before a run of a month, seen in one moment. */
export type Stilling = {
  /** The lock that `lasAvregning` takes, taken here. */
  readonly tatt: boolean;
  /** As `finnManedstatus` tells it. */
  readonly status: 'APEN' | 'AVREGNET' | 'LUKKET';
  readonly harOrdning: boolean;
  readonly harMerker: boolean;
  readonly fulgte: readonly Maned[];
  readonly frist: unknown;
  readonly forsteManed: Maned | null;
};

export async function lasOgLesStilling(tx: Tx, maned: Maned): Promise<Stilling> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<Stilling>(sql`
    select pg_try_advisory_xact_lock(7001, ${k}) as tatt,
      coalesce((select case when status = 'LUKKET' and gjenapnet_til > ${naa()} then 'AVREGNET' else status end from maned_status where kommune_id = ${k} and maned = ${maned}), 'APEN') as status,
      exists (select 1 from ordning where kommune_id = ${k} and fom_maned <= ${maned} and coalesce(tom_maned, ${maned}) >= ${maned}) as "harOrdning",
      exists (select 1 from endring where kommune_id = ${k} and (maned is null or maned <= ${maned})) as "harMerker",
      array(select maned from avregnet_maned where kommune_id = ${k}) as fulgte,
      (select verdi from innstilling where kommune_id = ${k} and nokkel = ${KORREKSJONSFRIST} and fom <= ${fristdagFor(sisteDag(maned))} order by fom desc limit 1) as frist,
      (select min(fom_maned) from ordning where kommune_id = ${k}) as "forsteManed"`);
  if (!rad) throw new Error('Stillingen lot seg ikke lese');
  return rad;
}

/** Whether some scheme holds in the month. */
export async function harOrdning(tx: Tx, maned: Maned): Promise<boolean> {
  const rad = await tx.en<{ har: boolean }>(sql`
    select exists (select 1 from ordning where kommune_id = ${tx.hvem.kommuneId} and fom_maned <= ${maned} and coalesce(tom_maned, ${maned}) >= ${maned}) as har`);
  return rad?.har === true;
}

export function merkVenter(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`
    update avregning set status = 'VENTER', steg = null, gjort = 0, av = 0 where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'KJORER'`);
}

export function merkStoppet(tx: Tx, id: number, feil: readonly Kjoringsfeil[], apneManeder: readonly Maned[]): Promise<number> {
  return tx.kjor(sql`
    update avregning set status = 'STOPPET', ferdig = ${naa()}, feil = ${JSON.stringify(feil)}, apne_maneder = ${apneManeder}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status in ('VENTER', 'KJORER')`);
}

/** The schemes that a finished run left out, and why. */
export function merkUtelatt(tx: Tx, id: number, feil: readonly Kjoringsfeil[]): Promise<number> {
  return tx.kjor(sql`update avregning set feil = ${JSON.stringify(feil)} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FERDIG'`);
}

export type Bokfort = Omit<Linje, 'ordning'> & { readonly ordningId: number; readonly sisteAvregningId: number };

/**
 * The ledger's lines of what is recounted, and of the same vedtak and units in the other months that something is. The month
 * is not offered as a way in: to a planner that believes row-level security to let one row through, a whole month of lines
 * looks as good a way to some vedtak as their own index.
 */
function bareOmregnet(o: Omregning, kommuneId: number): Sql {
  const fra = sql`select ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore, id, avregning_id, linjetype from avregning_linje where kommune_id = ${kommuneId} and`;
  const iManeder = (maneder: Iterable<Maned>): Sql => sql`gjelder_maned || '' = any(${[...maneder].filter((m) => !o.hele.has(m))}::text[])`;
  const armer = [
    ...(o.hele.size > 0 ? [sql`${fra} gjelder_maned = any(${[...o.hele]}::text[])`] : []),
    ...(o.vedtak.size > 0 ? [sql`${fra} vedtak_id = any(${omregnedeVedtak(o)}::int[]) and ${iManeder(o.vedtak.keys())}`] : []),
    ...(o.enheter.size > 0 ? [sql`${fra} vedtak_id is null and enhet_id = any(${omregnedeEnheter(o)}::int[]) and ${iManeder(o.enheter.keys())}`] : []),
  ];
  return sett(armer, ' union all ', sql`${fra} false`);
}

/** What is posted per key that is recounted, with the last price and the run that last posted it. Carry-overs are left out: they are never recomputed. */
export async function finnBokfort(tx: Tx, omregning: Omregning): Promise<Bokfort[]> {
  const rader = await tx.alle<{ ordning: number; enhet: number; komponent: string; vedtak: number | null; maned: Maned; bokfort: Maned; volum: string; pris: number; belop: number; siste: number }>(sql`
    select ordning_id as ordning, enhet_id as enhet, komponent, vedtak_id as vedtak, gjelder_maned as maned, max(bokfort_maned) as bokfort, sum(volum)::text as volum,
      (array_agg(pris_ore order by id desc))[1] as pris, sum(belop_ore)::bigint as belop, max(avregning_id) as siste
    from (${bareOmregnet(omregning, tx.hvem.kommuneId)}) l where linjetype <> 'OVERFORING'
    group by 1, 2, 3, 4, 5`);
  return rader.map((r) => ({
    ordningId: r.ordning,
    enhet: String(r.enhet),
    komponent: r.komponent,
    vedtak: r.vedtak === null ? null : String(r.vedtak),
    gjelderManed: r.maned,
    bokfortManed: r.bokfort,
    volum: brokFraDesimal(r.volum),
    prisOre: ore(r.pris),
    belopOre: ore(r.belop),
    sisteAvregningId: r.siste,
  })).filter((l) => omregnes(omregning, l.enhet, l.vedtak, l.gjelderManed));
}

export type Nylinje = { readonly linje: Linje; readonly ordningId: number; readonly retterAvregningId: number | null };
const BUNKE = 10_000;

function linjene(tx: Tx, avregningId: number, bunke: readonly Nylinje[]): Sql {
  const velg = <T>(verdi: (l: Nylinje) => T): T[] => bunke.map(verdi);
  return sql`
    insert into avregning_linje (kommune_id, avregning_id, linjetype, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore, retter_avregning_id)
    select ${tx.hvem.kommuneId}, ${avregningId}, case when komponent like 'manuell/%' then 'MANUELL' else 'BEREGNET' end, ordning, enhet, komponent, vedtak, gjelder, bokfort, volum, pris, belop, retter
    from unnest(${velg((l) => l.ordningId)}::int[], ${velg((l) => Number(l.linje.enhet))}::int[], ${velg((l) => l.linje.komponent)}::text[],
      ${velg((l) => (l.linje.vedtak === null ? null : Number(l.linje.vedtak)))}::int[], ${velg((l) => l.linje.gjelderManed)}::text[], ${velg((l) => l.linje.bokfortManed)}::text[],
      ${velg((l) => tilDesimal(l.linje.volum))}::numeric[], ${velg((l) => l.linje.prisOre)}::bigint[], ${velg((l) => l.linje.belopOre)}::bigint[],
      ${velg((l) => l.retterAvregningId)}::int[]) as t(ordning, enhet, komponent, vedtak, gjelder, bokfort, volum, pris, belop, retter)`;
}

/** The sums of lines, summed already. */
function summene(tx: Tx, avregningId: number, summer: readonly Linjesum[]): Sql {
  const velg = <T>(verdi: (s: Linjesum) => T): T[] => summer.map(verdi);
  return sql`
    insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
    select ${tx.hvem.kommuneId}, ${avregningId}, * from unnest(${velg((s) => s.ordningId)}::int[], ${velg((s) => Number(s.enhet))}::int[], ${velg((s) => s.komponent)}::text[], ${velg((s) => s.tjeneste)}::text[],
      ${velg((s) => s.gjelderManed)}::text[], ${velg((s) => s.bokfortManed)}::text[], ${velg((s) => s.antallVedtak)}::int[], ${velg((s) => tilDesimal(s.volum))}::numeric[], ${velg((s) => s.belopOre)}::bigint[])`;
}

/** Posts the lines of a run, in batches, and their sums with the last. `summer` null: summed from the lines in the database. */
export async function skrivLinjer(tx: Tx, avregningId: number, linjer: readonly Nylinje[], summer: readonly Linjesum[] | null): Promise<void> {
  for (let i = 0; i < linjer.length; i += BUNKE) {
    const bunke = linjene(tx, avregningId, linjer.slice(i, i + BUNKE));
    await tx.kjor(summer !== null && i + BUNKE >= linjer.length ? sql`with linjer as (${bunke}) ${summene(tx, avregningId, summer)}` : bunke);
  }
  if (summer === null) await skrivSummer(tx, avregningId);
}

/** The run's sums by the keys of the boards, from its own lines. */
function skrivSummer(tx: Tx, avregningId: number): Promise<number> {
  return tx.kjor(sql`
    insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
    select l.kommune_id, l.avregning_id, l.ordning_id, l.enhet_id, l.komponent, v.tjeneste, l.gjelder_maned, l.bokfort_maned, count(distinct l.vedtak_id), sum(l.volum), sum(l.belop_ore)
    from avregning_linje l left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.avregning_id = ${avregningId}
    group by 1, 2, 3, 4, 5, 6, 7, 8`);
}

/** The units that the month is closed for now: nothing is posted in it for them. */
export async function finnLukkedeEnheter(tx: Tx, maned: Maned): Promise<Set<string>> {
  const rader = await tx.alle<{ id: number }>(sql`select enhet_id as id from lukkede_enheter(${tx.hvem.kommuneId}, ${maned}, clock_timestamp())`);
  return new Set(rader.map((r) => String(r.id)));
}

/** The job that carries a run, for its progress. */
export async function finnJobbFor(tx: Tx, avregningId: number): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    select id from jobb where kommune_id = ${tx.hvem.kommuneId} and type = 'AVREGNING' and innhold->>'avregningId' = ${String(avregningId)} order by id desc limit 1`);
  return rad?.id ?? null;
}
