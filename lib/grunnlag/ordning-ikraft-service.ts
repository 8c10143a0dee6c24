import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { forrige, manedAv, manedensAr, manedFor, type Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { beroerteDekninger } from '#lib/grunnlag/domain/ordningsdekning.ts';
import { forhandsvisningstilstand } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import { enhetsbetalinger } from '#lib/grunnlag/domain/ordningsdobbelt.ts';
import { ordningsfeil, type Ordningsfeil, type Omgivelser } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { tolkOrdningGodkjenning } from '#lib/grunnlag/domain/ordningsgodkjenning.ts';
import { kodeAv, ledigKode } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Avslutning, Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnInnstilling, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnAvregnedeManeder, finnSisteForhandsvisning } from '#lib/grunnlag/ordning-forhandsvisning-repo.ts';
import { avsluttDekning, avsluttHele, finnOrdningshoder, lasOrdningene, skrivOrdning } from '#lib/grunnlag/ordning-ikraft-repo.ts';
import { finnOrdningsenheter, finnOrdningstjenester } from '#lib/grunnlag/ordning-repo.ts';
import { finnApneUtkast, finnUtkast, finnUtkastTil, lasUtkast, merkForeslatt, merkIKraft, merkTilbake, nyttUtkast, type Utkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Result<T, readonly Avslag[]>;
type Sett = { readonly utkastId: number; readonly versjon: number };

/** What a draft is judged against now. A year that has ended is no longer changed by a new scheme. */
export async function finnOmgivelser(tx: Tx, sprak: Sprak): Promise<Omgivelser & { readonly enheter: Awaited<ReturnType<typeof finnOrdningsenheter>> }> {
  const bok = await finnOrdningsbok(tx);
  const dag = iDag();
  const tidligst = manedAv(manedensAr(manedFor(dag)), 1);
  const levende = bok.ordninger.filter((o) => o.tomManed === null || o.tomManed >= tidligst);
  return {
    enheter: await finnOrdningsenheter(tx, tidligst),
    tjenester: await finnOrdningstjenester(tx, dag, sprak),
    ordninger: bok.ordninger.map(({ id, navn }) => ({ id, navn })),
    dekning: bok.dekning,
    tidsband: levende.flatMap((o) => o.regler.tidsband ?? []),
    enhetsbetalinger: enhetsbetalinger(bok),
    tidligst,
  };
}

function endretAvAnnen(utkast: Utkast | null): Avslag[] {
  return utkast ? [{ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: utkast.endretAv ?? '' } }] : [{ grunn: 'FINNES_IKKE' }];
}

/** A fresh preview is asked for wherever there is a settled month to play the draft on. */
async function manglerForhandsvisning(tx: Tx, utkast: Utkast): Promise<boolean> {
  if ((await finnAvregnedeManeder(tx, 1)).length === 0) return false;
  return forhandsvisningstilstand(await finnSisteForhandsvisning(tx, utkast.id), utkast.hash) !== 'FERSK';
}

async function hindringer(tx: Tx, u: Ordningsutkast): Promise<Avslag[]> {
  const feil: Ordningsfeil[] = ordningsfeil(u, await finnOmgivelser(tx, 'nb'));
  return feil.length === 0 ? [] : [{ grunn: 'HAR_FEIL', verdier: { antall: feil.length } }];
}

/** The draft is sent to another person. Refused while anything is wrong with it, or the preview is of something else. */
export async function foreslaIKraft(tx: Tx, { utkastId, versjon }: Sett): Promise<Svar<{ id: number }>> {
  const utkast = await lasUtkast(tx, utkastId);
  if (!utkast || utkast.versjon !== versjon || utkast.status !== 'UTKAST') return nei(endretAvAnnen(utkast));
  if (utkast.slag === 'NY') {
    const feil = await hindringer(tx, utkast.innhold);
    if (feil.length > 0) return nei(feil);
    if (await manglerForhandsvisning(tx, utkast)) return nei([{ grunn: 'MANGLER_FORHANDSVISNING' }]);
  }
  await merkForeslatt(tx, utkastId, versjon);
  await loggfor(tx, { handling: 'FORESLA_ORDNING', objektType: 'ordning_utkast', objektId: utkastId });
  return ok({ id: utkastId });
}

/** Back to the writer: taken back by the proposer, or sent back by somebody else with a reason. */
export async function sendTilbake(tx: Tx, { utkastId, versjon, grunn }: Sett & { readonly grunn: string | null }): Promise<Svar<{ id: number }>> {
  const utkast = await lasUtkast(tx, utkastId);
  if (!utkast || !(await merkTilbake(tx, utkastId, versjon, grunn))) return nei(endretAvAnnen(utkast));
  await loggfor(tx, { handling: grunn === null ? 'TREKK_ORDNING' : 'AVVIS_ORDNING', objektType: 'ordning_utkast', objektId: utkastId, grunn });
  return ok({ id: utkastId });
}

async function nektGodkjenning(tx: Tx, utkast: Utkast): Promise<Avslag[]> {
  const { kontoId, rolle } = tx.hvem;
  if (kontoId === null || !erToPersoner({ foreslattAv: utkast.foreslattAvId }, kontoId)) return [{ grunn: 'EGET_FORSLAG' }];
  const roller = tolkOrdningGodkjenning(await finnInnstilling(tx, 'ordningGodkjenning', iDag()));
  return (roller as readonly string[]).includes(rolle) ? [] : [{ grunn: 'IKKE_DIN_ROLLE' }];
}

async function iverksettNy(tx: Tx, u: Ordningsutkast, fom: Maned, foreslattAv: number | null): Promise<number> {
  const bok = await finnOrdningsbok(tx);
  const beroert = [...new Set(beroerteDekninger(u, bok.dekning).map((d) => d.ordningId))].filter((id) => u.erstatter.includes(id));
  await avsluttDekning(tx, u, beroert, forrige(fom));
  const koder = (await finnOrdningshoder(tx)).map((o) => o.kode);
  return skrivOrdning(tx, ledigKode(kodeAv(u.navn), koder), fom, u, foreslattAv);
}

/**
 * Another person puts the proposal in force: judged again against what holds now, and only as it was seen (`hash`). The
 * cover it takes over ends the month before; the rows' triggers mark what must be settled anew.
 */
export async function settIKraft(tx: Tx, { utkastId, versjon, hash }: Sett & { readonly hash: string }): Promise<Svar<{ id: number; ordningId: number }>> {
  await lasOrdningene(tx);
  const utkast = await lasUtkast(tx, utkastId);
  if (!utkast || utkast.versjon !== versjon || utkast.status !== 'FORESLATT' || utkast.hash !== hash) return nei(endretAvAnnen(utkast));
  const nekt = await nektGodkjenning(tx, utkast);
  if (nekt.length > 0) return nei(nekt);
  let ordningId: number;
  if (utkast.slag === 'AVSLUTT') {
    ordningId = utkast.innhold.ordningId;
    if (!(await avsluttHele(tx, ordningId, utkast.innhold.tom))) return nei([{ grunn: 'ER_AVSLUTTET' }]);
  } else {
    const feil = await hindringer(tx, utkast.innhold);
    if (feil.length > 0 || utkast.innhold.fom === null) return nei(feil);
    ordningId = await iverksettNy(tx, utkast.innhold, utkast.innhold.fom, utkast.foreslattAvId);
  }
  await merkIKraft(tx, utkastId, versjon, ordningId);
  await loggfor(tx, { handling: utkast.slag === 'AVSLUTT' ? 'AVSLUTT_ORDNING' : 'ORDNING_I_KRAFT', objektType: 'ordning', objektId: ordningId });
  return ok({ id: utkastId, ordningId });
}

/** Proposes the end of a scheme after a month; another person approves. */
export async function foreslaAvslutning(tx: Tx, d: Avslutning): Promise<Svar<{ id: number }>> {
  const hode = (await finnOrdningshoder(tx)).find((o) => o.id === d.ordningId);
  if (!hode) return nei([{ grunn: 'FINNES_IKKE' }]);
  const tidligst = forrige(manedAv(manedensAr(manedFor(iDag())), 1));
  if (hode.tomManed !== null && hode.tomManed <= d.tom) return nei([{ grunn: 'ER_AVSLUTTET' }]);
  const forste = hode.fomManed > tidligst ? hode.fomManed : tidligst;
  if (d.tom < forste) return nei([{ grunn: 'SLUTT_FOR_TIDLIG', felt: 'tom', verdier: { maned: manedOgAr(forste) } }]);
  if ((await finnUtkastTil(tx, d.ordningId)).some((u) => u.slag === 'AVSLUTT' && u.status === 'FORESLATT')) return nei([{ grunn: 'VENTER_ALLEREDE' }]);
  const bok = await finnOrdningsbok(tx);
  if (bok.dekning.some((x) => x.ordningId === d.ordningId && x.fomManed > d.tom)) return nei([{ grunn: 'DEKNING_SENERE', felt: 'tom' }]);
  const id = await nyttUtkast(tx, 'AVSLUTT', d, d.ordningId);
  const utkast = await finnUtkast(tx, id);
  return foreslaIKraft(tx, { utkastId: id, versjon: utkast?.versjon ?? 1 });
}

/** Proposals that wait for another person, for the page of approvals. */
export async function ventendeOrdninger(tx: Tx): Promise<Ventende[]> {
  const hoder = new Map((await finnOrdningshoder(tx)).map((o) => [o.id, o.navn]));
  return (await finnApneUtkast(tx))
    .filter((u) => u.status === 'FORESLATT')
    .map((u) => ({
      slag: 'ORDNING',
      id: u.id,
      gjelder: u.slag === 'NY' ? u.innhold.navn : (hoder.get(u.innhold.ordningId) ?? ''),
      belopOre: null,
      foreslattAv: u.foreslattAvId,
      foreslatt: (u.foreslatt ?? u.endret).toISOString(),
      href: `/ordninger/utkast/${u.id}`,
      kommando: 'GODKJENN_ORDNING',
    }));
}
