import { arFor, datoAv, dagnummer } from '#lib/core/dato.ts';
import { dagerI, forsteDag, leggTilManeder, manedAv, manedensAr, manedensNummer, manederFraTil, sisteDag } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { froAv, klem, lagTilfeldig, normal } from './tilfeldig.ts';
import { ORDNINGER } from './oppsett.ts';
import type { KomponentOppsett } from './oppsett.ts';
import type { Rader } from './tabeller.ts';
import type { Volum } from './bygg-besok.ts';
import { datoTekst, manedAvDag } from './verden.ts';
import type { Enhet, Verden } from './verden.ts';

/** Delivered volume per month and unit, as the visits gave it. */
export type Manedsvolum = ReadonlyMap<Maned, ReadonlyMap<number, Volum>>;

/** How much more this year became than the budget assumed, per unit's kind and zone. */
const VEKST: Readonly<Record<string, number>> = { NORD: 1.045, SOR: 1.024, FJORD: 0.985, HEIM: 1.03, MILJO: 1.018, SYKE: 1.006, STRAND: 0.994 };
/** Cost over revenue: most units spend a little more than they earn. */
const KOSTNAD: Readonly<Record<string, number>> = { NORD: 1.016, SOR: 0.991, FJORD: 0.95, HEIM: 1.022, MILJO: 1.009, SYKE: 1.012, STRAND: 0.996, FJELL: 1.03 };
/** Share of face-to-face time in paid time. */
const ATA: Readonly<Record<string, number>> = { NORD: 0.542, SOR: 0.561, FJORD: 0.604, HEIM: 0.498, MILJO: 0.63 };
/** Wage arts and other costs, as shares of a unit's cost; the accounts of a month. */
const ARTER = [['010', 0.57], ['020', 0.055], ['030', 0.03], ['040', 0.02], ['090', 0.095], ['099', 0.105], ['115', 0.045], ['190', 0.03], ['270', 0.05]] as const;

function pris(komponent: KomponentOppsett, enhet: Enhet, arSiden: number): number {
  const liste = komponent.priser[enhet.eierform];
  return liste?.[klem(arSiden, 0, 2)] ?? 0;
}

/** Nights of a month in places of a kind. */
function belagteDogn(v: Verden, enhet: Enhet, plasstype: string, m: Maned): number {
  const [fra, til] = [dagnummer(forsteDag(m)), Math.min(dagnummer(sisteDag(m)), v.iDag)];
  return v.opphold.reduce((sum, o) => {
    if (o.enhet !== enhet || o.plasstype !== plasstype) return sum;
    return sum + Math.max(0, Math.min(til, (o.ut ?? v.iDag + 1) - 1) - Math.max(fra, o.inn) + 1);
  }, 0);
}

/** Granted hours and visits of a month at the unit, days in force / 7. */
function vedtatt(v: Verden, enhet: Enhet, m: Maned): Volum {
  const [fra, til] = [dagnummer(forsteDag(m)), dagnummer(sisteDag(m))];
  const sum = { minutter: 0, besok: 0 };
  for (const vedtak of v.vedtak) {
    if (vedtak.omfang?.type !== 'TIMER') continue;
    for (const o of vedtak.oppdrag) {
      const [a, b] = [Math.max(fra, o.fom), Math.min(til, o.tom ?? til)];
      if (o.enhet !== enhet || b < a) continue;
      const borte = vedtak.person.borte.reduce((n, p) => n + Math.max(0, Math.min(b, p.tom) - Math.max(a, p.fom) + 1), 0);
      const uker = Math.max(0, b - a + 1 - borte) / (7 * vedtak.omfang.perUker);
      sum.minutter += vedtak.omfang.minutter * uker;
      sum.besok += vedtak.omfang.besok * uker;
    }
  }
  return sum;
}

function komponentvolum(v: Verden, enhet: Enhet, k: KomponentOppsett, m: Maned, levert: Manedsvolum): number {
  if (k.volumkilde === 'BELAGTE_DOGN') return belagteDogn(v, enhet, k.kode.toUpperCase(), m);
  const volum = k.volumkilde.startsWith('VEDTATT') ? vedtatt(v, enhet, m) : levert.get(m)?.get(enhet.id);
  if (volum === undefined) return 0;
  if (k.kode === 'besok') return volum.besok;
  return (volum.minutter / 60) * (k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' ? 0.985 : 1);
}

type Grunnlag = { readonly v: Verden; readonly rader: Rader; readonly levert: Manedsvolum; readonly iAr: number };

function budsjettForAr(g: Grunnlag, ordningId: number, k: KomponentOppsett, enhet: Enhet, ar: number): void {
  const { v } = g;
  const sisteHele = leggTilManeder(manedAvDag(v.iDag), -1);
  const alle = manederFraTil(manedAv(ar, 1), manedAv(ar, 12));
  const kjente = alle.filter((m) => m >= manedAvDag(v.start) && m <= sisteHele);
  const grunnlag = kjente.length > 0 ? kjente : [sisteHele];
  const dager = grunnlag.reduce((sum, m) => sum + dagerI(m), 0);
  const perDag = grunnlag.reduce((sum, m) => sum + komponentvolum(v, enhet, k, m, g.levert), 0) / dager;
  const vekst = (VEKST[enhet.kode] ?? 1.01) * (k.kode === 'besok' ? 0.985 : 1) * (ar === g.iAr ? 1 : 0.992);
  // the budget was decided on last year's prices and an estimate of growth that turned out a little low
  const prisOre = Math.round((pris(k, enhet, g.iAr - ar) * (ar === g.iAr ? 0.991 : 0.997)) / 50) * 50;
  for (const m of alle) {
    const sommer = enhet.art === 'HJEMMETJENESTE' && manedensNummer(m) === 7 ? 0.97 : 1;
    g.rader.budsjett.push({
      id: v.teller('budsjett'), kommune_id: v.oppsett.id, versjon: 1, ordning_id: ordningId, komponent: k.kode, enhet_id: enhet.id, maned: m,
      volum: ((perDag * dagerI(m) * sommer) / vekst).toFixed(4), pris_ore: prisOre, vedtatt_dato: datoAv(ar - 1, 12, 11),
    });
  }
}

/** Every year that the history has from January on: its carry-over is measured against the budget. In January that is one more. */
function budsjettar({ v, iAr }: Grunnlag): number[] {
  const forste = manedAvDag(v.start);
  const fra = Math.min(manedensAr(forste) + (manedensNummer(forste) === 1 ? 0 : 1), iAr - 1);
  return Array.from({ length: iAr - fra + 1 }, (_, i) => fra + i);
}

function byggBudsjett(g: Grunnlag): void {
  for (const o of ORDNINGER) {
    const ordning = g.rader.ordning.find((rad) => rad.kode === o.kode && rad.kommune_id === g.v.oppsett.id);
    if (ordning === undefined) continue;
    for (const enhet of g.v.enheter.values()) {
      if (!o.enheter(enhet)) continue;
      for (const k of o.komponenter) {
        for (const ar of budsjettar(g)) budsjettForAr(g, Number(ordning.id), k, enhet, ar);
      }
    }
  }
}

function inntekt(g: Grunnlag, enhet: Enhet, m: Maned): number {
  const arSiden = g.iAr - manedensAr(m);
  return ORDNINGER.filter((o) => o.enheter(enhet)).flatMap((o) => o.komponenter).reduce((sum, k) => sum + komponentvolum(g.v, enhet, k, m, g.levert) * pris(k, enhet, arSiden), 0);
}

/** Summer, Christmas and Easter cost more in temporary staff and overtime. */
function vikarfaktor(m: Maned): number {
  return [1, 1, 1, 1.1, 0.95, 1.1, 1.6, 1.4, 0.95, 0.95, 0.95, 1.2][manedensNummer(m) - 1] ?? 1;
}

function byggRegnskap(g: Grunnlag, enhet: Enhet, m: Maned): void {
  const { v, rader } = g;
  const kommune_id = v.oppsett.id;
  const r = lagTilfeldig(froAv(v.fro, 'regnskap', enhet.id, m));
  const kostnad = inntekt(g, enhet, m) * (KOSTNAD[enhet.kode] ?? 1) * (1 + 0.012 * normal(r));
  const funksjon = enhet.art === 'SYKEHJEM' ? '253' : '254';
  for (const [art, andel] of ARTER) {
    const faktor = art === '020' || art === '040' ? vikarfaktor(m) : 1;
    rader.regnskap.push({
      id: v.teller('regnskap'), kommune_id, enhet_id: enhet.id, maned: m, funksjon, art,
      ore: Math.round((kostnad * andel * faktor * (1 + 0.02 * normal(r))) / 100) * 100, kilde: 'DEMO',
      kilde_id: `${enhet.kode}-${m}-${funksjon}-${art}`,
    });
  }
}

function byggTid(g: Grunnlag, enhet: Enhet, m: Maned): void {
  const { v, rader } = g;
  const ata = ATA[enhet.kode];
  const levert = g.levert.get(m)?.get(enhet.id);
  if (ata === undefined || levert === undefined) return;
  const r = lagTilfeldig(froAv(v.fro, 'tid', enhet.id, m));
  const betalt = levert.minutter / (ata * (1 + 0.012 * normal(r)));
  const felles = { kommune_id: v.oppsett.id, enhet_id: enhet.id, maned: m, kilde: 'DEMO' };
  const vikar = 0.06 * vikarfaktor(m);
  const typer = [['ORDINAR', 0.965 - vikar], ['VIKAR', vikar], ['OVERTID', 0.035]] as const;
  for (const [type, andel] of typer) rader.timeverk.push({
    id: v.teller('timeverk'), ...felles, type, minutter: Math.round(betalt * andel), kilde_id: `${enhet.kode}-${m}-${type}`,
  });
  // Numbers of its own, so that what else is drawn stays as it was.
  const syk = lagTilfeldig(froAv(v.fro, 'sykefravar', enhet.id, m));
  for (const [periode, andel] of [['ARBEIDSGIVER', 0.026], ['ETTER_16', 0.061]] as const) rader.sykefravar.push({
    id: v.teller('sykefravar'), ...felles, periode, minutter: Math.max(0, Math.round((betalt * andel * vikarfaktor(m) * (1 + 0.18 * normal(syk))) / 30) * 30), kilde_id: `${enhet.kode}-${m}-${periode}`,
  });
  const annet = [['REISE', 0.146], ['DOKUMENTASJON', 0.139], ['MOTE', 0.061], ['OPPLARING', 0.021]] as const;
  for (const [kategori, andel] of annet) rader.annen_tid.push({
    id: v.teller('annen_tid'), ...felles, kategori, minutter: Math.round(betalt * andel * (1 + 0.05 * normal(r))),
    kilde_id: `${enhet.kode}-${m}-${kategori}`,
  });
}

function byggEnhetsbudsjett(g: Grunnlag, enhet: Enhet): void {
  const { v } = g;
  for (const ar of budsjettar(g)) {
    for (const m of manederFraTil(manedAv(ar, 1), manedAv(ar, 12))) {
      const plan = g.rader.budsjett.filter((b) => b.enhet_id === enhet.id && b.maned === m).reduce((sum, b) => sum + Number(b.volum) * Number(b.pris_ore), 0);
      g.rader.enhetsbudsjett.push({
        id: v.teller('enhetsbudsjett'), kommune_id: v.oppsett.id, versjon: 1, enhet_id: enhet.id, maned: m,
        ore: Math.round((plan * 1.004) / 100_000) * 100_000,
      });
    }
  }
}

/** Budgets for the history's whole years and this, accounts and hours for every whole month of the history. */
export function byggOkonomi(v: Verden, rader: Rader, levert: Manedsvolum): void {
  const g: Grunnlag = { v, rader, levert, iAr: arFor(datoTekst(v.iDag)) };
  byggBudsjett(g);
  const maneder = manederFraTil(manedAvDag(v.start), leggTilManeder(manedAvDag(v.iDag), -1));
  for (const enhet of v.enheter.values()) {
    if (enhet.type !== 'UTFORER') continue;
    byggEnhetsbudsjett(g, enhet);
    for (const m of maneder) {
      if (enhet.eierform === 'KOMMUNAL') byggRegnskap(g, enhet, m);
      byggTid(g, enhet, m);
    }
  }
}
