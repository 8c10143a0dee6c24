import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { lagLitenKommune, type LitenKommune } from '../oppsett/liten-kommune.ts';

let ene: LitenKommune;
let andre: LitenKommune;
beforeAll(async () => {
  ene = await lagLitenKommune(71);
  andre = await lagLitenKommune(72);
});

/** The same text each time, so that a connection keeps its plan. A transaction at a time uses one connection again and again. */
const mottakere = (hvem: Utforende) => lesKommune(hvem, (tx) => tx.alle<{ id: number }>(sql`select id from mottaker order by id`));

describe('a statement that a connection has planned already', () => {
  it('shows each kommune and each role its own rows, however often it has run for another', async () => {
    for (let gang = 0; gang < 12; gang += 1) {
      expect(await mottakere(ene.saksbehandler)).toEqual([{ id: ene.mottaker }]);
      expect(await mottakere(andre.saksbehandler)).toEqual([{ id: andre.mottaker }]);
      expect(await mottakere(ene.utforerleder)).toEqual([]);
    }
  });
});
