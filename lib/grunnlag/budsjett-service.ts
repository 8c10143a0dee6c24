import { type Brok, brokFraDesimal, EN_BROK } from '#lib/core/brok.ts';
import { manedFor, manedensAr } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnBudsjettar, finnBudsjetthistorikk, finnBudsjettversjon, finnBudsjettversjoner, finnForeslatteBudsjett, finnGjeldendeBudsjett, finnVersjonsnumre, lagreInnhold, opprettBudsjettutkast, settForeslatt, settForkastet, settTilbake, settVedtatt, skrivBudsjettrader } from '#lib/grunnlag/budsjett-repo.ts';
import type { Budsjettside, Lagretutkast, Utkastside, Versjonsrad } from '#lib/grunnlag/budsjett-view.ts';
import { type Budsjettdel, type Celler, linjenokkel, medCeller, visCeller } from '#lib/grunnlag/domain/budsjettceller.ts';
import { type Aldersgruppe, BUDSJETTPOSTER, type Budsjettgrunnlag, type Budsjettinnhold, budsjettFraHistorikk, budsjettmangler, budsjettsum, demografifaktor, manedsbelop } from '#lib/grunnlag/domain/budsjettutkast.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Result<T, readonly Avslag[]>;
type Navn = { readonly ledd: (ordningId: number, komponent: string) => string; readonly enhet: (id: number) => string };

async function finnNavn(tx: Tx, sprak: Sprak): Promise<Navn> {
  const bok = await finnOrdningsbok(tx);
  const ledd = new Map(bok.komponenter.map((k) => [`${k.ordningId}/${k.kode}`, sprak === 'nn' ? k.navnNn : k.navnNb]));
  const ordning = new Map(bok.ordninger.map((o) => [o.id, o.navn]));
  const enhet = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  return { ledd: (o, k) => `${ordning.get(o) ?? o}: ${ledd.get(`${o}/${k}`) ?? k}`, enhet: (id) => enhet.get(id) ?? String(id) };
}

const bestillersum = (b: Budsjettinnhold): number => budsjettsum(b).bestillerOre;

async function versjonsrader(tx: Tx, ar: number, alle: readonly Lagretutkast[]): Promise<Versjonsrad[]> {
  const ut: Versjonsrad[] = [];
  let originalOre: number | null = null;
  for (const { versjon, vedtattDato } of await finnVersjonsnumre(tx, ar)) {
    const egen = alle.find((v) => v.versjon === versjon) ?? null;
    const bestillerOre = bestillersum(await finnGjeldendeBudsjett(tx, ar, versjon));
    originalOre ??= bestillerOre;
    ut.push({
      versjon, bestillerOre, endringOre: bestillerOre - originalOre, id: egen?.id ?? null, saksnr: egen?.saksnr ?? null, vedtattDato: egen?.vedtattDato ?? vedtattDato,
      begrunnelse: egen?.begrunnelse ?? null, foreslattAvNavn: egen?.foreslattAvNavn ?? null, godkjentAvNavn: egen?.godkjentAvNavn ?? null,
    });
  }
  return ut.toReversed();
}

/** A year's budget as it holds, its versions newest first, and the draft that is open. Next year's is asked for by its number. */
export async function hentBudsjett(tx: Tx, onsket: number | null, sprak: Sprak = 'nb'): Promise<Budsjettside> {
  const iAr = manedensAr(manedFor(iDag()));
  const arene = [...new Set([iAr + 1, iAr, ...(await finnBudsjettar(tx))])].toSorted((a, b) => b - a);
  const ar = arene.find((a) => a === onsket) ?? iAr;
  const innhold = await finnGjeldendeBudsjett(tx, ar);
  const navn = await finnNavn(tx, sprak);
  const alle = await finnBudsjettversjoner(tx, ar);
  const versjoner = await versjonsrader(tx, ar, alle);
  const perLedd = Map.groupBy(innhold.linjer, (l) => `${l.ordningId}/${l.komponent}`);
  return {
    ar, arene, versjoner,
    gjeldende: budsjettsum(innhold),
    originalOre: versjoner.at(-1)?.bestillerOre ?? 0,
    bestiller: [...perLedd].flatMap(([nokkel, linjer]) => (linjer[0] ? [{ nokkel, navn: navn.ledd(linjer[0].ordningId, linjer[0].komponent), under: null, ore: manedsbelop(linjer) }] : [])),
    enheter: innhold.enheter.map((e) => ({ nokkel: String(e.enhetId), navn: navn.enhet(e.enhetId), under: null, ore: e.ore })),
    poster: innhold.poster.map((p) => ({ nokkel: p.post, post: p.post, navn: p.post, under: null, ore: p.ore })),
    apent: alle.find((v) => v.status === 'UTKAST' || v.status === 'FORESLATT') ?? null,
  };
}

/** A draft with one of its parts as a table to write in. Null when there is none. */
export async function hentBudsjettutkast(tx: Tx, id: number, del: Budsjettdel, sprak: Sprak = 'nb'): Promise<Utkastside | null> {
  const v = await finnBudsjettversjon(tx, id);
  if (!v) return null;
  const { innhold, ...utkast } = v;
  const navn = await finnNavn(tx, sprak);
  const tekst = new Map<string, { navn: string; under: string | null }>([
    ...innhold.linjer.map((l) => [linjenokkel(l), { navn: navn.ledd(l.ordningId, l.komponent), under: navn.enhet(l.enhetId) }] as const),
    ...innhold.enheter.map((e) => [String(e.enhetId), { navn: navn.enhet(e.enhetId), under: null }] as const),
  ]);
  return {
    utkast, del,
    sum: budsjettsum(innhold),
    gjeldende: budsjettsum(await finnGjeldendeBudsjett(tx, v.ar)),
    rader: visCeller(innhold, del).map((r) => ({ ...r, ...(tekst.get(r.nokkel) ?? { navn: r.nokkel, under: null }) })),
    mangler: budsjettmangler(innhold),
  };
}

export type Nyttbudsjett = { readonly ar: number; readonly grunnlag: Budsjettgrunnlag; readonly prisvekstProsent: string; readonly begrunnelse: string; readonly grupper: readonly { navn: string; for: number; etter: number; andelProsent: string; behovProsent: string }[] };

const lesGruppe = (g: Nyttbudsjett['grupper'][number]): Aldersgruppe => ({ ...g, andelProsent: brokFraDesimal(g.andelProsent), behovProsent: brokFraDesimal(g.behovProsent) });

async function startinnhold(tx: Tx, d: Nyttbudsjett): Promise<Svar<Budsjettinnhold>> {
  const iAr = await finnGjeldendeBudsjett(tx, d.ar);
  if (d.grunnlag === 'GJELDENDE') return iAr.linjer.length === 0 ? nei([{ grunn: 'INGEN_GJELDENDE' }]) : ok(medAllePoster(iAr));
  const faktor: Brok | null = d.grunnlag === 'DEMOGRAFI' ? demografifaktor(d.grupper.map(lesGruppe)) : EN_BROK;
  if (faktor === null) return nei([{ grunn: 'ANDELENE' }]);
  const vekst = brokFraDesimal(d.prisvekstProsent);
  const linjer = budsjettFraHistorikk(await finnBudsjetthistorikk(tx, d.ar), faktor, vekst);
  if (linjer.length === 0) return nei([{ grunn: 'INGEN_HISTORIKK' }]);
  const fjor = await finnGjeldendeBudsjett(tx, d.ar - 1);
  const utforere = (await finnEnheter(tx)).filter((e) => e.type === 'UTFORER');
  const enheter = utforere.map((e) => fjor.enheter.find((f) => f.enhetId === e.id) ?? { enhetId: e.id, ore: Array.from({ length: 12 }, () => 0) });
  return ok(medAllePoster({ linjer, enheter, poster: fjor.poster }));
}

/** Every post has a row to write in. */
const medAllePoster = (b: Budsjettinnhold): Budsjettinnhold => ({ ...b, poster: BUDSJETTPOSTER.map((post) => b.poster.find((p) => p.post === post) ?? { post, ore: Array.from({ length: 12 }, () => 0) }) });

/** Starts a draft of a year's budget, or of a revision of it. One draft of a year is open at a time. */
export async function startBudsjett(tx: Tx, d: Nyttbudsjett): Promise<Svar<{ id: number }>> {
  const innhold = await startinnhold(tx, d);
  if (!innhold.ok) return innhold;
  const id = await opprettBudsjettutkast(tx, { ar: d.ar, grunnlag: d.grunnlag, begrunnelse: d.begrunnelse, innhold: innhold.verdi });
  if (id === null) return nei([{ grunn: 'ET_ER_APENT' }]);
  await loggfor(tx, { handling: 'START_BUDSJETT', objektType: 'budsjettversjon', objektId: id });
  return ok({ id });
}

/** Saves a part as typed. A draft that somebody else has changed since is refused, never overwritten. */
export async function lagreBudsjettdel(tx: Tx, d: { id: number; utgave: number; del: Budsjettdel; rader: readonly Celler[] }): Promise<Svar<{ utgave: number }>> {
  const v = await finnBudsjettversjon(tx, d.id);
  if (!v || v.status !== 'UTKAST' || v.utgave !== d.utgave) return nei([{ grunn: 'ENDRET' }]);
  const nytt = medCeller(v.innhold, d.del, d.rader);
  if (!nytt.ok) return nei(nytt.feil.slice(0, 5).map((f) => ({ grunn: `CELLE_${f.grunn}`, felt: `${f.nokkel}|${f.maned - 1}`, verdier: { verdi: f.verdi, maned: f.maned } })));
  if ((await lagreInnhold(tx, d.id, d.utgave, nytt.verdi)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'LAGRE_BUDSJETT', objektType: 'budsjettversjon', objektId: d.id });
  return ok({ utgave: d.utgave + 1 });
}

/** Sends the draft to another person, with the case it is decided in. */
export async function foreslaBudsjett(tx: Tx, d: { id: number; utgave: number; saksnr: string; vedtattDato: string }): Promise<Svar<{ id: number }>> {
  const v = await finnBudsjettversjon(tx, d.id);
  if (!v || v.status !== 'UTKAST' || v.utgave !== d.utgave) return nei([{ grunn: 'ENDRET' }]);
  const mangler = budsjettmangler(v.innhold);
  if (mangler.length > 0) return nei(mangler.map((grunn) => ({ grunn })));
  if ((await settForeslatt(tx, d.id, d.utgave, d.saksnr, d.vedtattDato as Lagretutkast['vedtattDato'] & string)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'FORESLA_BUDSJETT', objektType: 'budsjettversjon', objektId: d.id });
  return ok({ id: d.id });
}

/** Another person decides: the draft becomes the year's next version, and is what every board reads from now on. */
export async function vedtaBudsjett(tx: Tx, { id, utgave }: { id: number; utgave: number }): Promise<Svar<{ versjon: number }>> {
  const v = await finnBudsjettversjon(tx, id);
  if (!v || v.status !== 'FORESLATT' || v.utgave !== utgave) return nei([{ grunn: 'ENDRET' }]);
  if (v.foreslattAv === tx.hvem.kontoId) return nei([{ grunn: 'SAMME_PERSON' }]);
  const versjon = Math.max(0, ...(await finnVersjonsnumre(tx, v.ar)).map((r) => r.versjon)) + 1;
  await skrivBudsjettrader(tx, v, versjon);
  if ((await settVedtatt(tx, id, versjon)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'VEDTA_BUDSJETT', objektType: 'budsjettversjon', objektId: id });
  return ok({ versjon });
}

/** Turned down by another, or taken back by the one who sent it: a draft again, with the reason. */
export async function sendBudsjettTilbake(tx: Tx, { id, grunn }: { id: number; grunn: string }): Promise<Svar<{ id: number }>> {
  if ((await settTilbake(tx, id, grunn)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'AVVIS_BUDSJETT', objektType: 'budsjettversjon', objektId: id });
  return ok({ id });
}

export async function forkastBudsjett(tx: Tx, id: number): Promise<Svar<{ id: number }>> {
  if ((await settForkastet(tx, id)) === 0) return nei([{ grunn: 'ENDRET' }]);
  await loggfor(tx, { handling: 'FORKAST_BUDSJETT', objektType: 'budsjettversjon', objektId: id });
  return ok({ id });
}

/** Budgets that wait for another person, for the page of approvals. */
export async function ventendeBudsjett(tx: Tx): Promise<Ventende[]> {
  return (await finnForeslatteBudsjett(tx)).map((v) => ({
    slag: 'BUDSJETT', id: v.id, gjelder: `${v.ar} · ${v.saksnr ?? ''}`, belopOre: ore(bestillersum(v.innhold)), foreslattAv: v.foreslattAv,
    foreslatt: (v.foreslatt ?? v.opprettet).toISOString(), href: `/budsjett/utkast/${v.id}`, kommando: 'GODKJENN_BUDSJETT',
  }));
}
