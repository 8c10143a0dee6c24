import { afterAll, beforeAll, expect, test } from 'vitest';
import { hentVarselgrense, lagreVarselgrense } from '#lib/avvik/varselgrense-service.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { lagLitenKommune, type LitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let nabo: LitenKommune;
beforeAll(async () => {
  k = await lagLitenKommune(61);
  nabo = await lagLitenKommune(62);
});
afterAll(lukkPool);

test('one per cent until the municipality says another, which holds from today, is logged, and is nobody else’s', async () => {
  expect(await lesKommune(k.controller, hentVarselgrense)).toBe(10);
  await withKommune(k.controller, (tx) => lagreVarselgrense(tx, { prosent: '2.5' }));
  await withKommune(k.controller, (tx) => lagreVarselgrense(tx, { prosent: '1.5' }));
  expect(await lesKommune(k.controller, hentVarselgrense)).toBe(15);
  expect(await lesKommune(nabo.controller, hentVarselgrense)).toBe(10);
  const logg = await lesKommune(k.controller, (tx) => tx.alle<{ grunn: string }>(sql`select grunn from logg where kommune_id = 61 and handling = 'SETT_VARSELGRENSE' order by lopenr`));
  expect(logg.map((l) => l.grunn)).toEqual(['2.5', '1.5']);
});
