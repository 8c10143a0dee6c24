import { arFor, leggTilDager } from '#lib/core/dato.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { lagKlagebrev } from '#lib/vedtak/domain/brev/lag-saksbrev.ts';
import { antattMottatt, avgjorKlage as avgjor, BEHANDLINGSDAGER, erForSent, fristFor, klageklokke, registrerKlage as kanRegistreres } from '#lib/vedtak/domain/klage.ts';
import type { AvgjorKlageData, InstansData, NyKlageData } from '#lib/vedtak/klage-schema.ts';
import * as repo from '#lib/vedtak/klage-repo.ts';
import type { Erstatning, Klagehendelse, Klageliste, Klagerad, Klageutvalg } from '#lib/vedtak/klage-view.ts';
import { findSaksbrevFor } from '#lib/vedtak/saksbrev-repo.ts';
import type { Saksbrevlenke } from '#lib/vedtak/saksbrev-repo.ts';
import { hentBrevhode, lagreSaksbrev } from '#lib/vedtak/saksbrev-service.ts';
import { hentKlageregel } from '#lib/vedtak/vedtaksregler-service.ts';

type Svar = Result<{ readonly klageId: number; readonly mottakerId: number }, readonly Avslag[]>;

/** An appeal has come: kept with the deadline and the appeal body that hold for the service on the day of the vedtak. */
export async function registrerKlage(tx: Tx, data: NyKlageData): Promise<Svar> {
  const vedtak = await repo.findPaklaget(tx, data.vedtakId);
  if (!vedtak) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, vedtak.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const brevMottatt = data.brevMottatt ?? antattMottatt(vedtak.fattet);
  const svar = kanRegistreres(iDag(), vedtak.fattet, { mottatt: data.mottatt, brevMottatt });
  if (!svar.ok) return svar;
  const regel = await hentKlageregel(tx, vedtak.tjeneste, vedtak.fattet);
  const frist = fristFor(brevMottatt, regel);
  const klageId = await repo.insertKlage(tx, { ...vedtak, ...data, brevMottatt, frist, instans: regel.instans.nb });
  await repo.insertHendelse(tx, klageId, vedtak.mottakerId, erForSent({ mottatt: data.mottatt, frist }) ? 'MOTTATT_FOR_SENT' : 'MOTTATT', '');
  await loggfor(tx, { handling: 'REGISTRER_KLAGE', objektType: 'klage', objektId: klageId, mottakerId: vedtak.mottakerId });
  return ok({ klageId, mottakerId: vedtak.mottakerId });
}

async function apenKlage(tx: Tx, id: number, versjon: number): Promise<Result<Klagerad, readonly Avslag[]>> {
  const klage = await repo.lockKlage(tx, id);
  if (!klage) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, klage.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  return klage.versjon === versjon ? ok(klage) : nei([{ grunn: 'endret' }]);
}

/** The new vedtak must be one of those that came after the appealed one. */
async function gyldigErstatning(tx: Tx, klage: Klagerad, id: number | null): Promise<boolean> {
  return id === null || (await repo.findErstatninger(tx, klage)).some((v) => v.id === id);
}

async function sendKlagebrev(tx: Tx, klage: Klagerad, utfall: 'OMGJORT' | 'DELVIS' | 'OPPRETTHOLDT' | 'AVVIST', data: AvgjorKlageData): Promise<void> {
  const g = { ...klage, dag: klage.fattet };
  const { hode, mal } = await hentBrevhode(tx, g);
  const regel = await hentKlageregel(tx, klage.tjeneste, klage.fattet, mal.klageuker);
  const oppreisning = erForSent(klage) && data.oppreisning;
  await lagreSaksbrev(tx, 'KLAGE', g, lagKlagebrev({ ...hode, utfall, mottatt: klage.mottatt, frist: klage.frist, oppreisning, vurdering: data.vurdering, regel }, mal));
}

/** The municipality's decision on an appeal, with its letter; what is upheld goes on to the appeal body the same day. */
export async function avgjorKlage(tx: Tx, data: AvgjorKlageData): Promise<Svar> {
  const funnet = await apenKlage(tx, data.klageId, data.versjon);
  if (!funnet.ok) return funnet;
  const klage = funnet.verdi;
  const svar = avgjor(klage, klage.fattet, { utfall: data.utfall, oppreisning: data.oppreisning, nyttVedtakId: data.nyttVedtak });
  if (!svar.ok) return nei(svar.feil);
  if (!(await gyldigErstatning(tx, klage, data.nyttVedtak))) return nei([{ grunn: 'ukjentErstatning', felt: 'nyttVedtak' }]);
  const idag = iDag();
  const omgjort = data.utfall === 'OMGJORT' || data.utfall === 'DELVIS';
  await repo.saveAvgjorelse(tx, klage.id, {
    status: svar.verdi.status, utfall: data.utfall, oppreisning: erForSent(klage) && data.utfall !== 'TRUKKET' ? data.oppreisning : null, vurdering: data.vurdering,
    avgjort: idag, oversendt: svar.verdi.oversendes ? idag : null, nyttVedtakId: omgjort ? data.nyttVedtak : null,
  });
  if (data.utfall !== 'TRUKKET') await sendKlagebrev(tx, klage, data.utfall, data);
  await repo.insertHendelse(tx, klage.id, klage.mottakerId, data.utfall, data.vurdering);
  if (svar.verdi.oversendes) await repo.insertHendelse(tx, klage.id, klage.mottakerId, 'OVERSENDT', klage.instans);
  await loggfor(tx, { handling: 'BEHANDLE_KLAGE', objektType: 'klage', objektId: klage.id, mottakerId: klage.mottakerId, grunn: data.utfall });
  return ok({ klageId: klage.id, mottakerId: klage.mottakerId });
}

/** What the appeal body decided; a change is met with a new vedtak. */
export async function registrerInstansutfall(tx: Tx, data: InstansData): Promise<Svar> {
  const funnet = await apenKlage(tx, data.klageId, data.versjon);
  if (!funnet.ok) return funnet;
  const klage = funnet.verdi;
  if (klage.status !== 'OVERSENDT' || klage.oversendt === null) return nei([{ grunn: 'ikkeOversendt' }]);
  if (data.dato < klage.oversendt || data.dato > iDag()) return nei([{ grunn: 'instansdato', felt: 'dato' }]);
  if (!(await gyldigErstatning(tx, klage, data.nyttVedtak))) return nei([{ grunn: 'ukjentErstatning', felt: 'nyttVedtak' }]);
  if (data.utfall === 'ENDRET' && data.nyttVedtak === null && klage.nyttVedtakId === null) return nei([{ grunn: 'manglerNyttVedtak', felt: 'nyttVedtak' }]);
  await repo.saveInstans(tx, klage.id, data.utfall, data.dato, data.nyttVedtak);
  await repo.insertHendelse(tx, klage.id, klage.mottakerId, `INSTANS_${data.utfall}`, data.tekst);
  await loggfor(tx, { handling: 'BEHANDLE_KLAGE', objektType: 'klage', objektId: klage.id, mottakerId: klage.mottakerId, grunn: `INSTANS_${data.utfall}` });
  return ok({ klageId: klage.id, mottakerId: klage.mottakerId });
}

const STATUSER: Readonly<Record<Klageutvalg, readonly string[]>> = { APNE: ['MOTTATT', 'OVERSENDT'], HOS_OSS: ['MOTTATT'], HOS_INSTANS: ['OVERSENDT'], FERDIGE: ['AVSLUTTET'] };
export const KLAGER_PER_SIDE = 50;

/** One page of the appeals with their clocks, and how many wait. */
export async function hentKlageliste(tx: Tx, utvalg: Klageutvalg, side: number): Promise<Klageliste> {
  const idag = iDag();
  const rader = await repo.findKlager(tx, STATUSER[utvalg], KLAGER_PER_SIDE, (side - 1) * KLAGER_PER_SIDE);
  const utfall = Object.fromEntries((await repo.countUtfall(tx, arFor(idag))).map((u) => [u.utfall, u.antall]));
  return {
    rader: rader.map((k) => ({ ...k, klokke: klageklokke(idag, k), forSent: erForSent(k) })),
    antall: await repo.countKlager(tx, STATUSER[utvalg]),
    ...(await repo.countApne(tx, leggTilDager(idag, -BEHANDLINGSDAGER))),
    utfall,
  };
}

export type Klageside =
  | { readonly type: 'APEN'; readonly klage: Klagerad; readonly forSent: boolean; readonly hendelser: readonly Klagehendelse[]; readonly erstatninger: readonly Erstatning[]; readonly brev: readonly Saksbrevlenke[] }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** One appeal, through the record's door. */
export async function apneKlage(tx: Tx, id: number): Promise<Klageside> {
  const klage = await repo.findKlage(tx, id);
  if (!klage) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, klage.mottakerId, 'SE_KLAGE');
  if (dor.type !== 'APEN') return dor;
  return { type: 'APEN', klage, forSent: erForSent(klage), hendelser: await repo.findHendelser(tx, id), erstatninger: await repo.findErstatninger(tx, klage), brev: await klagebrev(tx, klage) };
}

/** The letter that went out with the decision. */
async function klagebrev(tx: Tx, klage: Klagerad): Promise<readonly Saksbrevlenke[]> {
  if (klage.avgjort === null) return [];
  return (await findSaksbrevFor(tx, klage.vedtakId)).filter((b) => b.slag === 'KLAGE' && datoVed(b.laget.getTime()) === klage.avgjort);
}

export type NyKlageside =
  | { readonly type: 'APEN'; readonly vedtak: repo.Paklaget; readonly navn: string; readonly antatt: string; readonly frist: string; readonly idag: string; readonly instans: { readonly nb: string; readonly nn: string }; readonly uker: number }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** What the form for a new appeal says: the deadline if the letter came as reckoned, and who decides. */
export async function apneNyKlage(tx: Tx, vedtakId: number): Promise<NyKlageside> {
  const vedtak = await repo.findPaklaget(tx, vedtakId);
  if (!vedtak) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, vedtak.mottakerId, 'SE_VEDTAK');
  if (dor.type !== 'APEN') return dor;
  const regel = await hentKlageregel(tx, vedtak.tjeneste, vedtak.fattet);
  const antatt = antattMottatt(vedtak.fattet);
  return { type: 'APEN', vedtak, navn: `${dor.person.fornavn} ${dor.person.etternavn}`, antatt, frist: fristFor(antatt, regel), idag: iDag(), instans: regel.instans, uker: regel.uker };
}
