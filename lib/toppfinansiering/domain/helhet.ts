import { INGEN_ORE, leggSammen, type Ore, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Kostnad } from './kostnad.ts';
import { fordelPost, type Tilskuddsparametre, type UtenforGrunn } from './toppfinansiering.ts';

/** KOSTRA functions of school and after-school: the cost of the young that the care budget does not carry (fakta/norge.md; the list is not confirmed). */
export const SKOLEFUNKSJONER = ['202', '213', '214', '215', '223'] as const;

/** A recipient's whole year: what counts, what does not and why, the grant, and what is left for the municipality. */
export type Helhet = {
  readonly mottakerId: number;
  readonly pseudonym: string;
  readonly alder: number;
  readonly tellerOre: Ore;
  readonly skoleOre: Ore;
  readonly andreOre: Ore;
  readonly utenfor: Readonly<Record<Exclude<UtenforGrunn, 'FUNKSJON'>, Ore>>;
  readonly samletOre: Ore;
  readonly tilskuddOre: Ore;
  readonly kommunenOre: Ore;
  readonly medAnslag: boolean;
};

/** Every krone of a recipient's posts, once: it counts, or stands under the one reason it does not. */
export function helhetFor(k: Kostnad, p: Tilskuddsparametre, ar: number, anslag: ReadonlySet<number>): Helhet {
  const overAldersgrense = p.aldersgrense !== null && ar - k.fakta.fodselsar > p.aldersgrense;
  const deler = k.poster.flatMap((post) => fordelPost(post, p, overAldersgrense).map((d) => ({ ...d, skole: (SKOLEFUNKSJONER as readonly string[]).includes(post.funksjon) })));
  const sumFor = (grunn: UtenforGrunn | null, velg: (skole: boolean) => boolean = () => true): Ore => sumOre(deler.filter((d) => d.grunn === grunn && velg(d.skole)).map((d) => d.ore));
  const samletOre = sumOre(k.poster.map((post) => post.ore));
  const tilskuddOre = k.svar.tilskuddOre ?? INGEN_ORE;
  return {
    mottakerId: k.fakta.mottakerId, pseudonym: k.fakta.pseudonym, alder: ar - k.fakta.fodselsar,
    tellerOre: sumFor(null), skoleOre: sumFor('FUNKSJON', (skole) => skole), andreOre: sumFor('FUNKSJON', (skole) => !skole),
    utenfor: { IKKE_LONN: sumFor('IKKE_LONN'), MANGLER_VEDTAK: sumFor('MANGLER_VEDTAK'), OVER_ALDERSGRENSE: sumFor('OVER_ALDERSGRENSE') },
    samletOre, tilskuddOre, kommunenOre: trekkFra(samletOre, tilskuddOre), medAnslag: k.poster.some((post) => post.slag === 'MANUELL' && post.id !== null && anslag.has(post.id)),
  };
}

export type Helhetssum = Pick<Helhet, 'tellerOre' | 'skoleOre' | 'andreOre' | 'samletOre' | 'tilskuddOre' | 'kommunenOre'> & { readonly utenfor: Helhet['utenfor'] };

/** The sums of the rows. `tilskuddOre`: what all the rules give the municipality, which may be more than the recipients have alone. */
export function summerHelhet(rader: readonly Helhet[], tilskuddOre: Ore): Helhetssum {
  const av = (velg: (h: Helhet) => Ore): Ore => rader.reduce<Ore>((sum, h) => leggSammen(sum, velg(h)), INGEN_ORE);
  const samletOre = av((h) => h.samletOre);
  return {
    tellerOre: av((h) => h.tellerOre), skoleOre: av((h) => h.skoleOre), andreOre: av((h) => h.andreOre), samletOre, tilskuddOre, kommunenOre: trekkFra(samletOre, tilskuddOre),
    utenfor: { IKKE_LONN: av((h) => h.utenfor.IKKE_LONN), MANGLER_VEDTAK: av((h) => h.utenfor.MANGLER_VEDTAK), OVER_ALDERSGRENSE: av((h) => h.utenfor.OVER_ALDERSGRENSE) },
  };
}
