import type { Brok } from '#lib/core/brok.ts';
import { brok, EN_BROK, erNull, sammenlign, sumBrok } from '#lib/core/brok.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Maloverforing, Malordning } from '#lib/grunnlag/domain/maler/mal.ts';
import type { Malpris } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { RammeInn } from '#lib/grunnlag/domain/ramme.ts';

/** As the core's `Prisregel`. */
export type Ferdigprisregel = {
  readonly type: 'SELVREGULERENDE' | 'KOSTNADSVEKST' | 'BESTE_PRAKSIS';
  readonly kostnadsvekst: Brok;
  readonly effektivitetskrav: Brok;
  readonly kvantil: Brok;
};
export type KanIkkeLagePrisregel = 'INGEN_STYKKPRIS' | 'EFFEKTIVITETSKRAV_IKKE_I_MALEN';

/** The scheme's price rule for a year; refuses an efficiency demand where the mal does not use the price to cut. */
export function prisregelFraMal(o: Malordning, kostnadsvekst: Brok, effektivitetskrav: Brok): Result<Ferdigprisregel, KanIkkeLagePrisregel> {
  if (o.prisregel === null) return nei('INGEN_STYKKPRIS');
  if (!erNull(effektivitetskrav) && !o.prisregel.effektivitetskrav) return nei('EFFEKTIVITETSKRAV_IKKE_I_MALEN');
  return ok({ type: o.prisregel.type, kostnadsvekst, effektivitetskrav, kvantil: o.prisregel.kvantil });
}

/** As the core's `Priskomponent`; a level is `kode/niva`. */
export type Ferdigpriskomponent = { readonly kode: string; readonly vekt: Brok; readonly gjeldendeOre: Ore };

/**
 * The components to be priced for a group, weighted by the prices of today: all prices of a scheme then move by the same
 * share, and the relation between an hour and a night stays what the municipality has decided. A reading of ours.
 */
export function priskomponenter(o: Malordning, gruppe: string, priser: readonly Malpris[]): Ferdigpriskomponent[] {
  return priser
    .filter((p) => p.ordning === o.kode && p.gruppe === gruppe)
    .map((p) => ({ kode: p.niva === null ? p.komponent : `${p.komponent}/${p.niva}`, vekt: brok(p.ore), gjeldendeOre: p.ore }));
}

/** As the core's `Overforingsregel`. */
export type Ferdigoverforing = {
  readonly andelOverskudd: Brok;
  readonly andelUnderskudd: Brok;
  readonly takAndelAvBudsjett: Brok | null;
};
export type Overforingsvalg = Partial<Pick<Ferdigoverforing, 'andelOverskudd' | 'andelUnderskudd'>>;
export type ManglendeAndel = { readonly grunn: 'MANGLER_ANDEL'; readonly felt: 'andelOverskudd' | 'andelUnderskudd' };

/** The carry-over rule; `valg` decides the shares that the source does not print (and may change those it does). */
export function overforingFraMal(regel: Maloverforing, valg: Overforingsvalg = {}): Result<Ferdigoverforing, ManglendeAndel[]> {
  const andelOverskudd = valg.andelOverskudd ?? regel.andelOverskudd;
  const andelUnderskudd = valg.andelUnderskudd ?? regel.andelUnderskudd;
  const feil: ManglendeAndel[] = [];
  if (andelOverskudd === null) feil.push({ grunn: 'MANGLER_ANDEL', felt: 'andelOverskudd' });
  if (andelUnderskudd === null) feil.push({ grunn: 'MANGLER_ANDEL', felt: 'andelUnderskudd' });
  if (andelOverskudd === null || andelUnderskudd === null) return nei(feil);
  return ok({ andelOverskudd, andelUnderskudd, takAndelAvBudsjett: regel.takAndelAvBudsjett });
}

export type Kriterieverdi = { readonly vekt: Brok; readonly verdier: ReadonlyMap<string, Brok> };
export type Rammetall =
  | { readonly metode: 'KRITERIER'; readonly potOre: Ore; readonly verdier: ReadonlyMap<string, Kriterieverdi>; readonly enheter: readonly string[] }
  | Extract<RammeInn, { metode: 'INKREMENTELL' }>;
export type KanIkkeLageRamme =
  | { readonly grunn: 'ANNEN_METODE' | 'VEKTENE_ER_IKKE_1' }
  | { readonly grunn: 'MANGLER_KRITERIUM' | 'UKJENT_KRITERIUM' | 'KRITERIUM_UTEN_SUM'; readonly kriterium: string };

/** The input of the frame calculation: the mal's criteria at the municipality's weights and values. */
export function rammeFraMal(o: Malordning, tall: Rammetall): Result<RammeInn, KanIkkeLageRamme[]> {
  if (o.ramme === null || o.ramme.metode !== tall.metode) return nei([{ grunn: 'ANNEN_METODE' }]);
  if (tall.metode === 'INKREMENTELL') return ok(tall);
  if (o.ramme.metode === 'INKREMENTELL') return nei([{ grunn: 'ANNEN_METODE' }]);
  const kjente = o.ramme.kriterier.map((k) => k.kode);
  const feil: KanIkkeLageRamme[] = [];
  for (const kode of tall.verdier.keys()) if (!kjente.includes(kode)) feil.push({ grunn: 'UKJENT_KRITERIUM', kriterium: kode });
  const kriterier = kjente.flatMap((kode) => {
    const verdi = tall.verdier.get(kode);
    if (!verdi) feil.push({ grunn: 'MANGLER_KRITERIUM', kriterium: kode });
    else if (erNull(sumBrok(verdi.verdier.values()))) feil.push({ grunn: 'KRITERIUM_UTEN_SUM', kriterium: kode });
    return verdi ? [{ kode, ...verdi }] : [];
  });
  if (feil.length === 0 && sammenlign(sumBrok(kriterier.map((k) => k.vekt)), EN_BROK) !== 0) feil.push({ grunn: 'VEKTENE_ER_IKKE_1' });
  return feil.length > 0 ? nei(feil) : ok({ metode: 'KRITERIER', potOre: tall.potOre, kriterier, enheter: tall.enheter });
}
