import { avrund, brok, erNull, ganger } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import type { Maned } from '#lib/core/maned.ts';
import { oreFraBigint } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Enhet, Linjenokkel, Mallinje, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { fasteLinjer, manuelleLinjer } from '#lib/avregning/domain/fastledd.ts';
import { dekkerEnhet, gjelderTjeneste } from '#lib/avregning/domain/indeks.ts';
import type { Indeks, Komponentplass, Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';
import { finnPris, prisgruppe } from '#lib/avregning/domain/pris.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';
import { lagOpptellingsoppslag } from '#lib/avregning/domain/utfort.ts';
import { brukervolum, gruppevolum, plassvolum } from '#lib/avregning/domain/volum.ts';

export function sammenlignNokler(a: Linjenokkel, b: Linjenokkel): number {
  return (
    sammenlignKodepunkt(a.ordning, b.ordning) ||
    sammenlignKodepunkt(a.enhet, b.enhet) ||
    sammenlignKodepunkt(a.komponent, b.komponent) ||
    (a.vedtak === null || b.vedtak === null
      ? Number(a.vedtak !== null) - Number(b.vedtak !== null)
      : sammenlignKodepunkt(a.vedtak, b.vedtak)) ||
    sammenlignKodepunkt(a.gjelderManed, b.gjelderManed)
  );
}

/** `round(volume × price)`: the one rounding of a line. */
export function belopFor(volum: Brok, prisOre: Ore): Ore {
  return oreFraBigint(avrund(ganger(volum, brok(prisOre))));
}

/** Which keys a target is wanted for. */
export type Malutvalg = (enhet: string, vedtak: string | null, m: Maned) => boolean;
const ALT: Malutvalg = () => true;

type Volumlinje = { readonly enhet: string; readonly vedtak: Vedtak | null; readonly volum: Brok };

class Malbygger {
  readonly linjer: Mallinje[] = [];
  readonly mangler = new Map<string, ManglendePris>();
  readonly #ix: Indeks;
  readonly #gruppe = new Map<string, string | null>();

  constructor(ix: Indeks) {
    this.#ix = ix;
  }

  #prisgruppe(enhet: string, m: Maned): string | null {
    const nokkel = `${m} ${enhet}`;
    let gruppe = this.#gruppe.get(nokkel);
    if (gruppe === undefined) {
      gruppe = prisgruppe(this.#ix.enheter.get(enhet), m);
      this.#gruppe.set(nokkel, gruppe);
    }
    return gruppe;
  }

  #pris(plass: Komponentplass, linje: Volumlinje, m: Maned): Ore | null {
    const { ordning, komponent } = plass;
    const omfang = linje.vedtak?.omfang;
    if (komponent.volumkilde === 'KONTRAKT') return omfang?.type === 'KONTRAKT' ? omfang.manedsbelopOre : null;
    const niva = komponent.volumkilde === 'NIVA_MANEDSSLUTT' && omfang?.type === 'NIVA' ? omfang.niva : null;
    const gruppe = this.#prisgruppe(linje.enhet, m);
    const pris = finnPris(komponent, gruppe, niva, m);
    if (pris === null) {
      const mangel = { ordning: ordning.id, komponent: komponent.kode, gruppe, niva, maned: m };
      this.mangler.set(JSON.stringify(mangel), mangel);
    }
    return pris;
  }

  legg(plass: Komponentplass, linje: Volumlinje, m: Maned): void {
    if (erNull(linje.volum)) return;
    const pris = this.#pris(plass, linje, m);
    if (pris === null) return;
    this.linjer.push({
      ordning: plass.ordning.id,
      enhet: linje.enhet,
      komponent: plass.komponent.kode,
      vedtak: linje.vedtak?.id ?? null,
      gjelderManed: m,
      volum: linje.volum,
      prisOre: pris,
      belopOre: belopFor(linje.volum, pris),
    });
  }
}

/** Target lines of a component that counts per unit. */
function perEnhet(
  bygger: Malbygger,
  plass: Komponentplass,
  enheter: readonly Enhet[],
  oppdrag: ReadonlyMap<string, readonly Leveringsoppdrag[]>,
  m: Maned,
  utvalg: Malutvalg,
): void {
  const k = plass.komponent;
  for (const enhet of enheter) {
    if (!utvalg(enhet.id, null, m)) continue;
    const gjeldende = (oppdrag.get(enhet.id) ?? []).filter((o) => gjelderTjeneste(k, o.vedtak.tjeneste));
    const volum = k.volumkilde === 'PLASSER' ? plassvolum(enhet, k, m) : brukervolum(k, gjeldende, m);
    bygger.legg(plass, { enhet: enhet.id, vedtak: null, volum }, m);
  }
}

/**
 * From counted volumes to target lines for every open month: what the months should come to, sorted as the ledger is.
 * Refuses with every price that is missing where there is volume. With `utvalg`, only the lines of those keys: the
 * facts must then hold all that those rest on.
 */
export function mal(ix: Indeks, opptellinger: readonly Opptelling[], utvalg: Malutvalg = ALT): Result<Mallinje[], ManglendePris[]> {
  const bygger = new Malbygger(ix);
  const oppslag = lagOpptellingsoppslag(opptellinger);
  const oppdragPerEnhet = Map.groupBy(ix.oppdrag.values(), (o) => o.oppdrag.enhet);
  const maneder = [...new Set(ix.grunnlag.apneManeder)];
  for (const ordning of ix.grunnlag.ordninger) {
    const enheter = ix.grunnlag.enheter.filter((e) => dekkerEnhet(ordning, e.id));
    const grupper = ix.grupper.filter((g) => dekkerEnhet(ordning, g.enhet));
    for (const komponent of ordning.komponenter) {
      const plass = { ordning, komponent };
      if (komponent.volumkilde === 'PLASSER' || komponent.volumkilde === 'BRUKERE_MANED') {
        for (const m of maneder) perEnhet(bygger, plass, enheter, oppdragPerEnhet, m, utvalg);
        continue;
      }
      for (const g of grupper.filter((gruppe) => gjelderTjeneste(komponent, gruppe.vedtak.tjeneste))) {
        for (const m of maneder) {
          if (!utvalg(g.enhet, g.vedtak.id, m)) continue;
          bygger.legg(plass, { enhet: g.enhet, vedtak: g.vedtak, volum: gruppevolum(plass, g, m, oppslag) }, m);
        }
      }
    }
    for (const m of maneder) bygger.linjer.push(...fasteLinjer(ix, ordning, m, (enhet) => utvalg(enhet, null, m)));
  }
  bygger.linjer.push(...manuelleLinjer(ix).filter((l) => utvalg(l.enhet, null, l.gjelderManed)));
  if (bygger.mangler.size > 0) return nei([...bygger.mangler.values()]);
  return ok(bygger.linjer.toSorted(sammenlignNokler));
}
