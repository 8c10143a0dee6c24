import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as oppdrag } from '#app/api/v1/oppdrag/route.ts';
import { POST as sendBesok } from '#app/api/v1/besok/route.ts';
import { POST as sendRegister } from '#app/api/v1/register/route.ts';
import { POST as hentToken } from '#app/api/v1/token/route.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import { nyKlient, trekkKlient } from '#lib/grunnlag/api-klient-service.ts';
import { hentRegisterimport, hentRegisterimporter } from '#lib/oppdrag/register-import-service.ts';
import type { Registersvar } from '#lib/oppdrag/register-api-schema.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from './oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from './oppsett/liten-kommune.ts';

const HEMMELIGHET = 'sph_register';
const avtrykk = (t: string): string => createHash('sha256').update(t).digest('hex');
let k: LitenKommune;
let [sysansvarlig, leder]: Utforende[] = [];
let [registerKode, besokKode, snartKode] = ['', '', ''];

const ny = async (omfang: 'BESOK' | 'REGISTER', enheter: number[] = [], perMinutt = 1000) => withKommune(sysansvarlig as Utforende, (tx) => nyKlient(tx, { navn: 'Fagsystemet', system: 'PROFIL', omfang, enheter, perMinutt, hash: avtrykk(HEMMELIGHET) }));
const kodeAv = (svar: Awaited<ReturnType<typeof ny>>): string => (svar.ok ? svar.verdi.kode : '');

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await lagLitenKommune(2);
  sysansvarlig = { ...k.controller, rolle: 'systemansvarlig' };
  leder = { ...k.saksbehandler, rolle: 'bestillerleder' };
  [registerKode, besokKode, snartKode] = [kodeAv(await ny('REGISTER')), kodeAv(await ny('BESOK')), kodeAv(await ny('REGISTER', [], 3))];
});
afterAll(lukkPool);

async function token(kode: string): Promise<string> {
  const svar = await hentToken(new Request('http://x/api/v1/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: kode, client_secret: HEMMELIGHET }) }));
  return svar.status === 200 ? ((await svar.json()) as { access_token: string }).access_token : String(svar.status);
}
type Svar = { status: number; svar: Registersvar & { kode?: string }; hoder: Headers; tekst: string };
async function send(t: string, rader: unknown, nokkel: string = crypto.randomUUID()): Promise<Svar> {
  const svar = await sendRegister(new Request('http://x/api/v1/register', { method: 'POST', headers: { authorization: `Bearer ${t}`, 'idempotency-key': nokkel }, body: typeof rader === 'string' ? rader : JSON.stringify({ rader }) }));
  const tekst = await svar.text();
  return { status: svar.status, svar: JSON.parse(tekst) as Svar['svar'], hoder: svar.headers, tekst };
}

const VEKTER = [[3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]] as const;
/** Real control digits, born 3 April 1938; this kommune is no demo. */
function nummer(nr: number): string {
  for (let n = nr * 20; ; n += 1) {
    const ni = `030438${String(n).padStart(3, '0')}`;
    const siffer = (tekst: string, vekter: readonly number[]): number => (11 - (vekter.reduce((sum, v, i) => sum + v * Number(tekst[i]), 0) % 11)) % 11;
    const k1 = siffer(ni, VEKTER[0]);
    const k2 = siffer(`${ni}${k1}`, VEKTER[1]);
    if (k1 < 10 && k2 < 10) return `${ni}${k1}${k2}`;
  }
}
const fram = leggTilDager(iDag(), 300);
const rad = (nr: number, mer: object = {}) => ({ fodselsnummer: nummer(nr), fornavn: 'Prøve', etternavn: `Person${nr}`, fodselsdato: '1938-04-03', kildeId: `V-${nr}`, tjeneste: 'Hjemmesykepleie', enhet: 'NORD', minutter: 180, fom: '2025-01-01', tom: fram, ...mer });
const vedtak = () => lesKommune(leder as Utforende, (tx) => tx.alle<{ kilde_id: string; kilde: string; tom: string | null; oppdrag: number }>(sql`
  select v.kilde_id, v.kilde, w.tom, (select count(*)::int from oppdrag o where o.vedtak_id = v.id) oppdrag from vedtak v join vedtak_virkning w on w.vedtak_id = v.id and w.gjeldende where v.kommune_id = 1 and v.kilde = 'PROFIL' order by v.kilde_id`));

describe('the scope', () => {
  test('a register is of the whole kommune, so no units can be chosen for it', async () => {
    expect(await ny('REGISTER', [k.nord])).toMatchObject({ ok: false, feil: [{ grunn: 'registerUtenEnheter' }] });
  });
  test('one for visits sends no register, and one for registers sends no visits and reads nothing', async () => {
    expect(await send(await token(besokKode), [rad(1)])).toMatchObject({ status: 403, svar: { kode: 'UTENFOR_OMFANG' } });
    const hoder = { authorization: `Bearer ${await token(registerKode)}`, 'idempotency-key': crypto.randomUUID() };
    expect((await sendBesok(new Request('http://x/api/v1/besok', { method: 'POST', headers: hoder, body: '{"besok":[{}]}' }))).status).toBe(403);
    expect((await oppdrag(new Request('http://x/api/v1/oppdrag', { headers: hoder }))).status).toBe(403);
    expect(await vedtak()).toEqual([]);
  });
  test('without a token, without a key, without JSON, with nothing and with too much', async () => {
    const t = await token(registerKode);
    expect([(await send('spt-1-x', [rad(1)])).status, (await send(t, [rad(1)], 'kort')).status, (await send(t, '{')).status, (await send(t, [])).status]).toEqual([401, 400, 400, 400]);
    expect((await send(t, Array.from({ length: 501 }, () => rad(1)))).svar.kode).toBe('UGYLDIG');
    expect((await send(t, 'x'.repeat(1_048_577))).status).toBe(413);
  });
  test('is counted a minute, and told when to come back', async () => {
    const t = await token(snartKode);
    // three a minute: of eight requests, four are of the same minute, whenever the clock turns
    const statuser: number[] = [];
    for (let i = 0; i < 7; i += 1) statuser.push((await send(t, [])).status);
    expect(statuser).toContain(429);
  });
});

describe('a delivery', () => {
  test('takes in what is whole, and answers for every row without persons', async () => {
    const svar = await send(await token(registerKode), [rad(1), rad(2, { tom: undefined }), rad(3, { enhet: 'Vest', minutter: undefined }), rad(4, { fodselsnummer: '03043812345' }), { fornavn: 'Bare' }, rad(5, { gradering: 'FORTROLIG' }), rad(6, { kildeId: undefined, tjeneste: undefined, enhet: undefined, minutter: undefined, fom: undefined, tom: undefined })]);
    expect(svar.status).toBe(200);
    expect(svar.svar.antall).toEqual({ ny: 3, endret: 0, lik: 0, rettes: 4 });
    expect(svar.svar.resultat.map((r) => [r.utfall, r.mangler.map((m) => m.kode)])).toEqual([
      ['NY', []], ['NY', ['MANGLER_SLUTT']], ['RETTES', ['UKJENT_ENHET', 'UTEN_OMFANG']], ['RETTES', ['NUMMER']], ['RETTES', ['CELLE']], ['RETTES', ['SKJERMES']], ['NY', []],
    ]);
    expect(svar.tekst).not.toMatch(/Person\d|030438/);
    expect(await vedtak()).toMatchObject([{ kilde_id: 'V-1', kilde: 'PROFIL', tom: fram, oppdrag: 1 }, { kilde_id: 'V-2', tom: null, oppdrag: 1 }]);
  });

  test('the same again does nothing; an earlier end shortens; more on the same id is to be mended', async () => {
    const t = await token(registerKode);
    const igjen = await send(t, [rad(1), rad(2, { tom: undefined })]);
    expect(igjen.svar.antall).toEqual({ ny: 0, endret: 0, lik: 2, rettes: 0 });
    const tidligere = leggTilDager(iDag(), 30);
    expect((await send(t, [rad(1, { tom: tidligere })])).svar.antall).toMatchObject({ endret: 1 });
    expect((await send(t, [rad(1, { tom: tidligere, minutter: 240 })])).svar.resultat[0]?.mangler[0]?.kode).toBe('ENDRET_OMFANG');
    expect((await vedtak())[0]?.tom).toBe(tidligere);
  });

  test('the same key gives the first answer, with other content a refusal; two at once give one vedtak', async () => {
    const t = await token(registerKode);
    const nokkel = crypto.randomUUID();
    const [a, b] = await Promise.all([send(t, [rad(7)], nokkel), send(t, [rad(7)], nokkel)]);
    expect(a.svar).toEqual(b.svar);
    expect([a, b].filter((s) => s.hoder.get('idempotent-replayed') === 'true')).toHaveLength(1);
    expect(await send(t, [rad(8)], nokkel)).toMatchObject({ status: 422, svar: { kode: 'NOKKEL_BRUKT' } });
    const like = await Promise.all([send(t, [rad(9)]), send(t, [rad(9)])]);
    expect(like.map((s) => s.svar.resultat[0]?.utfall).toSorted()).toEqual(['LIK', 'NY']);
    expect((await vedtak()).filter((v) => v.kilde_id === 'V-9')).toHaveLength(1);
  });

  test('what must be mended stands on the purchaser’s list, and only there; the log has the client', async () => {
    const importer = await lesKommune(leder as Utforende, hentRegisterimporter);
    const forste = importer.at(-1);
    expect(forste).toMatchObject({ filnavn: 'API: PROFIL', status: 'TATT_INN', fraSystem: true, tall: { RETTES: 4 } });
    const side = await lesKommune(leder as Utforende, (tx) => hentRegisterimport(tx, forste?.id ?? 0, 'nb'));
    expect(side?.rydd.map((r) => r.mangler)).toEqual(expect.arrayContaining([['SKJERMES'], ['CELLE'], ['UKJENT_ENHET', 'UTEN_OMFANG']]));
    expect(await lesKommune(sysansvarlig as Utforende, hentRegisterimporter)).toEqual([]);
    const logg = await lesKommune({ ...k.controller, rolle: 'revisor' }, (tx) => tx.alle<{ grunn: string }>(sql`select grunn from logg where handling = 'API_LEVERANSE'`));
    expect(new Set(logg.map((l) => l.grunn))).toEqual(new Set([registerKode]));
  });

  test('a shielded recipient of the same number is neither touched nor shown', async () => {
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) values (990, 1, 'M-990', 1938, true);
      insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, grunn) values (1, 990, ${k.saksbehandler.kontoId}, '2020-01-01', 'x');
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (990, 1, 'Skjult', 'Person', '1938-04-03', '${nummer(20)}')`));
    const svar = await send(await token(registerKode), [rad(20)]);
    expect(svar.svar.resultat[0]).toMatchObject({ utfall: 'RETTES', mangler: [{ kode: 'UTILGJENGELIG' }] });
    expect((await vedtak()).some((v) => v.kilde_id === 'V-20')).toBe(false);
  });

  test('ends at once when the access is withdrawn', async () => {
    const t = await token(registerKode);
    const id = (await lesKommune(sysansvarlig as Utforende, (tx) => tx.en<{ id: number }>(sql`select id from api_klient where kode = ${registerKode}`)))?.id ?? 0;
    await withKommune(sysansvarlig as Utforende, (tx) => trekkKlient(tx, { klientId: id }));
    expect((await send(t, [rad(30)])).status).toBe(401);
  });
});
