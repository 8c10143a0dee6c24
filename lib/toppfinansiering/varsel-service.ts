import { avrund, brok, brokFraDesimal, ganger } from '#lib/core/brok.ts';
import { arFor } from '#lib/core/dato.ts';
import { kodeErIListe } from '#lib/core/kodeliste.ts';
import { manedFor } from '#lib/core/maned.ts';
import { ore, type Ore, oreFraBigint, sumOre } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type Arskostnad, beregnArskostnad } from '#lib/toppfinansiering/domain/kostnad.ts';
import { hvaDriver, vedtakssteg } from '#lib/toppfinansiering/domain/drivere.ts';
import { lonnMedSykelonn } from '#lib/toppfinansiering/domain/lonnskostnad.ts';
import { regnestykke, samletTilskudd } from '#lib/toppfinansiering/domain/tilleggene.ts';
import type { Gjeldendeparametre, Parametersett } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { avsetning, folsomhet, forventetAr, kursFor, sisteAr, STEG_ORE, tapVedAlder, tilskuddVed, tiltaksvirkning, type Varselfakta } from '#lib/toppfinansiering/domain/varsel.ts';
import { finnInnbyggere, finnMottakere } from '#lib/toppfinansiering/kostnad-repo.ts';
import { beregnAret, hentParametre } from '#lib/toppfinansiering/kostnad-service.ts';
import { finnKravene, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import { erNavngitt, finnFelles, finnFradrag, finnPoster } from '#lib/toppfinansiering/registrering-repo.ts';
import * as repo from '#lib/toppfinansiering/varsel-repo.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { FORBEHOLD, type Forbehold, type Varselrad, type Varselside } from '#lib/toppfinansiering/varsel-view.ts';

/** Thresholds in per cent of today's, and grades, that the expected grant is shown at. */
const PROSENTER = [90, 95, 100, 105, 110] as const;
const GRADER = ['0.70', '0.75', '0.80', '0.85', '0.90'] as const;

type Enhetsrad = Awaited<ReturnType<typeof repo.finnEnheterSaLangt>>[number];
type Samlet = { readonly fakta: Varselfakta; readonly forbehold: readonly Forbehold[] };

type Lant = { lonn: boolean; fravar: boolean; sykelonn: boolean };

/** Sick pay beyond 16 days leaves the wages as in the claim; where this year's is not documented, last year's share of the wages stands in. */
function utenSykelonn(lonnOre: Ore, ifjorLonnOre: Ore, e: Pick<Enhetsrad, 'fravarMinutter' | 'sykelonn' | 'ifjorSykelonn'>, lant: Lant): Ore {
  if (e.fravarMinutter !== null) return e.sykelonn ? lonnMedSykelonn(lonnOre, ore(e.sykelonn.ore), brokFraDesimal(e.sykelonn.andel)) : lonnOre;
  if (!e.ifjorSykelonn || ifjorLonnOre <= 0) return lonnOre;
  lant.sykelonn = true;
  const anslag = oreFraBigint(avrund(ganger(brok(lonnOre), brok(e.ifjorSykelonn.ore, ifjorLonnOre))));
  return lonnMedSykelonn(lonnOre, anslag, brokFraDesimal(e.ifjorSykelonn.andel));
}

/** All of last year at a unit: what its wages per hour are until it has accounts and hours of its own this year. */
function fjoraret(e: Enhetsrad, lonnOre: Ore): Arslonn {
  const utenSyk = e.ifjorSykelonn ? lonnMedSykelonn(lonnOre, ore(e.ifjorSykelonn.ore), brokFraDesimal(e.ifjorSykelonn.andel)) : lonnOre;
  return { lonnOre: utenSyk, timeverkMinutter: e.ifjorTimeverk, fravarMinutter: e.ifjorFravar ?? 0 };
}

type Arslonn = Pick<Varselfakta['enheter'][number], 'lonnOre' | 'timeverkMinutter' | 'fravarMinutter'>;

/** A unit so far this year; where this year's absence is not documented, last year's share of the paid hours stands in. */
function hittil(e: Enhetsrad, lonnOre: Ore, ifjorLonnOre: Ore, lant: Lant): Arslonn {
  const anslag = e.ifjorFravar !== null && e.ifjorTimeverk > 0 ? Number(avrund(ganger(brok(e.timeverkMinutter), brok(e.ifjorFravar, e.ifjorTimeverk)))) : 0;
  if (e.fravarMinutter === null) lant.fravar = true;
  return { lonnOre: utenSykelonn(lonnOre, ifjorLonnOre, e, lant), timeverkMinutter: e.timeverkMinutter, fravarMinutter: e.fravarMinutter ?? anslag };
}

/** The units' wages and hours that the year is reckoned by: this year's so far, or last year's where there are none yet, as always in January. */
async function enheter(tx: Tx, ar: number, kjente: number, p: Gjeldendeparametre): Promise<{ rader: Varselfakta['enheter']; lant: Lant }> {
  const lant: Lant = { lonn: false, fravar: false, sykelonn: false };
  const lonn = (arter: Enhetsrad['arter']): Ore => sumOre(arter.filter((a) => kodeErIListe(a.art, p.sett.lonnsarter)).map((a) => ore(a.ore)));
  const rader = (await repo.finnEnheterSaLangt(tx, ar, kjente)).map((e) => {
    const { enhetId, navn, privat } = e;
    const [iAr, ifjor] = [lonn(e.arter), lonn(e.ifjorArter)];
    const lan = !privat && (e.timeverkMinutter === 0 || iAr <= 0) && e.ifjorTimeverk > 0 && ifjor > 0;
    if (lan) lant.lonn = true;
    return { enhetId, navn, privat, godkjent: true, ...(lan ? fjoraret(e, ifjor) : hittil(e, iAr, ifjor, lant)) };
  });
  return { rader, lant };
}

async function samle(tx: Tx, ar: number, p: Gjeldendeparametre): Promise<Samlet> {
  const kjenteManeder = await repo.finnKjenteManeder(tx, ar, manedFor(iDag()));
  const ider = await repo.finnKandidater(tx, ar);
  const [i, ifjor] = [await finnMottakere(tx, ar, ider), new Map((await finnMottakere(tx, ar - 1, ider)).map((m) => [m.mottakerId, m.pu]))];
  const e = await enheter(tx, ar, kjenteManeder, p);
  const egne = (await finnFelles(tx, ar)).filter((f) => f.godkjent);
  const felles = egne.length > 0 ? egne : (await finnFelles(tx, ar - 1)).filter((f) => f.godkjent);
  const lant: Readonly<Record<Forbehold, boolean>> = { FJORARETS_LONN: e.lant.lonn, FJORARETS_FRAVAR: e.lant.fravar, FJORARETS_SYKELONN: e.lant.sykelonn, FJORARETS_FELLES: egne.length === 0 && felles.length > 0, INGEN_LONN: false };
  return {
    forbehold: FORBEHOLD.filter((f) => lant[f]),
    fakta: {
      regnskapsar: ar, kjenteManeder, innbyggere: await finnInnbyggere(tx), mottakere: i.map((m) => ({ ...m, pu: m.pu ?? ifjor.get(m.mottakerId) ?? null })),
      tid: await repo.finnManedstid(tx, ar, ider), enheter: e.rader, felles, poster: await finnPoster(tx, ar), fradrag: await finnFradrag(tx, ar),
    },
  };
}

type Ifjor = { readonly krav: Kravversjon; readonly tilskuddOre: number; readonly rader: ReadonlyMap<number, number> };

/** Last year's claim that stands, what its rules gave together, and the grant per recipient. Null: no claim is made. */
async function finnIfjor(tx: Tx, ar: number): Promise<Ifjor | null> {
  const krav = (await finnKravene(tx, ar - 1)).find((k) => k.status !== 'FORKASTET');
  const grunnlag = krav ? await finnKravgrunnlag(tx, krav.id) : null;
  if (!krav || !grunnlag) return null;
  const samlet = grunnlag.spor.regnestykke?.find((l) => l.navn === 'SAMLET')?.ore ?? krav.tilskuddOre;
  return { krav, tilskuddOre: samlet, rader: new Map(grunnlag.spor.rader.map((r) => [r.mottakerId, r.tilskuddOre ?? 0])) };
}

async function finnRader(tx: Tx, fakta: Varselfakta, aret: Arskostnad, ifjor: Ifjor | null, sett: Parametersett): Promise<Varselrad[]> {
  const ar = fakta.regnskapsar;
  // Until last year's claim is made, early in the year, those over are those that last year's cost puts over.
  const forrige = (await beregnAret(tx, ar - 1, aret.mottakere.map((k) => k.fakta.mottakerId)))?.aret ?? null;
  const over = new Set(ifjor?.rader.keys() ?? forrige?.mottakere.filter((k) => k.plassering === 'OVER').map((k) => k.fakta.mottakerId));
  const rader = aret.mottakere.flatMap((kostnad): Varselrad[] => {
    const id = kostnad.fakta.mottakerId;
    const kurs = kursFor(kostnad, aret.inn, over.has(id));
    if (kurs === null) return [];
    const tapOre = tapVedAlder(kostnad, aret.inn, (inn) => samletTilskudd(inn, sett));
    return [{ kostnad, kurs, tapOre, driver: hvaDriver(kostnad, aret, forrige, vedtakssteg(fakta.tid, id, ar)), sisteAr: sisteAr(kostnad, aret.inn), ifjorOre: ifjor ? (ifjor.rader.get(id) ?? 0) : null }];
  });
  for (const r of rader) await loggfor(tx, { handling: 'SE_RESSURSKREVENDE', objektType: 'regnskapsar', objektId: ar, mottakerId: r.kostnad.fakta.mottakerId });
  return rader.toSorted((a, b) => b.kostnad.svar.nettoOre - a.kostnad.svar.nettoOre || (a.kostnad.fakta.pseudonym < b.kostnad.fakta.pseudonym ? -1 : 1));
}

async function hentAret(tx: Tx, ar: number, p: Gjeldendeparametre): Promise<{ aret: NonNullable<Varselside['aret']>; kjenteManeder: number; forbehold: readonly Forbehold[] }> {
  const { fakta, forbehold } = await samle(tx, ar, p);
  const aret = beregnArskostnad(forventetAr(fakta), p);
  const ifjor = await finnIfjor(tx, ar);
  const rader = await finnRader(tx, fakta, aret, ifjor, p.sett);
  const tilskuddOre = samletTilskudd(aret.inn, p.sett);
  const over = aret.mottakere.filter((k) => k.plassering === 'OVER');
  const ved = (forskyvning: number) => tilskuddVed(aret.inn, ore(Math.max(0, p.sett.innslagspunktOre + forskyvning)), brokFraDesimal(p.sett.kompensasjonsgrad), p.sett);
  const tiltak = (await repo.finnTiltak(tx, ar)).map((t) => ({ ...t, virkning: tiltaksvirkning(aret.inn, { mottakere: t.mottakere, spartOre: ore(t.spartOre), nyKostnadOre: ore(t.nyKostnadOre) }, p.sett) }));
  return {
    kjenteManeder: fakta.kjenteManeder,
    forbehold: aret.mottakere.some((k) => k.mangler.includes('SATS_MANGLER')) ? [...forbehold, 'INGEN_LONN'] : forbehold,
    aret: {
      tilskuddOre, regnestykke: regnestykke(aret.ut, p.sett, fakta.innbyggere), over: { ar, mottakere: over.length, belopOre: sumOre(over.map((k) => k.svar.nettoOre)) },
      ifjor: ifjor ? { ar: ar - 1, mottakere: ifjor.krav.antall, belopOre: ore(ifjor.krav.nettoOre), versjon: ifjor.krav.versjon, innslagspunktOre: ifjor.krav.innslagspunktOre, tilskuddOre: ifjor.tilskuddOre } : null,
      steg: [ved(-STEG_ORE), ved(STEG_ORE)], rader, avsetning: avsetning(fakta, aret, tilskuddOre), folsomhet: folsomhet(aret.inn, PROSENTER, GRADER.map(brokFraDesimal), p.sett), tiltak,
      valg: aret.mottakere.filter((k) => k.svar.ressursinnsatsOre > 0).toSorted((a, b) => b.svar.nettoOre - a.svar.nettoOre).slice(0, 60).map((k) => ({ mottakerId: k.fakta.mottakerId, pseudonym: k.fakta.pseudonym })),
    },
  };
}

/** A year as it is expected to be. Null: no parameters. The caller must be named. */
export async function forventetArskostnad(tx: Tx, ar: number): Promise<{ aret: Arskostnad; parametre: Gjeldendeparametre } | null> {
  const parametre = await hentParametre(tx, ar);
  return parametre ? { parametre, aret: beregnArskostnad(forventetAr((await samle(tx, ar, parametre)).fakta), parametre) } : null;
}

/** This year as it is heading. Those who are not named get nothing computed; every recipient shown is logged. */
export function hentVarselside(hvem: Utforende, visMottakere: boolean): Promise<Varselside> {
  return withKommune(hvem, async (tx) => {
    const ar = arFor(iDag());
    const parametre = await hentParametre(tx, ar);
    const navngitt = visMottakere && (await erNavngitt(tx));
    const svar = navngitt && parametre ? await hentAret(tx, ar, parametre) : null;
    return { ar, navngitt, parametre, kjenteManeder: svar?.kjenteManeder ?? 0, forbehold: svar?.forbehold ?? [], aret: svar?.aret ?? null };
  });
}

export type Tiltaksvalg = { readonly slag: string; readonly navn: string; readonly mottakere: readonly number[]; readonly spartOre: number; readonly nyKostnadOre: number };

/** Keeps a measure that is weighed this year. */
export async function registrerTiltak(tx: Tx, t: Tiltaksvalg): Promise<Result<{ id: number }, readonly Avslag[]>> {
  if (!(await erNavngitt(tx))) return nei([{ grunn: 'IKKE_NAVNGITT' }]);
  const ar = arFor(iDag());
  const kjente = await finnMottakere(tx, ar, t.mottakere);
  if (kjente.length !== new Set(t.mottakere).size) return nei([{ grunn: 'FINNES_IKKE', felt: 'mottakere' }]);
  const id = await repo.skrivTiltak(tx, { ...t, ar }, naa());
  await loggfor(tx, { handling: 'REGISTRER_RESSURSTILTAK', objektType: 'ressurstiltak', objektId: id, grunn: t.navn });
  return ok({ id });
}

export async function fjernTiltak(tx: Tx, id: number): Promise<Result<null, readonly Avslag[]>> {
  if (!(await erNavngitt(tx))) return nei([{ grunn: 'IKKE_NAVNGITT' }]);
  if ((await repo.trekkTiltak(tx, id, naa())) === 0) return nei([{ grunn: 'FINNES_IKKE' }]);
  await loggfor(tx, { handling: 'TREKK_RESSURSTILTAK', objektType: 'ressurstiltak', objektId: id });
  return ok(null);
}
