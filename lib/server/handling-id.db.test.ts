import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { lukkPool } from './db.ts';
import { claimHandling, completeHandling, innsendingsnavn } from './handling-id.ts';
import { sql } from './sql.ts';
import { withKommune } from './transaksjon.ts';

let k: LitenKommune;
beforeAll(async () => {
  k = await lagLitenKommune(1);
});
afterAll(lukkPool);

const ID = '00000000-0000-4000-8000-000000000001';

async function send(id: string, vent: () => Promise<void> = () => Promise.resolve()): Promise<unknown> {
  return withKommune(k.saksbehandler, async (tx) => {
    const for_ = await claimHandling(tx, id, 'TEST');
    if (for_ !== null) return for_;
    await vent();
    await tx.kjor(sql`insert into nummerserie (kommune_id, serie, ar, siste) values (1, 'T', 2026, 1)
      on conflict (kommune_id, serie, ar) do update set siste = nummerserie.siste + 1`);
    const svar = { ok: true, verdi: id };
    await completeHandling(tx, id, svar);
    return svar;
  });
}

async function antall(): Promise<number> {
  return withKommune(
    k.saksbehandler,
    async (tx) => (await tx.en<{ siste: number }>(sql`select siste from nummerserie where serie = 'T'`))?.siste ?? 0,
  );
}

describe('one submission, one effect', () => {
  test('a double click waits for the first, and gets its answer', async () => {
    const [a, b, c] = await Promise.all([send(ID), send(ID), send(ID)]);
    expect(b).toEqual(a);
    expect(c).toEqual(a);
    expect(await antall()).toBe(1);
  });

  test('a new submission is a new effect', async () => {
    await send('00000000-0000-4000-8000-000000000002');
    expect(await antall()).toBe(2);
  });

  test('a submission that failed leaves no trace, and can be sent again', async () => {
    const id = '00000000-0000-4000-8000-000000000003';
    await expect(send(id, () => Promise.reject(new Error('strømmen gikk')))).rejects.toThrow('strømmen gikk');
    expect(await antall()).toBe(2);
    await send(id);
    expect(await antall()).toBe(3);
  });

  test('the same id for another action is refused, not answered', async () => {
    await expect(withKommune(k.saksbehandler, (tx) => claimHandling(tx, ID, 'NOE_ANNET'))).rejects.toThrow(
      'brukt til noe annet',
    );
  });

  test('other content is another submission: it is never answered with what was stored before', () => {
    expect(innsendingsnavn('FATT_VEDTAK', { minutter: 210 })).toBe(innsendingsnavn('FATT_VEDTAK', { minutter: 210 }));
    expect(innsendingsnavn('FATT_VEDTAK', { minutter: 210 })).not.toBe(innsendingsnavn('FATT_VEDTAK', { minutter: 240 }));
    expect(innsendingsnavn('FATT_VEDTAK', { ore: 1n })).not.toBe(innsendingsnavn('FATT_VEDTAK', { ore: 2n }));
  });
});
