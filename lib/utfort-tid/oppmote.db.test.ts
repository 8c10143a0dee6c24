import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { apneDag, forOppmote, stengDag, visOppmote } from '#lib/utfort-tid/oppmote-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
const [vedtak, oppdrag] = [51_001, 52_001];
let k: LitenKommune;
let nord: Utforende;
const som = <T>(gjor: (tx: Tx) => Promise<T>, hvem = nord) => withKommune(hvem, gjor);
type Valg = 'MOTT' | 'SYK' | '';
/** Sent from a page that showed what is kept now. */
const for_ = async (svar: Valg, naar: Dato = dag, hvem = nord) => {
  const vist = (await som((tx) => visOppmote(tx, naar))).rader[0]?.oppmote as Valg | null;
  return fra(vist ?? '', svar, naar, hvem);
};
const fra = (vist: Valg, svar: Valg, naar: Dato = dag, hvem = nord) => som((tx) => forOppmote(tx, { dato: naar, vist: { [`o${oppdrag}`]: vist }, rader: { [`o${oppdrag}`]: svar } }), hvem);
const talt = () => som((tx) => tx.alle<{ antall: number; kvittert: boolean }>(sql`select antall, kvittert from leveranse where oppdrag_id = ${oppdrag}`));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  const fra = leggTilDager(dag, -30);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values (1, 'DAGSENTER', '2020-01-01', 'Dagsenter', 'Dagsenter', 'hol § 3-2', '234', 'ANTALL', 'dagtilbud');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, antall, begrunnelse, hjemmel, fattet, fattet_dato) values (${vedtak}, 1, 'V-D-1', ${k.mottaker}, 'DAGSENTER', 'INNVILGET', 'ANTALL', 2, 'x', 'x', now(), '${fra}');
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, ${vedtak}, ${k.mottaker}, 'DAGSENTER', 'd', '${fra}', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${oppdrag}, 1, ${vedtak}, ${k.mottaker}, ${k.nord}, '${fra}', null, '{}', now())`),
  );
});
afterAll(lukkPool);

describe('attendance at a day centre', () => {
  test('is of services one comes to: an alarm of the same group is not among them', async () => {
    const merke = (kpr: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(`update tjeneste set kpr_kode = ${kpr} where kommune_id = 1 and kode = 'DAGSENTER'`));
    const antall = async () => (await som((tx) => visOppmote(tx, dag))).rader.length;
    await merke("'6'");
    expect(await antall()).toBe(0);
    await merke("'4'");
    expect(await antall()).toBe(1);
    await merke('null');
    expect(await antall()).toBe(1);
  });

  test('is one row a day however often it is sent, and changes when it is corrected', async () => {
    await Promise.all([for_('MOTT'), for_('MOTT')]);
    await for_('MOTT');
    expect(await talt()).toEqual([{ antall: 1, kvittert: true }]);
    expect((await som((tx) => visOppmote(tx, dag))).rader).toMatchObject([{ oppmote: 'MOTT', mottIUken: 1, antall: 2 }]);
    await for_('SYK');
    expect(await talt()).toEqual([{ antall: 1, kvittert: false }]);
    expect((await som((tx) => visOppmote(tx, dag))).rader).toMatchObject([{ oppmote: 'SYK', mottIUken: 0 }]);
    await for_('MOTT');
    expect(await talt()).toEqual([{ antall: 1, kvittert: true }]);
    expect((await som((tx) => visOppmote(tx, dag))).rader).toMatchObject([{ oppmote: 'MOTT' }]);
  });

  test('said otherwise by somebody else since the page was shown is told, and changed by neither side silently', async () => {
    await for_('MOTT');
    await for_('SYK');
    expect(await fra('MOTT', 'MOTT')).toMatchObject({ ok: true, verdi: { antall: 0 } });
    expect((await som((tx) => visOppmote(tx, dag))).rader).toMatchObject([{ oppmote: 'SYK' }]);
    expect(await fra('', 'MOTT')).toMatchObject({ ok: false, feil: [{ grunn: 'FORT_SYK', felt: `rader.o${oppdrag}` }] });
    expect(await fra('', 'SYK')).toMatchObject({ ok: true });
    expect((await som((tx) => visOppmote(tx, dag))).rader).toMatchObject([{ oppmote: 'SYK' }]);
    await for_('MOTT');
  });

  test('leaves a mark for the settlement', async () => {
    const merker = await som((tx) => tx.alle(sql`select 1 from endring where vedtak_id = ${vedtak} and maned is not null`), k.controller);
    expect(merker.length).toBeGreaterThan(0);
  });

  test('is not kept of tomorrow, of nobody, by another unit, nor on a closed day', async () => {
    expect(await for_('MOTT', leggTilDager(dag, 1))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_I_FREMTIDEN' }] });
    expect(await for_('')).toMatchObject({ ok: false, feil: [{ grunn: 'INGEN_VALGT' }] });
    expect(await fra('', 'MOTT', dag, { ...k.utforerleder, enheter: [k.sor] })).toMatchObject({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
    const stengt = leggTilDager(dag, -3);
    const data = { enhetId: k.nord, dato: stengt, grunn: 'Planleggingsdag' };
    expect(await som((tx) => stengDag(tx, data))).toMatchObject({ ok: true });
    expect(await som((tx) => stengDag(tx, data))).toMatchObject({ ok: false, feil: [{ grunn: 'STENGT_ALLEREDE' }] });
    expect(await for_('MOTT', stengt)).toMatchObject({ ok: false, feil: [{ grunn: 'STENGT' }] });
    expect(await som((tx) => apneDag(tx, data))).toMatchObject({ ok: true });
    expect(await for_('MOTT', stengt)).toMatchObject({ ok: true });
    expect(await som((tx) => stengDag(tx, data))).toMatchObject({ ok: false, feil: [{ grunn: 'NOEN_MOTTE' }] });
    expect(await som((tx) => stengDag(tx, { ...data, enhetId: k.sor }))).toMatchObject({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
  });
});
