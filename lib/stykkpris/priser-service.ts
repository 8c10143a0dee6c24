import type { Maned } from '#lib/core/maned.ts';
import { manedFor } from '#lib/core/maned.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnFunksjoner, finnRegnskapslinjer, finnVolum } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import type { Basis, Regnskapslinje } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import { finnPrisbok } from '#lib/stykkpris/prisbok-repo.ts';
import { finnForslagsliste } from '#lib/stykkpris/prisforslag-repo.ts';
import type { Forslagsrad, Prisbokordning } from '#lib/stykkpris/prisbok-view.ts';
import { finnFallgrense } from '#lib/stykkpris/verksted-service.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Prisside = { readonly ordninger: readonly Prisbokordning[]; readonly forslag: readonly Forslagsrad[]; readonly iAr: number; readonly fallgrense: string };

/** The price book of every scheme in force, and the newest proposals. */
export async function hentPrisside(tx: Tx, sprak: Sprak): Promise<Prisside> {
  const na = manedFor(iDag());
  const bok = await finnOrdningsbok(tx);
  const rader = await finnPrisbok(tx, null);
  const ordninger = bok.ordninger
    .toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb', { numeric: true }))
    .filter((o) => o.tomManed === null || o.tomManed >= na || rader.some((r) => r.ordningId === o.id))
    .map((o) => ({
      id: o.id,
      navn: o.navn,
      komponenter: new Map(bok.komponenter.filter((k) => k.ordningId === o.id).map((k) => [k.kode, sprak === 'nn' ? k.navnNn : k.navnNb])),
      rader: rader.filter((r) => r.ordningId === o.id).map((r) => ({ ...r, iKraft: r.erstattetAv === null && gjelderIManed(r, na) })),
    }));
  return { ordninger, forslag: await finnForslagsliste(tx), iAr: Number(na.slice(0, 4)), fallgrense: await finnFallgrense(tx) };
}

export type Volumlinje = { readonly maned: Maned; readonly volum: ReadonlyMap<string, Brok> };
export type Enhetsgrunnlag = {
  readonly enhet: { readonly id: number; readonly navn: string };
  readonly ordning: { readonly id: number; readonly navn: string };
  readonly regnskap: readonly Regnskapslinje[];
  readonly komponenter: readonly { readonly kode: string; readonly navn: string }[];
  readonly volum: readonly Volumlinje[];
};

/** What a unit's cost and volume in a basis are made of: its accounts by art, and the ledger's volume month by month. */
export async function hentEnhetsgrunnlag(tx: Tx, ordningId: number, enhetId: number, basis: Basis, sprak: Sprak): Promise<Enhetsgrunnlag | null> {
  const bok = await finnOrdningsbok(tx);
  const ordning = bok.ordninger.find((o) => o.id === ordningId);
  const enhet = (await finnEnheter(tx)).find((e) => e.id === enhetId);
  if (!ordning || !enhet || !bok.dekning.some((d) => d.ordningId === ordningId && d.enhetId === enhetId)) return null;
  const volum = (await finnVolum(tx, ordningId, basis)).filter((v) => v.enhetId === enhetId);
  const komponenter = new Map(bok.komponenter.filter((k) => k.ordningId === ordningId).map((k) => [k.kode, { kode: k.kode, navn: sprak === 'nn' ? k.navnNn : k.navnNb }]));
  const perManed = Map.groupBy(volum, (v) => v.maned);
  return {
    enhet: { id: enhet.id, navn: enhet.navn },
    ordning: { id: ordning.id, navn: ordning.navn },
    regnskap: await finnRegnskapslinjer(tx, enhetId, await finnFunksjoner(tx, ordningId, basis), basis),
    komponenter: [...komponenter.values()].filter((k) => volum.some((v) => v.komponent === k.kode)),
    volum: [...perManed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([maned, rader]) => ({ maned, volum: new Map(rader.map((r) => [r.komponent, brokFraDesimal(r.volum)])) })),
  };
}
