import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hentBilag, hentBilagsoversikt, lagBilag, reverserBilag } from '#lib/bilag/bilag-service.ts';
import { hentBilagsfil } from '#lib/bilag/bilagsfil-service.ts';
import { endRegel, leggTilRegel } from '#lib/bilag/kontering-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, lesKommune, type Tx, withKommune } from '#lib/server/transaksjon.ts';
import { sql } from '#lib/server/sql.ts';
import { bokfor, lagLitenHovedbok, type LitenHovedbok, medSuper } from './liten-hovedbok.ts';

const OKT = '2026-10' as Maned;
let k: LitenHovedbok;
let nr = 300;
afterAll(lukkPool);
beforeAll(async () => {
  k = await ny();
});

async function ny(): Promise<LitenHovedbok> {
  const liten = await lagLitenHovedbok((nr += 1));
  await medSuper((db) => bokfor(db, liten, [{ enhet: liten.nord, ore: 100_000 }, { enhet: liten.nord, ore: -20_000, komponent: 'besok' }, { enhet: liten.sor, ore: 50_000 }, { enhet: liten.privat, ore: 30_000 }, { enhet: liten.nord, ore: 700, vedtak: null, komponent: 'manuell/1' }]));
  return liten;
}

/** As the pipeline does it: a refusal undoes everything. */
async function utfort<T>(hvem: LitenHovedbok['controller'], arbeid: (tx: Tx) => Promise<{ ok: true; verdi: T } | { ok: false; feil: readonly { grunn: string }[] }>): Promise<T | string> {
  try {
    return await withKommune(hvem, async (tx) => {
      const svar = await arbeid(tx);
      if (!svar.ok) throw new Angre(svar.feil[0]?.grunn);
      return svar.verdi;
    });
  } catch (feil) {
    if (feil instanceof Angre) return String(feil.verdi);
    throw feil;
  }
}
const lag = (hb: LitenHovedbok) => utfort(hb.controller, (tx) => lagBilag(tx, OKT));
const oktober = async (hb: LitenHovedbok) => (await lesKommune(hb.controller, hentBilagsoversikt)).maneder.find((m) => m.maned === OKT);

describe('making vouchers', () => {
  test('the month’s lines are in one internal voucher and one for the private provider, and the sums are the ledger’s', async () => {
    const ider = await lag(k);
    expect(ider).toHaveLength(2);
    const [intern, avsetning] = await lesKommune(k.controller, async (tx) => [await hentBilag(tx, Number(ider[0])), await hentBilag(tx, Number(ider[1]))]);
    expect(intern).toMatchObject({ slag: 'INTERN', antallLinjer: 4, belopOre: 130_700, kontroll: { debetOre: 130_700, kreditOre: 130_700, restOre: 0 } });
    expect(intern?.poster.map((p) => [p.side, p.enhet, p.belopOre, p.tekst])).toEqual([
      ['BESTILLER', null, 130_700, 'Avregning 2026-10'], ['UTFORER', 'Nord', -80_700, 'Avregning 2026-10 NORD'], ['UTFORER', 'Sør', -50_000, 'Avregning 2026-10 SOR'],
    ]);
    expect(avsetning).toMatchObject({ slag: 'AVSETNING', antallLinjer: 1, belopOre: 30_000 });
    expect(await oktober(k)).toMatchObject({ restLinjer: 0, restOre: 0, bokfortOre: 160_700, utfortOre: 160_700 });
  });

  test('a second export carries only what has come since', async () => {
    expect(await lag(k)).toBe('INGEN_NYE_LINJER');
    await medSuper((db) => bokfor(db, k, [{ enhet: k.sor, ore: -1_234, gjelder: '2026-09' }]));
    expect(await oktober(k)).toMatchObject({ restLinjer: 1, restOre: -1_234 });
    const ider = await lag(k);
    const nytt = await lesKommune(k.controller, (tx) => hentBilag(tx, Number(ider[0])));
    expect(nytt).toMatchObject({ antallLinjer: 1, belopOre: -1_234 });
    expect(nytt?.poster.map((p) => [p.side, p.belopOre])).toEqual([['BESTILLER', -1_234], ['UTFORER', 1_234]]);
  });

  test('two exports at once: one gets the lines, the other finds nothing', async () => {
    const hb = await ny();
    const svar = await Promise.all([lag(hb), lag(hb), lag(hb)]);
    expect(svar.filter((s) => s === 'INGEN_NYE_LINJER')).toHaveLength(2);
    const dobbelt = await medSuper((db) => db.query(`select linje_id from bilag_linje where kommune_id = $1 group by 1 having count(*) > 1`, [hb.kommuneId]));
    expect(dobbelt.rowCount).toBe(0);
  });

  test('an open month, and a line without its rule, give no voucher', async () => {
    const hb = await ny();
    expect(await utfort(hb.controller, (tx) => lagBilag(tx, '2026-11' as Maned))).toBe('IKKE_AVREGNET');
    await medSuper((db) => db.query(`update kontering set tom_maned = '2026-09' where kommune_id = $1 and felt = 'ANSVAR_UTFORER'`, [hb.kommuneId]));
    expect(await lag(hb)).toBe('KONTERING_MANGLER');
    expect(await oktober(hb)).toMatchObject({ bilag: [], restLinjer: 5 });
  });
});

describe('a voucher stands', () => {
  test('downloaded again it is the same, and the download is logged', async () => {
    const hb = await ny();
    const ider = await lag(hb);
    const hent = (kode: string) => withKommune(hb.controller, async (tx) => {
      const fil = await hentBilagsfil(tx, Number(ider[0]), kode);
      return fil?.ok ? fil.verdi.innhold : null;
    });
    for (const kode of ['visma-csv-1', 'gl07-fast-1', 'regneark-1']) {
      const forste = await hent(kode);
      expect(forste?.length).toBeGreaterThan(100);
      expect(forste?.equals((await hent(kode)) ?? Buffer.from(''))).toBe(true);
      expect(forste?.toString('latin1')).not.toMatch(/Haugland|V-2026|M-\d/);
    }
    expect(await hent('finnes-ikke')).toBeNull();
    const logg = await medSuper((db) => db.query(`select 1 from logg where kommune_id = $1 and handling = 'LAST_NED_BILAG'`, [hb.kommuneId]));
    expect(logg.rowCount).toBe(6);
  });

  test('nothing in it can be changed, also by whoever owns the tables', async () => {
    const hb = await ny();
    await lag(hb);
    for (const tekst of ['update bilag set belop_ore = 1', 'delete from bilag', 'update bilag_post set art = $$290$$', 'delete from bilag_post', 'update bilag_linje set gjeldende = false', 'delete from bilag_linje']) {
      await expect(medSuper((db) => db.query(`${tekst} where kommune_id = ${hb.kommuneId}`))).rejects.toMatchObject({ code: '23000' });
    }
  });

  test('an entry that brings it out of balance is refused by the database', async () => {
    const hb = await ny();
    const [id] = (await lag(hb)) as number[];
    const post = (funksjon: string, ore: number, linjenr: number) => sql`insert into bilag_post (kommune_id, bilag_id, linjenr, side, ansvar, funksjon, art, prosjekt, tekst, belop_ore)
      values (${hb.kommuneId}, ${id}, ${linjenr}, 'BESTILLER', '1', ${funksjon}, '1', '', '', ${ore})`;
    await expect(withKommune(hb.controller, (tx) => tx.kjor(post('254', 1, 90)))).rejects.toMatchObject({ constraint: 'bilag_gar_opp' });
    // in balance as a whole, but not by function
    await expect(withKommune(hb.controller, async (tx) => (await tx.kjor(post('254', 1, 90))) + (await tx.kjor(post('253', -1, 91))))).rejects.toMatchObject({ constraint: 'bilag_gar_opp' });
  });
});

describe('a reversal', () => {
  test('is a new voucher the other way, frees the lines for a new one, and is done once', async () => {
    const hb = await ny();
    const [id] = (await lag(hb)) as number[];
    const reverser = () => utfort(hb.controller, (tx) => reverserBilag(tx, Number(id), 'Feil ansvar'));
    const svar = await Promise.all([reverser(), reverser()]);
    expect(svar.filter((s) => s === 'ALT_REVERSERT')).toHaveLength(1);
    const ny2 = svar.find((s) => typeof s === 'number');
    const [gammel, motsatt] = await lesKommune(hb.controller, async (tx) => [await hentBilag(tx, Number(id)), await hentBilag(tx, Number(ny2))]);
    expect(motsatt).toMatchObject({ belopOre: -130_700, reverserer: true, grunn: 'Feil ansvar' });
    expect(motsatt?.poster.map((p) => p.belopOre)).toEqual(gammel?.poster.map((p) => -p.belopOre));
    expect(await oktober(hb)).toMatchObject({ restLinjer: 4, restOre: 130_700 });
    expect(await utfort(hb.controller, (tx) => reverserBilag(tx, Number(ny2), 'igjen'))).toBe('ER_REVERSERING');
    expect(await lag(hb)).toHaveLength(1);
    expect(await oktober(hb)).toMatchObject({ restLinjer: 0 });
  });
});

describe('the mapping', () => {
  const regel = (verdi: string, fom: string) => ({ felt: 'ART' as const, verdi, enhetId: null, tjeneste: null, komponent: null, gruppe: null, fomManed: fom as Maned, tomManed: null });

  test('two rules with the same conditions never meet: the old one is ended first, and then it stands', async () => {
    const hb = await ny();
    expect(await utfort(hb.controller, (tx) => leggTilRegel(tx, regel('20000', '2026-10')))).toBe('REGEL_FINNES');
    const id = await medSuper(async (db) => (await db.query<{ id: number }>(`select id from kontering where kommune_id = $1 and felt = 'ART' and gruppe is null`, [hb.kommuneId])).rows[0]?.id ?? 0);
    expect(await utfort(hb.controller, (tx) => endRegel(tx, id, '2026-09' as Maned))).toBeNull();
    expect(await utfort(hb.controller, (tx) => leggTilRegel(tx, regel('20000', '2026-10')))).toBeGreaterThan(0);
    expect(await utfort(hb.controller, (tx) => endRegel(tx, id, '2026-12' as Maned))).toBe('REGEL_FINNES');
    await expect(withKommune(hb.controller, (tx) => tx.kjor(sql`update kontering set verdi = '1' where kommune_id = ${hb.kommuneId}`))).rejects.toMatchObject({ code: '42501' });
    await expect(medSuper((db) => db.query(`insert into kontering (kommune_id, felt, verdi, fom_maned, registrert) values ($1, 'ART', '29000', '2030-01', now())`, [hb.kommuneId]))).rejects.toMatchObject({ constraint: 'kontering_ikke_internkjop' });
  });
});
