import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentInnboks } from '#lib/sak/innboks-service.ts';
import { lesteBlokker } from '../../test/oppsett/blokker.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let liten: LitenKommune;
let stor: LitenKommune;

/** Recipients with ten answered applications each, and every hundredth with an open one. */
async function fyll(k: LitenKommune, antall: number): Promise<void> {
  const start = k.kommuneId * 1_000_000;
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      set session_replication_role = replica;
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) select ${start} + i, ${k.kommuneId}, 'M-' || (${start} + i), 1940, i % 1000 = 0 from generate_series(1, ${antall}) i;
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer)
        select ${start} + i, ${k.kommuneId}, 'Olav', 'Nes' || i % 1013, '1940-05-05', (45850000000 + ${start} + i)::text from generate_series(1, ${antall}) i;
      insert into henvendelse (kommune_id, mottaker_id, mottatt, frist, type, fra, innhold, status, besvart, utfall)
        select ${k.kommuneId}, ${start} + i, current_date - 400 - j, current_date - 370 - j, 'SOKNAD', 'x', 'x', 'BESVART', current_date - 380, 'BESVART' from generate_series(1, ${antall}) i, generate_series(0, 9) j;
      insert into henvendelse (kommune_id, mottaker_id, mottatt, frist, type, fra, innhold, status)
        select ${k.kommuneId}, ${start} + i, current_date - i % 50, current_date - i % 50 + 30, 'SOKNAD', 'x', 'x', 'NY' from generate_series(1, 100) i;
      set session_replication_role = origin;
      analyze mottaker; analyze mottaker_identitet; analyze henvendelse;`),
  );
}
beforeAll(async () => {
  liten = await lagLitenKommune(1);
  stor = await lagLitenKommune(2);
  await fyll(liten, 800);
  await fyll(stor, 10_000);
}, 120_000);
afterAll(lukkPool);

test.each(['APNE', 'UFORDELTE', 'OVER', 'BESVARTE'] as const)('hundre tusen besvarte henvendelser gjør ikke innboksen treg: %s', async (valg) => {
  const innboks = (tx: Tx) => hentInnboks(tx, valg, 1, 'nb');
  const [a, b] = [await lesteBlokker(liten.saksbehandler, innboks), await lesteBlokker(stor.saksbehandler, innboks)];
  expect(b / a).toBeLessThan(2);
});
