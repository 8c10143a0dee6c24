import { tilDesimal } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import type { Arskostnad, Kostnad, Postslag } from './kostnad.ts';
import type { Regnelinje } from './tilleggene.ts';
import { beregnToppfinansiering, type Tilskuddssum, type ToppfinansieringInn } from './toppfinansiering.ts';

/** Shares are typed with at most four decimals, so this is exact. */
const desimal = (b: Parameters<typeof tilDesimal>[0]): string => tilDesimal(b, 4);

/** The control case of section 6, as `kontroll -- toppfinansiering` reads it. Amounts in øre, shares as decimal text. */
export function lagKravsak(inn: ToppfinansieringInn): object {
  const { parametre: p } = inn;
  return {
    regnskapsar: inn.regnskapsar,
    parametre: {
      tilskuddsar: p.tilskuddsar, modell: p.modell, innslagspunktOre: p.innslagspunktOre, kompensasjonsgrad: desimal(p.kompensasjonsgrad), puFradragOre: p.puFradragOre,
      aldersgrense: p.aldersgrense, kostraFunksjoner: p.kostraFunksjoner, lonnsarter: p.lonnsarter, egenandelPerInnbyggerOre: p.egenandelPerInnbyggerOre,
    },
    innbyggere: inn.innbyggere,
    brukere: inn.brukere.map((b) => ({ ...b, poster: b.poster.map((post) => ({ ...post, lonnsandel: post.lonnsandel === null ? null : desimal(post.lonnsandel) })) })),
  };
}

/** The part of a claim's control case that is one recipient's: computed alone it gives the same for them. */
export function sakForEn(sak: string, id: string): object {
  const hel = JSON.parse(sak) as { readonly brukere: readonly { readonly id: string }[] };
  return { ...hel, brukere: hel.brukere.filter((b) => b.id === id) };
}

export type Timer = { readonly mottakerId: number; readonly vedtattMinutter: number; readonly utbetaltMinutter: number; readonly utbetaltOre: number };
/** The trail of one post of a claim, in words and figures. */
export type Kravpost = { readonly slag: Postslag; readonly tekst: string; readonly enhet: string | null; readonly minutter: number | null; readonly vedtak: string | null; readonly bilag: string | null; readonly funksjon: string; readonly art: string; readonly ore: number; readonly harVedtak: boolean; readonly lonnsandel: string | null };
export type Kravrad = {
  readonly id: string;
  readonly mottakerId: number;
  readonly fodselsar: number;
  readonly pu: boolean;
  readonly ressursinnsatsOre: number;
  readonly fradragOre: number;
  readonly nettoOre: number;
  /** null where the grant is the municipality's as a whole */
  readonly tilskuddOre: number | null;
  readonly vedtattMinutter: number;
  readonly levertMinutter: number;
  readonly utbetaltMinutter: number;
  readonly poster: readonly Kravpost[];
  readonly fradrag: readonly { readonly type: string; readonly ore: number; readonly bilag: string }[];
  readonly mangler: readonly string[];
};
export type Kravenhet = { readonly enhetId: number; readonly navn: string; readonly lonnOre: number; readonly timeverkMinutter: number; readonly fravarMinutter: number };
/** What a claim keeps beside its control case: parameters' source, divisors, and each recipient's trail. */
export type Kravspor = { readonly kilde: string; readonly lantFra: number | null; /** the grant line by line; claims made before this was kept have none */ readonly regnestykke?: readonly Regnelinje[]; readonly enheter: readonly Kravenhet[]; readonly rader: readonly Kravrad[] };

function kravrad(k: Kostnad, timer: Timer | undefined, navn: ReadonlyMap<number, string>): Kravrad {
  return {
    id: k.fakta.pseudonym, mottakerId: k.fakta.mottakerId, fodselsar: k.fakta.fodselsar, pu: k.bruker.puKriterium,
    ressursinnsatsOre: k.svar.ressursinnsatsOre, fradragOre: k.svar.fradragOre, nettoOre: k.svar.nettoOre, tilskuddOre: k.svar.tilskuddOre,
    vedtattMinutter: timer?.vedtattMinutter ?? 0, levertMinutter: k.poster.reduce((sum, p) => sum + (p.minutter ?? 0), 0), utbetaltMinutter: timer?.utbetaltMinutter ?? 0,
    poster: k.poster.map((p) => ({
      slag: p.slag, tekst: p.tekst, enhet: p.enhetId === null ? null : (navn.get(p.enhetId) ?? null), minutter: p.minutter, vedtak: p.vedtak, bilag: p.bilag, funksjon: p.funksjon, art: p.art, ore: p.ore,
      harVedtak: p.harVedtak, lonnsandel: p.lonnsandel === null ? null : desimal(p.lonnsandel),
    })),
    fradrag: k.fradrag.map((f) => ({ type: f.type, ore: f.belopOre, bilag: f.bilag })),
    mangler: k.mangler,
  };
}

export type Krav = { readonly sak: object; readonly sum: Tilskuddssum; readonly rader: readonly Kravrad[] };

/** The year's claim: those over the threshold, the control case that recomputes it, and their trails. */
export function lagKrav(aret: Arskostnad, timer: readonly Timer[], navn: ReadonlyMap<number, string>): Krav {
  const over = aret.mottakere.filter((k) => k.plassering === 'OVER').toSorted((a, b) => sammenlignKodepunkt(a.fakta.pseudonym, b.fakta.pseudonym));
  const inn: ToppfinansieringInn = { ...aret.inn, brukere: over.map((k) => k.bruker) };
  const timerFor = new Map(timer.map((t) => [t.mottakerId, t]));
  return { sak: lagKravsak(inn), sum: beregnToppfinansiering(inn).sum, rader: over.map((k) => kravrad(k, timerFor.get(k.fakta.mottakerId), navn)) };
}

/** What one version has that another has not, per recipient. Null: not in that version. */
export type Kravforskjell = { readonly id: string; readonly forOre: number | null; readonly etterOre: number | null; readonly forTilskuddOre: number | null; readonly etterTilskuddOre: number | null; /** what it comes of: posts by kind and deductions, in øre */ readonly deler: readonly { readonly slag: Postslag | 'FRADRAG'; readonly ore: number }[] };

function endredeDeler(a: Kravrad | undefined, b: Kravrad | undefined): Kravforskjell['deler'] {
  const av = (rad: Kravrad | undefined, slag: Postslag): number => (rad?.poster ?? []).filter((p) => p.slag === slag).reduce((sum, p) => sum + p.ore, 0);
  const poster = (['DIREKTE', 'FELLES', 'MANUELL'] as const).map((slag) => ({ slag, ore: av(b, slag) - av(a, slag) }));
  return [...poster, { slag: 'FRADRAG' as const, ore: (b?.fradragOre ?? 0) - (a?.fradragOre ?? 0) }].filter((d) => d.ore !== 0);
}

/** The recipients whose net cost or grant differs between two versions, by pseudonym. */
export function kravforskjeller(fra: readonly Kravrad[], til: readonly Kravrad[]): Kravforskjell[] {
  const [gamle, nye] = [new Map(fra.map((r) => [r.id, r])), new Map(til.map((r) => [r.id, r]))];
  return [...new Set([...gamle.keys(), ...nye.keys()])].toSorted(sammenlignKodepunkt).flatMap((id) => {
    const [a, b] = [gamle.get(id), nye.get(id)];
    const lik = a !== undefined && b !== undefined && a.nettoOre === b.nettoOre && a.tilskuddOre === b.tilskuddOre;
    return lik ? [] : [{ id, forOre: a?.nettoOre ?? null, etterOre: b?.nettoOre ?? null, forTilskuddOre: a?.tilskuddOre ?? null, etterTilskuddOre: b?.tilskuddOre ?? null, deler: endredeDeler(a, b) }];
  });
}
