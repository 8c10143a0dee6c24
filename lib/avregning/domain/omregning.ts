import { type Maned, manedensAr } from '#lib/core/maned.ts';

/**
 * What something that changed may move: the lines of a vedtak (`vedtakId`), the lines of a unit that have no vedtak
 * (`enhetId`), or everything (neither). `maned` null is every open month.
 */
export type Merke = { readonly vedtakId: number | null; readonly enhetId: number | null; readonly maned: Maned | null };

/** What a run recounts; everything else keeps what is posted. */
export type Omregning = {
  /** Months counted whole. */
  readonly hele: ReadonlySet<Maned>;
  /** In the other months: these vedtak. */
  readonly vedtak: ReadonlyMap<Maned, ReadonlySet<number>>;
  /** In the other months: the lines without a vedtak of these units. */
  readonly enheter: ReadonlyMap<Maned, ReadonlySet<number>>;
};

function legg(kart: Map<Maned, Set<number>>, m: Maned, id: number): void {
  const sett = kart.get(m);
  if (sett) sett.add(id);
  else kart.set(m, new Set([id]));
}

/** The open months a mark moves. A yearly cap carries a change on to the later months of its year. */
function beveger(merke: Merke, apne: readonly Maned[], arlig: boolean): readonly Maned[] {
  const { maned } = merke;
  if (maned === null) return apne;
  return apne.filter((m) => m === maned || (arlig && m > maned && manedensAr(m) === manedensAr(maned)));
}

/**
 * @param apne the open months of the run
 * @param fulgte months whose every change since their last run has left a mark; the others are counted whole
 * @param arlig whether some component is capped over the year
 */
export function planleggOmregning(apne: readonly Maned[], fulgte: ReadonlySet<Maned>, merker: readonly Merke[], arlig: boolean): Omregning {
  const hele = new Set(apne.filter((m) => !fulgte.has(m)));
  const vedtak = new Map<Maned, Set<number>>();
  const enheter = new Map<Maned, Set<number>>();
  for (const merke of merker.filter((m) => m.vedtakId === null && m.enhetId === null)) {
    for (const m of beveger(merke, apne, arlig)) hele.add(m);
  }
  for (const merke of merker) {
    for (const m of beveger(merke, apne, arlig && merke.vedtakId !== null)) {
      if (hele.has(m)) continue;
      if (merke.vedtakId !== null) legg(vedtak, m, merke.vedtakId);
      else if (merke.enhetId !== null) legg(enheter, m, merke.enhetId);
    }
  }
  return { hele, vedtak, enheter };
}

/** The months that anything is recounted in, in order. */
export function omregnedeManeder(o: Omregning): Maned[] {
  return [...new Set([...o.hele, ...o.vedtak.keys(), ...o.enheter.keys()])].toSorted();
}

/** Every vedtak that is recounted in a month that is not counted whole. */
export function omregnedeVedtak(o: Omregning): number[] {
  return [...new Set([...o.vedtak.values()].flatMap((sett) => [...sett]))].toSorted((a, b) => a - b);
}

export function omregnedeEnheter(o: Omregning): number[] {
  return [...new Set([...o.enheter.values()].flatMap((sett) => [...sett]))].toSorted((a, b) => a - b);
}

/** Whether the lines of a key are recounted. */
export function omregnes(o: Omregning, enhet: string, vedtak: string | null, m: Maned): boolean {
  if (o.hele.has(m)) return true;
  return vedtak === null ? o.enheter.get(m)?.has(Number(enhet)) === true : o.vedtak.get(m)?.has(Number(vedtak)) === true;
}

/** Months in a row whose registrations are read, for these vedtak (null: all). */
export type Lesestrekk = { readonly fra: Maned; readonly til: Maned; readonly vedtakIder: readonly number[] | null };

/**
 * The stretches of months to read registrations of, disjoint and in order. With a yearly cap a month needs those before
 * it in its year.
 */
export function lesestrekk(o: Omregning, alle: readonly Maned[], arlig: boolean): Lesestrekk[] {
  const trengs = (m: Maned, av: Maned): boolean => m === av || (arlig && m < av && manedensAr(m) === manedensAr(av));
  const svar: { fra: Maned; til: Maned; ider: Set<number> | null }[] = [];
  const slag = (ider: ReadonlySet<number> | null) => (ider === null ? 'HEL' : ider.size > 0 ? 'DEL' : 'INGEN');
  for (const m of alle) {
    const hel = [...o.hele].some((h) => trengs(m, h));
    const ider = hel ? null : new Set([...o.vedtak].flatMap(([av, sett]) => (trengs(m, av) ? [...sett] : [])));
    const forrige = svar.at(-1);
    if (forrige && slag(forrige.ider) === slag(ider)) {
      forrige.til = m;
      for (const id of ider ?? []) forrige.ider?.add(id);
    } else svar.push({ fra: m, til: m, ider });
  }
  return svar
    .filter((s) => s.ider === null || s.ider.size > 0)
    .map(({ fra, til, ider }) => ({ fra, til, vedtakIder: ider === null ? null : [...ider].toSorted((a, b) => a - b) }));
}
