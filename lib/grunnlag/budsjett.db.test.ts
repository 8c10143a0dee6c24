import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finnGjeldendeBudsjett } from '#lib/grunnlag/budsjett-repo.ts';
import { foreslaBudsjett, hentBudsjett, hentBudsjettutkast, lagreBudsjettdel, sendBudsjettTilbake, startBudsjett, vedtaBudsjett, ventendeBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { lagLitenKommune, type LitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let radmann: Utforende;
const NY = { ar: 2027, grunnlag: 'FJORARET', prisvekstProsent: '3', begrunnelse: 'Årets budsjett.', grupper: [] } as const;
const SAK = { saksnr: '2026/118', vedtattDato: '2026-12-15' };

beforeAll(async () => {
  k = await lagLitenKommune(41);
  await lagLitenKommune(42);
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into konto (id, kommune_id, navn) values (4190, 41, 'Råd Mann')`));
  radmann = { kommuneId: 41, kontoId: 4190, rolle: 'radmann', enheter: null };
  await withKommune(k.controller, async (tx) => {
    await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (41, 41, 'hjemme', 'Hjemme', '2026-01')`);
    for (let m = 1; m <= 12; m += 1) {
      const maned = `2026-${String(m).padStart(2, '0')}`;
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (41, ${maned}, 'AVREGNET', now())`);
      await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
        values (41, 1, 41, ${k.nord}, 'time', 'HJEMMESYKEPLEIE', ${maned}, ${maned}, 20, ${m === 7 ? 50 : 100}, ${(m === 7 ? 50 : 100) * 60_000})`);
    }
  });
});
afterAll(lukkPool);

const start = (hva: Parameters<typeof startBudsjett>[1] = NY) => withKommune(k.controller, (tx) => startBudsjett(tx, hva));

describe('a year’s budget', () => {
  let id = 0;

  test('starts from what was delivered, with its season and price growth', async () => {
    const svar = await start();
    if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
    id = svar.verdi.id;
    const side = await lesKommune(k.controller, (tx) => hentBudsjettutkast(tx, id, 'volum'));
    expect(side?.rader[0]?.celler.slice(5, 8)).toEqual(['100', '50', '100']);
    expect(side?.sum.bestillerOre).toBe(1150 * 61_800);
  });

  test('a draft is read by nobody’s board, and one of a year is open at a time', async () => {
    expect((await lesKommune(radmann, (tx) => hentBudsjett(tx, 2027))).gjeldende.bestillerOre).toBe(0);
    expect(await start()).toMatchObject({ ok: false, feil: [{ grunn: 'ET_ER_APENT' }] });
  });

  test('is written in, but never over what another has written', async () => {
    const rader = [{ nokkel: `41/time/${k.nord}`, celler: Array.from({ length: 12 }, () => '10,5') }];
    expect(await withKommune(k.controller, (tx) => lagreBudsjettdel(tx, { id, utgave: 1, del: 'volum', rader }))).toEqual({ ok: true, verdi: { utgave: 2 } });
    expect(await withKommune(k.controller, (tx) => lagreBudsjettdel(tx, { id, utgave: 1, del: 'volum', rader }))).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
    expect(await withKommune(k.controller, (tx) => lagreBudsjettdel(tx, { id, utgave: 2, del: 'volum', rader: [{ nokkel: `41/time/${k.nord}`, celler: Array.from({ length: 12 }, () => 'x') }] }))).toMatchObject({ ok: false });
    const poster = [{ nokkel: 'EGENBETALING', celler: Array.from({ length: 12 }, () => '-100') }];
    expect((await withKommune(k.controller, (tx) => lagreBudsjettdel(tx, { id, utgave: 2, del: 'poster', rader: poster }))).ok).toBe(true);
  });

  test('is decided by another person than the one who proposed it, and then holds', async () => {
    expect((await withKommune(k.controller, (tx) => foreslaBudsjett(tx, { id, utgave: 3, ...SAK }))).ok).toBe(true);
    expect((await lesKommune(radmann, ventendeBudsjett)).map((v) => [v.id, v.belopOre])).toEqual([[id, 126 * 61_800]]);
    expect(await withKommune(k.controller, (tx) => vedtaBudsjett(tx, { id, utgave: 3 }))).toMatchObject({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    expect(await withKommune(radmann, (tx) => vedtaBudsjett(tx, { id, utgave: 3 }))).toEqual({ ok: true, verdi: { versjon: 1 } });
    const side = await lesKommune(radmann, (tx) => hentBudsjett(tx, 2027));
    expect(side.gjeldende).toEqual({ bestillerOre: 126 * 61_800, enheterOre: 0, posterOre: -120_000 });
    expect(side.versjoner).toMatchObject([{ versjon: 1, saksnr: '2026/118', vedtattDato: '2026-12-15', foreslattAvNavn: 'Con Troller', godkjentAvNavn: 'Råd Mann' }]);
  });

  test('a revision is a new version: the original stands, and the board reads the newest', async () => {
    const svar = await start({ ...NY, grunnlag: 'GJELDENDE', prisvekstProsent: '0', begrunnelse: 'Revidert i juni.' });
    if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
    const ny = svar.verdi.id;
    await withKommune(k.controller, (tx) => lagreBudsjettdel(tx, { id: ny, utgave: 1, del: 'pris', rader: [{ nokkel: `41/time/${k.nord}`, celler: Array.from({ length: 12 }, () => '700') }] }));
    await withKommune(k.controller, (tx) => foreslaBudsjett(tx, { id: ny, utgave: 2, saksnr: '2027/31', vedtattDato: '2027-06-10' }));
    expect((await withKommune(radmann, (tx) => sendBudsjettTilbake(tx, { id: ny, grunn: 'Sjekk prisen.' }))).ok).toBe(true);
    expect((await withKommune(k.controller, (tx) => foreslaBudsjett(tx, { id: ny, utgave: 3, saksnr: '2027/31', vedtattDato: '2027-06-10' }))).ok).toBe(true);
    expect(await withKommune(radmann, (tx) => vedtaBudsjett(tx, { id: ny, utgave: 3 }))).toEqual({ ok: true, verdi: { versjon: 2 } });
    const side = await lesKommune(radmann, (tx) => hentBudsjett(tx, 2027));
    expect(side.versjoner.map((v) => [v.versjon, v.bestillerOre, v.endringOre])).toEqual([[2, 126 * 70_000, 126 * 8_200], [1, 126 * 61_800, 0]]);
    expect((await lesKommune(radmann, (tx) => finnGjeldendeBudsjett(tx, 2027, 1))).linjer[0]?.prisOre[0]).toBe(61_800);
  });

  test('nobody gets at a decided version, neither its rows nor its case', async () => {
    await expect(withKommune(k.controller, (tx) => tx.kjor(sql`delete from budsjett where kommune_id = 41 and versjon = 1`))).rejects.toThrow(/ny versjon/);
    await expect(withKommune(k.controller, (tx) => tx.kjor(sql`insert into budsjettpost (kommune_id, versjon, post, maned, ore) values (41, 1, 'BPA', '2027-01', 1)`))).rejects.toThrow(/ny versjon/);
    await expect(withKommune(k.controller, (tx) => tx.kjor(sql`update budsjettversjon set saksnr = 'x' where kommune_id = 41 and versjon = 1`))).rejects.toThrow(/ny versjon/);
  });

  test('the neighbour sees nothing of it', async () => {
    const side = await lesKommune({ ...radmann, kommuneId: 42 }, (tx) => hentBudsjett(tx, 2027));
    expect([side.versjoner.length, side.gjeldende.bestillerOre]).toEqual([0, 0]);
  });
});
