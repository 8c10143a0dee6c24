import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Linje, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import type { Indeks } from '#lib/avregning/domain/indeks.ts';
import { mal, type Malutvalg } from '#lib/avregning/domain/mal.ts';
import { poster } from '#lib/avregning/domain/poster.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';

/** `mangler`: prices that a stipulated volume lacks, which no counted volume asked for. */
export type Talt = { readonly indeks: Indeks; readonly opptellinger: readonly Opptelling[]; readonly mangler?: readonly ManglendePris[] };
export type Avregnet = { readonly malet: readonly Mallinje[]; readonly linjer: readonly Linje[] };

/** Target lines of every month (of the keys wanted), or every price that is missing. */
export function malFor(rom: readonly Talt[], utvalg?: Malutvalg): Result<Mallinje[], ManglendePris[]> {
  const svar = rom.map((r) => mal(r.indeks, r.opptellinger, utvalg));
  const mangler = [...svar.flatMap((s) => (s.ok ? [] : s.feil)), ...rom.flatMap((r) => r.mangler ?? [])];
  return mangler.length > 0 ? nei(mangler) : ok(svar.flatMap((s) => (s.ok ? s.verdi : [])));
}

/** Counted facts to lines to post; refuses with every missing price, and then posts nothing. `bokfort` holds the keys of `utvalg` only. */
export function avregn(rom: readonly Talt[], bokfort: readonly Linje[], maned: Maned, apneManeder: readonly Maned[], utvalg?: Malutvalg): Result<Avregnet, ManglendePris[]> {
  const malet = malFor(rom, utvalg);
  return malet.ok ? ok({ malet: malet.verdi, linjer: poster(malet.verdi, bokfort, maned, apneManeder) }) : malet;
}
