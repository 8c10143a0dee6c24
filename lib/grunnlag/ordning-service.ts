import { manedFor, type Maned } from '#lib/core/maned.ts';
import { gjelderIManed, type Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { forhandsvisningstilstand, stillOpp } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import { ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { tolkOrdningGodkjenning } from '#lib/grunnlag/domain/ordningsgodkjenning.ts';
import { beroerteDekninger } from '#lib/grunnlag/domain/ordningsdekning.ts';
import { utkastFraOrdning } from '#lib/grunnlag/domain/lag-ordningsutkast.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { finnInnstilling, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnOmgivelser } from '#lib/grunnlag/ordning-ikraft-service.ts';
import { finnOrdningshoder, type Ordningshode } from '#lib/grunnlag/ordning-ikraft-repo.ts';
import { finnAvregnedeManeder, finnForhandsvisningsjobb, finnSisteForhandsvisning } from '#lib/grunnlag/ordning-forhandsvisning-repo.ts';
import { finnOrdningsenheter, finnOrdningstjenester } from '#lib/grunnlag/ordning-repo.ts';
import { finnApneUtkast, finnUtkast, finnUtkastTil, type Utkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { ordningstilstand, type Ordningslinje, type Ordningstilstand } from '#lib/grunnlag/ordning-view.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

function linje(hode: Ordningshode, bok: Ordningsbok, enheter: ReadonlyMap<number, string>, m: Maned): Ordningslinje {
  const tilstand: Ordningstilstand = ordningstilstand(hode, m);
  const nar = tilstand === 'KOMMENDE' ? hode.fomManed : tilstand === 'AVSLUTTET' ? (hode.tomManed ?? m) : m;
  const gjelder = (rad: { ordningId: number; fomManed: Maned; tomManed: Maned | null }) => rad.ordningId === hode.id && gjelderIManed(rad, nar);
  const dekket = [...new Set(bok.dekning.filter(gjelder).map((d) => d.enhetId))];
  return {
    id: hode.id,
    navn: hode.navn,
    mal: hode.mal,
    tilstand,
    fom: hode.fomManed,
    tom: hode.tomManed,
    enheter: dekket.map((id) => enheter.get(id) ?? '').toSorted(),
    antallLedd: bok.komponenter.filter(gjelder).length + new Set(bok.fastledd.filter((f) => f.ordningId === hode.id).map((f) => f.kode)).size,
  };
}

/** Every scheme, those in force first, and the drafts that are written or wait for approval. */
export async function hentOrdninger(tx: Tx) {
  const m = manedFor(iDag());
  const bok = await finnOrdningsbok(tx);
  const enheter = new Map((await finnOrdningsenheter(tx, bok.ordninger[0]?.fomManed ?? m)).map((e) => [e.id, e.navn]));
  const hoder = await finnOrdningshoder(tx);
  const utkast = await finnApneUtkast(tx);
  const rang: Record<Ordningstilstand, number> = { I_KRAFT: 0, KOMMENDE: 1, AVSLUTTET: 2 };
  return {
    ordninger: hoder.map((h) => linje(h, bok, enheter, m)).toSorted((a, b) => rang[a.tilstand] - rang[b.tilstand]),
    utkast: utkast.map((u) => ({
      id: u.id,
      slag: u.slag,
      status: u.status,
      navn: u.slag === 'NY' ? u.innhold.navn : (hoder.find((h) => h.id === u.innhold.ordningId)?.navn ?? ''),
      mal: u.slag === 'NY' ? u.innhold.mal : null,
      maned: u.slag === 'NY' ? u.innhold.fom : u.innhold.tom,
      antallLedd: u.slag === 'NY' ? u.innhold.komponenter.length + u.innhold.fastledd.length : null,
      endretAv: u.endretAv,
      endret: u.endret,
      foreslattAv: u.foreslattAv,
    })),
  };
}

/** A scheme in force, or one that was: its parts, cover and prices, and what was decided of it. */
export async function hentOrdning(tx: Tx, id: number, sprak: Sprak) {
  const hode = (await finnOrdningshoder(tx)).find((o) => o.id === id);
  const bok = await finnOrdningsbok(tx);
  const rad = bok.ordninger.find((o) => o.id === id);
  if (!hode || !rad) return null;
  const m = manedFor(iDag());
  const tilstand = ordningstilstand(hode, m);
  const nar = tilstand === 'KOMMENDE' ? hode.fomManed : tilstand === 'AVSLUTTET' ? (hode.tomManed ?? m) : m;
  const enheter = await finnOrdningsenheter(tx, nar);
  const historie = await finnUtkastTil(tx, id);
  return {
    hode,
    tilstand,
    innhold: utkastFraOrdning(bok, { ...rad, mal: hode.mal }, nar),
    priser: bok.priser.filter((p) => p.ordningId === id).toSorted((a, b) => (a.fomManed < b.fomManed ? 1 : -1)),
    enheter,
    tjenester: await finnTjenestenavn(tx, iDag()).then((navn) => new Map([...navn].map(([kode, n]) => [kode, n[sprak]]))),
    historie: historie.map((u) => ({ id: u.id, slag: u.slag, status: u.status, foreslattAv: u.foreslattAv, godkjentAv: u.godkjentAv, godkjent: u.godkjent })),
  };
}

/** Whether the reader may approve, and why not. */
async function godkjenning(tx: Tx, utkast: Utkast): Promise<'JA' | 'EGET_FORSLAG' | 'IKKE_DIN_ROLLE'> {
  const { kontoId, rolle } = tx.hvem;
  if (kontoId === null || !erToPersoner({ foreslattAv: utkast.foreslattAvId }, kontoId)) return 'EGET_FORSLAG';
  const roller: readonly string[] = tolkOrdningGodkjenning(await finnInnstilling(tx, 'ordningGodkjenning', iDag()));
  return roller.includes(rolle) ? 'JA' : 'IKKE_DIN_ROLLE';
}

async function forhandsvisningen(tx: Tx, utkast: Utkast) {
  const siste = await finnSisteForhandsvisning(tx, utkast.id);
  const tilstand = forhandsvisningstilstand(siste, utkast.hash);
  return {
    siste,
    tilstand,
    jobbId: siste && tilstand === 'UNDERVEIS' ? await finnForhandsvisningsjobb(tx, siste.id) : null,
    oppstilling: siste?.resultat ? stillOpp(siste.resultat) : null,
    antallManeder: (await finnAvregnedeManeder(tx, 12)).length,
  };
}

/** A draft as its writer and its approver see it: content, all its faults, what it touches, and its preview. */
export async function hentUtkast(tx: Tx, id: number, sprak: Sprak) {
  const utkast = await finnUtkast(tx, id);
  if (!utkast) return null;
  const om = await finnOmgivelser(tx, sprak);
  const felles = { godkjenning: await godkjenning(tx, utkast), om };
  if (utkast.slag === 'AVSLUTT') {
    const { ordningId } = utkast.innhold;
    return { slag: 'AVSLUTT' as const, utkast, ...felles, navn: om.ordninger.find((o) => o.id === ordningId)?.navn ?? '' };
  }
  const u = utkast.innhold;
  const beroert = [...new Set(beroerteDekninger(u, om.dekning).map((d) => d.ordningId))];
  return {
    slag: 'NY' as const,
    utkast,
    ...felles,
    feil: ordningsfeil(u, om),
    erstattbare: om.ordninger.filter((o) => beroert.includes(o.id) || u.erstatter.includes(o.id)),
    forhandsvisning: await forhandsvisningen(tx, utkast),
  };
}

/** What a new draft can be made from: the services of the municipality tell which presets fit it. */
export async function hentMaltjenester(tx: Tx, sprak: Sprak): Promise<ReadonlyMap<string, string>> {
  return new Map((await finnOrdningstjenester(tx, iDag(), sprak)).map((t) => [t.kode, t.navn]));
}
export type UtkastView = NonNullable<Awaited<ReturnType<typeof hentUtkast>>>;
export type OrdningView = NonNullable<Awaited<ReturnType<typeof hentOrdning>>>;
