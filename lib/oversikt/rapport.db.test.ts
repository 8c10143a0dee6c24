import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { lagLitenKommune, type LitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { hentAvvik } from './avvik-service.ts';
import { finnCelle, finnSeksjon, INGEN_TEKSTER } from './domain/rapport.ts';
import { hentOversikt } from './oversikt-service.ts';
import { foreslaRapport, forkastRapport, hentOffentlige, hentOffentligRapport, hentRapport, hentRapportliste, lagreParametervalg, lagreRapport, publiserRapport, rettRapport, sendRapportTilbake, startRapport, ventendeRapporter } from './rapport-service.ts';
import { lagRapportPdf, lagRapportXlsx } from './rapportfil-service.ts';

const K = 131;
const FEB = maned('2026-02');
let k: LitenKommune;
let radmann: Utforende;
let politiker: Utforende;
let superbruker: (spor: string) => Promise<unknown>;

/** Twenty recipients at Nord and three at Sør in February; Sør is few, so its kroner are nobody's to see. */
beforeAll(async () => {
  k = await lagLitenKommune(K);
  await lagLitenKommune(K + 1);
  radmann = { kommuneId: K, kontoId: K * 100 + 8, rolle: 'radmann', enheter: null };
  politiker = { kommuneId: K, kontoId: K * 100 + 9, rolle: 'politiker', enheter: null };
  superbruker = (spor) => withClient(testDatabase().superuserUrl, (klient) => klient.query(spor));
  await superbruker(`insert into konto (id, kommune_id, navn) values (${K * 100 + 8}, ${K}, 'Råd Mann'), (${K * 100 + 9}, ${K}, 'Poli Tiker')`);
  await superbruker(`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${K}, ${K}, 'hjemme', 'Hjemme', '2025-01')`);
  await superbruker(`insert into maned_status (kommune_id, maned, status, endret) values (${K}, '2026-01', 'AVREGNET', now()), (${K}, '2026-02', 'AVREGNET', now())`);
  for (let i = 1; i <= 23; i += 1) {
    const id = K * 1000 + i;
    const enhet = i <= 20 ? k.nord : k.sor;
    await superbruker(`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${id}, ${K}, 'M-${id}', 1940)`);
    await superbruker(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${id}, ${K}, 'V-${id}', ${id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 600, 'x', 'x', now(), '2025-01-01')`);
    await linje(enhet, id, '2026-02', 1, i <= 20 ? 10 : 7);
  }
  for (const enhet of [k.nord, k.sor]) {
    await superbruker(`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (${K}, 1, ${K}, 'time', ${enhet}, '2026-02', 100, 62000, '2025-12-10')`);
  }
});
afterAll(lukkPool);

/** A line of a run and its sum. */
async function linje(enhet: number, vedtak: number, bokfort: string, kjoring: number, timer: number): Promise<void> {
  await superbruker(`insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
    values (${K}, ${kjoring}, ${K}, ${enhet}, 'time', ${vedtak}, '2026-02', '${bokfort}', ${timer}, 60000, ${timer * 60_000})`);
  await superbruker(`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
    values (${K}, ${kjoring}, ${K}, ${enhet}, 'time', 'HJEMMESYKEPLEIE', '2026-02', '${bokfort}', 1, ${timer}, ${timer * 60_000})`);
}

const BESTILLING = { slag: 'MANED', til: FEB, sprak: 'nb', offentlig: true } as const;
const TEKSTER = { ...INGEN_TEKSTER, sammendrag: 'Mer hjelp enn budsjettert.' };
const skriv = (id: number, utgave: number) => ({ id, utgave, offentlig: true, kapitler: TEKSTER, oppgitt: { SYKEFRAVAR: 84 } });
const som = <T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<T>): Promise<T> => withKommune(hvem, arbeid);
const ord = (nokkel: string, verdier?: Readonly<Record<string, string | number>>): string => (verdier ? `${nokkel} ${Object.values(verdier).join(' ')}` : nokkel);
const avtrykkFor = async (id: number): Promise<string> => (await lesKommune(radmann, (tx) => tx.en<{ a: string }>(sql`select avtrykk as a from rapport where kommune_id = ${K} and id = ${id}`)))?.a ?? '';

describe('a report', () => {
  let id: number;

  test('cannot be of a month that is not settled, nor be two of the same month', async () => {
    expect(await som(k.controller, (tx) => startRapport(tx, { ...BESTILLING, til: maned('2026-03') }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_AVREGNET' }] });
    expect(await som(k.controller, (tx) => startRapport(tx, { ...BESTILLING, slag: 'TERTIAL' }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_AVREGNET' }] });
    const svar = await som(k.controller, (tx) => startRapport(tx, BESTILLING));
    id = svar.ok ? svar.verdi.id : 0;
    expect(await som(k.controller, (tx) => startRapport(tx, BESTILLING))).toMatchObject({ ok: false, feil: [{ grunn: 'FINNES' }] });
  });

  test('is not sent without a summary, and a second window cannot overwrite the first', async () => {
    expect(await som(k.controller, (tx) => foreslaRapport(tx, { id, utgave: 1 }))).toMatchObject({ ok: false, feil: [{ grunn: 'UTEN_SAMMENDRAG' }] });
    expect(await som(k.controller, (tx) => lagreRapport(tx, skriv(id, 1)))).toMatchObject({ ok: true, verdi: { utgave: 2 } });
    expect(await som(k.controller, (tx) => lagreRapport(tx, { ...skriv(id, 1), kapitler: INGEN_TEKSTER }))).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
    expect((await hentRapport(k.controller, id))?.innhold.tekster.sammendrag).toBe(TEKSTER.sammendrag);
  });

  test('has the boards’ own figures, as the rådmann sees them, whoever writes it', async () => {
    const side = await hentRapport(k.controller, id);
    const [avvik, oversikt] = await lesKommune(radmann, async (tx) => [await hentAvvik(tx, { maned: FEB, periode: 'maned', enhetId: null, gruppe: null }), await hentOversikt(tx, FEB)] as const);
    const i = (nokkel: 'perioden' | 'hittil', rad: string, kolonne: string) => finnCelle(finnSeksjon(side?.innhold.seksjoner ?? [], nokkel), rad, kolonne);
    expect(i('perioden', 'MANED', 'avvik')).toBe(avvik?.sum.avvikOre);
    expect(i('perioden', 'MANED', 'volum')).toBe(avvik?.sum.volumOre);
    expect(i('hittil', 'hittil', 'avvik')).toBe(oversikt?.hittil.avvikOre);
    expect(side?.rad.tekster.oppgitt.SYKEFRAVAR).toBe(84);
  });

  test('says that a parameter is missing where nothing has it, and never 0', async () => {
    const seksjon = finnSeksjon((await hentRapport(k.controller, id))?.innhold.seksjoner ?? [], 'parametre');
    expect(finnCelle(seksjon, 'SYKEFRAVAR', 'verdi')).toBe(84);
    expect(finnCelle(seksjon, 'TIMEVERK', 'verdi')).toBe('MANGLER');
    expect(finnCelle(seksjon, 'BRUKERTID', 'verdi')).toBe('MANGLER');
    expect(finnCelle(seksjon, 'MOTTAKERE', 'verdi')).toBe(23);
  });

  test('has the HR system’s sick leave when every unit with paid hours has told of it, and what was written until then', async () => {
    const verdi = async () => finnCelle(finnSeksjon((await hentRapport(k.controller, id))?.innhold.seksjoner ?? [], 'parametre'), 'SYKEFRAVAR', 'verdi');
    const legg = (enhet: number, minutter: number) => superbruker(`insert into sykefravar (kommune_id, enhet_id, maned, periode, minutter, kilde, kilde_id) values (${K}, ${enhet}, '2026-02', 'ETTER_16', ${minutter}, 'T', 's${enhet}')`);
    for (const enhet of [k.nord, k.sor]) {
      await superbruker(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (${K}, ${enhet}, '2026-02', '254', '010', 100, 'T', 'r${enhet}')`);
      await superbruker(`insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) values (${K}, ${enhet}, '2026-02', 'ORDINAR', 10000, 'T', 't${enhet}')`);
    }
    await legg(k.nord, 1000);
    expect(await verdi()).toBe(84);
    await legg(k.sor, 500);
    expect(await verdi()).toBe(75);
  });

  test('hides the unit of few in kroner, in the file too, and the other with it', async () => {
    const side = await hentRapport(k.controller, id);
    const enheter = finnSeksjon(side?.innhold.seksjoner ?? [], 'enheter');
    expect(enheter?.rader.map((r) => r.celler.slice(1))).toEqual([['SKJULT', 'SKJULT', 'SKJULT', 'SKJULT'], ['SKJULT', 'SKJULT', 'SKJULT', 'SKJULT']]);
    expect(JSON.stringify(side?.innhold)).not.toContain(String(3 * 7 * 60_000));
    if (!side) throw new Error('no report');
    expect(lagRapportPdf(side.innhold, 'a', ord).innhold.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await lagRapportXlsx(side.innhold, 'a', ord)).innhold.byteLength).toBeGreaterThan(3000);
    expect(lagRapportPdf(side.innhold, 'a', ord).innhold.equals(lagRapportPdf(side.innhold, 'a', ord).innhold)).toBe(true);
  });

  test('is published by another person, and only what was seen', async () => {
    await som(k.controller, (tx) => foreslaRapport(tx, { id, utgave: 2 }));
    expect(await lesKommune(radmann, ventendeRapporter)).toMatchObject([{ slag: 'RAPPORT', id, gjelder: 'Februar 2026', kommando: 'GODKJENN_RAPPORT' }]);
    const avtrykk = await avtrykkFor(id);
    expect(await som({ ...radmann, kontoId: k.controller.kontoId }, (tx) => publiserRapport(tx, { id, avtrykk }))).toMatchObject({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    expect(await som(radmann, (tx) => publiserRapport(tx, { id, avtrykk: '0'.repeat(64) }))).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
    expect(await som(radmann, (tx) => publiserRapport(tx, { id, avtrykk }))).toMatchObject({ ok: true });
    expect(await som(radmann, (tx) => publiserRapport(tx, { id, avtrykk }))).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
  });

  test('stands in the database: not changed, not deleted, and its fingerprint is of its content', async () => {
    for (const endring of [`set innhold = innhold || ' '`, `set tekster = '{}'`, `set offentlig = false`, `set status = 'UTKAST', innhold = null, avtrykk = null, publisert = null, publisert_av = null`]) {
      await expect(superbruker(`update rapport ${endring} where id = ${id}`)).rejects.toThrow('rapporten er foreslått eller publisert');
    }
    await expect(superbruker(`delete from rapport where id = ${id}`)).rejects.toThrow('rapporten er foreslått eller publisert');
    await expect(
      superbruker(`insert into rapport (kommune_id, slag, fra, til, sprak, adresse, versjon, offentlig, status, tekster, opprettet, innhold, avtrykk, foreslatt_av, foreslatt)
        values (${K}, 'MANED', '2026-01', '2026-01', 'nb', 'maned-2026-01', 1, true, 'FORESLATT', '{}', now(), '{}', '${'0'.repeat(64)}', 1, now())`),
    ).rejects.toThrow('rapport_innhold');
  });

  test('is read by a politician with what is known now, by anyone when it is public, and by no other kommune', async () => {
    expect((await hentRapport(politiker, id))?.rad.status).toBe('PUBLISERT');
    expect(await hentRapport({ ...politiker, kommuneId: K + 1 }, id)).toBeNull();
    expect(await hentRapport({ ...k.utforerleder }, id)).toBeNull();
    expect((await hentOffentligRapport(K, 'maned-2026-02'))?.innhold.kommune).toBe(`Kommune ${K}`);
    expect(await hentOffentligRapport(K + 1, 'maned-2026-02')).toBeNull();
    expect(await hentOffentlige(K + 1)).toBeNull();
    expect(await hentOffentligRapport(9_999_999_999, 'maned-2026-02')).toBeNull();
  });

  test('keeps its figures when the ledger changes, and shows both and the difference', async () => {
    const for_ = (await hentOffentligRapport(K, 'maned-2026-02'))?.avtrykk;
    await linje(k.nord, K * 1000 + 1, '2026-03', 2, 4);
    const side = await hentRapport(politiker, id);
    expect(side?.differanser.find((d) => d.seksjon === 'perioden' && d.kolonne === 'kostnad')).toMatchObject({ da: (200 + 21) * 60_000, na: (204 + 21) * 60_000, endring: 240_000 });
    expect(side?.differanser.some((d) => d.seksjon === 'enheter')).toBe(false);
    expect((await hentOffentligRapport(K, 'maned-2026-02'))?.avtrykk).toBe(for_);
  });

  test('is corrected by a new version that points at it and takes over the address', async () => {
    const rettet = await som(k.controller, (tx) => rettRapport(tx, { id, rettelse: 'En sen rettelse kom med.' }));
    const ny = rettet.ok ? rettet.verdi.id : 0;
    expect(await som(k.controller, (tx) => rettRapport(tx, { id, rettelse: 'To ganger.' }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_NYESTE' }] });
    expect(await hentRapport(politiker, ny), 'a draft is not for readers').toBeNull();
    await som(k.controller, (tx) => foreslaRapport(tx, { id: ny, utgave: 1 }));
    await som(radmann, async (tx) => publiserRapport(tx, { id: ny, avtrykk: await avtrykkFor(ny) }));
    const side = await hentRapport(politiker, ny);
    expect(side?.rad).toMatchObject({ versjon: 2, retterId: id, rettelse: 'En sen rettelse kom med.' });
    expect(side?.differanser).toEqual([]);
    expect((await hentOffentligRapport(K, 'maned-2026-02'))?.innhold.versjon).toBe(2);
    expect((await hentOffentligRapport(K, 'maned-2026-02-v1'))?.innhold.versjon).toBe(1);
    expect((await lesKommune(politiker, hentRapportliste)).rapporter.map((r) => r.versjon)).toEqual([2, 1]);
  });
});

describe('a report that waits', () => {
  test('is not published when the figures have changed since it was sent; it is sent back and anew, or thrown away', async () => {
    const rettet = await som(k.controller, async (tx) => rettRapport(tx, { id: (await hentRapportliste(tx)).rapporter[0]?.id ?? 0, rettelse: 'Enda en rettelse.' }));
    const id = rettet.ok ? rettet.verdi.id : 0;
    await som(k.controller, (tx) => foreslaRapport(tx, { id, utgave: 1 }));
    await linje(k.nord, K * 1000 + 2, '2026-03', 3, 2);
    const avtrykk = await avtrykkFor(id);
    expect(await som(radmann, (tx) => publiserRapport(tx, { id, avtrykk }))).toMatchObject({ ok: false, feil: [{ grunn: 'TALL_ENDRET' }] });
    expect(await som({ ...k.controller, kontoId: K * 100 + 1 }, (tx) => sendRapportTilbake(tx, { id, grunn: 'Ikke min.' }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_DIN' }] });
    expect(await som(radmann, (tx) => sendRapportTilbake(tx, { id, grunn: 'Tallene er nye.' }))).toMatchObject({ ok: true });
    expect((await hentRapport(k.controller, id))?.rad).toMatchObject({ status: 'UTKAST', tilbakeGrunn: 'Tallene er nye.', avtrykk: null });
    expect(await som(k.controller, (tx) => forkastRapport(tx, id))).toMatchObject({ ok: true });
    expect(await hentRapport(k.controller, id)).toBeNull();
  });

  test('one that is not public is for those who log in only', async () => {
    const start = await som(k.controller, (tx) => startRapport(tx, { ...BESTILLING, til: maned('2026-01'), offentlig: false }));
    const id = start.ok ? start.verdi.id : 0;
    await som(k.controller, (tx) => lagreRapport(tx, { ...skriv(id, 1), offentlig: false }));
    await som(k.controller, (tx) => foreslaRapport(tx, { id, utgave: 2 }));
    await som(radmann, async (tx) => publiserRapport(tx, { id, avtrykk: await avtrykkFor(id) }));
    expect((await hentRapport(politiker, id))?.rad.status).toBe('PUBLISERT');
    expect(await hentOffentligRapport(K, 'maned-2026-01')).toBeNull();
    const utenKonto = await lesKommune({ ...politiker, kontoId: null }, (tx) => tx.alle<{ offentlig: boolean }>(sql`select offentlig from rapport where kommune_id = ${K}`));
    expect(utenKonto.every((r) => r.offentlig)).toBe(true);
  });

  test('the municipality’s own parameters, in its order, with its targets', async () => {
    await som(k.controller, (tx) => lagreParametervalg(tx, { valg: [{ kode: 'KLAGER', mal: 2, grense: 5 }, { kode: 'FORBRUK', mal: null, grense: null }] }));
    const start = await som(k.controller, async (tx) => rettRapport(tx, { id: (await hentRapportliste(tx)).rapporter.find((r) => r.adresse === 'maned-2026-02')?.id ?? 0, rettelse: 'Nye parametre.' }));
    const side = await hentRapport(k.controller, start.ok ? start.verdi.id : 0);
    expect(finnSeksjon(side?.innhold.seksjoner ?? [], 'parametre')?.rader.map((r) => [r.nokkel, ...r.celler])).toEqual([['KLAGER', 0, 2, 5], ['FORBRUK', (206 + 21) * 60_000, null, null]]);
  });
});
