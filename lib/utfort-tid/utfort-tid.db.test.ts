import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dato, leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { visOppdragsliste } from '#lib/oppdrag/oppdrag-service.ts';
import { oppdragTilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { angre, flytt, kvitter, leggBort, rett, visBesok } from '#lib/utfort-tid/besok-service.ts';
import { merknadFor } from '#lib/utfort-tid/domain/avklaring.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import { forrigeUke, mandag, ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { findDagensBesok } from '#lib/utfort-tid/registrering-repo.ts';
import { registrer } from '#lib/utfort-tid/registrering-service.ts';
import { angreKvitteringsrunde, erklar, kvitterAlle, trekkErklaring, visUke } from '#lib/utfort-tid/uke-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const uke = forrigeUke(ukeFor(iDag()));
const man = mandag(uke);
let [k, fremmed] = [{}, {}] as [LitenKommune, LitenKommune];
let [leder, leder2] = [{}, {}] as [Utforende, Utforende];
let teller = 0;

type Avtale = { mottaker: number; oppdrag: number; vedtak: number };

async function nyttOppdrag(o: { fom?: Dato; tom?: Dato | null; mottaker?: number; minutter?: number; besok?: number; enhet?: number; kommune?: LitenKommune } = {}): Promise<Avtale> {
  const kommune = o.kommune ?? k;
  teller += 1;
  const id = 5000 + teller;
  const m = o.mottaker ?? id;
  const tom = o.tom ? `'${o.tom}'` : 'null';
  const fom = o.fom ?? dato('2025-01-01');
  const n = kommune.kommuneId;
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      ${o.mottaker ? '' : `insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${m}, ${n}, 'M-U${m}', 1940);`}
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, ${n}, 'V-U-${id}', ${m}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', ${o.minutter ?? 210}, ${o.besok ?? 7}, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        values (${n}, ${id}, ${m}, 'HJEMMESYKEPLEIE', 'u${id}', '${fom}', ${tom}, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt)
        values (${id}, ${n}, ${id}, ${m}, ${o.enhet ?? kommune.nord}, '${fom}', ${tom}, '{}', now());`),
  );
  return { mottaker: m, oppdrag: id, vedtak: id };
}

/** Runs a command as the pipeline does: a refusal undoes everything. */
async function kjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<Result<T, string[]>> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return ok(svar.verdi);
  }).catch((feil: unknown) => {
    if (feil instanceof Angre) return { ok: false as const, feil: feil.verdi as string[] };
    throw feil;
  });
}

type Sending = Parameters<typeof registrer>[1];
const sending = (a: Avtale, resten: Partial<Sending> = {}): Sending => ({
  klientId: crypto.randomUUID(), oppdragId: a.oppdrag, dato: man, start: '08:00', minutter: 30, kategori: 'BRUKERRETTET', ansattId: null, grunn: 'Ført etterpå', ...resten,
});
async function nyttBesok(a: Avtale, resten: Partial<Sending> = {}, hvem: Utforende = leder) {
  const svar = await kjor(hvem, (tx) => registrer(tx, sending(a, resten)));
  if (!svar.ok) throw new Error(svar.feil.join());
  return { dag: resten.dato ?? man, besokId: svar.verdi.besokId, versjon: 1 };
}
type Rad = { id: number; versjon: number; erstattet: boolean; kvittert: boolean; minutter: number; kilde: string };
const besokene = (a: Avtale) => lesKommune(leder, (tx) => tx.alle<Rad>(sql`select * from besok where oppdrag_id = ${a.oppdrag} order by id, versjon`));
const ukeside = () => visUke(leder, { uke, enhetId: k.nord, visning: 'alle', dag: null, side: 1 });
async function tomUke(): Promise<void> {
  await withClient(testDatabase().superuserUrl, (klient) => klient.query('delete from besok; delete from uke_erklaring; delete from mottatt_registrering; update oppdrag set annullert = now()'));
}

beforeAll(async () => {
  k = await lagLitenKommune(1);
  fremmed = await lagLitenKommune(2);
  leder = { kommuneId: 1, kontoId: 101, rolle: 'utforerleder', enheter: [k.nord] };
  leder2 = { ...leder, kontoId: 102 };
});
afterAll(lukkPool);

describe('a registration', () => {
  test('sent any number of times at once with the same id is one visit, and every sender gets the same answer', async () => {
    const a = await nyttOppdrag();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), async (ganger) => {
        const for_ = (await besokene(a)).length;
        const en = sending(a);
        const svar = await Promise.all(Array.from({ length: ganger }, () => kjor(leder, (tx) => registrer(tx, en))));
        expect(new Set(svar.map((s) => (s.ok ? s.verdi.besokId : null))).size).toBe(1);
        expect(svar.filter((s) => s.ok && s.verdi.nytt)).toHaveLength(1);
        expect(await besokene(a)).toHaveLength(for_ + 1);
      }),
      { numRuns: 12 },
    );
  });

  test('from two phones is two visits, and the same id from another account is refused without a word of the visit', async () => {
    const a = await nyttOppdrag();
    const [en, to] = [sending(a), sending(a)];
    await Promise.all([kjor(leder, (tx) => registrer(tx, en)), kjor(leder2, (tx) => registrer(tx, to))]);
    expect(await besokene(a)).toHaveLength(2);
    expect(await kjor(leder2, (tx) => registrer(tx, en))).toEqual({ ok: false, feil: ['klientIdBrukt'] });
  });

  test('a refused one leaves no trace, so that the same id can be sent again when it is put right', async () => {
    const a = await nyttOppdrag();
    const gal = sending(a, { dato: leggTilDager(iDag(), 1) });
    expect(await kjor(leder, (tx) => registrer(tx, gal))).toEqual({ ok: false, feil: ['iFremtiden'] });
    expect((await kjor(leder, (tx) => registrer(tx, { ...gal, dato: man }))).ok).toBe(true);
  });

  test('on another unit’s or another kommune’s order is refused as if it were not there', async () => {
    const sor = await nyttOppdrag({ enhet: k.sor });
    const borte = await nyttOppdrag({ kommune: fremmed });
    for (const a of [sor, borte]) expect(await kjor(leder, (tx) => registrer(tx, sending(a)))).toEqual({ ok: false, feil: ['oppdragFinnesIkke'] });
  });

  test('outside the order’s time is stored, waits for its two ways out, and cannot be approved until moved', async () => {
    await tomUke();
    const gammel = await nyttOppdrag({ tom: leggTilDager(man, -1) });
    const ny = await nyttOppdrag({ mottaker: gammel.mottaker, fom: man });
    const n = await nyttBesok(gammel);
    expect((await ukeside())?.antall).toMatchObject({ utenfor: 1, alle: 1, uten: 0 });
    expect(await kjor(leder, (tx) => kvitter(tx, n))).toEqual({ ok: false, feil: ['utenforVedtaket'] });
    expect((await withKommune(leder, (tx) => visBesok(tx, n.dag, n.besokId)))?.flyttTil.map((f) => f.oppdragId)).toEqual([ny.oppdrag]);
    expect(await kjor(leder, (tx) => flytt(tx, { ...n, oppdragId: ny.oppdrag, grunn: 'Nytt vedtak' }))).toMatchObject({ ok: true });
    expect((await ukeside())?.antall).toMatchObject({ utenfor: 0, uten: 1 });
    expect(await kjor(leder, (tx) => flytt(tx, { ...n, versjon: 2, oppdragId: gammel.oppdrag, grunn: 'Tilbake' }))).toEqual({ ok: false, feil: ['oppdragetGjelderIkke'] });
  });
});

describe('a correction', () => {
  test('is a new version, the old one is kept, and the approval starts over', async () => {
    const a = await nyttOppdrag();
    const n = await nyttBesok(a);
    expect((await kjor(leder, (tx) => kvitter(tx, n))).ok).toBe(true);
    expect((await kjor(leder, (tx) => rett(tx, { ...n, dato: man, start: '08:00', minutter: 40, kategori: 'BRUKERRETTET', grunn: 'Feil tid' }))).ok).toBe(true);
    expect(await besokene(a)).toMatchObject([{ versjon: 1, erstattet: true, minutter: 30 }, { versjon: 2, erstattet: false, kvittert: false, minutter: 40 }]);
  });

  test('of two at once, one gets through and the other is told', async () => {
    const a = await nyttOppdrag();
    const n = await nyttBesok(a);
    const svar = await Promise.all([35, 36].map((minutter, i) => kjor(leder, (tx) => rett(tx, { ...n, dato: leggTilDager(man, i), start: '08:00', minutter, kategori: 'BRUKERRETTET', grunn: 'Feil tid' }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(svar.find((s) => !s.ok)).toEqual({ ok: false, feil: ['endretSidenSist'] });
    expect((await besokene(a)).filter((b) => !b.erstattet)).toHaveLength(1);
  });

  test('putting aside keeps every version and counts nowhere', async () => {
    await tomUke();
    const a = await nyttOppdrag();
    const n = await nyttBesok(a);
    expect((await kjor(leder, (tx) => leggBort(tx, { ...n, grunn: 'Ført to ganger' }))).ok).toBe(true);
    expect(await besokene(a)).toMatchObject([{ erstattet: true }, { erstattet: true, kilde: 'LAGT_BORT' }]);
    expect(await ukeside()).toMatchObject({ registrert: 0, antall: { bort: 1, uten: 0 } });
  });

  test('of another unit’s visit is refused', async () => {
    const a = await nyttOppdrag();
    const n = await nyttBesok(a);
    const annen: Utforende = { ...leder, enheter: [k.sor] };
    expect(await kjor(annen, (tx) => leggBort(tx, { ...n, grunn: 'Ikke min' }))).toEqual({ ok: false, feil: ['endretSidenSist'] });
    expect(await kjor({ ...leder, kommuneId: 2, enheter: [fremmed.nord] }, (tx) => kvitter(tx, n))).toEqual({ ok: false, feil: ['endretSidenSist'] });
  });
});

describe('the week', () => {
  test('is approved in bulk only when it is what was shown, is taken back, and is declared when nothing waits', async () => {
    await tomUke();
    const a = await nyttOppdrag({ minutter: 210, besok: 7 });
    for (let i = 0; i < 6; i += 1) await nyttBesok(a, { dato: leggTilDager(man, i) });
    const vist = await ukeside();
    expect(vist).toMatchObject({ vedtatt: 7, registrert: 6, manglerHos: 1, antall: { mangler: 1, uten: 6 } });
    const data = { uke, enhetId: k.nord, dag: null, antall: 6, avtrykk: vist?.avtrykk ?? '' };
    await nyttBesok(a, { dato: leggTilDager(man, 6) });
    expect(await kjor(leder, (tx) => kvitterAlle(tx, data))).toEqual({ ok: false, feil: ['endretSidenVist'] });
    expect((await besokene(a)).some((b) => b.kvittert)).toBe(false);
    const naa = await ukeside();
    const begge = await Promise.all([leder, leder2].map((hvem) => kjor(hvem, (tx) => kvitterAlle(tx, { ...data, antall: 7, avtrykk: naa?.avtrykk ?? '' }))));
    expect(begge.filter((s) => s.ok)).toHaveLength(1);
    const runde = (await ukeside())?.runder[0];
    expect(runde?.antall).toBe(7);
    expect((await kjor(leder, (tx) => erklar(tx, { uke, enhetId: k.nord }))).ok).toBe(true);
    expect(await kjor(leder, (tx) => erklar(tx, { uke, enhetId: k.nord }))).toEqual({ ok: false, feil: ['alleredeErklart'] });
    expect((await kjor(leder, (tx) => trekkErklaring(tx, { uke, enhetId: k.nord }))).ok).toBe(true);
    expect(await kjor(leder, (tx) => angreKvitteringsrunde(tx, { uke, enhetId: k.nord, tidMs: runde?.tidMs ?? 0, kontoId: runde?.avKontoId ?? null }))).toMatchObject({ ok: true, verdi: { antall: 7 } });
    expect(await kjor(leder, (tx) => erklar(tx, { uke, enhetId: k.nord }))).toEqual({ ok: false, feil: ['ukvittertGjenstar'] });
  });

  test('a day is approved alone, and a closed month’s approval is not taken back', async () => {
    await tomUke();
    const a = await nyttOppdrag();
    const n = await nyttBesok(a);
    await nyttBesok(a, { dato: leggTilDager(man, 1) });
    const dagen = (await ukeside())?.dager[0];
    expect(await kjor(leder, (tx) => kvitterAlle(tx, { uke, enhetId: k.nord, dag: man, antall: 1, avtrykk: dagen?.avtrykk ?? '' }))).toMatchObject({ verdi: { antall: 1 } });
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into maned_status values (1, '${man.slice(0, 7)}', 'LUKKET', now(), null)`));
    expect(await kjor(leder, (tx) => angre(tx, n))).toEqual({ ok: false, feil: ['manedenErLukket'] });
    await withClient(testDatabase().superuserUrl, (klient) => klient.query('delete from maned_status'));
  });

  test('of another unit is not there', async () => {
    expect(await visUke(leder, { uke, enhetId: k.sor, visning: 'alle', dag: null, side: 1 })).toBeNull();
    expect(await kjor(leder, (tx) => erklar(tx, { uke, enhetId: k.sor }))).toEqual({ ok: false, feil: ['ukjentUke'] });
  });

  test('SQL gives every visit the remark that the pure rule gives', async () => {
    await tomUke();
    const avtaler = [await nyttOppdrag(), await nyttOppdrag({ tom: leggTilDager(man, 1) }), await nyttOppdrag({ besok: 0 }), await nyttOppdrag({ minutter: 45, besok: 2 })];
    const vilkarlig = fc.array(fc.record({ a: fc.nat(3), t: fc.integer({ min: 6, max: 20 }), m: fc.integer({ min: 1, max: 90 }), d: fc.nat(2), kat: fc.constantFrom<Kategori>('BRUKERRETTET', 'BOMTUR', 'REISE') }), { minLength: 20, maxLength: 20 });
    const valg = fc.sample(vilkarlig, { numRuns: 1, seed: 46 })[0] ?? [];
    for (const v of valg) {
      const a = avtaler[v.a];
      if (a) await nyttBesok(a, { dato: leggTilDager(man, v.d), start: `${String(v.t).padStart(2, '0')}:00`, minutter: v.m, kategori: v.kat });
    }
    for (let d = 0; d < 3; d += 1) {
      const dag = leggTilDager(man, d);
      const rader = await lesKommune(leder, (tx) => findDagensBesok(tx, k.nord, dag, { ansattId: 101 }));
      const min = (kl: string) => Number(kl.slice(0, 2)) * 60 + Number(kl.slice(3));
      for (const r of rader) {
        const overlapper = rader.some((s) => s.id !== r.id && min(s.kl) < min(r.kl) + r.minutter && min(r.kl) < min(s.kl) + s.minutter);
        const pur = merknadFor({ ...r, vedtattMinutter: 210, vedtattBesok: avtaler[2]?.oppdrag === r.oppdragId ? 0 : 7, oppdrag: { fom: r.oppdragFom ?? dag, tom: r.oppdragTom, annullert: r.annullert }, overlapper, iPause: false });
        expect([r.id, r.merknad]).toEqual([r.id, pur]);
      }
    }
  });

  test('the list of orders gives each the state that the pure rule gives', async () => {
    await nyttOppdrag({ fom: dato('2025-01-01'), tom: dato('2025-02-01') });
    await nyttOppdrag();
    const liste = await lesKommune(leder, (tx) => visOppdragsliste(tx, { tilstand: null, sok: '', side: 1 }));
    const fakta = await lesKommune(leder, (tx) => tx.alle<{ id: number; fom: Dato; tom: Dato | null; bekreftet: boolean; iverksatt: Dato | null; annullert: boolean }>(sql`
      select id, fom, tom, bekreftet is not null bekreftet, iverksatt, annullert is not null annullert from oppdrag`));
    expect(liste.rader.length).toBeGreaterThan(2);
    for (const rad of liste.rader) {
      const f = fakta.find((en) => en.id === rad.id);
      expect(f && oppdragTilstand(f, iDag())).toBe(rad.tilstand);
    }
  });
});
