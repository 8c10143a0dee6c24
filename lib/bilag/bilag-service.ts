import { finnBilag, finnBilagene, type Bilagsrad, finnHovedboksummer, finnNyeLinjer, finnPoster, lasBilag, nesteBilagsnummer, type Nyelinjer, skrivBilag, slippLinjer } from '#lib/bilag/bilag-repo.ts';
import { type BilagLinje, type Bilagsmaned, type Forhandsvisning, type Manglende, nesteManed } from '#lib/bilag/bilag-view.ts';
import { type Bilagsutkast, byggBilag, kontroller, motsatt, type Post } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Mangel } from '#lib/bilag/domain/kontering.ts';
import { finnOppsett, finnRegler } from '#lib/bilag/kontering-repo.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { datoVed, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export function tidspunkt(tid: Date): string {
  return `${formatDato(datoVed(tid.getTime()))} kl. ${lokalTidVed(tid.getTime()).slice(11, 16).replace(':', '.')}`;
}

function somLinje(b: Bilagsrad): BilagLinje {
  const { id, nummer, slag, form, maned, antallLinjer, belopOre } = b;
  return { id, nummer, slag, form, maned, antallLinjer, belopOre, reverserer: b.reversererId !== null, reversert: b.reversertAvId !== null, tid: tidspunkt(b.laget), av: b.lagetAv };
}

/** A voucher that stands carries its lines; a reversed one and its reversal carry none. */
function stariBilag(b: Bilagsrad): boolean {
  return b.slag !== 'FAKTURA' && b.reversererId === null && b.reversertAvId === null;
}

/** Every posting month with its vouchers, newest first, and the month to make vouchers for. */
export async function hentBilagsoversikt(tx: Tx) {
  const [status, summer, bilag] = [await finnManedstatus(tx), await finnHovedboksummer(tx), await finnBilagene(tx)];
  const perManed = Map.groupBy(bilag, (b) => b.maned);
  const kjente = new Set(summer.map((s) => s.maned));
  // a paid invoice may be of a month that has no lines yet
  const andre = [...perManed.keys()].filter((m) => !kjente.has(m)).map((m) => ({ maned: m, antall: 0, belopOre: 0 }));
  const maneder = [...summer, ...andre]
    .map((s): Bilagsmaned => {
      const egne = perManed.get(s.maned) ?? [];
      const ute = egne.filter(stariBilag);
      const utfortOre = ute.reduce((sum, b) => sum + b.belopOre, 0);
      return {
        maned: s.maned, status: status.get(s.maned) ?? 'APEN', bokfortOre: s.belopOre, utfortOre,
        restLinjer: s.antall - ute.reduce((sum, b) => sum + b.antallLinjer, 0), restOre: s.belopOre - utfortOre, bilag: egne.map(somLinje),
      };
    })
    .toSorted((a, b) => (a.maned < b.maned ? 1 : -1));
  return { maneder, neste: nesteManed(maneder), oppsett: await finnOppsett(tx) };
}
export type Bilagsoversikt = Awaited<ReturnType<typeof hentBilagsoversikt>>;

async function iOrd(tx: Tx, mangler: readonly Mangel[], sprak: Sprak): Promise<Manglende[]> {
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const tjenester = await finnTjenestenavn(tx, iDag());
  const bok = await finnOrdningsbok(tx);
  const ledd = (komponent: string | null): string | null => {
    const ordning = bok.komponenter.find((k) => k.kode === komponent)?.ordningId;
    return komponent === null || ordning === undefined ? komponent : leddnavn(bok, ordning, komponent, sprak);
  };
  return mangler.map(({ felt, kjennetegn: k }) => ({
    felt, enhet: enheter.get(k.enhetId) ?? String(k.enhetId), tjeneste: k.tjeneste === null ? null : (tjenester.get(k.tjeneste)?.[sprak] ?? k.tjeneste), komponent: ledd(k.komponent), gruppe: k.gruppe,
  }));
}

async function bygg(tx: Tx, maned: Maned): Promise<{ nye: Nyelinjer[]; utkast: Result<Bilagsutkast[], Mangel[]> }> {
  const nye = await finnNyeLinjer(tx, maned);
  const { form } = await finnOppsett(tx);
  return { nye, utkast: byggBilag(maned, form, nye, await finnRegler(tx)) };
}

/** What would be made of the month now, and every rule it lacks. Writes nothing. */
export async function forhandsvis(tx: Tx, maned: Maned, sprak: Sprak): Promise<Forhandsvisning> {
  const { nye, utkast } = await bygg(tx, maned);
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  return {
    maned,
    antallLinjer: nye.reduce((s, n) => s + n.antall, 0),
    belopOre: nye.reduce((s, n) => s + n.belopOre, 0),
    mangler: utkast.ok ? [] : await iOrd(tx, utkast.feil, sprak),
    bilag: (utkast.ok ? utkast.verdi : []).map((u) => ({ slag: u.slag, form: u.form, poster: u.poster.map((p) => ({ ...p, enhet: p.enhetId === null ? null : (enheter.get(p.enhetId) ?? null) })) })),
  };
}

export type KanIkkeLageBilag = { readonly grunn: 'INGEN_NYE_LINJER' | 'IKKE_AVREGNET' | 'KONTERING_MANGLER'; readonly verdier?: Readonly<Record<string, number>> };

function tekstFor(koder: ReadonlyMap<number, string>, u: Bilagsutkast): (p: Post) => string {
  const ord = u.slag === 'AVSETNING' ? 'Avsetning' : 'Avregning';
  return (p) => [ord, u.maned, p.enhetId === null ? '' : (koder.get(p.enhetId) ?? '')].filter(Boolean).join(' ');
}

/**
 * Makes the vouchers of a settled month's new lines: one internal, one of what is owed to private providers. Each line
 * is in one voucher that stands; two who do it at once get it one after the other, and the second finds nothing new.
 */
export async function lagBilag(tx: Tx, maned: Maned): Promise<Result<number[], KanIkkeLageBilag[]>> {
  if (((await finnManedstatus(tx)).get(maned) ?? 'APEN') === 'APEN') return nei([{ grunn: 'IKKE_AVREGNET' }]);
  // the number first: its row is the lock, and what is read after it is what is left
  let nummer = await nesteBilagsnummer(tx);
  const { nye, utkast } = await bygg(tx, maned);
  if (nye.length === 0) return nei([{ grunn: 'INGEN_NYE_LINJER' }]);
  if (!utkast.ok) return nei([{ grunn: 'KONTERING_MANGLER', verdier: { antall: utkast.feil.length } }]);
  const koder = new Map((await finnEnheter(tx)).map((e) => [e.id, e.kode]));
  const ider: number[] = [];
  for (const u of utkast.verdi) {
    if (ider.length > 0) nummer = await nesteBilagsnummer(tx);
    const linjer = nye.filter((n) => n.privat === (u.slag === 'AVSETNING')).flatMap((n) => n.linjeIder);
    const id = await skrivBilag(tx, { ...u, nummer, tekst: tekstFor(koder, u) }, linjer);
    await loggfor(tx, { handling: 'LAG_BILAG', objektType: 'bilag', objektId: id, grunn: `${maned} ${u.slag}` });
    ider.push(id);
  }
  return ok(ider);
}

export type KanIkkeReversere = { readonly grunn: 'UKJENT_BILAG' | 'ALT_REVERSERT' | 'ER_REVERSERING' | 'FAKTURA_BETALT' };

/** A reversal is a new voucher with the same entries the other way; the lines are free for a new one. */
export async function reverserBilag(tx: Tx, id: number, grunn: string): Promise<Result<number, KanIkkeReversere[]>> {
  await lasBilag(tx, id);
  const b = await finnBilag(tx, id);
  if (!b) return nei([{ grunn: 'UKJENT_BILAG' }]);
  if (b.reversertAvId !== null) return nei([{ grunn: 'ALT_REVERSERT' }]);
  if (b.reversererId !== null) return nei([{ grunn: 'ER_REVERSERING' }]);
  if (b.slag === 'FAKTURA') return nei([{ grunn: 'FAKTURA_BETALT' }]);
  const poster = await finnPoster(tx, id);
  const tekster = new Map(poster.map((p) => [`${p.side}${p.enhetId}${p.ansvar}${p.funksjon}${p.art}${p.prosjekt}`, `Reversering ${b.nummer}: ${p.tekst}`]));
  const nummer = await nesteBilagsnummer(tx);
  const ny = await skrivBilag(
    tx,
    {
      slag: b.slag, form: b.form, maned: b.maned, antallLinjer: b.antallLinjer, belopOre: ore(-b.belopOre), poster: motsatt(poster), nummer,
      tekst: (p) => tekster.get(`${p.side}${p.enhetId}${p.ansvar}${p.funksjon}${p.art}${p.prosjekt}`) ?? '', reversererId: id, grunn,
    },
    [],
  );
  await slippLinjer(tx, id);
  await loggfor(tx, { handling: 'REVERSER_BILAG', objektType: 'bilag', objektId: id, grunn });
  return ok(ny);
}

/** A voucher with its entries and its balance. */
export async function hentBilag(tx: Tx, id: number) {
  const b = await finnBilag(tx, id);
  if (!b) return null;
  const poster = await finnPoster(tx, id);
  const annet = b.reversererId ?? b.reversertAvId;
  return { ...somLinje(b), dato: b.dato, grunn: b.grunn, fakturaId: b.fakturaId, motbilag: annet === null ? null : await finnBilag(tx, annet).then((m) => m && { id: m.id, nummer: m.nummer }), poster, kontroll: kontroller(poster) };
}
export type BilagView = NonNullable<Awaited<ReturnType<typeof hentBilag>>>;
