import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import type { VedtakAvkortet, VedtakFattet } from '#lib/server/hendelser.ts';
import { sql } from '#lib/server/sql.ts';
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
