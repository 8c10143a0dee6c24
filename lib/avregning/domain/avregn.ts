import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Linje, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import type { Indeks } from '#lib/avregning/domain/indeks.ts';
import { mal } from '#lib/avregning/domain/mal.ts';
import { poster } from '#lib/avregning/domain/poster.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';

export type Talt = { readonly indeks: Indeks; readonly opptellinger: readonly Opptelling[] };
export type Avregnet = { readonly malet: readonly Mallinje[]; readonly linjer: readonly Linje[] };

/** Target lines of every open month, or every price that is missing. */
export function malFor(rom: readonly Talt[]): Result<Mallinje[], ManglendePris[]> {
  const svar = rom.map((r) => mal(r.indeks, r.opptellinger));
  const mangler = svar.flatMap((s) => (s.ok ? [] : s.feil));
  return mangler.length > 0 ? nei(mangler) : ok(svar.flatMap((s) => (s.ok ? s.verdi : [])));
}

/** Counted facts to lines to post; refuses with every missing price, and then posts nothing. */
export function avregn(rom: readonly Talt[], bokfort: readonly Linje[], maned: Maned, apneManeder: readonly Maned[]): Result<Avregnet, ManglendePris[]> {
  const malet = malFor(rom);
  return malet.ok ? ok({ malet: malet.verdi, linjer: poster(malet.verdi, bokfort, maned, apneManeder) }) : malet;
}
