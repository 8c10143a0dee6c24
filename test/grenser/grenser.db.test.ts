import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lukkPool } from '#lib/server/db.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import { type Tx, withKommune } from '#lib/server/transaksjon.ts';
import { type LitenKommune, lagLitenKommune } from '../oppsett/liten-kommune.ts';

let k: LitenKommune;
beforeAll(async () => {
  k = await lagLitenKommune(1);
});
afterAll(lukkPool);

let lopenummer = 0;
/** A vedtak of 210 minutes a week unless told, with its validity; inside the given transaction. */
async function nyttVedtak(tx: Tx, fom: string, tom: string | null, minutter = 210): Promise<number> {
  lopenummer += 1;
  const rad = await tx.en<{ id: number }>(sql`
    insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, begrunnelse, hjemmel, fattet, fattet_dato, kilde_id)
    values (1, ${`V-2026-${lopenummer}`}, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', ${minutter}, 'Du trenger hjelp.', 'hol § 3-2', now(), '2026-01-01', ${String(lopenummer)}) returning id`);
  const id = rad?.id ?? 0;
  await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
    values (1, ${id}, ${k.mottaker}, 'HJEMMESYKEPLEIE', ${`TIMER:${minutter}`}, ${fom}, ${tom}, 'FATTET', now())`);
  return id;
}
const oppdrag = (vedtakId: number, fom: string, tom: string | null): Sql => sql`
  insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (1, ${vedtakId}, ${k.mottaker}, ${k.nord}, ${fom}, ${tom}, '{}', now())`;
const gjor = <T>(arbeid: (tx: Tx) => Promise<T>) => withKommune(k.saksbehandler, arbeid);

describe('what must never happen', () => {
  test('two identical vedtak of one recipient in force at once', async () => {
    await gjor((tx) => nyttVedtak(tx, '2026-01-01', '2026-06-30'));
    await expect(gjor((tx) => nyttVedtak(tx, '2026-06-30', null))).rejects.toThrow('vedtak_ikke_to_like');
    await gjor((tx) => nyttVedtak(tx, '2026-07-01', null));
  });

  test('an issued vedtak that changes', async () => {
    await expect(gjor((tx) => tx.kjor(sql`update vedtak set minutter = 500`))).rejects.toThrow(/permission denied/);
    await expect(gjor((tx) => tx.kjor(sql`delete from vedtak`))).rejects.toThrow(/permission denied/);
  });

  test('an oppdrag outside its vedtak, checked when the transaction ends', async () => {
    const id = await gjor((tx) => nyttVedtak(tx, '2026-01-01', '2026-03-31', 60));
    await expect(gjor((tx) => tx.kjor(oppdrag(id, '2026-01-01', '2026-04-01')))).rejects.toThrow('oppdrag ligger utenfor vedtaket');
    await expect(gjor((tx) => tx.kjor(oppdrag(id, '2025-12-31', '2026-01-31')))).rejects.toThrow('oppdrag ligger utenfor vedtaket');
    await gjor((tx) => tx.kjor(oppdrag(id, '2026-01-01', '2026-03-31')));
    await expect(gjor((tx) => tx.kjor(oppdrag(id, '2026-02-01', '2026-02-28')))).rejects.toThrow('oppdrag_ikke_to_om_helheten');
  });

  test('a posting twice for the same key and run, also where the key has no vedtak', async () => {
    const linje = sql`insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
      values (1, 1, 1, ${k.nord}, 'grunnramme', null, '2026-01', '2026-01', 1, 100, 100)`;
    await gjor((tx) => tx.kjor(linje));
    await expect(gjor((tx) => tx.kjor(linje))).rejects.toThrow('linje_en_per_nokkel_og_kjoring');
    await expect(gjor((tx) => tx.kjor(sql`update avregning_linje set belop_ore = 0`))).rejects.toThrow(/permission denied/);
  });

  test('a line in a closed month', async () => {
    await gjor((tx) => tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (1, '2025-12', 'LUKKET', now())`));
    await expect(
      gjor((tx) =>
        tx.kjor(sql`insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
          values (1, 2, 1, ${k.nord}, 'time', '2025-12', '2025-12', 1, 100, 100)`),
      ),
    ).rejects.toThrow('måneden er lukket');
  });

  test('two runs at once', async () => {
    const kjoring = (nummer: number) => sql`insert into avregning (kommune_id, maned, nummer, status, bestilt) values (1, '2026-01', ${nummer}, 'VENTER', now())`;
    await gjor((tx) => tx.kjor(kjoring(1)));
    await expect(gjor((tx) => tx.kjor(kjoring(2)))).rejects.toThrow('avregning_en_om_gangen');
  });

  test('a visit whose date is not the local date of its start', async () => {
    const besok = (dato: string, start: string) => sql`insert into besok (kommune_id, dato, start, minutter, oppdrag_id, vedtak_id, enhet_id, registrert, kilde)
      values (1, ${dato}, ${start}, 30, 1, 1, ${k.nord}, now(), 'FELT')`;
    await expect(gjor((tx) => tx.kjor(besok('2026-01-31', '2026-01-31T23:30:00Z')))).rejects.toThrow('besok_dato');
    await gjor((tx) => tx.kjor(besok('2026-02-01', '2026-01-31T23:30:00Z')));
    await gjor((tx) => tx.kjor(besok('2124-01-01', '2124-01-01T12:00:00Z')));
  });

  test('a delivered visit that changes its minutes: a correction is a new version', async () => {
    await expect(gjor((tx) => tx.kjor(sql`update besok set minutter = 600`))).rejects.toThrow(/permission denied/);
    expect(await gjor((tx) => tx.kjor(sql`update besok set kvittert = true where enhet_id = ${k.nord}`))).toBe(2);
  });

  test('a price proposed and approved by the same person', async () => {
    await expect(
      gjor((tx) => tx.kjor(sql`insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av) values (1, 1, 'time', 'KOMMUNAL', '2026-01', 1, 'ENDELIG', 'x', 7, 7)`)),
    ).rejects.toThrow('pris_to_personer');
  });
});

describe('everything that can move money leaves its mark in the same transaction', () => {
  const merker = (tx: Tx) => tx.alle<{ vedtak_id: number | null; maned: string | null }>(sql`select distinct vedtak_id, maned from endring where xid = pg_current_xact_id() order by 1, 2`);

  test('one statement, one mark per vedtak and month', async () => {
    const marks = await gjor(async (tx) => {
      await tx.kjor(sql`insert into besok (kommune_id, dato, start, minutter, oppdrag_id, vedtak_id, enhet_id, registrert, kilde)
        select 1, d::date, d + interval '9 hours', 30, 1, 77, ${k.nord}, now(), 'IMPORT' from generate_series(timestamptz '2026-01-01', '2026-02-10', interval '1 day') d`);
      return merker(tx);
    });
    expect(marks).toEqual([{ vedtak_id: 77, maned: '2026-01' }, { vedtak_id: 77, maned: '2026-02' }]);
  });

  test('an approval, a new validity, a price', async () => {
    expect(await gjor(async (tx) => { await tx.kjor(sql`update besok set kvittert = true where vedtak_id = 77 and dato < '2026-02-01'`); return merker(tx); })).toEqual([{ vedtak_id: 77, maned: '2026-01' }]);
    const id = await gjor(async (tx) => { const v = await nyttVedtak(tx, '2026-01-01', null, 45); expect(await merker(tx)).toEqual([{ vedtak_id: v, maned: null }]); return v; });
    expect(id).toBeGreaterThan(0);
    await gjor(async (tx) => {
      await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (1, 1, 'hjemme', 'Hjemme', '2026-01')`);
      expect(await merker(tx)).toEqual([{ vedtak_id: null, maned: null }]);
    });
  });

  test('what is rolled back leaves none', async () => {
    const for_ = await gjor((tx) => tx.en<{ n: number }>(sql`select count(*) as n from endring`));
    await expect(gjor(async (tx) => { await tx.kjor(sql`update besok set kvittert = false where vedtak_id = 77`); throw new Error('angret'); })).rejects.toThrow('angret');
    expect(await gjor((tx) => tx.en<{ n: number }>(sql`select count(*) as n from endring`))).toEqual(for_);
  });
});
