import { dagnummer, datoFraDagnummer, ukedagForDagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { manedAv, manederFraTil, manedensAr, manedFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { datoI } from '#lib/core/oslo-tid.ts';
import type {
  Besok,
  Besokskategori,
  Komponent,
  Leveranse,
  Minuttregel,
} from '#lib/avregning/domain/avregning-inn.ts';
import type { Indeks, Komponentplass, Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';
import { liggerIBand, minutterIBand } from '#lib/avregning/domain/tidsband.ts';

/**
 * What was registered and approved on one oppdrag in one month, counted for one component: whole minutes after the
 * minute rule and the time band, before the share of the category. The app makes the same rows in SQL.
 */
export type Opptelling = {
  readonly ordning: string;
  readonly komponent: string;
  readonly oppdrag: string;
  readonly maned: Maned;
  /** The Monday of the ISO week, where the component's cap is weekly; otherwise null. */
  readonly uke: Dato | null;
  /** Null for deliveries. */
  readonly kategori: Besokskategori | null;
  readonly minutter: number;
  readonly antall: number;
};

/** The minutes that a visit counts for: lifted to the least, then to a multiple of the step, halves up. */
export function etterMinuttregel(minutter: number, regel: Minuttregel | null): number {
  if (regel === null) return minutter;
  const lofted = Math.max(minutter, regel.minst);
  const rest = lofted % regel.trinn;
  if (rest === 0 || regel.retning === 'NED') return lofted - rest;
  const opp = regel.retning === 'OPP' || rest * 2 >= regel.trinn;
  return opp ? lofted - rest + regel.trinn : lofted - rest;
}

export function tellerBesok(k: Komponent): boolean {
  return k.volumkilde === 'UTFORT_TID' || k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' || k.volumkilde === 'BESOK';
}

/** The months whose registrations a component needs: the open ones, and for a yearly cap the year's earlier ones too. */
export function tellemaneder(k: Komponent, apneManeder: readonly Maned[]): ReadonlySet<Maned> {
  if (k.volumkilde !== 'UTFORT_TID_MAKS_VEDTATT' || k.tak.periode !== 'AR') return new Set(apneManeder);
  return new Set(apneManeder.flatMap((m) => manederFraTil(manedAv(manedensAr(m), 1), m)));
}

export function erIKraft(o: Leveringsoppdrag, dag: number): boolean {
  return o.iKraft.fra <= dag && dag <= o.iKraft.til;
}

function mandag(dag: number): Dato {
  return datoFraDagnummer(dag - ukedagForDagnummer(dag) + 1);
}

/** What one approved visit is to one component; null when it is nothing. */
function telling(ix: Indeks, k: Komponent, b: Besok): { minutter: number; antall: number } | null {
  const regel = k.kategorier.find((r) => r.kategori === b.kategori);
  if (b.kategori !== 'BRUKERRETTET' && !regel) return null;
  const registrert = regel?.grunnlag === 'PLANLAGT' ? (b.planlagtMinutter ?? 0) : b.minutter;
  const band = k.tidsband === null ? undefined : ix.tidsband.get(k.tidsband);
  if (!band) return { minutter: etterMinuttregel(registrert, k.minuttregel), antall: 1 };
  const minutter = minutterIBand(band, b.start, registrert, ix.helligdager);
  const antall = liggerIBand(band, b.start, ix.helligdager) ? 1 : 0;
  return minutter === 0 && antall === 0 ? null : { minutter, antall };
}

type Sum = { -readonly [N in keyof Opptelling]: Opptelling[N] };

class Opptellinger {
  // by component, then oppdrag: ids are free text, so they are never joined into one key
  readonly #sum = new Map<Komponent, Map<string, Map<string, Sum>>>();

  legg(plass: Komponentplass, rad: Omit<Opptelling, 'ordning' | 'komponent'>): void {
    const iKomponenten = hent(this.#sum, plass.komponent, () => new Map<string, Map<string, Sum>>());
    const iOppdraget = hent(iKomponenten, rad.oppdrag, () => new Map<string, Sum>());
    const nokkel = `${rad.maned} ${rad.uke ?? ''} ${rad.kategori ?? ''}`;
    const sum = iOppdraget.get(nokkel);
    if (!sum) iOppdraget.set(nokkel, { ordning: plass.ordning.id, komponent: plass.komponent.kode, ...rad });
    else {
      sum.minutter += rad.minutter;
      sum.antall += rad.antall;
    }
  }

  get alle(): Opptelling[] {
    return [...this.#sum.values()].flatMap((k) => [...k.values()].flatMap((o) => [...o.values()]));
  }
}

function hent<K, V>(kart: Map<K, V>, nokkel: K, lag: () => V): V {
  const funnet = kart.get(nokkel);
  if (funnet !== undefined) return funnet;
  const ny = lag();
  kart.set(nokkel, ny);
  return ny;
}

/** Counts visits and deliveries per component, oppdrag and month. What cannot count is left out; see `avviste`. */
export function samle(ix: Indeks, besok: readonly Besok[], leveranser: readonly Leveranse[]): Opptelling[] {
  const maneder = new Map<Komponent, ReadonlySet<Maned>>();
  for (const o of ix.grunnlag.ordninger) {
    for (const k of o.komponenter) maneder.set(k, tellemaneder(k, ix.grunnlag.apneManeder));
  }
  const tatt = new Opptellinger();
  for (const b of besok) {
    const o = ix.oppdrag.get(b.oppdrag);
    const dato = datoI(b.start);
    const dag = dagnummer(dato);
    if (!o || !b.kvittert || !erIKraft(o, dag)) continue;
    const maned = manedFor(dato);
    for (const plass of ix.komponenterFor(o.vedtak.tjeneste, o.oppdrag.enhet)) {
      const k = plass.komponent;
      if (!tellerBesok(k) || !maneder.get(k)?.has(maned)) continue;
      const t = telling(ix, k, b);
      const ukentlig = k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' && k.tak.periode === 'UKE';
      const uke = ukentlig ? mandag(dag) : null;
      if (t) tatt.legg(plass, { oppdrag: b.oppdrag, maned, uke, kategori: b.kategori, ...t });
    }
  }
  for (const l of leveranser) {
    const o = ix.oppdrag.get(l.oppdrag);
    if (!o || !l.kvittert || !erIKraft(o, dagnummer(l.dato))) continue;
    const maned = manedFor(l.dato);
    for (const plass of ix.komponenterFor(o.vedtak.tjeneste, o.oppdrag.enhet)) {
      const { komponent } = plass;
      if (komponent.volumkilde !== 'UTFORT_ANTALL' || !maneder.get(komponent)?.has(maned)) continue;
      tatt.legg(plass, { oppdrag: l.oppdrag, maned, uke: null, kategori: null, minutter: 0, antall: l.antall });
    }
  }
  return tatt.alle;
}
