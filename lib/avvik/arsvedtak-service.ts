import { avsla, finnAnslag, finnDispensasjoner, godkjenn, nyDispensasjon, nyttAnslag, venter } from '#lib/avvik/arsvedtak-repo.ts';
import type { Tid } from '#lib/avvik/arsslutt-view.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { type Maned, manedensAr } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnEnheter, finnManedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

async function erUtforer(tx: Tx, enhetId: number): Promise<boolean> {
  return (await finnEnheter(tx)).some((e) => e.id === enhetId && e.type === 'UTFORER');
}

/** Who, why and how much: the most of the year's deficit that the unit must take along. Replaces an earlier one when it is approved. */
export async function foreslaDispensasjon(tx: Tx, d: { ar: number; enhetId: number; maksUnderskuddOre: number; grunn: string }, tid: Tid = naa()): Svar<{ id: number }> {
  if (!(await erUtforer(tx, d.enhetId))) return nei([{ grunn: 'UKJENT_ENHET', felt: 'enhetId' }]);
  const id = await nyDispensasjon(tx, d, tid);
  if (id === null) return nei([{ grunn: 'DISPENSASJON_VENTER', felt: 'enhetId' }]);
  await loggfor(tx, { handling: 'FORESLA_DISPENSASJON', objektType: 'dispensasjon', objektId: id, grunn: d.grunn });
  return ok({ id });
}

/** What the controller reckons a unit's month gives that is not settled yet; refused where the settlement already says it. */
export async function foreslaAnslag(tx: Tx, a: { maned: Maned; enhetId: number; belopOre: number; grunn: string }): Svar<{ id: number }> {
  if (!(await erUtforer(tx, a.enhetId))) return nei([{ grunn: 'UKJENT_ENHET', felt: 'enhetId' }]);
  if (((await finnManedstatus(tx)).get(a.maned) ?? 'APEN') !== 'APEN') return nei([{ grunn: 'MANED_AVREGNET', felt: 'maned' }]);
  const id = await nyttAnslag(tx, { ...a, ar: manedensAr(a.maned) }, naa());
  if (id === null) return nei([{ grunn: 'ANSLAG_VENTER', felt: 'enhetId' }]);
  await loggfor(tx, { handling: 'FORESLA_ANSLAG', objektType: 'arsslutt_anslag', objektId: id, grunn: a.grunn });
  return ok({ id });
}

type Sak = { readonly tabell: 'dispensasjon' | 'arsslutt_anslag'; readonly id: number };

async function finnSak(tx: Tx, { tabell, id }: Sak): Promise<{ foreslattAv: number } | null> {
  const rader = tabell === 'dispensasjon' ? await finnDispensasjoner(tx, null) : await finnAnslag(tx, null);
  return rader.find((r) => r.id === id) ?? null;
}

/** Another person's yes. */
export async function godkjennArsvedtak(tx: Tx, sak: Sak, tid: Tid = naa()): Svar<null> {
  const rad = await finnSak(tx, sak);
  if (!rad) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (!erToPersoner(rad, tx.hvem.kontoId ?? 0)) return nei([{ grunn: 'SAMME_PERSON' }]);
  if ((await godkjenn(tx, sak.tabell, sak.id, tid)) === 0) return nei([{ grunn: 'ALLEREDE_AVGJORT' }]);
  await loggfor(tx, { handling: sak.tabell === 'dispensasjon' ? 'GODKJENN_DISPENSASJON' : 'GODKJENN_ANSLAG', objektType: sak.tabell, objektId: sak.id });
  return ok(null);
}

/** No, or the proposer takes it back: both with a reason. */
export async function avslaArsvedtak(tx: Tx, sak: Sak, grunn: string): Svar<null> {
  const rad = await finnSak(tx, sak);
  if (!rad) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (sak.tabell === 'dispensasjon' && erToPersoner(rad, tx.hvem.kontoId ?? 0) && tx.hvem.rolle !== 'radmann') return nei([{ grunn: 'IKKE_DIN' }]);
  if ((await avsla(tx, sak.tabell, sak.id, grunn, naa())) === 0) return nei([{ grunn: 'ALLEREDE_AVGJORT' }]);
  await loggfor(tx, { handling: sak.tabell === 'dispensasjon' ? 'AVSLA_DISPENSASJON' : 'AVSLA_ANSLAG', objektType: sak.tabell, objektId: sak.id, grunn });
  return ok(null);
}

/** Dispensations that wait for the rådmann. */
export async function ventendeDispensasjoner(tx: Tx): Promise<Ventende[]> {
  return (await finnDispensasjoner(tx, null)).filter(venter).map((d) => ({
    slag: 'DISPENSASJON', id: d.id, gjelder: `${d.enhet}, ${d.ar}`, belopOre: d.maksUnderskuddOre, foreslattAv: d.foreslattAv, foreslatt: d.foreslatt.toISOString(),
    href: `/arsslutt?ar=${d.ar}#dispensasjoner`, kommando: 'GODKJENN_OVERFORING',
  }));
}

/** Estimates at the year's end that wait for another controller. */
export async function ventendeAnslag(tx: Tx): Promise<Ventende[]> {
  return (await finnAnslag(tx, null)).filter(venter).map((a) => ({
    slag: 'ANSLAG', id: a.id, gjelder: `${a.enhet}, ${manedOgAr(a.maned)}`, belopOre: a.belopOre, foreslattAv: a.foreslattAv, foreslatt: a.foreslatt.toISOString(),
    href: `/arsslutt?ar=${a.ar}#anslag`, kommando: 'GODKJENN_ANSLAG',
  }));
}
