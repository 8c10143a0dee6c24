import { createHash, randomInt } from 'node:crypto';
import type { z } from 'zod';
import { type Dato, sisteDagIManeden } from '#lib/core/dato.ts';
import { leggTilManeder, type Maned, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { folgOpp, kontroller, trekk, VEKT_ETTERFORT } from '#lib/utfort-tid/domain/stikkprove.ts';
import {
  findApneAvvik,
  findKontrollenheter,
  findKvalitet,
  findMeldinger,
  findProve,
  findProver,
  findProverader,
  findTrekkbare,
  insertProve,
  lockProverad,
  saveMelding,
  saveOppfolging,
  saveResultat,
  tellApneAvvik,
  tellProver,
} from '#lib/utfort-tid/kontroll-repo.ts';
import type { meldingSkjema, oppfolgingSkjema, resultatSkjema, trekkSkjema } from '#lib/utfort-tid/kontroll-schema.ts';
import type { Enhetsvalg, Kvalitetsside, Meldingsrad, Provehode, Proverad } from '#lib/utfort-tid/kontroll-view.ts';

/** Months a trend shows. */
const TREND = 12;
/** The longest period of a draw, in visits: they are read into memory. */
const STORSTE_POPULASJON = 200_000;

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const forsteDag = (m: Maned): Dato => `${m}-01` as Dato;

/** How the registration has gone the last twelve months, for a unit or all the session's. */
export async function visKvalitet(tx: Tx, onsket: number | null): Promise<Kvalitetsside> {
  const enheter = await findKontrollenheter(tx);
  const enhetId = enheter.some((e) => e.id === onsket) ? onsket : enheter.length === 1 ? (enheter[0]?.id ?? null) : null;
  const siste = manedFor(iDag());
  return { enheter, enhetId, maneder: await findKvalitet(tx, enhetId, forsteDag(leggTilManeder(siste, 1 - TREND)), sisteDagIManeden(forsteDag(siste))), apneAvvik: await tellApneAvvik(tx) };
}

/** Draws a spot check. The seed, the weight and a fingerprint of what was drawn among are kept, so that it can be done over. */
export async function trekkProve(tx: Tx, data: z.output<typeof trekkSkjema>): Svar<{ stikkproveId: number }> {
  const enheter = await findKontrollenheter(tx);
  if (!enheter.some((e) => e.id === data.enhetId)) return nei([{ grunn: 'ukjentEnhet', felt: 'enhetId' }]);
  if (data.tom < data.fom) return nei([{ grunn: 'tomForFom', felt: 'tom' }]);
  const populasjon = await findTrekkbare(tx, data.enhetId, data.fom, data.tom);
  if (populasjon.length === 0) return nei([{ grunn: 'ingenBesok', felt: 'fom' }]);
  if (populasjon.length > STORSTE_POPULASJON) return nei([{ grunn: 'forLangPeriode', felt: 'tom' }]);
  const fro = data.fro ?? randomInt(1, 2_147_483_647);
  const avtrykk = createHash('sha256').update(populasjon.map((b) => `${b.id}.${b.versjon}`).join(' ')).digest('hex');
  const per = new Map(populasjon.map((b) => [b.id, b]));
  const trukne = trekk(populasjon, data.antall, fro, VEKT_ETTERFORT).flatMap((b) => per.get(b.id) ?? []);
  const stikkproveId = await insertProve(tx, { enhetId: data.enhetId, fom: data.fom, tom: data.tom, fro, vekt: VEKT_ETTERFORT, populasjon: populasjon.length, etterforte: populasjon.filter((b) => b.etterfort).length, avtrykk }, trukne);
  await loggfor(tx, { handling: 'TREKK_STIKKPROVE', objektType: 'stikkprove', objektId: stikkproveId });
  return ok({ stikkproveId });
}

export type Prover = { readonly enheter: Enhetsvalg[]; readonly prover: Provehode[]; readonly antall: number; readonly apne: Proverad[] };

export async function visProver(tx: Tx, antall: number, fra: number): Promise<Prover> {
  return { enheter: await findKontrollenheter(tx), prover: await findProver(tx, antall, fra), antall: await tellProver(tx), apne: await findApneAvvik(tx) };
}

/** A spot check with its visits; null when it is not the session's. The look is logged. */
export async function visProve(tx: Tx, id: number): Promise<{ hode: Provehode; rader: Proverad[] } | null> {
  const hode = await findProve(tx, id);
  if (hode === null) return null;
  await loggfor(tx, { handling: 'SE_STIKKPROVE', objektType: 'stikkprove', objektId: id });
  return { hode, rader: await findProverader(tx, id) };
}

/** What the control of a drawn visit found. */
export async function registrerResultat(tx: Tx, data: z.output<typeof resultatSkjema>): Svar<null> {
  const rad = await lockProverad(tx, data);
  if (rad === null) return nei([{ grunn: 'finnesIkke' }]);
  const svar = kontroller(rad, data);
  if (!svar.ok) return nei([svar.feil]);
  await saveResultat(tx, data, svar.verdi);
  await loggfor(tx, { handling: 'KONTROLLERT_BESOK', objektType: 'besok', objektId: rad.besokId, grunn: svar.verdi.slag ?? svar.verdi.utfall });
  return ok(null);
}

/** What was done about a deviation; it leaves the list. */
export async function registrerOppfolging(tx: Tx, data: z.output<typeof oppfolgingSkjema>): Svar<null> {
  const rad = await lockProverad(tx, data);
  if (rad === null) return nei([{ grunn: 'finnesIkke' }]);
  const svar = folgOpp(rad);
  if (!svar.ok) return nei([svar.feil]);
  await saveOppfolging(tx, data, data.oppfolging);
  await loggfor(tx, { handling: 'FULGT_OPP_AVVIK', objektType: 'besok', objektId: rad.besokId });
  return ok(null);
}

/** How many complaints or reports of a kind a unit had in a month; said again, the last holds. */
export async function registrerMelding(tx: Tx, data: z.output<typeof meldingSkjema>): Svar<null> {
  if (!(await findKontrollenheter(tx)).some((e) => e.id === data.enhetId)) return nei([{ grunn: 'ukjentEnhet', felt: 'enhetId' }]);
  if (data.maned > manedFor(iDag())) return nei([{ grunn: 'iFremtiden', felt: 'maned' }]);
  await saveMelding(tx, data);
  await loggfor(tx, { handling: 'REGISTRER_MELDINGER', objektType: 'enhet', objektId: data.enhetId, grunn: `${data.maned} ${data.slag} ${data.kategori}` });
  return ok(null);
}

export async function visMeldinger(tx: Tx): Promise<{ enheter: Enhetsvalg[]; rader: Meldingsrad[]; fra: Maned; til: Maned }> {
  const til = manedFor(iDag());
  const fra = leggTilManeder(til, 1 - TREND);
  return { enheter: await findKontrollenheter(tx), rader: await findMeldinger(tx, fra, til), fra, til };
}
