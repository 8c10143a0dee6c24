import type { z } from 'zod';
import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Dato } from '#lib/core/dato.ts';
import { lesFeltbevis } from '#lib/server/felt-bevis.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findOppdrag } from '#lib/utfort-tid/besok-repo.ts';
import { rettetTid, vurderKlokke } from '#lib/utfort-tid/domain/felt-klokke.ts';
import { avgjorKarantene, findKarantene, findKaranteneFor, insertKarantene, laasKarantene, tellApneFor } from '#lib/utfort-tid/felt-karantene-repo.ts';
import type { Karanterad } from '#lib/utfort-tid/felt-karantene-repo.ts';
import type { Karantenelinje } from '#lib/utfort-tid/felt-karantene-view.ts';
import { motta } from '#lib/utfort-tid/felt-mottak-service.ts';
import type { Mottatt } from '#lib/utfort-tid/felt-mottak-service.ts';
import { findFeltbesok } from '#lib/utfort-tid/felt-repo.ts';
import { karantenepostSkjema, postSkjema } from '#lib/utfort-tid/felt-schema.ts';
import type { karanteneSkjema, leggBortKaranteneSkjema, taInnSkjema } from '#lib/utfort-tid/felt-schema.ts';

/** An account has no more than this waiting: a phone gone astray cannot fill the leader's list. */
export const FLEST_APNE = 500;
/** The content of one registration, as text. */
const STORST = 4_000;

/**
 * Keeps a queue whose session has ended. The proof says whose it is and opens nothing else; what is kept are not visits.
 * Returns the ids that are safe with us, also those from before; null when the proof is not ours or is too old.
 */
export async function settIKarantene({ bevis, telefonMs, poster }: z.output<typeof karanteneSkjema>): Promise<string[] | null> {
  const fra = await lesFeltbevis(bevis);
  if (fra === null) return null;
  const hvem = { kommuneId: fra.kommuneId, kontoId: fra.kontoId, rolle: 'utforeransatt' as const, enheter: fra.enheter };
  return withKommune(hvem, async (tx) => {
    let plass = FLEST_APNE - (await tellApneFor(tx, fra.kontoId));
    const trygge: string[] = [];
    for (const sendt of poster) {
      const lest = karantenepostSkjema.safeParse(sendt);
      if (!lest.success || JSON.stringify(lest.data).length > STORST) continue;
      const { klientId, oppdragId } = lest.data;
      if ((await findFeltbesok(tx, klientId)) !== null) {
        trygge.push(klientId);
        continue;
      }
      const oppdrag = await findOppdrag(tx, oppdragId);
      const enhetId = oppdrag?.enhetId ?? fra.enheter[0];
      if (enhetId === undefined || plass <= 0) continue;
      const ny = await insertKarantene(tx, { klientId, enhetId, kontoId: fra.kontoId, oppdragId: oppdrag?.oppdragId ?? null, innhold: lest.data, telefonMs });
      if (ny) await loggfor(tx, { handling: 'SETT_I_KARANTENE', objektType: 'felt_karantene', objektId: klientId, mottakerId: oppdrag?.mottakerId ?? null });
      if (ny) plass -= 1;
      trygge.push(klientId);
    }
    return trygge;
  });
}

function tidFor(rad: Karanterad): Pick<Karantenelinje, 'dato' | 'kl' | 'minutter' | 'kategori' | 'grunn' | 'malt'> {
  const lest = postSkjema.safeParse(rad.innhold);
  if (!lest.success) return { dato: null, kl: null, minutter: null, kategori: null, grunn: null, malt: false };
  const { startMs, dato, start, minutter, kategori, grunn, opprettet } = lest.data;
  const klokke = vurderKlokke({ opprettet, sendt: rad.telefonMs, mottatt: rad.mottattMs });
  const tid: string = startMs === null ? `${dato ?? ''}T${start ?? ''}` : lokalTidVed(rettetTid(startMs, klokke.avvikSekunder));
  return { dato: tid.slice(0, 10) as Dato, kl: tid.slice(11, 16).replace(':', '.'), minutter, kategori, grunn, malt: startMs !== null };
}

function tilLinje(rad: Karanterad): Karantenelinje {
  const mottatt = lokalTidVed(rad.mottattMs);
  return {
    klientId: rad.klientId,
    navn: rad.navn,
    pseudonym: rad.pseudonym,
    tjenesteNb: rad.tjenesteNb,
    tjenesteNn: rad.tjenesteNn,
    ansatt: rad.ansatt,
    ...tidFor(rad),
    mottatt: `${formatDato(mottatt.slice(0, 10) as Dato)} kl. ${mottatt.slice(11, 16).replace(':', '.')}`,
    avgjort: rad.utfall !== null,
  };
}

/** What waits for the unit's leader. */
export async function visKarantene(tx: Tx): Promise<Karantenelinje[]> {
  return (await findKarantene(tx)).map(tilLinje);
}

/** One of them, with the look logged; null when it is not the unit's. */
export async function visKarantenepost(tx: Tx, klientId: string): Promise<Karantenelinje | null> {
  const rad = await findKaranteneFor(tx, klientId);
  if (rad === null) return null;
  await loggfor(tx, { handling: 'SE_KARANTENE', objektType: 'felt_karantene', objektId: klientId, mottakerId: rad.mottakerId });
  return tilLinje(rad);
}

/** Makes it a visit, as the one whose phone it was: by the same rules as one that was sent. */
export async function taInn(tx: Tx, { klientId }: z.output<typeof taInnSkjema>): Promise<Result<Mottatt, readonly Avslag[]>> {
  if (!(await laasKarantene(tx, klientId))) return nei([{ grunn: 'alleredeAvgjort' }]);
  const rad = await findKaranteneFor(tx, klientId);
  const lest = postSkjema.safeParse(rad?.innhold);
  if (rad === null || !lest.success) return nei([{ grunn: 'uleselig' }]);
  const svar = await motta(tx, lest.data, { kontoId: rad.kontoId, telefonMs: rad.telefonMs, mottattMs: rad.mottattMs });
  if (!svar.ok) return svar;
  await avgjorKarantene(tx, klientId, 'TATT_INN');
  return svar;
}

/** Puts it away, with a reason the person is told if they ever send it. */
export async function leggBortKarantene(tx: Tx, { klientId, grunn }: z.output<typeof leggBortKaranteneSkjema>): Promise<Result<{ klientId: string }, readonly Avslag[]>> {
  if (!(await laasKarantene(tx, klientId))) return nei([{ grunn: 'alleredeAvgjort' }]);
  await avgjorKarantene(tx, klientId, 'LAGT_BORT', grunn);
  await loggfor(tx, { handling: 'LEGG_BORT_KARANTENE', objektType: 'felt_karantene', objektId: klientId, mottakerId: (await findKaranteneFor(tx, klientId))?.mottakerId ?? null, grunn });
  return ok({ klientId });
}
