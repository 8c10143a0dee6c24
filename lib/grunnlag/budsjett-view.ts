import type { Dato } from '#lib/core/dato.ts';
import type { Budsjettdel } from '#lib/grunnlag/domain/budsjettceller.ts';
import type { Budsjettgrunnlag, Budsjettinnhold, Budsjettpost, Budsjettsum } from '#lib/grunnlag/domain/budsjettutkast.ts';

export type Budsjettstatus = 'UTKAST' | 'FORESLATT' | 'VEDTATT' | 'FORKASTET';

/** A version of a year's budget, or the draft of one. `versjon` is null until it is decided. */
export type Budsjettversjon = {
  readonly id: number;
  readonly ar: number;
  readonly versjon: number | null;
  readonly status: Budsjettstatus;
  readonly grunnlag: Budsjettgrunnlag;
  readonly begrunnelse: string;
  readonly saksnr: string | null;
  readonly vedtattDato: Dato | null;
  readonly utgave: number;
  readonly opprettetAv: number | null;
  readonly opprettet: Date;
  readonly foreslattAv: number | null;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date | null;
  readonly godkjentAvNavn: string | null;
  readonly godkjent: Date | null;
  readonly tilbakeGrunn: string | null;
};

/** A decided version in the list: from here, or from a file (`id` null) with the date that the file said. */
export type Versjonsrad = {
  readonly versjon: number;
  readonly id: number | null;
  readonly saksnr: string | null;
  readonly vedtattDato: Dato | null;
  readonly begrunnelse: string | null;
  readonly foreslattAvNavn: string | null;
  readonly godkjentAvNavn: string | null;
  readonly bestillerOre: number;
  /** against the original */
  readonly endringOre: number;
};

/** Twelve amounts of a row on the page, January first. */
export type Budsjettrad = { readonly nokkel: string; readonly navn: string; readonly under: string | null; readonly ore: readonly number[] };

export type Budsjettside = {
  readonly ar: number;
  readonly arene: readonly number[];
  readonly gjeldende: Budsjettsum;
  readonly originalOre: number;
  readonly bestiller: readonly Budsjettrad[];
  readonly enheter: readonly Budsjettrad[];
  readonly poster: readonly (Budsjettrad & { readonly post: Budsjettpost })[];
  readonly versjoner: readonly Versjonsrad[];
  readonly apent: Budsjettversjon | null;
};


/** A row of the table one writes in: the cells are text as people type it. */
export type Redigerrad = { readonly nokkel: string; readonly navn: string; readonly under: string | null; readonly celler: readonly string[] };

export type Utkastside = {
  readonly utkast: Budsjettversjon;
  readonly sum: Budsjettsum;
  readonly gjeldende: Budsjettsum;
  readonly del: Budsjettdel;
  readonly rader: readonly Redigerrad[];
  readonly mangler: readonly string[];
};

export type Lagretutkast = Budsjettversjon & { readonly innhold: Budsjettinnhold };
