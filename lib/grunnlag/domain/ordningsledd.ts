import type { Maned } from '#lib/core/maned.ts';
import { rensRegler } from '#lib/grunnlag/domain/ordningsregler.ts';
import { harPris, kodeAv, ledigKode, prisesEtterNiva } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Utkastfastledd, Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

type Navn = { readonly navnNb: string; readonly navnNn: string };
/** A component as it is typed on the screen, every field read. */
export type Leddverdier = Navn & {
  readonly volumkilde: Volumkilde;
  readonly tjenester: readonly string[];
  readonly trekkPause: boolean;
  readonly tidsband: string;
  readonly tak: string;
  readonly takPeriode: 'MANED' | 'UKE' | 'AR';
  readonly kategorier: Readonly<Record<string, { readonly prosent: string | null; readonly grunnlag: 'REGISTRERT' | 'PLANLAGT' }>>;
  readonly trinn: number | null;
  readonly minst: number | null;
  readonly retning: 'NARMEST' | 'OPP' | 'NED';
  readonly plasstyper: readonly Plasstype[];
  readonly fravarsregel: readonly { readonly fraDag: number; readonly tilDag: number | null; readonly prosent: string }[];
  readonly fordeling: 'HEL' | 'DAGER';
  readonly priser: readonly { readonly gruppe: string; readonly niva: number | null; readonly fom: Maned | null; readonly tom: Maned | null; readonly kr: number | null }[];
};
export type Fastleddverdier = Navn & {
  readonly type: Utkastfastledd['type'];
  readonly ar: number | null;
  readonly arter: string;
  readonly funksjoner: string;
  readonly andel: string;
  readonly plasstype: string;
  readonly underPlasser: number | null;
  readonly belop: readonly { readonly enhet: string; readonly kr: number | null }[];
  readonly felles: number | null;
};

/** The code typed, else the one it had, else one of its name that is free: the ledger knows a part by it. */
export function kodeFor(d: { readonly kode: string; readonly navnNb: string }, gammel: { readonly kode: string } | null, tatt: readonly string[]): string {
  const onsket = kodeAv(d.kode);
  return onsket === '' ? (gammel?.kode ?? ledigKode(kodeAv(d.navnNb), tatt)) : onsket;
}

const navn = (d: Navn): Navn => ({ navnNb: d.navnNb, navnNn: d.navnNn === '' ? d.navnNb : d.navnNn });

/** Only the rules and prices that have an effect on the chosen way of counting are kept. */
export function leddFraVerdier(d: Leddverdier, kode: string): Utkastkomponent {
  const kategorier = Object.entries(d.kategorier).flatMap(([k, r]) => (r.prosent === null ? [] : [[k, { andel: r.prosent, grunnlag: r.grunnlag }] as const]));
  const rundes = d.trinn !== null || d.minst !== null;
  const regler = rensRegler(d.volumkilde, {
    trekkPause: d.trekkPause,
    tidsband: d.tidsband === '' ? null : d.tidsband,
    tak: { faktor: d.tak, periode: d.takPeriode },
    kategorier: Object.fromEntries(kategorier),
    minuttregel: rundes ? { trinn: d.trinn ?? 1, minst: d.minst ?? 0, retning: d.retning } : null,
    plasstyper: d.plasstyper,
    fravarsregel: d.fravarsregel.map((f) => ({ fraDag: f.fraDag, tilDag: f.tilDag, andel: f.prosent })),
    fordeling: d.fordeling === 'DAGER' ? 'DAGER' : null,
  });
  const priser = harPris(d) ? d.priser.map((p) => ({ gruppe: p.gruppe, niva: prisesEtterNiva(d) ? p.niva : null, fom: p.fom, tom: p.tom, ore: p.kr })) : [];
  return { kode, ...navn(d), volumkilde: d.volumkilde, tjenester: d.tjenester, regler, priser };
}

const koder = (tekst: string): string[] => tekst.split(/[\s,;]+/).filter((k) => k !== '');

export function fastleddFraVerdier(d: Fastleddverdier, kode: string): Utkastfastledd {
  const felles = { kode, ...navn(d), type: d.type };
  switch (d.type) {
    case 'RAMME':
      return { ...felles, ar: d.ar, belop: d.belop.flatMap((b) => (b.kr === null ? [] : [{ enhetId: Number(b.enhet), ore: b.kr }])), regler: {} };
    case 'REFUSJON': {
      const funksjoner = koder(d.funksjoner);
      return { ...felles, ar: null, belop: [], regler: { arter: koder(d.arter), funksjoner: funksjoner.length === 0 ? null : funksjoner, andel: d.andel } };
    }
    case 'SMADRIFT': {
      const under = d.underPlasser === null ? {} : { underPlasser: d.underPlasser };
      return { ...felles, ar: d.ar, belop: d.felles === null ? [] : [{ enhetId: null, ore: d.felles }], regler: { plasstype: d.plasstype, ...under } };
    }
  }
}
