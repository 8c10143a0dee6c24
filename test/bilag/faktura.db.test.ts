import { afterAll, beforeAll, expect, test } from 'vitest';
import { hentBilag } from '#lib/bilag/bilag-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { finnAvsatt } from '#lib/bilag/faktura-repo.ts';
import { avvisFaktura, godkjennFaktura, hentFaktura, leggTilLeverandor, matchPaNytt, taImotFaktura, ventendeFakturaer } from '#lib/bilag/faktura-service.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { sql } from '#lib/server/sql.ts';
import { byggEhf, type Ehf } from './ehf.ts';
import { bokfor, lagLitenHovedbok, type LitenHovedbok, medSuper } from './liten-hovedbok.ts';

let k: LitenHovedbok;
let annen: Utforende;
const LINJE = { antall: '12.50', pris: '645.00', belop: '8062.50' };
const BESOK = { vare: 'HJEMMESYKEPLEIE/besok', enhet: 'EA', antall: '3', pris: '46.00', belop: '138.00' };

afterAll(lukkPool);
beforeAll(async () => {
  k = await lagLitenHovedbok(350);
  annen = { ...k.controller, kontoId: k.controller2 };
  await medSuper(async (db) => {
    await db.query(`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert) values ($1, $2, $3, 'HJEMMESYKEPLEIE', 'x', '2026-01-01', 'FATTET', now())`, [k.kommuneId, k.vedtak, k.mottaker]);
    await db.query(`insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values ($1, $2, $3, $4, '2026-01-01', '{}', now())`, [k.kommuneId, k.vedtak, k.mottaker, k.privat]);
    await bokfor(db, k, [{ enhet: k.privat, ore: 800_000, volum: '12.4', pris: 64_500 }, { enhet: k.privat, ore: 13_800, volum: '3', pris: 4_600, komponent: 'besok' }]);
    // a correction on top: the invoice is compared with the sum
    await bokfor(db, k, [{ enhet: k.privat, ore: 6_250, volum: '0.1', pris: 64_500 }]);
  });
});

const taImot = (f: Ehf) => withKommune(k.controller, (tx) => taImotFaktura(tx, byggEhf(f)));
async function tatt(f: Ehf): Promise<number> {
  const svar = await taImot(f);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}
const grunnFor = async (svar: Promise<{ ok: true } | { ok: false; feil: readonly { grunn: string }[] }>) => {
  const s = await svar;
  return s.ok ? 'ok' : s.feil[0]?.grunn;
};

test('from file to payment: matched, approved by another person, off what was set aside, and never with a name', async () => {
  const id = await tatt({ nummer: 'A-1', linjer: [LINJE, BESOK, { ...LINJE, navn: 'Solveig Haugland 14824100350' }] });
  const f = await lesKommune(k.controller, (tx) => hentFaktura(tx, id, 'nb'));
  expect(f?.linjer.map((l) => [l.linjenr, l.grunn ?? l.utfall])).toEqual([[3, 'PERSONNUMMER'], [1, 'GODKJENT'], [2, 'GODKJENT']]);
  expect(f).toMatchObject({ enhet: 'Privat AS', godkjentOre: 820_050, antallGodkjent: 2, egen: true });
  expect(await lesKommune(k.controller, ventendeFakturaer)).toMatchObject([{ slag: 'FAKTURA', id, belopOre: 820_050, foreslattAv: k.controller.kontoId }]);

  expect(await grunnFor(withKommune(k.controller, (tx) => godkjennFaktura(tx, id, 820_050)))).toBe('SAMME_PERSON');
  expect(await grunnFor(withKommune(annen, (tx) => godkjennFaktura(tx, id, 1)))).toBe('ENDRET_SIDEN');
  const svar = await withKommune(annen, (tx) => godkjennFaktura(tx, id, 820_050));
  const bilag = await lesKommune(k.controller, (tx) => hentBilag(tx, svar.ok ? svar.verdi : 0));
  expect(bilag).toMatchObject({ slag: 'FAKTURA', fakturaId: id, kontroll: { restOre: 0 } });
  expect(bilag?.poster.map((p) => [p.side, p.art, p.belopOre, p.tekst])).toEqual([['PALOPT', '23270', 820_050, 'Faktura A-1 PRIV'], ['GJELD', '23240', -820_050, 'Faktura A-1 PRIV']]);
  expect(await grunnFor(withKommune(annen, (tx) => godkjennFaktura(tx, id, 820_050)))).toBe('ALT_GODKJENT');
  expect(await lesKommune(k.controller, (tx) => finnAvsatt(tx, '2026-10' as Maned))).toMatchObject([{ maned: '2026-10', avregnetOre: 820_050, godkjentOre: 820_050 }]);

  const alt = await medSuper(async (db) => JSON.stringify((await db.query(`select to_jsonb(f) from faktura f where kommune_id = $1 union all select to_jsonb(l) from faktura_linje l where kommune_id = $1`, [k.kommuneId])).rows));
  expect(alt).not.toMatch(/Solveig|Haugland|14824100350|15032080119|Takk/);
});

test('the same number from the same supplier is refused, also when sent twice at once; so are the same hours under another number', async () => {
  expect(await grunnFor(taImot({ nummer: 'A-1', linjer: [LINJE] }))).toBe('DUBLETT');
  const samtidig = await Promise.all([taImot({ nummer: 'A-2', linjer: [LINJE] }), taImot({ nummer: 'A-2', linjer: [LINJE] })]);
  expect(samtidig.filter((s) => s.ok)).toHaveLength(1);
  const [forste] = samtidig.filter((s) => s.ok);
  const f = await lesKommune(k.controller, (tx) => hentFaktura(tx, forste?.ok ? forste.verdi : 0, 'nb'));
  expect(f?.linjer.map((l) => l.grunn)).toEqual(['ALLEREDE_FAKTURERT']);
  expect(await grunnFor(withKommune(annen, (tx) => godkjennFaktura(tx, f?.id ?? 0, 0)))).toBe('INGENTING_A_GODKJENNE');
});

test('what is held for a month that is not settled agrees when it is, and is compared anew', async () => {
  const id = await tatt({ nummer: 'A-3', linjer: [{ ...LINJE, fra: '2026-11-01', til: '2026-11-30', antall: '2.00', belop: '1290.00' }] });
  const grunn = async () => (await lesKommune(k.controller, (tx) => hentFaktura(tx, id, 'nb')))?.linjer.map((l) => l.grunn ?? l.utfall)[0];
  expect(await grunn()).toBe('IKKE_AVREGNET');
  await medSuper(async (db) => {
    await db.query(`insert into maned_status (kommune_id, maned, status, endret) values ($1, '2026-11', 'AVREGNET', now())`, [k.kommuneId]);
    await bokfor(db, k, [{ enhet: k.privat, ore: 129_000, volum: '2', pris: 64_500, gjelder: '2026-11', bokfort: '2026-11' }]);
  });
  await withKommune(k.controller, (tx) => matchPaNytt(tx, id));
  expect(await grunn()).toBe('GODKJENT');
});

test('a file that is not a known supplier’s, or is unsafe, leaves nothing', async () => {
  expect(await grunnFor(taImot({ orgnr: '999999999', nummer: 'B-1', linjer: [LINJE] }))).toBe('UKJENT_LEVERANDOR');
  expect(await grunnFor(withKommune(k.controller, (tx) => taImotFaktura(tx, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')))).toBe('DOCTYPE');
  expect(await grunnFor(withKommune(k.controller, (tx) => leggTilLeverandor(tx, k.nord, '313000017')))).toBe('IKKE_PRIVAT');
  expect(await grunnFor(withKommune(k.controller, (tx) => leggTilLeverandor(tx, k.privat, '313000009')))).toBe('LEVERANDOR_FINNES');
});

test('an invoice turned down frees its hours, keeps its number, and stands', async () => {
  await medSuper((db) => bokfor(db, k, [{ enhet: k.privat, ore: 64_500, volum: '1', pris: 64_500, gjelder: '2026-11', bokfort: '2026-11' }]));
  const november = { ...LINJE, fra: '2026-11-01', til: '2026-11-30', antall: '1.00', belop: '645.00' };
  const id = await tatt({ nummer: 'C-1', linjer: [november] });
  const utfall = async (faktura: number) => (await lesKommune(k.controller, (tx) => hentFaktura(tx, faktura, 'nb')))?.linjer.map((l) => l.grunn ?? l.utfall)[0];
  expect(await utfall(id)).toBe('GODKJENT');
  const andre = await tatt({ nummer: 'C-2', linjer: [november] });
  expect(await utfall(andre)).toBe('ALLEREDE_FAKTURERT');
  await withKommune(k.controller, (tx) => avvisFaktura(tx, id, 'Sendt to ganger'));
  await withKommune(k.controller, (tx) => matchPaNytt(tx, andre));
  expect(await utfall(andre)).toBe('GODKJENT');
  expect(await grunnFor(withKommune(annen, (tx) => godkjennFaktura(tx, id, 64_500)))).toBe('ALT_GODKJENT');
  expect(await grunnFor(taImot({ nummer: 'C-1', linjer: [november] }))).toBe('DUBLETT');
});

test('the database keeps two persons apart, and an approved invoice as it was', async () => {
  const id = await tatt({ nummer: 'A-4', linjer: [LINJE] });
  await expect(withKommune(k.controller, (tx) => tx.kjor(sql`update faktura set status = 'GODKJENT', godkjent = now(), godkjent_av = ${k.controller.kontoId} where kommune_id = ${k.kommuneId} and id = ${id}`))).rejects.toMatchObject({ constraint: 'faktura_to_personer' });
  await expect(medSuper((db) => db.query(`update faktura_linje set grunn = 'x', utfall = 'HOLDT' where kommune_id = $1 and faktura_id = (select id from faktura where kommune_id = $1 and nummer = 'A-1')`, [k.kommuneId]))).rejects.toMatchObject({ constraint: 'faktura_uforanderlig' });
});
