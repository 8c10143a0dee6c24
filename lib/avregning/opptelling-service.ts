import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, manederFraTil, sisteDag } from '#lib/core/maned.ts';
import type { Avregningsgrunnlag, Komponent } from '#lib/avregning/domain/avregning-inn.ts';
import type { Lesestrekk } from '#lib/avregning/domain/omregning.ts';
import { tellerBesok } from '#lib/avregning/domain/samle.ts';
import { telleformNokkel, tellesUkentlig } from '#lib/avregning/domain/telleformer.ts';
import { type Kandidater, type Ordreram, type Telleform, type Tellerad, tellBesok, tellManed } from '#lib/avregning/opptelling-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Telling = {
  /** By way of counting. */
  readonly rader: ReadonlyMap<string, readonly Tellerad[]>;
  /** Orders that may have a visit to refuse; among vedtak counted by themselves, of those in force the whole month. */
  readonly kandidater: ReadonlyMap<Maned, Kandidater>;
  /** Approved visits in force, in the months counted whole. */
  readonly antallBesok: ReadonlyMap<Maned, number>;
};
type Ordre = Ordreram & { readonly vedtak: number };

/** The days that an order and its vedtak have in common; orders with none are left out. */
function ordrer(g: Pick<Avregningsgrunnlag, 'vedtak' | 'oppdrag'>): Ordre[] {
  const vedtak = new Map(g.vedtak.map((v) => [v.id, v]));
  return g.oppdrag.flatMap((o) => {
    const v = vedtak.get(o.vedtak);
    if (!v) return [];
    const fom = o.fom > v.fom ? o.fom : v.fom;
    const tom: Dato | null = o.tom === null || (v.tom !== null && v.tom < o.tom) ? v.tom : o.tom;
    return tom !== null && tom < fom ? [] : [{ id: Number(o.id), vedtak: Number(o.vedtak), fom, tom }];
  });
}

type Samler = { readonly rader: Tellerad[]; readonly kandidater: Map<Maned, Kandidater>; readonly antallBesok: Map<Maned, number> };

/** A whole month: one pass over its visits, and the orders that begin or end in it by themselves. */
async function tellHel(tx: Tx, form: Telleform, medKategorier: boolean, m: Maned, alle: ReadonlyMap<number, Ordre>, til: Samler): Promise<void> {
  const delvis = new Map<number, Ordre>();
  const andre = new Map<number, Ordre>();
  const kandidater = new Set<number>();
  const ikkeHele = new Set<number>();
  let antall = 0;
  for (const rad of await tellManed(tx, form, m)) {
    const ordre = alle.get(rad.oppdragId);
    const hel = ordre !== undefined && ordre.fom <= forsteDag(m) && (ordre.tom === null || ordre.tom >= sisteDag(m));
    if (!hel || rad.andre > 0) kandidater.add(rad.oppdragId);
    if (!hel) ikkeHele.add(rad.oppdragId);
    if (!ordre) continue;
    if (!hel) {
      delvis.set(ordre.id, ordre);
      continue;
    }
    antall += rad.kvittert;
    if (rad.antall > 0) til.rader.push({ oppdragId: rad.oppdragId, maned: m, uke: rad.uke, kategori: 'BRUKERRETTET', minutter: rad.minutter, planlagt: 0, antall: rad.antall, andre: rad.andre });
    if (rad.andre > 0) andre.set(ordre.id, ordre);
  }
  for (const rad of await tellBesok(tx, form, m, m, [...delvis.values()])) {
    antall += rad.antall;
    if (rad.antall > 0) til.rader.push(rad);
  }
  const avAndre = medKategorier ? await tellBesok(tx, form, m, m, [...andre.values()], true) : [];
  til.rader.push(...avAndre.filter((rad) => rad.antall > 0));
  til.kandidater.set(m, { oppdrag: [...kandidater], delvis: [...ikkeHele] });
  til.antallBesok.set(m, antall);
}

/** Some vedtak by their orders. */
async function tellUtvalg(tx: Tx, form: Telleform, s: Lesestrekk, vedtakIder: readonly number[], alle: ReadonlyMap<number, Ordre>, til: Samler): Promise<void> {
  const egne = new Set(vedtakIder);
  const kandidater = new Map(manederFraTil(s.fra, s.til).map((m) => [m, new Set<number>()]));
  for (const rad of await tellBesok(tx, form, s.fra, s.til, [...alle.values()].filter((o) => egne.has(o.vedtak)))) {
    if (rad.antall > 0) til.rader.push(rad);
    if (rad.andre > 0) kandidater.get(rad.maned)?.add(rad.oppdragId);
  }
  for (const [m, ider] of kandidater) til.kandidater.set(m, { oppdrag: [...ider], delvis: [] });
}

/** One count in SQL for each way of counting that some component uses. */
export async function tell(tx: Tx, komponenter: readonly Komponent[], strekk: readonly Lesestrekk[], g: Pick<Avregningsgrunnlag, 'vedtak' | 'oppdrag'>): Promise<Telling> {
  const telles = komponenter.filter((k) => tellerBesok(k) && k.tidsband === null);
  const former = new Map(telles.map((k) => [telleformNokkel(k), k]));
  const alle = new Map(former.size === 0 ? [] : ordrer(g).map((o) => [o.id, o]));
  const rader = new Map<string, readonly Tellerad[]>();
  const kandidater = new Map<Maned, Kandidater>();
  const antallBesok = new Map<Maned, number>();
  for (const [nokkel, k] of former) {
    const form: Telleform = { minuttregel: k.minuttregel, ukentlig: tellesUkentlig(k) };
    const medKategorier = telles.some((x) => telleformNokkel(x) === nokkel && x.kategorier.length > 0);
    const samler: Samler = { rader: [], kandidater, antallBesok };
    for (const s of strekk) {
      if (s.vedtakIder === null) {
        for (const m of manederFraTil(s.fra, s.til)) await tellHel(tx, form, medKategorier, m, alle, samler);
        continue;
      }
      await tellUtvalg(tx, form, s, s.vedtakIder, alle, samler);
    }
    rader.set(nokkel, samler.rader);
  }
  return { rader, antallBesok, kandidater };
}
