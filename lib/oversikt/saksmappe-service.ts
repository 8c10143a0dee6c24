import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, leggTilManeder, manedFor, sisteDag } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe, hentSaksforhold } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import { findPrisgrunnlag } from '#lib/vedtak/pris-repo.ts';
import { hentUtkast } from '#lib/vedtak/utkast-service.ts';
import { forsteMandag, levertMotVedtatt } from '#lib/oversikt/domain/levert-mot-vedtatt.ts';
import { tjenestepakke } from '#lib/oversikt/domain/tjenestepakke.ts';
import type { PakkeVedtak } from '#lib/oversikt/domain/tjenestepakke.ts';
import { findTjenestenavn } from '#lib/oversikt/mottakerliste-repo.ts';
import { findLevert, findOppdrag, findPauser, findVedtak } from '#lib/oversikt/saksmappe-repo.ts';
import type { Saksmappe } from '#lib/oversikt/saksmappe-view.ts';
import type { Vedtaksrad } from '#lib/oversikt/saksmappe-repo.ts';

const UKER = 8;
const MANEDER_BAK = 10;
const MANEDER_FRAM = 7;

function tilPakke(rader: readonly Vedtaksrad[]): PakkeVedtak[] {
  return rader.flatMap(({ id, nummer, tjeneste, fom, tom, grunn, ...kolonner }) => {
    const omfang = omfangAv(kolonner);
    return omfang === null || fom === null ? [] : [{ id, nummer, tjeneste, omfang, fom, tom, grunn }];
  });
}

async function hentPakke(tx: Tx, mottakerId: number, idag: Dato, sprak: Sprak) {
  const rader = await findVedtak(tx, mottakerId);
  const oppdrag = await findOppdrag(tx, mottakerId);
  const pauser = await findPauser(tx, mottakerId);
  const vedtak = tilPakke(rader);
  const enheter = [...new Set(oppdrag.map((o) => o.enhetId))];
  const priser = await findPrisgrunnlag(tx, idag, sprak, enheter);
  const maned = manedFor(idag);
  const vindu = { fom: forsteDag(leggTilManeder(maned, -MANEDER_BAK)), tom: sisteDag(leggTilManeder(maned, MANEDER_FRAM)) };
  const fra = forsteMandag(idag, UKER);
  const levert = await findLevert(tx, oppdrag.map((o) => o.id), fra, leggTilDager(fra, UKER * 7 - 1));
  return {
    vindu,
    pakke: tjenestepakke({ idag, vindu, vedtak, oppdrag, pauser, priser }),
    uker: levertMotVedtatt(fra, UKER, vedtak, pauser, levert),
    siste: rader.toSorted((a, b) => (a.fattetDato === b.fattetDato ? b.id - a.id : a.fattetDato < b.fattetDato ? 1 : -1)).slice(0, 6),
  };
}

/** The recipient's record as the purchaser opens it; the look is logged, and may first ask for a reason. */
export async function hentSaksmappe(tx: Tx, mottakerId: number, sprak: Sprak): Promise<Saksmappe | Exclude<Mappetilgang, { type: 'APEN' }>> {
  const tilgang = await apneMappe(tx, mottakerId);
  if (tilgang.type !== 'APEN') return tilgang;
  const idag = iDag();
  const tjenester = await findTjenestenavn(tx, sprak);
  return {
    ...tilgang,
    idag,
    tjenestenavn: Object.fromEntries(tjenester.map((t) => [t.verdi, t.tekst])),
    utkastEndret: (await hentUtkast(tx, mottakerId))?.endret ?? null,
    forhold: await hentSaksforhold(tx, mottakerId),
    ...(await hentPakke(tx, mottakerId, idag, sprak)),
  };
}
