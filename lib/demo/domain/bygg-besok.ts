import { ukedagForDagnummer } from '#lib/core/dato.ts';
import { osloForskyvning } from '#lib/core/oslo-tid.ts';
import type { EpokeMinutt } from '#lib/core/oslo-tid.ts';
import { fordelAnsatte } from './fordel-ansatte.ts';
import { froAv, heltall, klem, lagTilfeldig, normal } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import type { BesokRad } from './tabeller.ts';
import { datoTekst, mandag } from './verden.ts';
import type { Dag, Oppdrag, Planbesok, Vedtak, Verden } from './verden.ts';

/** A month's visits: those known in time, and those that came after the month was settled. */
export type Manedsbesok = { readonly besok: BesokRad[]; readonly etterslep: BesokRad[] };

/** Sums of a unit's month, for accounts, hours and budget. */
export type Volum = { minutter: number; besok: number };

const forskyvninger = new Map<Dag, string>();

function sone(dag: Dag): string {
  let s = forskyvninger.get(dag);
  if (s === undefined) {
    s = `+0${osloForskyvning((dag * 1440 + 240) as EpokeMinutt) / 60}:00`;
    forskyvninger.set(dag, s);
  }
  return s;
}

const to = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** A local time as PostgreSQL reads it; minutes past midnight of the day, at most 23:59. */
export function tidspunkt(dag: Dag, minutt: number): string {
  const m = klem(Math.round(minutt), 0, 1439);
  return `${datoTekst(dag)}T${to(Math.floor(m / 60))}:${to(m % 60)}:00${sone(dag)}`;
}

function erBorte(vedtak: Vedtak, dag: Dag): boolean {
  return vedtak.person.borte.some((b) => dag >= b.fom && dag <= b.tom);
}

/** Delivered minutes of a planned visit: about the unit's usual share, now and then far off. */
function levertTid(r: Tilfeldig, planlagt: number, leveranse: number): number {
  const skjev = r() < 0.006 ? 2.6 : 1;
  return klem(Math.round(planlagt * leveranse * (1 + 0.16 * normal(r)) * skjev), 3, 720);
}

type Kontekst = { readonly v: Verden; readonly vedtak: Vedtak; readonly oppdrag: Oppdrag; readonly r: Tilfeldig; readonly ut: Manedsbesok };

function kvittering(k: Kontekst, dag: Dag): Pick<BesokRad, 'kvittert' | 'kvittert_av' | 'kvittert_tid'> {
  const denneUken = mandag(k.v.iDag);
  // now and then one is forgotten in a week that is else in order
  const apen = dag >= denneUken || k.r() < (dag >= denneUken - 7 ? 0.62 : 0.0004);
  if (apen) return { kvittert: false, kvittert_av: null, kvittert_tid: null };
  return { kvittert: true, kvittert_av: k.oppdrag.enhet.leder, kvittert_tid: tidspunkt(mandag(dag) + 7, 620) };
}

function leggTil(k: Kontekst, dag: Dag, plan: Planbesok): void {
  const { v, vedtak, oppdrag, r } = k;
  const { enhet } = oppdrag;
  const bomtur = r() < 0.006;
  const start = klem(plan.minutt + heltall(r, -9, 14), 1, 1436);
  if (dag === v.iDag && start + plan.minutter > v.klokke) return;
  const minutter = Math.min(bomtur ? heltall(r, 3, 8) : levertTid(r, plan.minutter, enhet.leveranse), 1439 - start);
  const ansatt = enhet.stab[0] ?? enhet.leder; // handed out by the day in fordelAnsatte
  const sen = dag < mandag(v.iDag) - 40 && r() < 0.0006;
  const etter = !sen && r() < 0.035;
  (sen ? k.ut.etterslep : k.ut.besok).push({
    id: v.teller('besok'), kommune_id: v.oppsett.id, dato: datoTekst(dag), start: tidspunkt(dag, start), minutter, planlagt_minutter: plan.minutter,
    kategori: bomtur ? 'BOMTUR' : 'BRUKERRETTET', oppdrag_id: oppdrag.id, vedtak_id: vedtak.id, enhet_id: enhet.id, ansatt_id: ansatt, registrert_av: sen || etter ? enhet.leder : ansatt,
    registrert: sen ? tidspunkt(dag + 38, 600) : etter ? tidspunkt(Math.min(v.iDag, dag + 1), 480) : tidspunkt(dag, start + minutter + 1),
    kilde: sen || etter ? 'ETTERREGISTRERT' : 'FELT', grunn: sen ? 'Ført fra vikarliste på papir' : etter ? 'Telefonen var tom for strøm' : null,
    ...kvittering(k, dag),
  });
}

/** Share of planned visits that never were registered: a little always, more in the two newest weeks and at their weekend. */
function mangler(v: Verden, dag: Dag): number {
  if (dag < mandag(v.iDag) - 7) return 0.014;
  return ukedagForDagnummer(dag) > 5 ? 0.075 : 0.02;
}

function byggOppdrag(k: Kontekst, fra: Dag, til: Dag): void {
  const { v, vedtak, oppdrag, r } = k;
  const perUker = vedtak.omfang?.type === 'TIMER' ? vedtak.omfang.perUker : 1;
  const sist = Math.min(til, oppdrag.tom === null ? til : oppdrag.tom + dagerEtterSlutt(k), v.iDag);
  for (let dag = Math.max(fra, oppdrag.fom); dag <= sist; dag += 1) {
    if (erBorte(vedtak, dag)) continue;
    if (perUker === 2 && (Math.floor((dag + 3) / 7) + vedtak.id) % 2 === 1) continue;
    const ukedag = ukedagForDagnummer(dag);
    const borte = mangler(v, dag) + (vedtak.tjeneste === 'PRAKTISK_BISTAND' && erFellesferie(dag) ? 0.12 : 0);
    for (const plan of vedtak.plan) {
      if (plan.ukedag === ukedag && r() >= borte) leggTil(k, dag, plan);
    }
  }
}

/** Some visits go on for a day or two after the vedtak has ended, or are put on the one that was replaced; more in the newest weeks. */
function dagerEtterSlutt({ v, vedtak, oppdrag }: Kontekst): number {
  if (oppdrag.tom === null || oppdrag.tom !== vedtak.tom || vedtak.sluttgrunn === 'DOD') return 0;
  if (oppdrag.tom < v.iDag - 18) return oppdrag.id % 6 === 0 && vedtak.sluttgrunn !== 'ERSTATTET' ? 1 : 0;
  return vedtak.sluttgrunn === 'ERSTATTET' ? oppdrag.id % 2 : 3;
}

/** July and the first half of August. */
function erFellesferie(dag: Dag): boolean {
  const d = datoTekst(dag).slice(5);
  return d >= '06-28' && d <= '08-15';
}

/** All visits of a month, the same for the same seed. */
export function byggManedsbesok(v: Verden, fra: Dag, til: Dag): Manedsbesok {
  const ut: Manedsbesok = { besok: [], etterslep: [] };
  for (const vedtak of v.vedtak) {
    if (vedtak.plan.length === 0) continue;
    for (const oppdrag of vedtak.oppdrag) {
      if (oppdrag.fom > til || (oppdrag.tom !== null && oppdrag.tom < fra - 3)) continue;
      byggOppdrag({ v, vedtak, oppdrag, r: lagTilfeldig(froAv(v.fro, 'besok', oppdrag.id, fra)), ut }, fra, til);
    }
  }
  fordelAnsatte([...ut.besok, ...ut.etterslep], new Map([...v.enheter.values()].map((enhet) => [enhet.id, enhet.stab])));
  return ut;
}

/** Adds a month's visits to the sums of each unit. */
export function tellVolum(rader: readonly BesokRad[], sum: Map<number, Volum>): void {
  for (const rad of rader) {
    if (rad.kategori !== 'BRUKERRETTET') continue;
    const enhet = Number(rad.enhet_id);
    const volum = sum.get(enhet) ?? { minutter: 0, besok: 0 };
    volum.minutter += Number(rad.minutter);
    volum.besok += 1;
    sum.set(enhet, volum);
  }
}
