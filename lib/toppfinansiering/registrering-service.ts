import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { KJENTE_PARAMETRE } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { finnIderForPseudonym } from '#lib/toppfinansiering/kostnad-repo.ts';
import * as repo from '#lib/toppfinansiering/registrering-repo.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const avslag = (grunn: string, felt?: string): Result<never, readonly Avslag[]> => nei([felt === undefined ? { grunn } : { grunn, felt }]);

/** Does the work only for accounts that are named for the grant. */
async function somNavngitt<T>(tx: Tx, arbeid: () => Svar<T>): Svar<T> {
  return (await repo.erNavngitt(tx)) ? arbeid() : avslag('IKKE_NAVNGITT');
}

/** Roles whose accounts may be named. */
export const KAN_NAVNGIS = ['controller', 'bestillerleder', 'revisor'] as const;

export type Parametervalg = { readonly tilskuddsar: number; readonly innslagspunktOre: number; readonly kompensasjonsgrad: string; readonly puFradragOre: number; readonly aldersgrense: number | null; readonly kostraFunksjoner: readonly string[]; readonly lonnsarter: readonly string[]; readonly kilde: string } & Partial<{ readonly egenandelPerInnbyggerOre: number | null; readonly trinn2FraOre: number | null; readonly trinn2Grad: string | null; readonly tilleggMaksInnbyggere: number | null; readonly tilleggTerskelOre: number | null; readonly tilleggGrad: string | null }>;

/** Registers a grant year's circular; what was registered before is kept and no longer holds. Unconfirmed until another confirms. */
export async function registrerParametre(tx: Tx, valg: Parametervalg): Svar<{ id: number }> {
  const belop = (verdi: number | null | undefined) => (verdi === null || verdi === undefined ? null : ore(verdi));
  if ((valg.trinn2FraOre == null) !== (valg.trinn2Grad == null)) return avslag('TRINN2_HALVT', valg.trinn2FraOre == null ? 'trinn2FraOre' : 'trinn2Grad');
  if (valg.trinn2FraOre != null && valg.trinn2FraOre <= valg.innslagspunktOre) return avslag('TRINN2_FOR_LAVT', 'trinn2FraOre');
  const tillegg = [valg.tilleggMaksInnbyggere, valg.tilleggTerskelOre, valg.tilleggGrad].filter((v) => v != null).length;
  if (tillegg !== 0 && tillegg !== 3) return avslag('TILLEGG_HALVT', 'tilleggMaksInnbyggere');
  const ekstra = { egenandelPerInnbyggerOre: belop(valg.egenandelPerInnbyggerOre), trinn2FraOre: belop(valg.trinn2FraOre), tilleggTerskelOre: belop(valg.tilleggTerskelOre) };
  const id = await repo.skrivParametre(tx, { ...valg, ...ekstra, innslagspunktOre: ore(valg.innslagspunktOre), puFradragOre: ore(valg.puFradragOre) }, naa());
  await loggfor(tx, { handling: 'REGISTRER_TILSKUDDSPARAMETRE', objektType: 'tilskuddsparametre', objektId: id, grunn: `${valg.tilskuddsar}: ${valg.kilde}` });
  return ok({ id });
}

/** Another person has read the circular too. */
export async function bekreftParametre(tx: Tx, id: number): Svar<null> {
  const rad = (await repo.finnParametre(tx)).find((p) => p.id === id);
  if (!rad) return avslag('FINNES_IKKE');
  if (!erToPersoner({ foreslattAv: rad.registrertAv }, tx.hvem.kontoId ?? 0)) return avslag('SAMME_PERSON');
  if ((await repo.merkBekreftet(tx, id, naa())) === 0) return avslag('ALLEREDE_AVGJORT');
  await loggfor(tx, { handling: 'BEKREFT_TILSKUDDSPARAMETRE', objektType: 'tilskuddsparametre', objektId: id });
  return ok(null);
}

/** The rådmann names an account, never their own. */
export async function giTilgang(tx: Tx, kontoId: number, grunn: string): Svar<null> {
  const valg = await repo.finnKontovalg(tx, KAN_NAVNGIS);
  if (!valg.some((k) => k.id === kontoId)) return avslag('KAN_IKKE_NAVNGIS', 'kontoId');
  if (kontoId === tx.hvem.kontoId) return avslag('SAMME_PERSON', 'kontoId');
  if (!(await repo.skrivTilgang(tx, kontoId, grunn, naa()))) return avslag('ALLEREDE_NAVNGITT', 'kontoId');
  await loggfor(tx, { handling: 'GI_KRAVTILGANG', objektType: 'konto', objektId: kontoId, grunn });
  return ok(null);
}

export async function fjernTilgang(tx: Tx, id: number): Svar<null> {
  if ((await repo.avsluttTilgang(tx, id, naa())) === 0) return avslag('FINNES_IKKE');
  await loggfor(tx, { handling: 'FJERN_KRAVTILGANG', objektType: 'kravtilgang', objektId: id });
  return ok(null);
}

/** Documented absence in a unit's paid hours: minutes, with what shows it. */
export function foreslaDelingstall(tx: Tx, d: { ar: number; enhetId: number; fravarMinutter: number; sykelonnOre?: number | null; andelInnen16?: string | null; bilag: string }): Svar<null> {
  return somNavngitt(tx, async () => {
    if ((d.sykelonnOre == null) !== (d.andelInnen16 == null)) return avslag('SYKELONN_HALV', d.sykelonnOre == null ? 'sykelonnOre' : 'andelInnen16');
    if (!(await repo.skrivDelingstall(tx, d, naa()))) return avslag('DELINGSTALL_VENTER', 'enhetId');
    await loggfor(tx, { handling: 'FORESLA_DELINGSTALL', objektType: 'enhet', objektId: d.enhetId, grunn: `${d.ar}` });
    return ok(null);
  });
}

export function godkjennDelingstall(tx: Tx, id: number): Svar<null> {
  return somNavngitt(tx, async () => {
    const d = await repo.finnEttDelingstall(tx, id);
    if (!d) return avslag('FINNES_IKKE');
    if (d.godkjent || d.erstattet) return avslag('ALLEREDE_AVGJORT');
    if (!erToPersoner(d, tx.hvem.kontoId ?? 0)) return avslag('SAMME_PERSON');
    await repo.godkjennDelingstallrad(tx, id, d, naa());
    await loggfor(tx, { handling: 'GODKJENN_DELINGSTALL', objektType: 'enhet', objektId: d.enhetId, grunn: `${d.regnskapsar}` });
    return ok(null);
  });
}

export type Fellesvalg = { readonly ar: number; readonly enhetId: number; readonly navn: string; readonly funksjon: string; readonly minutter: number; readonly andeler: readonly { readonly pseudonym: string; readonly vekt: number }[]; readonly nokkel: string; readonly bilag: string };

/** Shared staffing with its key. Refused where a pseudonym is unknown. */
export function foreslaFelles(tx: Tx, { andeler, ...valg }: Fellesvalg): Svar<{ id: number }> {
  return somNavngitt(tx, async () => {
    const kjente = new Map((await finnIderForPseudonym(tx, andeler.map((a) => a.pseudonym))).map((m) => [m.pseudonym, m.id]));
    const ukjent = andeler.find((a) => !kjente.has(a.pseudonym));
    if (ukjent) return nei([{ grunn: 'UKJENT_MOTTAKER', felt: 'andeler', verdier: { mottaker: ukjent.pseudonym } }]);
    const id = await repo.skrivFelles(tx, { ...valg, mottakere: andeler.map((a) => kjente.get(a.pseudonym) ?? 0), vekter: andeler.map((a) => a.vekt) }, naa());
    if (id === null) return avslag('ENHET_UTEN_LONN', 'enhetId');
    await loggfor(tx, { handling: 'FORESLA_FELLESRESSURS', objektType: 'fellesressurs', objektId: id });
    return ok({ id });
  });
}

export function godkjennFelles(tx: Tx, id: number): Svar<null> {
  return somNavngitt(tx, async () => {
    const rad = await repo.finnEnFelles(tx, id);
    if (!rad) return avslag('FINNES_IKKE');
    if (rad.godkjent) return avslag('ALLEREDE_AVGJORT');
    if (!erToPersoner(rad, tx.hvem.kontoId ?? 0)) return avslag('SAMME_PERSON');
    await repo.godkjennFellesrad(tx, id, naa());
    await loggfor(tx, { handling: 'GODKJENN_FELLESRESSURS', objektType: 'fellesressurs', objektId: id });
    return ok(null);
  });
}

/** A post from the accounts, with its evidence. */
export function registrerPost(tx: Tx, p: repo.Nypost): Svar<{ id: number }> {
  return somNavngitt(tx, async () => {
    // An estimate is for the picture of the whole; it can never be claimed.
    if (p.anslag === true && KJENTE_PARAMETRE.some((k) => k.kostraFunksjoner.includes(p.funksjon))) return avslag('ANSLAG_I_ORDNINGEN', 'anslag');
    const id = await repo.skrivPost(tx, p, naa());
    if (id === null) return avslag('ANNEN_MOTTAKERS_VEDTAK', 'vedtakId');
    await loggfor(tx, { handling: 'REGISTRER_RESSURSPOST', objektType: 'ressurspost', objektId: id, mottakerId: p.mottakerId, grunn: p.bilag });
    return ok({ id });
  });
}

export function registrerFradrag(tx: Tx, f: { ar: number; mottakerId: number; type: string; belopOre: number; bilag: string }): Svar<{ id: number }> {
  return somNavngitt(tx, async () => {
    const id = await repo.skrivFradrag(tx, f, naa());
    if (id === null) return avslag('FINNES_IKKE');
    await loggfor(tx, { handling: 'REGISTRER_RESSURSFRADRAG', objektType: 'ressursfradrag', objektId: id, mottakerId: f.mottakerId, grunn: f.bilag });
    return ok({ id });
  });
}

export function settPu(tx: Tx, p: { ar: number; mottakerId: number; registrertPu: boolean }): Svar<null> {
  return somNavngitt(tx, async () => {
    if (!(await repo.skrivPu(tx, p, naa()))) return avslag('FINNES_IKKE');
    await loggfor(tx, { handling: 'SETT_PU_STATUS', objektType: 'mottaker', objektId: p.mottakerId, mottakerId: p.mottakerId, grunn: `${p.ar}: ${p.registrertPu ? 'ja' : 'nei'}` });
    return ok(null);
  });
}

export function trekkRad(tx: Tx, slag: repo.Trekkbar, id: number): Svar<null> {
  return somNavngitt(tx, async () => {
    if ((await repo.trekkRad(tx, slag, id, naa())) === 0) return avslag('ALLEREDE_AVGJORT');
    await loggfor(tx, { handling: 'TREKK_RESSURSRAD', objektType: slag, objektId: id });
    return ok(null);
  });
}
