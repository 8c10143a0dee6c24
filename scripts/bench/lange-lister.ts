import { withClient } from '#lib/server/database/roles.ts';

/** The kommune of the long lists, and the account that reads them. */
export const STOR = { kommuneId: 900, subjekt: 'bench-saksbehandler' } as const;

const VEDTAK_PER_MOTTAKER = 10;

/**
 * Writes a kommune of its own in SQL: recipients with two services of five successive vedtak each, of which the last
 * is in force, every one with its order. Services, units and the account's role are Sørvik's.
 */
export async function lagLangeLister(superuserUrl: string, mottakere: number): Promise<{ readonly vedtak: number }> {
  await withClient(superuserUrl, async (klient) => {
    // Triggers keep work for the settlement, which these rows never see.
    await klient.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    for (const tekst of oppsett()) await klient.query(tekst);
    for (const tekst of rader(mottakere)) await klient.query(tekst);
    await klient.query('COMMIT');
    await klient.query('VACUUM ANALYZE');
  });
  return { vedtak: mottakere * VEDTAK_PER_MOTTAKER };
}

const { kommuneId: K, subjekt } = STOR;
const BASE = K * 1_000_000;

function oppsett(): readonly string[] {
  return [
    `INSERT INTO kommune (id, navn, malform, innbyggere, demo) VALUES (${K}, 'Storvik', 'nb', 280000, true)`,
    `INSERT INTO enhet (id, kommune_id, kode, navn, type, art, eierform, fom)
     SELECT ${BASE} + id, ${K}, kode, navn, type, art, eierform, fom FROM enhet WHERE kommune_id = 1`,
    `INSERT INTO tjeneste SELECT (jsonb_populate_record(t, jsonb_build_object('kommune_id', ${K}))).* FROM tjeneste t WHERE t.kommune_id = 1`,
    `INSERT INTO konto (id, kommune_id, navn, demo) VALUES (${BASE}, ${K}, 'Marit Storvik', true)`,
    `INSERT INTO konto_rolle (id, kommune_id, konto_id, rolle, fom) VALUES (${BASE}, ${K}, ${BASE}, 'saksbehandler', '2020-01-01')`,
    `INSERT INTO identitet SELECT (jsonb_populate_record(i, jsonb_build_object('kommune_id', ${K}, 'konto_id', ${BASE}, 'subjekt', '${subjekt}'))).*
     FROM identitet i WHERE i.utsteder = 'demo' AND i.subjekt = 'sorvik-saksbehandler'`,
  ];
}

function rader(mottakere: number): readonly string[] {
  return [
    `INSERT INTO mottaker (id, kommune_id, pseudonym, fodselsar, sone, saksbehandler_id)
     SELECT ${BASE} + n, ${K}, 'M-' || n, 1930 + n % 60, 'Nord', ${BASE} FROM generate_series(1, ${mottakere}) n`,
    // Synthetic numbers: month + 80, and a running number where the check digits would be.
    `INSERT INTO mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer, adresse)
     SELECT ${BASE} + n, ${K}, (ARRAY['Else','Arne','Kari','Odd','Gerd','Nils','Berit','Leif'])[1 + n % 8],
       (ARRAY['Skogen','Berg','Dahl','Lie','Moen','Haugen','Bakke','Strand','Vik','Sand'])[1 + n / 8 % 10] || 'e' || n % 97,
       make_date(1930 + n % 60, 1 + n % 12, 1 + n % 28),
       to_char(1 + n % 28, 'FM00') || (81 + n % 12) || to_char((30 + n % 60), 'FM00') || to_char(n, 'FM00000'), 'Storveien ' || n
     FROM generate_series(1, ${mottakere}) n`,
    `CREATE TEMP TABLE nye AS
     SELECT ${BASE} + (n - 1) * 10 + s * 5 + p + 1 id, ${BASE} + n mottaker_id, (ARRAY['HJEMMESYKEPLEIE','PRAKTISK_BISTAND'])[s + 1] tjeneste,
       60 + (n * 7 + p * 15) % 300 minutter, current_date - (5 - p) * 300 - n % 200 fom,
       CASE WHEN p < 4 THEN current_date - (4 - p) * 300 - n % 200 - 1 END tom
     FROM generate_series(1, ${mottakere}) n, generate_series(0, 1) s, generate_series(0, 4) p`,
    `INSERT INTO vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato, fattet_av)
     SELECT id, ${K}, 'V-' || id, mottaker_id, tjeneste, 'INNVILGET', 'TIMER', minutter, 3, 'Du trenger hjelp på faste tider.', '§ 3-2',
       fom - 7, fom - 7, ${BASE} FROM nye`,
    `INSERT INTO vedtak_virkning (id, kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert, registrert_av)
     SELECT id, ${K}, id, mottaker_id, tjeneste, 'TIMER:' || minutter || '/3/1', fom, tom, 'FATTET', fom - 7, ${BASE} FROM nye`,
    `INSERT INTO oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt, bekreftet, iverksatt, avsluttet)
     SELECT n.id, ${K}, n.id, n.mottaker_id, e.enheter[1 + n.mottaker_id % cardinality(e.enheter)], n.fom, n.tom, '{}', n.fom - 7, n.fom - 6, n.fom, n.tom
     FROM nye n, (SELECT array_agg(id ORDER BY id) enheter FROM enhet WHERE kommune_id = ${K} AND type = 'UTFORER') e`,
  ];
}
