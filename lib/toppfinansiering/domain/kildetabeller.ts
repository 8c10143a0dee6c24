import { avrund, avrundTilDesimaler, brok, brokFraDesimal, delt, ganger, minus, pluss, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import {
  ARLIG_VEKST_4_1, AVSNITT_6_6, FORDELINGSAR, nasjonalFordeling, NETTO_PER_BRUKER_OVER_67, SUM_5_1, TABELL_4_1, TABELL_4_17, TABELL_5_1,
  TABELL_5_2_OG_5_3, TABELL_5_4, TABELL_5_5, TABELL_6_3, TABELL_6_4, TABELL_6_5, TUSEN, type Alderskull70, type Kildear,
} from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { simulerToppfinansiering, type Alternativ, type AlternativUt } from '#lib/toppfinansiering/domain/simulering.ts';

/** How our figure stands to the printed one. `TRYKKFEIL`: the source's own figures give ours. `FORENKLET`: its inputs are rounded or not printed. */
export type Kildedom = 'LIK' | 'AVRUNDING' | 'TRYKKFEIL' | 'FORENKLET';
export type Kildeenhet = 'TUSEN_KR' | 'KR' | 'PROSENT' | 'ANTALL';
export type Kilderad = {
  /** What the row is, as the texts know it, with its values. */
  readonly ledd: string;
  readonly verdier: Readonly<Record<string, string>>;
  readonly enhet: Kildeenhet;
  readonly desimaler: number;
  readonly vart: Brok;
  readonly trykt: Brok;
  readonly dom: Kildedom;
};
export type Kildetabell = { readonly nummer: string; readonly rader: readonly Kilderad[] };

type Valg = { readonly enhet: Kildeenhet; readonly desimaler?: number; readonly dom?: Kildedom; readonly verdier?: Readonly<Record<string, string>> };

/** Ours is rounded as the table prints, then compared; `dom` says why where they differ. */
function rad(ledd: string, vart: Brok, trykt: Brok, { enhet, desimaler = 0, dom = 'AVRUNDING', verdier = {} }: Valg): Kilderad {
  const rundet = avrundTilDesimaler(vart, desimaler);
  const lik = rundet.t === trykt.t && rundet.n === trykt.n;
  return { ledd, verdier, enhet, desimaler, vart: rundet, trykt, dom: lik ? 'LIK' : dom };
}
const tusen = (belopOre: number): Brok => brok(belopOre, TUSEN);

function simuler(alternativer: readonly Alternativ[]): readonly AlternativUt[] {
  const svar = simulerToppfinansiering({ innslagspunktOre: FORDELINGSAR[2014].innslagspunktOre, kompensasjonsgrad: brok(4, 5), grunnlag: nasjonalFordeling(2014), alternativer });
  return svar.ok ? svar.verdi.alternativer : [];
}

/** A printed list of rows, each with the alternative that gives it. */
function simulert<T>(rader: readonly T[], alternativ: (r: T) => Alternativ, tilRad: (r: T, ut: AlternativUt) => Kilderad): Kilderad[] {
  const ut = simuler(rader.map(alternativ));
  return rader.flatMap((r, i) => {
    const svar = ut[i];
    return svar ? [tilRad(r, svar)] : [];
  });
}

const flereOver67 = (antall: number, valg: { innslagspunktOre?: number; grad?: string } = {}): Alternativ => ({
  type: 'UTVIDET_ALDER',
  kull: [{ alder: 68, befolkning: antall * 1000, andel: brok(1, 1000) }],
  nettoPerBrukerOre: NETTO_PER_BRUKER_OVER_67,
  innslagspunktOre: valg.innslagspunktOre === undefined ? null : ore(valg.innslagspunktOre),
  kompensasjonsgrad: valg.grad === undefined ? null : brokFraDesimal(valg.grad),
});

function snittVekst(tall: (a: Kildear) => Brok): Brok {
  const vekst = TABELL_4_1.flatMap((a, i) => {
    const forrige = TABELL_4_1[i - 1];
    return forrige ? [minus(delt(tall(a), tall(forrige)), brok(1))] : [];
  });
  return ganger(sumBrok(vekst), brok(100, vekst.length));
}

function tabell41(): Kildetabell {
  const perAr = TABELL_4_1.flatMap((a) => {
    const verdier = { ar: String(a.ar) };
    return [
      rad('nettoPerBruker', brok(a.netto * 1000, a.mottakere), brok(a.trykt.nettoPerBruker), { enhet: 'TUSEN_KR', verdier }),
      rad('tilskuddPerBruker', brok(a.tilskudd * 1000, a.mottakere), brok(a.trykt.tilskuddPerBruker), { enhet: 'TUSEN_KR', verdier }),
      rad('kommunensAndel', brok((a.netto - a.tilskudd) * 100, a.netto), brokFraDesimal(a.trykt.kommunensAndel), { enhet: 'PROSENT', desimaler: a.trykt.kommunensAndel.includes('.') ? 1 : 0, verdier }),
    ];
  });
  const vekst = (ledd: keyof typeof ARLIG_VEKST_4_1, tall: (a: Kildear) => Brok) => rad(`vekst_${ledd}`, snittVekst(tall), brokFraDesimal(ARLIG_VEKST_4_1[ledd]), { enhet: 'PROSENT', desimaler: 1 });
  return {
    nummer: '4.1',
    rader: [
      ...perAr,
      vekst('tilskudd', (a) => brok(a.tilskudd)),
      // what the same growth is when each year builds on the last
      rad('sammensattVekst', brok(Math.round(((TABELL_4_1.at(-1)?.tilskudd ?? 0) / (TABELL_4_1[0]?.tilskudd ?? 1)) ** (1 / 7) * 1000) - 1000, 10), brokFraDesimal(ARLIG_VEKST_4_1.tilskudd), { enhet: 'PROSENT', desimaler: 1, dom: 'FORENKLET' }),
      vekst('netto', (a) => brok(a.netto)),
      vekst('mottakere', (a) => brok(a.mottakere)),
      vekst('nettoPerBruker', (a) => brok(a.netto, a.mottakere)),
      vekst('tilskuddPerBruker', (a) => brok(a.tilskudd, a.mottakere)),
    ],
  };
}

function tabell417(): Kildetabell {
  const sum = (ar: 2013 | 2014) => TABELL_4_17[ar].reduce<number>((s, n) => s + n, 0);
  return {
    nummer: '4.17',
    rader: [
      rad('sumIntervaller', brok(sum(2014)), brok(3850), { enhet: 'ANTALL', verdier: { ar: '2014' } }),
      ...simulert([0], () => ({ type: 'INNSLAGSPUNKT', ore: FORDELINGSAR[2014].innslagspunktOre }), (_, ut) => rad('grunntilskudd', tusen(ut.tilskuddOre), brok(7_159_918), { enhet: 'TUSEN_KR' })),
    ],
  };
}

function tabell51(): Kildetabell {
  const perAlder = TABELL_5_1.flatMap((a) => {
    const verdier = { alder: a.alder };
    // the net cost per recipient is the grant per recipient run backwards, and both are cut to whole thousands
    return [
      rad('nettoPerAlder', pluss(brok(a.tilskudd * 10, a.antall * 8), brok(1010)), brok(a.nettoPer), { enhet: 'TUSEN_KR', verdier }),
      rad('tilskuddPerAlder', brok(a.tilskudd, a.antall), brok(a.tilskuddPer), { enhet: 'TUSEN_KR', verdier }),
    ];
  });
  const snitt = (tall: (a: (typeof TABELL_5_1)[number]) => number) => brok(TABELL_5_1.reduce((s, a) => s + tall(a), 0), TABELL_5_1.length);
  const sum = (tall: (a: (typeof TABELL_5_1)[number]) => number) => brok(TABELL_5_1.reduce((s, a) => s + tall(a), 0));
  return {
    nummer: '5.1',
    rader: [
      ...perAlder,
      rad('sumMottakere', sum((a) => a.antall), brok(SUM_5_1.antall), { enhet: 'ANTALL' }),
      rad('sumInnsats', sum((a) => a.innsats), brok(SUM_5_1.innsats), { enhet: 'TUSEN_KR' }),
      rad('sumTilskudd', sum((a) => a.tilskudd), brok(SUM_5_1.tilskudd), { enhet: 'TUSEN_KR' }),
      rad('uveidNetto', snitt((a) => a.nettoPer), brok(SUM_5_1.nettoPer), { enhet: 'TUSEN_KR', dom: 'FORENKLET' }),
      rad('uveidTilskudd', snitt((a) => a.tilskuddPer), brok(SUM_5_1.tilskuddPer), { enhet: 'TUSEN_KR' }),
      rad('veidTilskudd', brok(SUM_5_1.tilskudd, SUM_5_1.antall), brok(SUM_5_1.tilskuddPer), { enhet: 'TUSEN_KR', dom: 'FORENKLET' }),
    ],
  };
}

function tabell52(ar: 2015 | 2020): Kildetabell {
  return { nummer: ar === 2015 ? '5.2' : '5.3', rader: aldersrader(TABELL_5_2_OG_5_3[ar]) };
}

function aldersrader(modeller: readonly Alderskull70[]): Kilderad[] {
  const ut = simuler(modeller.map((m) => flereOver67(m.total)));
  return modeller.flatMap((m, i) => {
    const verdier = { modell: String(i + 1) };
    return [
      rad('flereMottakere', brok(m.antall.reduce((s, n) => s + n, 0)), brok(m.total), { enhet: 'ANTALL', verdier }),
      rad('ekstraNetto', tusen(m.total * NETTO_PER_BRUKER_OVER_67), brok(m.netto), { enhet: 'TUSEN_KR', verdier, dom: 'TRYKKFEIL' }),
      rad('ekstraTilskudd', tusen(ut[i]?.endringOre ?? 0), brok(m.tilskudd), { enhet: 'TUSEN_KR', verdier, dom: 'TRYKKFEIL' }),
    ];
  });
}

const tabell54 = (): Kildetabell => ({
  nummer: '5.4',
  rader: simulert(TABELL_5_4, ([kr]) => flereOver67(157, { innslagspunktOre: kr * 100 }), ([kr, trykt], ut) => rad('vedInnslagspunkt', tusen(ut.endringOre), brok(trykt), { enhet: 'TUSEN_KR', verdier: { kr: String(kr) } })),
});

const tabell55 = (): Kildetabell => ({
  nummer: '5.5',
  rader: simulert(TABELL_5_5, ([grad]) => flereOver67(157, { grad }), ([grad, trykt], ut) => {
    // the authors round the grant per recipient to whole thousands before they multiply
    const perBruker = avrund(brok(ut.endringOre, 157 * TUSEN));
    return rad('vedGrad', brok(perBruker * 157n), brok(trykt), { enhet: 'TUSEN_KR', verdier: { grad: String(Number(grad) * 100) } });
  }),
});

const tabell63 = (): Kildetabell => ({
  nummer: '6.3',
  rader: TABELL_6_3.map((r) => rad('variabelGrad', brok(80 * r.bevilgning, r.regnskap), brokFraDesimal(r.grad), { enhet: 'PROSENT', desimaler: 1, verdier: { ar: String(r.ar) }, dom: 'FORENKLET' })),
});

const tabell64 = (): Kildetabell => ({
  nummer: '6.4',
  rader: simulert(TABELL_6_4, ([kr]) => ({ type: 'INNSLAGSPUNKT', ore: ore(kr * 100) }), ([kr, trykt], ut) => rad('vedInnslagspunkt', tusen(ut.tilskuddOre), brok(trykt), { enhet: 'TUSEN_KR', verdier: { kr: String(kr) }, dom: 'FORENKLET' })),
});

const tabell65 = (): Kildetabell => ({
  nummer: '6.5',
  rader: simulert(TABELL_6_5, ([grad]) => ({ type: 'KOMPENSASJONSGRAD', grad: brokFraDesimal(grad) }), ([grad, trykt], ut) => rad('vedGrad', tusen(ut.tilskuddOre), brok(trykt), { enhet: 'TUSEN_KR', verdier: { grad: String(Math.round(Number(grad) * 100)) } })),
});

const avsnitt66 = (): Kildetabell => ({
  nummer: '6.6',
  rader: simulert(AVSNITT_6_6, ([antall]) => ({ type: 'ANTALL', antall }), ([antall, kr], ut) => rad('innslagForAntall', ganger(ut.innslagspunkt, brok(1, 100)), brok(kr), { enhet: 'KR', verdier: { antall: String(antall) }, dom: antall === 7000 ? 'FORENKLET' : 'AVRUNDING' })),
});

/** Every table of the source that can be followed from printed figures: ours, the printed one, and what lies between them. */
export function kildetabeller(): readonly Kildetabell[] {
  return [tabell41(), tabell417(), tabell51(), tabell52(2015), tabell52(2020), tabell54(), tabell55(), tabell63(), tabell64(), tabell65(), avsnitt66()];
}
