import { createHash } from 'node:crypto';
import type { Dato } from '#lib/core/dato.ts';
import { manedAv, manedensAr, tertial } from '#lib/core/maned.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { nei, ok, type Ok, type Result } from '#lib/core/result.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';
import { erAvregnet, finnSeksjon, INGEN_TEKSTER, rapportadresse, type Rapportinnhold, rapportstart, type Seksjon } from './domain/rapport.ts';
import { differanser } from './domain/rapportdifferanse.ts';
import { lesParametervalg, type Valgtparameter } from './domain/rapportparametre.ts';
import { medTidligereSkjult, skjulteRader } from './domain/rapportskjerming.ts';
import { finnAvregnedeManeder } from './oversikt-repo.ts';
import { finnKommunenavn, finnOffentlig, finnOffentlige, finnPublisertInnhold, finnRapport, finnRapporter, lagreSkriv, type Nyrapport, type Offentligrad, opprettRapport, settForeslatt, settForkastet, settPublisert, settTilbake } from './rapport-repo.ts';
import type { Offentligrapport, Rapportliste, Rapportrad, Rapportside, Rapportskriv } from './rapport-view.ts';
import { hentArsslutt, hentRapporttall, PARAMETERVALG } from './rapporttall-service.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** What a number in an address can be at most. */
const STORSTE_ID = 2_147_483_647;
/** When something is done: the instant, and the day in Norway. */
export type Stund = { readonly tid: Date | string; readonly dag: Dato };
const na = (): Stund => ({ tid: naa(), dag: iDag() });
const lesInnhold = (tekst: string): Rapportinnhold => JSON.parse(tekst) as Rapportinnhold;
const avtrykkAv = (innhold: string): string => createHash('sha256').update(innhold, 'utf8').digest('hex');

/** The list, and the months a new report can end with. */
export async function hentRapportliste(tx: Tx): Promise<Rapportliste> {
  return { rapporter: await finnRapporter(tx), maneder: await finnAvregnedeManeder(tx) };
}

/** The figures of a report as they are now, with what earlier reports of the year hid still hidden. Null when the month is not settled. */
async function tallNa(hvem: Utforende, rad: Pick<Rapportrad, 'slag' | 'til' | 'sprak' | 'tekster'>): Promise<Seksjon[] | null> {
  const seksjoner = await hentRapporttall(hvem, rad, rad.tekster.oppgitt);
  if (!seksjoner) return null;
  const ar = manedensAr(rad.til);
  const tidligere = await lesKommune({ ...hvem, rolle: 'radmann', enheter: null }, (tx) => finnPublisertInnhold(tx, manedAv(ar, 1), manedAv(ar, 12)));
  return medTidligereSkjult(seksjoner, new Set(tidligere.flatMap((t) => skjulteRader(lesInnhold(t).seksjoner))));
}

async function lagInnhold(hvem: Utforende, rad: Rapportrad, kommune: string, dag: Dato = iDag()): Promise<Rapportinnhold | null> {
  const seksjoner = await tallNa(hvem, rad);
  const { slag, fra, til, sprak, versjon, rettelse } = rad;
  return seksjoner && { form: 1, kommune, slag, fra, til, sprak, versjon, rettelse, hentet: dag, tekster: rad.tekster.kapitler, seksjoner };
}

/** The forecast's expected year end, exchanged for what is known of it now. */
function medArsslutt(seksjoner: readonly Seksjon[], ore: number | null): Seksjon[] {
  if (ore === null) return [...seksjoner];
  return seksjoner.map((s) => (s.kode === 'prognose' ? { ...s, rader: s.rader.map((r) => (r.nokkel === 'aret' ? { ...r, celler: [ore, null, null] } : r)) } : s));
}

/** A report with, where it is proposed or published, what is known now of its figures. Null when there is none for this reader. */
export async function hentRapport(hvem: Utforende, id: number): Promise<Rapportside | null> {
  if (id > STORSTE_ID) return null;
  const funnet = await lesKommune(hvem, async (tx) => {
    const rapport = await finnRapport(tx, id);
    return rapport && { rapport, versjoner: (await finnRapporter(tx)).filter((r) => r.adresse === rapport.adresse), kommune: await finnKommunenavn(tx) };
  });
  if (!funnet) return null;
  const { innhold: frosset, ...rad } = funnet.rapport;
  if (frosset === null) {
    const innhold = await lagInnhold(hvem, rad, funnet.kommune);
    return innhold && { rad, innhold, differanser: [], versjoner: funnet.versjoner };
  }
  const innhold = lesInnhold(frosset);
  const na = await tallNa(hvem, rad);
  const harPrognose = finnSeksjon(innhold.seksjoner, 'prognose') !== null;
  return { rad, innhold, versjoner: funnet.versjoner, differanser: na ? differanser(innhold.seksjoner, harPrognose ? medArsslutt(na, await hentArsslutt(hvem, innhold.til)) : na) : [] };
}

/** The frozen content of a published or proposed report, for its files; a draft has none. Logged by those who fetch it. */
export async function hentFrosset(tx: Tx, id: number): Promise<Rapportinnhold | null> {
  const rapport = id > STORSTE_ID ? null : await finnRapport(tx, id);
  if (!rapport?.innhold) return null;
  await loggfor(tx, { handling: 'LAST_NED_RAPPORT', objektType: 'rapport', objektId: id });
  return lesInnhold(rapport.innhold);
}

export type Rapportbestilling = Pick<Nyrapport, 'slag' | 'til' | 'sprak' | 'offentlig'>;

/** Starts a draft. A period has one report; what is wrong in a published one is corrected in a new version of it. */
export async function startRapport(tx: Tx, d: Rapportbestilling): Svar<{ id: number }> {
  const fra = rapportstart(d.slag, d.til);
  if (fra === null || !erAvregnet(d.slag, d.til, await finnAvregnedeManeder(tx))) return nei([{ grunn: 'IKKE_AVREGNET', felt: 'periode' }]);
  const adresse = rapportadresse(d.slag, d.til);
  if ((await finnRapporter(tx)).some((r) => r.adresse === adresse)) return nei([{ grunn: 'FINNES', felt: 'periode' }]);
  return opprett(tx, { ...d, fra, adresse, versjon: 1, retterId: null, rettelse: null, tekster: { kapitler: INGEN_TEKSTER, oppgitt: {} } });
}

async function opprett(tx: Tx, ny: Nyrapport): Svar<{ id: number }> {
  const id = await opprettRapport(tx, ny);
  if (id === null) return nei([{ grunn: 'ER_APEN' }]);
  await loggfor(tx, { handling: 'START_RAPPORT', objektType: 'rapport', objektId: id, ...(ny.rettelse === null ? {} : { grunn: ny.rettelse }) });
  return ok({ id });
}

/** A new version of a published report, that begins with its texts and points at it. */
export async function rettRapport(tx: Tx, { id, rettelse }: { id: number; rettelse: string }): Svar<{ id: number }> {
  const gammel = await finnRapport(tx, id);
  const nyeste = gammel && (await finnRapporter(tx)).find((r) => r.adresse === gammel.adresse);
  if (!gammel || gammel.status !== 'PUBLISERT' || nyeste?.id !== id) return nei([{ grunn: 'IKKE_NYESTE' }]);
  const { slag, fra, til, sprak, adresse, offentlig, tekster } = gammel;
  return opprett(tx, { slag, fra, til, sprak, adresse, offentlig, tekster, versjon: gammel.versjon + 1, retterId: id, rettelse });
}

/** Saves what is written. A draft that another window or person has changed since is refused, never overwritten. */
export async function lagreRapport(tx: Tx, d: { id: number; utgave: number; offentlig: boolean } & Rapportskriv): Svar<{ utgave: number; lagret: number }> {
  if ((await lagreSkriv(tx, d.id, d.utgave, { kapitler: d.kapitler, oppgitt: d.oppgitt }, d.offentlig)) === 0) return nei([{ grunn: 'ENDRET' }]);
  return ok({ utgave: d.utgave + 1, lagret: naa().getTime() });
}

/** Reads the figures, freezes them with the texts, and sends the whole to another person. */
export async function foreslaRapport(tx: Tx, { id, utgave }: { id: number; utgave: number }, { tid, dag }: Stund = na()): Svar<{ id: number }> {
  const rapport = await finnRapport(tx, id);
  if (!rapport || rapport.status !== 'UTKAST' || rapport.utgave !== utgave) return nei([{ grunn: 'ENDRET' }]);
  if (rapport.tekster.kapitler.sammendrag.trim() === '') return nei([{ grunn: 'UTEN_SAMMENDRAG' }]);
  const innhold = await lagInnhold(tx.hvem, rapport, await finnKommunenavn(tx), dag);
  if (!innhold) return nei([{ grunn: 'IKKE_AVREGNET' }]);
  const tekst = JSON.stringify(innhold);
  if ((await settForeslatt(tx, { id, utgave, innhold: tekst, avtrykk: avtrykkAv(tekst), tid })) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'FORESLA_RAPPORT', objektType: 'rapport', objektId: id });
  return ok({ id });
}

/** Another person's yes to exactly what was shown. Figures that have changed since it was sent must be sent anew. */
export async function publiserRapport(tx: Tx, { id, avtrykk }: { id: number; avtrykk: string }, { tid }: Stund = na()): Svar<{ id: number }> {
  const rapport = await finnRapport(tx, id);
  if (!rapport || rapport.status !== 'FORESLATT' || rapport.innhold === null || rapport.avtrykk !== avtrykk) return nei([{ grunn: 'ENDRET' }]);
  if (!erToPersoner(rapport, tx.hvem.kontoId ?? 0)) return nei([{ grunn: 'SAMME_PERSON' }]);
  if (JSON.stringify(await tallNa(tx.hvem, rapport)) !== JSON.stringify(lesInnhold(rapport.innhold).seksjoner)) return nei([{ grunn: 'TALL_ENDRET' }]);
  if ((await settPublisert(tx, id, avtrykk, tid)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'PUBLISER_RAPPORT', objektType: 'rapport', objektId: id });
  return ok({ id });
}

/** Turned down by another, or taken back by the one who sent it: a draft again, with the reason. */
export async function sendRapportTilbake(tx: Tx, { id, grunn }: { id: number; grunn: string }): Svar<{ id: number }> {
  const rapport = await finnRapport(tx, id);
  const egen = rapport?.foreslattAv === tx.hvem.kontoId;
  if (!rapport || (tx.hvem.rolle !== 'radmann' && !egen)) return nei([{ grunn: 'IKKE_DIN' }]);
  if ((await settTilbake(tx, id, grunn)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'AVVIS_RAPPORT', objektType: 'rapport', objektId: id, grunn });
  return ok({ id });
}

export async function forkastRapport(tx: Tx, id: number): Svar<{ id: number }> {
  if ((await settForkastet(tx, id)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'FORKAST_RAPPORT', objektType: 'rapport', objektId: id });
  return ok({ id });
}

/** The period in words that are the same in both languages. */
function periodenavn({ slag, fra, til }: Pick<Rapportrad, 'slag' | 'fra' | 'til'>): string {
  if (slag === 'MANED') return stor(manedOgAr(til));
  return slag === 'TERTIAL' ? `${tertial(til)}. tertial ${manedensAr(til)}` : `${stor(manedsnavn(fra))}–${manedOgAr(til)}`;
}

/** Reports that wait for the rådmann. */
export async function ventendeRapporter(tx: Tx): Promise<Ventende[]> {
  return (await finnRapporter(tx)).filter((r) => r.status === 'FORESLATT').map((r) => ({
    slag: 'RAPPORT', id: r.id, gjelder: periodenavn(r), belopOre: null, foreslattAv: r.foreslattAv, foreslatt: (r.foreslatt ?? r.opprettet).toISOString(), href: `/rapporter/${r.id}`, kommando: 'GODKJENN_RAPPORT',
  }));
}

export async function hentParametervalg(tx: Tx): Promise<readonly Valgtparameter[]> {
  return lesParametervalg(await finnInnstilling(tx, PARAMETERVALG, iDag()));
}

/** Which parameters the municipality reports from today, in which order. */
export async function lagreParametervalg(tx: Tx, { valg }: { valg: readonly Valgtparameter[] }): Promise<Ok<{ antall: number }>> {
  await skrivInnstilling(tx, PARAMETERVALG, iDag(), valg);
  await loggfor(tx, { handling: 'SETT_RAPPORTPARAMETRE', objektType: 'innstilling', objektId: PARAMETERVALG });
  return ok({ antall: valg.length });
}

/** Anyone, in one kommune: no account, so the database gives only what is public. */
const enhver = (kommuneId: number): Utforende => ({ kommuneId, kontoId: null, rolle: 'politiker', enheter: null });

/** The public list; null where there is no such kommune, or it has published nothing. */
export async function hentOffentlige(kommuneId: number): Promise<{ readonly kommune: string; readonly rapporter: readonly Offentligrad[] } | null> {
  if (kommuneId > STORSTE_ID) return null;
  const svar = await lesKommune(enhver(kommuneId), async (tx) => ({ kommune: await finnKommunenavn(tx), rapporter: await finnOffentlige(tx) }));
  return svar.rapporter.length === 0 ? null : svar;
}

/** A public report by its address, which may name a version ("maned-2026-10-v1"); the newest otherwise. */
export async function hentOffentligRapport(kommuneId: number, sti: string): Promise<Offentligrapport | null> {
  const treff = /^([a-z0-9-]{1,40}?)(?:-v([1-9]\d{0,2}))?$/.exec(sti);
  const [adresse, versjon] = [treff?.[1], treff?.[2]];
  if (!adresse || kommuneId > STORSTE_ID) return null;
  return lesKommune(enhver(kommuneId), async (tx) => {
    const rapport = await finnOffentlig(tx, adresse, versjon === undefined ? null : Number(versjon));
    return rapport && { innhold: lesInnhold(rapport.innhold), avtrykk: rapport.avtrykk, publisert: rapport.publisert, versjoner: (await finnOffentlige(tx)).filter((r) => r.adresse === adresse).map((r) => r.versjon) };
  });
}
