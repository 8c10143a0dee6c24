import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import { lokalTid, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { naa } from '#lib/server/clock.ts';
import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { loggfor } from '#lib/server/logg.ts';
import { logger } from '#lib/server/logger.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { Angre, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { claimKlient, findOppdrag } from '#lib/utfort-tid/besok-repo.ts';
import type { Oppdragsfunn } from '#lib/utfort-tid/besok-repo.ts';
import { rettetTid, vurderKlokke } from '#lib/utfort-tid/domain/felt-klokke.ts';
import type { Klokkedom } from '#lib/utfort-tid/domain/felt-klokke.ts';
import { finnSamtidig } from '#lib/utfort-tid/domain/felt-samtidig.ts';
import type { Samtidig } from '#lib/utfort-tid/domain/felt-samtidig.ts';
import type { NyttBesok } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { erSynligIFelt, findAnsattFor, findFeltbesok, findMerke, findNaboer, insertFeltbesok, insertForkastet, laasOppdrag } from '#lib/utfort-tid/felt-repo.ts';
import { avgjorKarantene, findKaranteneutfall } from '#lib/utfort-tid/felt-karantene-repo.ts';
import { postSkjema } from '#lib/utfort-tid/felt-schema.ts';
import type { forkastSkjema } from '#lib/utfort-tid/felt-schema.ts';
import { lagreBesok } from '#lib/utfort-tid/registrering-service.ts';

type Post = z.output<typeof postSkjema>;
/** Something the sender should know about a visit that was stored: a key of the texts, with its values. */
export type Beskjed = { readonly grunn: string; readonly verdier?: Readonly<Record<string, string | number>> };
export type Mottatt = { readonly nytt: boolean; readonly beskjeder: readonly Beskjed[] };
export type Postutfall = { readonly klientId: string; readonly svar: Result<Mottatt, readonly Avslag[]> };

/** Whose phone it came from, and the two clocks when it reached us. A leader who takes one in from the quarantine is not its sender. */
export type Avsender = { readonly kontoId: number | null; readonly telefonMs: number; readonly mottattMs: number };

/** What was sent, as one value: the same id with another is not a retry. */
function avtrykkAv(p: Post): string {
  return createHash('sha256').update(JSON.stringify([p.oppdragId, p.foring, p.startMs, p.dato, p.start, p.minutter, p.kategori, p.grunn, p.ansattId])).digest('hex');
}

function startFor(p: Post, klokke: Klokkedom): LokalTid {
  return p.startMs === null ? lokalTid(`${p.dato ?? ''}T${p.start ?? ''}`) : lokalTidVed(rettetTid(p.startMs, klokke.avvikSekunder));
}

/** A second sending of the same gets the first one's answer; another person's id, or other content, is refused without a word of the visit. */
async function alleredeMottatt(tx: Tx, p: Post, avsender: Avsender): Promise<Result<Mottatt, readonly Avslag[]>> {
  const for_ = await findFeltbesok(tx, p.klientId);
  return for_ !== null && for_.kontoId === avsender.kontoId && for_.avtrykk === avtrykkAv(p) ? ok({ nytt: false, beskjeder: [] }) : nei([{ grunn: 'klientIdBrukt' }]);
}

async function tilOrdning(tx: Tx, p: Post, ansattId: number | null, b: NyttBesok & { besokId: number }, klokke: Klokkedom): Promise<{ samtidig: Samtidig | null; merkeId: number | null; beskjeder: Beskjed[] }> {
  const naboer = p.kategori === 'BRUKERRETTET' ? await findNaboer(tx, p.oppdragId, b.dato, b.besokId) : [];
  const samtidig = finnSamtidig({ ansattId, startMinutt: b.startMinutt, minutter: b.minutter, viErTo: p.viErTo }, naboer);
  const merkeId = p.merke === null ? null : await findMerke(tx, p.oppdragId, p.merke);
  return {
    samtidig,
    merkeId,
    beskjeder: [
      ...(samtidig === null ? [] : [{ grunn: samtidig.slag, verdier: { navn: (await findAnsattFor(tx, samtidig.besokId, b.dato)) ?? '–' } }]),
      ...(klokke.feil ? [{ grunn: 'KLOKKE', verdier: { min: Math.round(Math.abs(klokke.avvikSekunder) / 60) } }] : []),
      ...(b.utenfor ? [{ grunn: 'UTENFOR' }] : []),
      ...(p.merke !== null && merkeId === null ? [{ grunn: 'MERKE' }] : []),
    ],
  };
}

/** Nobody but staff who may know of the recipient has the order, and only a colleague on the same visit can be written for. */
async function finnMedLov(tx: Tx, p: Post, avsender: Avsender): Promise<Result<Oppdragsfunn, readonly Avslag[]>> {
  const oppdrag = await findOppdrag(tx, p.oppdragId);
  if (oppdrag === null || !(await erSynligIFelt(tx, p.oppdragId))) return nei([{ grunn: 'oppdragFinnesIkke' }]);
  if (p.ansattId !== null && p.ansattId !== avsender.kontoId && !(p.viErTo && p.sammen !== null)) return nei([{ grunn: 'ikkeAnsatt' }]);
  if (p.kategori === 'BOMTUR' && (p.grunn ?? '').length < 3) return nei([{ grunn: 'bomturUtenGrunn' }]);
  return ok(oppdrag);
}

/**
 * Receives one registration from a phone: once, however often it is sent. Both clocks are kept, a visit that meets
 * another is stored and told of, and what the phone measured with a wrong clock is put at the server's time.
 */
export async function motta(tx: Tx, p: Post, avsender: Avsender): Promise<Result<Mottatt, readonly Avslag[]>> {
  const funn = await finnMedLov(tx, p, avsender);
  if (!funn.ok) return funn;
  if (!(await claimKlient(tx, p.klientId))) return alleredeMottatt(tx, p, avsender);
  await laasOppdrag(tx, p.oppdragId);
  const klokke = vurderKlokke({ opprettet: p.opprettet, sendt: avsender.telefonMs, mottatt: avsender.mottattMs });
  const forslag = { start: startFor(p, klokke), minutter: p.minutter, kategori: p.kategori, grunn: p.grunn === '' ? null : p.grunn, foring: p.foring };
  const ansattId = p.ansattId ?? avsender.kontoId;
  const lagret = await lagreBesok(tx, funn.verdi, { forslag, ansattId, klientId: p.klientId });
  if (!lagret.ok) return lagret;
  const b = lagret.verdi;
  const { samtidig, merkeId, beskjeder } = await tilOrdning(tx, p, ansattId, b, klokke);
  await insertFeltbesok(tx, {
    klientId: p.klientId,
    kontoId: avsender.kontoId,
    enhetId: funn.verdi.enhetId,
    oppdragId: p.oppdragId,
    besokId: b.besokId,
    dato: b.dato,
    foring: p.foring,
    startMs: p.foring === 'MALT' ? p.startMs : null,
    opprettet: p.opprettet,
    sendt: avsender.telefonMs,
    klokkeavvik: klokke.avvikSekunder,
    flagg: [...(klokke.feil ? ['KLOKKE'] : []), ...(samtidig === null ? [] : [samtidig.slag])],
    samtidigId: samtidig?.besokId ?? null,
    dormerkeId: merkeId,
    sammen: p.sammen,
    avtrykk: avtrykkAv(p),
  });
  return ok({ nytt: true, beskjeder });
}

/** From the person's own queue. One that a leader has put away from the quarantine is refused with the leader's reason; one that still waits there is settled by being sent. */
async function mottaFraKo(tx: Tx, p: Post, telefonMs: number): Promise<Result<Mottatt, readonly Avslag[]>> {
  const karantene = await findKaranteneutfall(tx, p.klientId);
  if (karantene?.utfall === 'LAGT_BORT') return nei([{ grunn: 'lagtBortAvLeder', verdier: { grunn: karantene.grunn ?? '' } }]);
  const svar = await motta(tx, p, { kontoId: tx.hvem.kontoId, telefonMs, mottattMs: naa().getTime() });
  if (svar.ok && karantene !== null) await avgjorKarantene(tx, p.klientId, 'SENDT');
  return svar;
}

/** A queue's registrations, a transaction each: one that is refused, or that we fail on, undoes itself and holds no other up. */
export async function mottaAlle(hvem: Utforende, telefonMs: number, poster: readonly unknown[]): Promise<Postutfall[]> {
  const ut: Postutfall[] = [];
  for (const sendt of poster) {
    const lest = postSkjema.safeParse(sendt);
    if (!lest.success) {
      const id = typeof sendt === 'object' && sendt !== null && 'klientId' in sendt ? String(sendt.klientId).slice(0, 64) : '';
      ut.push({ klientId: id, svar: nei([{ grunn: 'uleselig' }]) });
      continue;
    }
    const svar = await withKommune(hvem, async (tx) => {
      const utfall = await mottaFraKo(tx, lest.data, telefonMs);
      if (!utfall.ok) throw new Angre(utfall.feil);
      return utfall;
    }).catch((feil: unknown): Result<Mottatt, readonly Avslag[]> | null => {
      if (feil instanceof Angre) return nei(feil.verdi as readonly Avslag[]);
      if (feil instanceof DatabaseBorte || erTilkoblingsfeil(feil)) throw feil;
      // A fault of ours gets no answer: the phone keeps it and comes back, and the others go on.
      logger('felt').error({ err: feil }, 'en registrering fra telefonen feilet');
      return null;
    });
    if (svar !== null) ut.push({ klientId: lest.data.klientId, svar });
  }
  return ut;
}

/** A refused registration that its owner throws away: kept with the reason, for the leader and the log. One that was stored is never thrown away here. */
export async function forkast(tx: Tx, data: z.output<typeof forkastSkjema>): Promise<Result<{ nytt: boolean }, readonly Avslag[]>> {
  const oppdrag = await findOppdrag(tx, data.oppdragId);
  const enhetId = oppdrag?.enhetId ?? tx.hvem.enheter?.[0];
  if (enhetId === undefined) return nei([{ grunn: 'oppdragFinnesIkke' }]);
  if ((await findFeltbesok(tx, data.klientId)) !== null) return nei([{ grunn: 'alleredeLagret' }]);
  const nytt = await insertForkastet(tx, { ...data, enhetId, oppdragId: oppdrag?.oppdragId ?? null });
  await avgjorKarantene(tx, data.klientId, 'LAGT_BORT', data.grunn);
  if (nytt) await loggfor(tx, { handling: 'FORKAST_REGISTRERING', objektType: 'felt_forkastet', objektId: data.klientId, mottakerId: oppdrag?.mottakerId ?? null, grunn: data.grunn });
  return ok({ nytt });
}
