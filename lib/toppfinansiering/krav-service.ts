import { createHash } from 'node:crypto';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { ore } from '#lib/core/ore.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { beregnAret } from '#lib/toppfinansiering/kostnad-service.ts';
import { finnTimer } from '#lib/toppfinansiering/kostnad-repo.ts';
import { STOPPER_KRAV } from '#lib/toppfinansiering/domain/kostnad.ts';
import { kravforskjeller, type Kravspor, lagKrav } from '#lib/toppfinansiering/domain/kravsak.ts';
import { regnestykke } from '#lib/toppfinansiering/domain/tilleggene.ts';
import { finnKrav, finnKravene, finnKravgrunnlag, lasKrav, merkForkastet, merkGodkjent, skrivKrav } from '#lib/toppfinansiering/krav-repo.ts';
import { erNavngitt } from '#lib/toppfinansiering/registrering-repo.ts';
import type { Kravside } from '#lib/toppfinansiering/toppfinansiering-view.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const avslag = (grunn: string): Result<never, readonly Avslag[]> => nei([{ grunn }]);

/**
 * A new version of the year's claim, as a draft: those over the threshold as they are computed now. Refused where a draft
 * waits, nobody is over, or something is missing that stops a claim.
 */
export async function lagKravutkast(tx: Tx, ar: number, merknad: string): Svar<{ id: number }> {
  if (!(await erNavngitt(tx))) return avslag('IKKE_NAVNGITT');
  const beregnet = await beregnAret(tx, ar);
  if (!beregnet) return avslag('INGEN_PARAMETRE');
  const over = beregnet.aret.mottakere.filter((k) => k.plassering === 'OVER');
  if (over.length === 0) return avslag('INGEN_OVER');
  const stopper = over.filter((k) => k.mangler.some((grunn) => STOPPER_KRAV.includes(grunn)));
  if (stopper.length > 0) return nei([{ grunn: 'MANGLER_STOPPER', verdier: { antall: stopper.length } }]);
  const { fakta, parametre } = beregnet;
  const navn = new Map(fakta.enheter.map((e) => [e.enhetId, e.navn]));
  const krav = lagKrav(beregnet.aret, await finnTimer(tx, ar, over.map((k) => k.fakta.mottakerId)), navn);
  const brukte = new Set(over.flatMap((k) => k.poster.flatMap((p) => p.enhetId ?? [])));
  const spor: Kravspor = {
    kilde: parametre.sett.kilde, lantFra: parametre.lantFra, regnestykke: regnestykke(beregnet.aret.ut, parametre.sett, fakta.innbyggere), rader: krav.rader,
    enheter: fakta.enheter.filter((e) => brukte.has(e.enhetId)).map(({ enhetId, navn: enhet, lonnOre, timeverkMinutter, fravarMinutter }) => ({ enhetId, navn: enhet, lonnOre, timeverkMinutter, fravarMinutter })),
  };
  const sak = JSON.stringify(krav.sak);
  const { antall, nettoOre } = krav.sum;
  const tilskuddOre = spor.regnestykke?.find((l) => l.navn === 'SAMLET')?.ore ?? krav.sum.tilskuddOre;
  const id = await skrivKrav(
    tx, { regnskapsar: ar, bekreftet: parametre.bekreftet, innslagspunktOre: parametre.sett.innslagspunktOre, antall, nettoOre, tilskuddOre, sha256: createHash('sha256').update(sak).digest('hex'), merknad }, sak, spor, naa(),
  );
  if (id === null) return avslag('UTKAST_FINNES');
  await loggfor(tx, { handling: 'LAG_KRAV', objektType: 'krav', objektId: id, grunn: `${ar}` });
  return ok({ id });
}

/** One of the two approvals: named, not the maker, not the same person twice. The second freezes the claim. */
export async function godkjennKrav(tx: Tx, id: number): Svar<{ frosset: boolean }> {
  if (!(await erNavngitt(tx))) return avslag('IKKE_NAVNGITT');
  const krav = await lasKrav(tx, id);
  if (!krav) return avslag('FINNES_IKKE');
  if (krav.status !== 'UTKAST') return avslag('ALLEREDE_AVGJORT');
  const { kontoId } = tx.hvem;
  if (krav.opprettetAv === kontoId) return avslag('SAMME_PERSON');
  if (krav.godkjent1Av === kontoId) return avslag('GODKJENT_AV_DEG');
  const nummer = krav.godkjent1Av === null ? 1 : 2;
  await merkGodkjent(tx, id, nummer, naa());
  await loggfor(tx, { handling: nummer === 1 ? 'GODKJENN_KRAV' : 'FRYS_KRAV', objektType: 'krav', objektId: id });
  return ok({ frosset: nummer === 2 });
}

/** A draft is discarded with a reason, by anyone named; it is kept. */
export async function forkastKrav(tx: Tx, id: number, grunn: string): Svar<null> {
  if (!(await erNavngitt(tx))) return avslag('IKKE_NAVNGITT');
  const krav = await lasKrav(tx, id);
  if (!krav) return avslag('FINNES_IKKE');
  if (krav.status !== 'UTKAST') return avslag('ALLEREDE_AVGJORT');
  await merkForkastet(tx, id, grunn, naa());
  await loggfor(tx, { handling: 'FORKAST_KRAV', objektType: 'krav', objektId: id, grunn });
  return ok(null);
}

/** A version with its recipients for the named, and what differs from the newest version before it that was not discarded. Null: no such claim. Logged. */
export function hentKravside(hvem: Utforende, id: number, visMottakere: boolean): Promise<Kravside | null> {
  return withKommune(hvem, async (tx) => {
    const krav = await finnKrav(tx, id);
    if (!krav) return null;
    const navngitt = visMottakere && (await erNavngitt(tx));
    const spor = navngitt ? ((await finnKravgrunnlag(tx, id))?.spor ?? null) : null;
    const forrige = (await finnKravene(tx, krav.regnskapsar)).find((k) => k.versjon < krav.versjon && k.status !== 'FORKASTET') ?? null;
    const forrigeSpor = forrige && spor ? ((await finnKravgrunnlag(tx, forrige.id))?.spor ?? null) : null;
    if (spor) await loggfor(tx, { handling: 'SE_KRAV', objektType: 'krav', objektId: id });
    const kanGodkjenne = navngitt && krav.status === 'UTKAST' && krav.opprettetAv !== hvem.kontoId && krav.godkjent1Av !== hvem.kontoId;
    return { krav, spor, forrige, forskjeller: spor && forrigeSpor ? kravforskjeller(forrigeSpor.rader, spor.rader) : [], kanGodkjenne };
  });
}

/** Claims that wait for this account: drafts that the account neither made nor has approved, where it is named. */
export async function ventendeKrav(tx: Tx): Promise<Ventende[]> {
  if (!(await erNavngitt(tx))) return [];
  return (await finnKravene(tx, null))
    .filter((k) => k.status === 'UTKAST' && k.godkjent1Av !== tx.hvem.kontoId)
    .map((k) => ({
      slag: 'KRAV', id: k.id, gjelder: `${k.regnskapsar}, versjon ${k.versjon}`, belopOre: ore(k.tilskuddOre), foreslattAv: k.opprettetAv, foreslatt: k.opprettet.toISOString(),
      href: `/ressurskrevende/krav/${k.id}`, kommando: 'GODKJENN_RESSURSKREVENDE',
    }));
}
