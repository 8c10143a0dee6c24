import type { z } from 'zod';
import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { forsteDag, forrige, leggTilManeder, type Maned, manedFor } from '#lib/core/maned.ts';
import { lokalTid, millisekunderVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { betalingsdogn, betalingsdognPerManed, hentPasient, svarfrist, svarPa } from '#lib/sak/domain/utskrivning.ts';
import type { dognsatsSkjema, hentetSkjema, svarSkjema, trekkUtskrivningSkjema, utskrivningSkjema } from '#lib/sak/utskrivning-schema.ts';
import * as repo from '#lib/sak/utskrivning-repo.ts';
import type { Dognsats, Utskrivningsmaned, Utskrivningsrad, Utskrivningsside } from '#lib/sak/utskrivning-view.ts';

type Svar = Promise<Result<{ id: number }, readonly Avslag[]>>;
const ukjent = nei([{ grunn: 'FINNES_IKKE' }]);
const MANEDER_BAK = 11;

function satsFor(satser: readonly Dognsats[], dag: Dato): Dognsats | null {
  return satser.find((s) => s.fom <= dag) ?? null;
}

function manedskostnad(rader: readonly Utskrivningsrad[], satser: readonly Dognsats[], forste: Maned, dag: Dato): Utskrivningsmaned[] {
  const maneder = [...betalingsdognPerManed(rader, dag)].filter(([m]) => m >= forste).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return maneder.map(([maned, antall]) => {
    // a rate that changes in a month holds from the first of the next: rates follow the year
    const sats = satsFor(satser, forsteDag(maned));
    return { maned, dogn: antall, ore: sats === null ? null : antall * sats.ore };
  });
}

/** What the payable nights have cost from a month on, without the persons: a line of the purchaser's budget. */
export async function hentUtskrivningskostnad(tx: Tx, fra: Maned): Promise<Utskrivningsmaned[]> {
  return manedskostnad(await repo.finnUtskrivninger(tx, forsteDag(fra)), await repo.finnDognsatser(tx), fra, iDag());
}

/** Patients at hospital and those who left in the last twelve months, with what the nights cost month by month. The look is logged. */
export async function visUtskrivninger(tx: Tx): Promise<Utskrivningsside> {
  const dag = iDag();
  const forste = leggTilManeder(manedFor(dag), -MANEDER_BAK);
  const rader = await repo.finnUtskrivninger(tx, forsteDag(forste));
  for (const mottakerId of new Set(rader.map((r) => r.mottakerId))) await loggfor(tx, { handling: 'SE_UTSKRIVNING', objektType: 'utskrivning', objektId: dag, mottakerId });
  const satser = await repo.finnDognsatser(tx);
  const maneder = manedskostnad(rader, satser, forste, dag);
  const na = naa().getTime();
  const apne = rader.filter((r) => r.hentet === null && !r.trukket);
  return {
    rader: rader.map((r) => ({ ...r, dogn: betalingsdogn(r, dag)?.antall ?? 0, frist: svarfrist(r), forsent: r.svar === null && r.hentet === null && !r.trukket && na > svarfrist(r) })),
    maneder,
    satser,
    apne: apne.length,
    ubesvarte: apne.filter((r) => r.svar === null).length,
  };
}

/** One message; null when it is not the account's to see. The look is logged. */
export async function visUtskrivning(tx: Tx, id: number): Promise<(Utskrivningsrad & { readonly dogn: number }) | null> {
  const u = await repo.finnUtskrivning(tx, id);
  if (u === null) return null;
  await loggfor(tx, { handling: 'SE_UTSKRIVNING', objektType: 'utskrivning', objektId: id, mottakerId: u.mottakerId });
  return { ...u, dogn: betalingsdogn(u, iDag())?.antall ?? 0 };
}

/** The hospital's message. */
export async function registrerUtskrivning(tx: Tx, data: z.output<typeof utskrivningSkjema>): Svar {
  if ((await repo.finnApenMottaker(tx, data.mottakerId)) === null) return ukjent;
  const meldtKlarMs = millisekunderVed(lokalTid(`${data.dag}T${data.klokkeslett}`));
  if (meldtKlarMs > naa().getTime()) return nei([{ grunn: 'IKKE_I_FREMTIDEN', felt: 'dag' }]);
  if (data.dag < leggTilDager(forsteDag(forrige(manedFor(iDag()))), -365)) return nei([{ grunn: 'FOR_LENGE_SIDEN', felt: 'dag' }]);
  const id = await repo.nyUtskrivning(tx, { mottakerId: data.mottakerId, sykehus: data.sykehus, meldtKlarMs });
  if (id === null) return nei([{ grunn: 'MELDT_ALLEREDE' }]);
  await loggfor(tx, { handling: 'REGISTRER_UTSKRIVNING', objektType: 'utskrivning', objektId: id, mottakerId: data.mottakerId });
  return ok({ id });
}

/** The municipality's answer to the hospital. */
export async function svarSykehuset(tx: Tx, data: z.output<typeof svarSkjema>): Svar {
  const u = await repo.finnUtskrivning(tx, data.id, true);
  if (u === null) return ukjent;
  const svar = svarPa(u, data.svar, data.kanFra);
  if (!svar.ok) return nei([svar.feil]);
  await repo.lagreSvar(tx, u.id, { ...svar.verdi, tilbud: data.tilbud });
  await loggfor(tx, { handling: 'SVAR_SYKEHUSET', objektType: 'utskrivning', objektId: u.id, mottakerId: u.mottakerId, grunn: data.svar });
  return ok({ id: u.id });
}

/** The patient has left the hospital. */
export async function registrerHentet(tx: Tx, data: z.output<typeof hentetSkjema>): Svar {
  const u = await repo.finnUtskrivning(tx, data.id, true);
  if (u === null) return ukjent;
  const svar = hentPasient(u, data.hentet, iDag());
  if (!svar.ok) return nei([svar.feil]);
  await repo.lagreHentet(tx, u.id, svar.verdi);
  await loggfor(tx, { handling: 'REGISTRER_HENTET', objektType: 'utskrivning', objektId: u.id, mottakerId: u.mottakerId, grunn: svar.verdi });
  return ok({ id: u.id });
}

/** The hospital has withdrawn its message: the patient was not ready after all. */
export async function trekkUtskrivning(tx: Tx, data: z.output<typeof trekkUtskrivningSkjema>): Svar {
  const u = await repo.finnUtskrivning(tx, data.id, true);
  if (u === null || u.trukket || u.hentet !== null) return ukjent;
  await repo.lagreTrukket(tx, u.id);
  await loggfor(tx, { handling: 'TREKK_UTSKRIVNING', objektType: 'utskrivning', objektId: u.id, mottakerId: u.mottakerId });
  return ok({ id: u.id });
}

/** What a night costs, from a day. */
export async function settDognsats(tx: Tx, data: z.output<typeof dognsatsSkjema>): Promise<Result<null, readonly Avslag[]>> {
  const { sats, ...resten } = data;
  if (!(await repo.nyDognsats(tx, { ...resten, ore: sats }))) return nei([{ grunn: 'SATS_FINNES', felt: 'fom' }]);
  await loggfor(tx, { handling: 'SETT_DOGNSATS', objektType: 'innstilling', objektId: data.fom, grunn: `${sats} øre` });
  return ok(null);
}
