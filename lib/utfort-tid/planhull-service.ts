import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { datoI, klokkeMinutter, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { klokkeslett } from '#lib/oppdrag/domain/besoksplan.ts';
import { lockPlanrad, planlagteBesok } from '#lib/oppdrag/plan-repo.ts';
import { naa } from '#lib/server/clock.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { finnHull, hullarsaker } from '#lib/utfort-tid/domain/planhull.ts';
import type { Hull } from '#lib/utfort-tid/domain/planhull.ts';
import { findHullnavn, findKontonavn, findPlantall } from '#lib/utfort-tid/planhull-repo.ts';
import type { Plantall } from '#lib/utfort-tid/planhull-repo.ts';
import { registrer } from '#lib/utfort-tid/registrering-service.ts';
import type { somPlanlagtSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import type { Hullgruppe, Planhull } from '#lib/utfort-tid/utfort-tid-view.ts';

export type Ukeplantall = Plantall & { readonly hull: readonly Hull[] };

/** Planned against registered for a unit's days, and what is missing by now. */
export async function hentPlantall(tx: Tx, p: { enhetId: number; fom: Dato; tom: Dato }): Promise<Ukeplantall> {
  const tall = await findPlantall(tx, p, planlagteBesok(tx, p));
  const nu = lokalTidVed(naa().getTime());
  return { ...tall, hull: finnHull(tall.dager, { dag: datoI(nu), minutt: klokkeMinutter(nu) }) };
}

/** The gaps with the names this account may see. */
export async function navngiHull(tx: Tx, hull: readonly Hull[]): Promise<Planhull[]> {
  if (hull.length === 0) return [];
  const navn = new Map((await findHullnavn(tx, [...new Set(hull.map((h) => h.oppdragId))])).map((n) => [n.oppdragId, n]));
  const ansatte = new Map((await findKontonavn(tx, [...new Set(hull.flatMap((h) => (h.ansattId === null ? [] : [h.ansattId])))])).map((a) => [a.id, a.navn]));
  return hull.flatMap((h) => {
    const hvem = navn.get(h.oppdragId);
    return hvem === undefined ? [] : [{ ...h, ...hvem, kl: klokkeslett(h.startMinutt), ansatt: h.ansattId === null ? null : (ansatte.get(h.ansattId) ?? null) }];
  });
}

/** Where the gaps are, by the likeliest cause. */
export async function navngiArsaker(tx: Tx, hull: readonly Hull[], maks: number): Promise<Hullgruppe[]> {
  const grupper = hullarsaker(hull);
  const vist = grupper.slice(0, maks);
  const ider = (slag: string) => vist.flatMap((g) => (g.slag === slag && g.id !== null ? [g.id] : []));
  const ansatte = new Map((await findKontonavn(tx, ider('ANSATT'))).map((a) => [a.id, a.navn]));
  const mottakere = new Map((await findHullnavn(tx, ider('MOTTAKER'))).map((m) => [m.oppdragId, m]));
  const resten = grupper.slice(maks).reduce((sum, g) => sum + g.antall, 0);
  return [
    ...vist.map((g): Hullgruppe => {
      const m = g.slag === 'MOTTAKER' && g.id !== null ? mottakere.get(g.id) : undefined;
      return { slag: g.slag, antall: g.antall, oppdragId: g.slag === 'MOTTAKER' ? g.id : null, ansatt: g.slag === 'ANSATT' && g.id !== null ? (ansatte.get(g.id) ?? null) : null, navn: m?.navn ?? null, pseudonym: m?.pseudonym ?? '' };
    }),
    ...(resten > 0 ? [{ slag: 'ANDRE' as const, antall: resten, oppdragId: null, ansatt: null, navn: null, pseudonym: '' }] : []),
  ];
}

/** Registers missing visits as they were planned, afterwards and with the reason; all of them or none. Only what is still missing. */
export async function forSomPlanlagt(tx: Tx, data: z.output<typeof somPlanlagtSkjema>): Promise<Result<{ antall: number }, readonly Avslag[]>> {
  for (const { planId, dato } of data.besok) {
    const rad = await lockPlanrad(tx, planId);
    if (rad === null) return nei([{ grunn: 'planenErEndret' }]);
    const dag = dato as Dato;
    const { hull } = await hentPlantall(tx, { enhetId: rad.enhetId, fom: dag, tom: dag });
    const mangler = hull.find((h) => h.planId === planId);
    if (mangler === undefined) return nei([{ grunn: 'manglerIkke' }]);
    if (mangler.ansattId === null) return nei([{ grunn: 'manglerAnsatt' }]);
    const svar = await registrer(tx, {
      klientId: crypto.randomUUID(), oppdragId: rad.oppdragId, dato: dag, start: klokkeslett(mangler.startMinutt).replace('.', ':'), minutter: mangler.minutter,
      kategori: 'BRUKERRETTET', ansattId: mangler.ansattId, grunn: data.grunn,
    });
    if (!svar.ok) return svar;
  }
  return ok({ antall: data.besok.length });
}
