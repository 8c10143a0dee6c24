import type { Dato } from '#lib/core/dato.ts';
import { finnInnstilling, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { klageregelFor } from '#lib/vedtak/domain/klageregel.ts';
import type { Klageregel } from '#lib/vedtak/domain/klageregel.ts';
import { tolkVedtaksregler } from '#lib/vedtak/domain/vedtaksregler.ts';
import type { Vedtaksregler } from '#lib/vedtak/domain/vedtaksregler.ts';
import { brukervalgFor } from '#lib/vedtak/domain/brukervalg.ts';
import type { Brukervalg } from '#lib/vedtak/domain/brukervalg.ts';
import { findBrukervalg, findKlageregler } from '#lib/vedtak/vedtaksregler-repo.ts';

export const REGELNOKKEL = 'vedtaksregler';
export const NIVANOKKEL = 'vedtaksnivaer';

/** What the municipality has decided about its vedtak, today. */
export async function hentVedtaksregler(tx: Tx, dag: Dato = iDag()): Promise<Vedtaksregler> {
  return tolkVedtaksregler(await finnInnstilling(tx, REGELNOKKEL, dag), await finnInnstilling(tx, NIVANOKKEL, dag));
}

/** Who decides an appeal over a service, and how long one has. `uker`: the template's, where no rule says otherwise. */
export async function hentKlageregel(tx: Tx, tjeneste: string, dag: Dato, uker?: number): Promise<Klageregel> {
  return klageregelFor(tjeneste, dag, await findKlageregler(tx), uker);
}

/** What the services are called today, by code. */
export async function hentTjenestenavn(tx: Tx, sprak: Sprak): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await finnTjenestenavn(tx, iDag()))].map(([kode, navn]) => [kode, navn[sprak]]));
}

/** The recipient's right to choose, by service, on a day; services where the municipality decides are left out. */
export async function hentBrukervalg(tx: Tx, dag: Dato): Promise<Readonly<Record<string, Brukervalg>>> {
  const regler = await findBrukervalg(tx);
  return Object.fromEntries([...new Set(regler.map((r) => r.tjeneste))].flatMap((tjeneste) => {
    const valg = brukervalgFor(tjeneste, dag, regler);
    return valg === null ? [] : [[tjeneste, valg] as const];
  }));
}
