import { avrundTilTall, brok, ganger, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Ore } from '#lib/core/ore.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Omfang } from './omfang.ts';

/** One component that pays for a service at a unit, with today's price in øre; `oreVedNiva` where the price is by level. */
export type Priskomponent = {
  readonly ordningId: number;
  readonly kode: string;
  readonly navn: string;
  readonly volumkilde: string;
  readonly tidsband: string | null;
  readonly plasstyper: readonly string[];
  readonly ore: number | null;
  readonly oreVedNiva: Readonly<Record<number, number>>;
};

/** What a vedtak costs at the prices of today, in øre; each of the two is rounded once, from the same exact sum. */
export type Vedtakspris = { readonly arOre: Ore; readonly manedOre: Ore; readonly ledd: readonly Prisledd[] };
export type Prisledd = { readonly kode: string; readonly navn: string; readonly prisOre: number; readonly manedOre: Ore };
export type ManglerPris = { readonly komponent: string; readonly navn: string };

const UKER_I_ARET = brok(365, 7);
const TOLV = brok(12);

/** The part of the extent that an oppdrag covers: only its own bands, or the whole less the bands that others name. */
export function dekketOmfang(omfang: Omfang, egneBand: readonly string[], andresBand: readonly string[]): Omfang {
  if (omfang.type !== 'TIMER') return omfang;
  const mine = omfang.deler.filter((del) => (egneBand.length > 0 ? egneBand.includes(del.tidsband) : !andresBand.includes(del.tidsband)));
  if (egneBand.length === 0) {
    const andres = omfang.deler.filter((del) => andresBand.includes(del.tidsband));
    return { ...omfang, deler: mine, minutter: omfang.minutter - sum(andres, 'minutter'), besok: omfang.besok - sum(andres, 'besok') };
  }
  return { ...omfang, deler: mine, minutter: sum(mine, 'minutter'), besok: sum(mine, 'besok') };
}

function sum(deler: readonly { minutter: number; besok: number }[], felt: 'minutter' | 'besok'): number {
  return deler.reduce((til, del) => til + del[felt], 0);
}

/** Exact expected volume of a component in a year of 365/7 weeks. Null: the component does not follow this vedtak. */
function arsvolum(omfang: Omfang, k: Priskomponent): Brok | null {
  switch (k.volumkilde) {
    case 'VEDTATT_TID':
    case 'UTFORT_TID':
    case 'UTFORT_TID_MAKS_VEDTATT':
      return timer(omfang, k.tidsband, 'minutter', 60);
    case 'VEDTATT_BESOK':
    case 'BESOK':
      return timer(omfang, k.tidsband, 'besok', 1);
    case 'VEDTATT_ANTALL':
    case 'UTFORT_ANTALL':
      return omfang.type === 'ANTALL' ? ganger(brok(omfang.antall, omfang.perUker), UKER_I_ARET) : null;
    case 'BELAGTE_DOGN':
      return omfang.type === 'PLASS' && k.plasstyper.includes(omfang.plasstype) ? brok(365) : null;
    case 'NIVA_MANEDSSLUTT':
      return omfang.type === 'NIVA' ? TOLV : null;
    case 'KONTRAKT':
      return omfang.type === 'KONTRAKT' ? TOLV : null;
    case 'BRUKERE_MANED':
    case 'VEDTAK_MANED':
      return TOLV;
    default:
      return null; // PLASSER follows the unit, not the vedtak
  }
}

function timer(omfang: Omfang, tidsband: string | null, felt: 'minutter' | 'besok', per: number): Brok | null {
  if (omfang.type !== 'TIMER') return null;
  const antall = tidsband === null ? omfang[felt] : sum(omfang.deler.filter((del) => del.tidsband === tidsband), felt);
  return antall === 0 ? null : ganger(brok(antall, omfang.perUker * per), UKER_I_ARET);
}

function enhetspris(omfang: Omfang, k: Priskomponent): number | null {
  if (k.volumkilde === 'KONTRAKT' && omfang.type === 'KONTRAKT') return omfang.manedsbelopOre;
  if (k.volumkilde === 'NIVA_MANEDSSLUTT' && omfang.type === 'NIVA') return k.oreVedNiva[omfang.niva] ?? null;
  return k.ore;
}

/** What a contract costs where no component settles it: its amount each month. Null for anything else. */
export function kontraktspris(omfang: Omfang): Vedtakspris | null {
  return omfang.type === 'KONTRAKT' ? { arOre: ore(omfang.manedsbelopOre * 12), manedOre: ore(omfang.manedsbelopOre), ledd: [] } : null;
}

/**
 * The expected price of an extent: a year is 365/7 weeks, a month is a year / 12 (decision 5). Null: no component
 * follows it, so it is not paid by the piece. A missing price is a refusal, never 0.
 */
export function vedtakspris(omfang: Omfang, komponenter: readonly Priskomponent[]): Result<Vedtakspris | null, readonly ManglerPris[]> {
  const ledd: Prisledd[] = [];
  const mangler: ManglerPris[] = [];
  let ar = NULL_BROK;
  for (const k of komponenter) {
    const volum = arsvolum(omfang, k);
    if (volum === null) continue;
    const pris = enhetspris(omfang, k);
    if (pris === null) {
      mangler.push({ komponent: k.kode, navn: k.navn });
      continue;
    }
    const belop = ganger(volum, brok(pris));
    ar = pluss(ar, belop);
    ledd.push({ kode: k.kode, navn: k.navn, prisOre: pris, manedOre: ore(avrundTilTall(ganger(belop, brok(1, 12)))) });
  }
  if (mangler.length > 0) return nei(mangler);
  if (ledd.length === 0) return ok(null);
  return ok({ arOre: ore(avrundTilTall(ar)), manedOre: ore(avrundTilTall(ganger(ar, brok(1, 12)))), ledd });
}
