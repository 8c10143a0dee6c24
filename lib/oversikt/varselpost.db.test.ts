import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dato } from '#lib/core/dato.ts';
import { maned, manederFraTil } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import type { Epost } from '#lib/server/epost.ts';
import { lagEpostsender } from '#lib/server/epost.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { varselvalgSkjema } from './varselpost-schema.ts';
import { lagreVarselvalg, sendVarselpost, visVarselvalg } from './varselpost-service.ts';

let k: LitenKommune;
let nabo: LitenKommune;
const [MANDAG, TIRSDAG, ONSDAG] = ['2026-11-23' as Dato, '2026-11-24' as Dato, '2026-11-25' as Dato];
const konto = (kontoId: number, rolle: 'radmann' | 'controller', kommuneId = 1): Utforende => ({ kommuneId, kontoId, rolle, enheter: null });
const velg = (hvem: Utforende, hvorOfte: 'ALDRI' | 'DAGLIG' | 'UKENTLIG', epost: string) => withKommune(hvem, (tx) => lagreVarselvalg(tx, { hvorOfte, epost }));
const samler = () => {
  const sendt: Epost[] = [];
  return { sendt, send: (epost: Epost) => Promise.resolve(void sendt.push(epost)) };
};

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nabo = await lagLitenKommune(2);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      insert into konto (id, kommune_id, navn, epost, sprak) values (701, 1, 'Torunn R', 'torunn@kommunen.no', 'nb'), (702, 1, 'Siri C', null, 'nn'), (703, 1, 'Stengt S', null, 'nb'), (704, 2, 'Nabo N', null, 'nb'), (705, 1, 'Sluttet S', null, 'nb');
      update konto set stengt = now() where id = 703;
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom, tom) values (1, 701, 'radmann', null, '2020-01-01', null), (1, 702, 'controller', null, '2020-01-01', null), (1, 703, 'radmann', null, '2020-01-01', null), (2, 704, 'radmann', null, '2020-01-01', null), (1, 705, 'controller', null, '2020-01-01', '2026-01-01');`),
  );
  // Ten per cent over its frame in the one kommune; the neighbour is on course.
  for (const [en, ore] of [[k, 66_000], [nabo, 60_000]] as const) {
    await withKommune(en.controller, async (tx) => {
      await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${en.kommuneId}, ${en.kommuneId}, 'hjemme', 'Hjemme', '2026-01')`);
      // The neighbour's frame is ample all year; ours has January alone.
      for (const m of en === k ? ['2026-01'] : manederFraTil(maned('2026-01'), maned('2026-12'))) {
        await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (${en.kommuneId}, 1, ${en.kommuneId}, 'time', ${en.nord}, ${m}, ${en === k ? 10_000 : 100_000}, 60000, '2025-12-10')`);
      }
      await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
        values (${en.kommuneId}, 1, ${en.kommuneId}, ${en.nord}, 'time', 'HJEMMESYKEPLEIE', '2026-01', '2026-01', 20, 10000, ${ore * 10_000})`);
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (${en.kommuneId}, '2026-01', 'LUKKET', now())`);
    });
  }
});
afterAll(lukkPool);

describe('the choice', () => {
  test('is the account’s own, begins as never with the account’s address, and the newest holds', async () => {
    expect(await lesKommune(konto(701, 'radmann'), visVarselvalg)).toMatchObject({ hvorOfte: 'ALDRI', epost: 'torunn@kommunen.no', satt: false, sendt: [] });
    await velg(konto(701, 'radmann'), 'DAGLIG', 'a@b.no');
    await velg(konto(701, 'radmann'), 'UKENTLIG', 'torunn@kommunen.no');
    expect(await lesKommune(konto(701, 'radmann'), visVarselvalg)).toMatchObject({ hvorOfte: 'UKENTLIG', epost: 'torunn@kommunen.no' });
    expect(await lesKommune(konto(702, 'controller'), visVarselvalg)).toMatchObject({ hvorOfte: 'ALDRI', epost: '' });
    expect(await lesKommune(konto(702, 'controller'), (tx) => tx.alle(sql`select 1 from varselvalg`))).toEqual([]);
  });

  test('needs an address unless it is never', () => {
    const ok = (hvorOfte: string, epost: string): boolean => varselvalgSkjema.safeParse({ hvorOfte, epost }).success;
    expect([ok('ALDRI', ''), ok('DAGLIG', ''), ok('DAGLIG', 'x'), ok('DAGLIG', 'x@y.no'), ok('DAGLIG', 'x@y.no\r\nBcc: z@y.no'), ok('ALDRI', 'x'), ok('ofte', 'x@y.no')]).toEqual([true, false, false, true, false, false, false]);
  });
});

describe('the mail', () => {
  test('goes to those who want it that day, once, with what the reader may see and no person', async () => {
    await velg(konto(702, 'controller'), 'DAGLIG', 'siri@kommunen.no');
    await velg(konto(703, 'radmann'), 'DAGLIG', 'stengt@kommunen.no');
    await velg(konto(705, 'controller'), 'DAGLIG', 'sluttet@kommunen.no');
    await velg(konto(704, 'radmann', 2), 'DAGLIG', 'nabo@kommunen.no');
    const { sendt, send } = samler();
    expect(await sendVarselpost(1, MANDAG, send)).toBe(0);
    expect(sendt.map((e) => e.til).toSorted()).toEqual(['siri@kommunen.no', 'torunn@kommunen.no']);
    const til = (adresse: string): string => sendt.find((e) => e.til === adresse)?.tekst ?? '';
    expect(til('torunn@kommunen.no')).toMatch(/er 0,6\u00a0mill\.\u00a0kr over rammen hittil \(10,0\u00a0%\)/);
    expect(til('torunn@kommunen.no')).toContain('/varsler');
    expect(til('siri@kommunen.no')).toMatch(/over ramma/);
    expect(JSON.stringify(sendt)).not.toMatch(/Torunn|Siri|M-\d|V-\d{4}/);
    expect(await sendVarselpost(1, MANDAG, send)).toBe(0);
    expect(sendt).toHaveLength(2);
    expect((await lesKommune(konto(701, 'radmann'), visVarselvalg)).sendt).toMatchObject([{ dag: MANDAG, status: 'SENDT', varsler: 3 }]);
  });

  test('weekly is not on a Tuesday; two workers at once send one', async () => {
    const { sendt, send } = samler();
    await Promise.all([sendVarselpost(1, TIRSDAG, send), sendVarselpost(1, TIRSDAG, send)]);
    expect(sendt.map((e) => e.til)).toEqual(['siri@kommunen.no']);
  });

  test('is tried again when the server refused it, and the refusal is kept without the address', async () => {
    const nekter = () => Promise.reject(new Error('451 <siri@kommunen.no> try later'));
    expect(await sendVarselpost(1, ONSDAG, nekter)).toBe(1);
    expect((await lesKommune(konto(702, 'controller'), visVarselvalg)).sendt[0]).toMatchObject({ status: 'FEILET', feil: '451 <…> try later' });
    const { sendt, send } = samler();
    expect(await sendVarselpost(1, ONSDAG, send)).toBe(0);
    expect(sendt).toHaveLength(1);
    await expect(withKommune(konto(702, 'controller'), (tx) => tx.kjor(sql`update varselpost set status = 'FEILET' where dag = ${ONSDAG}`))).rejects.toThrow('endres ikke');
  });

  test('is not sent when there is nothing to say', async () => {
    const { sendt, send } = samler();
    expect(await sendVarselpost(2, MANDAG, send)).toBe(0);
    expect(sendt).toEqual([]);
    expect((await lesKommune(konto(704, 'radmann', 2), visVarselvalg)).sendt).toMatchObject([{ status: 'INGENTING' }]);
  });
});

/** As much of a mail server as a message needs. */
async function medPostkontor(arbeid: (port: number) => Promise<void>): Promise<string> {
  let inn = '';
  const tjener = createServer((linje) => {
    let data = false;
    linje.write('220 prove\r\n');
    linje.on('data', (bit) => {
      inn += String(bit);
      if (data) return void (inn.endsWith('\r\n.\r\n') && ((data = false), linje.write('250 tatt imot\r\n')));
      for (const ord of String(bit).split('\r\n').filter(Boolean)) {
        if (/^DATA/i.test(ord)) data = true;
        linje.write(/^DATA/i.test(ord) ? '354 skriv\r\n' : /^QUIT/i.test(ord) ? '221 ha det\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((klar) => tjener.listen(0, '127.0.0.1', klar));
  await arbeid((tjener.address() as AddressInfo).port);
  await new Promise((ferdig) => tjener.close(ferdig));
  return inn;
}

test('over a real connection the message has the sender, the subject and the text', async () => {
  const brev = await medPostkontor((port) => lagEpostsender({ url: `smtp://127.0.0.1:${port}`, fra: 'Stykkpris <post@kommunen.no>' })({ til: 'rad@kommunen.no', emne: 'Stykkpris Sørvik: ett varsel', tekst: 'Året ligger an til …' }));
  expect(brev).toMatch(/MAIL FROM:<post@kommunen\.no>/);
  expect(brev).toMatch(/RCPT TO:<rad@kommunen\.no>/);
  expect(brev).toContain('Auto-Submitted: auto-generated');
  expect(brev).toMatch(/Subject: =\?UTF-8\?/);
});
