import { avrundTilTall, brok, type Brok, erNull, ganger, minus, NULL_BROK, pluss, sammenlign } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Fakturalinje } from '#lib/bilag/domain/faktura.ts';

/** What the ledger holds for a vedtak, month and component at the supplier's unit, and what is invoiced of it before. */
export type Avregnet = {
  readonly vedtakId: number;
  readonly tjeneste: string;
  readonly maned: Maned;
  readonly komponent: string;
  readonly volum: Brok;
  readonly prisOre: Ore;
  readonly belopOre: Ore;
  readonly fakturert: Brok;
};
export type Matchgrunnlag = {
  /** vedtak with this unit, by number */
  readonly vedtak: ReadonlyMap<string, number>;
  readonly avregnedeManeder: ReadonlySet<Maned>;
  readonly avregnet: readonly Avregnet[];
  readonly toleranseMinutter: number;
  readonly toleranseOre: number;
};

export type Holdegrunn = 'PERIODE_UGYLDIG' | 'UKJENT_ORDRE' | 'IKKE_AVREGNET' | 'INGENTING_GODKJENT' | 'VARE_UKJENT' | 'TJENESTE_AVVIKER' | 'BELOP_STEMMER_IKKE' | 'ALLEREDE_FAKTURERT' | 'PRIS_AVVIKER' | 'TIMER_AVVIKER';
/** GODKJENT may be paid; HOLDT waits for an agreement; AVVIST must be sent anew without what it may not hold. */
export type Utfall = { readonly utfall: 'GODKJENT'; readonly grunn: null } | { readonly utfall: 'HOLDT'; readonly grunn: Holdegrunn } | { readonly utfall: 'AVVIST'; readonly grunn: 'PERSONNUMMER' };
export type Matchet = Utfall & { readonly linje: Fakturalinje; readonly vedtakId: number | null; readonly komponent: string; readonly mot: Avregnet | null };

const nokkel = (a: { vedtakId: number; maned: Maned; komponent: string }): string => `${a.vedtakId}/${a.maned}/${a.komponent}`;
const absolutt = (b: Brok): Brok => (b.t < 0n ? { t: -b.t, n: b.n } : b);

/** The ledger's key for a line: the named component, or the only one there is. */
function finnMot(l: Fakturalinje, vedtakId: number, maned: Maned, g: Matchgrunnlag): Avregnet | Holdegrunn {
  const egne = g.avregnet.filter((a) => a.vedtakId === vedtakId && a.maned === maned);
  if (egne.length === 0) return 'INGENTING_GODKJENT';
  const valgt = l.komponent === '' ? (egne.length === 1 ? egne[0] : undefined) : egne.find((a) => a.komponent === l.komponent);
  if (!valgt) return 'VARE_UKJENT';
  return valgt.tjeneste === l.tjeneste ? valgt : 'TJENESTE_AVVIKER';
}

/** Hours may differ by the tolerance; a count never. */
function volumAvvik(l: Fakturalinje, rest: Brok, toleranseMinutter: number): -1 | 0 | 1 {
  const forskjell = minus(l.antall, rest);
  const tillatt = l.volumenhet === 'TIMER' ? brok(toleranseMinutter, 60) : NULL_BROK;
  return sammenlign(absolutt(forskjell), tillatt) <= 0 ? 0 : forskjell.t > 0n ? 1 : -1;
}

function vurder(l: Fakturalinje, mot: Avregnet, fakturert: Brok, g: Matchgrunnlag): Holdegrunn | null {
  if (avrundTilTall(ganger(l.antall, brok(l.prisOre))) !== l.belopOre) return 'BELOP_STEMMER_IKKE';
  if (Math.abs(l.prisOre - mot.prisOre) > g.toleranseOre) return 'PRIS_AVVIKER';
  const avvik = volumAvvik(l, minus(mot.volum, fakturert), g.toleranseMinutter);
  if (avvik === 0) return null;
  return avvik > 0 && !erNull(fakturert) ? 'ALLEREDE_FAKTURERT' : 'TIMER_AVVIKER';
}

/**
 * Each invoice line against what is approved in the ledger: period, order, service, hours and price. Lines are taken in
 * order, so that the same hours are not approved twice within an invoice either.
 */
export function matchFaktura(linjer: readonly Fakturalinje[], g: Matchgrunnlag): Matchet[] {
  const brukt = new Map<string, Brok>();
  return linjer.map((linje): Matchet => {
    const svar = (u: Utfall, vedtakId: number | null = null, mot: Avregnet | null = null): Matchet => ({ ...u, linje, vedtakId, komponent: mot?.komponent ?? linje.komponent, mot });
    const holdt = (grunn: Holdegrunn, vedtakId: number | null = null, mot: Avregnet | null = null): Matchet => svar({ utfall: 'HOLDT', grunn }, vedtakId, mot);
    if (linje.personnummer) return { ...svar({ utfall: 'AVVIST', grunn: 'PERSONNUMMER' }), linje: { ...linje, ordrereferanse: '' } };
    if (linje.maned === null) return holdt('PERIODE_UGYLDIG');
    const vedtakId = g.vedtak.get(linje.ordrereferanse);
    if (vedtakId === undefined) return holdt('UKJENT_ORDRE');
    if (!g.avregnedeManeder.has(linje.maned)) return holdt('IKKE_AVREGNET', vedtakId);
    const mot = finnMot(linje, vedtakId, linje.maned, g);
    if (typeof mot === 'string') return holdt(mot, vedtakId);
    const fakturert = pluss(mot.fakturert, brukt.get(nokkel(mot)) ?? NULL_BROK);
    const grunn = vurder(linje, mot, fakturert, g);
    if (grunn !== null) return holdt(grunn, vedtakId, mot);
    brukt.set(nokkel(mot), pluss(brukt.get(nokkel(mot)) ?? NULL_BROK, linje.antall));
    return svar({ utfall: 'GODKJENT', grunn: null }, vedtakId, mot);
  });
}
