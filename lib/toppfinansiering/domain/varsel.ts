import { avrund, brok, type Brok, ganger, tilDesimal } from '#lib/core/brok.ts';
import { INGEN_ORE, leggSammen, ore, type Ore, oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Arskostnad, Arsfakta, Direktetid, Fradrag, Kostnad, Manuellpost } from './kostnad.ts';
import { delEtterNokkel } from './lonnskostnad.ts';
import type { Parametersett } from './kjente-parametre.ts';
import { beregnTilleggene, erOver, samletTilskudd } from './tilleggene.ts';
import { beregnToppfinansiering, type ToppfinansieringInn } from './toppfinansiering.ts';

/** A recipient's time on a vedtak at a unit: approved minutes month by month, and what the vedtak grants in each. Twelve of each. */
export type Manedstid = Omit<Direktetid, 'minutter' | 'ikkeKvittertMinutter' | 'harVedtak'> & { readonly levert: readonly number[]; readonly vedtatt: readonly number[] };
export type Varselfakta = Omit<Arsfakta, 'tid'> & {
  /** months of the year that are known, 0–12 */
  readonly kjenteManeder: number;
  readonly tid: readonly Manedstid[];
};

const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);

/**
 * The year's minutes month by month: what is delivered in the known months, and what the vedtak grants in the rest times
 * the share of the granted that has been delivered so far (all of it where nothing was granted yet). Rounded a month.
 */
export function forventetTid(t: Manedstid, kjente: number): number[] {
  const [levert, vedtatt] = [sum(t.levert.slice(0, kjente)), sum(t.vedtatt.slice(0, kjente))];
  const rate: Brok = vedtatt > 0 ? brok(levert, vedtatt) : brok(1);
  return Array.from({ length: 12 }, (_, m) => (m < kjente ? (t.levert[m] ?? 0) : Number(avrund(ganger(brok(t.vedtatt[m] ?? 0), rate)))));
}

/** An amount so far as a whole year's, at the same pace; what is known of the whole year stays. */
function iHeltAr(belop: Ore, kjente: number): Ore {
  return kjente === 0 || kjente === 12 ? belop : oreFraBigint(avrund(ganger(brok(belop), brok(12, kjente))));
}

/** The year's facts as they are expected to be when it is over: expected time, and posts and deductions at today's pace. Wages per worked hour are those so far. */
export function forventetAr(f: Varselfakta): Arsfakta {
  const poster = f.poster.map((p): Manuellpost => ({ ...p, belopOre: iHeltAr(p.belopOre, f.kjenteManeder) }));
  const fradrag = f.fradrag.map((x): Fradrag => ({ ...x, belopOre: iHeltAr(x.belopOre, f.kjenteManeder) }));
  const tid = f.tid.map(({ levert, vedtatt, ...t }): Direktetid => ({ ...t, minutter: sum(forventetTid({ ...t, levert, vedtatt }, f.kjenteManeder)), ikkeKvittertMinutter: 0, harVedtak: true }));
  return { ...f, poster, fradrag, tid };
}

/** The expected grant month by month, as it is earned: by each month's share of the time of those it is expected for; even where there is no time. Sums to the grant to the øre. */
export function avsetning(f: Varselfakta, aret: Arskostnad, belopOre: Ore = aret.ut.sum.tilskuddOre): Ore[] {
  const over = new Set(aret.mottakere.filter((k) => erOver(k.svar, aret.inn.parametre.innslagspunktOre)).map((k) => k.fakta.mottakerId));
  const vekter = Array.from({ length: 12 }, () => 0);
  for (const t of f.tid) if (over.has(t.mottakerId)) forventetTid(t, f.kjenteManeder).forEach((min, m) => (vekter[m] = (vekter[m] ?? 0) + min));
  return delEtterNokkel(belopOre, vekter.some((v) => v > 0) ? vekter : vekter.map(() => 1));
}

/** Where a recipient is heading, from last year's grant and this year's expected one. */
export type Kurs = 'OVER' | 'PA_VEI_OVER' | 'PA_VEI_UNDER' | 'LIKE_UNDER' | 'FALLER_UT_AV_ALDER';

/** From this share of the threshold a recipient is just under it. */
const LIKE_UNDER = 0.9;

/** Null: nothing to warn of. `varOver`: in last year's claim, also where nobody had a grant alone. */
export function kursFor(k: Kostnad, inn: ToppfinansieringInn, varOver: boolean): Kurs | null {
  const { aldersgrense, innslagspunktOre } = inn.parametre;
  const naa = erOver(k.svar, innslagspunktOre);
  const forstAr = aldersgrense !== null && inn.regnskapsar - k.fakta.fodselsar === aldersgrense + 1;
  if (forstAr && tapVedAlder(k, inn) > 0) return 'FALLER_UT_AV_ALDER';
  if (naa) return varOver ? 'OVER' : 'PA_VEI_OVER';
  if (varOver) return 'PA_VEI_UNDER';
  return k.svar.nettoOre >= innslagspunktOre * LIKE_UNDER ? 'LIKE_UNDER' : null;
}

/** The last year before the age limit takes a recipient who is over the threshold. */
export function sisteAr(k: Kostnad, inn: ToppfinansieringInn): boolean {
  const { aldersgrense, innslagspunktOre } = inn.parametre;
  return aldersgrense !== null && inn.regnskapsar - k.fakta.fodselsar === aldersgrense && erOver(k.svar, innslagspunktOre);
}

/** What the municipality's grant would rise by if the age limit did not take a recipient. */
export function tapVedAlder(k: Kostnad, inn: ToppfinansieringInn, tilskuddOre: (inn: ToppfinansieringInn) => Ore = grunntilskudd): Ore {
  const { aldersgrense } = inn.parametre;
  if (aldersgrense === null || inn.regnskapsar - k.fakta.fodselsar <= aldersgrense) return INGEN_ORE;
  const brukere = inn.brukere.map((b) => (b.id === k.bruker.id ? { ...b, fodselsar: inn.regnskapsar - aldersgrense } : b));
  return trekkFra(tilskuddOre({ ...inn, brukere }), tilskuddOre(inn));
}

function grunntilskudd(inn: ToppfinansieringInn): Ore {
  return beregnToppfinansiering(inn).sum.tilskuddOre;
}

export type Folsomhet = { readonly innslagspunktOre: Ore; readonly grad: Brok; readonly antall: number; readonly tilskuddOre: Ore };

/** The grant at a threshold and grade; second tier and extra grant too where `sett` has them. */
export function tilskuddVed(inn: ToppfinansieringInn, innslagspunktOre: Ore, grad: Brok, sett: Parametersett | null): Folsomhet {
  const ut = beregnToppfinansiering({ ...inn, parametre: { ...inn.parametre, innslagspunktOre, kompensasjonsgrad: grad } });
  const tillegg = sett ? beregnTilleggene(ut, { ...sett, innslagspunktOre, kompensasjonsgrad: tilDesimal(grad, 4) }, inn.innbyggere) : null;
  return { innslagspunktOre, grad, antall: ut.sum.antall, tilskuddOre: sumOre([ut.sum.tilskuddOre, tillegg?.trinn2Ore ?? INGEN_ORE, tillegg?.tilleggOre ?? INGEN_ORE]) };
}

/** The expected grant at other thresholds (per cent of today's) and grades. */
export function folsomhet(inn: ToppfinansieringInn, prosenter: readonly number[], grader: readonly Brok[], sett: Parametersett | null = null): Folsomhet[][] {
  return prosenter.map((prosent) => {
    const innslagspunktOre = oreFraBigint(avrund(ganger(brok(inn.parametre.innslagspunktOre), brok(prosent, 100))));
    return grader.map((grad) => tilskuddVed(inn, innslagspunktOre, grad, sett));
  });
}

export const TILTAKSLAG = ['SAMLOKALISERING', 'FELLES_NATT', 'AVSLUTTE_KJOP', 'ANNET'] as const;
export type Tiltakslag = (typeof TILTAKSLAG)[number];
/** What a measure saves for each of some recipients a year, and what it costs them together. */
export type Tiltak = { readonly mottakere: readonly string[]; readonly spartOre: Ore; readonly nyKostnadOre: Ore };
export type Tiltaksvirkning = { readonly spartOre: Ore; readonly nyKostnadOre: Ore; readonly forTilskuddOre: Ore; readonly endretTilskuddOre: Ore; readonly etterTilskuddOre: Ore };

/** What a measure saves before and after the grant: what is no longer spent gives no grant. Saved is never more than there was. */
export function tiltaksvirkning(inn: ToppfinansieringInn, tiltak: Tiltak, sett: Parametersett | null = null): Tiltaksvirkning {
  const { kostraFunksjoner: [funksjon = ''], lonnsarter: [lonnsart = ''] } = inn.parametre;
  const art = lonnsart.split('-')[0] ?? '';
  const foer = beregnToppfinansiering(inn);
  const innsats = new Map(foer.brukere.map((b) => [b.id, b.ressursinnsatsOre]));
  const berorte = inn.brukere.filter((b) => tiltak.mottakere.includes(b.id));
  const deler = berorte.length === 0 ? [] : delEtterNokkel(tiltak.nyKostnadOre, berorte.map(() => 1));
  const spart = new Map(berorte.map((b) => [b.id, ore(Math.min(tiltak.spartOre, innsats.get(b.id) ?? 0))]));
  const brukere = inn.brukere.map((b) => {
    const nr = berorte.indexOf(b);
    if (nr < 0) return b;
    const endring = trekkFra(deler[nr] ?? INGEN_ORE, spart.get(b.id) ?? INGEN_ORE);
    return { ...b, poster: [...b.poster, { funksjon, art, ore: endring, harVedtak: true, lonnsandel: null }] };
  });
  const spartOre = sumOre([...spart.values()]);
  const nyKostnadOre = sumOre(deler);
  const forTilskuddOre = trekkFra(spartOre, nyKostnadOre);
  const tilskudd = (med: ToppfinansieringInn): Ore => (sett ? samletTilskudd(med, sett) : grunntilskudd(med));
  const endretTilskuddOre = trekkFra(tilskudd({ ...inn, brukere }), tilskudd(inn));
  return { spartOre, nyKostnadOre, forTilskuddOre, endretTilskuddOre, etterTilskuddOre: leggSammen(forTilskuddOre, endretTilskuddOre) };
}

/** The step that the threshold's weight is told by. */
export const STEG_ORE = 5_000_000;

/** How many 50 000-kr steps are shown under and over the threshold; the last over it is open. */
export const TRINN_UNDER = 3;
const TRINN_OVER = 20;

/** Recipients per 50 000 kr of net cost from three steps under the threshold and up; the last step is open. A net cost at the threshold is under it: it gives no grant. */
export function trinnRundt(nettoOre: readonly number[], innslagspunktOre: number): number[] {
  const antall = Array.from({ length: TRINN_UNDER + TRINN_OVER }, () => 0);
  for (const netto of nettoOre) {
    const trinn = Math.min(Math.ceil((netto - innslagspunktOre) / STEG_ORE) - 1 + TRINN_UNDER, antall.length - 1);
    if (trinn >= 0) antall[trinn] = (antall[trinn] ?? 0) + 1;
  }
  return antall;
}
