import { cache } from 'react';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { erRolle, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { kanGjore, type Kommando } from '#lib/grunnlag/domain/tilgang.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { pool } from '#lib/server/db.ts';
import { lesOktHash } from '#lib/server/okt-kapsel.ts';
import type { Flate } from '#lib/server/okt-lager.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

/** Who is logged in, in which kommune and role. `enheter: null` is every unit. */
export type Okt = {
  readonly kommuneId: number;
  readonly kommuneNavn: string;
  readonly kontoId: number;
  readonly navn: string;
  readonly rolle: Rolle;
  readonly enheter: readonly number[] | null;
  readonly enhetNavn: string | null;
  readonly demo: boolean;
  readonly flate: Flate;
  readonly utsteder: string;
  readonly subjekt: string;
  /** the person has another kommune or role to switch to */
  readonly flere: boolean;
};

type OktRad = {
  kommune_id: number;
  kommune_navn: string;
  demo: boolean;
  konto_id: number;
  navn: string;
  rolle: string;
  enheter: number[] | null;
  enhet_navn: string | null;
  flate: Flate;
  utsteder: string;
  subjekt: string;
  flere: boolean;
};

/** The name of the request header in which the proxy tells a page its own address. */
export const STI_HEADER = 'x-stykkpris-sti';

/** A provider sees its own units; everyone else works for the whole kommune, also when the role is given at an office. */
function enheterFor(rolle: Rolle, enheter: readonly number[] | null): readonly number[] | null {
  return rolle === 'utforerleder' || rolle === 'utforeransatt' ? (enheter ?? []) : null;
}

/**
 * The living session with this hash, or null: unknown, ended, expired, idle too long, account closed or role withdrawn.
 *
 * @throws DatabaseBorte when the database cannot be reached
 */
export async function finnOkt(hash: string): Promise<Okt | null> {
  const svar = await pool()
    .query<OktRad>('SELECT * FROM okt_hent($1, $2, $3)', [hash, naa(), iDag()])
    .catch((feil: unknown) => {
      throw erTilkoblingsfeil(feil) ? new DatabaseBorte(feil) : feil;
    });
  const rad = svar.rows[0];
  if (!rad || !erRolle(rad.rolle)) return null;
  return {
    kommuneId: rad.kommune_id,
    kommuneNavn: rad.kommune_navn,
    kontoId: rad.konto_id,
    navn: rad.navn,
    rolle: rad.rolle,
    enheter: enheterFor(rad.rolle, rad.enheter),
    enhetNavn: rad.enhet_navn,
    demo: rad.demo,
    flate: rad.flate,
    utsteder: rad.utsteder,
    subjekt: rad.subjekt,
    flere: rad.flere,
  };
}

/** The session of this request, looked up once. The database decides whether it lives; the cookie only names it. */
export const hentOkt = cache(async (): Promise<Okt | null> => {
  const hash = await lesOktHash();
  return hash === null ? null : finnOkt(hash);
});

export function harTilgang(okt: Okt, kommando: Kommando): boolean {
  return kanGjore(okt.rolle, kommando);
}

/** The session of a page that anyone logged in may see. Leads to login, or to /driftsstans when the database is away. */
export async function krevInnlogget(): Promise<Okt> {
  let okt: Okt | null;
  try {
    okt = await hentOkt();
  } catch (feil) {
    if (!(feil instanceof DatabaseBorte)) throw feil;
    redirect(`/driftsstans${await tilHer()}`);
  }
  return okt ?? redirect(`/logg-inn${await tilHer()}`);
}

/** The session of a page that needs `kommando`. Without it the page does not exist, whatever it would have shown. */
export async function krevOkt(kommando: Kommando): Promise<Okt> {
  const okt = await krevInnlogget();
  return harTilgang(okt, kommando) ? okt : notFound();
}

async function tilHer(): Promise<string> {
  const til = tryggSti((await headers()).get(STI_HEADER), '/');
  return til === '/' ? '' : `?til=${encodeURIComponent(til)}`;
}
