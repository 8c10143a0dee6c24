import type { Omgivelser, Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import type { Feilgrunn } from '#lib/grunnlag/domain/ordningsfeil.ts';
import type { Ordningsutkast, Utkastfastledd } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { PLASSTYPER } from '#lib/grunnlag/domain/volumkilde.ts';

/** "190" or "195-199", both ends of one length. */
export function erArt(tekst: string): boolean {
  const treff = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(tekst);
  return treff !== null && (treff[2] === undefined || (treff[2].length === treff[1]?.length && treff[2] >= (treff[1] ?? '')));
}

type Legg = (grunn: Feilgrunn, felt: string, verdier?: Record<string, string | number>) => void;

function rammefeil(u: Ordningsutkast, om: Omgivelser, f: Utkastfastledd, legg: Legg): void {
  const dekket = new Set(u.dekning.filter((d) => d.tjenester.length > 0).map((d) => d.enhetId));
  const navn = (id: number) => om.enheter.find((e) => e.id === id)?.navn ?? String(id);
  if (f.ar === null) legg('AR_MANGLER', 'ar');
  for (const id of dekket) if (!f.belop.some((b) => b.enhetId === id)) legg('RAMME_MANGLER', 'belop', { enhet: navn(id) });
  for (const b of f.belop) if (b.enhetId !== null && !dekket.has(b.enhetId)) legg('RAMME_UTENFOR', 'belop', { enhet: navn(b.enhetId) });
}

function smadriftfeil(f: Utkastfastledd, legg: Legg): void {
  if (f.ar === null) legg('AR_MANGLER', 'ar');
  if (!PLASSTYPER.some((p) => p === f.regler.plasstype) || (f.regler.underPlasser ?? 0) < 1) legg('PLASSTYPE_MANGLER', 'plasstype');
  if (f.belop.length === 0) legg('BELOP_MANGLER', 'belop');
}

/** Faults of the fixed parts: amounts, years, arts and places that are missing or cannot be read. */
export function fastleddfeil(u: Ordningsutkast, om: Omgivelser): Ordningsfeil[] {
  return u.fastledd.flatMap((f, nr) => {
    const feil: Ordningsfeil[] = [];
    const legg: Legg = (grunn, felt, verdier = {}) => void feil.push({ grunn, sted: { steg: 'fastledd', nr, felt }, verdier: { ledd: f.navnNb, ...verdier } });
    const tatt = [...u.komponenter.map((k) => k.kode), ...u.fastledd.slice(0, nr).filter((x) => x.ar === f.ar || x.type !== 'RAMME').map((x) => x.kode)];
    if (tatt.includes(f.kode)) legg('LEDD_LIKT_NAVN', 'kode', { kode: f.kode });
    if (f.type === 'RAMME') rammefeil(u, om, f, legg);
    else if (f.type === 'SMADRIFT') smadriftfeil(f, legg);
    else if ((f.regler.arter ?? []).length === 0) legg('ARTER_MANGLER', 'arter');
    else {
      for (const art of f.regler.arter ?? []) if (!erArt(art)) legg('ART_UGYLDIG', 'arter', { art });
      // the core takes functions one by one: a range would quietly refund nothing
      for (const funksjon of f.regler.funksjoner ?? []) if (!/^\d{3,4}$/.test(funksjon)) legg('FUNKSJON_UGYLDIG', 'funksjoner', { funksjon });
    }
    return feil;
  });
}
