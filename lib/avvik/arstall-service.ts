import { finnArsoppgjorsfrist } from '#lib/avvik/arsfrist-service.ts';
import { finnEnhetstall, finnForsteManed } from '#lib/avvik/arsslutt-repo.ts';
import type { Arstall } from '#lib/avvik/arsslutt-view.ts';
import { finnAnslag, finnDispensasjoner, gjelderNa, venter } from '#lib/avvik/arsvedtak-repo.ts';
import { beregnEnhet, type Enhetsar, regelFor } from '#lib/avvik/domain/arsslutt.ts';
import { hindringer } from '#lib/avvik/domain/overforingsforslag.ts';
import { finnOverforinger, gjeldendeVedtak } from '#lib/avvik/overforing-repo.ts';
import { type Maned, manedAv, manederFraTil, manedFor, manedensAr } from '#lib/core/maned.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import { gjelderIManed, type Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok, type Manedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Years that have something to show: from the first posted month to this year, newest first. */
export async function finnArene(tx: Tx): Promise<number[]> {
  const iAr = manedensAr(manedFor(iDag()));
  const forste = await finnForsteManed(tx);
  const fra = forste ? Math.min(manedensAr(forste), iAr) : iAr;
  return Array.from({ length: iAr - fra + 1 }, (_, i) => iAr - i);
}

function maneneI(ar: number, bok: Ordningsbok, status: ReadonlyMap<Maned, Manedstatus>): Arstall['maneder'] {
  return manederFraTil(manedAv(ar, 1), manedAv(ar, 12))
    .filter((m) => bok.ordninger.some((o) => gjelderIManed(o, m)))
    .map((maned) => ({ maned, status: status.get(maned) ?? 'APEN' }));
}

function reglene(bok: Ordningsbok, enhetId: number, siste: Maned) {
  const ider = new Set(bok.dekning.filter((d) => d.enhetId === enhetId && gjelderIManed(d, siste)).map((d) => d.ordningId));
  return regelFor(bok.ordninger.filter((o) => ider.has(o.id)).map((o) => ({ ordningId: o.id, ordning: o.navn, overforing: o.regler.overforing ?? null })));
}

/**
 * A year as everything stands now: each unit's result, what it would take with it by its rule, and what hinders a
 * proposal. A year that runs has the months that are settled. Row-level security decides which units are seen.
 */
export async function hentArstall(tx: Tx, ar: number): Promise<Arstall> {
  const denne = manedFor(iDag());
  const erOver = ar < manedensAr(denne);
  const [bok, status] = [await finnOrdningsbok(tx), await finnManedstatus(tx)];
  const maneder = maneneI(ar, bok, status);
  const til = erOver ? manedAv(ar, 12) : (maneder.findLast((m) => m.status !== 'APEN')?.maned ?? null);
  const [dispensasjoner, anslag, overforinger] = [await finnDispensasjoner(tx, ar), await finnAnslag(tx, ar), await finnOverforinger(tx, null)];
  const uavregnet = maneder.filter((m) => m.status === 'APEN').map((m) => m.maned);
  const gjeldendeAnslag = anslag.filter((a) => gjelderNa(a) && uavregnet.includes(a.maned));
  const navn = new Map((await finnEnheter(tx)).map((e) => [e.id, e]));
  const tall = til === null ? [] : await finnEnhetstall(tx, ar, til);
  const enheter = tall.flatMap((t): Enhetsar[] => {
    const enhet = navn.get(t.enhetId);
    // A private provider keeps its own accounts: what it is paid is no result of the municipality's.
    if (!enhet || enhet.eierform !== 'KOMMUNAL' || til === null) return [];
    const dispensasjon = dispensasjoner.find((d) => d.enhetId === t.enhetId && gjelderNa(d));
    return [{
      enhetId: t.enhetId, kode: enhet.kode, navn: enhet.navn, regel: reglene(bok, t.enhetId, til),
      inntektOre: ore(t.inntektOre), etterslepOre: ore(t.etterslepOre), kostnadOre: ore(t.kostnadOre), innOre: ore(t.innOre),
      anslagOre: sumOre(gjeldendeAnslag.filter((a) => a.enhetId === t.enhetId).map((a) => a.belopOre)),
      budsjettOre: t.budsjettOre === null ? null : ore(t.budsjettOre),
      dispensasjon: dispensasjon ? { id: dispensasjon.id, maksUnderskuddOre: dispensasjon.maksUnderskuddOre } : null,
      utenRegnskap: maneder.filter((m) => m.maned <= til && !t.regnskapsmaneder.includes(m.maned)).map((m) => m.maned),
    }];
  }).toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb'));
  const sisteBokforing = manedAv(ar + 1, 12) < denne ? manedAv(ar + 1, 12) : denne;
  const apneForBokforing = manederFraTil(manedAv(ar + 1, 1), sisteBokforing).filter((m) => status.get(m) !== 'LUKKET');
  return {
    ar, erOver, til, maneder, enheter, overforinger: overforinger.filter((o) => o.ar === ar), dispensasjoner, anslag, apneForBokforing,
    gjeldende: gjeldendeVedtak(overforinger, ar),
    linjer: enheter.flatMap((e) => beregnEnhet(e) ?? []),
    frist: await finnArsoppgjorsfrist(tx, ar),
    hindringer: hindringer(enheter, {
      arErOver: erOver,
      nesteArAvgjort: gjeldendeVedtak(overforinger, ar + 1) !== null,
      forslagVenter: overforinger.some((o) => o.ar === ar && o.status === 'FORESLATT'),
      harApenManed: apneForBokforing.length > 0 || !erOver,
      uavregnet: uavregnet.map((maned) => ({ maned, medAnslag: gjeldendeAnslag.filter((a) => a.maned === maned).map((a) => a.enhetId) })),
      venterDispensasjon: dispensasjoner.filter(venter).map((d) => d.enhetId),
      venterAnslag: anslag.filter(venter).map((a) => a.enhetId),
    }),
  };
}
