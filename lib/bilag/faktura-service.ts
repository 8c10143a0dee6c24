import { createHash } from 'node:crypto';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { nesteBilagsnummer, skrivBilag } from '#lib/bilag/bilag-repo.ts';
import { tidspunkt } from '#lib/bilag/bilag-service.ts';
import type { FakturaLinje } from '#lib/bilag/bilag-view.ts';
import { byggFakturabilag } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Fakturalinje, KanIkkeLeseFaktura, LestFaktura } from '#lib/bilag/domain/faktura.ts';
import { matchFaktura, type Matchet } from '#lib/bilag/domain/match-faktura.ts';
import { tolkEhf } from '#lib/bilag/domain/tolk-ehf.ts';
import { tolkFakturaCsv } from '#lib/bilag/domain/tolk-faktura-csv.ts';
import {
  finnAvregnet, finnAvsatt, finnFaktura, finnFakturaer, finnFakturalinjer, finnLeverandorer, finnVedtakVed, type Fakturarad, lasEnhetsFakturaer, merkAvvist, merkGodkjent, oppdaterFakturalinjer, skrivFaktura,
  skrivFakturalinjer, skrivLeverandor,
} from '#lib/bilag/faktura-repo.ts';
import { finnOppsett, finnRegler } from '#lib/bilag/kontering-repo.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { leggTilManeder, manedFor } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { lesXml, type Xmlfeil } from '#lib/server/xml/les-xml.ts';

type Verdier = { readonly verdier?: Readonly<Record<string, string | number>> };
export type KanIkkeTaImotFaktura = (KanIkkeLeseFaktura | Xmlfeil | { readonly grunn: 'UKJENT_LEVERANDOR' | 'DUBLETT' }) & Verdier;

/** An XML file is one that begins as such; anything else is read as semicolons. */
function les(innhold: string): Result<LestFaktura, KanIkkeLeseFaktura | Xmlfeil> {
  if (!/^\uFEFF?\s*</.test(innhold)) return tolkFakturaCsv(innhold);
  const xml = lesXml(innhold);
  return xml.ok ? tolkEhf(xml.verdi) : xml;
}

async function match(tx: Tx, enhetId: number, linjer: readonly Fakturalinje[], fakturaId: number | null): Promise<Matchet[]> {
  const vedtak = await finnVedtakVed(tx, enhetId, [...new Set(linjer.map((l) => l.ordrereferanse).filter((r) => r !== ''))]);
  const maneder = [...new Set(linjer.flatMap((l) => (l.maned === null ? [] : [l.maned])))];
  const status = await finnManedstatus(tx);
  const { toleranseMinutter, toleranseOre } = await finnOppsett(tx);
  return matchFaktura(linjer, {
    vedtak, toleranseMinutter, toleranseOre,
    avregnedeManeder: new Set(maneder.filter((m) => (status.get(m) ?? 'APEN') !== 'APEN')),
    avregnet: await finnAvregnet(tx, enhetId, [...vedtak.values()], maneder, fakturaId),
  });
}

/** Takes in an invoice file: codes and numbers are kept, with what each line was compared with; the file itself is not. */
export async function taImotFaktura(tx: Tx, innhold: string): Promise<Result<number, KanIkkeTaImotFaktura[]>> {
  const lest = les(innhold);
  if (!lest.ok) return nei([lest.feil]);
  const f = lest.verdi;
  const enhetId = (await finnLeverandorer(tx)).find((l) => l.orgnr === f.orgnr)?.enhetId;
  if (enhetId === undefined) return nei([{ grunn: 'UKJENT_LEVERANDOR', verdier: { orgnr: f.orgnr } }]);
  await lasEnhetsFakturaer(tx, enhetId);
  const id = await skrivFaktura(tx, enhetId, f, createHash('sha256').update(innhold, 'utf8').digest('hex'));
  if (id === null) return nei([{ grunn: 'DUBLETT', verdier: { nummer: f.nummer } }]);
  await skrivFakturalinjer(tx, id, enhetId, await match(tx, enhetId, f.linjer, id));
  await loggfor(tx, { handling: 'TA_IMOT_FAKTURA', objektType: 'faktura', objektId: id, grunn: f.kilde });
  return ok(id);
}

export type KanIkkeGodkjenneFaktura = { readonly grunn: 'UKJENT_FAKTURA' | 'ALT_GODKJENT' | 'SAMME_PERSON' | 'ENDRET_SIDEN' | 'INGENTING_A_GODKJENNE' | 'KONTERING_MANGLER' } & Verdier;

async function apen(tx: Tx, id: number): Promise<Result<Fakturarad, KanIkkeGodkjenneFaktura[]>> {
  const for_ = await finnFaktura(tx, id);
  if (!for_) return nei([{ grunn: 'UKJENT_FAKTURA' }]);
  await lasEnhetsFakturaer(tx, for_.enhetId);
  const f = (await finnFaktura(tx, id)) ?? for_;
  return f.status !== 'MATCHET' ? nei([{ grunn: 'ALT_GODKJENT' }]) : ok(f);
}

/** Compares anew with the ledger as it is now. */
export async function matchPaNytt(tx: Tx, id: number): Promise<Result<null, KanIkkeGodkjenneFaktura[]>> {
  const f = await apen(tx, id);
  if (!f.ok) return f;
  await oppdaterFakturalinjer(tx, id, await match(tx, f.verdi.enhetId, await finnFakturalinjer(tx, id), id));
  await loggfor(tx, { handling: 'MATCH_FAKTURA', objektType: 'faktura', objektId: id });
  return ok(null);
}

/**
 * Approves what agrees for payment, by another person than the one who uploaded. It is compared once more first: what
 * is approved is what was shown, or nothing.
 *
 * @param sett what the page showed as approved, in øre
 */
export async function godkjennFaktura(tx: Tx, id: number, sett: number): Promise<Result<number, KanIkkeGodkjenneFaktura[]>> {
  const apnet = await apen(tx, id);
  if (!apnet.ok) return apnet;
  const f = apnet.verdi;
  if (tx.hvem.kontoId === null || !erToPersoner({ foreslattAv: f.lastetAv }, tx.hvem.kontoId)) return nei([{ grunn: 'SAMME_PERSON' }]);
  const matchet = await match(tx, f.enhetId, await finnFakturalinjer(tx, id), id);
  const godkjente = matchet.filter((m) => m.utfall === 'GODKJENT');
  const belopOre = ore(godkjente.reduce((s, m) => s + m.linje.belopOre, 0));
  if (belopOre !== sett) return nei([{ grunn: 'ENDRET_SIDEN' }]);
  if (godkjente.length === 0) return nei([{ grunn: 'INGENTING_A_GODKJENNE' }]);
  const maned = manedFor(f.dato);
  const utkast = byggFakturabilag(maned, f.enhetId, belopOre, godkjente.length, await finnRegler(tx));
  if (!utkast.ok) return nei([{ grunn: 'KONTERING_MANGLER', verdier: { antall: utkast.feil.length } }]);
  await oppdaterFakturalinjer(tx, id, matchet);
  await merkGodkjent(tx, id);
  const kode = (await finnEnheter(tx)).find((e) => e.id === f.enhetId)?.kode ?? '';
  const nummer = await nesteBilagsnummer(tx);
  const bilagId = await skrivBilag(tx, { ...utkast.verdi, nummer, tekst: () => `Faktura ${f.nummer} ${kode}`, fakturaId: id }, []);
  await loggfor(tx, { handling: 'GODKJENN_FAKTURA', objektType: 'faktura', objektId: id, grunn: `bilag ${nummer}` });
  return ok(bilagId);
}

/** Turns an invoice down, with the reason the supplier is given; the number stays taken, the hours are free. */
export async function avvisFaktura(tx: Tx, id: number, grunn: string): Promise<Result<null, KanIkkeGodkjenneFaktura[]>> {
  const f = await apen(tx, id);
  if (!f.ok) return f;
  await merkAvvist(tx, id, grunn);
  await loggfor(tx, { handling: 'AVVIS_FAKTURA', objektType: 'faktura', objektId: id });
  return ok(null);
}

export async function leggTilLeverandor(tx: Tx, enhetId: number, orgnr: string): Promise<Result<null, { grunn: 'LEVERANDOR_FINNES' | 'IKKE_PRIVAT' }[]>> {
  if (!(await finnEnheter(tx)).some((e) => e.id === enhetId && e.eierform !== 'KOMMUNAL')) return nei([{ grunn: 'IKKE_PRIVAT' }]);
  if (!(await skrivLeverandor(tx, enhetId, orgnr))) return nei([{ grunn: 'LEVERANDOR_FINNES' }]);
  await loggfor(tx, { handling: 'ENDRE_LEVERANDOR', objektType: 'enhet', objektId: enhetId, grunn: orgnr });
  return ok(null);
}

/** Months of what is set aside that the page shows. */
const MANEDER_AVSATT = 6;

/** The invoices, what is set aside and not paid, and who may send. */
export async function hentFakturaer(tx: Tx) {
  const enheter = (await finnEnheter(tx)).filter((e) => e.type === 'UTFORER' && e.eierform !== 'KOMMUNAL');
  const fakturaer = (await finnFakturaer(tx)).map((f) => ({ ...f, lastet: tidspunkt(f.lastet), godkjent: f.godkjent === null ? null : tidspunkt(f.godkjent) }));
  return { fakturaer, avsatt: await finnAvsatt(tx, leggTilManeder(manedFor(iDag()), -MANEDER_AVSATT)), leverandorer: await finnLeverandorer(tx), enheter: enheter.map((e) => ({ id: e.id, navn: e.navn })) };
}

export const LINJER_PER_SIDE = 50;

/** One invoice, each line beside what it was compared with: those that do not agree first, a page at a time. */
export async function hentFaktura(tx: Tx, id: number, sprak: Sprak, side = 1) {
  const f = await finnFaktura(tx, id);
  if (!f) return null;
  const navn = await finnTjenestenavn(tx, iDag());
  const bok = await finnOrdningsbok(tx);
  const alle = (await finnFakturalinjer(tx, id)).toSorted((a, b) => Number(a.utfall === 'GODKJENT') - Number(b.utfall === 'GODKJENT') || a.linjenr - b.linjenr);
  const linjer = alle.slice((side - 1) * LINJER_PER_SIDE, side * LINJER_PER_SIDE).map((l): FakturaLinje => ({ ...l, tjenestenavn: navn.get(l.tjeneste)?.[sprak] ?? l.tjeneste, leddnavn: l.ordningId === null ? l.komponent : (leddnavn(bok, l.ordningId, l.komponent, sprak) ?? l.komponent) }));
  return { ...f, lastet: tidspunkt(f.lastet), godkjent: f.godkjent === null ? null : tidspunkt(f.godkjent), linjer, kanGodkjennes: f.status === 'MATCHET' && f.antallGodkjent > 0, egen: f.lastetAv === tx.hvem.kontoId };
}
export type FakturaView = NonNullable<Awaited<ReturnType<typeof hentFaktura>>>;

/** Invoices that wait for another person's approval. */
export async function ventendeFakturaer(tx: Tx): Promise<Ventende[]> {
  const fakturaer = await finnFakturaer(tx);
  return fakturaer
    .filter((f) => f.status === 'MATCHET' && f.antallGodkjent > 0)
    .map((f) => ({ slag: 'FAKTURA', id: f.id, gjelder: `${f.enhet}, ${f.nummer}`, belopOre: ore(f.godkjentOre), foreslattAv: f.lastetAv, foreslatt: f.lastet.toISOString(), href: `/bilag/faktura/${f.id}`, kommando: 'GODKJENN_FAKTURA' }));
}
