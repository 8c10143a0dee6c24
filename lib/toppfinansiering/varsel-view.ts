import type { Ore } from '#lib/core/ore.ts';
import type { Kostnad } from '#lib/toppfinansiering/domain/kostnad.ts';
import type { Gjeldendeparametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import type { Hvadriver } from '#lib/toppfinansiering/domain/drivere.ts';
import type { Regnelinje } from '#lib/toppfinansiering/domain/tilleggene.ts';
import type { Arstall } from '#lib/toppfinansiering/domain/vekst.ts';
import type { Folsomhet, Kurs, Tiltakslag, Tiltaksvirkning } from '#lib/toppfinansiering/domain/varsel.ts';

export type Tiltaksrad = { readonly id: number; readonly slag: Tiltakslag; readonly navn: string; readonly mottakere: readonly string[]; readonly spartOre: number; readonly nyKostnadOre: number; readonly registrertAvNavn: string; readonly registrert: Date };

export type Varselrad = { readonly kostnad: Kostnad; readonly kurs: Kurs; readonly driver: Hvadriver; /** next year the age limit takes the grant */ readonly sisteAr: boolean; /** last year's claim; null: none is made */ readonly ifjorOre: number | null; /** the grant the age limit takes */ readonly tapOre: Ore };

/** What the figures rest on that is not this year's own: said on the page. */
export const FORBEHOLD = ['FJORARETS_LONN', 'FJORARETS_FRAVAR', 'FJORARETS_SYKELONN', 'FJORARETS_FELLES', 'INGEN_LONN'] as const;
export type Forbehold = (typeof FORBEHOLD)[number];

export type Varselside = {
  readonly ar: number;
  readonly navngitt: boolean;
  readonly parametre: Gjeldendeparametre | null;
  readonly kjenteManeder: number;
  readonly forbehold: readonly Forbehold[];
  /** null: the reader is not named, or there are no parameters */
  readonly aret: {
    /** all that the rules give: by threshold and grade, second tier, extra grant */
    readonly tilskuddOre: Ore;
    readonly regnestykke: readonly Regnelinje[];
    /** those over the threshold: how many, and their net cost */
    readonly over: Arstall;
    /** last year's claim in the same way; null: no claim is made */
    readonly ifjor: (Arstall & { readonly versjon: number; readonly innslagspunktOre: number; readonly tilskuddOre: number }) | null;
    readonly rader: readonly Varselrad[];
    /** twelve months */
    readonly avsetning: readonly Ore[];
    /** the threshold 50 000 kr lower and higher */
    readonly steg: readonly [Folsomhet, Folsomhet];
    readonly folsomhet: readonly (readonly Folsomhet[])[];
    readonly tiltak: readonly (Tiltaksrad & { readonly virkning: Tiltaksvirkning })[];
    readonly valg: readonly { readonly mottakerId: number; readonly pseudonym: string }[];
  } | null;
};
