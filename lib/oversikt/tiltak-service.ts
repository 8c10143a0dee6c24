import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { forsteDag, leggTilManeder, type Maned, manedAv, manedFor, sisteDag } from '#lib/core/maned.ts';
import { finnEnheter, finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Intervalltall } from '#lib/avvik/domain/prognose-intervall.ts';
import { findPrisgrunnlag, prisnokkel } from '#lib/vedtak/pris-repo.ts';
import { findTjenestegrupper } from './bundet-repo.ts';
import { type Arspris, arsprisFra, type Lopende } from './domain/bundet.ts';
import { regnTiltak, type Tiltak, tolvManeder } from './domain/tiltak.ts';
import { bunter, iFemmere, type Perperson } from './domain/tiltaksskjerming.ts';
import { minsteProsent, NYE, skjermTall, tallAv, tillatt, type Tiltaksdel, type Tiltakstall } from './domain/tiltakstall.ts';
import { hentHittil, prognoseAv } from './prognose-service.ts';
import { findScenarioer, findTiltaksgrunnlag, findVedtaksnavn, type Scenariolinje } from './tiltak-repo.ts';
import type { Alternativ, Behov, Tiltakside } from './tiltak-view.ts';

export const PRISNOKKEL = 'pris_virkemiddel';

/** What does not depend on when a measure starts: the forecast against the budget, names and prices. */
export type Felles = {
  readonly ar: number;
  readonly maned: Maned;
  readonly gap: Intervalltall | null;
  readonly navn: ReadonlyMap<string, string>;
  readonly enheter: ReadonlyMap<string, string>;
  readonly arspris: Arspris;
  readonly brukerPris: boolean;
};

/** A measure starts at the earliest tomorrow; the first of next month when nothing is chosen. */
export const tidligste = (): Dato => leggTilDager(iDag(), 1);
export const standardstart = (): Dato => forsteDag(leggTilManeder(manedFor(iDag()), 1));

/** Does the municipality use the price as a means? Not until it says so. */
export async function hentPrisvirkemiddel(tx: Tx): Promise<boolean> {
  const verdi = await finnInnstilling(tx, PRISNOKKEL, iDag());
  return typeof verdi === 'object' && verdi !== null && 'bruk' in verdi && verdi.bruk === true;
}

export async function hentFelles(tx: Tx, sprak: Sprak): Promise<Felles | null> {
  const hittil = await hentHittil(tx);
  if (hittil === null) return null;
  const prognose = await prognoseAv(tx, hittil);
  const priser = await findPrisgrunnlag(tx, iDag(), sprak);
  return {
    ar: hittil.ar,
    maned: hittil.naa,
    gap: prognose.harBudsjett ? prognose.sum.avvik : null,
    navn: new Map((await findTjenestegrupper(tx, sprak)).map((t) => [t.kode, t.navn])),
    enheter: new Map((await finnEnheter(tx)).map((e) => [String(e.id), e.navn])),
    arspris: arsprisFra((enhetId, tjeneste) => priser[prisnokkel(enhetId, tjeneste)] ?? []),
    brukerPris: await hentPrisvirkemiddel(tx),
  };
}

const vedtakFra = (tx: Tx, fra: Dato): Promise<Lopende[]> => findTiltaksgrunnlag(tx, fra, sisteDag(leggTilManeder(manedFor(fra), 11)));
const serBareSummer = (tx: Tx): boolean => tx.hvem.rolle === 'radmann';

/** The services with something to pay for, as this reader may choose among them. */
function valgbare(tx: Tx, f: Felles, vedtak: readonly Lopende[]): string[][] {
  const perKode = new Map<string, Map<string, number>>();
  for (const v of vedtak) {
    for (const del of v.deler) {
      const pris = f.arspris(del.enhetId, v.tjeneste, v.omfang);
      if (typeof pris !== 'number' || pris === 0) continue;
      const egne = perKode.get(v.tjeneste) ?? new Map<string, number>();
      perKode.set(v.tjeneste, egne.set(v.pseudonym, (egne.get(v.pseudonym) ?? 0) + pris));
    }
  }
  return serBareSummer(tx) ? bunter(perKode satisfies ReadonlyMap<string, Perperson>) : [...perKode.keys()].toSorted().map((k) => [k]);
}

const navngi = (kilde: ReadonlyMap<string, string>, nye: string) => (d: Tiltaksdel): Tiltaksdel => ({ ...d, navn: d.koder.map((k) => (k === NYE ? nye : (kilde.get(k) ?? k))).join(', ') });

/** What a measure means, as this reader may see it; null where it is hidden. */
function tallFor(tx: Tx, f: Felles, vedtak: readonly Lopende[], valg: Tiltak, nye: string): Tiltakstall | null {
  const tall = tallAv(regnTiltak(vedtak, f.arspris, valg, tolvManeder(valg.fra)), manedAv(f.ar, 12), serBareSummer(tx));
  const vist = serBareSummer(tx) ? skjermTall(tall) : tall;
  return vist && { ...vist, tjenester: vist.tjenester.map(navngi(f.navn, nye)), enheter: vist.enheter.map(navngi(f.enheter, nye)) };
}

/** What one means alone must be to cover the overrun, before the year is out and within twelve months. */
function alternativ(tx: Tx, f: Felles, vedtak: readonly Lopende[], gapOre: number, medProsent: (prosent: number) => Tiltak): Alternativ {
  const kjent = new Map<number, Tiltakstall>();
  const ved = (prosent: number): Tiltakstall => {
    const tall = kjent.get(prosent) ?? tallAv(regnTiltak(vedtak, f.arspris, medProsent(prosent), tolvManeder(medProsent(prosent).fra)), manedAv(f.ar, 12), serBareSummer(tx));
    kjent.set(prosent, tall);
    return tall;
  };
  const behov = (hva: 'arsluttOre' | 'tolvOre'): Behov => {
    const prosent = minsteProsent(gapOre, (p) => -ved(p)[hva]);
    if (prosent === null) return null;
    const tall = ved(prosent);
    return { prosent, tall: serBareSummer(tx) ? skjermTall(tall) : tall };
  };
  return { arslutt: behov('arsluttOre'), tolv: behov('tolvOre') };
}

/** Does the measure do anything? */
export const gjorNoe = (valg: Tiltak): boolean => valg.promille > 0 || valg.mottakere !== 0 || valg.prisPromille > 0;

const forLeser = (tx: Tx, f: Felles, valg: Tiltak, koder: readonly string[][]): Tiltak => ({
  ...tillatt(valg, koder), mottakere: serBareSummer(tx) ? iFemmere(valg.mottakere) : valg.mottakere, prisPromille: f.brukerPris ? valg.prisPromille : 0,
});

/** The alternatives side by side, and the measure that is tried. Null when nothing is settled. */
export async function hentTiltak(tx: Tx, onske: Tiltak, sprak: Sprak, nye: string): Promise<Tiltakside | null> {
  const f = await hentFelles(tx, sprak);
  if (f === null) return null;
  const vedtak = await vedtakFra(tx, onske.fra);
  const koder = valgbare(tx, f, vedtak);
  const valg = forLeser(tx, f, onske, koder);
  const bare: Tiltak = { ...valg, promille: 0, mottakere: 0, prisPromille: 0 };
  const gapOre = f.gap?.ore ?? 0;
  const provd = gjorNoe(valg);
  return {
    ar: f.ar, maned: f.maned, gap: f.gap, valg, provd, brukerPris: f.brukerPris,
    tjenester: koder.map((k) => ({ koder: k, navn: k.map((en) => f.navn.get(en) ?? en).join(', ') })),
    tall: provd ? tallFor(tx, f, vedtak, valg, nye) : null,
    strengere: gapOre > 0 ? alternativ(tx, f, vedtak, gapOre, (p) => ({ ...bare, promille: p * 10 })) : null,
    pris: gapOre > 0 && f.brukerPris ? alternativ(tx, f, vedtak, gapOre, (p) => ({ ...bare, prisPromille: p * 10 })) : null,
    scenarioer: (await findScenarioer(tx)).map((s) => ({ id: s.id, navn: s.navn, valg: s.valg as Tiltak, lagret: s.lagret })),
  };
}

/** The exact figures of a measure, with the overrun as it is known now. Null when nothing is settled. */
export async function regnEksakt(tx: Tx, onske: Tiltak, sprak: Sprak): Promise<{ readonly valg: Tiltak; readonly tall: Tiltakstall; readonly gapOre: number } | null> {
  const f = await hentFelles(tx, sprak);
  if (f === null) return null;
  const vedtak = await vedtakFra(tx, onske.fra);
  const valg = forLeser(tx, f, onske, valgbare(tx, f, vedtak));
  return { valg, gapOre: f.gap?.ore ?? 0, tall: tallAv(regnTiltak(vedtak, f.arspris, valg, tolvManeder(valg.fra)), manedAv(f.ar, 12), false) };
}

/** A saved scenario computed again with what is known now. `synlig` is whether the reader may see what it is of. */
export async function regnIgjen(tx: Tx, f: Felles, linje: Scenariolinje): Promise<{ readonly tall: Tiltakstall; readonly synlig: boolean }> {
  const valg = linje.valg as Tiltak;
  const vedtak = await vedtakFra(tx, valg.fra);
  const tall = tallAv(regnTiltak(vedtak, f.arspris, valg, tolvManeder(valg.fra)), manedAv(f.ar, 12), false);
  const koder = valgbare(tx, f, vedtak);
  const hele = koder.every((b) => b.every((k) => valg.tjenester.includes(k)) || b.every((k) => !valg.tjenester.includes(k)));
  return { tall, synlig: !serBareSummer(tx) || (hele && valg.mottakere % 5 === 0) };
}

export type Listerad = { readonly nummer: string; readonly mottaker: string; readonly tjeneste: string; readonly enhet: string; readonly slag: string; readonly minutterPerUke: number; readonly maneder: readonly number[]; readonly ore: number };

/** The list behind a measure, vedtak by vedtak and by pseudonym; its sum is the page's figure. Null when nothing is settled. */
export async function hentTiltaksliste(tx: Tx, onske: Tiltak, sprak: Sprak): Promise<{ readonly maneder: readonly Maned[]; readonly rader: readonly Listerad[] } | null> {
  const f = await hentFelles(tx, sprak);
  if (f === null || serBareSummer(tx)) return null;
  const vedtak = await vedtakFra(tx, onske.fra);
  const valg = forLeser(tx, f, onske, valgbare(tx, f, vedtak));
  const regning = regnTiltak(vedtak, f.arspris, valg, tolvManeder(valg.fra));
  const navn = new Map((await findVedtaksnavn(tx, regning.rader.flatMap((r) => r.vedtak?.vedtakId ?? []))).map((v) => [v.id, v]));
  const rader = regning.rader.map((r): Listerad => {
    const v = r.vedtak === null ? undefined : navn.get(r.vedtak.vedtakId);
    return {
      nummer: v?.nummer ?? '', mottaker: v?.pseudonym ?? '', tjeneste: r.tjeneste === null ? '' : (f.navn.get(r.tjeneste) ?? r.tjeneste), enhet: r.enhetId === null ? '' : (f.enheter.get(String(r.enhetId)) ?? ''),
      slag: r.slag, minutterPerUke: Number(r.minutterPerUke.t) / Number(r.minutterPerUke.n), maneder: regning.maneder.map((_, i) => (r.tildelingPerManed[i] ?? 0) + (r.prisPerManed[i] ?? 0)), ore: r.ore,
    };
  });
  return { maneder: regning.maneder, rader };
}
