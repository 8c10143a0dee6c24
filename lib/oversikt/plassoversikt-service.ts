import { finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnEnheterMedPlasser, finnEnhetsplasser, finnLedige, finnPlassvedtak, finnVentende } from '#lib/oversikt/plassoversikt-repo.ts';
import type { Ledigrad, Plassoversikt } from '#lib/oversikt/plassoversikt-view.ts';
import { finnApenMottaker } from '#lib/sak/utskrivning-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { dagerVentet, medianVentet, venterekke } from '#lib/utfort-tid/domain/venteliste.ts';
import { finnLedigplass } from '#lib/utfort-tid/tildeling-repo.ts';

/** Free places, those who wait, and the places of every unit. Every name on the list is logged as a look. */
export async function visPlassoversikt(tx: Tx, sprak: 'nb' | 'nn'): Promise<Plassoversikt> {
  const dag = iDag();
  const venter = venterekke(await finnVentende(tx, dag)).map((v) => ({ ...v, dager: dagerVentet(v, dag) }));
  for (const v of venter) await loggfor(tx, { handling: 'SE_VENTELISTE', objektType: 'venteliste', objektId: v.id, mottakerId: v.mottakerId });
  const uten = venter.filter((v) => !v.tildelt);
  return {
    ledige: await finnLedige(tx),
    venter,
    enheter: await finnEnhetsplasser(tx, dag),
    tjenestenavn: Object.fromEntries([...(await finnTjenestenavn(tx, dag))].map(([kode, navn]) => [kode, navn[sprak]])),
    utenPlass: uten.length,
    lengst: uten.length === 0 ? null : Math.max(...uten.map((v) => v.dager)),
    median: medianVentet(uten, dag),
  };
}

/** A free place, and those who wait for that kind. Null: it is not free any more. */
export async function visTildeling(tx: Tx, meldingId: number) {
  const plass = await finnLedigplass(tx, meldingId);
  if (plass === null || plass.tildelt) return null;
  const dag = iDag();
  const venter = venterekke((await finnVentende(tx, dag)).filter((v) => v.plasstype === plass.plasstype && !v.tildelt));
  for (const v of venter) await loggfor(tx, { handling: 'SE_VENTELISTE', objektType: 'venteliste', objektId: v.id, mottakerId: v.mottakerId });
  return { plass, venter: venter.map((v) => ({ ...v, dager: dagerVentet(v, dag) })) };
}

/** What is needed to put a recipient on the list. Null: no such recipient for this account. */
export async function visNyVentende(tx: Tx, mottakerId: number) {
  const mottaker = await finnApenMottaker(tx, mottakerId);
  if (mottaker === null) return null;
  await loggfor(tx, { handling: 'SE_MOTTAKER', objektType: 'mottaker', objektId: mottakerId, mottakerId });
  return {
    mottaker,
    enheter: await finnEnheterMedPlasser(tx, iDag()),
    vedtak: await finnPlassvedtak(tx, mottakerId),
  };
}

/** One who waits and has not been given a place, for ending the wait. */
export async function visVentende(tx: Tx, id: number): Promise<{ id: number; navn: string } | null> {
  const rad = (await finnVentende(tx, iDag())).find((v) => v.id === id && !v.tildelt);
  if (!rad) return null;
  await loggfor(tx, { handling: 'SE_VENTELISTE', objektType: 'venteliste', objektId: id, mottakerId: rad.mottakerId });
  return { id: rad.id, navn: rad.navn };
}

/** An allocation that nobody has moved in on, for taking it back. */
export async function visLedigtildeling(tx: Tx, id: number): Promise<Ledigrad | null> {
  const rad = (await finnLedige(tx)).find((l) => l.tildelingId === id);
  if (!rad) return null;
  await loggfor(tx, { handling: 'SE_TILDELING', objektType: 'tildeling', objektId: id, mottakerId: rad.mottakerId });
  return rad;
}
