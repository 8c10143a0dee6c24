import { finnManuelle } from '#lib/avregning/avregning-fakta-repo.ts';
import type { Talt } from '#lib/avregning/domain/avregn.ts';
import type { Linje, ManuellLinje } from '#lib/avregning/domain/avregning-inn.ts';
import { tilMallinje } from '#lib/avregning/domain/fastledd.ts';
import type { Ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { poster } from '#lib/avregning/domain/poster.ts';
import { stipulerteLinjer } from '#lib/avregning/domain/stipulert-linjer.ts';
import { finnBokforteManuelle, finnGamleManuellmaneder } from '#lib/avregning/manuell-repo.ts';
import { finnStipulerte } from '#lib/avregning/stipulert-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The lines under the core's id of the scheme at their unit: the key that their posted lines are read back under. */
function iRommet(rom: Ordningsrom, linjer: readonly ManuellLinje[]): ManuellLinje[] {
  return linjer.filter((l) => rom.maneder.includes(l.gjelderManed)).map((l) => ({ ...l, ordning: rom.idFor(Number(l.ordning), Number(l.enhet)) }));
}

/**
 * Counted facts with what is decided by hand: approved manual lines and stipulated volumes. A unit with a stipulated
 * volume must have all its vedtak in the facts of that month: see `finnStipulerteManeder`.
 */
export async function medManuelle<Rom extends Ordningsrom & Talt>(tx: Tx, rom: readonly Rom[]): Promise<Rom[]> {
  const maneder = rom.flatMap((r) => r.maneder);
  if (maneder.length === 0) return [...rom];
  const manuelle = await finnManuelle(tx, maneder);
  const stipulerte = await finnStipulerte(tx, maneder);
  return rom.map((r): Rom => {
    const { linjer, mangler } = stipulerteLinjer(r, stipulerte);
    return { ...r, mangler, indeks: { ...r.indeks, grunnlag: { ...r.indeks.grunnlag, manuelle: [...iRommet(r, manuelle), ...linjer] } } };
  });
}

/** Months with a stipulated volume: a run counts them whole, since any visit at the unit moves the line of the decision. */
export async function finnStipulerteManeder(tx: Tx, maneder: readonly Maned[]): Promise<ReadonlySet<Maned>> {
  return new Set((await finnStipulerte(tx, maneder)).map((s) => s.gjelderManed));
}

/**
 * What a run posts for months before its open ones: after the deadline for corrections only approved manual lines count,
 * and nothing else of such a month is touched.
 */
export async function posterGamleManuelle(tx: Tx, maned: Maned, apneManeder: readonly Maned[]): Promise<Linje[]> {
  const [forste] = apneManeder;
  const gamle = forste === undefined ? [] : await finnGamleManuellmaneder(tx, forste);
  if (gamle.length === 0) return [];
  return poster((await finnManuelle(tx, gamle)).map(tilMallinje), await finnBokforteManuelle(tx, gamle), maned, gamle);
}
