import type pg from 'pg';
import { z } from 'zod';
import { ROLLER } from '#lib/grunnlag/domain/rolle.ts';
import { iDag, naa } from '#lib/server/clock.ts';

const tekst = (navn: string) => z.string({ error: `${navn} mangler.` }).trim().min(1, `${navn} mangler.`).max(200, `${navn} er for lang.`);
const nummer = z.coerce
  .number({ error: 'Kommunenummeret må være fire sifre, for eksempel 1804.' })
  .int('Kommunenummeret må være fire sifre, for eksempel 1804.')
  .min(101, 'Kommunenummeret må være fire sifre, for eksempel 1804.')
  .max(9999, 'Kommunenummeret må være fire sifre, for eksempel 1804.');

const Person = z.object({ person: tekst('--person'), utsteder: tekst('--utsteder (eller OIDC_ISSUER)'), subjekt: tekst('--subjekt') });

export const NyKommune = Person.extend({
  navn: tekst('Kommunens navn'),
  nummer,
  innbyggere: z.coerce.number({ error: '--innbyggere må være et helt tall.' }).int().positive('--innbyggere må være et helt tall.'),
  malform: z.enum(['nb', 'nn'], { error: '--malform må være nb eller nn.' }).default('nb'),
});

export const NyRolle = Person.extend({
  nummer,
  rolle: z.enum(ROLLER, { error: `--rolle må være en av ${ROLLER.join(', ')}.` }),
  enhet: tekst('--enhet').optional(),
});

/** Thrown with what to do, in Norwegian. */
export class KommuneFeil extends Error {}

async function iTransaksjon<T>(klient: pg.Client, arbeid: () => Promise<T>): Promise<T> {
  await klient.query('BEGIN');
  try {
    const svar = await arbeid();
    await klient.query('COMMIT');
    return svar;
  } catch (feil) {
    await klient.query('ROLLBACK');
    throw feil;
  }
}

/** The session of the owner's connection for one kommune: row-level security binds the owner too. */
async function arbeidFor(klient: pg.Client, kommuneId: number): Promise<void> {
  await klient.query(`SELECT set_config('app.kommune', $1, true), set_config('app.rolle', 'system', true)`, [String(kommuneId)]);
}

async function loggOppretting(klient: pg.Client, kommuneId: number, handling: string, objektType: string, objektId: number): Promise<void> {
  await klient.query(
    `INSERT INTO logg (kommune_id, lopenr, tid, rolle, handling, objekt_type, objekt_id, forrige_hash, hash) VALUES ($1, 0, $2, 'system', $3, $4, $5, '', '')`,
    [kommuneId, naa(), handling, objektType, String(objektId)],
  );
}

/** The account of a person in a kommune, made when it is missing. */
async function kontoFor(klient: pg.Client, kommuneId: number, person: z.output<typeof Person>): Promise<number> {
  const kjent = await klient.query<{ konto_id: number }>(
    'SELECT konto_id FROM identitet WHERE utsteder = $1 AND subjekt = $2 AND kommune_id = $3',
    [person.utsteder, person.subjekt, kommuneId],
  );
  if (kjent.rows[0]) return kjent.rows[0].konto_id;
  const ny = await klient.query<{ id: number }>('INSERT INTO konto (kommune_id, navn) VALUES ($1, $2) RETURNING id', [kommuneId, person.person]);
  const id = ny.rows[0]?.id;
  if (id === undefined) throw new Error('kontoen fikk ingen id');
  await klient.query('INSERT INTO identitet (utsteder, subjekt, kommune_id, konto_id) VALUES ($1, $2, $3, $4)', [
    person.utsteder,
    person.subjekt,
    kommuneId,
    id,
  ]);
  return id;
}

/**
 * Makes a kommune and its first systemansvarlig, in one transaction.
 *
 * @param klient the owner role's connection
 * @throws KommuneFeil when the number is taken
 */
export function opprettKommune(klient: pg.Client, ny: z.output<typeof NyKommune>): Promise<void> {
  return iTransaksjon(klient, async () => {
    await arbeidFor(klient, ny.nummer);
    const laget = await klient.query(
      'INSERT INTO kommune (id, navn, malform, innbyggere, demo) VALUES ($1, $2, $3, $4, false) ON CONFLICT DO NOTHING',
      [ny.nummer, ny.navn, ny.malform, ny.innbyggere],
    );
    if (laget.rowCount !== 1) throw new KommuneFeil(`Kommune ${ny.nummer} finnes fra før. Bruk «konto» for å gi flere en rolle.`);
    const konto = await kontoFor(klient, ny.nummer, ny);
    await klient.query(`INSERT INTO konto_rolle (kommune_id, konto_id, rolle, fom) VALUES ($1, $2, 'systemansvarlig', $3)`, [ny.nummer, konto, iDag()]);
    await loggOppretting(klient, ny.nummer, 'OPPRETT_KOMMUNE', 'kommune', ny.nummer);
  });
}

/**
 * Gives a person a role in a kommune from today; the account is made when it is missing.
 *
 * @throws KommuneFeil when the kommune or unit is unknown, or a provider's role has no unit
 */
export function giRolle(klient: pg.Client, ny: z.output<typeof NyRolle>): Promise<void> {
  return iTransaksjon(klient, async () => {
    await arbeidFor(klient, ny.nummer);
    const kommune = await klient.query('SELECT 1 FROM kommune WHERE id = $1', [ny.nummer]);
    if (kommune.rowCount !== 1) throw new KommuneFeil(`Kommune ${ny.nummer} finnes ikke. Bruk «opprett» først.`);
    const enhet = await klient.query<{ id: number }>('SELECT id FROM enhet WHERE kommune_id = $1 AND kode = $2', [ny.nummer, ny.enhet ?? '']);
    const enhetId = enhet.rows[0]?.id ?? null;
    if (ny.enhet !== undefined && enhetId === null) throw new KommuneFeil(`Kommune ${ny.nummer} har ingen enhet med kode ${ny.enhet}.`);
    if (enhetId === null && ['utforerleder', 'utforeransatt'].includes(ny.rolle)) throw new KommuneFeil('Rollen gjelder en enhet: oppgi --enhet med enhetens kode.');
    const konto = await kontoFor(klient, ny.nummer, ny);
    await klient.query(
      `INSERT INTO konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom)
       SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT 1 FROM konto_rolle WHERE kommune_id = $1 AND konto_id = $2 AND rolle = $3
         AND enhet_id IS NOT DISTINCT FROM $4 AND (tom IS NULL OR tom >= $5))`,
      [ny.nummer, konto, ny.rolle, enhetId, iDag()],
    );
    await loggOppretting(klient, ny.nummer, 'GI_ROLLE', 'konto', konto);
  });
}
