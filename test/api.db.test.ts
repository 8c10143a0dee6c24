import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as enheter } from '#app/api/v1/enheter/route.ts';
import { POST as sendBesok } from '#app/api/v1/besok/route.ts';
import { GET as status } from '#app/api/v1/besok/[kildeId]/route.ts';
import { GET as oppdrag } from '#app/api/v1/oppdrag/route.ts';
import { POST as hentToken } from '#app/api/v1/token/route.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';
import { settAnsattnummer, visAnsattnumre } from '#lib/grunnlag/ansattnummer-service.ts';
import { nyKlient, roterKlient, trekkKlient } from '#lib/grunnlag/api-klient-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import type { Leveransesvar } from '#lib/utfort-tid/api-schema.ts';
import { visApileveranse, visApileveranser } from '#lib/utfort-tid/mottak-service.ts';
import { testDatabase } from './oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from './oppsett/liten-kommune.ts';

const HEMMELIGHET = 'sph_hemmelig';
const avtrykk = (t: string): string => createHash('sha256').update(t).digest('hex');
const dag = leggTilDager(iDag(), -5);
let k: LitenKommune;
let sysansvarlig: Utforende;
let [kode, kodeNord] = ['', ''];

const super_ = (tekst: string): Promise<unknown> => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await lagLitenKommune(2);
  sysansvarlig = { ...k.controller, rolle: 'systemansvarlig' };
  await super_([1, 2].map((n) => `
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${n}, 1, 'V-${n}', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert) values (1, ${n}, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'u${n}', '2020-01-01', 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values (${n}, 1, ${n}, ${k.mottaker}, ${n === 1 ? k.nord : k.sor}, '2020-01-01', '{}', now());`).join(''));
  const ny = async (enheter: number[], perMinutt = 1000): Promise<string> => {
    const svar = await withKommune(sysansvarlig, (tx) => nyKlient(tx, { navn: 'Leverandør', system: 'GERICA', omfang: 'BESOK', enheter, perMinutt, hash: avtrykk(HEMMELIGHET) }));
    return svar.ok ? svar.verdi.kode : '';
  };
  kode = await ny([]);
  kodeNord = await ny([k.nord]);
});
beforeEach(() => super_('truncate besok, besok_mottak_rad, besok_mottak, besok_kildeid, api_bruk, endring cascade'));
afterAll(lukkPool);

async function token(klient = kode, hemmelighet = HEMMELIGHET): Promise<string> {
  const svar = await hentToken(new Request('http://x/api/v1/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: klient, client_secret: hemmelighet }) }));
  return svar.status === 200 ? ((await svar.json()) as { access_token: string }).access_token : `${svar.status}`;
}
/** A made-up person's number (month + 80) with right control digits. */
function personnummer(): string {
  for (let n = 14_824_100_000; ; n += 1) if (harPersonnummer(String(n))) return String(n);
}
const besok = (kildeId: string, mer: object = {}) => ({ kildeId, oppdragId: 1, start: `${dag}T08:15:00+01:00`, minutter: 20, ...mer });
async function send(t: string, liste: unknown[], nokkel: string = crypto.randomUUID()): Promise<{ status: number; svar: Leveransesvar & { kode?: string }; hoder: Headers }> {
  const svar = await sendBesok(new Request('http://x/api/v1/besok', { method: 'POST', headers: { authorization: `Bearer ${t}`, 'idempotency-key': nokkel }, body: JSON.stringify({ besok: liste }) }));
  return { status: svar.status, svar: (await svar.json()) as Leveransesvar & { kode?: string }, hoder: svar.headers };
}
const antallBesok = () => lesKommune(k.controller, (tx) => tx.alle<{ kilde_id: string; versjon: number; minutter: number; kilde: string }>(sql`select kilde_id, versjon, minutter, kilde from besok order by id, versjon`));

describe('access', () => {
  test('a wrong secret, an unknown client and another kommune’s number give nothing', async () => {
    expect([await token(kode, 'feil'), await token('sp-1-000000000000'), await token(kode.replace('sp-1-', 'sp-2-')), await token('x')]).toEqual(['401', '401', '401', '401']);
    expect((await send(`spt-1-${'a'.repeat(43)}`, [besok('a')])).status).toBe(401);
  });

  test('ends at once when it is withdrawn or its secret changed, and a token ends by itself', async () => {
    const klient = await withKommune(sysansvarlig, (tx) => nyKlient(tx, { navn: 'Kort', system: 'X', omfang: 'BESOK', enheter: [], perMinutt: 100, hash: avtrykk(HEMMELIGHET) }));
    const egen = klient.ok ? klient.verdi.kode : '';
    const id = (await lesKommune(sysansvarlig, (tx) => tx.en<{ id: number }>(sql`select id from api_klient where kode = ${egen}`)))?.id ?? 0;
    const forste = await token(egen);
    expect((await send(forste, [besok('a')])).status).toBe(200);
    await withKommune(sysansvarlig, (tx) => roterKlient(tx, { klientId: id, hash: avtrykk('sph_ny') }));
    expect([(await send(forste, [besok('a')])).status, await token(egen)]).toEqual([401, '401']);
    const andre = await token(egen, 'sph_ny');
    expect((await send(andre, [besok('a')])).svar.antall.lik).toBe(1);
    await super_(`update api_token set utloper = now() - interval '1 second'`);
    expect((await send(andre, [besok('a')])).status).toBe(401);
    const tredje = await token(egen, 'sph_ny');
    await withKommune(sysansvarlig, (tx) => trekkKlient(tx, { klientId: id }));
    expect([(await send(tredje, [besok('a')])).status, await token(egen, 'sph_ny')]).toEqual([401, '401']);
  });

  test('is only to the client’s units: others’ orders and visits are not there', async () => {
    const [alle, nord] = [await token(), await token(kodeNord)];
    const med = (t: string) => new Request('http://x/api/v1/x?antall=1', { headers: { authorization: `Bearer ${t}` } });
    expect(await (await enheter(med(nord))).json()).toMatchObject({ enheter: [{ kode: 'NORD' }] });
    expect(await (await oppdrag(med(nord))).json()).toMatchObject({ oppdrag: [{ id: 1, mottaker: `M-${k.mottaker}`, vedtaksnummer: 'V-1' }], neste: null });
    expect(await (await oppdrag(med(alle))).json()).toMatchObject({ neste: 1 });
    await send(alle, [besok('s', { oppdragId: 2 })]);
    expect((await send(nord, [besok('n', { oppdragId: 2 }), besok('s')])).svar.resultat).toMatchObject([{ utfall: 'AVVIST', regel: 'UKJENT_OPPDRAG' }, { utfall: 'AVVIST', regel: 'ANNET_OPPDRAG' }]);
    const hent = (t: string, id: string) => status(new Request('http://x', { headers: { authorization: `Bearer ${t}` } }), { params: Promise.resolve({ kildeId: id }) });
    expect([(await hent(nord, 's')).status, (await hent(alle, 's')).status]).toEqual([404, 200]);
    // What the API runs as meets no person.
    expect(await lesKommune({ kommuneId: 1, kontoId: null, rolle: 'api', enheter: null }, (tx) => tx.alle(sql`select 1 from mottaker_identitet`))).toEqual([]);
  });

  test('has a pace that every instance shares, and says when to come again', async () => {
    const t = await token();
    await super_(`update api_klient set per_minutt = 3 where kode = '${kode}'`);
    await super_('truncate api_bruk');
    const svar = await Promise.all(Array.from({ length: 6 }, (_, i) => send(t, [besok(`p${i}`)])));
    await super_(`update api_klient set per_minutt = 1000 where kode = '${kode}'`);
    // A minute may turn meanwhile; then no more than two minutes' worth get through.
    const sluppet = svar.filter((s) => s.status === 200).length;
    expect(sluppet).toBeGreaterThanOrEqual(3);
    const stoppet = svar.find((s) => s.status === 429);
    expect(stoppet?.svar.kode).toBe('FOR_MANGE');
    expect(Number(stoppet?.hoder.get('retry-after'))).toBeGreaterThan(0);
    expect(stoppet?.hoder.get('content-type')).toContain('application/problem+json');
  });
});

describe('a delivery', () => {
  test('answers for each visit, and one that is refused stops no other', async () => {
    const { status: kode_, svar } = await send(await token(), [
      besok('a'), besok('b', { minutter: 0 }), besok('c', { oppdragId: 99 }), besok('d', { start: `${leggTilDager(iDag(), 1)}T08:00:00+01:00` }), besok('e'), besok('e', { minutter: 30 }), besok(personnummer()), besok('f', { start: '2020-05-05T08:00:00Z' }), 'tull',
    ]);
    expect(kode_).toBe(200);
    expect(svar.resultat.map((r) => r.regel)).toEqual([null, 'UGYLDIG', 'UKJENT_OPPDRAG', 'IKKE_FERDIG', 'DUPLIKAT_ID', 'DUPLIKAT_ID', 'PERSONNUMMER', 'FRIST_UTE', 'UGYLDIG']);
    expect(svar.antall).toMatchObject({ ny: 1, endret: 0, lik: 0, avvist: 8 });
    expect((await antallBesok())[0]).toMatchObject({ kilde_id: 'a', versjon: 1, kilde: 'API' });
  });

  test('says who did each visit by a number that is known here; an unknown one is refused, and noted for the kommune once', async () => {
    await super_(`insert into konto (id, kommune_id, navn) values (811, 1, 'A En'), (812, 1, 'B To');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 811, 'utforeransatt', ${k.nord}, '2020-01-01'), (1, 812, 'utforeransatt', ${k.nord}, '2020-01-01');
      insert into ansattnummer (kommune_id, nummer, konto_id, sett) values (1, 'r-1', 811, now())`);
    const t = await token();
    const to = [besok('a', { ansatt: 'R-1' }), besok('a', { ansatt: 'R-2', minutter: 10 }), besok('b', { ansatt: personnummer() }), besok('c'), besok('c', { ansatt: 'R-1' })];
    expect((await send(t, to)).svar.resultat.map((r) => r.regel)).toEqual([null, 'UKJENT_ANSATT', 'PERSONNUMMER', 'DUPLIKAT_ID', 'DUPLIKAT_ID']);
    await send(t, to);
    const { numre } = await lesKommune(k.controller, visAnsattnumre);
    expect(numre).toMatchObject([{ nummer: 'r-2', kontoId: null }, { nummer: 'r-1', kontoId: 811 }]);
    expect((await withKommune(k.controller, (tx) => settAnsattnummer(tx, { nummer: 'r-2', kontoId: 99_999 }))).ok).toBe(false);
    await withKommune(k.controller, (tx) => settAnsattnummer(tx, { nummer: 'r-2', kontoId: 812 }));
    expect((await send(t, to.slice(0, 2))).svar.antall).toMatchObject({ ny: 1, lik: 1 });
    expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select kilde_id, minutter, ansatt_id from besok order by 1`))).toEqual([{ kilde_id: 'a', minutter: 20, ansatt_id: 811 }, { kilde_id: 'a#812', minutter: 10, ansatt_id: 812 }]);
  });

  test('sent again with its key is answered as before, with other content refused, and without the key does nothing new', async () => {
    const [t, nokkel] = [await token(), crypto.randomUUID()];
    const svar = await Promise.all([1, 2, 3].map(() => send(t, [besok('a'), besok('b')], nokkel)));
    expect(svar.map((s) => s.status)).toEqual([200, 200, 200]);
    expect(svar.map((s) => s.svar)).toEqual(svar.map(() => svar[0]?.svar));
    expect(svar.filter((s) => s.hoder.get('idempotent-replayed') === 'true')).toHaveLength(2);
    expect((await send(t, [besok('a', { minutter: 25 })], nokkel))).toMatchObject({ status: 422, svar: { kode: 'NOKKEL_BRUKT' } });
    expect((await send(t, [besok('a'), besok('b')])).svar.antall).toEqual({ ny: 0, endret: 0, lik: 2, avvist: 0 });
    expect((await send(t, [besok('a', { minutter: 25 })])).svar.antall).toMatchObject({ endret: 1 });
    expect(await antallBesok()).toHaveLength(3);
  });

  test('of the same visits at once from many senders is each visit once', async () => {
    const t = await token();
    const svar = await Promise.all(Array.from({ length: 5 }, () => send(t, Array.from({ length: 50 }, (_, i) => besok(`m${i}`)))));
    expect(svar.every((s) => s.status === 200 || s.status === 409)).toBe(true);
    expect(svar.reduce((n, s) => n + (s.status === 200 ? s.svar.antall.ny : 0), 0)).toBe(50);
    expect(await antallBesok()).toHaveLength(50);
  });

  test('is seen by the controller with each visit, and by no unit’s leader', async () => {
    const { svar } = await send(await token(), [besok('a'), besok('b', { oppdragId: 99 })]);
    expect(await lesKommune(k.controller, (tx) => visApileveranser(tx, 5))).toMatchObject([{ id: svar.leveranse, system: 'GERICA', nye: 1, avvist: 0 }]);
    expect((await withKommune(k.controller, (tx) => visApileveranse(tx, svar.leveranse)))?.rader).toMatchObject([{ kildeId: 'a', utfall: 'NY' }]);
    expect(await lesKommune(k.utforerleder, (tx) => visApileveranser(tx, 5))).toEqual([]);
  });

  test('is in the log with who sent it, and without a word of its content', async () => {
    await send(await token(), [besok('a')]);
    const rad = await lesKommune({ ...k.controller, rolle: 'revisor' }, (tx) => tx.en<{ rolle: string; grunn: string; konto_id: number | null }>(sql`select rolle, grunn, konto_id from logg where handling = 'API_LEVERANSE' order by lopenr desc limit 1`));
    expect(rad).toEqual({ rolle: 'api', grunn: kode, konto_id: null });
  });

  test('that cannot be read is a problem with a code', async () => {
    const t = await token();
    const post = (body: string, hoder: Record<string, string> = { 'idempotency-key': crypto.randomUUID() }) => sendBesok(new Request('http://x', { method: 'POST', headers: { authorization: `Bearer ${t}`, ...hoder }, body }));
    const koder = await Promise.all([post('{'), post('{"besok":[]}'), post('{"besok":[1]}', {}), post(' '.repeat(1_048_577)), post(JSON.stringify({ besok: Array.from({ length: 1001 }, () => 1) }))].map(async (s) => ((await (await s).json()) as { kode: string }).kode));
    expect(koder).toEqual(['IKKE_JSON', 'UGYLDIG', 'MANGLER_NOKKEL', 'FOR_STOR', 'UGYLDIG']);
  });
});
