import type { Dato } from '#lib/core/dato.ts';
import { inneholder, snitt } from '#lib/core/periode.ts';
import type { Periode } from '#lib/core/periode.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import { dekketOmfang, vedtakspris } from '#lib/vedtak/domain/vedtakspris.ts';
import type { Priskomponent } from '#lib/vedtak/domain/vedtakspris.ts';
import { tilstandPa } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import type { Vedtakstilstand } from '#lib/vedtak/domain/vedtak-tilstand.ts';

export type PakkeVedtak = { readonly id: number; readonly nummer: string; readonly tjeneste: string; readonly omfang: Omfang; readonly fom: Dato; readonly tom: Dato | null; readonly grunn: string | null };
export type PakkeOppdrag = { readonly vedtakId: number; readonly enhetId: number; readonly enhet: string; readonly eierform: string; readonly fom: Dato; readonly tom: Dato | null; readonly tidsband: readonly string[] };
export type PakkePause = { readonly vedtakId: number; readonly fom: Dato; readonly tom: Dato | null };

export type Segment = Periode & { readonly vedtakId: number; readonly nummer: string; readonly omfang: Omfang; readonly tilstand: Vedtakstilstand };
/** Kroner a month of what is in force: an amount in øre, not paid by the piece, or a price that is missing. */
export type Radpris = { readonly type: 'PRIS'; readonly ore: number } | { readonly type: 'IKKE_STYKKPRIS' } | { readonly type: 'MANGLER' } | { readonly type: 'IKKE_I_KRAFT' };
export type Pakkerad = {
  readonly tjeneste: string;
  readonly segmenter: readonly Segment[];
  readonly pauser: readonly Periode[];
  /** the segment in force, else the next, else the last */
  readonly hoved: Segment;
  readonly pris: Radpris;
};
export type Pakkegruppe = { readonly enhetId: number; readonly enhet: string; readonly eierform: string; readonly rader: readonly Pakkerad[] };
export type Tjenestepakke = { readonly grupper: readonly Pakkegruppe[]; readonly sumOre: number; readonly manglerPris: boolean };

export type Pakkefakta = {
  readonly idag: Dato;
  readonly vindu: { readonly fom: Dato; readonly tom: Dato };
  readonly vedtak: readonly PakkeVedtak[];
  readonly oppdrag: readonly PakkeOppdrag[];
  readonly pauser: readonly PakkePause[];
  readonly priser: Readonly<Record<string, readonly Priskomponent[]>>;
};

const RANG: Record<Vedtakstilstand, number> = { I_KRAFT: 0, KOMMENDE: 1, ERSTATTET: 2, AVSLUTTET: 2, AVSLAG: 3 };

/**
 * A component per recipient (`BRUKERE_MANED`) is paid once a unit however many vedtak there are: it follows the first
 * row that is in force there. `brukt` remembers across the rows of a unit.
 */
function radpris(f: Pakkefakta, enhetId: number, tjeneste: string, par: readonly Par[], brukt: Set<string>): Radpris {
  let sum = 0;
  let funnet = false;
  for (const { vedtak, oppdrag } of par) {
    if (!inneholder(vedtak, f.idag) || !inneholder(oppdrag, f.idag)) continue;
    const komponenter = (f.priser[`${enhetId}/${tjeneste}`] ?? []).filter((k) => {
      const nokkel = `${enhetId}/${k.ordningId}/${k.kode}`;
      if (k.volumkilde !== 'BRUKERE_MANED') return true;
      return brukt.has(nokkel) ? false : (brukt.add(nokkel), true);
    });
    const andres = f.oppdrag.filter((o) => o.vedtakId === vedtak.id && o !== oppdrag && inneholder(o, f.idag)).flatMap((o) => o.tidsband);
    const svar = vedtakspris(dekketOmfang(vedtak.omfang, oppdrag.tidsband, andres), komponenter);
    if (!svar.ok) return { type: 'MANGLER' };
    if (svar.verdi === null) {
      funnet ||= komponenter.length > 0;
      continue;
    }
    funnet = true;
    sum += svar.verdi.manedOre;
  }
  const iKraft = par.some((p) => inneholder(p.vedtak, f.idag) && inneholder(p.oppdrag, f.idag));
  if (!iKraft) return { type: 'IKKE_I_KRAFT' };
  return funnet ? { type: 'PRIS', ore: sum } : { type: 'IKKE_STYKKPRIS' };
}

type Par = { readonly vedtak: PakkeVedtak; readonly oppdrag: PakkeOppdrag; readonly segment: Segment };

function parene(f: Pakkefakta): Par[] {
  return f.vedtak.flatMap((vedtak) =>
    f.oppdrag.flatMap((oppdrag) => {
      const felles = oppdrag.vedtakId === vedtak.id ? snitt<Dato>(vedtak, oppdrag) : null;
      if (felles === null || snitt<Dato>(felles, f.vindu) === null) return [];
      const tilstand = tilstandPa(f.idag, { ...felles, grunn: vedtak.grunn });
      return [{ vedtak, oppdrag, segment: { ...felles, vedtakId: vedtak.id, nummer: vedtak.nummer, omfang: vedtak.omfang, tilstand } }];
    }),
  );
}

function rad(f: Pakkefakta, enhetId: number, tjeneste: string, par: readonly Par[], brukt: Set<string>): Pakkerad {
  const segmenter = par.map((p) => p.segment);
  const hoved = segmenter.toSorted((a, b) => RANG[a.tilstand] - RANG[b.tilstand] || (a.tilstand === 'KOMMENDE' ? (a.fom < b.fom ? -1 : 1) : a.fom < b.fom ? 1 : -1))[0];
  if (!hoved) throw new Error('en rad i pakken har minst ett vedtak');
  const ider = new Set(par.map((p) => p.vedtak.id));
  const pauser = f.pauser.filter((p) => ider.has(p.vedtakId) && snitt<Dato>(p, f.vindu) !== null);
  return { tjeneste, segmenter, pauser, hoved, pris: radpris(f, enhetId, tjeneste, par, brukt) };
}

/** The whole package across providers, by unit and service, with what it costs a month at today's prices. */
export function tjenestepakke(f: Pakkefakta): Tjenestepakke {
  const perEnhet = new Map<number, Par[]>();
  for (const par of parene(f)) perEnhet.set(par.oppdrag.enhetId, [...(perEnhet.get(par.oppdrag.enhetId) ?? []), par]);
  const grupper = [...perEnhet].map(([enhetId, alle]): Pakkegruppe => {
    const brukt = new Set<string>();
    const tjenester = [...new Set(alle.map((p) => p.vedtak.tjeneste))];
    const rader = tjenester.map((tjeneste) => rad(f, enhetId, tjeneste, alle.filter((p) => p.vedtak.tjeneste === tjeneste), brukt));
    const forste = alle[0]?.oppdrag;
    return { enhetId, enhet: forste?.enhet ?? '', eierform: forste?.eierform ?? '', rader };
  });
  const rader = grupper.flatMap((g) => g.rader);
  return {
    grupper: grupper.toSorted((a, b) => Number(erTom(a)) - Number(erTom(b)) || (a.enhet < b.enhet ? -1 : 1)),
    sumOre: rader.reduce((sum, r) => sum + (r.pris.type === 'PRIS' ? r.pris.ore : 0), 0),
    manglerPris: rader.some((r) => r.pris.type === 'MANGLER'),
  };
}

/** Rows whose vedtak in force ends by `grense` with nothing of the same service after it, at any provider: what has to be looked at again. */
export function loperUt(p: Tjenestepakke, grense: Dato): Pakkerad[] {
  const rader = p.grupper.flatMap((g) => g.rader);
  return rader.filter(({ tjeneste, hoved: { tilstand, tom, vedtakId } }) => {
    if (tilstand !== 'I_KRAFT' || tom === null || tom > grense) return false;
    const andre = rader.filter((r) => r.tjeneste === tjeneste).flatMap((r) => r.segmenter).filter((s) => s.vedtakId !== vedtakId && (s.tilstand === 'I_KRAFT' || s.tilstand === 'KOMMENDE'));
    return !andre.some((s) => s.tom === null || s.tom > tom);
  });
}

/** Nothing in force or coming: shown after the others. */
function erTom(g: Pakkegruppe): boolean {
  return g.rader.every((r) => r.hoved.tilstand !== 'I_KRAFT' && r.hoved.tilstand !== 'KOMMENDE');
}
