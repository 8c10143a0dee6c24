import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { tilDesimal } from '#lib/core/brok.ts';
import type { Nylinje } from '#lib/avregning/avregning-repo.ts';
import type { Telltkategori } from '#lib/avregning/avvist-repo.ts';
import type { Linjesum } from '#lib/avregning/domain/linjesummer.ts';
import type { Telleform } from '#lib/avregning/opptelling-repo.ts';
import { fristdagFor } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { sql } from '#lib/server/sql.ts';
import { ettKall, type Utforende } from '#lib/server/transaksjon.ts';

/** What the database saw in one moment. `avregning_blikk` in the migration tells of the columns; lists are JSON. */
export type Blikk = {
  readonly utfall: 'OPPTATT' | 'HEL' | 'FRIST' | 'UENDRET' | 'FAKTA';
  readonly id: number | null;
  readonly ore: number | null;
  readonly frist: string | null;
  readonly avtrykk: string | null;
  /** The rules as JSON, when they are not those that were believed. */
  readonly regler: string | null;
  readonly siste: number | null;
  readonly xmin: string | null;
  readonly par: string | null;
  readonly oppdrag: string | null;
  readonly pauser: string | null;
  readonly justeringer: string | null;
  readonly telling: string | null;
  readonly bokfort: string | null;
  readonly nye_avviste: string | null;
  readonly bort_avviste: string | null;
};

/** What the caller believes of the rules. `avtrykk` null: it does not know them. */
export type Antatt = {
  /** The setting of the deadline, as JSON. */
  readonly frist: string | null;
  /** The open months by that deadline, whatever the first scheme. */
  readonly apne: readonly Maned[];
  readonly avtrykk: string | null;
  /** The ways of counting, known or guessed; null: the rules are known, and ask for more. */
  readonly former: readonly Telleform[] | null;
  readonly talte: readonly Telltkategori[];
};

const liste = (verdier: readonly (number | string | boolean | null)[]): string => `{${verdier.map((v) => (v === null ? 'NULL' : String(v))).join(',')}}`;
const listeEller = <T>(verdier: readonly T[] | null, velg: (v: T) => number | string | boolean | null): string | null => (verdier === null ? null : liste(verdier.map(velg)));

/** Looks at a kommune's month; when nothing has changed, that is the run, with its row and its place in the log. */
export async function startRaskt(hvem: Utforende, maned: Maned, avregningId: number | null, tid: Date, a: Antatt): Promise<Blikk> {
  const svar = await ettKall<Blikk>(hvem, (kommune) => sql`
    avregning_start(${kommune}, ${maned}, ${avregningId}::int, ${tid}::timestamptz, ${fristdagFor(sisteDag(maned))}::date, ${a.frist}::jsonb,
      ${liste(a.apne)}::text[], ${liste(a.apne.map(forsteDag))}::date[], ${liste(a.apne.map(sisteDag))}::date[], ${a.avtrykk}::text,
      ${listeEller(a.former, (f) => f.minuttregel?.minst ?? null)}::int[], ${listeEller(a.former, (f) => f.minuttregel?.trinn ?? null)}::int[],
      ${listeEller(a.former, (f) => f.minuttregel?.retning ?? null)}::text[], ${listeEller(a.former, (f) => f.ukentlig)}::boolean[],
      ${liste(a.talte.map((t) => t.enhetId))}::int[], ${a.talte.map((t) => t.tjeneste)}::text[], ${a.talte.map((t) => t.kategori)}::text[])`);
  if (!svar) throw new Error('Kjøringen fikk ikke noe svar');
  return svar;
}

export type Skriving = {
  readonly maned: Maned;
  readonly avregningId: number | null;
  readonly startet: Date;
  readonly naa: Date;
  readonly apne: readonly Maned[];
  /** How many more vedtak have lines in the month than before. */
  readonly flereVedtak: number;
  readonly omregnet: number;
  readonly linjer: readonly Nylinje[];
  readonly summer: readonly Linjesum[];
};

/** Numbers from 1 for the different values of a list. */
function nummerer<T>(verdier: Iterable<T>): Map<T, number> {
  const nummer = new Map<T, number>();
  for (const v of verdier) if (!nummer.has(v)) nummer.set(v, nummer.size + 1);
  return nummer;
}

/** Posts what was decided on a look. Null: a run has ended or waits since then. */
export function bokforRaskt(hvem: Utforende, blikk: Blikk, s: Skriving): Promise<{ id: number; ore: number } | null> {
  const komponenter = nummerer(s.linjer.map((l) => l.linje.komponent));
  const maneder = nummerer(s.linjer.map((l) => l.linje.gjelderManed));
  const linje = (velg: (l: Nylinje) => number | string | null): string => liste(s.linjer.map(velg));
  const sum = (velg: (l: Linjesum) => number | string | null): string => liste(s.summer.map(velg));
  return ettKall(hvem, (kommune) => sql`
    avregning_bokfor(${kommune}, ${s.maned}, ${s.avregningId}::int, ${blikk.siste}::int, ${blikk.xmin}::xid8, ${liste(s.apne)}::text[], ${s.startet}::timestamptz, ${s.naa}::timestamptz,
      ${s.flereVedtak}::int, ${s.omregnet}::int, ${[...komponenter.keys()]}::text[], ${liste([...maneder.keys()])}::text[],
      ${linje((l) => l.ordningId)}::int[], ${linje((l) => l.linje.enhet)}::int[], ${linje((l) => komponenter.get(l.linje.komponent) ?? null)}::int[], ${linje((l) => l.linje.vedtak)}::int[],
      ${linje((l) => maneder.get(l.linje.gjelderManed) ?? null)}::int[], ${linje((l) => tilDesimal(l.linje.volum))}::numeric[], ${linje((l) => l.linje.prisOre)}::bigint[],
      ${linje((l) => l.linje.belopOre)}::bigint[], ${linje((l) => l.retterAvregningId)}::int[],
      ${sum((l) => l.ordningId)}::int[], ${sum((l) => l.enhet)}::int[], ${sum((l) => komponenter.get(l.komponent) ?? null)}::int[], ${s.summer.map((l) => l.tjeneste)}::text[],
      ${sum((l) => maneder.get(l.gjelderManed) ?? null)}::int[], ${sum((l) => l.antallVedtak)}::int[], ${sum((l) => tilDesimal(l.volum))}::numeric[], ${sum((l) => l.belopOre)}::bigint[],
      ${blikk.nye_avviste}::jsonb, ${blikk.bort_avviste}::bigint[])`);
}
