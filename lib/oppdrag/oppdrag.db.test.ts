import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { avkortOppdrag, bekreftOppdrag, iverksett, opprettOppdrag, tellNyeOppdrag, visOppdrag, visOppdragsliste } from '#lib/oppdrag/oppdrag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
let k: LitenKommune;
let nord: Utforende;
let sor: Utforende;
let teller = 0;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
});
afterAll(lukkPool);

async function nyttVedtak(fom: Dato, tom: Dato | null = null): Promise<number> {
  teller += 1;
  const id = 900 + teller;
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, 1, 'V-O-${id}', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 2, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        values (1, ${id}, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'o${id}', '${fom}', ${tom ? `'${tom}'` : 'null'}, 'FATTET', now())`),
  );
  return id;
}

function fattet(vedtakId: number, fom: Dato, tom: Dato | null = null): Promise<void> {
  return withKommune(k.saksbehandler, (tx) => opprettOppdrag(tx, { type: 'VedtakFattet', vedtakId, mottakerId: k.mottaker, enhetId: k.nord, fom, tom }));
}
/** As the service of the vedtak does: the validity first, then what follows. */
function avkortet(vedtakId: number, fom: Dato, tom: Dato): Promise<void> {
  return withKommune(k.saksbehandler, async (tx) => {
    await tx.kjor(sql`update vedtak_virkning set gjeldende = false where vedtak_id = ${vedtakId}`);
    await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, ${vedtakId}, ${k.mottaker}, 'HJEMMESYKEPLEIE', ${`o${vedtakId}`}, ${fom}, ${tom}, 'DOD', now())`);
    await avkortOppdrag(tx, { type: 'VedtakAvkortet', vedtakId, tom });
  });
}
type Rad = { id: number; fom: Dato; tom: Dato | null; annullert: Date | null };
async function oppdrag(vedtakId: number): Promise<Rad> {
  const rad = await lesKommune(k.saksbehandler, (tx) => tx.en<Rad>(sql`select id, fom, tom, annullert from oppdrag where vedtak_id = ${vedtakId} order by id desc`));
  if (rad === null) throw new Error('vedtaket har ikke noe oppdrag');
  return rad;
}

describe('an order follows its vedtak', () => {
  test('it waits at the unit when the vedtak is issued, and only there', async () => {
    const vedtak = await nyttVedtak(dag);
    const for_ = await lesKommune(nord, tellNyeOppdrag);
    await fattet(vedtak, dag);
    expect(await lesKommune(nord, tellNyeOppdrag)).toBe(for_ + 1);
    expect(await lesKommune(sor, tellNyeOppdrag)).toBe(0);
  });

  test('outside the vedtak it is refused when the transaction ends', async () => {
    const vedtak = await nyttVedtak(dag, leggTilDager(dag, 10));
    await expect(fattet(vedtak, dag, leggTilDager(dag, 11))).rejects.toMatchObject({ constraint: 'oppdrag_innenfor_vedtak' });
  });

  test('one that has begun ends with the vedtak', async () => {
    const fom = leggTilDager(dag, -30);
    const vedtak = await nyttVedtak(fom);
    await fattet(vedtak, fom);
    await avkortet(vedtak, fom, dag);
    expect(await oppdrag(vedtak)).toMatchObject({ tom: dag, annullert: null });
  });

  test('one that would have begun later is voided, not deleted, and another can take its place', async () => {
    const fom = leggTilDager(dag, -30);
    const vedtak = await nyttVedtak(fom);
    await fattet(vedtak, leggTilDager(dag, 20));
    await avkortet(vedtak, fom, dag);
    const falt = await oppdrag(vedtak);
    expect(falt.annullert).not.toBeNull();
    const funnet = async (sok: string) => (await lesKommune(nord, (tx) => visOppdragsliste(tx, { tilstand: 'ANNULLERT', sok, side: 1 }))).rader;
    expect((await funnet('')).map((r) => r.id)).toContain(falt.id);
    // a name is found however it is turned
    const [fornavn = '', ...resten] = ((await funnet('')).find((r) => r.id === falt.id)?.navn ?? '').split(' ');
    for (const sok of [`${fornavn} ${resten.join(' ')}`, `${resten.join(' ')} ${fornavn}`, `${resten.join(' ')}, ${fornavn}`.toUpperCase()]) expect((await funnet(sok)).map((r) => r.id)).toContain(falt.id);
    expect(await funnet(`${fornavn} Finnesikke`)).toEqual([]);
    await fattet(vedtak, fom, dag);
    expect(await withKommune(nord, (tx) => bekreftOppdrag(tx, { ider: [falt.id] }))).toEqual({ ok: false, feil: [{ grunn: 'ingenVenter' }] });
  });
});

describe('the unit', () => {
  test('confirms once, starts, and another unit sees and changes nothing', async () => {
    const vedtak = await nyttVedtak(dag);
    await fattet(vedtak, dag);
    const { id } = await oppdrag(vedtak);
    expect(await withKommune(sor, (tx) => bekreftOppdrag(tx, { ider: [id] }))).toMatchObject({ ok: false });
    expect(await withKommune(sor, (tx) => visOppdrag(tx, id))).toBeNull();
    expect(await withKommune(nord, (tx) => iverksett(tx, { oppdragId: id, start: dag }))).toMatchObject({ feil: [{ grunn: 'ikkeBekreftet', felt: 'start' }] });
    const svar = await Promise.all([1, 2].map(() => withKommune(nord, (tx) => bekreftOppdrag(tx, { ider: [id] }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(await withKommune(nord, (tx) => iverksett(tx, { oppdragId: id, start: dag }))).toMatchObject({ ok: true });
    expect(await withKommune(nord, (tx) => visOppdrag(tx, id))).toMatchObject({ tilstand: 'IVERKSATT', navn: 'Solveig Haugland', kanIverksettes: false, kanRegistreres: true });
  });

  test('a look at an order is logged with the recipient, and a shielded one has no name', async () => {
    const vedtak = await nyttVedtak(dag);
    await fattet(vedtak, dag);
    const { id } = await oppdrag(vedtak);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`update mottaker set skjermet = true where id = ${k.mottaker}`));
    expect(await withKommune(nord, (tx) => visOppdrag(tx, id))).toMatchObject({ navn: null, pseudonym: 'M-101' });
    const rader = await withClient(testDatabase().superuserUrl, (klient) => klient.query(`select 1 from logg where handling = 'SE_OPPDRAG' and objekt_id = '${id}' and mottaker_id = ${k.mottaker}`));
    expect(rader.rowCount).toBe(1);
  });
});
