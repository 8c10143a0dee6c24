import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { angre } from '#lib/utfort-tid/besok-service.ts';
import { registrer } from '#lib/utfort-tid/registrering-service.ts';
import { angreKvitteringsrunde } from '#lib/utfort-tid/uke-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const tid = '2021-02-02T09:00:00Z';
let k = {} as LitenKommune;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      select sikre_besok_partisjoner('2021-02-01', '2021-02-28');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (1, 1, 'V-1', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), '2021-01-01');
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert)
        values (1, 1, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'o', '2021-01-01', 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values (1, 1, 1, ${k.mottaker}, ${k.nord}, '2021-01-01', '{}', now());
      insert into besok (id, kommune_id, dato, start, minutter, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert, kvittert_av, kvittert_tid)
        values (1, 1, '2021-02-01', '2021-02-01T08:00:00Z', 30, 1, 1, ${k.nord}, '${tid}', 'FELT', true, ${k.utforerleder.kontoId}, '${tid}')`),
  );
});
afterAll(lukkPool);

describe('after the deadline for corrections', () => {
  test('an approval is not taken back, since nobody could give it again', async () => {
    const kontoId = k.utforerleder.kontoId;
    expect(await withKommune(k.utforerleder, (tx) => angre(tx, { dag: '2021-02-01', besokId: 1, versjon: 1 }))).toMatchObject({ feil: [{ grunn: 'fristUte' }] });
    expect(await withKommune(k.utforerleder, (tx) => angreKvitteringsrunde(tx, { uke: '2021-W05', enhetId: k.nord, tidMs: Date.parse(tid), kontoId }))).toMatchObject({ feil: [{ grunn: 'fristUte' }] });
    expect(await lesKommune(k.utforerleder, (tx) => tx.alle(sql`select kvittert from besok`))).toEqual([{ kvittert: true }]);
  });
});

describe('a registration sent again with the same id', () => {
  test('and other content is refused, never answered as stored', async () => {
    const data = { klientId: crypto.randomUUID(), oppdragId: 1, dato: leggTilDager(iDag(), -1), start: '08:00', minutter: 30, kategori: 'BRUKERRETTET' as const, ansattId: null, grunn: 'glemt' };
    const send = (endret: Partial<typeof data>) => withKommune(k.utforerleder, (tx) => registrer(tx, { ...data, ...endret }));
    expect(await send({})).toMatchObject({ ok: true, verdi: { nytt: true } });
    expect(await send({})).toMatchObject({ ok: true, verdi: { nytt: false } });
    for (const endret of [{ minutter: 45 }, { start: '09:00' }, { dato: leggTilDager(iDag(), -2) }]) expect(await send(endret)).toMatchObject({ feil: [{ grunn: 'klientIdBrukt' }] });
  });
});
