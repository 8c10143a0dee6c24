import { type Maned, manedAv, manedensAr, manederFraTil } from '#lib/core/maned.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentAvviksskjerming } from './avviksskjerming-service.ts';
import { aretsAvvik, type Enhetsavvik, type Manedstall } from './domain/arets-avvik.ts';
import { finnAvregnedeManeder, finnKostnad, finnManedstall } from './oversikt-repo.ts';
import type { EnhetRad, Oversikt } from './oversikt-view.ts';

/**
 * The rådmann's picture to the end of a settled month (the newest when none, or an unsettled one, is asked for).
 * Null when no month is settled yet.
 */
export async function hentOversikt(tx: Tx, onsket: Maned | null): Promise<Oversikt | null> {
  const avregnet = await finnAvregnedeManeder(tx);
  const maned = avregnet.find((m) => m === onsket) ?? avregnet[0];
  if (!maned) return null;
  const ar = manedensAr(maned);
  const januar = manedAv(ar, 1);
  const [tall, enheter, kostnad] = [await finnManedstall(tx, januar, maned), await finnEnheter(tx), await finnKostnad(tx, januar, maned)];
  const navn = new Map(enheter.map((e) => [e.id, e.navn]));
  const avvik = aretsAvvik(tall, maned, manederFraTil(januar, maned), await finnSkjulte(tx, tall, maned));
  return {
    maned,
    maneder: avregnet,
    ar,
    manedenstall: avvik.maned,
    hittil: avvik.hittil,
    kumulativt: avvik.kumulativt,
    harBudsjett: tall.some((t) => t.budsjettPrisOre !== null),
    enheter: avvik.enheter.map((e) => rad(e, navn, kostnad)),
    utforerOre: utforersum(tall, kostnad, new Set(enheter.filter((e) => e.eierform === 'KOMMUNAL').map((e) => e.id))),
  };
}

/** What the units spent beyond what they were settled, by the same rule as the deviation board: nothing is said where an own unit's accounts are missing. */
function utforersum(tall: readonly Manedstall[], kostnad: ReadonlyMap<number, number>, egne: ReadonlySet<number>): number | null {
  const medTall = new Set(tall.map((t) => t.enhetId));
  const med = [...medTall].filter((id) => kostnad.has(id));
  if (med.length === 0 || [...medTall].some((id) => egne.has(id) && !kostnad.has(id))) return null;
  return med.reduce((sum, id) => sum + (kostnad.get(id) ?? 0), 0) - tall.reduce((sum, t) => sum + (kostnad.has(t.enhetId) ? t.faktiskBelopOre : 0), 0);
}

/** Units whose sum the deviation board hides from this reader: here they stand together, so that neither page gives the other's away. */
async function finnSkjulte(tx: Tx, tall: readonly Manedstall[], maned: Maned): Promise<ReadonlySet<number>> {
  const { ledd } = await hentAvviksskjerming(tx, maned);
  return new Set(tall.map((t) => t.enhetId).filter((id) => !ledd(String(id), null)));
}

function rad(e: Enhetsavvik, navn: ReadonlyMap<number, string>, kostnad: ReadonlyMap<number, number>): EnhetRad {
  const kjent = e.enhetIder.filter((id) => kostnad.has(id));
  return {
    enhetId: e.enhetIder.length === 1 ? (e.enhetIder[0] ?? null) : null,
    navn: e.enhetIder.map((id) => navn.get(id) ?? String(id)).toSorted((a, b) => a.localeCompare(b, 'nb')),
    budsjettOre: e.budsjettOre,
    faktiskOre: e.faktiskOre,
    volumOgMiksOre: e.volumOgMiksOre,
    prisOre: e.prisOre,
    avvikOre: e.avvikOre,
    kostnadOre: kjent.length === e.enhetIder.length ? kjent.reduce((sum, id) => sum + (kostnad.get(id) ?? 0), 0) : null,
  };
}
