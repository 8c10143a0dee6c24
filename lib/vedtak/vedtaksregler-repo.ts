import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { DatertBrukervalg } from '#lib/vedtak/domain/brukervalg.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { DatertKlageregel } from '#lib/vedtak/domain/klageregel.ts';

type Klagerad = { tjeneste: string; fom: Dato; uker: number; nb: string; nn: string; rettskilde: string; bekreftet: boolean };

/** The municipality's rules on appeals, all services and days. */
export async function findKlageregler(tx: Tx): Promise<DatertKlageregel[]> {
  const rader = await tx.alle<Klagerad>(sql`
    select tjeneste, fom, uker, instans_nb nb, instans_nn nn, rettskilde, bekreftet from klageregel where kommune_id = ${tx.hvem.kommuneId} order by tjeneste, fom`);
  return rader.map(({ nb, nn, ...rad }) => ({ ...rad, instans: { nb, nn } }));
}

/** False when the service has a rule from that day already. */
export async function insertKlageregel(tx: Tx, r: DatertKlageregel): Promise<boolean> {
  const lagt = await tx.en(sql`
    insert into klageregel (kommune_id, tjeneste, fom, uker, instans_nb, instans_nn, rettskilde, bekreftet, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${r.tjeneste}, ${r.fom}, ${r.uker}, ${r.instans.nb}, ${r.instans.nn}, ${r.rettskilde}, ${r.bekreftet}, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing returning 1 ja`);
  return lagt !== null;
}

/** A setting from a day; the same day's is written over. */
export async function skrivVedtaksinnstilling(tx: Tx, nokkel: string, fom: Dato, verdi: object): Promise<void> {
  await tx.kjor(sql`
    insert into innstilling (kommune_id, nokkel, fom, verdi) values (${tx.hvem.kommuneId}, ${nokkel}, ${fom}, ${JSON.stringify(verdi)}::jsonb)
    on conflict (kommune_id, nokkel, fom) do update set verdi = excluded.verdi`);
}

/** False when the municipality has a version of that name, or from that day, already. */
export async function insertBrevmal(tx: Tx, { versjon, fom, ...innhold }: Brevmal): Promise<boolean> {
  const lagt = await tx.en(sql`
    insert into brevmal (kommune_id, versjon, fom, innhold, registrert, registrert_av) values (${tx.hvem.kommuneId}, ${versjon}, ${fom}, ${JSON.stringify(innhold)}::jsonb, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing returning 1 ja`);
  return lagt !== null;
}

/** The services whose provider the recipient may, or might, choose. */
export async function findBrukervalg(tx: Tx): Promise<DatertBrukervalg[]> {
  return tx.alle<DatertBrukervalg>(sql`
    select tjeneste, fom, tilbys, standard_enhet_id "standardEnhetId", byttefrist_dager "byttefristDager" from brukervalg where kommune_id = ${tx.hvem.kommuneId} order by tjeneste, fom`);
}

/** False when the service has a rule from that day already. */
export async function insertBrukervalg(tx: Tx, v: DatertBrukervalg): Promise<boolean> {
  const lagt = await tx.en(sql`
    insert into brukervalg (kommune_id, tjeneste, fom, tilbys, standard_enhet_id, byttefrist_dager, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${v.tjeneste}, ${v.fom}, ${v.tilbys}, ${v.standardEnhetId}, ${v.byttefristDager}, ${naa()}, ${tx.hvem.kontoId}) on conflict do nothing returning 1 ja`);
  return lagt !== null;
}

/** The units that deliver, by name. */
export async function findUtforere(tx: Tx, dag: Dato): Promise<{ id: number; navn: string }[]> {
  return tx.alle<{ id: number; navn: string }>(sql`
    select id, navn from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' and fom <= ${dag} and (tom is null or tom >= ${dag}) order by navn`);
}
