import { leggTilManeder, type Maned, maned, manedensNummer, manederFraTil, dagerI } from '#lib/core/maned.ts';
import { bestandsnokkel, type Bestandstall, type Postering, type Prognoselinje } from '#lib/avvik/domain/prognose-serie.ts';
import { type Venteliste, ventenokkel, type Ventetall } from '#lib/avvik/domain/prognose-venteliste.ts';
import type { Prognosegrunnlag } from '#lib/avvik/domain/prognose.ts';

/** Numbers in [0, 1) that look random and are the same every time. */
export type Trekk = () => number;

export function trekker(fro: number): Trekk {
  let tilstand = (fro * 2_654_435_761 + 1_013_904_223) >>> 0;
  return () => {
    tilstand = (tilstand + 0x6d2b79f5) >>> 0;
    let x = tilstand;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About a standard bell curve. */
const klokke = (trekk: Trekk): number => Array.from({ length: 12 }, trekk).reduce((sum, x) => sum + x, 0) - 6;
const mellom = (trekk: Trekk, fra: number, til: number): number => fra + (til - fra) * trekk();

export const FRA: Maned = maned('2022-01');
export const TIL: Maned = maned('2025-12');
const MANEDER = manederFraTil(FRA, TIL);
const FORLOP = 30;

type Tjeneste = { kode: string; gruppe: string; startantall: number; varighet: number; andelKjentSlutt: number; pris: number; omfang: number; sesong: number };

/** Sizes are per 10 000 inhabitants; `varighet` months; `omfang` granted volume per day of an ordinary vedtak. */
const TJENESTER: readonly Tjeneste[] = [
  { kode: 'HJEMMESYKEPLEIE', gruppe: 'hjemmetjeneste', startantall: 190, varighet: 14, andelKjentSlutt: 0.5, pris: 62_000, omfang: 0.75, sesong: 0.05 },
  { kode: 'PRAKTISK_BISTAND', gruppe: 'hjemmetjeneste', startantall: 140, varighet: 24, andelKjentSlutt: 0.3, pris: 55_000, omfang: 0.25, sesong: 0.1 },
  { kode: 'KORTTIDSOPPHOLD', gruppe: 'sykehjem', startantall: 22, varighet: 1, andelKjentSlutt: 0.95, pris: 390_000, omfang: 1, sesong: 0.04 },
  { kode: 'LANGTIDSOPPHOLD', gruppe: 'sykehjem', startantall: 68, varighet: 26, andelKjentSlutt: 0, pris: 320_000, omfang: 1, sesong: 0.01 },
  { kode: 'MILJOTJENESTE', gruppe: 'bofellesskap', startantall: 17, varighet: 90, andelKjentSlutt: 0.2, pris: 56_000, omfang: 6, sesong: 0.02 },
];

/** What no method can know before it happens: from which month (index), and how much. */
type Sjokk = { readonly tilgang: (i: number) => number; readonly levering: (i: number) => number; readonly pris: (i: number) => number };

function sjokk(trekk: Trekk): Sjokk {
  const brudd = Math.floor(mellom(trekk, 14, 44));
  const nyTilgang = mellom(trekk, 0.7, 1.4);
  const bolge = Math.floor(mellom(trekk, 26, 46));
  const dybde = mellom(trekk, 0.82, 0.97);
  const streik = trekk() < 0.3 ? Math.floor(mellom(trekk, 26, 47)) : -1;
  const prisbrudd = trekk() < 0.4 ? Math.floor(mellom(trekk, 28, 46)) : 99;
  const hopp = mellom(trekk, 0.99, 1.03);
  return {
    tilgang: (i) => (i >= brudd ? nyTilgang : 1),
    levering: (i) => (i >= bolge && i < bolge + 3 ? dybde : 1) * (i === streik ? 0.88 : 1),
    pris: (i) => (i >= prisbrudd ? hopp : 1),
  };
}

/** Days are counted from the first day of the first month; months are 30.4 days in the vedtak's own clock. */
type Vedtak = { fra: number; kjentFra: number; til: number; kjentSlutt: number | null; sluttKjent: number; omfang: number };

function vedtakene(t: Tjeneste, storrelse: number, s: Sjokk, trekk: Trekk): Vedtak[] {
  const antall = t.startantall * storrelse;
  const perManed = antall / t.varighet;
  const drift = mellom(trekk, -0.004, 0.008);
  const ut: Vedtak[] = [];
  const ett = (fra: number): void => {
    // Many short and some long, as vedtak are.
    const varighet = Math.max(0.2, -Math.log(1 - trekk()) * t.varighet);
    const kjent = trekk() < t.andelKjentSlutt;
    const til = fra + varighet;
    const bruttTidlig = kjent && trekk() < 0.15;
    ut.push({
      fra,
      kjentFra: fra - mellom(trekk, 0, 1),
      til: bruttTidlig ? fra + varighet * trekk() : til,
      kjentSlutt: kjent ? til : null,
      sluttKjent: kjent && !bruttTidlig ? fra - 1 : (bruttTidlig ? fra + varighet * 0.5 : til) + mellom(trekk, -0.3, 0.2),
      omfang: t.omfang * mellom(trekk, 0.3, 1.7) * (trekk() < 0.03 ? 3 : 1),
    });
  };
  for (let i = -FORLOP * 4; i < MANEDER.length; i += 1) {
    const venter = perManed * (1 + drift * Math.max(0, i)) * s.tilgang(i);
    const n = Math.max(0, Math.round(venter + klokke(trekk) * Math.sqrt(venter)));
    for (let k = 0; k < n; k += 1) ett(i + trekk());
  }
  return ut;
}

const overlapp = (fra: number, til: number, i: number): number => Math.max(0, Math.min(til, i + 1) - Math.max(fra, i));

/** The end as it was known at the end of month `ved`; null when the vedtak itself was not known. */
function kjentTil(v: Vedtak, ved: number): number | null {
  if (v.kjentFra > ved + 1) return null;
  return v.sluttKjent <= ved + 1 ? v.til : (v.kjentSlutt ?? 9999);
}

function bestanden(vedtak: readonly Vedtak[]): { tall: Bestandstall[]; faktisk: number[] } {
  const n = MANEDER.length;
  const tall: Bestandstall[] = [];
  const faktisk = MANEDER.map((_, i) => vedtak.reduce((sum, v) => sum + overlapp(v.fra, v.til, i) * v.omfang, 0));
  const levende = MANEDER.map((_, i) => vedtak.filter((v) => v.fra < i + 1 && (v.til > i || v.sluttKjent > i - 12)));
  for (let i = 0; i < n; i += 1) {
    for (let lead = 0; lead <= 12; lead += 1) {
      const den = i - lead;
      if (den < 0) break;
      let [volum, bortfalt] = [0, 0];
      for (const v of levende[i] ?? []) {
        const da = kjentTil(v, den);
        if (da === null) continue;
        const ble = kjentTil(v, i);
        const dagene = overlapp(v.fra, da, i);
        volum += dagene * v.omfang;
        if (lead > 0) bortfalt += Math.max(0, dagene - (ble === null ? 0 : overlapp(v.fra, ble, i))) * v.omfang;
      }
      tall.push({ kjentVed: MANEDER[den] ?? FRA, maned: MANEDER[i] ?? FRA, volum, bortfalt });
    }
  }
  return { tall, faktisk };
}

/** Mean months on the list before the vedtak, of the services one waits for a place of; one of ten gives up. */
const VENTETID: Readonly<Record<string, number>> = { KORTTIDSOPPHOLD: 0.4, LANGTIDSOPPHOLD: 1.5 };
const GIR_OPP = 0.1;

/** The list as the register shows it: who waits at each month-end, and the part of each later month that they came to have a place. */
function ventelisten(vedtak: readonly Vedtak[], snittid: number, trekk: Trekk): Venteliste {
  const pa = vedtak.map((v) => ({ v, fra: v.kjentFra - -Math.log(1 - trekk()) * snittid, til: v.kjentFra }));
  const oppgitt = vedtak.filter(() => trekk() < GIR_OPP).map((v) => ({ v: null, fra: v.kjentFra, til: v.kjentFra + -Math.log(1 - trekk()) * snittid }));
  const rader: Ventetall[] = [];
  for (const [den, kjentVed] of MANEDER.entries()) {
    const ko = [...pa, ...oppgitt].filter((x) => x.fra <= den + 1 && x.til > den + 1);
    for (let i = den; i < Math.min(MANEDER.length, den + 13); i += 1) {
      const kom = i === den ? 0 : ko.reduce((sum, { v }) => sum + (v === null ? 0 : overlapp(v.fra, kjentTil(v, i) ?? v.fra, i) * v.omfang), 0);
      rader.push({ kjentVed, maned: MANEDER[i] ?? FRA, venter: ko.length, kom });
    }
  }
  return new Map(rader.map((r) => [ventenokkel(r.kjentVed, r.maned), r]));
}

/** A season with its own shape per kommune and service: less in summer and at Easter. */
function sesongform(t: Tjeneste, trekk: Trekk): readonly number[] {
  const form = [0, 0.2, -0.2, -0.3, 0.2, -0.2, -1.6, -0.6, 0.4, 0.6, 0.5, -0.4];
  return form.map((f) => 1 + t.sesong * (f + 0.3 * klokke(trekk)));
}

function linjene(t: Tjeneste, faktisk: readonly number[], s: Sjokk, trekk: Trekk): Prognoselinje {
  const form = sesongform(t, trekk);
  const posteringer: Postering[] = [];
  const prisbok = new Map<Maned, number>();
  let [stoy, bokpris] = [0, t.pris];
  MANEDER.forEach((m, i) => {
    if (manedensNummer(m) === 1 && i > 0) bokpris = Math.round(bokpris * mellom(trekk, 1.025, 1.05));
    prisbok.set(m, bokpris);
    stoy = 0.6 * stoy + 0.008 * klokke(trekk);
    const volum = (faktisk[i] ?? 0) * dagerI(m) * 0.93 * (form[manedensNummer(m) - 1] ?? 1) * (1 + stoy + 0.008 * klokke(trekk)) * s.levering(i);
    // Some of it is registered late and posted in the next month's run.
    const sent = mellom(trekk, 0, 0.015);
    const pris = bokpris * s.pris(i);
    const neste = leggTilManeder(m, 1);
    posteringer.push({ gjelder: m, bokfort: m, volum: volum * (1 - sent), belopOre: Math.round(volum * (1 - sent) * pris) });
    posteringer.push({ gjelder: m, bokfort: neste, volum: volum * sent, belopOre: Math.round(volum * sent * pris) });
  });
  return { id: t.kode, gruppe: t.gruppe, engang: false, bestand: t.kode, posteringer, prisbok };
}

/** A kommune of 4 000–60 000 inhabitants, four years by month, with its own growth, seasons, noise and shocks. */
export function lagKommune(nummer: number): Prognosegrunnlag {
  const trekk = trekker(nummer + 1);
  const storrelse = mellom(trekk, 0.4, 6);
  const s = sjokk(trekk);
  const bestand = new Map<string, Map<string, Bestandstall>>();
  const venteliste = new Map<string, Venteliste>();
  // A stream of its own: what waits changes nothing of what comes.
  const kotrekk = trekker(nummer + 5001);
  const linjer = TJENESTER.map((t) => {
    const vedtak = vedtakene(t, storrelse, s, trekk);
    const { tall, faktisk } = bestanden(vedtak);
    const ventetid = VENTETID[t.kode];
    if (ventetid !== undefined) venteliste.set(t.kode, ventelisten(vedtak, ventetid, kotrekk));
    bestand.set(t.kode, new Map(tall.map((rad) => [bestandsnokkel(rad.kjentVed, rad.maned), rad])));
    return linjene(t, faktisk, s, trekk);
  });
  return { fra: FRA, linjer, bestand, venteliste };
}
