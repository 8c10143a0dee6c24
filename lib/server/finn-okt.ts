import { erRolle, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { pool } from '#lib/server/db.ts';
import type { Flate } from '#lib/server/okt-lager.ts';

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
