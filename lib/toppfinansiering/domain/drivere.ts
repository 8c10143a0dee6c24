import { avrund, brok, ganger } from '#lib/core/brok.ts';
import { dagerIManed } from '#lib/core/dato.ts';
import { ore, type Ore, oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Kostnad, Sporpost } from './kostnad.ts';
import type { Manedstid } from './varsel.ts';
import { fordelPost, type ToppfinansieringInn } from './toppfinansiering.ts';

/** What a change of a recipient's net cost comes of: hours, wage per hour, shared staff, entered posts, deductions. */
export const DRIVERE = ['TIMER', 'SATS', 'FELLES', 'POSTER', 'FRADRAG'] as const;
export type Driver = { readonly slag: (typeof DRIVERE)[number]; readonly ore: Ore };
/** What a cost is made of: counted posts by kind, minutes and wage share in the trail; deductions in øre. */
export type Kostnadsbilde = { readonly direkteOre: Ore; readonly minutter: number; readonly fellesOre: Ore; readonly posterOre: Ore; readonly fradragOre: Ore };

/** The part of a recipient's cost that counts, by what it comes of. */
export function kostnadsbilde(k: Pick<Kostnad, 'poster' | 'svar' | 'fakta'>, inn: Pick<ToppfinansieringInn, 'parametre' | 'regnskapsar'>): Kostnadsbilde {
  const { parametre: p } = inn;
  const forGammel = p.aldersgrense !== null && inn.regnskapsar - k.fakta.fodselsar > p.aldersgrense;
  const teller = (post: Sporpost): Ore => sumOre(fordelPost(post, p, forGammel).filter((d) => d.grunn === null).map((d) => d.ore));
  const av = (slag: Sporpost['slag']): readonly Sporpost[] => k.poster.filter((post) => post.slag === slag && teller(post) !== 0);
  return {
    direkteOre: sumOre(av('DIREKTE').map(teller)), minutter: av('DIREKTE').reduce((sum, post) => sum + (post.minutter ?? 0), 0),
    fellesOre: sumOre(av('FELLES').map(teller)), posterOre: sumOre(av('MANUELL').map(teller)), fradragOre: k.svar.fradragOre,
  };
}

/**
 * What makes the difference from one year to the next, the largest first: hours at last year's wage per hour, the rest of the
 * direct wages as the rate, and the others as they are. Together they are the change of counted cost less deductions.
 */
export function drivere(fra: Kostnadsbilde, til: Kostnadsbilde): Driver[] {
  const direkte = trekkFra(til.direkteOre, fra.direkteOre);
  const timer = fra.minutter === 0 ? direkte : oreFraBigint(avrund(ganger(brok(til.minutter - fra.minutter), brok(fra.direkteOre, fra.minutter))));
  const alle: Driver[] = [
    { slag: 'TIMER', ore: timer }, { slag: 'SATS', ore: trekkFra(direkte, timer) }, { slag: 'FELLES', ore: trekkFra(til.fellesOre, fra.fellesOre) },
    { slag: 'POSTER', ore: trekkFra(til.posterOre, fra.posterOre) }, { slag: 'FRADRAG', ore: trekkFra(fra.fradragOre, til.fradragOre) },
  ];
  return alle.filter((d) => d.ore !== 0).toSorted((a, b) => Math.abs(b.ore) - Math.abs(a.ore));
}

/** What a cost is made of where there is no year before: the parts as they are, the largest first; deductions negative. */
export function bestanddeler(b: Kostnadsbilde): Driver[] {
  const alle: Driver[] = [{ slag: 'TIMER', ore: b.direkteOre }, { slag: 'FELLES', ore: b.fellesOre }, { slag: 'POSTER', ore: b.posterOre }, { slag: 'FRADRAG', ore: ore(0 - b.fradragOre) }];
  return alle.filter((d) => d.ore !== 0).toSorted((x, y) => Math.abs(y.ore) - Math.abs(x.ore));
}

/** Minutes a week from which a step in what is granted is told. */
const MINSTE_STEG = 120;

/** The largest step in what a recipient's vedtak grant from one month to the next: the month (1–12) it begins in, and minutes a week. Null: none worth telling. */
export function vedtakssteg(tid: readonly Manedstid[], mottakerId: number, ar: number): { readonly maned: number; readonly minutterIUken: number } | null {
  const deres = tid.filter((t) => t.mottakerId === mottakerId);
  const iUken = Array.from({ length: 12 }, (_, m) => (deres.reduce((sum, t) => sum + (t.vedtatt[m] ?? 0), 0) / dagerIManed(ar, m + 1)) * 7);
  const steg = iUken.slice(1).map((n, i) => ({ maned: i + 2, minutterIUken: Math.round(n - (iUken[i] ?? 0)) }));
  const [storst] = steg.toSorted((a, b) => Math.abs(b.minutterIUken) - Math.abs(a.minutterIUken));
  return storst && Math.abs(storst.minutterIUken) >= MINSTE_STEG ? storst : null;
}

/** What drives a recipient's cost: against a year (`mot`), or what it is made of where there is none to compare with; and the step in what is granted. */
export type Hvadriver = { readonly mot: number | null; readonly deler: readonly Driver[]; readonly steg: ReturnType<typeof vedtakssteg> };

type Ar = { readonly inn: Pick<ToppfinansieringInn, 'parametre' | 'regnskapsar'>; readonly mottakere: readonly Kostnad[] };
/** A year whose rate is not documented says nothing of what has changed. */
const USIKKER = ['DELINGSTALL', 'SATS_MANGLER'] as const;

export function hvaDriver(k: Kostnad, aret: Ar, ifjor: Ar | null, steg: Hvadriver['steg'] = null): Hvadriver {
  const bilde = kostnadsbilde(k, aret.inn);
  const forrige = ifjor?.mottakere.find((m) => m.fakta.mottakerId === k.fakta.mottakerId);
  if (!ifjor || !forrige || USIKKER.some((grunn) => forrige.mangler.includes(grunn))) return { mot: null, deler: bestanddeler(bilde), steg };
  const endringer = drivere(kostnadsbilde(forrige, ifjor.inn), bilde);
  return endringer.length === 0 ? { mot: null, deler: bestanddeler(bilde), steg } : { mot: ifjor.inn.regnskapsar, deler: endringer, steg };
}
