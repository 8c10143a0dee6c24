import type { Maned } from '#lib/core/maned.ts';
import { ore, type Ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { konter, type Kontering, type Konteringsfelt, type Konteringsregel, type Mangel } from '#lib/bilag/domain/kontering.ts';

/** INTERN: between units of the municipality. AVSETNING: what private providers have earned and not yet been paid. FAKTURA: a paid invoice. */
export type Bilagsslag = 'INTERN' | 'AVSETNING' | 'FAKTURA';
/** How internal money moves: as vouchers in the accounts, or as a transfer of budget. */
export type Bilagsform = 'BILAG' | 'BUDSJETT';
export type Side = 'UTFORER' | 'BESTILLER' | 'PALOPT' | 'GJELD';

/** One entry: debit positive, credit negative. In budget form: more budget positive, less negative. */
export type Post = {
  readonly side: Side;
  /** the provider's unit; null on the purchaser's side of an internal voucher, which is one for all */
  readonly enhetId: number | null;
  readonly ansvar: string;
  readonly funksjon: string;
  readonly art: string;
  readonly prosjekt: string;
  readonly belopOre: Ore;
};

/** What the ledger's new lines sum to, by everything a rule may ask of. */
export type Bilagsgrunnlag = {
  readonly enhetId: number;
  readonly privat: boolean;
  readonly tjeneste: string | null;
  readonly komponent: string;
  readonly gruppe: string | null;
  readonly antall: number;
  readonly belopOre: Ore;
};
export type Bilagsutkast = { readonly slag: Bilagsslag; readonly form: Bilagsform; readonly maned: Maned; readonly antallLinjer: number; readonly belopOre: Ore; readonly poster: readonly Post[] };

const FELT: Readonly<Record<'INTERN' | 'AVSETNING', readonly Konteringsfelt[]>> = {
  INTERN: ['ANSVAR_UTFORER', 'ANSVAR_BESTILLER', 'FUNKSJON', 'ART', 'PROSJEKT_UTFORER', 'PROSJEKT_BESTILLER'],
  AVSETNING: ['ANSVAR_BESTILLER', 'FUNKSJON', 'ART', 'PROSJEKT_BESTILLER', 'KONTO_PALOPT'],
};

function internePoster(g: Bilagsgrunnlag, k: Kontering, form: Bilagsform): Post[] {
  const felles = { funksjon: k.FUNKSJON, art: k.ART };
  // revenue is a credit; in budget form the unit gets more and the purchaser has less
  const enhetens = ore(form === 'BILAG' ? -g.belopOre : g.belopOre);
  return [
    { side: 'UTFORER', enhetId: g.enhetId, ansvar: k.ANSVAR_UTFORER, ...felles, prosjekt: k.PROSJEKT_UTFORER, belopOre: enhetens },
    { side: 'BESTILLER', enhetId: null, ansvar: k.ANSVAR_BESTILLER, ...felles, prosjekt: k.PROSJEKT_BESTILLER, belopOre: ore(-enhetens) },
  ];
}

function avsatt(g: Bilagsgrunnlag, k: Kontering): Post[] {
  return [
    { side: 'BESTILLER', enhetId: g.enhetId, ansvar: k.ANSVAR_BESTILLER, funksjon: k.FUNKSJON, art: k.ART, prosjekt: k.PROSJEKT_BESTILLER, belopOre: g.belopOre },
    { side: 'PALOPT', enhetId: g.enhetId, ansvar: '', funksjon: '', art: k.KONTO_PALOPT, prosjekt: '', belopOre: ore(-g.belopOre) },
  ];
}

const nokkel = (p: Post): string => [p.side, p.enhetId, p.ansvar, p.funksjon, p.art, p.prosjekt].join('\u0000');
const REKKEFOLGE: readonly Side[] = ['BESTILLER', 'UTFORER', 'PALOPT', 'GJELD'];

/** One entry per account: debit and credit of the same account are netted, and what nets to nothing is left out. */
export function nett(poster: readonly Post[]): Post[] {
  const summer = new Map<string, Post>();
  for (const p of poster) {
    const for_ = summer.get(nokkel(p));
    summer.set(nokkel(p), for_ ? { ...for_, belopOre: ore(for_.belopOre + p.belopOre) } : p);
  }
  const rang = (p: Post): string => [REKKEFOLGE.indexOf(p.side), p.ansvar, p.funksjon, p.art, p.prosjekt, String(p.enhetId ?? 0).padStart(9, '0')].join('\u0000');
  return [...summer.values()].filter((p) => p.belopOre !== 0).toSorted((a, b) => (rang(a) < rang(b) ? -1 : rang(a) > rang(b) ? 1 : 0));
}

/** Each missing rule once, whatever number of sums lacks it. */
function unike(mangler: readonly Mangel[]): Mangel[] {
  return [...new Map(mangler.map((m) => [JSON.stringify([m.felt, m.kjennetegn.enhetId, m.kjennetegn.tjeneste, m.kjennetegn.komponent, m.kjennetegn.gruppe]), m])).values()];
}

/**
 * The vouchers of a posting month from the ledger's new lines: one internal, one of what private providers are owed.
 * Every amount must have its account, or there is no voucher at all.
 *
 * @param form how internal money moves; what is owed to others is always booked
 */
export function byggBilag(maned: Maned, form: Bilagsform, grunnlag: readonly Bilagsgrunnlag[], regler: readonly Konteringsregel[]): Result<Bilagsutkast[], Mangel[]> {
  const mangler: Mangel[] = [];
  const utkast = (['INTERN', 'AVSETNING'] as const).flatMap((slag): Bilagsutkast[] => {
    const deler = grunnlag.filter((g) => g.privat === (slag === 'AVSETNING'));
    if (deler.length === 0) return [];
    const poster = deler.flatMap((g) => {
      const { enhetId, tjeneste, komponent, gruppe } = g;
      const kontering = konter(regler, FELT[slag], { enhetId, tjeneste, komponent, gruppe, maned });
      if (kontering.ok) return slag === 'INTERN' ? internePoster(g, kontering.verdi, form) : avsatt(g, kontering.verdi);
      mangler.push(...kontering.feil);
      return [];
    });
    return [{ slag, form: slag === 'INTERN' ? form : 'BILAG', maned, antallLinjer: deler.reduce((s, g) => s + g.antall, 0), belopOre: ore(deler.reduce((s, g) => s + g.belopOre, 0)), poster: nett(poster) }];
  });
  return mangler.length > 0 ? nei(unike(mangler)) : ok(utkast);
}

/** A paid invoice: off what was set aside, on to what is owed. The cost was booked when it was earned. */
export function byggFakturabilag(maned: Maned, enhetId: number, belopOre: Ore, antallLinjer: number, regler: readonly Konteringsregel[]): Result<Bilagsutkast, Mangel[]> {
  const kontering = konter(regler, ['KONTO_PALOPT', 'KONTO_GJELD'], { enhetId, tjeneste: null, komponent: null, gruppe: null, maned });
  if (!kontering.ok) return kontering;
  const tom = { enhetId, ansvar: '', funksjon: '', prosjekt: '' };
  const poster: Post[] = [
    { side: 'PALOPT', ...tom, art: kontering.verdi.KONTO_PALOPT, belopOre },
    { side: 'GJELD', ...tom, art: kontering.verdi.KONTO_GJELD, belopOre: ore(-belopOre) },
  ];
  return ok({ slag: 'FAKTURA', form: 'BILAG', maned, antallLinjer, belopOre, poster: nett(poster) });
}

/** The same entries the other way. */
export function motsatt(poster: readonly Post[]): Post[] {
  return poster.map((p) => ({ ...p, belopOre: ore(-p.belopOre) }));
}

export type Sumkontroll = { readonly debetOre: Ore; readonly kreditOre: Ore; readonly restOre: Ore; readonly funksjoner: readonly { readonly funksjon: string; readonly art: string; readonly belopOre: Ore }[] };

/** Debit against credit, and what is left by function and art: all zero in an internal voucher. */
export function kontroller(poster: readonly Post[]): Sumkontroll {
  const sum = (liste: readonly Post[]): Ore => ore(liste.reduce((s, p) => s + p.belopOre, 0));
  const debet = sum(poster.filter((p) => p.belopOre > 0));
  const kredit = ore(-sum(poster.filter((p) => p.belopOre < 0)));
  const grupper = Map.groupBy(poster, (p) => `${p.funksjon}\u0000${p.art}`);
  const funksjoner = [...grupper.values()].flatMap((liste) => {
    const [forste] = liste;
    return forste ? [{ funksjon: forste.funksjon, art: forste.art, belopOre: sum(liste) }] : [];
  });
  return { debetOre: debet, kreditOre: kredit, restOre: ore(debet - kredit), funksjoner };
}
