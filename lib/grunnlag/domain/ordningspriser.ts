import type { Maned } from '#lib/core/maned.ts';
import { manedAv, manedensAr, neste } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { prisgruppeI } from '#lib/grunnlag/domain/ordningsdekning.ts';
import type { Feilgrunn, Omgivelser, Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { harPris, komponentensTjenester, prisesEtterNiva } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Ordningsutkast, Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';

/** A price that holds, with its first month filled in. */
export type Gyldigpris = { readonly gruppe: string; readonly niva: number | null; readonly fom: Maned; readonly tom: Maned | null; readonly ore: number };
export type Prisplass = { readonly gruppe: string; readonly niva: number | null };

/** The prices that can be used: a row without a first month holds from the scheme's first. */
export function gyldigePriser(u: Pick<Ordningsutkast, 'fom'>, k: Utkastkomponent): Gyldigpris[] {
  return k.priser.flatMap((p) => {
    const fom = p.fom ?? u.fom;
    return fom === null || p.ore === null || p.gruppe === '' ? [] : [{ gruppe: p.gruppe, niva: p.niva, fom, tom: p.tom, ore: p.ore }];
  });
}

/** The price groups that a component pays to, in the scheme's first month. */
export function leddetsGrupper(u: Ordningsutkast, om: Pick<Omgivelser, 'enheter'>, k: Utkastkomponent): string[] {
  const { fom } = u;
  if (fom === null) return [];
  const tjenester = komponentensTjenester(u, k);
  const enheter = u.dekning.filter((d) => d.tjenester.length > 0 && (k.volumkilde === 'PLASSER' || d.tjenester.some((t) => tjenester.includes(t))));
  const grupper = enheter.flatMap((d) => om.enheter.filter((e) => e.id === d.enhetId).map((e) => prisgruppeI(e, fom)));
  return [...new Set(grupper.filter((g) => g !== null))].toSorted();
}

/** Every group and level that must have a price: the levels are those that any group has. */
export function prisplasser(u: Ordningsutkast, om: Pick<Omgivelser, 'enheter'>, k: Utkastkomponent): Prisplass[] {
  if (!harPris(k)) return [];
  const nivaer = prisesEtterNiva(k) ? [...new Set(k.priser.map((p) => p.niva).filter((n) => n !== null))].toSorted((a, b) => a - b) : [null];
  return leddetsGrupper(u, om, k).flatMap((gruppe) => nivaer.map((niva) => ({ gruppe, niva })));
}

type Legg = (grunn: Feilgrunn, felt: string, verdier: Readonly<Record<string, string | number>>) => void;

/** Two prices at once, a month without one, a price too late, a price that ends within the first year. */
function rekkefeil(fom: Maned, plass: Prisplass, rekke: readonly Gyldigpris[], legg: Legg): void {
  const hvem = { gruppe: plass.gruppe, niva: plass.niva ?? 'INGEN' };
  const sortert = rekke.toSorted((a, b) => (a.fom < b.fom ? -1 : 1));
  const [forste] = sortert;
  if (!forste) return legg('PRIS_MANGLER', 'priser', hvem);
  if (forste.fom > fom) legg('PRIS_STARTER_SENT', 'priser', { ...hvem, fra: manedOgAr(fom), maned: manedOgAr(forste.fom) });
  let dekket: Maned | null = forste.tom;
  for (const p of sortert.slice(1)) {
    if (dekket === null || p.fom <= dekket) legg('PRIS_OVERLAPP', 'priser', { ...hvem, maned: manedOgAr(p.fom) });
    else if (p.fom > neste(dekket)) legg('PRIS_HULL', 'priser', { ...hvem, fra: manedOgAr(neste(dekket)), maned: manedOgAr(p.fom) });
    if (dekket !== null) dekket = p.tom === null ? null : p.tom > dekket ? p.tom : dekket;
  }
  const arsslutt = manedAv(manedensAr(fom), 12);
  if (dekket !== null && dekket < arsslutt) legg('PRIS_SLUTTER', 'priser', { ...hvem, maned: manedOgAr(dekket) });
}

/** Faults of a component's prices. Nothing is asked before the scheme's first month is known. */
export function prisfeil(u: Ordningsutkast, om: Omgivelser, k: Utkastkomponent, nr: number): Ordningsfeil[] {
  const feil: Ordningsfeil[] = [];
  const legg: Legg = (grunn, felt, verdier) => void feil.push({ grunn, sted: { steg: 'ledd', nr, felt }, verdier: { ledd: k.navnNb, ...verdier } });
  if (!harPris(k)) return feil;
  k.priser.forEach((p) => {
    const hvem = { gruppe: p.gruppe, niva: p.niva ?? 'INGEN' };
    const kreves = prisplasser(u, om, k).some((x) => x.gruppe === p.gruppe && x.niva === p.niva);
    // a row of a preset for a group that no unit has is not asked for; one that is needed is told as missing below
    if (p.ore === null && (p.fom !== null || p.tom !== null) && !kreves) legg('PRIS_UFULLSTENDIG', 'priser', hvem);
    if (p.tom !== null && p.tom < (p.fom ?? u.fom ?? p.tom)) legg('PRIS_BAKVENDT', 'priser', { ...hvem, maned: manedOgAr(p.tom) });
  });
  const { fom } = u;
  if (fom === null) return feil;
  if (prisesEtterNiva(k) && !k.priser.some((p) => p.niva !== null)) legg('NIVA_MANGLER', 'priser', {});
  const priser = gyldigePriser(u, k);
  const plasser = prisplasser(u, om, k);
  for (const plass of plasser) rekkefeil(fom, plass, priser.filter((p) => p.gruppe === plass.gruppe && p.niva === plass.niva), legg);
  // prices of groups that nobody has now may wait, but may not overlap
  const andre = Map.groupBy(priser.filter((p) => !plasser.some((x) => x.gruppe === p.gruppe && x.niva === p.niva)), (p) => `${p.gruppe} ${p.niva}`);
  for (const [, rekke] of andre) {
    rekkefeil(fom, { gruppe: rekke[0]?.gruppe ?? '', niva: rekke[0]?.niva ?? null }, rekke, (grunn, felt, v) => grunn === 'PRIS_OVERLAPP' && legg(grunn, felt, v));
  }
  return feil;
}
