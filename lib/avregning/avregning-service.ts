import { type Maned, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnKjoring, finnKjoringer, type Kjoring, lasAvregning, merkStartet, merkSteg, merkStoppet, merkVenter, nyKjoring } from '#lib/avregning/avregning-repo.ts';
import { bokfor } from '#lib/avregning/bokforing-service.ts';
import { erUnderveis, hindringForKjoring, type KanIkkeBestilleAvregning, type Kjoringsfeil } from '#lib/avregning/domain/kjoring.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import type { Fakta, Meldefremdrift } from '#lib/avregning/fakta-service.ts';
import { type Forberedt, forbered } from '#lib/avregning/omregning-service.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import { finnManedstatus, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import { Angre, lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

export type Bestilt = { readonly avregningId: number; readonly nummer: number };
export type Kjoringsutfall =
  | { readonly status: 'FERDIG'; readonly avregningId: number; readonly antallLinjer: number; readonly antallOmregnet: number; readonly belastningOre: number }
  | { readonly status: 'STOPPET'; readonly avregningId: number; readonly feil: readonly Kjoringsfeil[] }
  /** somebody else runs it now, or it is done */
  | { readonly status: 'OPPTATT' | 'UTFORT_FOR' };

async function nyttBestilling(tx: Tx, maned: Maned, alt: boolean): Promise<Result<Bestilt, KanIkkeBestilleAvregning>> {
  const lukket = (await finnManedstatus(tx)).get(maned) === 'LUKKET';
  const harOrdning = (await finnOrdningsbok(tx)).ordninger.some((o) => gjelderIManed(o, maned));
  const hindring = hindringForKjoring(maned, manedFor(iDag()), lukket, harOrdning);
  if (hindring) return nei(hindring);
  const ny = await nyKjoring(tx, maned, alt);
  if (!ny) return nei({ grunn: 'KJORER_ALLEREDE' });
  await loggfor(tx, { handling: 'BESTILL_AVREGNING', objektType: 'avregning', objektId: ny.id, grunn: maned });
  return ok({ avregningId: ny.id, nummer: ny.nummer });
}

/**
 * Orders a run of a month: the run's row, the job and its message, in the given transaction. Two at once are refused.
 * `alt`: everything is counted again, not only what has changed since the last run.
 */
export async function bestillAvregning(tx: Tx, maned: Maned, alt = false): Promise<Result<Bestilt & { jobbId: number }, KanIkkeBestilleAvregning>> {
  const bestilt = await nyttBestilling(tx, maned, alt);
  if (!bestilt.ok) return bestilt;
  const jobbId = await bestillJobb(tx, { type: 'AVREGNING', nokkel: maned, innhold: { avregningId: bestilt.verdi.avregningId } });
  return jobbId === null ? nei({ grunn: 'KJORER_ALLEREDE' }) : ok({ ...bestilt.verdi, jobbId });
}

function feilFra(fakta: Fakta, mangler: readonly ManglendePris[]): Kjoringsfeil[] {
  const ordning = new Map(fakta.bok.ordninger.map((o) => [o.id, o]));
  return mangler.map((m) => {
    const rad = ordning.get(ordningIdFra(m.ordning));
    const komponent = fakta.bok.komponenter.find((k) => k.ordningId === rad?.id && k.kode === m.komponent);
    return { grunn: 'PRIS_MANGLER', ordning: rad?.navn ?? m.ordning, komponent: komponent?.navnNb ?? m.komponent, gruppe: m.gruppe, niva: m.niva, maned: m.maned };
  });
}

async function stopp(tx: Tx, kjoring: Kjoring, feil: readonly Kjoringsfeil[], apne: readonly Maned[]): Promise<Kjoringsutfall> {
  await merkStoppet(tx, kjoring.id, feil, apne);
  await loggfor(tx, { handling: 'AVREGNING_STOPPET', objektType: 'avregning', objektId: kjoring.id, grunn: kjoring.maned });
  return { status: 'STOPPET', avregningId: kjoring.id, feil };
}

/** Rules that cannot be read stop the run in words; anything else is a fault of ours and is thrown. */
async function forberedEllerStopp(hvem: Utforende, kjoring: Kjoring, meld: Meldefremdrift): Promise<Forberedt | Kjoringsfeil> {
  try {
    return await lesStabilt(hvem, (les) => forbered(les, kjoring.maned, kjoring.alt, meld));
  } catch (feil) {
    if (feil instanceof RangeError) return { grunn: 'REGEL_UGYLDIG', melding: feil.message };
    throw feil;
  }
}

/**
 * Carries a waiting run out: facts from one moment, the pure core, and everything recorded in one transaction. A missing
 * price stops it with nothing posted. A run that dies is rolled back and waits again. Safe to call twice.
 */
export async function utforAvregning(hvem: Utforende, avregningId: number): Promise<Kjoringsutfall> {
  try {
    return await withKommune(hvem, async (tx) => {
      if (!(await lasAvregning(tx))) return { status: 'OPPTATT' };
      // Seen by the page at once, and left behind if the process dies: the lock, not the row, says whether a run lives.
      if ((await withKommune(hvem, (egen) => merkStartet(egen, avregningId))) === 0) return { status: 'UTFORT_FOR' };
      const kjoring = await finnKjoring(tx, avregningId);
      if (!kjoring) return { status: 'UTFORT_FOR' };
      const meld: Meldefremdrift = async (steg, gjort, av) => {
        await withKommune(hvem, (egen) => merkSteg(egen, avregningId, steg, gjort, av));
      };
      const forberedt = await forberedEllerStopp(hvem, kjoring, meld);
      if ('grunn' in forberedt) return stopp(tx, kjoring, [forberedt], []);
      const { avregnet, fakta } = forberedt;
      if (!avregnet.ok) return stopp(tx, kjoring, feilFra(fakta, avregnet.feil), fakta.apneManeder);
      await meld('BOKFORER', 3, 4);
      return { status: 'FERDIG', avregningId, ...(await bokfor(tx, kjoring, forberedt, avregnet.verdi)) };
    });
  } catch (feil) {
    await withKommune(hvem, (tx) => merkVenter(tx, avregningId));
    throw feil;
  }
}

/** Runs that wait or that a dead process left running, and that no job carries: they get one. */
export async function gjenopptaAvregninger(tx: Tx): Promise<void> {
  for (const kjoring of (await finnKjoringer(tx, null)).filter((k) => erUnderveis(k.status))) {
    await bestillJobb(tx, { type: 'AVREGNING', nokkel: kjoring.maned, innhold: { avregningId: kjoring.id } });
  }
}

/** Gives a run up after its last attempt, so that a new one can be ordered. */
export function givOppAvregning(hvem: Utforende, avregningId: number): Promise<number> {
  return withKommune(hvem, (tx) => merkStoppet(tx, avregningId, [{ grunn: 'TEKNISK' }], []));
}

/** Orders and carries out a run at once, without the queue. Transactions of its own. */
export async function kjorAvregning(hvem: Utforende, maned: Maned, alt = false): Promise<Result<Kjoringsutfall, KanIkkeBestilleAvregning>> {
  let avregningId: number | null = null;
  try {
    const bestilt = await withKommune(hvem, async (tx) => {
      const svar = await nyttBestilling(tx, maned, alt);
      if (!svar.ok) throw new Angre(svar.feil);
      return svar.verdi;
    });
    avregningId = bestilt.avregningId;
    return ok(await utforAvregning(hvem, avregningId));
  } catch (feil) {
    if (feil instanceof Angre) return nei(feil.verdi as KanIkkeBestilleAvregning);
    if (avregningId !== null) await givOppAvregning(hvem, avregningId);
    throw feil;
  }
}
