import { type Gjenapner, kanForeslaGjenapning, kanGodkjenneGjenapning, type KanIkkeGjenapne, tolkGjenapner } from '#lib/avregning/domain/lukketilstand.ts';
import { avslaGjenapningRad, finnGjenapninger, type Gjenapningrad, godkjennGjenapningRad, hentGjenapning, nyGjenapning } from '#lib/avregning/lukking-gjenapning-repo.ts';
import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import { finnLukkedeEnheter, finnLukketrader, finnManedensEnheter, skrivGjenapnet } from '#lib/avregning/lukking-repo.ts';
import { type Gjenapningview, tidspunkt } from '#lib/avregning/lukking-view.ts';
import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lokalTid, millisekunderVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The role that approves reopenings in this municipality today. */
export async function hentGjenapner(tx: Tx): Promise<Gjenapner> {
  return tolkGjenapner(await finnInnstilling(tx, 'gjenapner', iDag()));
}

/** Names the role that approves reopenings from today on. */
export async function settGjenapner(tx: Tx, rolle: Gjenapner): Promise<Result<null, never>> {
  await skrivInnstilling(tx, 'gjenapner', iDag(), { rolle });
  await loggfor(tx, { handling: 'SETT_GJENAPNER', objektType: 'innstilling', objektId: 'gjenapner', grunn: rolle });
  return ok(null);
}

export type Gjenapningsforslag = { readonly maned: Maned; readonly enhetId: number | null; readonly grunn: string; readonly tilOgMed: Dato };

/** Proposes that a closed month is opened again through a day, for one unit or (null) for all; another person approves. */
export async function foreslaGjenapning(tx: Tx, f: Gjenapningsforslag): Promise<Result<{ id: number }, readonly KanIkkeGjenapne[]>> {
  const lukkede = await finnLukkedeEnheter(tx, f.maned);
  const kjente = new Set((await finnLukketrader(tx, f.maned)).map((r) => r.enhetId));
  const enheter = await finnManedensEnheter(tx, f.maned);
  const lukket = f.enhetId === null ? enheter.some((e) => lukkede.has(e) && kjente.has(e)) : lukkede.has(f.enhetId) && kjente.has(f.enhetId);
  const apenTil = millisekunderVed(lokalTid(`${leggTilDager(f.tilOgMed, 1)}T00:00`));
  const hindring = kanForeslaGjenapning(lukket, naa().getTime(), apenTil);
  if (hindring) return nei([hindring]);
  const ny = await nyGjenapning(tx, { maned: f.maned, enhetId: f.enhetId, grunn: f.grunn, apenTil });
  if (!ny) return nei([{ grunn: 'VENTER_ALLEREDE' }]);
  await loggfor(tx, { handling: 'FORESLA_GJENAPNING', objektType: 'gjenapning', objektId: ny.id, grunn: f.maned });
  return ok(ny);
}

const avgjort = (g: Gjenapningrad): boolean => g.godkjent !== null || g.avslatt !== null;

/** Approves a reopening: the units are open from now until the proposed moment, and closed again then by the clock alone. */
export async function godkjennGjenapning(tx: Tx, id: number): Promise<Result<{ maned: Maned }, readonly KanIkkeGjenapne[]>> {
  const g = await hentGjenapning(tx, id);
  if (!g || tx.hvem.kontoId === null) return nei([{ grunn: 'AVGJORT' }]);
  const forslag = { foreslattAv: g.foreslattAv, apenTil: g.apenTil.getTime(), avgjort: avgjort(g) };
  const hindring = kanGodkjenneGjenapning(forslag, tx.hvem.kontoId, tx.hvem.rolle, await hentGjenapner(tx), naa().getTime());
  if (hindring) return nei([hindring]);
  await godkjennGjenapningRad(tx, id);
  await skrivGjenapnet(tx, g.maned, g.enhetId, g.apenTil);
  await loggfor(tx, { handling: 'GODKJENN_GJENAPNING', objektType: 'gjenapning', objektId: id, grunn: g.maned });
  return ok({ maned: g.maned });
}

/** Turns a reopening down. The role that approves may; so may the one who proposed it. */
export async function avslaGjenapning(tx: Tx, id: number): Promise<Result<{ maned: Maned }, readonly KanIkkeGjenapne[]>> {
  const g = await hentGjenapning(tx, id);
  if (!g || avgjort(g)) return nei([{ grunn: 'AVGJORT' }]);
  if (tx.hvem.kontoId !== g.foreslattAv && tx.hvem.rolle !== (await hentGjenapner(tx))) return nei([{ grunn: 'IKKE_DIN_ROLLE' }]);
  await avslaGjenapningRad(tx, id);
  await loggfor(tx, { handling: 'AVSLA_GJENAPNING', objektType: 'gjenapning', objektId: id, grunn: g.maned });
  return ok({ maned: g.maned });
}

function tilstand(g: Gjenapningrad, tid: number): Gjenapningview['tilstand'] {
  if (g.avslatt) return 'AVSLATT';
  const over = g.apenTil.getTime() <= tid;
  if (g.godkjent) return over ? 'OVER' : 'APEN';
  return over ? 'UTLOPT' : 'VENTER';
}

/** The reopenings of a month as the page shows them, newest first. */
export async function hentGjenapninger(tx: Tx, maned: Maned): Promise<Gjenapningview[]> {
  const tid = naa().getTime();
  return (await finnGjenapninger(tx, maned)).map((g) => ({
    id: g.id,
    enhet: g.enhet,
    grunn: g.grunn,
    til: tidspunkt(g.apenTil),
    foreslattAv: g.foreslattNavn,
    foreslatt: tidspunkt(g.foreslatt),
    avgjortAv: g.avgjortNavn,
    tilstand: tilstand(g, tid),
  }));
}

/** The reopenings that wait for another person. */
export async function ventendeGjenapninger(tx: Tx): Promise<Ventende[]> {
  const tid = naa().getTime();
  return (await finnGjenapninger(tx, null))
    .filter((g) => tilstand(g, tid) === 'VENTER')
    .map((g) => ({
      slag: 'GJENAPNING',
      id: g.id,
      gjelder: g.enhet === null ? manedOgAr(g.maned) : `${g.enhet}, ${manedOgAr(g.maned)}`,
      belopOre: null,
      foreslattAv: g.foreslattAv,
      foreslatt: g.foreslatt.toISOString(),
      href: `/avregning/${g.maned}/lukking#gjenapning-${g.id}`,
      kommando: 'GODKJENN_GJENAPNING',
    }));
}
