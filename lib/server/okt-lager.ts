import { createHash, randomBytes } from 'node:crypto';
import { erRolle, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { pool } from '#lib/server/db.ts';

/** One kommune and role a person can work in today. */
export type Kontovalg = {
  readonly kommuneId: number;
  readonly kommuneNavn: string;
  readonly kontoId: number;
  readonly navn: string;
  readonly rolle: Rolle;
  readonly enhetNavn: string | null;
};

/** A row of the login page in demo mode. */
export type Demokonto = Kontovalg & { readonly innbyggere: number; readonly subjekt: string };

/** PULT ends after 30 idle minutes, FELT after 12 hours: those who work on a phone between visits. */
export type Flate = 'PULT' | 'FELT';

/** A person outside: who vouches for them, and their id there. */
export type Person = { readonly utsteder: string; readonly subjekt: string };

export function nyOktId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database knows a session by. */
export function oktHash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

export function flateFor(rolle: Rolle): Flate {
  return rolle === 'utforeransatt' ? 'FELT' : 'PULT';
}

/** Reads a choice a form sent as `<kommune>:<rolle>`; null when it is neither. Whether one has it, the database says. */
export function tolkValg(sendt: unknown): { readonly kommuneId: number; readonly rolle: Rolle } | null {
  const [kommune = '', rolle] = typeof sendt === 'string' ? sendt.split(':') : [];
  return /^\d{1,9}$/.test(kommune) && erRolle(rolle) ? { kommuneId: Number(kommune), rolle } : null;
}

type KontoRad = {
  kommune_id: number;
  kommune_navn: string;
  konto_id: number;
  navn: string;
  rolle: string;
  enhet_navn: string | null;
};

function tilValg(rad: KontoRad): Kontovalg {
  if (!erRolle(rad.rolle)) throw new Error(`ukjent rolle: ${rad.rolle}`);
  return {
    kommuneId: rad.kommune_id,
    kommuneNavn: rad.kommune_navn,
    kontoId: rad.konto_id,
    navn: rad.navn,
    rolle: rad.rolle,
    enhetNavn: rad.enhet_navn,
  };
}

/** The kommuner and roles of a person, as they hold today; empty for a stranger. */
export async function kontoerFor(person: Person): Promise<Kontovalg[]> {
  const svar = await pool().query<KontoRad>('SELECT * FROM okt_kontoer($1, $2, $3)', [
    person.utsteder,
    person.subjekt,
    iDag(),
  ]);
  return svar.rows.map(tilValg);
}

/** Begins a session. False when the person does not have the role today. */
export async function startOkt(hash: string, person: Person, valg: Pick<Kontovalg, 'kommuneId' | 'rolle'>): Promise<boolean> {
  const svar = await pool().query<{ ok: boolean }>('SELECT okt_start($1, $2, $3, $4, $5, $6, $7, $8) AS ok', [
    hash,
    person.utsteder,
    person.subjekt,
    valg.kommuneId,
    valg.rolle,
    flateFor(valg.rolle),
    naa(),
    iDag(),
  ]);
  return svar.rows[0]?.ok === true;
}

/** Ends the session and begins another of the same person. False leaves the old one as it is. */
export async function byttOkt(
  gammel: string,
  ny: string,
  valg: { readonly kommuneId: number; readonly rolle: Rolle },
): Promise<boolean> {
  const svar = await pool().query<{ ok: boolean }>('SELECT okt_bytt($1, $2, $3, $4, $5, $6, $7) AS ok', [
    gammel,
    ny,
    valg.kommuneId,
    valg.rolle,
    flateFor(valg.rolle),
    naa(),
    iDag(),
  ]);
  return svar.rows[0]?.ok === true;
}

/** Ends a session at once, wherever it is used. */
export async function avsluttOkt(hash: string): Promise<void> {
  await pool().query('SELECT okt_avslutt($1, $2)', [hash, naa()]);
}

/** The demo's accounts, largest kommune first. */
export async function demoKontoer(): Promise<Demokonto[]> {
  const svar = await pool().query<KontoRad & { innbyggere: number; subjekt: string }>('SELECT * FROM demo_kontoer()');
  return svar.rows.map((rad) => ({ ...tilValg(rad), innbyggere: rad.innbyggere, subjekt: rad.subjekt }));
}
