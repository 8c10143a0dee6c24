import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentTjenestenavn } from '#lib/sak/innboks-service.ts';
import { MINSTE_ANTALL, undertrykk } from '#lib/oversikt/domain/undertrykk.ts';
import { findVentetider } from '#lib/oversikt/ventetid-repo.ts';
import type { Ventetidsgruppe, Ventetidsrad } from '#lib/oversikt/ventetid-view.ts';

const ET_AR = 365;
const SKJULT = { antall: 0, medianVedtak: null, niVedtak: null, startet: 0, medianStart: null, overManeden: 0 };

/** Waiting times of the last year, or of the period asked for, by service, all of them first. Groups under five have no numbers, and cannot be found from the sum. */
export async function hentVentetider(tx: Tx, sprak: Sprak, periode: { readonly fom: Dato; readonly tom: Dato } = { fom: leggTilDager(iDag(), -ET_AR), tom: iDag() }): Promise<Ventetidsrad[]> {
  const navn = await hentTjenestenavn(tx, sprak);
  const grupper = await findVentetider(tx, periode.fom, periode.tom);
  const [alle, tjenester] = [grupper.filter((g) => g.tjeneste === null), grupper.filter((g) => g.tjeneste !== null)];
  const skjult = undertrykk(tjenester.map((g) => g.antall));
  const rad = (g: Ventetidsgruppe, liten: boolean): Ventetidsrad => ({
    ...g, ...(liten ? SKJULT : g.startet < MINSTE_ANTALL ? { startet: 0, medianStart: null } : {}), liten, navn: g.tjeneste === null ? null : (navn[g.tjeneste] ?? g.tjeneste),
  });
  return [...alle.filter((g) => g.antall > 0).map((g) => rad(g, g.antall < MINSTE_ANTALL)), ...tjenester.map((g, i) => rad(g, skjult[i] ?? true))];
}
