import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { alderVed } from '#lib/sak/domain/alder.ts';
import * as repo from '#lib/oversikt/mottakerliste-repo.ts';
import { erFiltrert } from '#lib/oversikt/mottakerliste-view.ts';
import type { Mottakerfilter } from '#lib/oversikt/mottakerliste-view.ts';

export const MOTTAKERE_PER_SIDE = 50;
/** A list is counted no further than this; "over 1 000" is answer enough, and the filter narrows it. */
export const TELLETAK = 1000;

/** A page of recipients with what the heading says. Shielded ones are there for the named only. */
export async function hentMottakere(tx: Tx, filter: Mottakerfilter, sprak: Sprak) {
  const idag = iDag();
  const ider = await repo.findMottakerider(tx, filter, idag, TELLETAK);
  const antall = ider.length;
  const rader = await repo.findMottakere(tx, filter, erFiltrert(filter) && antall <= TELLETAK ? ider : null, idag, MOTTAKERE_PER_SIDE);
  // Whoever lacks a vedtak is found by looking at everyone: said in the heading where that is few enough, else by the filter.
  const uten = erFiltrert(filter) || antall > TELLETAK ? null : await repo.countUtenVedtak(tx, ider, idag);
  const tjenester = await repo.findTjenestenavn(tx, sprak);
  const utforere = await repo.findUtforere(tx, idag);
  const navn = new Map(tjenester.map((t) => [t.verdi, t.tekst]));
  return {
    rader: rader.slice(0, MOTTAKERE_PER_SIDE).map((rad) => ({
      ...rad,
      alder: alderVed(rad.fodselsdato, idag),
      tjenester: rad.tjenester.map((kode) => navn.get(kode) ?? kode),
    })),
    antall: sidetelling(antall, filter.side, rader.length),
    overTaket: antall > TELLETAK,
    uten,
    tjenester,
    utforere,
  };
}
export type MottakereView = Awaited<ReturnType<typeof hentMottakere>>;

/** The count the pager uses: exact up to the cap, and beyond it always one page more than the one shown. */
export function sidetelling(antall: number, side: number, hentet: number): number {
  if (antall <= TELLETAK) return antall;
  return Math.max(TELLETAK, (side - 1) * MOTTAKERE_PER_SIDE + hentet);
}
