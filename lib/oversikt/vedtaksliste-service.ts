import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { tilstandPa } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import { findTjenestenavn, findUtforere } from '#lib/oversikt/mottakerliste-repo.ts';
import { MOTTAKERE_PER_SIDE as PER_SIDE, sidetelling, TELLETAK } from '#lib/oversikt/mottakerliste-service.ts';
import { countVedtaksliste, findVedtaksliste } from '#lib/oversikt/vedtaksliste-repo.ts';
import type { Vedtaksfilter } from '#lib/oversikt/vedtaksliste-view.ts';

/** A page of vedtak; names only for those who may see them, the pseudonym for the others. */
export async function hentVedtaksliste(tx: Tx, filter: Vedtaksfilter, sprak: Sprak) {
  const idag = iDag();
  const rader = await findVedtaksliste(tx, filter, idag, PER_SIDE);
  const antall = await countVedtaksliste(tx, filter, idag, TELLETAK);
  const tjenester = await findTjenestenavn(tx, sprak);
  const navn = new Map(tjenester.map((t) => [t.verdi, t.tekst]));
  return {
    rader: rader.slice(0, PER_SIDE).map(({ id, nummer, fattetDato, pseudonym, skjermet, navn: mottaker, fom, tom, grunn, utforer, tjeneste, ...kolonner }) => ({
      id, nummer, fattetDato, pseudonym, skjermet, mottaker, fom, tom, utforer,
      tjeneste: navn.get(tjeneste) ?? tjeneste,
      omfang: omfangAv(kolonner),
      tilstand: tilstandPa(idag, { fom, tom, grunn }),
    })),
    antall: sidetelling(antall, filter.side, rader.length),
    overTaket: antall > TELLETAK,
    tjenester,
    utforere: await findUtforere(tx, idag),
  };
}
export type VedtakslisteView = Awaited<ReturnType<typeof hentVedtaksliste>>;
