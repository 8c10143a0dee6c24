import type { Maned } from '#lib/core/maned.ts';
import { manedensAr } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Mal, Malfastledd, Malkomponent, Malordning, Malregler } from '#lib/grunnlag/domain/maler/mal.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** A price per volume that the municipality has set. `niva` null: the component has one price. */
export type Malpris = {
  readonly ordning: string;
  readonly komponent: string;
  readonly gruppe: string;
  readonly niva: number | null;
  readonly ore: Ore;
};
/** A yearly amount: of a frame, per unit; of a top-up for small units, `enhet` null and with its limit of places. */
export type Malbelop = {
  readonly ordning: string;
  readonly fastledd: string;
  readonly enhet: string | null;
  readonly ore: Ore;
  readonly underPlasser?: number;
};
export type Malpriser = { readonly priser: readonly Malpris[]; readonly arsbelop: readonly Malbelop[] };
/** A unit, the schemes of the mal that cover it, and the price groups it has had in the time. */
export type Malenhet = { readonly id: string; readonly ordninger: readonly string[]; readonly grupper: readonly string[] };

export type ManglerIMal =
  | { readonly grunn: 'MANGLER_PRIS'; readonly ordning: string; readonly komponent: string; readonly gruppe: string; readonly niva: number | null }
  | { readonly grunn: 'DOBBEL_PRIS'; readonly ordning: string; readonly komponent: string; readonly gruppe: string; readonly niva: number | null }
  | { readonly grunn: 'UKJENT_PRIS'; readonly ordning: string; readonly komponent: string; readonly gruppe: string; readonly niva: number | null }
  | { readonly grunn: 'MANGLER_ARSBELOP' | 'DOBBELT_ARSBELOP' | 'UKJENT_ARSBELOP'; readonly ordning: string; readonly fastledd: string; readonly enhet: string | null }
  | { readonly grunn: 'MANGLER_UNDER_PLASSER'; readonly ordning: string; readonly fastledd: string }
  | { readonly grunn: 'UKJENT_ORDNING'; readonly enhet: string; readonly ordning: string }
  | { readonly grunn: 'UKJENT_GRUPPE'; readonly enhet: string; readonly ordning: string; readonly gruppe: string };

/** As the core's `Ordning`, which it is assignable to. */
export type Ferdigkomponent = Malregler & {
  readonly kode: string;
  readonly volumkilde: Volumkilde;
  readonly priser: readonly { readonly gruppe: string; readonly niva: number | null; readonly fom: Maned; readonly tom: Maned | null; readonly ore: Ore }[];
};
export type Ferdigledd =
  | { readonly type: 'RAMME'; readonly kode: string; readonly enhet: string; readonly ar: number; readonly arsbelopOre: Ore }
  | (Pick<Extract<Malfastledd, { type: 'REFUSJON' }>, 'type' | 'kode' | 'arter' | 'funksjoner' | 'andel'>)
  | { readonly type: 'SMADRIFT'; readonly kode: string; readonly plasstype: Plasstype; readonly underPlasser: number; readonly ar: number; readonly arsbelopOre: Ore };
export type Ferdigordning = {
  readonly id: string;
  readonly enheter: readonly string[];
  readonly komponenter: readonly Ferdigkomponent[];
  readonly fastledd: readonly Ferdigledd[];
};

type Del<T> = { readonly verdi: readonly T[]; readonly feil: readonly ManglerIMal[] };
type Prisplass = { readonly gruppe: string; readonly niva: number | null };

function nivaerFor(k: Malkomponent, priser: readonly Malpris[]): readonly (number | null)[] {
  if (k.nivaer === null) return [null];
  if (k.nivaer !== 'KOMMUNENS') return k.nivaer;
  const satt = [...new Set(priser.flatMap((p) => (p.niva === null ? [] : [p.niva])))].toSorted((a, b) => a - b);
  return satt.length === 0 ? [1] : satt;
}

/** The prices of a component: one for every group in use and every level, neither more nor less. */
function komponent(o: Malordning, k: Malkomponent, gruppene: readonly string[], alle: readonly Malpris[], fom: Maned): Del<Ferdigkomponent> {
  const priser = alle.filter((p) => p.ordning === o.kode && p.komponent === k.kode);
  const iBruk = (k.grupper ?? []).filter((g) => gruppene.includes(g));
  const nivaer = nivaerFor(k, priser);
  const passer = (p: Prisplass, q: Prisplass) => p.gruppe === q.gruppe && p.niva === q.niva;
  const plasser = iBruk.flatMap((gruppe) => nivaer.map((niva) => ({ gruppe, niva })));
  const sted = { ordning: o.kode, komponent: k.kode };
  const manglende = plasser.flatMap((plass): ManglerIMal[] => {
    const treff = priser.filter((p) => passer(p, plass)).length;
    if (treff === 1) return [];
    return [{ grunn: treff === 0 ? 'MANGLER_PRIS' : 'DOBBEL_PRIS', ...sted, ...plass }];
  });
  // a price for a group of the mal that no unit has yet may wait; one the mal has no place for is a slip
  const ukjente = priser
    .filter((p) => !(k.grupper ?? []).includes(p.gruppe) || !nivaer.includes(p.niva))
    .map((p): ManglerIMal => ({ grunn: 'UKJENT_PRIS', ...sted, gruppe: p.gruppe, niva: p.niva }));
  const ferdige = priser.map((p) => ({ gruppe: p.gruppe, niva: p.niva, fom, tom: null, ore: p.ore }));
  return { verdi: [{ kode: k.kode, volumkilde: k.volumkilde, ...k.regler, priser: ferdige }], feil: [...manglende, ...ukjente] };
}

function fastledd(o: Malordning, f: Malfastledd, enheter: readonly string[], alle: readonly Malbelop[], ar: number): Del<Ferdigledd> {
  if (f.type === 'REFUSJON') {
    return { verdi: [{ type: f.type, kode: f.kode, arter: f.arter, funksjoner: f.funksjoner, andel: f.andel }], feil: [] };
  }
  const belop = alle.filter((b) => b.ordning === o.kode && b.fastledd === f.kode);
  const mottakere: readonly (string | null)[] = f.type === 'RAMME' ? enheter : [null];
  const sted = { ordning: o.kode, fastledd: f.kode };
  const feil: ManglerIMal[] = [];
  const verdi: Ferdigledd[] = [];
  for (const b of belop) if (!mottakere.includes(b.enhet)) feil.push({ grunn: 'UKJENT_ARSBELOP', ...sted, enhet: b.enhet });
  for (const enhet of mottakere) {
    const [treff, ekstra] = belop.filter((b) => b.enhet === enhet);
    if (treff === undefined || ekstra !== undefined) {
      feil.push({ grunn: treff === undefined ? 'MANGLER_ARSBELOP' : 'DOBBELT_ARSBELOP', ...sted, enhet });
    } else if (f.type === 'RAMME') {
      verdi.push({ type: 'RAMME', kode: f.kode, enhet: enhet ?? '', ar, arsbelopOre: treff.ore });
    } else if (treff.underPlasser === undefined) {
      feil.push({ grunn: 'MANGLER_UNDER_PLASSER', ...sted });
    } else {
      verdi.push({ type: 'SMADRIFT', kode: f.kode, plasstype: f.plasstype, underPlasser: treff.underPlasser, ar, arsbelopOre: treff.ore });
    }
  }
  return { verdi, feil };
}

function enhetsfeil(mal: Mal, e: Malenhet): ManglerIMal[] {
  return e.ordninger.flatMap((kode): ManglerIMal[] => {
    const ordning = mal.ordninger.find((o) => o.kode === kode);
    if (!ordning) return [{ grunn: 'UKJENT_ORDNING', enhet: e.id, ordning: kode }];
    const kjente = new Set(ordning.komponenter.flatMap((k) => k.grupper ?? e.grupper));
    if (ordning.komponenter.length === 0) return [];
    return e.grupper.filter((g) => !kjente.has(g)).map((gruppe) => ({ grunn: 'UKJENT_GRUPPE', enhet: e.id, ordning: kode, gruppe }));
  });
}

/** Prices and amounts for schemes or parts that the mal does not have. */
function losePriser(mal: Mal, priser: Malpriser): ManglerIMal[] {
  const har = (ordning: string, del: 'komponenter' | 'fastledd', kode: string) =>
    mal.ordninger.some((o) => o.kode === ordning && o[del].some((x: { kode: string }) => x.kode === kode));
  return [
    ...priser.priser
      .filter((p) => !har(p.ordning, 'komponenter', p.komponent))
      .map(({ ordning, komponent, gruppe, niva }): ManglerIMal => ({ grunn: 'UKJENT_PRIS', ordning, komponent, gruppe, niva })),
    ...priser.arsbelop
      .filter((b) => !har(b.ordning, 'fastledd', b.fastledd))
      .map(({ ordning, fastledd, enhet }): ManglerIMal => ({ grunn: 'UKJENT_ARSBELOP', ordning, fastledd, enhet })),
  ];
}

/**
 * The schemes of a mal at the municipality's own prices (øre) and units, valid from `fom`; yearly amounts are those of
 * the year of `fom`. A scheme that no unit is in is left out. Refuses with everything that is missing or has no place:
 * a mal never brings a price of its own.
 */
export function ordningFraMal(mal: Mal, priser: Malpriser, enheter: readonly Malenhet[], fom: Maned): Result<Ferdigordning[], ManglerIMal[]> {
  const feil: ManglerIMal[] = [...enheter.flatMap((e) => enhetsfeil(mal, e)), ...losePriser(mal, priser)];
  const ordninger = mal.ordninger.flatMap((o): Ferdigordning[] => {
    const dekkede = enheter.filter((e) => e.ordninger.includes(o.kode));
    if (dekkede.length === 0) return [];
    const ider = dekkede.map((e) => e.id);
    const grupper = dekkede.flatMap((e) => e.grupper);
    const komponenter = o.komponenter.map((k) => komponent(o, k, grupper, priser.priser, fom));
    const ledd = o.fastledd.map((f) => fastledd(o, f, ider, priser.arsbelop, manedensAr(fom)));
    feil.push(...komponenter.flatMap((k) => k.feil), ...ledd.flatMap((f) => f.feil));
    return [{ id: o.kode, enheter: ider, komponenter: komponenter.flatMap((k) => k.verdi), fastledd: ledd.flatMap((f) => f.verdi) }];
  });
  return feil.length > 0 ? nei(feil) : ok(ordninger);
}
