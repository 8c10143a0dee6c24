import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { hentSammenligning } from './sammenligning-service.ts';

let k: LitenKommune;
let radmann: Utforende;
const [JAN, FEB] = [maned('2026-01'), maned('2026-02')];
const side = async (mal: 'ENHETSKOSTNAD' | 'RESULTAT' = 'ENHETSKOSTNAD', til = FEB) => {
  const svar = await hentSammenligning(radmann, { til, antall: 12, mal });
  if (svar === null) throw new Error('nothing settled');
  return svar;
};
const enhet = async (id: number) => (await side()).grupper.flatMap((g) => g.enheter).find((e) => e.enhetId === id);

/** Orders in hours in force at a unit, each a recipient with a need. */
async function mottakere(enhetId: number, antall: number, behov: string, fraId: number): Promise<void> {
  await withClient(testDatabase().superuserUrl, async (klient) => {
    for (let i = 0; i < antall; i += 1) {
      const id = fraId + i;
      await klient.query(`
        insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${id}, 1, 'M-S${id}', 1940);
        insert into utredning (kommune_id, mottaker_id, dato, hjelpebehov) values (1, ${id}, '2025-12-01', '${behov}');
        insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
          values (${id}, 1, 'V-S-${id}', ${id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 300, 5, 'x', 'x', '2026-01-05', '2026-01-05');
        insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, ${id}, ${id}, 'HJEMMESYKEPLEIE', 's${id}', '2026-01-08', null, 'FATTET', now());
        insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt, iverksatt) values (${id}, 1, ${id}, ${id}, ${enhetId}, '2026-01-08', '{}', now(), '2026-01-08');`);
    }
  });
}

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await lagLitenKommune(2);
  radmann = { kommuneId: 1, kontoId: null, rolle: 'radmann', enheter: null };
  await mottakere(k.nord, 8, 'NOE', 50_000);
  await mottakere(k.nord, 3, 'MIDDELS', 51_000);
  await mottakere(k.sor, 6, 'NOE', 52_000);
  await withKommune(k.controller, async (tx) => {
    await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (1, 1, 'hjemme', 'Hjemme', '2026-01')`);
    for (const m of [JAN, FEB]) {
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (1, ${m}, 'LUKKET', now())`);
      for (const en of [k.nord, k.sor]) {
        await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
          values (1, 1, 1, ${en}, 'fast/ramme', null, ${m}, ${m}, 0, 1, 10000000)`);
      }
      await tx.kjor(sql`insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) values (1, ${k.nord}, ${m}, 'ORDINAR', 60000, 'T', ${m})`);
    }
    await tx.kjor(sql`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (1, ${k.nord}, '2026-01', '254', '010', 12000000, 'T', '1')`);
  });
});
afterAll(lukkPool);

describe('units of a kind', () => {
  test('stand by name, with what is known of each and nothing taken for 0', async () => {
    const s = await side();
    expect(s.maneder).toEqual([JAN, FEB]);
    expect(s.grupper.flatMap((g) => g.enheter.map((e) => e.navn))).toEqual(s.grupper.flatMap((g) => g.enheter.map((e) => e.navn).toSorted((a, b) => a.localeCompare(b, 'nb'))));
    const [nord, sor] = [await enhet(k.nord), await enhet(k.sor)];
    // Accounts for January alone: 120 000 kr against 100 000 kr of income is −20 %.
    expect(nord?.tall).toMatchObject({ RESULTAT: -200, TIMER_PER_MOTTAKER: 500, VENTETID: 3, PRISAVHENGIGHET: 0 });
    expect(sor?.tall).toMatchObject({ ENHETSKOSTNAD: null, RESULTAT: null, BRUKERTID: null, KLAGER: null, VENTETID: 3 });
    expect([nord?.liten, nord?.mottakere]).toEqual([true, 11]);
  });

  test('the whole is of those that have the figure', async () => {
    const s = await side('RESULTAT');
    const gruppe = s.grupper.find((g) => g.enheter.some((e) => e.enhetId === k.nord));
    expect(gruppe?.samlet.RESULTAT).toBe(-200);
    expect(gruppe?.enheter.find((e) => e.enhetId === k.nord)?.perManed).toEqual([-200, null]);
  });

  test('few by need are hidden, and one more where the one could be found', async () => {
    const nord = await enhet(k.nord);
    expect(nord?.behov).toEqual([{ behov: 'NOE', timer: null, mottakere: null }, { behov: 'MIDDELS', timer: null, mottakere: null }, { behov: 'OMFATTENDE', timer: null, mottakere: 0 }]);
    expect((await enhet(k.sor))?.behov[0]).toEqual({ behov: 'NOE', timer: 500, mottakere: 6 });
  });

  test('new visits are seen at once: the month is remembered only as long as nothing in it is new', async () => {
    const for_ = (await enhet(k.nord))?.tall.BRUKERTID;
    await withClient(testDatabase().superuserUrl, (klient) =>
      klient.query(`insert into besok (kommune_id, enhet_id, oppdrag_id, vedtak_id, dato, start, minutter, kategori, kilde, registrert) values (1, ${k.nord}, 50000, 50000, '2026-02-10', '2026-02-10 09:00 Europe/Oslo', 600, 'BRUKERRETTET', 'REGISTRERT', now())`),
    );
    const etter = (await enhet(k.nord))?.tall;
    expect([for_, etter?.BRUKERTID]).toEqual([0, 5]);
    expect(etter?.ENHETSKOSTNAD).toBeNull();
  });

  test('an earlier month is asked for as it was settled; a kommune that has settled nothing has no page', async () => {
    expect((await side('ENHETSKOSTNAD', JAN)).maneder).toEqual([JAN]);
    expect(await hentSammenligning({ ...radmann, kommuneId: 2 }, { til: null, antall: 12, mal: 'RESULTAT' })).toBeNull();
  });
});
