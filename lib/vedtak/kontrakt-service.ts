import { leggTilDager } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { budfeil, erTurTil, kontraktstilstand, motbudfeil, signaturfeil, sluttFor } from '#lib/vedtak/domain/kontrakt.ts';
import type { Budinnhold, Part, SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import * as repo from '#lib/vedtak/kontrakt-repo.ts';
import type { ApneForhandlingData, AvsluttForhandlingData, BudData, MotbudData, SignerData } from '#lib/vedtak/kontrakt-schema.ts';
import { KONTRAKTER_PER_SIDE } from '#lib/vedtak/kontrakt-view.ts';
import type { Forhandlingsside, Kontraktsliste, Kontraktsutvalg, NyKontraktView } from '#lib/vedtak/kontrakt-view.ts';
import { findTjenester } from '#lib/vedtak/nytt-vedtak-service.ts';
import { findTjenesteOgEnheter, lockMottaker } from '#lib/vedtak/vedtak-repo.ts';

type Svar = Promise<Result<{ readonly forhandlingId: number; readonly mottakerId: number }, readonly Avslag[]>>;

/** How long the other has to answer, as proposed. */
const FORESLATT_FRIST = 14;

/** The party an account speaks for: the unit's leader for the provider, the office for the purchaser. */
export function partAv(tx: Tx): Part {
  return tx.hvem.rolle === 'utforerleder' ? 'UTFORER' : 'BESTILLER';
}

function innhold(data: BudData): Budinnhold {
  return { manedsbelopOre: data.manedsbelop, fom: data.periode.fom, tom: data.periode.tom, poster: data.poster, frist: data.frist };
}

/** Sends a bid: a new row, signed by the one who sends it. */
async function sendBud(tx: Tx, f: { id: number; mottakerId: number; enhetId: number }, nr: number, data: BudData): Promise<void> {
  const felles = { forhandlingId: f.id, mottakerId: f.mottakerId, enhetId: f.enhetId, part: partAv(tx) };
  const budId = await repo.insertBud(tx, { ...innhold(data), ...felles, nr, tekst: data.tekst });
  await repo.insertSignatur(tx, { ...felles, budId });
}

/** Opens a negotiation with the first bid. */
export async function apneForhandling(tx: Tx, data: ApneForhandlingData): Svar {
  const mottaker = await lockMottaker(tx, data.mottakerId);
  if (!mottaker) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, data.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const { tjeneste, enheterSomDekker } = await findTjenesteOgEnheter(tx, data.tjeneste, data.periode.fom);
  const feil: Avslag[] = [...budfeil(iDag(), innhold(data))];
  if (mottaker.avsluttet !== null) feil.push({ grunn: 'mottakerAvsluttet' });
  if (tjeneste?.volumenhet !== 'KONTRAKT') feil.push({ grunn: 'ikkeKontrakttjeneste', felt: 'tjeneste' });
  if (!enheterSomDekker.includes(data.enhet)) feil.push({ grunn: 'enhetDekkerIkke', felt: 'enhet' });
  if (feil.length > 0) return nei(feil);
  const id = await repo.insertForhandling(tx, { mottakerId: data.mottakerId, tjeneste: data.tjeneste, enhetId: data.enhet });
  if (id === null) return nei([{ grunn: 'forhandlingFinnes', felt: 'tjeneste' }]);
  await sendBud(tx, { id, mottakerId: data.mottakerId, enhetId: data.enhet }, 1, data);
  await loggfor(tx, { handling: 'APNE_KONTRAKTSFORHANDLING', objektType: 'kontraktsforhandling', objektId: id, mottakerId: data.mottakerId });
  return ok({ forhandlingId: id, mottakerId: data.mottakerId });
}

/** The negotiation under lock, where the account may act in it. */
async function apen(tx: Tx, id: number): Promise<Result<repo.LastForhandling, readonly Avslag[]>> {
  const f = await repo.lockForhandling(tx, id);
  if (!f) return nei([{ grunn: 'finnesIkke' }]);
  if (partAv(tx) === 'BESTILLER' && !(await kanArbeideISaken(tx, f.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  return ok(f);
}

/** Answers the last bid with another one. */
export async function sendMotbud(tx: Tx, data: MotbudData): Svar {
  const funnet = await apen(tx, data.forhandlingId);
  if (!funnet.ok) return funnet;
  const f = funnet.verdi;
  const feil = motbudfeil(iDag(), f, partAv(tx), data.nr, innhold(data));
  if (feil.length > 0) return nei(feil);
  await sendBud(tx, f, f.siste.nr + 1, data);
  await loggfor(tx, { handling: 'SEND_KONTRAKTSBUD', objektType: 'kontraktsforhandling', objektId: f.id, mottakerId: f.mottakerId });
  return ok({ forhandlingId: f.id, mottakerId: f.mottakerId });
}

/** Signs the last bid; the other has signed it by sending it, so it is a contract. */
export async function signer(tx: Tx, data: SignerData): Svar {
  const funnet = await apen(tx, data.forhandlingId);
  if (!funnet.ok) return funnet;
  const f = funnet.verdi;
  const part = partAv(tx);
  if (tx.hvem.kontoId === null) return nei([{ grunn: 'finnesIkke' }]);
  const feil = signaturfeil(iDag(), f, part, data.nr, tx.hvem.kontoId);
  if (feil.length > 0) return nei(feil);
  await repo.insertSignatur(tx, { budId: f.budId, part, forhandlingId: f.id, mottakerId: f.mottakerId, enhetId: f.enhetId });
  await repo.saveEnig(tx, f.id);
  await loggfor(tx, { handling: 'SIGNER_KONTRAKT', objektType: 'kontraktsforhandling', objektId: f.id, mottakerId: f.mottakerId });
  return ok({ forhandlingId: f.id, mottakerId: f.mottakerId });
}

/** Withdrawn by the purchaser, turned down by the provider, or signed and fallen away before any vedtak. */
export async function avsluttForhandling(tx: Tx, data: AvsluttForhandlingData): Svar {
  const funnet = await apen(tx, data.forhandlingId);
  if (!funnet.ok) return funnet;
  const f = funnet.verdi;
  const slutt = sluttFor(f, partAv(tx));
  if (slutt === null) return nei([{ grunn: 'forhandlingSlutt' }]);
  await repo.saveSlutt(tx, f.id, slutt, data.grunn);
  await loggfor(tx, { handling: 'AVSLUTT_KONTRAKTSFORHANDLING', objektType: 'kontraktsforhandling', objektId: f.id, mottakerId: f.mottakerId, grunn: slutt });
  return ok({ forhandlingId: f.id, mottakerId: f.mottakerId });
}

const STATUSER: Readonly<Record<Kontraktsutvalg, readonly string[]>> = { APNE: ['APEN'], SIGNERTE: ['ENIG'], FERDIGE: ['I_BRUK', 'AVBRUTT'] };

/** One page of the negotiations the account is a party to, and how many wait for it. */
export async function hentKontrakter(tx: Tx, utvalg: Kontraktsutvalg, side: number): Promise<Kontraktsliste> {
  const idag = iDag();
  const part = partAv(tx);
  const rader = await repo.findForhandlinger(tx, STATUSER[utvalg], KONTRAKTER_PER_SIDE, (side - 1) * KONTRAKTER_PER_SIDE);
  return {
    rader: rader.map(({ status, slutt, ...rad }) => {
      const tilstand = kontraktstilstand(idag, { status, slutt, siste: rad });
      return { ...rad, tilstand, minTur: erTurTil(part, tilstand) };
    }),
    minTur: await repo.countMinTur(tx, part, idag),
    antall: await repo.countForhandlinger(tx, STATUSER[utvalg]),
  };
}

export type Kontraktsside = { readonly type: 'APEN'; readonly side: Forhandlingsside } | Exclude<Mappetilgang, { type: 'APEN' }>;

/** One negotiation: the office comes through the record's door, the provider by its unit. The look is logged either way. */
export async function apneKontrakt(tx: Tx, id: number): Promise<Kontraktsside> {
  const f = await repo.findForhandling(tx, id);
  if (!f) return { type: 'FINNES_IKKE' };
  const part = partAv(tx);
  if (part === 'BESTILLER') {
    const dor = await apneMappe(tx, f.mottakerId, 'SE_KONTRAKT');
    if (dor.type !== 'APEN') return dor;
  } else await loggfor(tx, { handling: 'SE_KONTRAKT', objektType: 'kontraktsforhandling', objektId: id, mottakerId: f.mottakerId });
  const idag = iDag();
  const bud = await repo.findBud(tx, id);
  const siste = bud[0];
  if (!siste) return { type: 'FINNES_IKKE' };
  const { status, slutt, avsluttet, avsluttetAv, sluttGrunn, vedtakId, vedtakNummer, ...hode } = f;
  const sak = { status, slutt, siste };
  const tilstand = kontraktstilstand(idag, sak);
  return {
    type: 'APEN',
    side: {
      hode: { ...hode, tilstand }, part, idag, bud, minTur: erTurTil(part, tilstand),
      kanSignere: tx.hvem.kontoId !== null && signaturfeil(idag, sak, part, siste.nr, tx.hvem.kontoId).length === 0,
      egenSignatur: siste.signaturer.some((s) => s.kontoId === tx.hvem.kontoId),
      slutt: { kan: sluttFor(sak, part), dato: avsluttet, hvem: avsluttetAv, grunn: sluttGrunn },
      vedtak: vedtakId !== null && vedtakNummer !== null ? { id: vedtakId, nummer: vedtakNummer } : null,
    },
  };
}

/** The form for a first bid, through the record's door. */
export async function apneNyKontrakt(tx: Tx, mottakerId: number, sprak: Sprak): Promise<{ readonly type: 'APEN'; readonly view: NyKontraktView } | Exclude<Mappetilgang, { type: 'APEN' }>> {
  const dor = await apneMappe(tx, mottakerId, 'NY_KONTRAKT');
  if (dor.type !== 'APEN') return dor;
  const idag = iDag();
  const tjenester = (await findTjenester(tx, idag, sprak)).filter((t) => t.volumenhet === 'KONTRAKT').map(({ kode, navn, enheter }) => ({ kode, navn, enheter: enheter.map((e) => ({ id: e.id, navn: e.navn })) }));
  return { type: 'APEN', view: { idag, frist: leggTilDager(idag, FORESLATT_FRIST), mottaker: { id: mottakerId, navn: `${dor.person.fornavn} ${dor.person.etternavn}` }, tjenester } };
}

/** What an order is for when its vedtak is a contract; null otherwise. */
export function hentVedtakskontrakt(tx: Tx, vedtakId: number): Promise<SignertKontrakt | null> {
  return repo.findForVedtak(tx, vedtakId);
}
