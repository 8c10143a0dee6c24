import { malFor } from '#lib/avregning/domain/avregn.ts';
import { bokMedUtkast, radene } from '#lib/avregning/domain/forhandsvisning.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { samleFor } from '#lib/avregning/fakta-service.ts';
import { finnBokfortPerEnhet } from '#lib/avregning/forhandsvisning-repo.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import type { Forhandsvisningsfeil, Forhandsvisningsrad } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { finnRegelverk } from '#lib/grunnlag/grunnlag-repo.ts';
import {
  finnAvregnedeManeder,
  finnForhandsvisning,
  fullforForhandsvisning,
  merkGjort,
  nyForhandsvisning,
  startForhandsvisning,
  stoppForhandsvisning,
} from '#lib/grunnlag/ordning-forhandsvisning-repo.ts';
import { finnUtkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { naa } from '#lib/server/clock.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

export const MANEDER_I_FORHANDSVISNING = 12;

/** Orders a preview of the draft as it is now, on the last settled months. */
export async function bestillForhandsvisning(tx: Tx, utkastId: number, versjon: number): Promise<Result<{ id: number; jobbId: number }, readonly Avslag[]>> {
  const utkast = await finnUtkast(tx, utkastId);
  if (!utkast || utkast.slag !== 'NY') return nei([{ grunn: 'FINNES_IKKE' }]);
  if (utkast.versjon !== versjon) return nei([{ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: utkast.endretAv ?? '' } }]);
  if (utkast.innhold.fom === null) return nei([{ grunn: 'MANGLER_FOM' }]);
  const maneder = await finnAvregnedeManeder(tx, MANEDER_I_FORHANDSVISNING);
  if (maneder.length === 0) return nei([{ grunn: 'INGEN_MANEDER' }]);
  const id = await nyForhandsvisning(tx, utkastId, utkast.hash, maneder);
  const jobbId = id === null ? null : await bestillJobb(tx, { type: 'FORHANDSVISNING', nokkel: String(id), innhold: { forhandsvisningId: id } });
  if (id === null || jobbId === null) return nei([{ grunn: 'KJORER_ALLEREDE' }]);
  await loggfor(tx, { handling: 'BESTILL_FORHANDSVISNING', objektType: 'ordning_utkast', objektId: utkastId });
  return ok({ id, jobbId });
}

function feilFra(bok: Ordningsbok, mangler: readonly ManglendePris[]): Forhandsvisningsfeil[] {
  return mangler.map((m) => {
    const k = bok.komponenter.find((x) => x.ordningId === ordningIdFra(m.ordning) && x.kode === m.komponent);
    return { grunn: 'PRIS_MANGLER', ledd: k?.navnNb ?? m.komponent, gruppe: m.gruppe ?? '–', niva: m.niva, maned: m.maned };
  });
}

/** One month with the draft in force, beside what was posted for it. Reads one moment, and writes nothing. */
export async function forhandsvisManed(tx: Tx, utkast: Ordningsutkast, m: Maned): Promise<Result<Forhandsvisningsrad[], Forhandsvisningsfeil[]>> {
  const lest = await finnRegelverk(tx, sisteDag(m));
  const bok = bokMedUtkast(lest.bok, utkast, m, naa());
  try {
    const { rom } = await samleFor(tx, { maned: m, apneManeder: [m], regler: { ...lest, bok } }, {});
    const malet = malFor(rom);
    return malet.ok ? ok(radene(m, malet.verdi, await finnBokfortPerEnhet(tx, m))) : nei(feilFra(bok, malet.feil));
  } catch (feil) {
    if (feil instanceof RangeError) return nei([{ grunn: 'REGEL_UGYLDIG', melding: feil.message }]);
    throw feil;
  }
}

/** A price that is missing in several months is told once, by the first of them. */
function unike(feil: readonly Forhandsvisningsfeil[]): Forhandsvisningsfeil[] {
  return [...new Map(feil.toReversed().map((f) => [f.grunn === 'PRIS_MANGLER' ? `${f.ledd} ${f.gruppe} ${f.niva}` : JSON.stringify(f), f])).values()].toReversed();
}

/** The preview and the draft it is of, from now on the draft as it is at this moment; null where there is nothing to do. */
function begynn(hvem: Utforende, id: number): Promise<{ maneder: readonly Maned[]; innhold: Ordningsutkast } | null> {
  return withKommune(hvem, async (tx) => {
    const bestilt = await finnForhandsvisning(tx, id);
    const utkast = bestilt && (await finnUtkast(tx, bestilt.utkastId));
    if (!utkast || utkast.slag !== 'NY' || !(await startForhandsvisning(tx, id, utkast.hash))) return null;
    return { maneder: bestilt.maneder, innhold: utkast.innhold };
  });
}

/** The job: month by month through the same gathering and core as the run, and the result stored. Safe to call twice. */
export async function utforForhandsvisning(hvem: Utforende, id: number): Promise<void> {
  const arbeid = await begynn(hvem, id);
  if (!arbeid) return;
  const rader: Forhandsvisningsrad[] = [];
  const feil: Forhandsvisningsfeil[] = [];
  for (const [nr, m] of arbeid.maneder.entries()) {
    const svar = await lesStabilt(hvem, (tx) => forhandsvisManed(tx, arbeid.innhold, m));
    if (svar.ok) rader.push(...svar.verdi);
    else feil.push(...svar.feil);
    await withKommune(hvem, (tx) => merkGjort(tx, id, nr + 1));
  }
  await withKommune(hvem, (tx) => (feil.length > 0 ? stoppForhandsvisning(tx, id, unike(feil)) : fullforForhandsvisning(tx, id, rader)));
}

/** Gives a preview up after its last attempt, so that a new one can be ordered. */
export function givOppForhandsvisning(hvem: Utforende, id: number): Promise<number> {
  return withKommune(hvem, (tx) => stoppForhandsvisning(tx, id, [{ grunn: 'TEKNISK' }]));
}
