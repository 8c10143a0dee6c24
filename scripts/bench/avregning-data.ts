import { leggTilManeder, type Maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';

/** How much there is. Every kommune has three units; the largest has some seventeen times the vedtak of the smallest. */
export type Omfang = { readonly kommuner: number; readonly vedtak: number; readonly besokPerVedtak: number };
/** The kommune that has a history of months besides. */
export const MED_HISTORIE = 1;
export const HISTORIE = 24;
/** The largest share of a kommune's number in the ids of its rows. */
const ROM = 100_000;

/** Writes the kommuner with a month of visits and one scheme, in SQL, the same each time. Triggers and foreign keys are off meanwhile. */
export async function lagKommuner(superuserUrl: string, maned: Maned, o: Omfang): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query("SET session_replication_role = 'replica'; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'");
    for (const tekst of [...grunnlag(), ...vedtak(o), besok(maned, o.besokPerVedtak)]) await klient.query(tekst.replaceAll('$KOMMUNER', String(o.kommuner)).replaceAll('$MANED', maned));
  });
  await withClient(superuserUrl, (klient) => klient.query('VACUUM ANALYZE'));
}

/** As many months of visits before the month, for one kommune; its vedtak have held all the time. */
export async function lagHistorie(superuserUrl: string, maned: Maned, o: Omfang): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query("SET session_replication_role = 'replica'");
    for (let i = 1; i <= HISTORIE; i += 1) {
      await klient.query(besok(leggTilManeder(maned, -i), o.besokPerVedtak, `WHERE o.kommune_id = ${MED_HISTORIE}`));
    }
  });
  await withClient(superuserUrl, (klient) => klient.query('VACUUM ANALYZE besok'));
}

/** More components of the scheme, with prices: what is granted, and a sum a vedtak. */
export async function leggTilKomponenter(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query("SET session_replication_role = 'replica'");
    await klient.query(`INSERT INTO ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned)
      SELECT o.kommune_id, o.id, k.kode, k.kode, k.kode, k.kilde, '{}', '{}', o.fom_maned FROM ordning o, (VALUES ('besok', 'BESOK'), ('grunn', 'VEDTAK_MANED')) k(kode, kilde)`);
    await klient.query(`INSERT INTO pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, godkjent_av, godkjent)
      SELECT o.kommune_id, o.id, k.kode, 'KOMMUNAL', o.fom_maned, k.ore, 'ENDELIG', 'måling', 1, now() FROM ordning o, (VALUES ('besok', 9_000), ('grunn', 45_000)) k(kode, ore)`);
    await klient.query('ANALYZE ordning_komponent; ANALYZE pris');
  });
}

/** Corrects every nth visit of the month as the product does: a new version, and the old one put aside. Change marks are left as always. @returns visits changed */
export async function endreBesok(superuserUrl: string, maned: Maned, hver: number, rest: number): Promise<number> {
  return withClient(superuserUrl, async (klient) => {
    const { rowCount } = await klient.query(
      `WITH for_ AS (
         UPDATE besok SET erstattet = true WHERE dato >= $1::date AND dato < $1::date + interval '1 month' AND id % $2 = $3 AND NOT erstattet RETURNING *
       )
       INSERT INTO besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, grunn, kvittert, kvittert_tid)
       SELECT id, kommune_id, versjon + 1, dato, start, minutter + 5, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, 'RETTET', kvittert, kvittert_tid FROM for_`,
      [`${maned}-01`, hver, rest],
    );
    return rowCount ?? 0;
  });
}

/** As before the first run: nothing posted, nothing marked. */
export async function nullstill(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query('TRUNCATE avregning_linje, avregning_sum, avregning_avvist, avregning, avregnet_maned, endring, maned_status CASCADE');
  });
}

function grunnlag(): readonly string[] {
  return [
    `INSERT INTO kommune (id, navn, malform, innbyggere) SELECT n, 'Kommune ' || n, 'nb', 5000 FROM generate_series(1, $KOMMUNER) n`,
    `INSERT INTO enhet (id, kommune_id, kode, navn, type, art, eierform, fom)
     SELECT n * 10 + u, n, 'U' || u, 'Enhet ' || u, 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01' FROM generate_series(1, $KOMMUNER) n, generate_series(0, 2) u`,
    `INSERT INTO enhet_periode (kommune_id, enhet_id, fom, gruppe, plasser) SELECT kommune_id, id, '2020-01-01', 'KOMMUNAL', '{}' FROM enhet`,
    `INSERT INTO ordning (id, kommune_id, kode, navn, fom_maned, regler) SELECT id, id, 'isf', 'Hjemmetjenester', '$MANED', '{}' FROM kommune`,
    `INSERT INTO ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) SELECT kommune_id, kommune_id, id, 'HJEMMESYKEPLEIE', '$MANED' FROM enhet`,
    `INSERT INTO ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned)
     SELECT id, id, 'time', 'Timer', 'Timar', 'UTFORT_TID_MAKS_VEDTATT', '{}', '{"tak":{"faktor":"1.1"}}', '$MANED' FROM kommune`,
    `INSERT INTO pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, godkjent_av, godkjent)
     SELECT id, id, 'time', 'KOMMUNAL', '$MANED', 64300, 'ENDELIG', 'måling', 1, now() FROM kommune`,
  ];
}

/** Vedtak of a kommune are as many as its share says: share 1/(n + 20). */
function vedtak({ kommuner, vedtak: antall }: Omfang): readonly string[] {
  return [
    `CREATE TEMP TABLE v AS
     WITH andel AS (SELECT n, 1.0 / (n + 20) / sum(1.0 / (n + 20)) OVER () a FROM generate_series(1, ${kommuner}) n)
     SELECT n kommune_id, n * ${ROM} + i id, i FROM andel, generate_series(1, greatest(1, round(a * ${antall})::int)) i`,
    `INSERT INTO mottaker (id, kommune_id, pseudonym, fodselsar) SELECT id, kommune_id, 'M-' || i, 1930 + i % 60 FROM v`,
    `INSERT INTO vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
     SELECT id, kommune_id, 'V-' || i, id, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 45 + i % 120, 4, 'Du trenger hjelp.', '§ 3-2', '2020-01-01', '2020-01-01' FROM v`,
    `INSERT INTO vedtak_virkning (id, kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
     SELECT id, kommune_id, id, id, 'HJEMMESYKEPLEIE', 'x', '2020-01-01', NULL, 'FATTET', '2020-01-01' FROM v`,
    `INSERT INTO oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt, bekreftet)
     SELECT id, kommune_id, id, id, kommune_id * 10 + i % 3, '2020-01-01', NULL, '{}', '2020-01-01', '2020-01-01' FROM v`,
    `ANALYZE oppdrag`,
  ];
}

/** The month's visits in the order of their days, as they come in; one in two hundred is not approved, one in a hundred is a missed trip. */
function besok(maned: Maned, perVedtak: number, hvor = ''): string {
  return `INSERT INTO besok (kommune_id, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert, kvittert_tid)
    SELECT o.kommune_id, d.dato, (d.dato + interval '7 hours' + (o.id % 720) * interval '1 minute') AT TIME ZONE 'Europe/Oslo', 10 + (o.id + n.n) % 50, 30,
      CASE WHEN (o.id + n.n) % 100 = 0 THEN 'BOMTUR' ELSE 'BRUKERRETTET' END, o.id, o.vedtak_id, o.enhet_id, d.dato, 'FELT', (o.id * 7 + n.n) % 200 <> 0, d.dato
    FROM generate_series(0, ${perVedtak - 1}) n(n) CROSS JOIN oppdrag o
    CROSS JOIN LATERAL (SELECT '${maned}-01'::date + n.n * 28 / ${perVedtak} + o.id % 2 AS dato) d ${hvor}`;
}
