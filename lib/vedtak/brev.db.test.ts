import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { claimHandling, completeHandling } from '#lib/server/handling-id.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { oppgiGrunn } from '#lib/sak/sak-service.ts';
import { leggInnBrevmal, lesBrevmal, standardmalSomFil } from '#lib/vedtak/brevmal-service.ts';
import { apneBrev, forhandsvisBrev, hentBrevPdf } from '#lib/vedtak/brev-service.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import { tomtSkjema } from '#lib/vedtak/nytt-vedtak-view.ts';
import { lagreUtkast } from '#lib/vedtak/utkast-service.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
let to: LitenKommune;
let vedtakId: number;
let svar: unknown[];
const idag = iDag();
const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
const somSuper = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
const data = () => ({
  mottakerId: en.mottaker,
  versjon: 1,
  forslag: { utfall: 'INNVILGET', tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 315, besok: 14, perUker: 1, deler: [] }, enhetId: en.nord, fom: idag, tom: null, begrunnelse: BEGRUNNELSE, erstatterId: null, tillegg: false, reduksjonsgrunn: null } as const,
});

/** The same submission twice at once, as a double click sends it. */
async function fattDobbelt(): Promise<unknown[]> {
  const handlingId = crypto.randomUUID();
  const send = () =>
    withKommune(en.saksbehandler, async (tx) => {
      const tidligere = await claimHandling(tx, handlingId, 'FATT_VEDTAK');
      if (tidligere !== null) return tidligere;
      const svar = await fattVedtak(tx, data());
      await completeHandling(tx, handlingId, svar);
      return svar;
    });
  return Promise.all([send(), send()]);
}

const mal = (tekst: string) => {
  const { klageuker, rettskilder, tekst: gammel } = STANDARDMAL;
  return JSON.stringify({ klageuker, rettskilder, tekst: { ...gammel, nn: { ...gammel.nn, klageHjelp: tekst } } });
};

beforeAll(async () => {
  en = await lagLitenKommune(1);
  to = await lagLitenKommune(2);
  await somSuper(`update mottaker set saksbehandler_id = 101, sprak = 'nn' where id = 101;
    insert into konto (id, kommune_id, navn) values (104, 1, 'Jon Aas'), (105, 1, 'Annen Behandler');
    insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 104, 'bestillerleder', 101, '2020-01-01'), (1, 105, 'saksbehandler', 101, '2020-01-01');
    insert into kontaktperson (kommune_id, mottaker_id, rolle, navn) values (1, 101, 'VERGE', 'Kari Haugland');
    insert into utredning (kommune_id, mottaker_id, dato, hjelpebehov, hjemmebesok, synspunkt) values (1, 101, '2026-10-12', 'MIDDELS', true, 'Du vil bo heime.');
    insert into brevmal (kommune_id, versjon, fom, innhold, registrert) values
      (1, 'eigen-1', '2020-01-01', '${mal('Ring 22 22 22 22 om du vil ha hjelp til klaga.')}', now()), (1, 'eigen-2', '2999-01-01', '${mal('Seinare.')}', now()),
      (2, 'annan', '2020-01-01', '${mal('Ein annan kommune.')}', now())`);
  svar = await fattDobbelt();
  vedtakId = (svar[0] as { verdi: { vedtakId: number } }).verdi.vedtakId;
});
afterAll(lukkPool);

const rader = <T>(bit: ReturnType<typeof sql>, hvem: Utforende = en.saksbehandler) => lesKommune(hvem, (tx) => tx.alle<T>(bit));
const antallBrev = async (hvem: Utforende) => (await rader(sql`select 1 from vedtaksbrev`, hvem)).length;

test('et dobbelt trykk gir ett brev, på mottakerens målform, etter malen som gjelder den dagen', async () => {
  expect(svar[0]).toEqual(svar[1]);
  const [brev, ...flere] = await rader<{ sprak: string; malversjon: string }>(sql`select sprak, malversjon from vedtaksbrev where vedtak_id = ${vedtakId}`);
  expect(flere).toEqual([]);
  expect(brev).toEqual({ sprak: 'nn', malversjon: 'eigen-1' });
  const side = await withKommune(en.saksbehandler, (tx) => apneBrev(tx, vedtakId));
  expect(side).toMatchObject({ type: 'APEN', navn: 'Solveig Haugland', brev: { innhold: { overskrift: 'Du får heimesjukepleie', mottaker: ['Solveig Haugland', 'v/ verje Kari Haugland'], mangler: [] } } });
  const tekst = JSON.stringify(side).replaceAll('\u00a0', ' ');
  for (const ord of ['Kommune 1 kommune', 'Bestillerkontoret', 'Ring 22 22 22 22', 'Du vil bo heime.', 'hol § 3-2, ikkje stadfesta', 'Saks Behandler, saksbehandlar', 'Jon Aas, ansvarleg leiar', BEGRUNNELSE]) expect(tekst).toContain(ord);
});

test('PDF-en er merket, har språk og tittel, og er den fingeravtrykket er tatt av', async () => {
  const fil = await withKommune(en.saksbehandler, (tx) => hentBrevPdf(tx, vedtakId));
  const bytes = fil?.innhold ?? Buffer.alloc(0);
  const tekst = bytes.toString('latin1');
  expect(fil?.navn).toMatch(/^V-\d{4}-\d{4}\.pdf$/);
  expect(tekst.slice(0, 5)).toBe('%PDF-');
  expect(tekst).toMatch(/\/MarkInfo <<\s*\/Marked true/);
  expect(tekst).toContain('/Lang (nn-NO)');
  expect(tekst).toContain('pdfuaid:part');
  expect(bytes.toString('utf8')).toContain('Du får heimesjukepleie – V-');
  const [lagret] = await rader<{ sha256: string }>(sql`select sha256 from vedtaksbrev where vedtak_id = ${vedtakId}`);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(lagret?.sha256);
});

test('brevet kan verken endres, slettes eller byttes', async () => {
  for (const tekst of [`update vedtaksbrev set sprak = 'nb' where vedtak_id = ${vedtakId}`, `delete from vedtaksbrev where vedtak_id = ${vedtakId}`, `update brevmal set fom = '2021-01-01' where versjon = 'eigen-1'`]) {
    await expect(somSuper(tekst)).rejects.toThrow('kan ikke endres');
  }
  await expect(withKommune(en.saksbehandler, (tx) => tx.kjor(sql`delete from vedtaksbrev`))).rejects.toThrow('permission denied');
  await expect(somSuper(`insert into vedtaksbrev (kommune_id, vedtak_id, mottaker_id, sprak, malversjon, innhold, pdf, sha256, laget) values (2, 1, 1, 'nb', 'x', '{}', 'x', 'feil', now())`)).rejects.toThrow('vedtaksbrev_sha256');
});

test('brevet er bestillerkontorets: ikke utførerens, økonomiens eller en annen kommunes', async () => {
  expect(await antallBrev(en.saksbehandler)).toBe(1);
  expect(await antallBrev({ ...en.saksbehandler, rolle: 'bestillerleder' })).toBe(1);
  for (const hvem of [en.utforerleder, en.controller, to.saksbehandler, { ...en.controller, rolle: 'revisor' }, { ...en.controller, rolle: 'radmann' }] as const) expect(await antallBrev(hvem)).toBe(0);
  expect(await withKommune(to.saksbehandler, (tx) => apneBrev(tx, vedtakId))).toEqual({ type: 'FINNES_IKKE' });
  expect(await withKommune(en.controller, (tx) => hentBrevPdf(tx, vedtakId))).toBeNull();
});

test('den som ikke har saken, sier hvorfor først, og hvert oppslag står i loggen', async () => {
  const annen: Utforende = { ...en.saksbehandler, kontoId: 105 };
  expect(await withKommune(annen, (tx) => apneBrev(tx, vedtakId))).toEqual({ type: 'KREVER_GRUNN', mottakerId: en.mottaker });
  expect(await withKommune(annen, (tx) => hentBrevPdf(tx, vedtakId))).toBeNull();
  await withKommune(annen, (tx) => oppgiGrunn(tx, { mottakerId: en.mottaker, grunn: 'Vikar i dag' }));
  await withKommune(annen, (tx) => apneBrev(tx, vedtakId));
  await withKommune(annen, (tx) => hentBrevPdf(tx, vedtakId));
  expect((await rader<{ handling: string }>(sql`select handling from logg where konto_id = 105 order by lopenr`)).map((r) => r.handling)).toEqual(['OPPGI_GRUNN', 'SE_BREV', 'LAST_NED_BREV']);
});

test('et vedtak fra før brevene ble tatt vare på, har ikke noe brev', async () => {
  await somSuper(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, begrunnelse, hjemmel, fattet, fattet_dato) values (9001, 1, 'V-2020-0001', 101, 'HJEMMESYKEPLEIE', 'AVSLAG', 'x', 'y', '2020-05-05', '2020-05-05')`);
  expect(await withKommune(en.saksbehandler, (tx) => apneBrev(tx, 9001))).toMatchObject({ type: 'APEN', brev: null, vedtak: { nummer: 'V-2020-0001' } });
  expect(await withKommune(en.saksbehandler, (tx) => hentBrevPdf(tx, 9001))).toBeNull();
});

test('en ny mal legges inn én gang, gjelder fra sin dag og står i loggen', async () => {
  const fil = JSON.parse(standardmalSomFil()) as Record<string, unknown>;
  const lest = lesBrevmal({ ...fil, versjon: '2026-9', fom: '2026-09-01' });
  if (!lest.ok) throw new Error(lest.feil.join());
  const inn = (kommune: number) => withClient(testDatabase().ownerUrl, (klient) => leggInnBrevmal(klient, kommune, lest.mal));
  expect([await inn(2), await inn(2), await inn(7)].map((svar) => svar?.slice(0, 17) ?? null)).toEqual([null, 'Kommunen har alt ', 'Kommune 7 finnes ']);
  expect(await rader(sql`select handling, objekt_id "objektId" from logg where handling = 'NY_BREVMAL'`, to.saksbehandler)).toEqual([{ handling: 'NY_BREVMAL', objektId: '2026-9' }]);
  expect(lesBrevmal({ ...fil, klageuker: 'fire', fom: '2026-02-31' })).toMatchObject({ ok: false, feil: [expect.stringContaining('klageuker'), expect.stringContaining('fom')] });
});

test('forhåndsvisningen er brevet av ens eget utkast', async () => {
  const se = () => lesKommune(en.saksbehandler, (tx) => forhandsvisBrev(tx, en.mottaker));
  expect(await se()).toBeNull();
  const utkast = { ...tomtSkjema('30.11.2026'), tjeneste: 'HJEMMESYKEPLEIE', volumenhet: 'TIMER', timer: '6', enhet: String(en.sor), forhold: String(vedtakId), begrunnelse: 'Du treng meir hjelp.' };
  await withKommune(en.saksbehandler, (tx) => lagreUtkast(tx, { mottakerId: en.mottaker, innhold: utkast }));
  expect(await se()).toMatchObject({ overskrift: 'Du får meir heimesjukepleie', mal: 'eigen-1', mangler: [] });
  expect(JSON.stringify(await se())).toContain('6 timar i veka. Sør gir deg tenesta.');
  expect(await lesKommune({ ...en.saksbehandler, kontoId: 105 }, (tx) => forhandsvisBrev(tx, en.mottaker))).toBeNull();
  expect(await lesKommune(to.saksbehandler, (tx) => forhandsvisBrev(tx, en.mottaker))).toBe('FINNES_IKKE');
});
