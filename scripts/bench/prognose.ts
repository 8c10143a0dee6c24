import { leggTilManeder, type Maned, manedAv, manedensAr, manederFraTil } from '#lib/core/maned.ts';
import { kjentHistorikk, type Prognoselinje } from '#lib/avvik/domain/prognose-serie.ts';
import { lagPrognose, type Prognosegrunnlag } from '#lib/avvik/domain/prognose.ts';
import { FRA, lagKommune, TIL } from './prognose-data.ts';
import { type Resultat, resultat } from './tall.ts';

/** First and last starting month: from every month-end of two years to that year's December. */
const STARTER = manederFraTil(leggTilManeder(TIL, -24), leggTilManeder(TIL, -1));
const KOMMUNER = 20;
const LITEN = { kommuner: 4, hver: 2 };
const BAR = { motSisteManed: 1, motIFjor: 1, dekningAvvik: 0.1 } as const;

/** Absolute misses of the year's outcome, each as a share of that year, and whether the interval held it. */
export interface Treff {
  readonly start: Maned;
  readonly metode: number;
  readonly sisteManed: number;
  readonly iFjor: number;
  readonly innenfor: boolean;
}

function perManed(linjer: readonly Prognoselinje[], fra: Maned, kjentVed: Maned): Map<Maned, number> {
  const ut = new Map<Maned, number>();
  for (const linje of linjer) for (const h of kjentHistorikk(linje, fra, kjentVed)) ut.set(h.maned, (ut.get(h.maned) ?? 0) + h.belopOre);
  return ut;
}

/** One starting month: what each method said of the year by what was known then, against what the year became. */
export function prov(grunnlag: Prognosegrunnlag, start: Maned): Treff {
  const prognose = lagPrognose(grunnlag, start);
  const kjent = perManed(grunnlag.linjer, grunnlag.fra, start);
  const fasit = perManed(grunnlag.linjer, grunnlag.fra, leggTilManeder(TIL, 1));
  const forste = leggTilManeder(start, 1);
  const aret = manederFraTil(manedAv(manedensAr(forste), 1), manedAv(manedensAr(forste), 12));
  const igjen = aret.filter((m) => m >= forste);
  const av = (tall: ReadonlyMap<Maned, number>, m: Maned): number => tall.get(m) ?? 0;
  const sum = (maneder: readonly Maned[], velg: (m: Maned) => number): number => maneder.reduce((s, m) => s + velg(m), 0);
  const ble = sum(aret, (m) => av(fasit, m));
  const hittil = sum(aret.filter((m) => m <= start), (m) => av(kjent, m));
  const bom = (sa: number): number => Math.abs(sa - ble) / ble;
  return {
    start,
    metode: bom(prognose.sum.aret.ore),
    sisteManed: bom(hittil + av(kjent, start) * igjen.length),
    iFjor: bom(hittil + sum(igjen, (m) => av(kjent, leggTilManeder(m, -12)))),
    innenfor: prognose.sum.aret.lavOre <= ble && ble <= prognose.sum.aret.hoyOre,
  };
}

const snitt = (tall: readonly number[]): number => tall.reduce((s, x) => s + x, 0) / tall.length;

/**
 * The backtest: every starting month of two years in generated municipalities with shocks no method can know, the
 * method's mean absolute miss against "last month × the months left" and "same month last year", and how often its
 * 80 % interval held what the year became. No database: the figures are exact and the same every time.
 */
export async function prognose(liten: boolean): Promise<Resultat> {
  const antall = liten ? LITEN.kommuner : KOMMUNER;
  const starter = liten ? STARTER.filter((_, i) => i % LITEN.hver === 0) : STARTER;
  const treff: Treff[] = [];
  for (let nummer = 0; nummer < antall; nummer += 1) {
    const grunnlag = lagKommune(nummer);
    const egne = starter.map((start) => prov(grunnlag, start));
    treff.push(...egne);
    process.stderr.write(`kommune ${nummer + 1} av ${antall}: ${starter.length} startmåneder fra ${FRA}, bom ${(100 * snitt(egne.map((t) => t.metode))).toFixed(2)} % av året\n`);
  }
  const [metode, sisteManed, iFjor] = [snitt(treff.map((t) => t.metode)), snitt(treff.map((t) => t.sisteManed)), snitt(treff.map((t) => t.iFjor))];
  const dekning = snitt(treff.map((t) => (t.innenfor ? 1 : 0)));
  return resultat(
    'prognose',
    {
      motSisteManed: metode / sisteManed,
      motIFjor: metode / iFjor,
      dekningAvvik: Math.abs(dekning - 0.8),
      dekning,
      bomProsent: 100 * metode,
      sisteManedProsent: 100 * sisteManed,
      iFjorProsent: 100 * iFjor,
      kommuner: antall,
      startmaneder: starter.length,
    },
    BAR,
  );
}
