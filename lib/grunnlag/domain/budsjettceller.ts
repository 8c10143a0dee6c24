import { brok, brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { lesBelop, lesDesimal } from '#lib/core/tolk-felt.ts';
import type { Budsjettinnhold, Budsjettlinje } from '#lib/grunnlag/domain/budsjettutkast.ts';

/** The four tables one writes a budget in: volumes, prices and amounts in kroner, twelve months a row. */
export const BUDSJETTDELER = ['volum', 'pris', 'enheter', 'poster'] as const;
export type Budsjettdel = (typeof BUDSJETTDELER)[number];
export type Celler = { readonly nokkel: string; readonly celler: readonly string[] };
export type Cellefeil = { readonly nokkel: string; readonly maned: number; readonly verdi: string; readonly grunn: 'IKKE_TALL' | 'NEGATIVT' };

export const linjenokkel = (l: Pick<Budsjettlinje, 'ordningId' | 'komponent' | 'enhetId'>): string => `${l.ordningId}/${l.komponent}/${l.enhetId}`;

const utenNuller = (desimal: string): string => desimal.replace(/\.?0+$/, '').replace('.', ',');
const kroner = (ore: number): string => utenNuller(tilDesimal(brok(ore, 100), 2));
const volumtekst = (volum: string): string => utenNuller(tilDesimal(brokFraDesimal(volum)));

/** A part of a draft as text to write in: as few decimals as say it exactly, with a comma. */
export function visCeller(b: Budsjettinnhold, del: Budsjettdel): Celler[] {
  if (del === 'volum') return b.linjer.map((l) => ({ nokkel: linjenokkel(l), celler: l.volum.map(volumtekst) }));
  if (del === 'pris') return b.linjer.map((l) => ({ nokkel: linjenokkel(l), celler: l.prisOre.map(kroner) }));
  if (del === 'enheter') return b.enheter.map((e) => ({ nokkel: String(e.enhetId), celler: e.ore.map(kroner) }));
  return b.poster.map((p) => ({ nokkel: p.post, celler: p.ore.map(kroner) }));
}

/** Income is a negative post; volumes, prices and costs are never negative. An empty cell is nothing. */
function lesCelle(tekst: string, del: Budsjettdel): { verdi: number | string } | 'IKKE_TALL' | 'NEGATIVT' {
  const ren = tekst.trim().replace('\u2212', '-');
  const verdi = ren === '' ? (del === 'volum' ? '0' : 0) : del === 'volum' ? lesDesimal(ren, 4) : lesBelop(ren);
  if (verdi === null) return 'IKKE_TALL';
  return del !== 'poster' && String(verdi).startsWith('-') ? 'NEGATIVT' : { verdi };
}

/** The draft with a part replaced by what was typed. Only rows that it has can be written; every faulty cell is named (`maned` 1–12). */
export function medCeller(b: Budsjettinnhold, del: Budsjettdel, rader: readonly Celler[]): Result<Budsjettinnhold, Cellefeil[]> {
  const feil: Cellefeil[] = [];
  const lest = new Map(
    rader.map(({ nokkel, celler }) => [
      nokkel,
      celler.map((verdi, i) => {
        const celle = lesCelle(verdi, del);
        if (typeof celle !== 'string') return celle.verdi;
        feil.push({ nokkel, maned: i + 1, verdi, grunn: celle });
        return 0;
      }),
    ]),
  );
  if (feil.length > 0) return nei(feil);
  const tall = (nokkel: string, ellers: readonly number[]): readonly number[] => lest.get(nokkel)?.map(Number) ?? ellers;
  return ok({
    linjer: b.linjer.map((l) => ({
      ...l,
      volum: del === 'volum' ? (lest.get(linjenokkel(l))?.map(String) ?? l.volum) : l.volum,
      prisOre: del === 'pris' ? tall(linjenokkel(l), l.prisOre) : l.prisOre,
    })),
    enheter: del === 'enheter' ? b.enheter.map((e) => ({ ...e, ore: tall(String(e.enhetId), e.ore) })) : b.enheter,
    poster: del === 'poster' ? b.poster.map((p) => ({ ...p, ore: tall(p.post, p.ore) })) : b.poster,
  });
}
