import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import type { Result } from '#lib/core/result.ts';
import { apneKlage, avgjorKlage, hentKlageliste, registrerInstansutfall, registrerKlage } from '#lib/vedtak/klage-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
let to: LitenKommune;
const idag = iDag();
const som = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
const VURDERING = 'Vi har lest klagen din og vært på hjemmebesøk en gang til.';

let nr = 500;
let vedtakId: number;
beforeAll(async () => {
  en = await lagLitenKommune(1);
  to = await lagLitenKommune(2);
  await som(`update mottaker set saksbehandler_id = 101 where id = ${en.mottaker}`);
});
afterAll(lukkPool);
const nyttVedtak = async (dager: number): Promise<number> => {
  nr += 1;
  await som(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, begrunnelse, hjemmel, fattet, fattet_dato)
    values (${nr}, 1, 'V-2026-${nr}', ${en.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 'b', 'hol', now(), '${leggTilDager(idag, -dager)}')`);
  return nr;
};
beforeEach(async () => {
  vedtakId = await nyttVedtak(20);
});

async function gjor<T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>, hvem: Utforende = en.saksbehandler): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  });
}
const nektet = <T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>, hvem?: Utforende) => gjor(arbeid, hvem).then(() => [], (feil: unknown) => (feil as Angre<string[]>).verdi);
const klag = (mottatt = idag) => gjor((tx) => registrerKlage(tx, { vedtakId, klager: 'MOTTAKER', mottatt, brevMottatt: null, innhold: 'Jeg er uenig i antall timer.' }));
const rad = async (id: number) => (await lesKommune(en.saksbehandler, (tx) => tx.alle(sql`select status, utfall, oppreisning, instans_utfall "instansUtfall", nytt_vedtak_id "nyttVedtakId" from klage where id = ${id}`)))[0];

test('en klage i tide får frist og instans, opprettholdes med brev og sendes videre, og instansen stadfester', async () => {
  const { klageId } = await klag();
  const liste = await lesKommune(en.saksbehandler, (tx) => hentKlageliste(tx, 'HOS_OSS', 1));
  expect(liste.rader.find((k) => k.id === klageId)).toMatchObject({ forSent: false, instans: 'Statsforvalteren', klokke: { type: 'I_TIDE', dager: 30 } });
  expect(await nektet((tx) => avgjorKlage(tx, { klageId, versjon: 1, utfall: 'OMGJORT', oppreisning: false, nyttVedtak: null, vurdering: VURDERING }))).toEqual(['manglerNyttVedtak']);
  await gjor((tx) => avgjorKlage(tx, { klageId, versjon: 1, utfall: 'OPPRETTHOLDT', oppreisning: false, nyttVedtak: null, vurdering: VURDERING }));
  expect(await nektet((tx) => avgjorKlage(tx, { klageId, versjon: 1, utfall: 'TRUKKET', oppreisning: false, nyttVedtak: null, vurdering: VURDERING }))).toEqual(['endret']);
  const [brev] = await lesKommune(en.saksbehandler, (tx) => tx.alle<{ tekst: string }>(sql`select innhold::text tekst from saksbrev where vedtak_id = ${vedtakId} and slag = 'KLAGE'`));
  expect(brev?.tekst).toContain('Vi har sendt klagen din til Statsforvalteren');
  await gjor((tx) => registrerInstansutfall(tx, { klageId, versjon: 2, utfall: 'STADFESTET', dato: idag, nyttVedtak: null, tekst: 'Vedtaket står ved lag.' }));
  expect(await rad(klageId)).toMatchObject({ status: 'AVSLUTTET', utfall: 'OPPRETTHOLDT', instansUtfall: 'STADFESTET' });
  const side = await withKommune(en.saksbehandler, (tx) => apneKlage(tx, klageId));
  expect(side.type === 'APEN' ? side.hendelser.map((h) => h.type) : []).toEqual(['MOTTATT', 'OPPRETTHOLDT', 'OVERSENDT', 'INSTANS_STADFESTET']);
});

test('en omgjøring peker på det nye vedtaket om samme tjeneste', async () => {
  const { klageId } = await klag();
  const eldre = vedtakId - 1;
  const nytt = await nyttVedtak(0);
  const data = { klageId, versjon: 1, utfall: 'OMGJORT', oppreisning: false, vurdering: VURDERING } as const;
  expect(await nektet((tx) => avgjorKlage(tx, { ...data, nyttVedtak: eldre }))).toEqual(['ukjentErstatning']);
  await gjor((tx) => avgjorKlage(tx, { ...data, nyttVedtak: nytt }));
  expect(await rad(klageId)).toMatchObject({ status: 'AVSLUTTET', utfall: 'OMGJORT', nyttVedtakId: nytt });
});

test('en sen klage registreres, og avvises eller gis oppreisning', async () => {
  vedtakId = await nyttVedtak(80);
  const { klageId } = await klag();
  const data = { klageId, versjon: 1, nyttVedtak: null, vurdering: VURDERING } as const;
  expect(await nektet((tx) => avgjorKlage(tx, { ...data, utfall: 'OPPRETTHOLDT', oppreisning: false }))).toEqual(['forSentUtenOppreisning']);
  await gjor((tx) => avgjorKlage(tx, { ...data, utfall: 'AVVIST', oppreisning: false }));
  expect(await rad(klageId)).toMatchObject({ status: 'AVSLUTTET', utfall: 'AVVIST', oppreisning: false });
});

test('kommunens egen regel for tjenesten gir fristen og instansen', async () => {
  await som(`insert into klageregel (kommune_id, tjeneste, fom, uker, instans_nb, instans_nn, rettskilde, registrert) values (1, 'HJEMMESYKEPLEIE', '2020-01-01', 1, 'Klagenemnda', 'Klagenemnda', 'egen', now())`);
  const { klageId } = await klag();
  const side = await withKommune(en.saksbehandler, (tx) => apneKlage(tx, klageId));
  expect(side).toMatchObject({ type: 'APEN', forSent: true, klage: { instans: 'Klagenemnda' } });
});

test('en annen kommune, økonomi og en skjermet mottakers uvedkommende ser ingen klager', async () => {
  const { klageId } = await klag();
  for (const hvem of [to.saksbehandler, en.controller, en.utforerleder]) expect(await lesKommune(hvem, (tx) => tx.alle(sql`select 1 from klage`))).toEqual([]);
  await som(`update mottaker set skjermet = true where id = ${en.mottaker}`);
  expect((await withKommune(en.saksbehandler, (tx) => apneKlage(tx, klageId))).type).toBe('FINNES_IKKE');
  await som(`update mottaker set skjermet = false where id = ${en.mottaker}`);
});
