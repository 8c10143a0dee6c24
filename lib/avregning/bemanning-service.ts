import { type Behovscelle, behovPerDag, behovPerUke, type Behovsuke } from '#lib/avregning/domain/bemanning.ts';
import { findBehovsrader, findVedtaksuker } from '#lib/avregning/bemanning-repo.ts';
import { findTimebruk, type Timebruk } from '#lib/avregning/ledermaned-repo.ts';
import { dagerMellom, type Dato, leggTilDager, ukedag } from '#lib/core/dato.ts';
import { forsteDag, manedFor, sisteDag } from '#lib/core/maned.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnFravarsmaneder, type Fravarsmaned } from '#lib/grunnlag/regnskap-repo.ts';
import { planlagteBesok } from '#lib/oppdrag/plan-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export const UKER_FREM = 8;

export type Bemanningsbilde = {
  readonly enhet: { readonly id: number; readonly navn: string };
  readonly enheter: readonly { readonly id: number; readonly navn: string }[];
  readonly mandag: Dato;
  readonly uker: readonly Behovsuke[];
  readonly celler: readonly Behovscelle[];
  readonly harPlan: boolean;
  /** the newest month's sick leave; null where it is not taken in */
  readonly fravar: Fravarsmaned | null;
  readonly betalt: Pick<Timebruk, 'maned' | 'minutter' | 'brukerrettet'> | null;
};

/** Granted against paid for the eight weeks from next Monday, and a usual week of the plan. Null when the unit is not the account's. */
export async function hentBemanning(tx: Tx, enhetId: number | null): Promise<Bemanningsbilde | null> {
  const enheter = (await finnEnheter(tx)).filter((e) => e.type === 'UTFORER' && (tx.hvem.enheter === null || tx.hvem.enheter.includes(e.id))).map(({ id, navn }) => ({ id, navn }));
  const enhet = enheter.find((e) => e.id === enhetId) ?? (enhetId === null ? enheter[0] : undefined);
  if (enhet === undefined) return null;
  const dag = iDag();
  const mandag = leggTilDager(dag, 8 - ukedag(dag));
  const vindu = { enhetId: enhet.id, fom: mandag, tom: leggTilDager(mandag, 7 * UKER_FREM - 1) };
  const betalt = await findTimebruk(tx, enhet.id, manedFor(dag));
  const rader = await findBehovsrader(tx, vindu, planlagteBesok(tx, vindu));
  const uker = Array.from({ length: UKER_FREM }, (_, i) => i);
  return {
    enhet,
    enheter,
    mandag,
    uker: behovPerUke(await findVedtaksuker(tx, vindu), uker, betalt === null ? null : { minutter: betalt.minutter, brukerrettet: betalt.brukerrettet, dager: dagerMellom(forsteDag(betalt.maned), sisteDag(betalt.maned)) + 1 }),
    celler: behovPerDag(rader, UKER_FREM),
    harPlan: rader.length > 0,
    fravar: (await finnFravarsmaneder(tx, enhet.id, manedFor(dag), 1))[0] ?? null,
    betalt,
  };
}
