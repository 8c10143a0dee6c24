import { ore } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { AvregningInn, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { mal } from '#lib/avregning/domain/mal.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { samle } from '#lib/avregning/domain/samle.ts';

/** A scheme's own name; the core reads a scheme with unlike cover at its units as several, told apart by a suffix. */
export function ordningsnavn(id: string): string {
  return id.split('#')[0] ?? id;
}

/** In the cases of older closings a frame that several units had, carries the unit and the year in its code; in the ledger it does not. */
function komponentnavn(l: { readonly komponent: string; readonly enhet: string }): string {
  const hale = new RegExp(`/${l.enhet.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}/[0-9]{4}$`);
  return l.komponent.startsWith('manuell/') ? l.komponent : l.komponent.replace(hale, '');
}

/** The ledger's key within a month, by the names of a case. */
export type Saksnokkel = { readonly ordning: string; readonly enhet: string; readonly komponent: string; readonly vedtak: string | null };
export type Sakssum = Saksnokkel & { readonly belopOre: Ore };

export function saksnokkel(l: Saksnokkel): string {
  return JSON.stringify([ordningsnavn(l.ordning), l.enhet, komponentnavn(l), l.vedtak]);
}

/** Amounts per key, the scheme's parts together. */
export function summerNokler(linjer: readonly Sakssum[]): Map<string, Sakssum> {
  const summer = new Map<string, Sakssum>();
  for (const l of linjer) {
    const nokkel = saksnokkel(l);
    const for_ = summer.get(nokkel)?.belopOre ?? 0;
    summer.set(nokkel, { ordning: ordningsnavn(l.ordning), enhet: l.enhet, komponent: komponentnavn(l), vedtak: l.vedtak, belopOre: ore(for_ + l.belopOre) });
  }
  return summer;
}

/** What the case's own month comes to, per key; refuses where a price is missing. */
export function sakssummer(inn: AvregningInn): Result<Map<string, Sakssum>, ManglendePris[]> {
  const ix = lagIndeks(inn);
  const malet = mal(ix, samle(ix, inn.besok, inn.leveranser));
  if (!malet.ok) return malet;
  return ok(summerNokler(malet.verdi.filter((l: Mallinje) => l.gjelderManed === inn.maned)));
}

/**
 * The part of a case that one scheme rests on at some units: whole vedtak with all their oppdrag (an oppdrag for the
 * whole covers what the others leave), and the visits made there.
 */
export function sakFor(inn: AvregningInn, ordning: string, enheter: ReadonlySet<string>): AvregningInn {
  const ordninger = inn.ordninger
    .filter((o) => ordningsnavn(o.id) === ordning)
    .map((o) => ({
      ...o,
      enheter: (o.enheter ?? inn.enheter.map((e) => e.id)).filter((e) => enheter.has(e)),
      fastledd: o.fastledd.filter((f) => f.type !== 'RAMME' || enheter.has(f.enhet)),
    }));
  const dekker = new Set(ordninger.flatMap((o) => o.enheter));
  const vedtakIder = new Set(inn.oppdrag.flatMap((o) => (dekker.has(o.enhet) ? [o.vedtak] : [])));
  const oppdrag = inn.oppdrag.filter((o) => vedtakIder.has(o.vedtak));
  const kjente = new Set(oppdrag.map((o) => o.id));
  const her = new Set(oppdrag.flatMap((o) => (dekker.has(o.enhet) ? [o.id] : [])));
  return {
    ...inn,
    ordninger,
    vedtak: inn.vedtak.filter((v) => vedtakIder.has(v.id)),
    oppdrag,
    justeringer: inn.justeringer.filter((j) => kjente.has(j.oppdrag)),
    opphold: inn.opphold.filter((o) => kjente.has(o.oppdrag)),
    besok: inn.besok.filter((b) => her.has(b.oppdrag)),
    leveranser: inn.leveranser.filter((l) => her.has(l.oppdrag)),
    regnskap: inn.regnskap.filter((r) => dekker.has(r.enhet)),
    manuelle: inn.manuelle.filter((m) => ordningsnavn(m.ordning) === ordning && enheter.has(m.enhet)),
  };
}

/** Keys whose amounts differ between what is posted and what the facts give; empty when the ledger is up to date. */
export function ulikeNokler(mal_: ReadonlyMap<string, Sakssum>, bokfort: ReadonlyMap<string, Sakssum>): (Saksnokkel & { diffOre: number })[] {
  const alle = new Set([...mal_.keys(), ...bokfort.keys()]);
  return [...alle].flatMap((nokkel) => {
    const her = mal_.get(nokkel) ?? bokfort.get(nokkel);
    const diffOre = (mal_.get(nokkel)?.belopOre ?? 0) - (bokfort.get(nokkel)?.belopOre ?? 0);
    return her && diffOre !== 0 ? [{ ordning: her.ordning, enhet: her.enhet, komponent: her.komponent, vedtak: her.vedtak, diffOre }] : [];
  });
}
