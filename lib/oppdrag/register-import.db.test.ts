import { afterAll, beforeAll, expect, test } from 'vitest';
import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { kontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';
import { hentRegisterimport, settRegisterord, sluttRegister, startRegister, taImotRegisterdel, taInnRegister } from '#lib/oppdrag/register-import-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let leder: Utforende;
const idag = iDag();
const NUMRE = Array.from({ length: 400 }, (_, i) => `038438${String(i).padStart(3, '0')}`).flatMap((ni) => (kontrollsifre(ni) === null ? [] : [`${ni}${kontrollsifre(ni)}`]));
const HODE = 'Fødselsnummer;Fornavn;Etternavn;Fødselsdato;Gradering;Vedtaks-id;Tjeneste;Utfører;Timer per uke;Fra;Til';
const d = (dager: number): string => formatDato(leggTilDager(idag, dager));
type R = { nr: number; id: string; tjeneste?: string; enhet?: string; timer?: string; fra?: string; til?: string; gradering?: string };
const linje = (r: R): string => [NUMRE[r.nr], 'Borghild', `Prøve${r.nr}`, '03.04.1938', r.gradering ?? '', r.id, r.tjeneste ?? 'Hjemmesykepleie', r.enhet ?? 'Nord', r.timer ?? '3', r.fra ?? d(-30), r.til ?? d(200)].join(';');

async function ja<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<{ ok: true; verdi: T } | { ok: false; feil: readonly { grunn: string }[] }>): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil);
    return svar.verdi;
  });
}
async function last(rader: readonly R[], hvem = leder): Promise<number> {
  const fil = Buffer.from([HODE, ...rader.map(linje)].join('\r\n'), 'utf8');
  const { importId } = await ja(hvem, (tx) => startRegister(tx, { filnavn: 'register.csv', storrelse: fil.length }));
  await ja(hvem, (tx) => taImotRegisterdel(tx, { importId, nummer: 0, innhold: fil }));
  await ja(hvem, (tx) => sluttRegister(tx, { importId }));
  return importId;
}
const side = async (importId: number, hvem = leder) => {
  const s = await lesKommune(hvem, (tx) => hentRegisterimport(tx, importId, 'nb'));
  if (s === null) throw new Error('ingen import');
  return s;
};
const vedtak = () => lesKommune(leder, (tx) => tx.alle<{ id: string; tom: string | null; oppdrag: number }>(sql`
  select v.kilde_id id, w.tom, (select count(*)::int from oppdrag o where o.vedtak_id = v.id and o.annullert is null) oppdrag from vedtak v join vedtak_virkning w on w.vedtak_id = v.id and w.gjeldende where v.kommune_id = 1 and v.kilde_id is not null order by v.kilde_id`));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  leder = { ...k.saksbehandler, kontoId: 109, rolle: 'bestillerleder' };
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`update kommune set demo = true where id = 1; insert into konto (id, kommune_id, navn) values (109, 1, 'Leder Ledersen');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 109, 'bestillerleder', 101, '2020-01-01')`),
  );
});
afterAll(lukkPool);

test('et register forhåndsvises, ryddes og tas inn; det som må rettes, står igjen', async () => {
  const importId = await last([
    { nr: 0, id: 'A1' }, { nr: 1, id: 'A2', til: '' }, { nr: 2, id: 'A3', enhet: 'Avdeling Vest' }, { nr: 3, id: 'A4', timer: '' }, { nr: 4, id: 'A5' }, { nr: 4, id: 'A6', timer: '5' },
    { nr: 5, id: 'A7', gradering: 'Kode 7' },
  ]);
  const for_ = await side(importId);
  expect(for_.tall).toMatchObject({ NY: 3, RETTES: 4, mangler: { MANGLER_SLUTT: 1, UKJENT_ENHET: 1, UTEN_OMFANG: 1, OVERLAPP: 2 } });
  expect(for_.ukjente).toEqual([{ liste: 'enhet', ord: 'Avdeling Vest', antall: 1 }]);
  expect(await vedtak()).toEqual([]);
  // the municipality says what the unit is called here
  await ja(leder, (tx) => settRegisterord(tx, { importId, ord: [{ liste: 'enhet', ord: 'Avdeling Vest' }], valg: { o0: String(k.sor) } }));
  expect((await side(importId)).tall).toMatchObject({ NY: 4, RETTES: 3 });
  await ja(leder, (tx) => taInnRegister(tx, { importId }));
  expect((await vedtak()).map((v) => [v.id, v.oppdrag])).toEqual([['A1', 1], ['A2', 1], ['A3', 1], ['A7', 1]]);
  const etter = await side(importId);
  expect(etter.status).toBe('TATT_INN');
  expect(etter.rydd.map((r) => [r.kildeId, r.utfall])).toEqual([['A4', 'RETTES'], ['A5', 'RETTES'], ['A6', 'RETTES'], ['A2', 'NY']]);
  await withClient(testDatabase().superuserUrl, async (klient) => {
    expect((await klient.query('select 1 from registerimport_del')).rowCount).toBe(0);
    expect((await klient.query(`select m.skjermet from mottaker m join mottaker_identitet i on i.mottaker_id = m.id where i.fodselsnummer = '${NUMRE[5]}'`)).rows).toEqual([{ skjermet: true }]);
  });
});

test('samme fil igjen gjør ingenting; en tidligere slutt tas inn; et nytt omfang på samme id rettes', async () => {
  const igjen = await last([{ nr: 0, id: 'A1' }, { nr: 1, id: 'A2', til: '' }]);
  expect((await side(igjen)).tall).toMatchObject({ NY: 0, LIK: 2, ENDRET: 0, RETTES: 0 });
  const antall = (await vedtak()).length;
  await ja(leder, (tx) => taInnRegister(tx, { importId: igjen }));
  expect(await vedtak()).toHaveLength(antall);
  const delta = await last([{ nr: 0, id: 'A1', til: d(20) }, { nr: 1, id: 'A2', timer: '9', til: '' }]);
  expect((await side(delta)).tall).toMatchObject({ ENDRET: 1, RETTES: 1, mangler: { ENDRET_OMFANG: 1 } });
  await ja(leder, (tx) => taInnRegister(tx, { importId: delta }));
  const tom = (await vedtak()).find((v) => v.id === 'A1')?.tom;
  expect(dagerMellom(idag, (tom ?? idag) as typeof idag)).toBe(20);
});

test('nummeret til en skjermet mottaker som en ikke har tilgang til, står igjen til retting, og resten tas inn', async () => {
  const importId = await last([{ nr: 5, id: 'B1', timer: '1', tjeneste: 'Hjemmesykepleie' }, { nr: 6, id: 'B2' }], k.saksbehandler);
  await ja(k.saksbehandler, (tx) => taInnRegister(tx, { importId }));
  const etter = await side(importId, k.saksbehandler);
  expect(etter.tall).toMatchObject({ NY: 1, RETTES: 1, mangler: { UTILGJENGELIG: 1 } });
});
