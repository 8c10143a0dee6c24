import { afterAll, beforeAll, expect, test } from 'vitest';
import { maned, manederFraTil } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { hentIgjen, hentRammegruppe, hentRammegrunnlag, hentRammeliste, lagBestillerramme } from './bestillerramme-service.ts';
import { lesRammevalg } from './bestillerramme-view.ts';
import { hentEgenposter } from './egenposter-service.ts';
import { hentOversikt } from './oversikt-service.ts';
import { hentPrognose } from './prognose-service.ts';
import { simulerRamme } from './rammesimulering-service.ts';

let leder: Utforende;
let naboen: Utforende;
const som = (k: LitenKommune): Utforende => ({ kommuneId: k.kommuneId, kontoId: null, rolle: 'bestillerleder', enheter: null });
const NI = manederFraTil(maned('2026-01'), maned('2026-09'));

/** Seven hours a week each at 600 kr; the budget is 290 hours a month; nine months are settled. */
async function ar(en: LitenKommune, antall: number): Promise<void> {
  const { kommuneId: k, nord } = en;
  const vedtak = async (tx: Tx, id: number): Promise<void> => {
    await tx.kjor(sql`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${id}, ${k}, ${`M-${id}`}, 1940)`);
    await tx.kjor(sql`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${id}, ${k}, ${`V-2025-${id}`}, ${id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 420, 7, 1, 'Hjelp', 'hol § 3-2', '2025-12-01T09:00:00Z', '2025-12-01')`);
    await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (${k}, ${id}, ${id}, 'HJEMMESYKEPLEIE', 'TIMER:420/7/1', '2026-01-01', null, 'FATTET', '2025-12-01T09:00:00Z')`);
    await tx.kjor(sql`insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, tidsband, fom, tom, mottatt) values (${id}, ${k}, ${id}, ${id}, ${nord}, '{}', '2026-01-01', null, now())`);
  };
  await withKommune({ ...som(en), rolle: 'controller' }, async (tx) => {
    await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${k}, ${k}, 'hjemme', 'Hjemme', '2024-01')`);
    await tx.kjor(sql`insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, fom_maned, tjenester) values (${k}, ${k}, 'time', 'Timer', 'Timar', 'VEDTATT_TID', '2024-01', '{HJEMMESYKEPLEIE}')`);
    await tx.kjor(sql`insert into enhet_periode (kommune_id, enhet_id, fom, gruppe) values (${k}, ${nord}, '2020-01-01', 'KOMMUNAL')`);
    await tx.kjor(sql`insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values (${k}, ${k}, ${nord}, 'HJEMMESYKEPLEIE', '2024-01')`);
    await tx.kjor(sql`insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent) values (${k}, ${k}, 'time', 'KOMMUNAL', '2024-01', 60000, 'ENDELIG', 'x', ${k * 100 + 1}, ${k * 100 + 2}, now())`);
    for (const m of NI) {
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (${k}, ${m}, 'LUKKET', now())`);
      await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
        values (${k}, 1, ${k}, ${nord}, 'time', 'HJEMMESYKEPLEIE', ${m}, ${m}, ${antall}, ${antall * 30}, ${antall * 30 * 60_000})`);
    }
    for (const m of manederFraTil(maned('2026-01'), maned('2026-12'))) {
      await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (${k}, 1, ${k}, 'time', ${nord}, ${m}, 290, 60000, '2025-12-10')`);
    }
    for (let i = 0; i < antall; i += 1) await vedtak(tx, k * 10_000 + i);
  });
}

beforeAll(async () => {
  const [k, nabo] = [await lagLitenKommune(1), await lagLitenKommune(2)];
  await ar(k, 10);
  await ar(nabo, 3);
  [leder, naboen] = [som(k), som(nabo)];
});
afterAll(lukkPool);

const BRUKT = 10 * 9 * 30 * 60_000;
/** An hour a day for 92 days, each of ten. */
const BUNDET = 10 * 92 * 60_000;

test('rammen er budsjett, brukt, bundet og igjen, og de samme tallene som prognosen og oversikten', async () => {
  const [ramme, prognose, oversikt] = await lesKommune(leder, async (tx) => {
    const g = await hentRammegrunnlag(tx, 'nb');
    return [g && (await lagBestillerramme(tx, g)), await hentPrognose(tx), await hentOversikt(tx, null)] as const;
  });
  const budsjettOre = 12 * 290 * 60_000;
  expect(ramme?.sum).toMatchObject({ budsjettOre, bruktOre: BRUKT, bundetOre: BUNDET, igjenOre: budsjettOre - BRUKT - BUNDET });
  expect([ramme?.sum.budsjettOre, ramme?.sum.bruktOre, ramme?.sum.prognoseOre]).toEqual([prognose?.sum.budsjettOre, prognose?.sum.hittilOre, prognose?.sum.aret.ore]);
  expect(ramme?.sum.bruktOre).toBe(oversikt?.hittil.faktiskOre);
  expect(ramme?.maneder.reduce((sum, m) => sum + (m.bruktOre ?? 0) + (m.bundetOre ?? 0), 0)).toBe(BRUKT + BUNDET);
});

test('hvert tall åpner seg i det det er laget av, og listen summerer', async () => {
  const [gruppe, liste] = await lesKommune(leder, async (tx) => [await hentRammegruppe(tx, 'hjemmetjeneste', 'nb'), await hentRammeliste(tx, 'hjemmetjeneste', 'nb')] as const);
  const sum = (rader: readonly { readonly ore: number | null }[] | undefined) => (rader ?? []).reduce((til, r) => til + (r.ore ?? 0), 0);
  expect(gruppe?.gruppe.rad).toMatchObject({ budsjettOre: sum(gruppe?.gruppe.budsjett), bruktOre: sum(gruppe?.gruppe.brukt), bundetOre: sum(gruppe?.gruppe.bundet) });
  expect([sum(liste ?? undefined), sum(gruppe?.vedtak), liste?.length]).toEqual([BUNDET, BUNDET, 10]);
  expect(await lesKommune(leder, (tx) => hentRammegruppe(tx, 'finnes-ikke', 'nb'))).toBeNull();
});

test('strengere og flere regnes vedtak for vedtak, og listen summerer til tallet', async () => {
  const valg = lesRammevalg({ strengere: '10', nye: '2', nyTjeneste: 'HJEMMESYKEPLEIE' });
  const svar = await lesKommune(leder, async (tx) => { const g = await hentRammegrunnlag(tx, 'nb'); return g && simulerRamme(g, valg, 'Ny mottaker'); });
  expect(svar?.strengere.antall).toBe(10);
  expect(svar?.nye.antall).toBe(2);
  expect(svar?.strengere.tolvOre).toBeLessThan(0);
  // ten give up a tenth each, and two come at the mean: together as two less one
  expect((svar?.nye.tolvOre ?? 0) + 2 * (svar?.strengere.tolvOre ?? 0)).toBe(0);
  expect(svar?.rader.reduce((sum, r) => sum + r.tolvOre, 0)).toBe(svar?.sum.tolvOre);
  expect(svar?.rader.reduce((sum, r) => sum + r.aretOre, 0)).toBe(svar?.sum.aretOre);
});

test('det som ikke kan leses fra adressen, er ikke spurt om', () => {
  expect(lesRammevalg({ strengere: '10x', nye: '-3' })).toEqual({ strengerePromille: 0, tjeneste: null, nye: 0, nyTjeneste: null });
  expect(lesRammevalg({ strengere: '51', nye: '1001' })).toMatchObject({ strengerePromille: 0, nye: 0 });
});

test('naboen ser bare sitt, og saksbehandleren kan lese hva som er igjen uten prognosen', async () => {
  const nabo = await lesKommune(naboen, (tx) => hentIgjen(tx, 'nb'));
  expect(nabo?.grupper).toMatchObject([{ gruppe: 'hjemmetjeneste', bundetOre: (BUNDET / 10) * 3, prognoseOre: null }]);
  expect((await lesKommune({ ...leder, rolle: 'saksbehandler' }, (tx) => hentIgjen(tx, 'nb')))?.grupper).toMatchObject([{ bundetOre: BUNDET }]);
});

test('egne poster er budsjettets, og døgn på sykehus er ukjente uten sats, ellers døgn × sats', async () => {
  const ar = Number(iDag().slice(0, 4)) - 1;
  await withKommune({ ...leder, rolle: 'controller' }, (tx) => tx.kjor(sql`insert into budsjettpost (kommune_id, versjon, post, maned, ore) values (${leder.kommuneId}, 1, 'BPA', ${`${ar}-01`}, 500), (${leder.kommuneId}, 2, 'BPA', ${`${ar}-01`}, 700)`));
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into utskrivning (kommune_id, mottaker_id, sykehus, meldt_klar, hentet, registrert) values (${leder.kommuneId}, ${leder.kommuneId * 100 + 1}, 'Sykehuset', '${ar}-01-02T10:00:00Z', '${ar}-01-05', now())`));
  const hent = () => lesKommune(leder, (tx) => hentEgenposter(tx, ar));
  expect(await hent()).toEqual([{ post: 'BPA', budsjettOre: 700, bruktOre: null, dogn: null }, { post: 'UTSKRIVNINGSKLARE', budsjettOre: 0, bruktOre: null, dogn: 3 }]);
  await withKommune(leder, (tx) => tx.kjor(sql`insert into innstilling (kommune_id, nokkel, fom, verdi) values (${leder.kommuneId}, 'utskrivningDognsats', ${`${ar}-01-01`}, '{"ore": 100, "kilde": "x", "bekreftet": true}')`));
  expect((await hent()).at(-1)).toMatchObject({ dogn: 3, bruktOre: 300 });
});
