import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#lib/core/result.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { importjobb } from '#lib/server/filimport/importjobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { hentPostvurdering } from '#lib/toppfinansiering/postvurdering-service.ts';
import { finnPoster } from '#lib/toppfinansiering/registrering-repo.ts';
import { giTilgang, registrerPost } from '#lib/toppfinansiering/registrering-service.ts';
import { bekreft, hentFeil, hentImport, hentImporter, mottaDel, RESSURSPOSTIMPORTER, settKolonner, settVerdier, sluttOpplasting, startImport } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let annen: LitenKommune;
let unavngitt: Utforende;
const HODE = 'Prosjekt;Periode;Funksjon;Art;Beløp;Lønnsandel;Vedtak;Dokumentasjon';

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
  unavngitt = { ...k.controller, kontoId: (k.controller.kontoId ?? 0) + 50 };
  await withClient(testDatabase().superuserUrl, async (klient) => {
    for (const [hvem, fra] of [[k, 50], [annen, 60]] as const) {
      const konto = (hvem.controller.kontoId ?? 0) + fra;
      await klient.query(`insert into konto (id, kommune_id, navn) values (${konto}, ${hvem.controller.kommuneId}, 'Un Navngitt'), (${konto + 1}, ${hvem.controller.kommuneId}, 'Råd Mann');
        insert into konto_rolle (kommune_id, konto_id, rolle, fom) values (${hvem.controller.kommuneId}, ${konto}, 'controller', '2020-01-01'), (${hvem.controller.kommuneId}, ${konto + 1}, 'radmann', '2020-01-01');
        update mottaker set pseudonym = 'M-1', fodselsar = 1990 where id = ${hvem.mottaker}`);
      const svar = await withKommune({ ...hvem.controller, kontoId: konto + 1, rolle: 'radmann' }, (tx) => giTilgang(tx, hvem.controller.kontoId ?? 0, 'Arbeider med kravet'));
      if (!svar.ok) throw new Error(JSON.stringify(svar));
    }
    await klient.query(`set session_replication_role = replica;
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato) values (9001, 1, 'V-T-1', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 6000, 7, 'x', 'x', now(), '2020-01-01');
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, 9001, ${k.mottaker}, 'HJEMMESYKEPLEIE', 't', '2020-01-01', null, 'FATTET', now());
      set session_replication_role = origin`);
  });
});
afterAll(lukkPool);

async function ja<T>(arbeid: (tx: Tx) => Promise<Result<T, unknown>>, hvem = k.controller): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}
const jobb = (importId: number, steg: 'LES' | 'TA_INN', kommuneId = 1) => importjobb(RESSURSPOSTIMPORTER)({ id: 1, kommuneId, type: 'FILIMPORT', nokkel: '', innhold: { importId, steg }, status: 'KJORER', forsok: 1, feil: null }, false);

/** Uploads, says which columns are which, and reads. */
async function last(rader: readonly string[]): Promise<number> {
  const innhold = Buffer.from(`${HODE}\n${rader.join('\n')}\n`);
  const { importId } = await ja((tx) => startImport(tx, { slag: 'RESSURSPOST', filnavn: 'poster.csv', storrelse: innhold.length }));
  await ja((tx) => mottaDel(tx, { importId, nummer: 0, innhold }));
  await ja((tx) => sluttOpplasting(tx, importId));
  const bilde = await hentImport(k.controller, importId);
  if (bilde?.status === 'LASTET') await ja((tx) => settKolonner(tx, importId, bilde.kartlegging.kolonner));
  await jobb(importId, 'LES');
  return importId;
}
async function taInn(importId: number): Promise<void> {
  const merke = (await hentImport(k.controller, importId))?.forskjell?.merke ?? '';
  await ja((tx) => bekreft(tx, importId, merke));
  await jobb(importId, 'TA_INN');
}

test('a file is read with all its faults; a project is said whose it is; a new file of the month replaces it and nothing entered by hand', async () => {
  await ja((tx) => registrerPost(tx, { ar: 2024, mottakerId: k.mottaker, tekst: 'Ført for hånd', funksjon: '254', art: '370', belopOre: 5_00, lonnsandel: null, vedtakId: null, bilag: 'Faktura 1' }));
  const feil = await last(['P-77;2024-03;254;010;1000,00;;V-T-1;Lønnsbilag', 'M-1;2024-13;254;370;abc;0,84;V-0;x']);
  const liste = await hentFeil(k.controller, feil, null);
  expect(liste?.feil.map((f) => `${f.rad} ${f.kolonne} ${f.grunn}`)).toEqual(['2 mottaker UKJENT_VERDI', '3 maned PERIODE_13', '3 belop IKKE_TALL', '3 vedtak UKJENT_VERDI']);
  const forste = await last(['P-77;2024-03;254;010;1000,00;;V-T-1;Lønnsbilag', 'M-1;2024-03;202;120;50,00;;;Skole', 'M-1;2024-03;254;370;100,00;84;V-T-1;Faktura 9']);
  await ja((tx) => settVerdier(tx, forste, [{ kodeliste: 'mottaker', verdi: 'P-77', til: 'M-1' }], []));
  await jobb(forste, 'LES');
  expect((await hentPostvurdering(k.controller, forste))?.rader.map((v) => [v.funksjon, v.grunn, v.belopOre])).toEqual([['202', 'FUNKSJON', 50_00], ['254', null, 1000_00], ['254', null, 84_00], ['254', 'IKKE_LONN', 16_00]]);
  await taInn(forste);
  const igjen = await last(['P-77;2024-03;254;010;900,00;;V-T-1;Lønnsbilag']);
  expect((await hentImport(k.controller, igjen))?.forskjell).toMatchObject({ for: 1150_00, etter: 900_00, linjer: [{ navn: 'M-1', periode: '2024-03', for: 1150_00, etter: 900_00 }] });
  await taInn(igjen);
  const poster = await lesKommune(k.controller, (tx) => finnPoster(tx, 2024));
  expect(poster.map((p) => [p.belopOre, p.nummer, p.maned])).toEqual([[5_00, null, null], [900_00, 'V-T-1', '2024-03']]);
  const trukne = await lesKommune(k.controller, (tx) => tx.alle<{ av: number }>(sql`select trukket_av as av from ressurspost where trukket is not null`));
  expect(trukne.map((t) => t.av)).toEqual([k.controller.kontoId, k.controller.kontoId, k.controller.kontoId]);
});

test('those who are not named see no file of posts, nor its faults or mapping; nor does another kommune', async () => {
  const id = await last(['M-1;2024-05;254;010;1,00;;V-T-1;Lønnsbilag', 'M-9;2024-05;254;010;1,00;;;Lønnsbilag']);
  expect((await hentImporter(k.controller, 10, 0))?.antall).toBeGreaterThan(0);
  for (const hvem of [unavngitt, annen.controller]) {
    expect([await hentImport(hvem, id), await hentFeil(hvem, id, null), await hentPostvurdering(hvem, id)]).toEqual([null, null, null]);
    expect(await withKommune(hvem, (tx) => settVerdier(tx, id, [], []))).toMatchObject({ ok: false });
  }
  expect(await hentImporter(unavngitt, 10, 0)).toBeNull();
  expect(await withKommune(unavngitt, (tx) => startImport(tx, { slag: 'RESSURSPOST', filnavn: 'x.csv', storrelse: 10 }))).toMatchObject({ ok: false });
  // the database by itself
  const rader = (tabell: 'filimport' | 'filimport_feil' | 'filimport_kartlegging', hvem: Utforende) => lesKommune(hvem, async (tx) => (await tx.alle(tabell === 'filimport' ? sql`select 1 from filimport` : tabell === 'filimport_feil' ? sql`select 1 from filimport_feil` : sql`select 1 from filimport_kartlegging`)).length);
  for (const tabell of ['filimport', 'filimport_feil', 'filimport_kartlegging'] as const) {
    expect(await rader(tabell, k.controller)).toBeGreaterThan(0);
    expect(await rader(tabell, unavngitt)).toBe(0);
  }
});
