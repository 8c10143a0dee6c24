import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentTjenestenavn } from '#lib/sak/innboks-service.ts';
import { MINSTE_ANTALL, undertrykk } from '#lib/oversikt/domain/undertrykk.ts';
import { findOmfang, findUtfall } from '#lib/oversikt/likebehandling-repo.ts';
import type { Inndeling, Likebehandling, Omfangsrad, Tall } from '#lib/oversikt/likebehandling-view.ts';

const ET_AR = 365;

const REKKE = ['NOE', 'MIDDELS', 'OMFATTENDE', 'UOPPGITT'];
/** Need goes from little to much, not by the alphabet; other groups stay as they are. */
function iRekkefolge<G extends { readonly nokkel: string | null }>(grupper: readonly G[]): G[] {
  const plass = (g: G): number => (g.nokkel === null ? REKKE.length : REKKE.indexOf(g.nokkel));
  return grupper.toSorted((a, b) => plass(a) - plass(b));
}

const faa = (n: number): Tall => (n > 0 && n < MINSTE_ANTALL ? 'FA' : n);

/** Granted hours and what was refused and appealed, by one way of dividing. Groups under five people are hidden, and cannot be found from the rest. */
export async function hentLikebehandling(tx: Tx, inndeling: Inndeling, tjeneste: string | null, sprak: Sprak): Promise<Likebehandling> {
  const idag = iDag();
  const navn = await hentTjenestenavn(tx, sprak);
  const valgt = tjeneste !== null && tjeneste in navn ? tjeneste : null;
  const omfang = await findOmfang(tx, inndeling, valgt, idag);
  const grupper = iRekkefolge(omfang.filter((g) => !g.alle));
  const skjult = undertrykk(grupper.map((g) => g.antall));
  const rad = ({ alle: _alle, ...g }: (typeof omfang)[number], gjem: boolean): Omfangsrad => (gjem ? { nokkel: g.nokkel, skjult: true } : { ...g, skjult: false });
  const alle = omfang.find((g) => g.alle && g.antall > 0);
  const utfall = iRekkefolge(await findUtfall(tx, inndeling, valgt, leggTilDager(idag, -ET_AR), idag));
  const utfallSkjult = undertrykk(utfall.map((g) => g.mottakere));
  return {
    inndeling,
    alle: alle === undefined ? null : rad(alle, alle.antall < MINSTE_ANTALL),
    omfang: grupper.map((g, i) => rad(g, skjult[i] ?? true)),
    utfall: utfall.map((g, i) =>
      utfallSkjult[i] ? { nokkel: g.nokkel, skjult: true } : { nokkel: g.nokkel, skjult: false, antall: g.antall, avslag: faa(g.avslag), delvis: faa(g.delvis), klager: faa(g.klager), omgjort: faa(g.omgjort) },
    ),
    tjenester: Object.entries(navn).map(([kode, tekst]) => ({ kode, navn: tekst })),
  };
}
