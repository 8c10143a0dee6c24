import type { Maned } from '#lib/core/maned.ts';
import { forrige, forsteDag, periodeFor } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { overlapper } from '#lib/core/periode.ts';
import type { Dekningsrad } from '#lib/grunnlag/domain/ordning.ts';
import type { Feilenhet, Omgivelser, Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';

/** The cover of other schemes that the draft would take over: same unit and service, in its first month or later. */
export function beroerteDekninger<D extends Dekningsrad>(u: Pick<Ordningsutkast, 'fom' | 'dekning'>, dekning: readonly D[]): D[] {
  const { fom } = u;
  if (fom === null) return [];
  const par = new Set(u.dekning.flatMap((d) => d.tjenester.map((t) => `${d.enhetId} ${t}`)));
  return dekning.filter((d) => (d.tomManed === null || d.tomManed >= fom) && par.has(`${d.enhetId} ${d.tjeneste}`));
}

/** The unit's price group in a month: that of its first period that touches it. */
export function prisgruppeI(enhet: Feilenhet, m: Maned): string | null {
  return enhet.perioder.filter((p) => overlapper(p, periodeFor(m))).toSorted((a, b) => (a.fom < b.fom ? -1 : 1))[0]?.gruppe ?? null;
}

function annenOrdning(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  const navn = new Map(om.ordninger.map((o) => [o.id, o.navn]));
  const enhet = new Map(om.enheter.map((e) => [e.id, e.navn]));
  const tjeneste = new Map(om.tjenester.map((t) => [t.kode, t.navn]));
  const { fom } = u;
  if (fom === null) return [];
  const perOrdning = Map.groupBy(beroerteDekninger(u, om.dekning), (d) => `${d.ordningId} ${d.enhetId} ${d.fomManed >= fom ? 'SENERE' : ''}`);
  return [...perOrdning.values()].flatMap((rader): Ordningsfeil[] => {
    const [d] = rader;
    if (!d) return [];
    const verdier = {
      ordning: navn.get(d.ordningId) ?? '',
      enhet: enhet.get(d.enhetId) ?? '',
      tjeneste: rader.map((r) => tjeneste.get(r.tjeneste) ?? r.tjeneste).join(', '),
      maned: manedOgAr(d.fomManed),
      siste: manedOgAr(forrige(fom)),
    };
    // cover that has not begun cannot end the month before: that scheme must be ended, or this one begin another month
    if (d.fomManed >= fom) return [{ grunn: 'DEKKET_SENERE', sted: { steg: 'enheter', felt: 'dekning' }, verdier }];
    return u.erstatter.includes(d.ordningId) ? [] : [{ grunn: 'DEKKET_AV_ANNEN', sted: { steg: 'enheter', felt: 'erstatter' }, verdier }];
  });
}

/** Faults of the cover: no units, units that are gone or have no price group, and units that another scheme has. */
export function dekningsfeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  const dekket = u.dekning.filter((d) => d.tjenester.length > 0);
  if (dekket.length === 0) return [{ grunn: 'INGEN_ENHETER', sted: { steg: 'enheter', felt: 'dekning' }, verdier: {} }];
  const { fom } = u;
  const feil = dekket.flatMap((d): Ordningsfeil[] => {
    const enhet = om.enheter.find((e) => e.id === d.enhetId);
    const her = { sted: { steg: 'enheter', felt: 'dekning' } as const, verdier: { enhet: enhet?.navn ?? String(d.enhetId) } };
    if (!enhet || (fom !== null && enhet.tom !== null && enhet.tom < forsteDag(fom))) return [{ grunn: 'ENHET_AVSLUTTET', ...her }];
    return fom !== null && prisgruppeI(enhet, fom) === null ? [{ grunn: 'ENHET_UTEN_PRISGRUPPE', ...her }] : [];
  });
  return [...feil, ...annenOrdning(u, om)];
}
