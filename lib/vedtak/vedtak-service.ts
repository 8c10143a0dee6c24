import { arFor, erDato, leggTilDager, tidligst } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { meld } from '#lib/server/hendelser.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { DAGER_TILBAKE, fattVedtak as avgjor, KORT_DAGER } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { FattetVedtak, Vedtaksforslag } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { besvarMedVedtak } from '#lib/sak/henvendelse-service.ts';
import type { Horing } from '#lib/vedtak/domain/brev/lag-saksbrev.ts';
import { kontraktsavvik } from '#lib/vedtak/domain/kontrakt.ts';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import { findSignert, saveIBruk } from '#lib/vedtak/kontrakt-repo.ts';
import { kanArbeideISaken } from '#lib/sak/sak-service.ts';
import { lagreBrev } from '#lib/vedtak/brev-service.ts';
import { slettUtkast } from '#lib/vedtak/utkast-service.ts';
import * as repo from '#lib/vedtak/vedtak-repo.ts';
import { findApentVarsel, markBrukt } from '#lib/vedtak/varsel-repo.ts';
import type { Varselrad } from '#lib/vedtak/varsel-repo.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';

/** Dates in a refusal are written as people read them. */
export function lesbare(avslag: readonly Avslag[]): Avslag[] {
  return avslag.map((ett) => ({
    ...ett,
    verdier: Object.fromEntries(Object.entries(ett.verdier ?? {}).map(([navn, v]) => [navn, typeof v === 'string' && erDato(v) ? formatDato(v) : v])),
  }));
}

/** Someone else changed the case while the form was open: what they did, who and when. */
export async function konflikt(tx: Tx, mottakerId: number): Promise<Avslag> {
  const siste = await repo.findSisteEndring(tx, mottakerId);
  if (!siste) return { grunn: 'konfliktUkjent' };
  const tid = lokalTidVed(siste.tid.getTime());
  const hva = siste.grunn === 'FATTET' ? 'konfliktFattet' : 'konfliktEndret';
  return { grunn: hva, verdier: { nummer: siste.nummer, hvem: siste.hvem ?? '–', dato: formatDato(iDag(siste.tid)), klokke: tid.slice(11).replace(':', '.') } };
}

export type FattetSvar = { readonly vedtakId: number; readonly nummer: string };

/** How the recipient was heard, for the letter: the notice that is used, or why there was none. */
export function horing(varsel: Varselrad | null, unntak: Vedtaksforslag['varselunntak']): Horing {
  if (unntak) return { type: 'UNNTAK', unntak };
  return varsel === null ? null : { type: 'VARSEL', sendt: varsel.sendt, frist: varsel.frist, svarMottatt: varsel.svarMottatt, vurdering: varsel.vurdering ?? '' };
}

/** `kontrakt`: the signed contract that the vedtak rests on. */
type Sak = { readonly fattet: FattetVedtak; readonly varsel: Varselrad | null; readonly kontrakt: SignertKontrakt | null };

/** Gathers under the recipient's lock and decides; nothing is recorded. */
export async function provVedtak(tx: Tx, data: FattVedtakData): Promise<Result<Sak, readonly Avslag[]>> {
  const { forslag, mottakerId } = data;
  const mottaker = await repo.lockMottaker(tx, mottakerId);
  if (!mottaker) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  if (mottaker.versjon !== data.versjon) return nei([await konflikt(tx, mottakerId)]);
  const idag = iDag();
  const gjeldende = await repo.findGjeldende(tx, mottakerId, tidligst(forslag.fom, leggTilDager(idag, -DAGER_TILBAKE)));
  const levering = await repo.findTjenesteOgEnheter(tx, forslag.tjeneste, forslag.fom);
  const varsel = forslag.erstatterId === null ? null : await findApentVarsel(tx, forslag.erstatterId);
  const korte = forslag.kort ? await repo.findKorte(tx, mottakerId, forslag.tjeneste, leggTilDager(forslag.fom, -2 * KORT_DAGER)) : [];
  const svar = avgjor({ idag, mottakerAvsluttet: mottaker.avsluttet, gjeldende, ...levering, varsel, korte }, forslag);
  const kontrakt = forslag.omfang?.type === 'KONTRAKT' ? await findSignert(tx, mottakerId, forslag.tjeneste, true) : null;
  const avvik = kontraktsavvik(forslag, kontrakt);
  return svar.ok && avvik.length === 0 ? ok({ fattet: svar.verdi, varsel, kontrakt }) : nei(lesbare([...(svar.ok ? [] : svar.feil), ...avvik]));
}

/** Issues a vedtak: gather under the recipient's lock → decide → record, with its order, its log row and its draft gone. `saksbehandlerId`: who wrote it, when another issues it. */
export async function fattVedtak(tx: Tx, data: FattVedtakData, saksbehandlerId?: number): Promise<Result<FattetSvar, readonly Avslag[]>> {
  const svar = await provVedtak(tx, data);
  return svar.ok ? ok(await recordVedtak(tx, data.mottakerId, data.forslag, svar.verdi, saksbehandlerId)) : svar;
}

async function recordVedtak(tx: Tx, mottakerId: number, forslag: Vedtaksforslag, { fattet, varsel, kontrakt }: Sak, saksbehandlerId?: number): Promise<FattetSvar> {
  const idag = iDag();
  const nummer = await repo.nesteNummer(tx, arFor(idag));
  const endelig = fattet.reduksjon ? forslag : { ...forslag, reduksjonsgrunn: null, varselunntak: null };
  const vedtakId = await repo.insertVedtak(tx, { nummer, mottakerId, hjemmel: fattet.hjemmel, fattetDato: idag, forslag: endelig, varselId: fattet.varselId });
  if (fattet.varselId !== null) await markBrukt(tx, fattet.varselId);
  if (fattet.avkort !== null) {
    const { vedtak: gammel, tom } = fattet.avkort;
    await repo.shortenVirkning(tx, gammel.virkningId, tom, 'ERSTATTET');
    await meld(tx, { type: 'VedtakAvkortet', vedtakId: gammel.id, tom });
  }
  if (fattet.omfangNokkel !== null && forslag.enhetId !== null) {
    const { tjeneste, fom, tom, enhetId } = forslag;
    await repo.insertVirkning(tx, { vedtakId, mottakerId, tjeneste, omfangNokkel: fattet.omfangNokkel, fom, tom, grunn: 'FATTET' });
    await meld(tx, { type: 'VedtakFattet', vedtakId, mottakerId, enhetId, fom, tom });
  }
  // What lasts at most two weeks is recorded here and now, and told without a formal letter.
  if (!forslag.kort) {
    const hort = fattet.reduksjon ? horing(fattet.varselId === null ? null : varsel, endelig.varselunntak) : null;
    await lagreBrev(tx, { vedtakId, nummer, mottakerId, forslag: endelig, erstatter: fattet.avkort?.vedtak ?? null, horing: hort, ...(saksbehandlerId === undefined ? {} : { saksbehandlerId }) });
  }
  if (kontrakt !== null) await saveIBruk(tx, kontrakt.forhandlingId, vedtakId);
  await besvarMedVedtak(tx, { vedtakId, mottakerId, tjeneste: forslag.tjeneste });
  await repo.bumpVersjon(tx, mottakerId);
  await slettUtkast(tx, mottakerId);
  await loggfor(tx, { handling: 'FATT_VEDTAK', objektType: 'vedtak', objektId: vedtakId, mottakerId });
  return { vedtakId, nummer };
}
