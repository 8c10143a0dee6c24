import type { z } from 'zod';
import { formatDato } from '#lib/core/format.ts';
import type { Dato } from '#lib/core/dato.ts';
import { erDato, leggTilDager } from '#lib/core/dato.ts';
import { lokalTid, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { merkForsteBesok } from '#lib/oppdrag/oppdrag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { claimKlient, erAnsattVed, erForstLagret, findMottatt, findOppdrag, insertBesok, saveMottatt } from '#lib/utfort-tid/besok-repo.ts';
import type { Oppdragsfunn } from '#lib/utfort-tid/besok-repo.ts';
import { registrerBesok } from '#lib/utfort-tid/domain/registrer-besok.ts';
import type { Besoksforslag, NyttBesok } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { mandag, sondag, ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { hentManederEtterArsslutt, naaMinutt } from '#lib/utfort-tid/las-service.ts';
import { findAnsatte, findDagensBesok, findEnhetForBesok, findOppdragetsBesok, findRegistrerbare, findRegistrerbart, MAKS_TREFF } from '#lib/utfort-tid/registrering-repo.ts';
import type { registrerSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import type { Ansatt, Besoksrad, Registrerbart } from '#lib/utfort-tid/utfort-tid-view.ts';

/** The list of orders is cut here; the screen says so. */
export const MAKS_TREFF_VIST = MAKS_TREFF;

/** Days after its end that a leader still sees an order to register on. */
const ETTERSLEP = 60;

export type Registrert = { readonly besokId: number; readonly dag: Dato; readonly nytt: boolean; readonly utenfor: boolean };

/** A deadline is written as people read it. */
export function lesbare(verdier: Readonly<Record<string, string | number>> | undefined): Record<string, string | number> {
  return Object.fromEntries(Object.entries(verdier ?? {}).map(([navn, v]) => [navn, typeof v === 'string' && erDato(v) ? formatDato(v) : v]));
}

/** Stores a visit once, however many times the same client id is sent. A second sending changes nothing and gets the first one's answer. */
export async function registrer(tx: Tx, data: z.output<typeof registrerSkjema>): Promise<Result<Registrert, readonly Avslag[]>> {
  const oppdrag = await findOppdrag(tx, data.oppdragId);
  if (oppdrag === null) return nei([{ grunn: 'oppdragFinnesIkke' }]);
  if (!(await claimKlient(tx, data.klientId))) return alleredeMottatt(tx, data, data.klientId);
  const forslag = { start: lokalTid(`${data.dato}T${data.start}`), minutter: data.minutter, kategori: data.kategori, grunn: data.grunn };
  const ansattId = tx.hvem.rolle === 'utforerleder' ? (data.ansattId ?? tx.hvem.kontoId) : tx.hvem.kontoId;
  const svar = await lagreBesok(tx, oppdrag, { forslag, ansattId, klientId: data.klientId });
  return svar.ok ? ok({ besokId: svar.verdi.besokId, dag: svar.verdi.dato, nytt: true, utenfor: svar.verdi.utenfor }) : svar;
}

export type Nyregistrering = { readonly forslag: Besoksforslag; readonly ansattId: number | null; readonly klientId: string };

/** Judges and stores a visit whose client id is claimed, with its log row: the one way in for what people register, on a desk or a phone. */
export async function lagreBesok(tx: Tx, oppdrag: Oppdragsfunn, { forslag, ansattId, klientId }: Nyregistrering): Promise<Result<NyttBesok & { besokId: number }, readonly Avslag[]>> {
  const svar = registrerBesok(forslag, oppdrag, naaMinutt(), await hentManederEtterArsslutt(tx, iDag()));
  if (!svar.ok) return nei([{ ...svar.feil, verdier: lesbare(svar.feil.verdier) }]);
  if (ansattId !== null && ansattId !== tx.hvem.kontoId && !(await erAnsattVed(tx, ansattId, oppdrag.enhetId, svar.verdi.dato))) return nei([{ grunn: 'ikkeAnsatt', felt: 'ansattId' }]);
  const besokId = await insertBesok(tx, svar.verdi, oppdrag, ansattId, klientId);
  await saveMottatt(tx, klientId, besokId);
  await merkForsteBesok(tx, oppdrag.oppdragId, svar.verdi.dato);
  await loggfor(tx, { handling: 'REGISTRER_BESOK', objektType: 'besok', objektId: besokId, mottakerId: oppdrag.mottakerId, grunn: svar.verdi.grunn });
  return ok({ ...svar.verdi, besokId });
}

async function alleredeMottatt(tx: Tx, data: z.output<typeof registrerSkjema>, klientId: string): Promise<Result<Registrert, readonly Avslag[]>> {
  const tidligere = await findMottatt(tx, klientId);
  if (tidligere?.besokId == null || tidligere.kontoId !== tx.hvem.kontoId) return nei([{ grunn: 'klientIdBrukt' }]);
  // The same id with other content is not a retry: an answer of "stored" would lose what is written now.
  const sendt = { ...data, startMinutt: tilEpokeMinutt(lokalTid(`${data.dato}T${data.start}`)) };
  if (!(await erForstLagret(tx, tidligere.besokId, sendt))) return nei([{ grunn: 'klientIdBrukt' }]);
  return ok({ besokId: tidligere.besokId, dag: data.dato, nytt: false, utenfor: false });
}

function rekkevidde(tx: Tx): { dag: Dato; endtEtter: Dato; uke: { mandag: Dato; sondag: Dato } } {
  const dag = iDag();
  const uke = ukeFor(dag);
  return { dag, endtEtter: tx.hvem.rolle === 'utforerleder' ? leggTilDager(dag, -ETTERSLEP) : dag, uke: { mandag: mandag(uke), sondag: sondag(uke) } };
}

export type Registreringssted = { readonly oppdrag: readonly Registrerbart[]; readonly mine: readonly Besoksrad[] };

/** Orders to choose among, and what the account has registered today. An employee sees those in force today, a leader also those that ended lately. */
export async function visRegistrering(tx: Tx, sok: string): Promise<Registreringssted> {
  const { dag, endtEtter, uke } = rekkevidde(tx);
  const mine: Besoksrad[] = [];
  for (const enhetId of tx.hvem.enheter ?? []) if (tx.hvem.kontoId !== null) mine.push(...(await findDagensBesok(tx, enhetId, dag, { ansattId: tx.hvem.kontoId })));
  return { oppdrag: await findRegistrerbare(tx, sok, dag, endtEtter, uke), mine };
}

export type Registreringsskjema = { readonly oppdrag: Registrerbart; readonly ansatte: readonly Ansatt[] };

/** One order's form, or null when it is not the account's to register on. The look is logged. */
export async function visSkjema(tx: Tx, oppdragId: number): Promise<Registreringsskjema | null> {
  const { dag, endtEtter, uke } = rekkevidde(tx);
  const oppdrag = await findRegistrerbart(tx, oppdragId, dag, endtEtter, uke);
  if (oppdrag === null) return null;
  await loggfor(tx, { handling: 'SE_OPPDRAG', objektType: 'oppdrag', objektId: oppdragId, mottakerId: (await findOppdrag(tx, oppdragId))?.mottakerId ?? null });
  return { oppdrag, ansatte: tx.hvem.rolle === 'utforerleder' ? await findAnsatte(tx, oppdrag.enhetId, dag) : [] };
}

/** The receipt of a visit that was just stored, with its remark. */
export async function visKvittering(tx: Tx, dag: Dato, besokId: number): Promise<Besoksrad | null> {
  const enhetId = await findEnhetForBesok(tx, dag, besokId);
  if (enhetId === null) return null;
  return (await findDagensBesok(tx, enhetId, dag, { besokId }))[0] ?? null;
}

/** An order's visits of this week. */
export async function visOppdragsuke(tx: Tx, oppdragId: number): Promise<Besoksrad[]> {
  const oppdrag = await findOppdrag(tx, oppdragId);
  return oppdrag === null ? [] : findOppdragetsBesok(tx, oppdrag.enhetId, oppdragId, rekkevidde(tx).uke);
}
