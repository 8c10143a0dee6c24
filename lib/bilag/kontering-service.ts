import { avsluttRegel, type Bilagsoppsett, finnOppsett, finnRegler, lasRegler, skrivOppsett, skrivRegel } from '#lib/bilag/kontering-repo.ts';
import type { Konteringsvalg, Regelrad } from '#lib/bilag/bilag-view.ts';
import { kolliderer, type Konteringsfelt, type Konteringsregel } from '#lib/bilag/domain/kontering.ts';
import { forrige, type Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnEnheter, finnEnhetsperioder, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The mapping with names, and what a new rule may choose among. */
export async function hentKontering(tx: Tx, sprak: Sprak) {
  const enheter = (await finnEnheter(tx)).filter((e) => e.type === 'UTFORER');
  const tjenester = [...(await finnTjenestenavn(tx, iDag()))].map(([kode, navn]) => ({ kode, navn: navn[sprak] }));
  const bok = await finnOrdningsbok(tx);
  const ledd = new Map([...bok.komponenter, ...bok.fastledd].map((k) => [k.kode, sprak === 'nn' ? k.navnNn : k.navnNb]));
  const grupper = [...new Set((await finnEnhetsperioder(tx)).map((p) => p.gruppe))].toSorted();
  const navnFor = (liste: readonly { kode: string; navn: string }[], kode: string | null): string | null => (kode === null ? null : (liste.find((x) => x.kode === kode)?.navn ?? kode));
  const regler = (await finnRegler(tx)).map(
    (r): Regelrad => ({ ...r, enhet: r.enhetId === null ? null : (enheter.find((e) => e.id === r.enhetId)?.navn ?? String(r.enhetId)), tjenestenavn: navnFor(tjenester, r.tjeneste), komponentnavn: r.komponent === null ? null : (ledd.get(r.komponent) ?? r.komponent) }),
  );
  return {
    regler,
    oppsett: await finnOppsett(tx),
    valg: { enheter: enheter.map((e) => ({ id: e.id, navn: e.navn })), tjenester, komponenter: [...ledd].map(([kode, navn]) => ({ kode, navn })), grupper } satisfies Konteringsvalg,
  };
}
export type KonteringView = Awaited<ReturnType<typeof hentKontering>>;

export type KanIkkeEndreKontering = { readonly grunn: 'REGEL_FINNES' | 'UKJENT_REGEL' | 'SLUTT_FOR_START' };
type Nyregel = Omit<Konteringsregel, 'id'>;

/** Adds a rule. Two with the same conditions cannot both hold in a month: the old one is ended first. */
export async function leggTilRegel(tx: Tx, regel: Nyregel): Promise<Result<number, KanIkkeEndreKontering[]>> {
  await lasRegler(tx);
  if ((await finnRegler(tx)).some((r) => gjelderNoen(r) && kolliderer(r, regel))) return nei([{ grunn: 'REGEL_FINNES' }]);
  const id = await skrivRegel(tx, regel);
  await loggfor(tx, { handling: 'ENDRE_KONTERING', objektType: 'kontering', objektId: id, grunn: `${regel.felt satisfies Konteringsfelt} ${regel.verdi}` });
  return ok(id);
}

/** A rule ended before its first month never holds. */
const gjelderNoen = (r: Konteringsregel): boolean => r.tomManed === null || r.tomManed >= r.fomManed;

/** A rule is never changed: it ends after a month, or before its first where it should never have been. */
export async function endRegel(tx: Tx, id: number, tom: Maned): Promise<Result<null, KanIkkeEndreKontering[]>> {
  await lasRegler(tx);
  const regel = (await finnRegler(tx)).find((r) => r.id === id);
  if (!regel) return nei([{ grunn: 'UKJENT_REGEL' }]);
  if (tom < forrige(regel.fomManed)) return nei([{ grunn: 'SLUTT_FOR_START' }]);
  const andre = (await finnRegler(tx)).filter((r) => r.id !== id && gjelderNoen(r));
  if (tom >= regel.fomManed && andre.some((r) => kolliderer(r, { ...regel, tomManed: tom }))) return nei([{ grunn: 'REGEL_FINNES' }]);
  await avsluttRegel(tx, id, tom);
  await loggfor(tx, { handling: 'ENDRE_KONTERING', objektType: 'kontering', objektId: id, grunn: `slutt ${tom}` });
  return ok(null);
}

export async function settOppsett(tx: Tx, oppsett: Bilagsoppsett): Promise<Result<null, never[]>> {
  await skrivOppsett(tx, oppsett);
  await loggfor(tx, { handling: 'ENDRE_BILAGSOPPSETT', objektType: 'bilag_oppsett', objektId: oppsett.form, grunn: `${oppsett.toleranseMinutter} min, ${oppsett.toleranseOre} øre` });
  return ok(null);
}
