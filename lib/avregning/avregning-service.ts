import { type Maned, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnKjoring, finnKjoringer, harOrdning, type Kjoring as Kjoringsrad, lasAvregning, lasOgLesStilling, merkSteg, merkStoppet, merkUtelatt, merkVenter, nyKjoring, type Stilling } from '#lib/avregning/avregning-repo.ts';
import { nyUendretKjoring } from '#lib/avregning/avslutning-repo.ts';
import { bokfor } from '#lib/avregning/bokforing-service.ts';
import { apneManeder } from '#lib/avregning/domain/apne-maneder.ts';
import { erUnderveis, hindringForKjoring, type KanIkkeBestilleAvregning, type Kjoringsfeil } from '#lib/avregning/domain/kjoring.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { omregnes } from '#lib/avregning/domain/omregning.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { avregnResten } from '#lib/avregning/domain/resten.ts';
import { merkAlt } from '#lib/avregning/endring-repo.ts';
import { avregnRaskt } from '#lib/avregning/rask-service.ts';
import type { Fakta, Meldefremdrift } from '#lib/avregning/fakta-service.ts';
import { type Forberedt, forbered } from '#lib/avregning/omregning-service.ts';
import { tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { finnManedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import { Angre, lesKommune, lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

/** Progress is told by a run that lasts; most are over before anybody could look. */
const MELD_ETTER_MS = 500;

/** What a run needs to know of itself. */
export type Kjoring = Pick<Kjoringsrad, 'id' | 'maned' | 'nummer' | 'alt'>;
export type Bestilt = { readonly avregningId: number; readonly nummer: number };
export type Kjoringsutfall =
  | { readonly status: 'FERDIG'; readonly avregningId: number; readonly antallLinjer: number; readonly antallOmregnet: number; readonly belastningOre: number }
  | { readonly status: 'STOPPET'; readonly avregningId: number; readonly feil: readonly Kjoringsfeil[] }
  /** somebody else runs it now, or it is done */
  | { readonly status: 'OPPTATT' | 'UTFORT_FOR' };

async function nyttBestilling(tx: Tx, maned: Maned, alt: boolean): Promise<Result<Bestilt, KanIkkeBestilleAvregning>> {
  const hindring = hindringForKjoring(maned, manedFor(iDag()), (await finnManedstatus(tx)).get(maned) === 'LUKKET', await harOrdning(tx, maned));
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
    return await lesStabilt(hvem, (les) => forbered(les, kjoring.maned, kjoring.alt, meld), 'indeks');
  } catch (feil) {
    if (feil instanceof RangeError) return { grunn: 'REGEL_UGYLDIG', melding: feil.message };
    throw feil;
  }
}

/**
 * Some scheme lacks a price: it posts nothing and says why, and the others are posted. Next run counts everything, so that
 * nothing of the stopped one is lost. With no other scheme the run stops.
 */
async function utforResten(tx: Tx, kjoring: Kjoring, startet: Date, forberedt: Forberedt, mangler: readonly ManglendePris[]): Promise<Kjoringsutfall> {
  const { fakta, omregning } = forberedt;
  const feil = feilFra(fakta, mangler);
  const resten = avregnResten(fakta.rom, forberedt.bokfort, kjoring.maned, fakta.regnes, mangler, (enhet, vedtak, m) => omregnes(omregning, enhet, vedtak, m));
  if (!resten) return stopp(tx, kjoring, feil, fakta.apneManeder);
  const bokfort = await bokfor(tx, kjoring, startet, { ...forberedt, bokfort: resten.bokfort, uendret: false }, resten.avregnet);
  await merkUtelatt(tx, kjoring.id, feil);
  await merkAlt(tx);
  await loggfor(tx, { handling: 'AVREGNING_STOPPET', objektType: 'avregning', objektId: kjoring.id, grunn: `${kjoring.maned}: ${[...new Set(feil.flatMap((f) => (f.grunn === 'PRIS_MANGLER' ? [f.ordning] : [])))].join(', ')}` });
  return { status: 'FERDIG', avregningId: kjoring.id, ...bokfort };
}

/** Facts from one moment, the pure core, and everything recorded in the given transaction. A missing price stops its scheme. */
async function utforI(tx: Tx, kjoring: Kjoring, startet: Date, meld: Meldefremdrift): Promise<Kjoringsutfall> {
  const forberedt = await forberedEllerStopp(tx.hvem, kjoring, meld);
  if ('grunn' in forberedt) return stopp(tx, kjoring, [forberedt], []);
  const { avregnet } = forberedt;
  await meld('BOKFORER', 3, 4);
  if (!avregnet.ok) return utforResten(tx, kjoring, startet, forberedt, avregnet.feil);
  return { status: 'FERDIG', avregningId: kjoring.id, ...(await bokfor(tx, kjoring, startet, forberedt, avregnet.verdi)) };
}

async function utforRaskt(hvem: Utforende, avregningId: number): Promise<Kjoringsutfall | null> {
  const kjoring = await lesKommune(hvem, (tx) => finnKjoring(tx, avregningId));
  return kjoring && erUnderveis(kjoring.status) && !kjoring.alt ? avregnRaskt(hvem, kjoring.maned, avregningId) : null;
}

/** Carries a waiting run out. A run that dies is rolled back and waits again. Safe to call twice. */
export async function utforAvregning(hvem: Utforende, avregningId: number): Promise<Kjoringsutfall> {
  try {
    const raskt = await utforRaskt(hvem, avregningId);
    if (raskt) return raskt;
    return await withKommune(hvem, async (tx) => {
      if (!(await lasAvregning(tx))) return { status: 'OPPTATT' };
      const kjoring = await finnKjoring(tx, avregningId);
      if (!kjoring || !erUnderveis(kjoring.status)) return { status: 'UTFORT_FOR' };
      const startet = naa();
      return utforI(tx, kjoring, startet, async (steg, gjort, av) => {
        if (naa().getTime() - startet.getTime() < MELD_ETTER_MS) return;
        await withKommune(hvem, (egen) => merkSteg(egen, avregningId, startet, { steg, gjort, av }));
      });
    }, 'indeks');
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

/** A run of a settled month that nothing has changed in: a row that says so. Null where something has, or another run waits. */
async function bokforUendret(tx: Tx, maned: Maned, startet: Date, s: Stilling): Promise<Kjoringsutfall | null> {
  const forste = s.forsteManed !== null && s.forsteManed < maned ? s.forsteManed : maned;
  const apne = apneManeder(maned, tolkKorreksjonsfrist(s.frist), forste);
  if (s.harMerker || !apne.every((m) => s.fulgte.includes(m))) return null;
  const ny = await nyUendretKjoring(tx, maned, startet, apne);
  if (!ny) return null;
  return { status: 'FERDIG', avregningId: ny.id, antallLinjer: 0, antallOmregnet: 0, belastningOre: ny.ore };
}

/** Orders and carries out a run at once, without the queue, in a transaction of its own: what fails leaves nothing behind. */
export async function kjorAvregning(hvem: Utforende, maned: Maned, alt = false): Promise<Result<Kjoringsutfall, KanIkkeBestilleAvregning>> {
  const raskt = alt || maned > manedFor(iDag()) ? null : await avregnRaskt(hvem, maned, null);
  if (raskt) return ok(raskt);
  try {
    return await withKommune(hvem, async (tx) => {
      const startet = naa();
      const stilling = await lasOgLesStilling(tx, maned);
      const { status } = stilling;
      const hindring = stilling.tatt ? hindringForKjoring(maned, manedFor(iDag()), status === 'LUKKET', stilling.harOrdning) : ({ grunn: 'KJORER_ALLEREDE' } as const);
      if (hindring) throw new Angre<KanIkkeBestilleAvregning>(hindring);
      const uendret = !alt && status === 'AVREGNET' ? await bokforUendret(tx, maned, startet, stilling) : null;
      if (uendret) return ok(uendret);
      const ny = await nyKjoring(tx, maned, alt);
      if (!ny) throw new Angre<KanIkkeBestilleAvregning>({ grunn: 'KJORER_ALLEREDE' });
      return ok(await utforI(tx, { ...ny, maned, alt }, startet, async () => undefined));
    }, 'indeks');
  } catch (feil) {
    if (feil instanceof Angre) return nei(feil.verdi as KanIkkeBestilleAvregning);
    throw feil;
  }
}
