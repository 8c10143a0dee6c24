import { createHash } from 'node:crypto';
import { lesDato, lesHeltall } from '#lib/core/tolk-felt.ts';
import { iDag } from '#lib/server/clock.ts';
import { BREVARK } from '#lib/server/pdf/brevark.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findPerson } from '#lib/sak/sak-repo.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import * as repo from '#lib/vedtak/brev-repo.ts';
import type { BrevetsVedtak, LagretBrev } from '#lib/vedtak/brev-repo.ts';
import type { Brev, Brevgrunnlag } from '#lib/vedtak/domain/brev/brev.ts';
import { malFor } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Horing } from '#lib/vedtak/domain/brev/lag-saksbrev.ts';
import { lagBrev } from '#lib/vedtak/domain/brev/lag-brev.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import type { Utfall, Vedtaksforslag } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { findSignert } from '#lib/vedtak/kontrakt-repo.ts';
import { erReduksjon } from '#lib/vedtak/domain/omfang.ts';
import { fraUtkast, lestOmfang } from '#lib/vedtak/nytt-vedtak-view.ts';
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';
import { hentUtkast } from '#lib/vedtak/utkast-service.ts';
import { findApentVarsel } from '#lib/vedtak/varsel-repo.ts';
import { hentBrukervalg, hentKlageregel, hentVedtaksregler } from '#lib/vedtak/vedtaksregler-service.ts';
import { findGjeldende } from '#lib/vedtak/vedtak-repo.ts';

type Brevets = Omit<Vedtaksforslag, 'erstatterId' | 'varselunntak' | 'kort'> & Pick<Brevgrunnlag, 'horing'> & { readonly saksbehandlerId?: number; readonly nummer: string | null; readonly erstatter: Brevgrunnlag['erstatter'] };

/** The letter as the template of the day makes it; null when the account may not see the recipient, or there is no such service. */
async function settOpp(tx: Tx, mottakerId: number, v: Brevets): Promise<Brev | null> {
  const dag = iDag();
  const parter = await repo.findBrevparter(tx, mottakerId, dag, v.saksbehandlerId);
  if (!parter) return null;
  const tjeneste = await repo.findBrevtjeneste(tx, v.tjeneste, v.fom, parter.sprak);
  if (!tjeneste) return null;
  const utforer = v.enhetId === null ? null : await repo.findEnhetsnavn(tx, v.enhetId);
  const { enhetId: _enhetId, saksbehandlerId: _saksbehandlerId, ...vedtak } = v;
  const mal = malFor(dag, await repo.findMaler(tx), STANDARDMAL);
  const regel = await hentKlageregel(tx, v.tjeneste, dag, mal.klageuker);
  const byttefristDager = (await hentBrukervalg(tx, dag))[v.tjeneste]?.byttefristDager ?? null;
  const nivaer = v.omfang?.type === 'NIVA' ? (await hentVedtaksregler(tx, dag)).nivaer[v.tjeneste] : undefined;
  const nivainnhold = v.omfang?.type === 'NIVA' ? (nivaer?.[String(v.omfang.niva)]?.[parter.sprak] ?? null) : null;
  const kontrakt = v.omfang?.type === 'KONTRAKT' ? await findSignert(tx, mottakerId, v.tjeneste) : null;
  return lagBrev({ ...parter, ...vedtak, tjeneste, utforer, dato: dag, regel, nivainnhold, byttefristDager, kontrakt }, mal);
}

/** What is decided, without how it came to be. */
function utenHandling({ varselunntak: _varselunntak, kort: _kort, ...resten }: Vedtaksforslag): Omit<Vedtaksforslag, 'varselunntak' | 'kort'> {
  return resten;
}

export type IssuedVedtak = { readonly vedtakId: number; readonly nummer: string; readonly mottakerId: number; readonly forslag: Vedtaksforslag; readonly erstatter: Brevgrunnlag['erstatter']; readonly horing?: Horing; readonly saksbehandlerId?: number };

/**
 * Makes the letter of a vedtak and keeps it, in the transaction that issues the vedtak: a vedtak with no letter, or a
 * letter with no vedtak, cannot come to be. @throws Error when the letter cannot be made.
 */
export async function lagreBrev(tx: Tx, { vedtakId, nummer, mottakerId, forslag, ...resten }: IssuedVedtak): Promise<void> {
  const brev = await settOpp(tx, mottakerId, { ...utenHandling(forslag), nummer, ...resten });
  if (!brev) throw new Error('brevet lot seg ikke lage: mottakeren eller tjenesten finnes ikke');
  const tittel = `${brev.overskrift} – ${nummer}`;
  const pdf = lagPdf(BREVARK, { tittel, forfatter: brev.avsender[0] ?? '', sprak: brev.sprak, dato: iDag() }, brev);
  await repo.insertBrev(tx, { vedtakId, mottakerId, brev, pdf, sha256: createHash('sha256').update(pdf).digest('hex') });
}

/** The letter as it would be if the account's draft were issued today; null until a service is chosen, and for one who does not work in the case. Not logged: the open form is. */
export async function forhandsvisBrev(tx: Tx, mottakerId: number): Promise<Brev | null | 'FINNES_IKKE'> {
  if (!(await kanArbeideISaken(tx, mottakerId))) return (await findPerson(tx, mottakerId)) === null ? 'FINNES_IKKE' : null;
  const utkast = await hentUtkast(tx, mottakerId);
  if (!utkast) return null;
  const u = fraUtkast(utkast.innhold);
  const idag = iDag();
  const fom = lesDato(u.periode.fom) ?? idag;
  const utfall: Utfall = u.utfall === 'AVSLAG' || u.utfall === 'DELVIS' ? u.utfall : 'INNVILGET';
  const avslag = utfall === 'AVSLAG';
  const omfang = lestOmfang(u);
  const gammel = avslag ? undefined : (await findGjeldende(tx, mottakerId, fom)).find((v) => String(v.id) === u.forhold);
  const reduksjon = gammel !== undefined && omfang !== null && erReduksjon(omfang, gammel.omfang);
  const unntak = VARSELUNNTAK.find((en) => en === u.varselunntak);
  const varsel = reduksjon && !unntak ? await findApentVarsel(tx, gammel.id) : null;
  return settOpp(tx, mottakerId, {
    nummer: null,
    utfall,
    tjeneste: u.tjeneste,
    omfang,
    enhetId: avslag ? null : lesHeltall(u.enhet),
    fom,
    tom: lesDato(u.periode.tom),
    begrunnelse: u.begrunnelse,
    tillegg: !avslag && u.forhold === 'TILLEGG',
    // as it will be stored: why it is less is kept only where it is less
    reduksjonsgrunn: reduksjon && u.reduksjonsgrunn.trim() !== '' ? u.reduksjonsgrunn : null,
    horing: reduksjon && unntak ? { type: 'UNNTAK', unntak } : varsel?.vurdering ? { type: 'VARSEL', sendt: varsel.sendt, frist: varsel.frist, svarMottatt: varsel.svarMottatt, vurdering: varsel.vurdering } : null,
    erstatter: gammel ? { nummer: gammel.nummer, omfang: gammel.omfang } : null,
  });
}

export type Brevside =
  | { readonly type: 'APEN'; readonly vedtak: BrevetsVedtak; readonly navn: string; readonly brev: LagretBrev | null }
  | { readonly type: 'KREVER_GRUNN'; readonly mottakerId: number }
  | { readonly type: 'FINNES_IKKE' };

/** The letter's page: through the record's door, logged. `brev` null: the vedtak was issued before letters were kept. */
export async function apneBrev(tx: Tx, vedtakId: number): Promise<Brevside> {
  const vedtak = await repo.findBrevetsVedtak(tx, vedtakId);
  if (!vedtak) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, vedtak.mottakerId, 'SE_BREV');
  if (dor.type !== 'APEN') return dor;
  return { type: 'APEN', vedtak, navn: `${dor.person.fornavn} ${dor.person.etternavn}`, brev: await repo.findBrev(tx, vedtakId) };
}

/** The stored PDF, byte for byte, with a name for the file; null when there is none or the door is shut. The download is logged. */
export async function hentBrevPdf(tx: Tx, vedtakId: number): Promise<{ readonly navn: string; readonly innhold: Buffer } | null> {
  const vedtak = await repo.findBrevetsVedtak(tx, vedtakId);
  if (!vedtak) return null;
  const dor = await apneMappe(tx, vedtak.mottakerId, 'LAST_NED_BREV');
  const innhold = dor.type === 'APEN' ? await repo.findBrevPdf(tx, vedtakId) : null;
  return innhold === null ? null : { navn: `${vedtak.nummer}.pdf`, innhold };
}
