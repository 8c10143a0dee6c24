import { tilEksaktDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { komponentregler } from '#lib/grunnlag/domain/maler/komponentregler.ts';
import type { Mal, Malfastledd, Malkomponent, Malordning } from '#lib/grunnlag/domain/maler/mal.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import type { Fastleddrad, Komponentrad, Ordningsbok, Ordningsrad, Prisrad } from '#lib/grunnlag/domain/ordning.ts';
import { TOMT_UTKAST } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Ordningsutkast, Utkastdekning, Utkastfastledd, Utkastkomponent, Utkastpris } from '#lib/grunnlag/domain/ordningsutkast.ts';

type Malform = 'nb' | 'nn';
const desimal = (b: Brok | null): string | null => (b === null ? null : tilEksaktDesimal(b));

function priserFraMal(k: Malkomponent): Utkastpris[] {
  const nivaer = k.nivaer === null ? [null] : k.nivaer === 'KOMMUNENS' ? [] : k.nivaer;
  return (k.grupper ?? []).flatMap((gruppe) => nivaer.map((niva) => ({ gruppe, niva, fom: null, tom: null, ore: null })));
}

function komponentFraMal(k: Malkomponent): Utkastkomponent {
  return {
    kode: k.kode,
    navnNb: k.navn.nb,
    navnNn: k.navn.nn,
    volumkilde: k.volumkilde,
    tjenester: k.regler.tjenester ?? [],
    regler: komponentregler(k.regler),
    priser: priserFraMal(k),
  };
}

function fastleddFraMal(f: Malfastledd): Utkastfastledd {
  const felles = { kode: f.kode, navnNb: f.navn.nb, navnNn: f.navn.nn, type: f.type, ar: null, belop: [] };
  switch (f.type) {
    case 'RAMME':
      return { ...felles, regler: {} };
    case 'REFUSJON':
      return { ...felles, regler: { arter: f.arter, funksjoner: f.funksjoner, andel: tilEksaktDesimal(f.andel) } };
    case 'SMADRIFT':
      return { ...felles, regler: { plasstype: f.plasstype } };
  }
}

/**
 * A preset as a draft: everything the source says, and nothing of what it leaves to the municipality (prices, amounts,
 * units). A service that the municipality does not have stays in the draft, and is told as a fault.
 */
export function utkastFraMal(mal: Mal, o: Malordning, malform: Malform): Ordningsutkast {
  const r = o.prisregel;
  return {
    ...TOMT_UTKAST,
    navn: o.navn[malform],
    mal: mal.kode,
    malordning: o.kode,
    regler: {
      tidsband: [],
      prisregel: r === null ? null : { type: r.type, kvantil: tilEksaktDesimal(r.kvantil), effektivitetskrav: r.effektivitetskrav },
      overforing: {
        andelOverskudd: desimal(o.overforing.andelOverskudd),
        andelUnderskudd: desimal(o.overforing.andelUnderskudd),
        takAndelAvBudsjett: desimal(o.overforing.takAndelAvBudsjett),
        takAkkumulert: null,
        dispensasjon: o.overforing.dispensasjon,
      },
      stipulering: false,
    },
    komponenter: o.komponenter.map(komponentFraMal),
    fastledd: o.fastledd.map(fastleddFraMal),
  };
}

function pris(p: Prisrad): Utkastpris {
  return { gruppe: p.gruppe, niva: p.niva, fom: p.fomManed, tom: p.tomManed, ore: p.ore };
}

/** Prices that hold in the month or later, the one in force now from the new version's first month. */
function priserFra(bok: Ordningsbok, k: Komponentrad, fra: Maned): Utkastpris[] {
  return bok.priser
    .filter((p) => p.ordningId === k.ordningId && p.komponent === k.kode && (p.tomManed === null || p.tomManed >= fra))
    .map((p) => ({ ...pris(p), fom: p.fomManed > fra ? p.fomManed : fra }));
}

function fastledd(rader: readonly Fastleddrad[]): Utkastfastledd[] {
  return [...Map.groupBy(rader, (f) => `${f.kode} ${f.ar ?? ''}`).values()].flatMap((like) => {
    const [f] = like;
    if (!f) return [];
    const belop = like.flatMap((l) => (l.belopOre === null ? [] : [{ enhetId: l.enhetId, ore: l.belopOre }]));
    return [{ kode: f.kode, navnNb: f.navnNb, navnNn: f.navnNn, type: f.type, ar: f.ar, belop, regler: f.regler }];
  });
}

/** A scheme in force as a draft of its next version, from a month. Replaces the scheme it is copied from. */
export function utkastFraOrdning(bok: Ordningsbok, o: Ordningsrad & { readonly mal: string | null }, fra: Maned): Ordningsutkast {
  const gjelder = (rad: { ordningId: number; fomManed: Maned; tomManed: Maned | null }) => rad.ordningId === o.id && gjelderIManed(rad, fra);
  const dekning = Map.groupBy(bok.dekning.filter(gjelder), (d) => d.enhetId);
  const grunnlag = bok.priser.filter((p) => p.ordningId === o.id && p.fomManed <= fra).toSorted((a, b) => (a.fomManed < b.fomManed ? -1 : 1)).at(-1);
  return {
    navn: o.navn,
    mal: o.mal,
    malordning: null,
    fom: fra,
    regler: o.regler,
    dekning: [...dekning].map(([enhetId, rader]): Utkastdekning => ({ enhetId, tjenester: rader.map((r) => r.tjeneste) })),
    komponenter: bok.komponenter.filter(gjelder).map((k) => ({
      kode: k.kode,
      navnNb: k.navnNb,
      navnNn: k.navnNn,
      volumkilde: k.volumkilde as Utkastkomponent['volumkilde'],
      tjenester: k.tjenester,
      regler: k.regler,
      priser: priserFra(bok, k, fra),
    })),
    fastledd: fastledd(bok.fastledd.filter((f) => f.ordningId === o.id)),
    erstatter: [o.id],
    prisstatus: grunnlag?.status ?? 'FORELOPIG',
    prisgrunnlag: grunnlag?.grunnlag ?? '',
  };
}
