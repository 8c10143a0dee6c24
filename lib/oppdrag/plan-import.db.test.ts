import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager, ukedag } from '#lib/core/dato.ts';
import { bekreftImport, fullforOpplasting, kartlegg, opprettImport, taImotDel } from '#lib/server/filimport/filimport.ts';
import { finnFeil } from '#lib/server/filimport/feil-repo.ts';
import { finnImport, type Import } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { angreInnpasset, lesInnpasset, taInnInnpasset } from '#lib/server/filimport/innpass.ts';
import { forskjellsmerke } from '#lib/server/filimport/ta-inn.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { angrePlanimport, PLANIMPORTER, visPlanimport, visPlanimportrader } from '#lib/oppdrag/plan-import-service.ts';
import { avslutt, dagensArbeid } from '#lib/oppdrag/plan-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const PLAN = PLANIMPORTER['PLAN'] as Importor;
const dag = iDag();
const mandag = leggTilDager(dag, 8 - ukedag(dag));
let k: LitenKommune;
let nord: Utforende;
const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(q));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await lagLitenKommune(2);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  await super_(`insert into konto (id, kommune_id, navn, epost) values (821, 1, 'A En', 'a@demo.invalid'); insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 821, 'utforeransatt', ${k.nord}, '2020-01-01');`);
  for (const id of [951, 952]) {
    await super_(`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${9000 + id}, 1, 'P-${id}', 1940);
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, 1, 'V-I-${id}', ${9000 + id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 2, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert) values (1, ${id}, ${9000 + id}, 'HJEMMESYKEPLEIE', 'i${id}', '2026-01-01', 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values (${id}, 1, ${id}, ${9000 + id}, ${id === 951 ? k.nord : k.sor}, '2026-01-01', '{}', now());`);
  }
  await super_(`insert into besoksplan (kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, start_minutt, minutter, oppgaver, fom, opphav, registrert)
    values (1, 951, 951, ${k.nord}, 1, 480, 30, '{}', '2026-01-01', 'FORSLAG', '2026-01-01'), (1, 951, 951, ${k.nord}, 4, 480, 30, '{}', '2026-01-01', 'FORSLAG', '2026-01-01')`);
});
afterAll(lukkPool);

const HODE = 'Mottaker;Ukedag;Klokkeslett;Varighet;Oppgaver;Ansatt';
const hent = (id: number): Promise<Import> => lesKommune(k.controller, async (tx) => (await finnImport(tx, id)) as Import);

async function les(innhold: string | Uint8Array): Promise<number> {
  const bytes = Buffer.from(innhold);
  const id = await withKommune(k.controller, async (tx) => {
    const svar = await opprettImport(tx, PLAN, { filnavn: typeof innhold === 'string' ? 'plan.csv' : 'plan.xlsx', storrelse: bytes.length });
    if (!svar.ok) throw new Error('avvist');
    await taImotDel(tx, { importId: svar.verdi.importId, nummer: 0, innhold: bytes });
    await fullforOpplasting(tx, PLAN, svar.verdi.importId);
    const imp = await finnImport(tx, svar.verdi.importId);
    if (imp?.status === 'LASTET' && imp.kartlegging) await kartlegg(tx, PLAN, imp.id, imp.kartlegging);
    return svar.verdi.importId;
  });
  await lesInnpasset(system(1), PLAN, id);
  return id;
}
async function taInn(id: number): Promise<void> {
  const imp = await hent(id);
  await withKommune(k.controller, (tx) => bekreftImport(tx, PLAN, id, forskjellsmerke([], imp)));
  await taInnInnpasset(system(1), PLAN, id);
}
async function angre(id: number): Promise<void> {
  await withKommune(k.controller, (tx) => angrePlanimport(tx, { importId: id }));
  await angreInnpasset(system(1), PLAN, id, false);
}
const bilde = (id: number) => lesKommune(k.controller, (tx) => visPlanimport(tx, id));
const arbeid = async (i: number) => (await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: leggTilDager(mandag, i) }))).map((a) => ({ kl: a.kl, minutter: a.minutter, oppgaver: a.oppgaver, ansatt: a.ansatt }));
const rader = () => super_(`select oppdrag_id, ukedag, start_minutt, minutter, tom, trukket is not null trukket, opphav from besoksplan order by id`).then((r) => r.rows);

describe('a plan from another system', () => {
  test('tells every fault, also those only all rows together show, and keeps nothing', async () => {
    const id = await les(`${HODE}\nP-951;man;08:00;30;Stell;\nP-951;man, tirs dag;08:00;30;;\nP-999;man;08:00;30;;\nP-952;man;08:00;30;Hest;a@demo.invalid\n`);
    expect((await lesKommune(k.controller, (tx) => finnFeil(tx, id, null))).map((f) => [f.rad, f.hode, f.grunn])).toEqual([[3, 'Ukedag', 'IKKE_UKEDAG'], [4, 'Mottaker', 'UKJENT_VERDI'], [5, 'Oppgaver', 'UKJENT_OPPGAVE']]);
    const to = await les(`${HODE}\nP-951;man;08:00;30;;\nP-951;man;08:00;30;;\nP-952;ons;08:00;30;;a@demo.invalid\n`);
    expect((await lesKommune(k.controller, (tx) => finnFeil(tx, to, null))).map((f) => [f.rad, f.grunn])).toEqual([[2, 'DUPLIKAT'], [3, 'DUPLIKAT'], [4, 'ANNEN_ENHET']]);
    expect([await bilde(id), await bilde(to)]).toEqual([null, null]);
  });

  test('shows before, after and granted, is taken in whole from today, and is taken back', async () => {
    const for_ = await rader();
    const id = await les(await skrivXlsx({ navn: 'Plan', kolonner: HODE.split(';').map((tittel) => ({ tittel, type: 'tekst' as const })), rader: [['P-951', 'man', '08:00', '30', '', ''], ['V-I-951', 'ons', '09.30', '40', 'Stell, medisin', 'A@demo.invalid'], ['952', 'fre', '10:00', '60', '', '']] }));
    expect(await bilde(id)).toMatchObject({ nye: 2, like: 1, slutt: 1, enheter: [{ enhet: 'Nord', oppdrag: 1, minutterFor: 60, minutterEtter: 70, vedtatt: 60 }, { enhet: 'Sør', minutterFor: 0, minutterEtter: 60, vedtatt: 60 }], oppdrag: [{ pseudonym: 'P-951', minutterEtter: 70 }, { pseudonym: 'P-952' }] });
    expect(await rader()).toEqual(for_);
    await taInn(id);
    await taInn(id);
    expect(await arbeid(0)).toEqual([{ kl: '08.00', minutter: 30, oppgaver: [], ansatt: null }]);
    expect(await arbeid(2)).toEqual([{ kl: '09.30', minutter: 40, oppgaver: ['STELL', 'MEDISIN'], ansatt: 'A En' }]);
    expect(await arbeid(3)).toEqual([]);
    // What is over keeps the plan it had.
    expect((await rader())[1]).toMatchObject({ ukedag: 4, tom: leggTilDager(dag, -1), trukket: false });
    expect((await withKommune(k.controller, (tx) => visPlanimportrader(tx, id, 'SLUTT', { antall: 10, fra: 0 }))).map((r) => [r.pseudonym, r.ukedag])).toEqual([['P-951', 4]]);
    expect(await bilde(await les(`${HODE}\nP-951;man;08:00;30;;\nP-951;ons;09:30;40;Medisin, stell;a@demo.invalid\n`))).toMatchObject({ nye: 0, like: 2, slutt: 0 });
    await angre(id);
    expect(await bilde(id)).toMatchObject({ status: 'ANGRET', angret: { av: 'Con Troller', resultat: { oppdrag: 2, staar: 0 } } });
    expect([await arbeid(0), await arbeid(2), await arbeid(3)].map((a) => a.length)).toEqual([1, 0, 1]);
    await angre(id);
    expect((await rader()).filter((r) => r['trukket'] === false)).toHaveLength(2);
  });

  test('is read again when the plan has changed meanwhile, and an order planned since stands when it is taken back', async () => {
    const id = await les(`${HODE}\nP-951;tir;08:00;30;;\n`);
    const [gammel] = (await super_(`select id from besoksplan where oppdrag_id = 951 and ukedag = 4 and trukket is null`)).rows;
    await withKommune(nord, (tx) => avslutt(tx, { planId: Number(gammel?.['id']), fra: leggTilDager(dag, 3) }));
    await taInn(id);
    expect(await hent(id)).toMatchObject({ status: 'LESER', grunn: 'ENDRET_SIDEN' });
    await lesInnpasset(system(1), PLAN, id);
    await taInn(id);
    const [ny] = (await super_(`select id from besoksplan where oppdrag_id = 951 and ukedag = 2 and trukket is null`)).rows;
    await withKommune(nord, (tx) => avslutt(tx, { planId: Number(ny?.['id']), fra: leggTilDager(dag, 30) }));
    await angre(id);
    expect(await bilde(id)).toMatchObject({ angret: { resultat: { oppdrag: 0, staar: 1 } } });
    expect(await arbeid(1)).toHaveLength(1);
  });

  test('is nothing to another kommune, and only what is taken in can be taken back', async () => {
    const id = await les(`${HODE}\nP-952;man;08:00;60;;\n`);
    expect(await lesKommune({ ...k.controller, kommuneId: 2 }, (tx) => visPlanimport(tx, id))).toBeNull();
    expect(await withKommune(nord, (tx) => angrePlanimport(tx, { importId: id }))).toMatchObject({ ok: false });
  });
});
