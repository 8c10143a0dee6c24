import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iverksettOppdrag, kanIverksettes } from '#lib/oppdrag/domain/iverksett-oppdrag.ts';
import type { KanIkkeIverksette } from '#lib/oppdrag/domain/iverksett-oppdrag.ts';
import { gjelderPa, TILSTANDER } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import type { Oppdragstilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import { bekreft, findById, findListe, findPauser, lockOppdrag, saveForsteBesok, saveForsteBesokSamlet, saveIverksatt, tellNye, tellPerTilstand } from '#lib/oppdrag/oppdrag-repo.ts';
import type { bekreftSkjema, iverksettSkjema } from '#lib/oppdrag/oppdrag-schema.ts';
import type { Oppdragsfilter, Oppdragsliste, Oppdragsside } from '#lib/oppdrag/oppdrag-view.ts';
import { foreslaPlaner } from '#lib/oppdrag/plan-service.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import type { VedtakAvkortet, VedtakFattet } from '#lib/vedtak/domain/vedtak-hendelser.ts';
import { hentVedtakskontrakt } from '#lib/vedtak/kontrakt-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** An issued vedtak with a provider becomes one order for the whole of it, waiting at the unit. The database checks at commit that it lies inside the vedtak. */
export async function opprettOppdrag(tx: Tx, h: VedtakFattet): Promise<void> {
  await tx.kjor(sql`
    insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt)
    values (${tx.hvem.kommuneId}, ${h.vedtakId}, ${h.mottakerId}, ${h.enhetId}, ${h.fom}, ${h.tom}, '{}', ${naa()})`);
}

/** A vedtak's orders end with it: those that have begun get the earlier end, those that would have begun later are voided. */
export async function avkortOppdrag(tx: Tx, h: VedtakAvkortet): Promise<void> {
  const tom: Dato = h.tom;
  await tx.kjor(sql`
    update oppdrag set tom = ${tom}
    where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${h.vedtakId} and annullert is null
      and fom <= ${tom} and (tom is null or tom > ${tom})`);
  await tx.kjor(sql`
    update oppdrag set annullert = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${h.vedtakId} and annullert is null and fom > ${tom}`);
}

/** The unit's orders: counts of every state, and one page of the filter. */
export async function visOppdragsliste(tx: Tx, filter: Oppdragsfilter): Promise<Oppdragsliste> {
  const dag = iDag();
  const telling = await tellPerTilstand(tx, filter.sok, dag);
  const perTilstand = Object.fromEntries(TILSTANDER.map((t) => [t, telling.find((rad) => rad.tilstand === t)?.antall ?? 0])) as Record<Oppdragstilstand, number>;
  const antall = filter.tilstand === null ? TILSTANDER.reduce((sum, t) => sum + perTilstand[t], 0) : perTilstand[filter.tilstand];
  return { rader: await findListe(tx, filter, dag), antall, perTilstand };
}

/** One order, or null when it is not the account's to see. The look is logged, so the transaction must be one that writes. */
export async function visOppdrag(tx: Tx, id: number): Promise<Oppdragsside | null> {
  const dag = iDag();
  const oppdrag = await findById(tx, id, dag);
  if (oppdrag === null) return null;
  await loggfor(tx, { handling: 'SE_OPPDRAG', objektType: 'oppdrag', objektId: id, mottakerId: oppdrag.mottakerId });
  const { vedtakId, ...resten } = oppdrag;
  return {
    ...resten,
    pauser: await findPauser(tx, vedtakId, dag),
    kontrakt: oppdrag.omfangType === 'KONTRAKT' ? await hentVedtakskontrakt(tx, vedtakId) : null,
    kanBekreftes: oppdrag.tilstand === 'MOTTATT',
    kanRegistreres: oppdrag.omfangType === 'TIMER' && gjelderPa(oppdrag, dag),
    kanIverksettes: kanIverksettes({ ...oppdrag, bekreftet: oppdrag.bekreftet !== null }, dag),
  };
}

/** Orders that wait on the unit; the menu's count. */
export function tellNyeOppdrag(tx: Tx): Promise<number> {
  return tellNye(tx, iDag());
}

/** Confirms receipt of those of the ticked orders that still wait, and plans them as their vedtak say. */
export async function bekreftOppdrag(tx: Tx, data: z.output<typeof bekreftSkjema>): Promise<Result<{ antall: number }, readonly { grunn: 'ingenVenter' }[]>> {
  const bekreftede = await bekreft(tx, data.ider);
  if (bekreftede.length === 0) return nei([{ grunn: 'ingenVenter' }]);
  for (const { id, mottakerId } of bekreftede) await loggfor(tx, { handling: 'BEKREFT_OPPDRAG', objektType: 'oppdrag', objektId: id, mottakerId });
  for (const [enhetId, ordrer] of Map.groupBy(bekreftede, (o) => o.enhetId)) await foreslaPlaner(tx, enhetId, ordrer.map((o) => o.id));
  return ok({ antall: bekreftede.length });
}

/** Stores the day the delivery started. */
export async function iverksett(
  tx: Tx,
  data: z.output<typeof iverksettSkjema>,
): Promise<Result<{ oppdragId: number }, readonly (KanIkkeIverksette | { grunn: 'finnesIkke' } | { grunn: string; felt: string })[]>> {
  const oppdrag = await lockOppdrag(tx, data.oppdragId);
  if (oppdrag === null) return nei([{ grunn: 'finnesIkke' }]);
  const svar = iverksettOppdrag(oppdrag, data.start, iDag());
  if (!svar.ok) return nei([{ ...svar.feil, felt: 'start' }]);
  await saveIverksatt(tx, data.oppdragId, svar.verdi);
  await loggfor(tx, { handling: 'IVERKSETT_OPPDRAG', objektType: 'oppdrag', objektId: data.oppdragId, mottakerId: oppdrag.mottakerId });
  return ok({ oppdragId: data.oppdragId });
}

/** Called by the room of delivered time when a visit is stored. */
export async function merkForsteBesok(tx: Tx, oppdragId: number, dag: Dato): Promise<void> {
  await saveForsteBesok(tx, oppdragId, dag);
}

/** The same for many orders at once: `funn` has `oppdrag_id` and `dato`. */
export async function merkForsteBesokSamlet(tx: Tx, funn: Sql): Promise<void> {
  await saveForsteBesokSamlet(tx, funn);
}
