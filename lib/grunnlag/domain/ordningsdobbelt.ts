import { brokFraDesimal, erDesimal, pluss, sammenlign, type Brok, EN_BROK } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Fastleddregler, Komponentregler, Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import type { Omgivelser, Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';

/** What a scheme pays a unit whatever services it covers there: refunded accounts, and places. */
export type Enhetsbetaling = { readonly ordningId: number } & (
  | { readonly slag: 'REFUSJON'; readonly regler: Fastleddregler }
  | { readonly slag: 'PLASSER'; readonly regler: Komponentregler; readonly fomManed: Maned; readonly tomManed: Maned | null }
);

export function enhetsbetalinger(bok: Pick<Ordningsbok, 'komponenter' | 'fastledd'>): Enhetsbetaling[] {
  return [
    ...bok.fastledd.flatMap((f): Enhetsbetaling[] => (f.type === 'REFUSJON' ? [{ slag: 'REFUSJON', ordningId: f.ordningId, regler: f.regler }] : [])),
    ...bok.komponenter.flatMap((k): Enhetsbetaling[] => (k.volumkilde === 'PLASSER' ? [{ slag: 'PLASSER', ordningId: k.ordningId, regler: k.regler, fomManed: k.fomManed, tomManed: k.tomManed }] : [])),
  ];
}

/** Codes or ranges of codes of one length that have a code in common. */
function artMotes(a: string, b: string): boolean {
  const [fraA = a, tilA = fraA] = a.split('-');
  const [fraB = b, tilB = fraB] = b.split('-');
  return fraA.length === fraB.length && fraA <= tilB && fraB <= tilA;
}

function sammeRegnskap(a: Fastleddregler, b: Fastleddregler): boolean {
  const [fa, fb] = [a.funksjoner ?? null, b.funksjoner ?? null];
  const funksjon = fa === null || fb === null || fa.some((f) => fb.includes(f));
  return funksjon && (a.arter ?? []).some((x) => (b.arter ?? []).some((y) => artMotes(x, y)));
}

const andel = (r: Fastleddregler): Brok => (r.andel !== undefined && erDesimal(r.andel) ? brokFraDesimal(r.andel) : EN_BROK);

/** Units of the draft that another scheme goes on covering for other services when the draft has begun. */
function fellesEnheter(u: Ordningsutkast, om: Omgivelser, ordningId: number): number[] {
  const tar = new Map(u.dekning.map((d) => [d.enhetId, new Set(d.tjenester)]));
  const blir = om.dekning.filter((d) => d.ordningId === ordningId && (u.fom === null || d.tomManed === null || d.tomManed >= u.fom));
  const staar = blir.filter((d) => (tar.get(d.enhetId)?.size ?? 0) > 0 && !tar.get(d.enhetId)?.has(d.tjeneste));
  return [...new Set(staar.map((d) => d.enhetId))];
}

/**
 * Money that does not follow a service can be paid twice where two schemes cover different services at one unit: the same
 * accounts refunded by more than the whole, or the same places paid.
 */
export function dobbeltfeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  const navn = (id: number) => om.enheter.find((e) => e.id === id)?.navn ?? String(id);
  return om.enhetsbetalinger.flatMap((b): Ordningsfeil[] => {
    const enheter = fellesEnheter(u, om, b.ordningId);
    if (enheter.length === 0) return [];
    const verdier = { enhet: enheter.map(navn).join(', '), ordning: om.ordninger.find((o) => o.id === b.ordningId)?.navn ?? '' };
    if (b.slag === 'REFUSJON') {
      return u.fastledd.flatMap((f, nr): Ordningsfeil[] => {
        if (f.type !== 'REFUSJON' || !sammeRegnskap(f.regler, b.regler) || sammenlign(pluss(andel(f.regler), andel(b.regler)), EN_BROK) <= 0) return [];
        return [{ grunn: 'REFUSJON_DOBBEL', sted: { steg: 'fastledd', nr, felt: 'funksjoner' }, verdier: { ledd: f.navnNb, ...verdier } }];
      });
    }
    if (b.tomManed !== null && u.fom !== null && b.tomManed < u.fom) return [];
    return u.komponenter.flatMap((k, nr): Ordningsfeil[] => {
      const felles = k.volumkilde === 'PLASSER' && (k.regler.plasstyper ?? []).some((p) => (b.regler.plasstyper ?? []).includes(p));
      return felles ? [{ grunn: 'PLASSER_DOBBEL', sted: { steg: 'ledd', nr, felt: 'plasstyper' }, verdier: { ledd: k.navnNb, ...verdier } }] : [];
    });
  });
}
