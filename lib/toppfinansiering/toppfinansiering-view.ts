import type { Arsfakta, Felles, Kostnad } from '#lib/toppfinansiering/domain/kostnad.ts';
import type { Gjeldendeparametre, Parametersett } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import type { Kravforskjell, Kravspor, Timer } from '#lib/toppfinansiering/domain/kravsak.ts';
import type { Hvadriver } from '#lib/toppfinansiering/domain/drivere.ts';
import type { Regnelinje } from '#lib/toppfinansiering/domain/tilleggene.ts';
import type { Tilskuddssum } from '#lib/toppfinansiering/domain/toppfinansiering.ts';

/** An account named for the grant, or one that was. */
export type Navngitt = { readonly id: number; readonly kontoId: number; readonly navn: string; readonly grunn: string; readonly gittAvNavn: string; readonly gitt: Date; readonly avsluttet: Date | null };
export type Kontovalg = { readonly id: number; readonly navn: string; readonly rolle: string };

/** A registered circular; `bekreftetAvNavn` null: nobody else has confirmed it. */
export type Parameterrad = Parametersett & { readonly id: number; readonly registrertAv: number; readonly registrertAvNavn: string; readonly registrert: Date; readonly bekreftetAvNavn: string | null };
export type Parameterside = { readonly ar: number; readonly gjeldende: Gjeldendeparametre | null; readonly egen: Parameterrad | null; readonly kjente: readonly Parametersett[] };

/** A version of the claim, as anyone with the room sees it. */
export type Kravversjon = {
  readonly id: number;
  readonly regnskapsar: number;
  readonly versjon: number;
  readonly status: 'UTKAST' | 'FROSSET' | 'FORKASTET';
  readonly bekreftet: boolean;
  readonly innslagspunktOre: number;
  readonly antall: number;
  readonly nettoOre: number;
  readonly tilskuddOre: number;
  readonly sha256: string;
  readonly merknad: string;
  readonly opprettetAv: number;
  readonly opprettetAvNavn: string;
  readonly opprettet: Date;
  readonly godkjent1Av: number | null;
  readonly godkjent1AvNavn: string | null;
  readonly godkjent1: Date | null;
  readonly godkjent2AvNavn: string | null;
  readonly godkjent2: Date | null;
  readonly forkastetAvNavn: string | null;
  readonly forkastet: Date | null;
  readonly forkastetGrunn: string | null;
};

/** A documented divisor, waiting or approved. */
export type Delingstallrad = { readonly id: number; readonly enhetId: number; readonly fravarMinutter: number; readonly sykelonnOre: number | null; readonly andelInnen16: string | null; readonly bilag: string; readonly foreslattAv: number; readonly foreslattAvNavn: string; readonly godkjentAvNavn: string | null; readonly godkjent: Date | null };
export type Fellesrad = Felles & { readonly foreslattAv: number; readonly foreslattAvNavn: string; readonly godkjentAvNavn: string | null; readonly bilag: string };

export type Arsside = {
  readonly ar: number;
  readonly arene: readonly number[];
  readonly navngitt: boolean;
  readonly parametre: Gjeldendeparametre | null;
  readonly krav: readonly Kravversjon[];
  /** the newest standing claim of the year before */
  readonly forrigeKrav: Kravversjon | null;
  /** null: the reader is not named, or there are no parameters */
  readonly aret: {
    readonly sum: Tilskuddssum;
    readonly regnestykke: readonly Regnelinje[];
    readonly driver: ReadonlyMap<number, Hvadriver>;
    readonly over: readonly Kostnad[];
    readonly naer: readonly Kostnad[];
    readonly forGamle: readonly Kostnad[];
    readonly stopper: number;
    readonly enheter: Arsfakta['enheter'];
    readonly direkte: ReadonlyMap<number, number>;
    readonly annenTid: ReadonlyMap<number, number>;
    readonly delingstall: readonly Delingstallrad[];
    readonly felles: readonly Fellesrad[];
    readonly pseudonymer: ReadonlyMap<number, string>;
  } | null;
};

export type Mottakerside = {
  readonly ar: number;
  readonly parametre: Gjeldendeparametre;
  readonly kostnad: Kostnad;
  readonly timer: Timer;
  readonly levertMinutter: number;
  /** visits while the recipient was in hospital */
  readonly sykehusMinutter: number;
  readonly enhetsnavn: ReadonlyMap<number, string>;
  readonly vedtak: readonly { readonly id: number; readonly nummer: string; readonly tjeneste: string }[];
};

export type Kravside = { readonly krav: Kravversjon; readonly spor: Kravspor | null; readonly forrige: Kravversjon | null; readonly forskjeller: readonly Kravforskjell[]; readonly kanGodkjenne: boolean };
