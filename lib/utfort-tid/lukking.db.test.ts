import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manedFor } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { angre, visBesok } from '#lib/utfort-tid/besok-service.ts';
import { forrigeUke, mandag, ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { angreKvitteringsrunde, visUke } from '#lib/utfort-tid/uke-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const uke = forrigeUke(ukeFor(iDag()));
const man = mandag(uke);
const maned = manedFor(man);
const tid = `${man}T12:00:00Z`;
let k = {} as LitenKommune;

const somEier = (setninger: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(setninger));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await somEier(`
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (1, 1, 'V-1', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), '2021-01-01');
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert)
      values (1, 1, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'o', '2021-01-01', 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values (1, 1, 1, ${k.mottaker}, ${k.nord}, '2021-01-01', '{}', now());
    insert into besok (id, kommune_id, dato, start, minutter, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert, kvittert_av, kvittert_tid)
      values (1, 1, '${man}', '${man}T08:00:00Z', 30, 1, 1, ${k.nord}, '${tid}', 'FELT', true, ${k.utforerleder.kontoId}, '${tid}')`);
});
afterAll(lukkPool);

type Lukket = { readonly enhet: number; readonly apenTil?: string };

/** The month as closing leaves it, without the closing's own control case. */
async function lukk(status: 'AVREGNET' | 'LUKKET', enheter: readonly Lukket[], apenTil: string | null = null): Promise<void> {
  const som = (t: string | null | undefined) => (t ? `now() + interval '${t}'` : 'null');
  await somEier(`
    delete from lukket_enhet; delete from maned_status;
    insert into maned_status (kommune_id, maned, status, endret, gjenapnet_til) values (1, '${maned}', '${status}', now(), ${som(apenTil)});
    ${enheter.map((e) => `insert into lukket_enhet (kommune_id, maned, enhet_id, lukking_id, gjenapnet_til) values (1, '${maned}', ${e.enhet}, 1, ${som(e.apenTil)});`).join('\n')}`);
}

/** Tries as the unit's own leader, and undoes it again: what the answer would be. */
async function provd(arbeid: (tx: Tx) => Promise<{ ok: boolean; feil?: unknown }>): Promise<unknown> {
  return withKommune(k.utforerleder, async (tx) => {
    throw new Angre(await arbeid(tx));
  }).catch((feil: unknown) => {
    if (feil instanceof Angre) return feil.verdi;
    throw feil;
  });
}

const stengt = (svar: unknown): boolean => JSON.stringify(svar).includes('manedenErLukket');

/** Whether each of the ways to take an approval back is shut, and what the two pages say. */
async function lukketFor(): Promise<readonly boolean[]> {
  const ett = await provd((tx) => angre(tx, { dag: man, besokId: 1, versjon: 1 }));
  const runde = await provd((tx) => angreKvitteringsrunde(tx, { uke, enhetId: k.nord, tidMs: Date.parse(tid), kontoId: k.utforerleder.kontoId }));
  const besok = await withKommune(k.utforerleder, (tx) => visBesok(tx, man, 1));
  const uken = await visUke(k.utforerleder, { uke, enhetId: k.nord, visning: 'alle', dag: null, side: 1 });
  return [stengt(ett), stengt(runde), besok?.manedLukket === true, uken?.lukket.includes(maned) === true];
}
const ALLE = [true, true, true, true];
const INGEN = [false, false, false, false];

describe('an approval is taken back until the month is closed for the unit', () => {
  test('closed for another unit only: it is', async () => {
    await lukk('AVREGNET', [{ enhet: k.sor }]);
    expect(await lukketFor()).toEqual(INGEN);
  });

  test('closed for this unit only: it is not', async () => {
    await lukk('AVREGNET', [{ enhet: k.nord }]);
    expect(await lukketFor()).toEqual(ALLE);
  });

  test('closed for all: it is not', async () => {
    await lukk('LUKKET', [{ enhet: k.nord }, { enhet: k.sor }]);
    expect(await lukketFor()).toEqual(ALLE);
  });

  test('open again for this unit: it is, until the reopening is over', async () => {
    await lukk('LUKKET', [{ enhet: k.nord, apenTil: '2 days' }, { enhet: k.sor }], '2 days');
    expect(await lukketFor()).toEqual(INGEN);
    await lukk('LUKKET', [{ enhet: k.nord, apenTil: '-1 hour' }, { enhet: k.sor }], '-1 hour');
    expect(await lukketFor()).toEqual(ALLE);
  });

  test('open again for another unit: it is not', async () => {
    await lukk('LUKKET', [{ enhet: k.nord }, { enhet: k.sor, apenTil: '2 days' }], '2 days');
    expect(await lukketFor()).toEqual(ALLE);
  });
});
