import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { manedFor } from '#lib/core/maned.ts';
import { lokalTid } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { erstattVersjon, findFlyttevalg, findGjeldende, findOppdrag, findVersjoner, insertVersjon } from '#lib/utfort-tid/besok-repo.ts';
import type { LagretBesok, NyVersjon } from '#lib/utfort-tid/besok-repo.ts';
import { angreKvittering, kvitterBesok, sjekkFrist } from '#lib/utfort-tid/domain/kvitter-besok.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';
import { planlagtLengde } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { flyttBesok, leggBortBesok, rettBesok } from '#lib/utfort-tid/domain/rett-besok.ts';
import { ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { angreVersjon, kvitterVersjon } from '#lib/utfort-tid/kvittering-repo.ts';
import { hentManederEtterArsslutt, naaMinutt } from '#lib/utfort-tid/las-service.ts';
import { finnLukkedeManeder } from '#lib/utfort-tid/lukking-repo.ts';
import { findDagensBesok } from '#lib/utfort-tid/registrering-repo.ts';
import { lesbare } from '#lib/utfort-tid/registrering-service.ts';
import type { flyttSkjema, kvitterEttSkjema, leggBortSkjema, rettSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import type { Besokside, Besoksrad } from '#lib/utfort-tid/utfort-tid-view.ts';

type Utfall = Promise<Result<{ dag: Dato }, readonly Avslag[]>>;
type Sett = { readonly dag: string; readonly besokId: number; readonly versjon: number };

const ENDRET: readonly Avslag[] = [{ grunn: 'endretSidenSist' }];

function nokkel(data: Sett): { dag: Dato; besokId: number; versjon: number } {
  return { dag: data.dag as Dato, besokId: data.besokId, versjon: data.versjon };
}

function avslag(feil: Avslag): readonly Avslag[] {
  return [{ ...feil, verdier: lesbare(feil.verdier) }];
}

/** The old version out, the new one in: whoever saw an older version is told so, and changes nothing. */
async function lagreVersjon(tx: Tx, for_: LagretBesok, handling: string, ny: NyVersjon): Utfall {
  if (!(await erstattVersjon(tx, { dag: for_.dato, besokId: for_.id, versjon: for_.versjon }))) return nei(ENDRET);
  await insertVersjon(tx, for_, ny);
  await loggfor(tx, { handling, objektType: 'besok', objektId: for_.id, mottakerId: for_.mottakerId, grunn: ny.grunn });
  return ok({ dag: ny.dato });
}

/** Corrects time, length or category, with a reason. */
export async function rett(tx: Tx, data: z.output<typeof rettSkjema>): Utfall {
  const for_ = await findGjeldende(tx, nokkel(data));
  if (for_ === null) return nei(ENDRET);
  const ny = { start: lokalTid(`${data.dato}T${data.start}`), minutter: data.minutter, kategori: data.kategori };
  const svar = rettBesok(for_, ny, naaMinutt(), await hentManederEtterArsslutt(tx, iDag()));
  if (!svar.ok) return nei(avslag(svar.feil));
  return lagreVersjon(tx, for_, 'RETT_BESOK', { ...for_, ...svar.verdi, grunn: data.grunn, lagtBort: false });
}

/** Moves a visit to another order of the same recipient. */
export async function flytt(tx: Tx, data: z.output<typeof flyttSkjema>): Utfall {
  const for_ = await findGjeldende(tx, nokkel(data));
  if (for_ === null) return nei(ENDRET);
  const til = await findOppdrag(tx, data.oppdragId);
  if (til === null || til.enhetId !== for_.enhetId) return nei([{ grunn: 'oppdragFinnesIkke', felt: 'oppdragId' }]);
  const svar = flyttBesok(for_.dato, for_.mottakerId, til, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!svar.ok) return nei(avslag(svar.feil));
  return lagreVersjon(tx, for_, 'FLYTT_BESOK', { ...for_, oppdragId: til.oppdragId, vedtakId: til.vedtakId, planlagtMinutter: planlagtLengde(til), grunn: data.grunn, lagtBort: false });
}

/** Puts a visit aside with a reason: kept with all its versions, and counted nowhere. */
export async function leggBort(tx: Tx, data: z.output<typeof leggBortSkjema>): Utfall {
  const for_ = await findGjeldende(tx, nokkel(data));
  if (for_ === null) return nei(ENDRET);
  const svar = leggBortBesok(for_.dato, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!svar.ok) return nei(avslag(svar.feil));
  return lagreVersjon(tx, for_, 'LEGG_BORT_BESOK', { ...for_, kilde: 'LAGT_BORT', grunn: data.grunn, lagtBort: true });
}

async function medMerknad(tx: Tx, for_: LagretBesok): Promise<Besoksrad | null> {
  return (await findDagensBesok(tx, for_.enhetId, for_.dato, { besokId: for_.id }))[0] ?? null;
}

/** Approves one visit, with or without a remark. */
export async function kvitter(tx: Tx, data: z.output<typeof kvitterEttSkjema>): Utfall {
  const for_ = await findGjeldende(tx, nokkel(data));
  const rad = for_ === null ? null : await medMerknad(tx, for_);
  if (for_ === null || rad === null) return nei(ENDRET);
  const svar = kvitterBesok(rad, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!svar.ok) return nei(avslag(svar.feil));
  if (!(await kvitterVersjon(tx, nokkel(data)))) return nei(ENDRET);
  await loggfor(tx, { handling: 'KVITTER_BESOK', objektType: 'besok', objektId: for_.id, mottakerId: for_.mottakerId, grunn: rad.merknad });
  return ok({ dag: for_.dato });
}

async function manedLukket(tx: Tx, b: LagretBesok): Promise<boolean> {
  return (await finnLukkedeManeder(tx, b.enhetId, [manedFor(b.dato)])).length > 0;
}

/** Takes one approval back, until the month is closed for the unit. */
export async function angre(tx: Tx, data: z.output<typeof kvitterEttSkjema>): Utfall {
  const for_ = await findGjeldende(tx, nokkel(data));
  if (for_ === null) return nei(ENDRET);
  const svar = angreKvittering(for_, await manedLukket(tx, for_));
  if (!svar.ok) return nei(avslag(svar.feil));
  // After the deadline nobody could approve it again: what was approved would be lost.
  const frist = sjekkFrist(for_.dato, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!frist.ok) return nei(avslag(frist.feil));
  if (!(await angreVersjon(tx, nokkel(data)))) return nei(ENDRET);
  await loggfor(tx, { handling: 'ANGRE_KVITTERING', objektType: 'besok', objektId: for_.id, mottakerId: for_.mottakerId });
  return ok({ dag: for_.dato });
}

/** One visit with its history and ways out; null when it is not the account's or has been put aside. The look is logged. */
export async function visBesok(tx: Tx, dag: Dato, besokId: number): Promise<Besokside | null> {
  const versjoner = await findVersjoner(tx, dag, besokId);
  const siste = versjoner[0];
  if (siste === undefined) return null;
  const for_ = await findGjeldende(tx, { dag: siste.dato, besokId, versjon: siste.versjon });
  const besok = for_ === null ? null : await medMerknad(tx, for_);
  if (for_ === null || besok === null) return null;
  await loggfor(tx, { handling: 'SE_BESOK', objektType: 'besok', objektId: besokId, mottakerId: for_.mottakerId });
  const maneder = await hentManederEtterArsslutt(tx, iDag());
  return {
    besok,
    uke: ukeFor(for_.dato),
    versjoner,
    flyttTil: await findFlyttevalg(tx, for_),
    manedLukket: await manedLukket(tx, for_),
    last: erLast(for_.dato, iDag(), maneder),
    frist: sisteDagForEndring(for_.dato, maneder),
  };
}
