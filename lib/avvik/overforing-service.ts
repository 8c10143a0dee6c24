import { hentArstall } from '#lib/avvik/arstall-service.ts';
import { finnLukkedeEnheter } from '#lib/avvik/arsslutt-repo.ts';
import { type Forslagslinje, lagForslagslinjer, type Overforingsslag } from '#lib/avvik/domain/overforingsforslag.ts';
import type { Overforing, Tid } from '#lib/avvik/arsslutt-view.ts';
import { sammeLinjer } from '#lib/avvik/domain/arsslutt.ts';
import {
  bokforOverforing,
  finnOverforing,
  finnOverforinger,
  finnOverforingslinjer,
  merkAvgjort,
  skrivForslag,
} from '#lib/avvik/overforing-repo.ts';
import { lasAvregning } from '#lib/avregning/avregning-repo.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import type { Maned } from '#lib/core/maned.ts';
import { sumOre } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Forslagsvalg = { readonly ar: number; readonly bokfortManed: Maned; readonly begrunnelse: string; readonly tilbakefor: boolean };

async function linjerFor(tx: Tx, o: Overforing | null): Promise<readonly Forslagslinje[]> {
  return o === null ? [] : ((await finnOverforingslinjer(tx, [o.id])).get(o.id) ?? []);
}

/** Whether the posting month is open for every unit that gets a line. */
async function lukketFor(tx: Tx, maned: Maned, linjer: readonly Forslagslinje[]): Promise<boolean> {
  const enheter = linjer.filter((l) => l.bokforesOre !== 0).map((l) => l.enhetId);
  return (await finnLukkedeEnheter(tx, maned, naa(), enheter)).length > 0;
}

/**
 * The controller's proposal of a year's carry-over, with every unit's figures as they are shown. Where the year is
 * decided already it corrects that decision, or takes all of it back. Refusals name what is in the way.
 */
export async function foreslaOverforing(tx: Tx, valg: Forslagsvalg, tid: Tid = naa()): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const arstall = await hentArstall(tx, valg.ar);
  const slag: Overforingsslag = valg.tilbakefor ? 'TILBAKEFORING' : arstall.gjeldende ? 'RETTING' : 'VEDTAK';
  if (slag === 'TILBAKEFORING' && !arstall.gjeldende) return nei([{ grunn: 'INGENTING_A_TILBAKEFORE' }]);
  const iVeien = slag === 'TILBAKEFORING' ? arstall.hindringer.filter((h) => h.grunn === 'NESTE_AR_AVGJORT' || h.grunn === 'FORSLAG_VENTER') : arstall.hindringer;
  const [forste] = iVeien;
  if (forste) return nei([{ grunn: 'HINDRET', verdier: { antall: iVeien.length } }]);
  if (!arstall.apneForBokforing.includes(valg.bokfortManed)) return nei([{ grunn: 'MANED_LUKKET', felt: 'bokfortManed' }]);
  const linjer = lagForslagslinjer(slag, arstall.linjer, await linjerFor(tx, arstall.gjeldende));
  if (slag !== 'VEDTAK' && linjer.every((l) => l.bokforesOre === 0)) return nei([{ grunn: 'INGEN_ENDRING' }]);
  if (await lukketFor(tx, valg.bokfortManed, linjer)) return nei([{ grunn: 'MANED_LUKKET', felt: 'bokfortManed' }]);
  const id = await skrivForslag(tx, { ar: valg.ar, slag, bokfortManed: valg.bokfortManed, retterId: slag === 'VEDTAK' ? null : (arstall.gjeldende?.id ?? null), begrunnelse: valg.begrunnelse }, linjer, tid);
  if (id === null) return nei([{ grunn: 'FORSLAG_VENTER' }]);
  await loggfor(tx, { handling: 'FORESLA_OVERFORING', objektType: 'overforing', objektId: id, grunn: `${valg.ar} ${slag}` });
  return ok({ id });
}

function likt(vist: readonly Forslagslinje[], na: readonly Forslagslinje[]): boolean {
  return sammeLinjer(vist, na) && vist.every((l) => na.find((n) => n.enhetId === l.enhetId)?.bokforesOre === l.bokforesOre);
}

/** The proposal computed again from everything as it stands now. */
async function foreslattIgjen(tx: Tx, o: Overforing): Promise<{ linjer: readonly Forslagslinje[]; foreldet: boolean; apen: boolean }> {
  const arstall = await hentArstall(tx, o.ar);
  const linjer = lagForslagslinjer(o.slag, arstall.linjer, await linjerFor(tx, arstall.gjeldende));
  const hindret = o.slag !== 'TILBAKEFORING' && arstall.hindringer.some((h) => h.grunn !== 'FORSLAG_VENTER');
  return { linjer, foreldet: hindret || (arstall.gjeldende?.id ?? null) !== o.retterId, apen: arstall.apneForBokforing.includes(o.bokfortManed) };
}

/**
 * The rådmann's decision: computed again and compared with what was shown, then posted, in one transaction that holds the
 * settlement, so that no run comes between. The proposer cannot decide.
 */
export async function vedtaOverforing(tx: Tx, id: number, tid: Tid = naa()): Promise<Result<{ antallLinjer: number }, readonly Avslag[]>> {
  if (!(await lasAvregning(tx))) return nei([{ grunn: 'AVREGNING_KJORER' }]);
  const o = await finnOverforing(tx, id);
  if (!o) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (o.status !== 'FORESLATT') return nei([{ grunn: 'ALLEREDE_AVGJORT' }]);
  if (!erToPersoner(o, tx.hvem.kontoId ?? 0)) return nei([{ grunn: 'SAMME_PERSON' }]);
  const [vist, na] = [await linjerFor(tx, o), await foreslattIgjen(tx, o)];
  if (na.foreldet || !likt(vist, na.linjer)) return nei([{ grunn: 'TALLENE_ENDRET' }]);
  if (!na.apen || (await lukketFor(tx, o.bokfortManed, vist))) return nei([{ grunn: 'MANED_LUKKET' }]);
  if ((await merkAvgjort(tx, id, 'VEDTATT', null, tid)) === 0) return nei([{ grunn: 'ALLEREDE_AVGJORT' }]);
  const antallLinjer = await bokforOverforing(tx, id);
  await loggfor(tx, { handling: 'VEDTA_OVERFORING', objektType: 'overforing', objektId: id, grunn: `${o.ar} ${o.slag}` });
  return ok({ antallLinjer });
}

/** No, with a reason; or the proposer takes it back. */
export async function avvisOverforing(tx: Tx, id: number, grunn: string): Promise<Result<null, readonly Avslag[]>> {
  const o = await finnOverforing(tx, id);
  if (!o) return nei([{ grunn: 'FINNES_IKKE' }]);
  const egen = !erToPersoner(o, tx.hvem.kontoId ?? 0);
  if (!egen && tx.hvem.rolle !== 'radmann') return nei([{ grunn: 'IKKE_DIN' }]);
  if ((await merkAvgjort(tx, id, egen ? 'TRUKKET' : 'AVVIST', grunn, naa())) === 0) return nei([{ grunn: 'ALLEREDE_AVGJORT' }]);
  await loggfor(tx, { handling: egen ? 'TREKK_OVERFORING' : 'AVVIS_OVERFORING', objektType: 'overforing', objektId: id, grunn });
  return ok(null);
}

/** Carry-overs that wait for the rådmann. */
export async function ventendeOverforinger(tx: Tx): Promise<Ventende[]> {
  const venter = (await finnOverforinger(tx, null)).filter((o) => o.status === 'FORESLATT');
  const linjer = await finnOverforingslinjer(tx, venter.map((o) => o.id));
  return venter.map((o) => ({
    slag: 'OVERFORING',
    id: o.id,
    gjelder: String(o.ar),
    belopOre: sumOre((linjer.get(o.id) ?? []).map((l) => l.bokforesOre)),
    foreslattAv: o.foreslattAv,
    foreslatt: o.foreslatt.toISOString(),
    href: `/arsslutt?ar=${o.ar}#forslag`,
    kommando: 'GODKJENN_OVERFORING',
  }));
}
