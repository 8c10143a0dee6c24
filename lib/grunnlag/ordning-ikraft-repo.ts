import type { Maned } from '#lib/core/maned.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { gyldigePriser } from '#lib/grunnlag/domain/ordningspriser.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Ordningshode = { readonly id: number; readonly kode: string; readonly navn: string; readonly mal: string | null; readonly fomManed: Maned; readonly tomManed: Maned | null };

export function finnOrdningshoder(tx: Tx): Promise<Ordningshode[]> {
  return tx.alle<Ordningshode>(sql`
    select id, kode, navn, mal, fom_maned as "fomManed", tom_maned as "tomManed" from ordning where kommune_id = ${tx.hvem.kommuneId} order by navn, fom_maned desc, id`);
}

/** One writer of schemes at a time in a kommune, until the transaction ends. */
export async function lasOrdningene(tx: Tx): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(7003, ${tx.hvem.kommuneId})`);
}

/** The cover of the given units and services that reaches into `fom` and began before it ends the month before. */
export async function avsluttDekning(tx: Tx, u: Ordningsutkast, erstatter: readonly number[], siste: Maned): Promise<void> {
  const par = u.dekning.flatMap((d) => d.tjenester.map((t) => ({ enhet: d.enhetId, tjeneste: t })));
  await tx.kjor(sql`
    update ordning_dekning d set tom_maned = ${siste} from unnest(${par.map((p) => p.enhet)}::int[], ${par.map((p) => p.tjeneste)}::text[]) as p(enhet, tjeneste)
    where d.kommune_id = ${tx.hvem.kommuneId} and d.enhet_id = p.enhet and d.tjeneste = p.tjeneste and d.ordning_id = any(${erstatter}::int[])
      and d.fom_maned <= ${siste} and (d.tom_maned is null or d.tom_maned > ${siste})`);
  // a scheme that no unit is left in has ended
  await tx.kjor(sql`
    update ordning o set tom_maned = ${siste} where o.kommune_id = ${tx.hvem.kommuneId} and o.id = any(${erstatter}::int[]) and (o.tom_maned is null or o.tom_maned > ${siste})
      and not exists (select 1 from ordning_dekning d where d.kommune_id = o.kommune_id and d.ordning_id = o.id and (d.tom_maned is null or d.tom_maned > ${siste}))`);
}

/** The scheme and all its cover end with a month. Returns false where it had ended by then. */
export async function avsluttHele(tx: Tx, ordningId: number, siste: Maned): Promise<boolean> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`
    update ordning_dekning set tom_maned = ${siste}
    where kommune_id = ${k} and ordning_id = ${ordningId} and fom_maned <= ${siste} and (tom_maned is null or tom_maned > ${siste})`);
  const antall = await tx.kjor(sql`
    update ordning set tom_maned = ${siste} where kommune_id = ${k} and id = ${ordningId} and fom_maned <= ${siste} and (tom_maned is null or tom_maned > ${siste})`);
  return antall === 1;
}

async function skrivLedd(tx: Tx, ordningId: number, fom: Maned, u: Ordningsutkast): Promise<void> {
  const k = tx.hvem.kommuneId;
  for (const [nr, komp] of u.komponenter.entries()) {
    await tx.kjor(sql`
      insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned, rekkefolge)
      values (${k}, ${ordningId}, ${komp.kode}, ${komp.navnNb}, ${komp.navnNn}, ${komp.volumkilde}, ${komp.tjenester}, ${JSON.stringify(komp.regler)}, ${fom}, ${nr})`);
  }
  for (const f of u.fastledd) {
    const belop = f.type === 'REFUSJON' ? [{ enhetId: null, ore: null }] : f.belop;
    for (const b of belop) {
      await tx.kjor(sql`
        insert into fastledd (kommune_id, ordning_id, kode, navn_nb, navn_nn, type, enhet_id, ar, belop_ore, regler)
        values (${k}, ${ordningId}, ${f.kode}, ${f.navnNb}, ${f.navnNn}, ${f.type}, ${b.enhetId}, ${f.type === 'REFUSJON' ? null : f.ar}, ${b.ore}, ${JSON.stringify(f.regler)})`);
    }
  }
}

async function skrivPriser(tx: Tx, ordningId: number, u: Ordningsutkast, foreslattAv: number | null): Promise<void> {
  const { kommuneId, kontoId } = tx.hvem;
  for (const komp of u.komponenter) {
    for (const p of gyldigePriser(u, komp)) {
      await tx.kjor(sql`
        insert into pris (kommune_id, ordning_id, komponent, gruppe, niva, fom_maned, tom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent)
        values (${kommuneId}, ${ordningId}, ${komp.kode}, ${p.gruppe}, ${p.niva}, ${p.fom}, ${p.tom}, ${p.ore}, ${u.prisstatus}, ${u.prisgrunnlag}, ${foreslattAv}, ${kontoId}, ${naa()})`);
    }
  }
}

/** The rows that the settlement reads, from an approved draft. The database refuses a unit and service in two schemes. */
export async function skrivOrdning(tx: Tx, kode: string, fom: Maned, u: Ordningsutkast, foreslattAv: number | null): Promise<number> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ id: number }>(sql`
    insert into ordning (kommune_id, kode, navn, mal, fom_maned, regler) values (${k}, ${kode}, ${u.navn}, ${u.mal}, ${fom}, ${JSON.stringify(u.regler)}) returning id`);
  if (!rad) throw new Error('ordningen ble ikke lagret');
  const par = u.dekning.flatMap((d) => d.tjenester.map((t) => ({ enhet: d.enhetId, tjeneste: t })));
  await tx.kjor(sql`
    insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned)
    select ${k}, ${rad.id}, enhet, tjeneste, ${fom} from unnest(${par.map((p) => p.enhet)}::int[], ${par.map((p) => p.tjeneste)}::text[]) as t(enhet, tjeneste)`);
  await skrivLedd(tx, rad.id, fom, u);
  await skrivPriser(tx, rad.id, u, foreslattAv);
  return rad.id;
}
