import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Tx } from '#lib/server/transaksjon.ts';
import { hentMottakere } from '#lib/oversikt/mottakerliste-service.ts';
import { lesMottakerfilter } from '#lib/oversikt/mottakerliste-view.ts';
import { hentVedtaksliste } from '#lib/oversikt/vedtaksliste-service.ts';
import { lesVedtaksfilter } from '#lib/oversikt/vedtaksliste-view.ts';
import { lesteBlokker } from '../../test/oppsett/blokker.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

/** `antall` recipients with ten vedtak each (one in force, but for every 500th), generated past row-level security as set-up. */
async function fyll(k: LitenKommune, antall: number): Promise<void> {
  const [start, dag] = [k.kommuneId * 1_000_000, iDag()];
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      set session_replication_role = replica;
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) select ${start} + i, ${k.kommuneId}, 'M-' || (${start} + i), 1940, i % 1000 = 0 from generate_series(1, ${antall}) i;
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer)
        select ${start} + i, ${k.kommuneId}, 'Olav' || i % 97, 'Nes' || i % 1013, '1940-05-05', (45850000000 + ${start} + i)::text from generate_series(1, ${antall}) i;
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        select ${start} * 10 + i * 10 + j, ${k.kommuneId}, 'V-2026-' || (i * 10 + j), ${start} + i, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 7, 'test', 'hol', now(), '${dag}'::date - (i * 10 + j) % 900
        from generate_series(1, ${antall}) i, generate_series(0, 9) j;
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        select ${k.kommuneId}, ${start} * 10 + i * 10 + j, ${start} + i, 'HJEMMESYKEPLEIE', 'TIMER:60/7/1', '${dag}'::date - 1000 + j * 100, case when j = 9 and i % 500 <> 0 then null else '${dag}'::date - 901 + j * 100 end, 'FATTET', now()
        from generate_series(1, ${antall}) i, generate_series(0, 9) j;
      insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, mottatt)
        select ${k.kommuneId}, ${start} * 10 + i * 10 + 9, ${start} + i, ${k.nord}, '${dag}'::date - 100, null, now() from generate_series(1, ${antall}) i;
      set session_replication_role = origin;
      analyze mottaker; analyze mottaker_identitet; analyze vedtak; analyze vedtak_virkning; analyze oppdrag;`),
  );
}

let liten: LitenKommune;
let stor: LitenKommune;
beforeAll(async () => {
  liten = await lagLitenKommune(1);
  stor = await lagLitenKommune(2);
  await fyll(liten, 800);
  await fyll(stor, 10_000);
}, 120_000);
afterAll(lukkPool);

const mottakerlisten = (felt: Record<string, string> = {}, side = 1) => (tx: Tx) => hentMottakere(tx, lesMottakerfilter(felt, { sorter: 'navn', retning: 'stigende', side }), 'nb');
const vedtakslisten = (felt: Record<string, string> = {}, side = 1) => (tx: Tx) => hentVedtaksliste(tx, lesVedtaksfilter(felt, { eldstForst: false, side }), 'nb');
const mottakere = (k: LitenKommune, felt: Record<string, string> = {}, side = 1) => lesKommune(k.saksbehandler, mottakerlisten(felt, side));
const vedtak = (k: LitenKommune, felt: Record<string, string> = {}, side = 1) => lesKommune(k.saksbehandler, vedtakslisten(felt, side));

describe('listene', () => {
  test('viser femti om gangen, i rekkefølge og uten skjermede', async () => {
    const forste = await mottakere(liten);
    const andre = await mottakere(liten, {}, 2);
    expect(forste.rader).toHaveLength(50);
    expect(forste.antall).toBe(801);
    const navn = [...forste.rader, ...andre.rader].map((r) => `${r.etternavn} ${r.fornavn}`);
    expect(new Set([...forste.rader, ...andre.rader].map((r) => r.id)).size).toBe(100);
    expect(navn[0]?.startsWith('Haugland')).toBe(true);
    expect((await mottakere(stor, { sok: 'M-2001000' })).rader).toEqual([]);
  });

  test('søker på navn, etternavn først, pseudonym og fødselsnummer', async () => {
    for (const sok of ['solveig haug', 'Haugland, Solveig', 'M-101', '14824100001']) {
      expect((await mottakere(liten, { sok })).rader.map((r) => r.etternavn)).toContain('Haugland');
    }
  });

  test('finner dem uten vedtak i kraft', async () => {
    const liste = await mottakere(liten, { vedtak: 'UTEN' });
    expect(liste.rader.map((r) => r.etternavn).toSorted()).toEqual(['Haugland', 'Nes500']);
    expect((await mottakere(liten)).uten).toBe(2);
  });

  test('et vedtak finnes på nummeret, og filtreres på tilstand', async () => {
    expect((await vedtak(liten, { nummer: 'v-2026-15' })).rader.map((r) => r.nummer)).toEqual(['V-2026-15']);
    expect((await vedtak(liten, { tilstand: 'I_KRAFT' })).rader.every((r) => r.tilstand === 'I_KRAFT')).toBe(true);
    expect((await vedtak(liten, { tilstand: 'AVSLAG' })).rader).toEqual([]);
  });

  test('ti tusen mottakere og hundre tusen vedtak leser ikke mer av databasen enn åtte hundre (høyst 1,3 ganger)', async () => {
    for (const liste of [mottakerlisten(), mottakerlisten({}, 3), vedtakslisten(), vedtakslisten({}, 3)]) {
      const [a, b] = [await lesteBlokker(liten.saksbehandler, liste), await lesteBlokker(stor.saksbehandler, liste)];
      expect(a).toBeGreaterThan(50);
      expect(b / a).toBeLessThan(1.3);
    }
  });
});
