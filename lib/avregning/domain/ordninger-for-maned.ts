import type { Maned } from '#lib/core/maned.ts';
import type { Ordning } from '#lib/avregning/domain/avregning-inn.ts';
import { tolkFastledd, tolkKomponent } from '#lib/avregning/domain/tolk-ordning.ts';
import type { Dekningsrad, Ordningsbok, Ordningsrad } from '#lib/grunnlag/domain/ordning.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';

/** Months in which the same schemes hold, and the schemes as the core reads them. */
export type Ordningsrom = {
  readonly maneder: readonly Maned[];
  readonly ordninger: readonly Ordning[];
  /** The core's id of a scheme at a unit. */
  readonly idFor: (ordningId: number, enhetId: number) => string;
};

const DELER = '#';

/** The scheme's own id, from the core's. */
export function ordningIdFra(id: string): number {
  return Number(id.split(DELER)[0]);
}

type Dekningsgruppe = { readonly id: string; readonly enheter: readonly number[]; readonly tjenester: readonly string[] };

/**
 * The core's scheme covers units × services. Where a scheme covers other services at one unit than at another, it is
 * read as several with the same rules, told apart by a suffix; a unit is in one of them.
 */
function dekningsgrupper(ordning: Ordningsrad, dekning: readonly Dekningsrad[]): Dekningsgruppe[] {
  const perEnhet = Map.groupBy(dekning, (d) => d.enhetId);
  const grupper = Map.groupBy([...perEnhet], ([, rader]) => JSON.stringify(rader.map((r) => r.tjeneste).toSorted()));
  if (grupper.size === 0) return [{ id: String(ordning.id), enheter: [], tjenester: [] }];
  return [...grupper].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([tjenester, enheter], nr) => ({
    id: nr === 0 ? String(ordning.id) : `${ordning.id}${DELER}${nr + 1}`,
    enheter: enheter.map(([enhet]) => enhet).toSorted((a, b) => a - b),
    tjenester: JSON.parse(tjenester) as string[],
  }));
}

function lesOrdning(bok: Ordningsbok, m: Maned, ordning: Ordningsrad, gruppe: Dekningsgruppe): Ordning {
  const komponenter = bok.komponenter.filter((k) => k.ordningId === ordning.id && gjelderIManed(k, m));
  return {
    id: gruppe.id,
    enheter: gruppe.enheter.map(String),
    komponenter: komponenter.map((k) =>
      tolkKomponent(
        k,
        k.tjenester.length === 0 ? gruppe.tjenester : k.tjenester.filter((t) => gruppe.tjenester.includes(t)),
        bok.priser.filter((p) => p.ordningId === ordning.id && p.komponent === k.kode),
      ),
    ),
    fastledd: bok.fastledd.filter((f) => f.ordningId === ordning.id).map(tolkFastledd),
  };
}

function signatur(bok: Ordningsbok, m: Maned): string {
  const gjeldende = (rader: readonly { fomManed: Maned; tomManed: Maned | null }[]) =>
    rader.flatMap((rad, nr) => (gjelderIManed(rad, m) ? [nr] : []));
  return JSON.stringify([gjeldende(bok.ordninger), gjeldende(bok.dekning), gjeldende(bok.komponenter)]);
}

/** The months, gathered by which schemes, cover and components hold in them; usually all in one. */
export function ordningsrom(bok: Ordningsbok, maneder: readonly Maned[]): Ordningsrom[] {
  return [...Map.groupBy(maneder, (m) => signatur(bok, m)).values()].map((like) => {
    const m = like[0] as Maned;
    const enhetensId = new Map<string, string>();
    const ordninger = bok.ordninger
      .filter((o) => gjelderIManed(o, m))
      .flatMap((ordning) => {
        const dekning = bok.dekning.filter((d) => d.ordningId === ordning.id && gjelderIManed(d, m));
        return dekningsgrupper(ordning, dekning).map((gruppe) => {
          for (const enhet of gruppe.enheter) enhetensId.set(`${ordning.id} ${enhet}`, gruppe.id);
          return lesOrdning(bok, m, ordning, gruppe);
        });
      });
    return { maneder: like, ordninger, idFor: (ordning, enhet) => enhetensId.get(`${ordning} ${enhet}`) ?? String(ordning) };
  });
}
