import type { Celle, Seksjon, Seksjonskode } from '#lib/oversikt/domain/rapport.ts';
import { MINSTE_ANTALL } from '#lib/oversikt/domain/undertrykk.ts';

/** Tables whose rows sum to a total that is shown, so that a single hidden row could be found from the others. */
const MED_SUM: readonly Seksjonskode[] = ['enheter', 'aktivitet', 'arsaker'];

const erSkjult = (celler: readonly Celle[]): boolean => celler.includes('SKJULT');
const skjul = (celler: readonly Celle[]): Celle[] => celler.map((c) => (c === null ? null : 'SKJULT'));
const storrelse = (celler: readonly Celle[]): number => Math.max(0, ...celler.map((c) => (typeof c === 'number' ? Math.abs(c) : 0)));

/** Rows hidden in a report, by table and key. */
export function skjulteRader(seksjoner: readonly Seksjon[]): string[] {
  return seksjoner.filter((s) => MED_SUM.includes(s.kode)).flatMap((s) => s.rader.filter((r) => erSkjult(r.celler)).map((r) => `${s.kode}/${r.nokkel}`));
}

/**
 * Keeps hidden what an earlier report of the year hid: periods overlap, and what is shown for a tertial less what is shown for three of its months is
 * the fourth. Where one row alone is hidden, the smallest of the others goes with it, so that it cannot be found by taking the rest from the sum.
 */
export function medTidligereSkjult(seksjoner: readonly Seksjon[], tidligere: ReadonlySet<string>): Seksjon[] {
  return seksjoner.map((s) => {
    if (!MED_SUM.includes(s.kode)) return s;
    const rader = s.rader.map((r) => (tidligere.has(`${s.kode}/${r.nokkel}`) ? { ...r, celler: skjul(r.celler) } : r));
    if (rader.filter((r) => erSkjult(r.celler)).length !== 1) return { ...s, rader };
    const minste = rader.filter((r) => !erSkjult(r.celler)).toSorted((a, b) => storrelse(a.celler) - storrelse(b.celler))[0];
    return { ...s, rader: rader.map((r) => (r === minste ? { ...r, celler: skjul(r.celler) } : r)) };
  });
}

/** A count of people or cases: under five is hidden, nobody is not. */
export function skjermetAntall(antall: number): Celle {
  return antall > 0 && antall < MINSTE_ANTALL ? 'SKJULT' : antall;
}
