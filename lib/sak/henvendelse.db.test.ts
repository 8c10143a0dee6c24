import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { svarfrist } from '#lib/sak/domain/svarfrist.ts';
import type { NyHenvendelseData } from '#lib/sak/henvendelse-schema.ts';
import { avsluttHenvendelse, besvarMedVedtak, fordelHenvendelse, registrerHenvendelse, sendForelopigSvar, taHenvendelse } from '#lib/sak/henvendelse-service.ts';
import { apneHenvendelse, hentInnboks, hentSvarPdf } from '#lib/sak/innboks-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let annen: Utforende;
let leder: Utforende;
const idag = iDag();

async function gjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<{ ok: true; verdi: T } | { ok: false; feil: readonly { grunn: string }[] }>): Promise<T | string[]> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  }).catch((feil: unknown) => {
    if (feil instanceof Angre) return feil.verdi as string[];
    throw feil;
  });
}
const data = (resten: Partial<NyHenvendelseData> = {}): NyHenvendelseData => ({
  mottakerId: k.mottaker, type: 'SOKNAD', kanal: 'BREV', mottatt: idag, fra: 'Datter', innhold: 'Ber om hjelp på kvelden.', tjenester: ['HJEMMESYKEPLEIE'], taDen: false, ...resten,
});
const ny = async (resten: Partial<NyHenvendelseData> = {}, hvem = k.saksbehandler) => ((await gjor(hvem, (tx) => registrerHenvendelse(tx, data(resten)))) as { henvendelseId: number }).henvendelseId;
const status = (id: number) => lesKommune(k.saksbehandler, (tx) => tx.en(sql`select status, utfall, frist, forventet from henvendelse where kommune_id = 1 and id = ${id}`));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into konto (id, kommune_id, navn) values (108, 1, 'Annen Behandler'), (109, 1, 'Leder Ledersen');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 108, 'saksbehandler', 101, '2020-01-01'), (1, 109, 'bestillerleder', 101, '2020-01-01');
      insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values (1, 'DAGSENTER', '2020-01-01', 'Dagsenter', 'Dagsenter', 'hol', '234', 'ANTALL', 'dag');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, begrunnelse, hjemmel, fattet, fattet_dato) values
        (900, 1, 'V-2026-0900', 101, 'HJEMMESYKEPLEIE', 'AVSLAG', 'x', 'hol', now(), current_date), (901, 1, 'V-2026-0901', 101, 'DAGSENTER', 'AVSLAG', 'x', 'hol', now(), current_date)`),
  );
  annen = { ...k.saksbehandler, kontoId: 108 };
  leder = { ...k.saksbehandler, kontoId: 109, rolle: 'bestillerleder' };
});
beforeEach(() => withClient(testDatabase().superuserUrl, (klient) => klient.query(`update henvendelse set status = 'BESVART', besvart = current_date, utfall = 'BESVART' where status <> 'BESVART'`)));
afterAll(lukkPool);

describe('fristen', () => {
  test('går en måned fra dagen den kom, likt i databasen og i regelen', async () => {
    for (const mottatt of [idag, leggTilDager(idag, -30), leggTilDager(idag, -83)]) {
      const id = await ny({ mottatt });
      expect(await status(id)).toMatchObject({ frist: svarfrist(mottatt) });
      await lesKommune(k.saksbehandler, async (tx) => expect(await tx.en(sql`select (${mottatt}::date + interval '1 month')::date frist`)).toEqual({ frist: svarfrist(mottatt) }));
    }
  });
  test('den som er over fristen, står øverst og telles', async () => {
    const sen = await ny({ mottatt: leggTilDager(idag, -60) });
    await ny();
    const innboks = await lesKommune(k.saksbehandler, (tx) => hentInnboks(tx, 'APNE', 1, 'nb'));
    expect(innboks.rader[0]).toMatchObject({ id: sen, klokke: { type: 'OVER' } });
    expect(innboks.tall).toEqual({ mine: 0, ufordelte: 2, over: 1, apne: 2 });
  });
  test('en dato i fremtiden avvises', async () => {
    expect(await gjor(k.saksbehandler, (tx) => registrerHenvendelse(tx, data({ mottatt: leggTilDager(idag, 1) })))).toEqual(['mottattIFremtiden']);
  });
});

describe('å ta og fordele', () => {
  test('to som tar den samtidig: den andre får vite hvem som har den', async () => {
    const id = await ny();
    const svar = await Promise.all([k.saksbehandler, annen].map((hvem) => gjor(hvem, (tx) => taHenvendelse(tx, { henvendelseId: id }))));
    expect(svar.filter((s) => s === null)).toHaveLength(1);
    expect(svar).toContainEqual(['altTatt']);
  });
  test('en ufordelt leses uten grunn, en annens krever grunn, og den som får den, er i saken', async () => {
    const id = await ny();
    expect((await withKommune(annen, (tx) => apneHenvendelse(tx, id, 'nb'))).type).toBe('APEN');
    await gjor(k.saksbehandler, (tx) => taHenvendelse(tx, { henvendelseId: id }));
    expect((await withKommune(annen, (tx) => apneHenvendelse(tx, id, 'nb'))).type).toBe('KREVER_GRUNN');
    expect(await gjor(leder, (tx) => fordelHenvendelse(tx, { henvendelseId: id, konto: 108 }))).toBeNull();
    expect((await withKommune(annen, (tx) => apneHenvendelse(tx, id, 'nb'))).type).toBe('APEN');
  });
});

describe('svar', () => {
  test('foreløpig svar lages som PDF, flytter klokken, og kan ikke endres', async () => {
    const id = await ny({ mottatt: leggTilDager(idag, -40), taDen: true });
    const forventet = leggTilDager(idag, 20);
    const svar = (await gjor(k.saksbehandler, (tx) => sendForelopigSvar(tx, { henvendelseId: id, forventet, grunn: 'Vi venter på opplysninger fra sykehuset.' }))) as { svarId: number };
    const pdf = await withKommune(k.saksbehandler, (tx) => hentSvarPdf(tx, id, svar.svarId));
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await status(id)).toMatchObject({ forventet });
    const innboks = await lesKommune(k.saksbehandler, (tx) => hentInnboks(tx, 'OVER', 1, 'nb'));
    expect(innboks.rader).toEqual([]);
    await expect(withClient(testDatabase().superuserUrl, (klient) => klient.query(`update forelopig_svar set sprak = 'nn'`))).rejects.toThrow(/kan ikke endres/);
  });
  test('bare den som har den, svarer og avslutter', async () => {
    const id = await ny();
    expect(await gjor(annen, (tx) => avsluttHenvendelse(tx, { henvendelseId: id, utfall: 'TRUKKET', grunn: 'Ringte og trakk' }))).toEqual(['ikkeDin']);
    await gjor(annen, (tx) => taHenvendelse(tx, { henvendelseId: id }));
    expect(await gjor(annen, (tx) => avsluttHenvendelse(tx, { henvendelseId: id, utfall: 'TRUKKET', grunn: 'Ringte og trakk' }))).toBeNull();
    expect(await status(id)).toMatchObject({ status: 'BESVART', utfall: 'TRUKKET' });
    expect(await gjor(annen, (tx) => taHenvendelse(tx, { henvendelseId: id }))).toEqual(['altBesvart']);
  });
  test('et vedtak besvarer søknaden om den tjenesten; en søknad om to venter på begge', async () => {
    const [en, to, melding] = [await ny(), await ny({ tjenester: ['HJEMMESYKEPLEIE', 'DAGSENTER'] }), await ny({ type: 'MELDING', tjenester: [] })];
    const meld = (vedtakId: number, tjeneste: string) => withKommune(k.saksbehandler, (tx) => besvarMedVedtak(tx, { vedtakId, mottakerId: k.mottaker, tjeneste }));
    await meld(900, 'HJEMMESYKEPLEIE');
    expect([await status(en), await status(to), await status(melding)]).toMatchObject([{ status: 'BESVART', utfall: 'VEDTAK' }, { status: 'NY' }, { status: 'NY' }]);
    await meld(901, 'DAGSENTER');
    expect(await status(to)).toMatchObject({ status: 'BESVART', utfall: 'VEDTAK' });
  });
});
