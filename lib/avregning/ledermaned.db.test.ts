import { afterAll, beforeAll, expect, test } from 'vitest';
import { hentBemanning } from '#lib/avregning/bemanning-service.ts';
import { hentLederbilde } from '#lib/avregning/ledermaned-service.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import { forrige, forsteDag, manedFor, sisteDag } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const denne = manedFor(leggTilDager(iDag(), -1));
const for_ = forrige(denne);
let k: LitenKommune;
let nord: Utforende;
const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(q));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  // an hour a day since the month before last, all of last month delivered and settled to 1 000 kr an hour; half of this month so far
  await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (970, 1, 'V-L-970', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 420, 7, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, 970, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'l970', '2020-01-01', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (970, 1, 970, ${k.mottaker}, ${k.nord}, '2020-01-01', null, '{}', now());
    insert into besok (kommune_id, dato, start, minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert, kilde, kvittert)
      select 1, g::date, (g::date + time '09:00') at time zone 'Europe/Oslo', case when g::date < '${forsteDag(denne)}' then 60 else 30 end, 'BRUKERRETTET', 970, 970, ${k.nord}, 102, now(), 'FELT', false
      from generate_series('${forsteDag(for_)}'::date, '${leggTilDager(iDag(), -1)}'::date, interval '1 day') g;
    insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) values (1, ${k.nord}, '${for_}', 'ORDINAR', 60 * 100, 'T', 't1');
    insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (1, ${k.nord}, '${for_}', '254', '010', 5000000, 'T', 'r1');`);
});
afterAll(lukkPool);

test('without last month settled nothing is guessed, but what the hours went to is known', async () => {
  const bilde = await hentLederbilde(nord, k.nord, denne, null);
  expect(bilde).toMatchObject({ utsikt: null, tid: { maned: for_, betaltMinutter: 6000 }, kostnad: { timer: { orePerTime: 50_000 } } });
  expect(await hentLederbilde({ ...nord, enheter: [k.sor] }, k.nord, denne, null)).toBeNull();
});

test('what the hours went to counts what is registered with visits, time sheets first, and adds up week by week', async () => {
  await super_(`insert into besok (kommune_id, dato, start, minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert, kilde, kvittert)
      select 1, '${forsteDag(for_)}', ('${forsteDag(for_)}'::date + x.kl::time) at time zone 'Europe/Oslo', x.min, x.kategori, 970, 970, ${k.nord}, 102, now(), 'FELT', false
      from (values ('11:00', 25, 'REISE'), ('12:00', 10, 'BOMTUR')) x (kl, min, kategori);
    insert into annen_tid (kommune_id, enhet_id, maned, kategori, minutter, kilde, kilde_id) values (1, ${k.nord}, '${for_}', 'MOTE', 90, 'T', 'a1');`);
  const minutter = async () => Object.fromEntries(((await hentLederbilde(nord, k.nord, denne, null))?.tid?.deler ?? []).map((d) => [d.kategori, d.minutter]));
  expect(await minutter()).toEqual({ MOTE: 90, REISE: 25, BOMTUR: 10 });
  await super_(`insert into annen_tid (kommune_id, enhet_id, maned, kategori, minutter, kilde, kilde_id) values (1, ${k.nord}, '${for_}', 'REISE', 200, 'T', 'a2')`);
  expect(await minutter()).toEqual({ REISE: 200, MOTE: 90, BOMTUR: 10 });
  const tid = (await hentLederbilde(nord, k.nord, denne, null))?.tid;
  expect(tid?.uker.reduce((n, u) => n + (u.minutter['BRUKERRETTET'] ?? 0), 0)).toBe(tid?.brukerrettetMinutter);
});

test('half the delivery is half the income, and the sentence’s parts add up', async () => {
  const dager = Number(sisteDag(for_).slice(8));
  await super_(`insert into ordning (id, kommune_id, kode, navn, mal, fom_maned) values (77, 1, 'O', 'O', 'EGEN', '2020-01');
    insert into avregning (id, kommune_id, maned, nummer, status, bestilt) values (77, 1, '${for_}', 1, 'FERDIG', now());
    insert into avregning_sum (kommune_id, avregning_id, enhet_id, ordning_id, komponent, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
      values (1, 77, ${k.nord}, 77, 'TIMER', '${for_}', '${for_}', 1, ${dager}, ${dager * 100_000});`);
  const bilde = await hentLederbilde(nord, k.nord, denne, { nyMottakerMinutter: 0, bemanningMinutter: 0, prisPromille: 100 });
  const u = bilde?.utsikt;
  const dagerNa = Number(sisteDag(denne).slice(8));
  expect(u).toMatchObject({ levertPromille: 500, levertForrigePromille: 1000, orePerEnhet: 100_000, inntektOre: dagerNa * 50_000, forrigeOre: dager * 100_000 });
  expect(u?.deler.reduce((s, d) => s + d.ore, 0)).toBe((u?.inntektOre ?? 0) - (u?.forrigeOre ?? 0));
  expect(bilde?.hvaOm?.svar.endringInntektOre).toBe(dagerNa * 5_000);
});

test('a unit whose people live there is counted in days: absence is what differs, and one more is a month of days', async () => {
  const dager = Number(sisteDag(for_).slice(8));
  const dagerNa = Number(sisteDag(denne).slice(8));
  const hjem = { ...nord, enheter: [k.sor] };
  // away every other day of this month so far, at home all of last month, settled to 2 000 kr a day
  await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, plasstype, begrunnelse, hjemmel, fattet, fattet_dato)
      values (980, 1, 'V-L-980', ${k.mottaker}, 'LANGTIDSOPPHOLD', 'INNVILGET', 'PLASS', 'LANGTID', 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, 980, ${k.mottaker}, 'LANGTIDSOPPHOLD', 'l980', '2020-01-01', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (980, 1, 980, ${k.mottaker}, ${k.sor}, '2020-01-01', null, '{}', now());
    insert into opphold (id, kommune_id, oppdrag_id, vedtak_id, mottaker_id, enhet_id, inn) values (980, 1, 980, 980, ${k.mottaker}, ${k.sor}, '2020-01-01');
    insert into avregning_sum (kommune_id, avregning_id, enhet_id, ordning_id, komponent, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
      values (1, 77, ${k.sor}, 77, 'DOGN', '${for_}', '${for_}', 1, ${dager}, ${dager * 200_000});`);
  const full = await hentLederbilde(hjem, k.sor, denne, { nyMottakerMinutter: 60, bemanningMinutter: 0, prisPromille: 0 });
  expect(full?.utsikt).toMatchObject({ maal: 'DOGN', vedtatt: dagerNa, levertPromille: 1000, orePerEnhet: 200_000, inntektOre: dagerNa * 200_000 });
  expect(full?.hvaOm?.svar.endringInntektOre).toBe(Math.round((365 / 12) * 200_000));
  expect(full?.kostnad).toBeNull();
  await super_(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (1, ${k.sor}, '${for_}', '253', '010', ${dager * 300_000}, 'T', 'r2');
    -- what is booked so far of the month that runs says nothing of a whole month; on the first of a month that is the next one
    insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (1, ${k.sor}, '${manedFor(iDag())}', '253', '010', 100, 'T', 'r3')`);
  const medRegnskap = await hentLederbilde(hjem, k.sor, denne, { nyMottakerMinutter: 0, bemanningMinutter: 600, prisPromille: 0 });
  expect(medRegnskap?.kostnad).toMatchObject({ heleOre: dagerNa * 300_000, timer: null, maned: for_ });
  expect(medRegnskap?.hvaOm?.svar).toMatchObject({ endringKostnadOre: 0, resultatOre: dagerNa * -100_000 });
  await super_(`insert into fravar (kommune_id, opphold_id, enhet_id, fom, tom, arsak) values (1, 980, ${k.sor}, '${forsteDag(denne)}', '${forsteDag(denne)}', 'PERMISJON');
    insert into endring (kommune_id) values (1)`);
  const u = (await hentLederbilde(hjem, k.sor, denne, null))?.utsikt;
  const hittil = u?.vedtattHittil ?? 0;
  expect(u).toMatchObject({ registrert: hittil - 1, inntektOre: Math.round((dagerNa * 200_000 * (hittil - 1)) / hittil) });
  expect(u?.deler.find((d) => d.arsak === 'REGISTRERING')?.ore).toBe((u?.inntektOre ?? 0) - dagerNa * 200_000);
});

test('eight weeks of an hour a day are seven hours a week, against what the paid hours give at recipients', async () => {
  const b = await lesKommune(nord, (tx) => hentBemanning(tx, null));
  expect(b?.uker.map((u) => u.vedtattMinutter)).toEqual(Array.from({ length: 8 }, () => 420));
  expect(b?.uker[0]?.kapasitetMinutter).toBe(420);
  expect(await lesKommune(nord, (tx) => hentBemanning(tx, k.sor))).toBeNull();
});
