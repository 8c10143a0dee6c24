import { finnApneManeder } from '#lib/avregning/fakta-service.ts';
import { brokFraDesimal, erDesimal, ganger, NULL_BROK, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { manedFor, manederFraTil } from '#lib/core/maned.ts';
import { INGEN_ORE, ore } from '#lib/core/ore.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import { finnInnstilling, finnManedstatus, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { beregnEtterberegning } from '#lib/stykkpris/domain/etterberegning.ts';
import { prisensSlutt } from '#lib/stykkpris/domain/innfor-pris.ts';
import { beregnKostnadsgrunnlag } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { Kostnadsgrunnlag } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { beregnPrisbane } from '#lib/stykkpris/domain/prisbane.ts';
import { lagVist } from '#lib/stykkpris/domain/prisforslag.ts';
import { PRISREGLER, prosent } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Forslagsslag, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import { beregnRegelforslag, enhetsutfall, forStoreFall } from '#lib/stykkpris/domain/regelforslag.ts';
import type { Forslagsgrunnlag, Regelforslag } from '#lib/stykkpris/domain/regelforslag.ts';
import { ordningensPrisregel, standardvalg, standardvekt } from '#lib/stykkpris/domain/standardvalg.ts';
import { finnDelteEnheter, finnFunksjoner, finnRegnskapssummer, finnSisteGrunnlagsmaned, finnVolum } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import type { Volumrad } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import { fastledd, finnOrdningsenheter, prisgrupper, priskomponenter, volumFor } from '#lib/stykkpris/verksted-fakta-service.ts';
import type { Enhetsfakta, Rom } from '#lib/stykkpris/verksted-fakta-service.ts';
import type { Regelutfall, Verkstedbilde, Verkstedenhet, Verkstedvarsel } from '#lib/stykkpris/verksted-view.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Verkstedsporsmal = { readonly ordningId: number; readonly ar: number; readonly slag: Forslagsslag; readonly sprak: Sprak };
export const FALLGRENSE = 'prisfallgrense';
const STANDARD_FALLGRENSE = '5';

/** The limit typed as a percent in the settings. */
export async function finnFallgrense(tx: Tx): Promise<string> {
  const verdi = await finnInnstilling(tx, FALLGRENSE, iDag());
  const tekst = typeof verdi === 'object' && verdi !== null && 'prosent' in verdi ? verdi.prosent : null;
  return typeof tekst === 'string' && erDesimal(tekst) ? tekst : STANDARD_FALLGRENSE;
}

function regelutfall(grunnlag: Forslagsgrunnlag, enheter: readonly Verkstedenhet[], fallgrense: Brok): Regelutfall[] {
  const kostnad = new Map(grunnlag.enheter.map((e) => [e.id, e.kostnadOre]));
  const volum = enheter.map((e) => ({ enhet: e.kode, gruppe: e.gruppe, kostnadOre: kostnad.get(e.kode) ?? null, volum: e.volum }));
  return PRISREGLER.map((regel) => {
    const svar = beregnRegelforslag(grunnlag, regel);
    return { regel, svar, utfall: svar.ok ? enhetsutfall(svar.verdi, volum, grunnlag.kostnadsvekst) : [], fall: svar.ok ? forStoreFall(svar.verdi, fallgrense) : [] };
  });
}

async function finnEtterberegning(tx: Tx, rom: Rom, enheter: readonly Verkstedenhet[], forslag: Regelforslag | null) {
  const { bok, ordning, valg, slag } = rom;
  const na = manedFor(iDag());
  const rader = bok.priser.filter((p) => p.ordningId === ordning.id);
  if (forslag === null || valg.fraManed > na) return beregnEtterberegning([], []);
  const slutt = prisensSlutt(slag, valg.fraManed, rader) ?? na;
  const volum = await finnVolum(tx, ordning.id, { fom: valg.fraManed, tom: slutt < na ? slutt : na });
  return beregnEtterberegning(
    volum.flatMap((v) => {
      const enhet = enheter.find((e) => e.id === v.enhetId);
      const ny = forslag.priser.find((p) => p.komponent === v.komponent && p.gruppe === enhet?.gruppe && p.niva === null);
      const dagens = rader.find((p) => p.komponent === v.komponent && p.gruppe === enhet?.gruppe && p.niva === null && gjelderIManed(p, v.maned));
      return enhet && ny && dagens ? [{ enhet: enhet.kode, komponent: v.komponent, maned: v.maned, volum: brokFraDesimal(v.volum), dagensOre: ore(dagens.ore), nyOre: ny.ore }] : [];
    }),
    await finnApneManeder(tx, na, bok),
  );
}

async function finnVarsler(tx: Tx, rom: Rom, enheter: readonly Verkstedenhet[], funksjoner: readonly string[], kostnad: Verkstedbilde['kostnad']): Promise<Verkstedvarsel[]> {
  const basis = { fom: rom.valg.grunnlagFom, tom: rom.valg.grunnlagTom };
  const maneder = manederFraTil(basis.fom, basis.tom);
  const status = await finnManedstatus(tx);
  const uavregnet = maneder.filter((m) => (status.get(m) ?? 'APEN') === 'APEN');
  const navn = new Map(enheter.map((e) => [e.id, e.navn]));
  const navnAv = new Map(enheter.map((e) => [e.kode, e.navn]));
  return [
    ...enheter.filter((e) => e.regnskapsmaneder > 0 && e.regnskapsmaneder < maneder.length).map((e): Verkstedvarsel => ({ type: 'REGNSKAP_MANGLER', enhet: e.navn, har: e.regnskapsmaneder, av: maneder.length })),
    ...(uavregnet.length > 0 ? [{ type: 'IKKE_AVREGNET', maneder: uavregnet } as const] : []),
    ...(await finnDelteEnheter(tx, rom.ordning.id, funksjoner, basis)).map((d): Verkstedvarsel => ({ type: 'DELT_ENHET', enhet: navn.get(d.enhetId) ?? '', ordning: d.ordning })),
    ...[...kostnad.andreInntekterOre].filter(([, belop]) => belop !== 0).map(([kode, belop]): Verkstedvarsel => ({ type: 'ANDRE_INNTEKTER', enhet: navnAv.get(kode) ?? kode, ore: belop })),
    ...[...kostnad.dekkesOre].filter(([, belop]) => belop < 0).map(([kode]): Verkstedvarsel => ({ type: 'NEGATIV_KOSTNAD', enhet: navnAv.get(kode) ?? kode })),
  ];
}

/** What the workshop starts from for a scheme, year and kind; null when the scheme is not there. */
export async function hentStandardvalg(tx: Tx, { ordningId, ar, slag }: Omit<Verkstedsporsmal, 'sprak'>): Promise<Prisvalg | null> {
  const ordning = (await finnOrdningsbok(tx)).ordninger.find((o) => o.id === ordningId);
  return ordning ? standardvalg(slag, ar, ordningensPrisregel(ordning.regler), await finnSisteGrunnlagsmaned(tx, ordningId)) : null;
}

/** The accounts less what the price should not cover, of the units that have any. */
async function finnKostnad(tx: Tx, rom: Rom, med: readonly Enhetsfakta[], volum: readonly Volumrad[], sprak: Sprak): Promise<{ kostnad: Kostnadsgrunnlag; funksjoner: string[] }> {
  const { valg, ordning } = rom;
  const basis = { fom: valg.grunnlagFom, tom: valg.grunnlagTom };
  const funksjoner = await finnFunksjoner(tx, ordning.id, basis);
  const kodeFor = new Map(med.map((e) => [e.rad.id, e.rad.kode]));
  const summer = await finnRegnskapssummer(tx, [...kodeFor.keys()], funksjoner, basis);
  const kostnad = beregnKostnadsgrunnlag({
    enheter: [...kodeFor.values()],
    regnskap: summer.map((r) => ({ enhet: kodeFor.get(r.enhetId) ?? '', art: r.art, ore: ore(r.ore) })),
    fastledd: fastledd(rom, volum, med, sprak),
    svar: valg.fradrag,
    egne: valg.egneFradrag,
  });
  return { kostnad, funksjoner };
}

function finnBane(valg: Prisvalg, grunnlag: Forslagsgrunnlag, enheter: readonly Verkstedenhet[]): Verkstedbilde['bane'] {
  const endring = valg.bane.endringer.map(prosent);
  return beregnPrisbane({
    forsteAr: grunnlag.ar,
    antallAr: endring.length,
    startprisOre: grunnlag.grupper[0]?.gjeldende.get(grunnlag.komponenter[0]?.kode ?? '') ?? INGEN_ORE,
    kostnadsvekst: grunnlag.kostnadsvekst,
    effektivitetskrav: grunnlag.effektivitetskrav,
    enheter: grunnlag.enheter.map((e) => ({ id: e.id, kostnadOre: e.kostnadOre, vektetVolum: enheter.find((x) => x.kode === e.id)?.vektet ?? NULL_BROK })),
    endring: (enhet, nr) => (valg.bane.enhet === null || valg.bane.enhet === enhet ? (endring[nr] ?? NULL_BROK) : NULL_BROK),
  });
}

/** Gathers costs and volumes and computes every rule's outcome from the choices. Null when the scheme is not there. */
export async function hentVerksted(tx: Tx, { ordningId, ar, slag, sprak }: Verkstedsporsmal, valg: Prisvalg): Promise<Verkstedbilde | null> {
  const bok = await finnOrdningsbok(tx);
  const ordning = bok.ordninger.find((o) => o.id === ordningId);
  if (!ordning) return null;
  const rom: Rom = { bok, ordning, valg, slag };
  const fakta = await finnOrdningsenheter(tx, rom);
  const rakomponenter = priskomponenter(rom, sprak);
  const koder = rakomponenter.filter((k) => !k.harNivaer).map((k) => k.kode);
  const grupper = prisgrupper(rom, koder, fakta);
  const gjeldende = (kode: string) => grupper[0]?.gjeldende.get(kode) ?? null;
  const vekt = (kode: string) => valg.vekter[kode] ?? standardvekt(gjeldende(kode), gjeldende(koder[0] ?? ''));
  const volum = await finnVolum(tx, ordning.id, { fom: valg.grunnlagFom, tom: valg.grunnlagTom });
  const enheter = fakta.map((e): Verkstedenhet => {
    const eget = volumFor(volum, e.rad.id, koder);
    return { id: e.rad.id, kode: e.rad.kode, navn: e.rad.navn, gruppe: e.gruppe, regnskapsmaneder: e.maneder, volum: eget, vektet: sumBrok(koder.map((k) => ganger(brokFraDesimal(vekt(k)), eget.get(k) ?? NULL_BROK))) };
  });
  const { kostnad, funksjoner } = await finnKostnad(tx, rom, fakta.filter((e) => e.maneder > 0), volum, sprak);
  const grunnlag: Forslagsgrunnlag = {
    ar,
    kostnadsvekst: prosent(valg.kostnadsvekst),
    effektivitetskrav: prosent(valg.effektivitetskrav),
    kvantil: prosent(valg.kvantil),
    komponenter: koder.map((kode) => ({ kode, vekt: brokFraDesimal(vekt(kode)) })),
    enheter: enheter.filter((e) => kostnad.dekkesOre.has(e.kode)).map((e) => ({ id: e.kode, kostnadOre: kostnad.dekkesOre.get(e.kode) ?? INGEN_ORE, volum: e.volum })),
    grupper,
  };
  const fallgrense = prosent(await finnFallgrense(tx));
  const regler = regelutfall(grunnlag, enheter, fallgrense);
  const valgt = regler.find((r) => r.regel === valg.regel)?.svar;
  const forslag = valgt?.ok ? valgt.verdi : null;
  return {
    ordning: { id: ordning.id, kode: ordning.kode, navn: ordning.navn },
    ar,
    slag,
    valg,
    enheter,
    komponenter: rakomponenter.map((k) => ({ ...k, vekt: k.harNivaer ? '0' : vekt(k.kode) })),
    kostnad,
    grunnlag,
    regler,
    bane: finnBane(valg, grunnlag, enheter),
    etterberegning: await finnEtterberegning(tx, rom, enheter, forslag),
    fallgrense,
    varsler: await finnVarsler(tx, rom, enheter, funksjoner, kostnad),
    vist: forslag ? lagVist(forslag, grunnlag, (kode) => enheter.find((e) => e.kode === kode)?.gruppe ?? null) : null,
  };
}
