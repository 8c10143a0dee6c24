import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Dato, dato } from '#lib/core/dato.ts';
import { forrige, type Maned, manedFor, parseManed } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { bekreftSats, settSats, visGebyr } from '#lib/utfort-tid/gebyr-service.ts';
import { findKvalitet } from '#lib/utfort-tid/kontroll-repo.ts';
import { registrerMelding, registrerOppfolging, registrerResultat, trekkProve, visMeldinger, visProve, visProver } from '#lib/utfort-tid/kontroll-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
const super_ = (tekst: string): Promise<unknown> => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
const oktober = parseManed('2026-10') as Maned;
const [fom, tom] = [dato('2026-10-01'), dato('2026-10-31')];

async function kjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<T | string[]> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  }).catch((feil: unknown) => {
    if (feil instanceof Angre) return feil.verdi as string[];
    throw feil;
  });
}

type Besok = { id: number; vedtak: number; dag?: Dato; minutter?: number; kilde?: string; kvittert?: boolean; versjon?: number; enhet?: number };
const nye = (besok: readonly Besok[]): Promise<unknown> =>
  super_(besok.map((b) => `insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert)
    values (${b.id}, 1, ${b.versjon ?? 1}, '${b.dag ?? '2026-10-05'}', '${b.dag ?? '2026-10-05'} 08:00 Europe/Oslo', ${b.minutter ?? 30}, 30, 'BRUKERRETTET', ${b.vedtak}, ${b.vedtak}, ${b.enhet ?? k.nord}, now(), '${b.kilde ?? 'FELT'}', ${b.kvittert ?? true});`).join(''));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await super_([1, 2, 3].map((n) => `
    insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${900 + n}, 1, 'M-${n}', 1940);
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${n}, 1, 'V-${n}', ${900 + n}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 2, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, ${n}, ${900 + n}, 'HJEMMESYKEPLEIE', 'u${n}', '2026-01-01', ${n === 3 ? "'2026-10-14'" : 'null'}, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${n}, 1, ${n}, ${900 + n}, ${k.nord}, '2026-01-01', ${n === 3 ? "'2026-10-14'" : 'null'}, '{}', now());`).join(''));
});
beforeEach(() => super_('truncate besok, stikkprove_besok, stikkprove, enhetsmelding, gebyrsats, gebyr_fakturert, pause cascade'));
afterAll(lukkPool);

describe('a spot check', () => {
  test('draws the same by the same seed, of the unit’s visits alone, and keeps what it drew among', async () => {
    await nye(Array.from({ length: 60 }, (_, i) => ({ id: i + 1, vedtak: 1, kilde: i % 4 === 0 ? 'ETTERREGISTRERT' : 'FELT', enhet: i < 50 ? k.nord : k.sor })));
    const trekk = (fro: number) => kjor(k.utforerleder, (tx) => trekkProve(tx, { enhetId: k.nord, fom, tom, antall: 10, fro }));
    const svar = [await trekk(7), await trekk(7), await trekk(8)] as { stikkproveId: number }[];
    const prover = await Promise.all(svar.map((s) => withKommune(k.utforerleder, (tx) => visProve(tx, s.stikkproveId))));
    const ider = prover.map((p) => p?.rader.map((r) => r.besokId));
    expect(ider[0]).toEqual(ider[1]);
    expect(ider[0]).not.toEqual(ider[2]);
    expect(prover[0]?.hode).toMatchObject({ populasjon: 50, etterforte: 13, antall: 10, fro: 7, vekt: 3, avtrykk: prover[1]?.hode.avtrykk });
    expect(await kjor(k.utforerleder, (tx) => trekkProve(tx, { enhetId: k.sor, fom, tom, antall: 5, fro: null }))).toEqual(['ukjentEnhet']);
    expect(await kjor(k.utforerleder, (tx) => trekkProve(tx, { enhetId: k.nord, fom: dato('2026-09-01'), tom: dato('2026-09-02'), antall: 5, fro: null }))).toEqual(['ingenBesok']);
    const annen: Utforende = { ...k.utforerleder, enheter: [k.sor] };
    expect(await withKommune(annen, (tx) => visProve(tx, svar[0]?.stikkproveId ?? 0))).toBeNull();
  });

  test('has a result for each, and a deviation stays on the list until it is followed up', async () => {
    await nye([{ id: 1, vedtak: 1 }, { id: 2, vedtak: 1 }]);
    const { stikkproveId } = (await kjor(k.controller, (tx) => trekkProve(tx, { enhetId: k.nord, fom, tom, antall: 5, fro: 1 }))) as { stikkproveId: number };
    const n = (nummer: number) => ({ stikkproveId, nummer });
    expect(await kjor(k.controller, (tx) => registrerResultat(tx, { ...n(1), utfall: 'AVVIK', slag: null, merknad: null }))).toEqual(['slagMangler']);
    await kjor(k.controller, (tx) => registrerResultat(tx, { ...n(1), utfall: 'AVVIK', slag: 'KORTERE', merknad: 'Ti minutter' }));
    await kjor(k.controller, (tx) => registrerResultat(tx, { ...n(2), utfall: 'STEMMER', slag: null, merknad: null }));
    expect((await lesKommune(k.utforerleder, (tx) => visProver(tx, 10, 0))).apne).toMatchObject([{ nummer: 1, slag: 'KORTERE' }]);
    expect(await kjor(k.utforerleder, (tx) => registrerOppfolging(tx, { ...n(2), oppfolging: 'Snakket' }))).toEqual(['ikkeAvvik']);
    await kjor(k.utforerleder, (tx) => registrerOppfolging(tx, { ...n(1), oppfolging: 'Besøket er rettet' }));
    expect((await lesKommune(k.utforerleder, (tx) => visProver(tx, 10, 0))).apne).toEqual([]);
    expect(await kjor(k.controller, (tx) => registrerResultat(tx, { ...n(1), utfall: 'STEMMER', slag: null, merknad: null }))).toEqual(['alleredeFulgtOpp']);
  });
});

test('the registration is counted by month: the same day, afterwards, corrected, from other systems; put aside counts nowhere', async () => {
  await nye([{ id: 1, vedtak: 1 }, { id: 2, vedtak: 1, kilde: 'ETTERREGISTRERT' }, { id: 3, vedtak: 1, kilde: 'IMPORT' }, { id: 4, vedtak: 1, versjon: 2 }, { id: 5, vedtak: 1, dag: dato('2026-11-02') }]);
  await super_("update besok set erstattet = true where id = 5");
  expect(await lesKommune(k.controller, (tx) => findKvalitet(tx, null, fom, dato('2026-11-30')))).toEqual([{ maned: '2026-10', besok: 4, fraAndre: 1, sammeDag: 2, etterpa: 1, rettet: 1, utenPlan: 0 }]);
});

test('complaints are counted by unit, said again the last holds, and another unit’s are not the leader’s', async () => {
  const meld = (hvem: Utforende, enhetId: number, antall: number) => kjor(hvem, (tx) => registrerMelding(tx, { enhetId, maned: forrige(manedFor(iDag())), slag: 'KLAGE', kategori: 'BEMANNING', antall }));
  await meld(k.utforerleder, k.nord, 2);
  await meld(k.controller, k.nord, 3);
  await meld(k.controller, k.sor, 1);
  expect(await meld(k.utforerleder, k.sor, 1)).toEqual(['ukjentEnhet']);
  expect((await lesKommune(k.utforerleder, visMeldinger)).rader).toMatchObject([{ enhet: 'Nord', antall: 3 }]);
  expect((await lesKommune(k.controller, visMeldinger)).rader).toHaveLength(2);
});

describe('the fee basis', () => {
  const sats = (fra: string, orePerTime: number) => kjor(k.controller, (tx) => settSats(tx, { tjeneste: 'HJEMMESYKEPLEIE', fom: dato(fra), orePerTime, avrunding: 'NAERMEST', kilde: 'Vedtak 1', bekreftet: false }));
  const rader = async () => (await withKommune(k.controller, (tx) => visGebyr(tx, oktober, 'SE_GEBYR'))).rader;

  test('is delivered and approved time where anything is registered, else what was granted without the absence', async () => {
    await sats('2026-01-01', 42_400);
    await nye([{ id: 1, vedtak: 1, minutter: 70 }, { id: 2, vedtak: 1, minutter: 40, kvittert: false }]);
    await super_(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values (1, 2, '2026-10-10', '2026-10-19', 'SYKEHUS', now())`);
    expect((await rader()).map((r) => [r.pseudonym, r.grunnlag?.kilde, r.grunnlag?.halvtimer, r.grunnlag?.fravarsdager, r.grunnlag?.ore, r.ukvittertMinutter])).toEqual([
      ['M-1', 'LEVERT', 2, 0, 42_400, 40], ['M-2', 'INNVILGET', 6, 10, 127_200, 0], ['M-3', 'INNVILGET', 4, 0, 84_800, 0],
    ]);
  });

  test('has the rate of its month, a new one ends the old, and a rate is marked until it is checked', async () => {
    await sats('2026-01-01', 42_400);
    expect(await sats('2026-01-01', 50_000)).toEqual(['senereSats']);
    await sats('2026-11-01', 50_000);
    const satser = (await withKommune(k.controller, (tx) => visGebyr(tx, oktober, 'SE_GEBYR'))).satser;
    expect(satser.map((s) => [s.fom, s.tom, s.bekreftet])).toEqual([['2026-11-01', null, false], ['2026-01-01', '2026-10-31', false]]);
    expect((await rader())[0]).toMatchObject({ sats: 42_400, bekreftet: false });
    await kjor(k.controller, (tx) => bekreftSats(tx, { satsId: satser[1]?.id ?? 0 }));
    expect((await rader())[0]).toMatchObject({ bekreftet: true });
    // A unit's leader meets no fees.
    expect(await lesKommune(k.utforerleder, (tx) => tx.alle(sql`select 1 from gebyrsats`))).toEqual([]);
  });

  test('is compared with what was invoiced, differences first', async () => {
    await sats('2026-01-01', 42_400);
    await super_(`insert into gebyr_fakturert (kommune_id, mottaker_id, tjeneste, maned, ore, kilde_id) values (1, 901, 'HJEMMESYKEPLEIE', '2026-10', 190800, 'a'), (1, 902, 'HJEMMESYKEPLEIE', '2026-10', 999900, 'b'), (1, ${k.mottaker}, 'HJEMMESYKEPLEIE', '2026-10', 100, 'c')`);
    expect((await rader()).map((r) => [r.pseudonym, r.grunnlag?.ore ?? null, r.sammenligning])).toEqual([
      [`M-${k.mottaker}`, null, 'UTEN_GRUNNLAG'], ['M-2', 190_800, 'FOR_MYE'], ['M-3', 84_800, 'IKKE_FAKTURERT'], ['M-1', 190_800, 'LIK'],
    ]);
  });
});
