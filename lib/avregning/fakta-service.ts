import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { forsteDag, type Maned, manederFraTil, manedFor, sisteDag } from '#lib/core/maned.ts';
import { finnOpphold, finnRegnskap, finnVedtakOgOppdrag, finnVedtakVed, finnBesok, finnLeveranser, lesEnheter, type Utsnitt } from '#lib/avregning/avregning-fakta-repo.ts';
import { apneManeder } from '#lib/avregning/domain/apne-maneder.ts';
import type { Avregningsgrunnlag, Komponent, Opphold } from '#lib/avregning/domain/avregning-inn.ts';
import type { Talt } from '#lib/avregning/domain/avregn.ts';
import { type Indeks, lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { type Lesestrekk, lesestrekk, omregnedeEnheter, omregnedeManeder, omregnedeVedtak, type Omregning } from '#lib/avregning/domain/omregning.ts';
import { type Ordningsrom, ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { type Opptelling, samle, tellemaneder, tellerBesok } from '#lib/avregning/domain/samle.ts';
import { telleformNokkel, tilOpptelling } from '#lib/avregning/domain/telleformer.ts';
import { tolkTidsband } from '#lib/avregning/domain/tolk-ordning.ts';
import type { Tellerad } from '#lib/avregning/opptelling-repo.ts';
import { tell, type Telling } from '#lib/avregning/opptelling-service.ts';
import { medManuelle } from '#lib/avregning/manuell-fakta-service.ts';
import { helligdager } from '#lib/grunnlag/domain/helligdager.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { fristdagFor, KORREKSJONSFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { finnInnstilling, finnRegelverk, type Regelverk } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Months with the same schemes, their facts looked up, and what was counted for them. */
export type Faktarom = Ordningsrom & Talt;
export type Fakta = {
  readonly maned: Maned;
  readonly apneManeder: readonly Maned[];
  /** The open months that facts were gathered for. */
  readonly regnes: readonly Maned[];
  readonly bok: Ordningsbok;
  readonly rom: readonly Faktarom[];
  /** Approved visits of the month itself that are in force; known where the month was counted whole. */
  readonly antallBesok: number;
  readonly kandidater: Telling['kandidater'];
};
/** `maneder` absent: the open months of the run; `vedtakIder` null: all. With `omregning` only what it names, of the open months. */
export type Faktavalg = { readonly maneder?: readonly Maned[]; readonly vedtakIder?: readonly number[] | null; readonly omregning?: Omregning; /** the last night that has been: later ones are not counted, as no run does */ readonly hittil?: Dato | undefined };
export type Meldefremdrift = (steg: 'HENTER' | 'TELLER' | 'REGNER' | 'BOKFORER', gjort: number, av: number) => Promise<void>;

/** The open months of a run, by the municipality's deadline for corrections. */
export async function finnApneManeder(tx: Tx, maned: Maned, bok: Ordningsbok): Promise<Maned[]> {
  return apneEtter({ bok, korreksjonsfrist: await finnInnstilling(tx, KORREKSJONSFRIST, fristdagFor(sisteDag(maned))) }, maned);
}

/** The same, by rules that are read already. */
export function apneEtter({ bok, korreksjonsfrist }: Pick<Regelverk, 'bok' | 'korreksjonsfrist'>, maned: Maned): Maned[] {
  const frist = tolkKorreksjonsfrist(korreksjonsfrist);
  const forste = bok.ordninger.reduce<Maned>((tidligst, o) => (o.fomManed < tidligst ? o.fomManed : tidligst), maned);
  return apneManeder(maned, frist, forste);
}

function alleKomponenter(rom: readonly Ordningsrom[]): { komponent: Komponent; maneder: ReadonlySet<Maned> }[] {
  return rom.flatMap((r) =>
    r.ordninger.flatMap((o) => o.komponenter.map((komponent) => ({ komponent, maneder: tellemaneder(komponent, r.maneder) }))),
  );
}

/** Whether some component is capped over the year, so that a month rests on those before it. */
export function harArligTak(bok: Ordningsbok): boolean {
  return bok.komponenter.some((k) => k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' && k.regler.tak?.periode === 'AR');
}

/** Every month whose registrations are needed, in order. */
function telleperiode(rom: readonly Ordningsrom[], apne: readonly Maned[]): Maned[] {
  const alle = [...apne, ...alleKomponenter(rom).flatMap((k) => [...k.maneder])].toSorted();
  const [forste] = alle;
  const siste = alle.at(-1);
  return forste === undefined || siste === undefined ? [] : manederFraTil(forste, siste);
}

type Regler = Omit<Regelverk, 'korreksjonsfrist'>;

/** `bareVedtak`: only lines of vedtak are wanted, which rest on no accounts. */
async function hentGrunnlag(tx: Tx, u: Utsnitt, apne: readonly Maned[], { bok, enhetIder, perioder }: Regler, bareVedtak: boolean): Promise<Omit<Avregningsgrunnlag, 'ordninger' | 'apneManeder'>> {
  const medOpphold = bok.komponenter.some((k) => k.volumkilde === 'BELAGTE_DOGN');
  const { vedtak, oppdrag, justeringer } = await finnVedtakOgOppdrag(tx, u, medOpphold);
  const oppdragsider = new Set(oppdrag.map((o) => o.id));
  const ar = [...new Set([u.fra, u.til].map((d) => Number(d.slice(0, 4))))];
  return {
    vedtak,
    oppdrag,
    justeringer,
    opphold: medOpphold ? (await finnOpphold(tx, u)).filter((o) => oppdragsider.has(o.oppdrag)) : [],
    regnskap: bareVedtak ? [] : await finnRegnskap(tx, apne),
    manuelle: [],
    enheter: lesEnheter(enhetIder, perioder),
    tidsband: tolkTidsband(bok.ordninger.map((o) => o.regler)),
    helligdager: ar.flatMap(helligdager),
  };
}

/** The counted rows as the components of the schemes read them. */
export function fordel(ix: Indeks, talt: ReadonlyMap<string, readonly Tellerad[]>): Opptelling[] {
  const svar: Opptelling[] = [];
  const maneder = new Map<Komponent, ReadonlySet<Maned>>();
  for (const o of ix.grunnlag.ordninger) for (const k of o.komponenter) maneder.set(k, tellemaneder(k, ix.grunnlag.apneManeder));
  for (const [nokkel, rader] of talt) {
    for (const rad of rader) {
      const oppdrag = String(rad.oppdragId);
      const o = ix.oppdrag.get(oppdrag);
      if (!o) continue;
      for (const plass of ix.komponenterFor(o.vedtak.tjeneste, o.oppdrag.enhet)) {
        const k = plass.komponent;
        if (!tellerBesok(k) || k.tidsband !== null || telleformNokkel(k) !== nokkel || !maneder.get(k)?.has(rad.maned)) continue;
        const opptelling = tilOpptelling(plass, { ...rad, oppdrag });
        if (opptelling) svar.push(opptelling);
      }
    }
  }
  return svar;
}

function bareMedBand(g: Avregningsgrunnlag): Avregningsgrunnlag {
  return { ...g, ordninger: g.ordninger.map((o) => ({ ...o, komponenter: o.komponenter.filter((k) => k.tidsband !== null && tellerBesok(k)) })) };
}

/** What SQL cannot count (time bands) is read visit by visit and counted by the pure core; so are the few deliveries. */
async function samleResten(tx: Tx, ix: Indeks, strekk: readonly Lesestrekk[]): Promise<Opptelling[]> {
  const komponenter = ix.grunnlag.ordninger.flatMap((o) => o.komponenter);
  const medBand = komponenter.some((k) => k.tidsband !== null && tellerBesok(k));
  const medLeveranser = komponenter.some((k) => k.volumkilde === 'UTFORT_ANTALL');
  if (!medBand && !medLeveranser) return [];
  const band = medBand ? lagIndeks(bareMedBand(ix.grunnlag)) : ix;
  const svar: Opptelling[] = [];
  for (const s of strekk) {
    const u = { fra: forsteDag(s.fra), til: sisteDag(s.til), vedtakIder: s.vedtakIder };
    if (medBand) svar.push(...samle(band, await finnBesok(tx, u), []));
    if (medLeveranser) svar.push(...samle(ix, [], await finnLeveranser(tx, u)));
  }
  return svar;
}

/** The vedtak whose facts an incremental run needs; null for all. Lines that count a unit's recipients rest on all its vedtak. */
async function faktavedtak(tx: Tx, o: Omregning, rom: readonly Ordningsrom[]): Promise<number[] | null> {
  if (o.hele.size > 0) return null;
  const vedtak = omregnedeVedtak(o);
  const enheter = omregnedeEnheter(o);
  const tellerBrukere = alleKomponenter(rom).some((k) => k.komponent.volumkilde === 'BRUKERE_MANED');
  return enheter.length > 0 && tellerBrukere ? [...new Set([...vedtak, ...(await finnVedtakVed(tx, enheter))])] : vedtak;
}

/** Stays as they have been until a night is over. */
function tilOgMed(opphold: readonly Opphold[], natt: Dato): Opphold[] {
  const ut = leggTilDager(natt, 1);
  return opphold.filter((o) => o.inn < ut).map((o) => (o.ut === null || o.ut > ut ? { ...o, ut } : o));
}

/** For the month that runs, and those to come: yesterday. Undefined: the month is over, and whole. */
export function hittilI(maned: Maned): Dato | undefined {
  return maned < manedFor(iDag()) ? undefined : leggTilDager(iDag(), -1);
}

/**
 * Everything the settlement of a month rests on, counted: the one gathering that the run, the preview and the trace of an
 * amount share. The transaction should see one moment (`lesStabilt`).
 */
export async function samleFakta(tx: Tx, maned: Maned, valg: Faktavalg = {}, meld?: Meldefremdrift): Promise<Fakta> {
  const regler = await finnRegelverk(tx, sisteDag(maned));
  return samleFor(tx, { maned, apneManeder: valg.maneder ?? apneEtter(regler, maned), regler }, valg, meld);
}

/** As `samleFakta`, for a caller that has the rules and the open months already. */
export async function samleFor(tx: Tx, { maned, apneManeder: apne, regler }: Pick<Fakta, 'maned' | 'apneManeder'> & { readonly regler: Regler }, valg: Faktavalg, meld?: Meldefremdrift): Promise<Fakta> {
  const { bok } = regler;
  const { omregning } = valg;
  const regnes = omregning ? omregnedeManeder(omregning) : apne;
  if (regnes.length === 0) return { maned, apneManeder: apne, regnes, bok, rom: [], kandidater: new Map(), antallBesok: 0 };
  const rom = ordningsrom(bok, regnes);
  const perioder = telleperiode(rom, regnes);
  const [forste = maned] = perioder;
  const vedtakIder = omregning ? await faktavedtak(tx, omregning, rom) : (valg.vedtakIder ?? null);
  const strekk = omregning ? lesestrekk(omregning, perioder, harArligTak(bok)) : perioder.length === 0 ? [] : [{ fra: forste, til: perioder.at(-1) ?? forste, vedtakIder }];
  const u: Utsnitt = { fra: forsteDag(forste), til: sisteDag(maned), vedtakIder };
  await meld?.('HENTER', 0, 4);
  const bareVedtak = omregning !== undefined && omregning.hele.size === 0 && omregning.enheter.size === 0;
  const hentet = await hentGrunnlag(tx, u, regnes, regler, bareVedtak);
  const felles = valg.hittil === undefined ? hentet : { ...hentet, opphold: tilOgMed(hentet.opphold, valg.hittil) };
  await meld?.('TELLER', 1, 4);
  const { rader: talt, kandidater, antallBesok } = await tell(tx, alleKomponenter(rom).map((k) => k.komponent), strekk, felles);
  const faktarom: Faktarom[] = [];
  for (const r of rom) {
    const indeks = lagIndeks({ ...felles, ordninger: r.ordninger, apneManeder: r.maneder });
    faktarom.push({ ...r, indeks, opptellinger: [...fordel(indeks, talt), ...(await samleResten(tx, indeks, strekk))] });
  }
  return { maned, apneManeder: apne, regnes, bok, rom: bareVedtak ? faktarom : await medManuelle(tx, faktarom), kandidater, antallBesok: antallBesok.get(maned) ?? 0 };
}
