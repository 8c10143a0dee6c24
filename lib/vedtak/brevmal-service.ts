import type pg from 'pg';
import { naa } from '#lib/server/clock.ts';
import { brevmalSkjema } from '#lib/vedtak/brev-schema.ts';
import { ukjenteNavn } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';

export type LestMal = { readonly ok: true; readonly mal: Brevmal } | { readonly ok: false; readonly feil: readonly string[] };

/** A template file → a template, or everything that is wrong with it. */
export function lesBrevmal(innhold: unknown): LestMal {
  const lest = brevmalSkjema.safeParse(innhold);
  if (!lest.success) return { ok: false, feil: lest.error.issues.map((feil) => `${feil.path.join('.') || 'filen'}: ${feil.message}`) };
  const mal: Brevmal = { ...lest.data, fom: lest.data.fom as Brevmal['fom'] };
  const ukjente = ukjenteNavn(mal, STANDARDMAL);
  return ukjente.length > 0 ? { ok: false, feil: ukjente.map((sted) => `${sted} finnes ikke i brevet`) } : { ok: true, mal };
}

/** What a municipality starts from when it writes its own. */
export function standardmalSomFil(): string {
  return JSON.stringify({ ...STANDARDMAL, versjon: '2027-1', fom: '2027-01-01' }, null, 2);
}

/**
 * Adds a version to a kommune's templates, on the owner's connection, with its row in the log. A version is never
 * changed: it is replaced from a day by a new one. Answers what stands in the way, or null.
 */
export async function leggInnBrevmal(klient: pg.Client, kommuneId: number, mal: Brevmal): Promise<string | null> {
  const { versjon, fom, ...innhold } = mal;
  await klient.query('BEGIN');
  try {
    await klient.query(`SELECT set_config('app.kommune', $1, true), set_config('app.rolle', 'system', true)`, [String(kommuneId)]);
    const finnes = await klient.query('SELECT 1 FROM kommune WHERE id = $1', [kommuneId]);
    const lagt = finnes.rowCount === 0 ? finnes : await klient.query(
      'INSERT INTO brevmal (kommune_id, versjon, fom, innhold, registrert) VALUES ($1, $2, $3, $4::jsonb, $5) ON CONFLICT DO NOTHING',
      [kommuneId, versjon, fom, JSON.stringify(innhold), naa()],
    );
    if (lagt.rowCount === 1) {
      await klient.query(
        `INSERT INTO logg (kommune_id, lopenr, tid, rolle, handling, objekt_type, objekt_id, forrige_hash, hash) VALUES ($1, 0, $2, 'system', 'NY_BREVMAL', 'brevmal', $3, '', '')`,
        [kommuneId, naa(), versjon],
      );
    }
    await klient.query('COMMIT');
    if (finnes.rowCount === 0) return `Kommune ${kommuneId} finnes ikke.`;
    return lagt.rowCount === 1 ? null : `Kommunen har alt en mal som heter ${versjon} eller gjelder fra ${fom}. Gi den nye et annet navn og en annen dato.`;
  } catch (feil) {
    await klient.query('ROLLBACK');
    throw feil;
  }
}
