import type { Maned } from '#lib/core/maned.ts';
import type { Rapportinnhold, Rapportslag, Rapporttekster } from './domain/rapport.ts';
import type { Differanse } from './domain/rapportdifferanse.ts';
import type { Parameterkode } from './domain/rapportparametre.ts';

export type Rapportstatus = 'UTKAST' | 'FORESLATT' | 'PUBLISERT';

/** What is written in a draft: a text a chapter, and the parameters no data of ours has (thousandths). */
export type Rapportskriv = { readonly kapitler: Rapporttekster; readonly oppgitt: Readonly<Partial<Record<Parameterkode, number>>> };

export type Rapportrad = {
  readonly id: number;
  readonly slag: Rapportslag;
  readonly fra: Maned;
  readonly til: Maned;
  readonly sprak: 'nb' | 'nn';
  readonly adresse: string;
  readonly versjon: number;
  readonly retterId: number | null;
  readonly rettelse: string | null;
  readonly offentlig: boolean;
  readonly status: Rapportstatus;
  readonly utgave: number;
  readonly tekster: Rapportskriv;
  readonly foreslattAv: number | null;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date | null;
  readonly publisertAvNavn: string | null;
  readonly publisert: Date | null;
  readonly tilbakeGrunn: string | null;
  readonly avtrykk: string | null;
  readonly opprettet: Date;
};

/** A report on its page: what it says (of now, while it is a draft), and what is known now of what it said. */
export type Rapportside = {
  readonly rad: Rapportrad;
  readonly innhold: Rapportinnhold;
  readonly differanser: readonly Differanse[];
  /** other editions of the same report, newest first */
  readonly versjoner: readonly Rapportrad[];
};

/** What the list offers to start: the settled months, newest first. */
export type Rapportliste = { readonly rapporter: readonly Rapportrad[]; readonly maneder: readonly Maned[] };

/** A report as anyone reads it. */
export type Offentligrapport = { readonly innhold: Rapportinnhold; readonly avtrykk: string; readonly publisert: Date; readonly versjoner: readonly number[] };
