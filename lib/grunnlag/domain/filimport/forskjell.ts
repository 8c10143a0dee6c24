import type { Maling } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** What is held, or what a file holds, of a part in a period. `serie` keeps apart what never replaces each other (budget versions). */
export type Sum = { readonly del: string; readonly serie: string; readonly periode: string; readonly sum: number; readonly antall: number };
/** MANED: the file replaces everything in its periods. ENHET: only the parts it has. */
export type Omfang = 'MANED' | 'ENHET';
export type Forskjellslinje = { readonly del: string; readonly serie: string; readonly periode: string; readonly for: number | null; readonly etter: number | null; readonly forskjell: number };

const nokkel = (s: { serie: string; periode: string; del: string }): string => `${s.serie}|${s.periode}|${s.del}`;

/** Adds rows up as they are read. */
export function lagSummering(): { tell(m: Maling): void; summer(): Sum[] } {
  const per = new Map<string, { del: string; serie: string; periode: string; sum: number; antall: number }>();
  return {
    tell(m) {
      const her = per.get(nokkel(m));
      if (her) {
        her.sum += m.sum;
        her.antall += 1;
      } else per.set(nokkel(m), { del: m.del, serie: m.serie, periode: m.periode, sum: m.sum, antall: 1 });
    },
    summer: () => [...per.values()].toSorted((a, b) => (nokkel(a) < nokkel(b) ? -1 : 1)),
  };
}

/** What taking the file in does: each part and period before and after, in the file's scope. */
export function beregnForskjell(holdt: readonly Sum[], fil: readonly Sum[], omfang: Omfang): Forskjellslinje[] {
  const perioder = new Set(fil.map((s) => `${s.serie}|${s.periode}`));
  const deler = new Set(fil.map(nokkel));
  const rammet = holdt.filter((s) => (omfang === 'MANED' ? perioder.has(`${s.serie}|${s.periode}`) : deler.has(nokkel(s))));
  const for_ = new Map(rammet.map((s) => [nokkel(s), s]));
  const etter = new Map(fil.map((s) => [nokkel(s), s]));
  return [...new Set([...for_.keys(), ...etter.keys()])].toSorted().map((n) => {
    const [a, b] = [for_.get(n), etter.get(n)];
    const { del, serie, periode } = (a ?? b) as Sum;
    return { del, serie, periode, for: a?.sum ?? null, etter: b?.sum ?? null, forskjell: (b?.sum ?? 0) - (a?.sum ?? 0) };
  });
}

/** The lines as one text, so that what was confirmed can be compared with what is true when it is carried out. */
export function forskjellstekst(linjer: readonly Forskjellslinje[], omfang: Omfang): string {
  return [omfang, ...linjer.map((l) => `${l.serie}|${l.periode}|${l.del}|${l.for ?? ''}|${l.etter ?? ''}`)].join('\n');
}
