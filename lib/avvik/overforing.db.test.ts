import { describe, expect, test } from 'vitest';
import { hentArstall } from '#lib/avvik/arstall-service.ts';
import { hentOverforingskontroll } from '#lib/avvik/overforing-kontroll-service.ts';
import { hentOverforingsspor } from '#lib/avvik/overforing-spor-service.ts';
import { avvisOverforing, vedtaOverforing, ventendeOverforinger } from '#lib/avvik/overforing-service.ts';
import { manedFor } from '#lib/core/maned.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { AR, ARET, brukArsslutt, GRUNN, JANUAR, type Kommune, kjor, MILL, mill, NORD_UT, SOR_UT, som } from '../../test/avvik/liten-arsslutt.ts';

const { o, enTil, foresla, vedta, foreslatt, overforinger } = brukArsslutt(300);

describe('the year’s carry-over', () => {
  test('is proposed by the controller, decided by the rådmann, and posted once into January', async () => {
    const id = await foreslatt();
    expect(await lesKommune(o.k.radmann, ventendeOverforinger)).toMatchObject([{ id, belopOre: NORD_UT + SOR_UT, foreslattAv: o.k.controller.kontoId }]);
    expect(await overforinger()).toEqual([]);
    expect(await vedta(id)).toEqual({ antallLinjer: 2 });
    const ventet = [{ enhet: o.k.nord, belop: NORD_UT, maned: JANUAR, type: 'OVERFORING' }, { enhet: o.k.sor, belop: SOR_UT, maned: JANUAR, type: 'OVERFORING' }];
    expect(await overforinger()).toEqual(ventet);
    expect(await vedta(id)).toBe('ALLEREDE_AVGJORT');
    expect(await overforinger()).toEqual(ventet);
    expect(await lesKommune(o.k.radmann, ventendeOverforinger)).toEqual([]);
  });

  test('is in the charge of a month that is settled already, so that the month can be closed', async () => {
    await kjor(o.k, JANUAR);
    await vedta(await foreslatt());
    const { rows } = await o.db.query<{ ore: string }>(`select belastning_ore as ore from avregning where kommune_id = $1 and maned = $2 order by nummer desc limit 1`, [o.k.id, JANUAR]);
    expect(Number(rows[0]?.ore)).toBe(2 * MILL + NORD_UT + SOR_UT);
  });

  test('two tabs at once post it once', async () => {
    const id = await foreslatt();
    const svar = await Promise.all([vedta(id), vedta(id), vedta(id)]);
    expect(svar.filter((s) => typeof s !== 'string')).toHaveLength(1);
    expect(await overforinger()).toHaveLength(2);
  });

  test('two proposals of a year do not wait at once', async () => {
    const svar = await Promise.all([foresla(), foresla({}, o.k.annen)]);
    expect(svar.filter((s) => typeof s !== 'string')).toHaveLength(1);
    expect(await foresla()).toBe('HINDRET');
  });

  test('the run leaves it alone, also when it recomputes January', async () => {
    await vedta(await foreslatt());
    const for_ = await overforinger();
    await kjor(o.k, JANUAR);
    await kjor(o.k, JANUAR);
    expect(await overforinger()).toEqual(for_);
    const { rows } = await o.db.query<{ ore: string }>('select sum(belop_ore) as ore from avregning_sum where kommune_id = $1 and bokfort_maned = $2', [o.k.id, JANUAR]);
    expect(Number(rows[0]?.ore)).toBe(2 * MILL + NORD_UT + SOR_UT);
  });

  test('figures that moved after the proposal are refused, and nothing is posted', async () => {
    const id = await foreslatt();
    await o.db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '010', 1, 'T', 'sent')`, [o.k.id, o.k.sor, ARET[11]]);
    expect(await vedta(id)).toBe('TALLENE_ENDRET');
    expect(await overforinger()).toEqual([]);
    expect(await som(o.k.radmann, (tx) => avvisOverforing(tx, id, 'Regnskapet er endret.'))).toBeNull();
    expect(await vedta(await foreslatt())).toEqual({ antallLinjer: 2 });
  });

  test('the same person never decides, by rule and by database', async () => {
    const id = await foreslatt();
    expect(await vedta(id, { ...o.k.controller, rolle: 'radmann' })).toBe('SAMME_PERSON');
    await expect(o.db.query(`update overforing set status = 'VEDTATT', avgjort_av = foreslatt_av, avgjort = now() where id = $1`, [id])).rejects.toMatchObject({ constraint: 'overforing_to_personer' });
    expect(await som(o.k.annen, (tx) => avvisOverforing(tx, id, GRUNN))).toBe('IKKE_DIN');
  });

  test('a line nobody has decided does not enter the ledger', async () => {
    const linje = (belop: number, kode: string) =>
      o.db.query(`insert into avregning_linje (kommune_id, avregning_id, linjetype, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore) values ($1, 0, 'OVERFORING', $2, $3, $4, $5, $5, 1, $6, $6)`, [o.k.id, o.k.ordning, o.k.nord, kode, JANUAR, belop]);
    const id = await foreslatt();
    await expect(linje(NORD_UT, `overforing/${AR}/${id}`)).rejects.toMatchObject({ constraint: 'linje_er_vedtatt_overforing' });
    await vedta(id);
    await expect(linje(NORD_UT, `overforing/${AR}/${id}`)).rejects.toMatchObject({ code: '23505' });
    await expect(linje(1, `overforing/${AR}/0`)).rejects.toMatchObject({ code: '23514' });
  });

  test('a closed month takes no carry-over', async () => {
    await kjor(o.k, JANUAR);
    await o.db.query(`update maned_status set status = 'LUKKET' where kommune_id = $1 and maned = $2`, [o.k.id, JANUAR]);
    // in January there is no other month to post in
    expect(await foresla()).toBe(manedFor(iDag()) === JANUAR ? 'HINDRET' : 'MANED_LUKKET');
  });
});

describe('a correction', () => {
  test('points at the decision it corrects and posts the difference; the year together is the last decision', async () => {
    await vedta(await foreslatt());
    expect(await foresla()).toBe('INGEN_ENDRING');
    await o.db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '010', $4, 'T', 'sent')`, [o.k.id, o.k.sor, ARET[11], mill(0.1)]);
    const id = await foreslatt();
    expect((await o.db.query('select slag, retter_id is not null as peker from overforing where id = $1', [id])).rows).toEqual([{ slag: 'RETTING', peker: true }]);
    expect(await vedta(id)).toEqual({ antallLinjer: 1 });
    expect((await overforinger()).at(-1)).toMatchObject({ enhet: o.k.sor, belop: mill(-0.09) });
  });

  test('a reversal takes everything back, and what was decided stands', async () => {
    const id = await foreslatt();
    await vedta(id);
    await vedta(await foreslatt({ tilbakefor: true }));
    expect((await overforinger()).reduce((s, l) => s + l.belop, 0)).toBe(0);
    await expect(o.db.query(`update overforing set status = 'TRUKKET' where id = $1`, [id])).rejects.toMatchObject({ constraint: 'overforing_star' });
    await expect(o.db.query('update overforing_enhet set bokfores_ore = 0 where overforing_id = $1', [id])).rejects.toMatchObject({ constraint: 'overforing_enhet_uforanderlig' });
  });
});

describe('who sees what', () => {
  test('a unit sees its own figures, another kommune none', async () => {
    await vedta(await foreslatt());
    const min = await lesKommune(o.k.leder, (tx) => hentArstall(tx, AR));
    expect(min.enheter.map((e) => e.enhetId)).toEqual([o.k.sor]);
    const kode = `overforing/${AR}/${await foreslattHos(o.k)}`;
    expect(await hentOverforingsspor(o.k.leder, kode, o.k.sor)).toMatchObject({ vedtak: { ar: AR }, linje: { bokforesOre: SOR_UT } });
    expect(await hentOverforingsspor(o.k.leder, kode, o.k.nord)).toBeNull();
    const [fremmed, id] = [await enTil([]), await foreslattHos(o.k)];
    expect(await som(fremmed.radmann, (tx) => vedtaOverforing(tx, id))).toBe('FINNES_IKKE');
    expect((await lesKommune(fremmed.radmann, (tx) => hentArstall(tx, AR))).overforinger).toEqual([]);
  });
  async function foreslattHos(kom: Kommune): Promise<number> {
    return (await o.db.query<{ id: number }>('select max(id) as id from overforing where kommune_id = $1', [kom.id])).rows[0]?.id ?? 0;
  }
});

test('the downloaded case gives the same figures in the control calculation', async () => {
  await vedta(await foreslatt());
  const [sak, { linjer }] = await lesKommune(o.k.controller, async (tx) => [await hentOverforingskontroll(tx, AR, o.k.ordning), await hentArstall(tx, AR)] as const);
  const svar = kontroller('overforing', JSON.stringify(sak));
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  const ut = svar.verdi as { enheter: { enhet: string; resultatOre: number; overforesOre: number; kommunenDekkerOre: number }[] };
  expect(ut.enheter).toEqual([
    ['NORD', o.k.nord] as const,
    ['SOR', o.k.sor] as const,
  ].map(([enhet, id]) => {
    const l = linjer.find((x) => x.enhetId === id);
    return { enhet, resultatOre: l?.resultatOre, overforesOre: l?.overforesOre, kommunenDekkerOre: l?.kommunenDekkerOre };
  }));
});
