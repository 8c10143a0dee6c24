import { arFor } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import * as tjeneste from '#lib/toppfinansiering/registrering-service.ts';

async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(`Ressurskrevende ble avvist: ${JSON.stringify(svar.feil)}`);
  return svar.verdi;
}

type Mottaker = { readonly id: number; readonly pseudonym: string; readonly fodselsar: number; readonly vedtakId: number };
type Grunnlag = { readonly miljo: number; readonly enheter: readonly number[]; readonly kontoer: readonly { readonly id: number; readonly rolle: string }[]; readonly mottakere: readonly Mottaker[] };

/** The unit for people with intellectual disabilities and its recipients, the largest first. Null where the kommune has none. */
async function finnGrunnlag(tx: Tx, ar: number): Promise<Grunnlag | null> {
  const k = tx.hvem.kommuneId;
  const miljo = await tx.en<{ id: number }>(sql`select id from enhet where kommune_id = ${k} and art = 'UTVIKLINGSHEMMEDE' order by id limit 1`);
  if (!miljo) return null;
  const enheter = await tx.alle<{ id: number }>(sql`select id from enhet where kommune_id = ${k} and art = 'HJEMMETJENESTE' and eierform = 'KOMMUNAL' order by id`);
  const kontoer = await tx.alle<{ id: number; rolle: string }>(sql`select konto_id as id, rolle from konto_rolle where kommune_id = ${k} and rolle in ('controller', 'bestillerleder', 'revisor', 'radmann') order by konto_id`);
  const mottakere = await tx.alle<Mottaker>(sql`
    select m.id, m.pseudonym, m.fodselsar, max(v.id) as "vedtakId" from besok b
    join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    where b.kommune_id = ${k} and b.enhet_id = ${miljo.id} and b.dato >= make_date(${ar}, 1, 1) and b.dato <= make_date(${ar}, 12, 31) and b.kvittert
    group by m.id, m.pseudonym, m.fodselsar order by sum(b.minutter) desc, m.id`);
  return { miljo: miljo.id, enheter: enheter.map((e) => e.id), kontoer, mottakere };
}

/** Night and base staff of two group homes: the hours that no visit shows, shared equally. The second key waits. */
async function delBemanning(controller: Utforende, annen: Utforende, g: Grunnlag, ar: number): Promise<void> {
  const timer = (t: number): number => t * 60;
  const andeler = (fra: number, til: number) => g.mottakere.slice(fra, til).map((m) => ({ pseudonym: m.pseudonym, vekt: 1 }));
  const felles = { ar, enhetId: g.miljo, funksjon: '254', nokkel: 'Likt mellom beboerne' };
  const bilag = 'Turnus for året, arkivsak 25/1180';
  const natt = await som(controller, (tx) => tjeneste.foreslaFelles(tx, { ...felles, navn: 'Våken nattevakt, Bakkegata', minutter: timer(4015), andeler: andeler(0, 5), bilag }));
  const base = await som(controller, (tx) => tjeneste.foreslaFelles(tx, { ...felles, navn: 'Base, Bakkegata', minutter: timer(8760), andeler: andeler(0, 5), bilag }));
  await som(controller, (tx) => tjeneste.foreslaFelles(tx, { ...felles, navn: 'Våken nattevakt, Strandveien', minutter: timer(4015), andeler: andeler(5, 9), bilag }));
  for (const { id } of [natt, base]) await som(annen, (tx) => tjeneste.godkjennFelles(tx, id));
}

/**
 * The demo's costly recipients of the year that has ended: named accounts, documented divisors, shared staffing, purchased
 * services and deductions, by the real services. Nothing where the kommune has no unit of the kind.
 */
export async function forRessurskrevende(kommune: LastKommune): Promise<void> {
  const ar = arFor(iDag()) - 1;
  const controller: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  const g = await withKommune(controller, (tx) => finnGrunnlag(tx, ar));
  const radmann = g?.kontoer.find((k) => k.rolle === 'radmann');
  const annen = g?.kontoer.find((k) => k.rolle === 'controller' && k.id !== kommune.controller);
  if (!g || !radmann || !annen || g.mottakere.length < 9) return;
  for (const { id } of g.kontoer.filter((k) => k.rolle !== 'radmann')) {
    await som({ ...controller, kontoId: radmann.id, rolle: 'radmann' }, (tx) => tjeneste.giTilgang(tx, id, 'Arbeider med kravet om toppfinansiering.'));
  }
  const kollega: Utforende = { ...controller, kontoId: annen.id };
  for (const enhetId of [g.miljo, ...g.enheter]) {
    await som(controller, (tx) => tjeneste.foreslaDelingstall(tx, { ar, enhetId, fravarMinutter: enhetId === g.miljo ? 12_740 * 60 : 9_100 * 60, bilag: 'Fraværsrapport fra lønnssystemet, hele året' }));
    const venter = await withKommune(controller, (tx) => tx.en<{ id: number }>(sql`select id from delingstall where kommune_id = ${kommune.id} and enhet_id = ${enhetId} and godkjent is null`));
    if (venter) await som(kollega, (tx) => tjeneste.godkjennDelingstall(tx, venter.id));
  }
  await delBemanning(controller, kollega, g, ar);
  for (const [i, m] of g.mottakere.slice(0, 12).entries()) await som(controller, (tx) => tjeneste.settPu(tx, { ar, mottakerId: m.id, registrertPu: i % 3 === 1 }));
  const [a, b, , , , f, h] = g.mottakere;
  const kjop = { ar, tekst: 'Avlastning, Fjordomsorg AS', funksjon: '254', art: '370' };
  if (f) await som(controller, (tx) => tjeneste.registrerPost(tx, { ...kjop, mottakerId: f.id, belopOre: 84_000_000, lonnsandel: '0.8400', vedtakId: f.vedtakId, bilag: 'Faktura januar–desember, bekreftet lønnsandel' }));
  if (h) await som(controller, (tx) => tjeneste.registrerPost(tx, { ...kjop, mottakerId: h.id, belopOre: 61_000_000, lonnsandel: null, vedtakId: h.vedtakId, bilag: 'Faktura januar–desember' }));
  if (a) await som(controller, (tx) => tjeneste.registrerFradrag(tx, { ar, mottakerId: a.id, type: 'OREMERKET', belopOre: 9_500_000, bilag: 'Tilskuddsbrev fra Statsforvalteren' }));
  if (b) await som(controller, (tx) => tjeneste.registrerFradrag(tx, { ar, mottakerId: b.id, type: 'SYKELONN', belopOre: 3_120_000, bilag: 'Refusjonsliste fra Nav' }));
}
