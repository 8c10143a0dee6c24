import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import type { Result } from '#lib/core/result.ts';
import { oppgiGrunn } from '#lib/sak/sak-service.ts';
import { avvisForslag, fattEllerForesla, godkjennForslag, ventendeVedtak } from '#lib/vedtak/forslag-service.ts';
import { opphorVedtak } from '#lib/vedtak/opphor-service.ts';
import { hentSaksbrevPdf } from '#lib/vedtak/saksbrev-service.ts';
import { apneVarsler, registrerVarselsvar, sendVarsel, trekkVarsel, vurderVarsel } from '#lib/vedtak/varsel-service.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
let leder: Utforende;
const idag = iDag();
const som = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));

let teller = 30;
let mottaker: number;
beforeAll(async () => {
  en = await lagLitenKommune(1);
  leder = { kommuneId: 1, kontoId: 104, rolle: 'bestillerleder', enheter: null };
  await som(`insert into konto (id, kommune_id, navn) values (104, 1, 'Jon Aas');
    insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 104, 'bestillerleder', 101, '2020-01-01');
    insert into ordning (id, kommune_id, kode, navn, fom_maned) values (1, 1, 'isf', 'ISF', '2020-01');
    insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values (1, 1, ${en.nord}, 'HJEMMESYKEPLEIE', '2020-01');
    insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, fom_maned) values (1, 1, 'time', 'Time', 'Time', 'VEDTATT_TID', '{HJEMMESYKEPLEIE}', '2020-01');
    insert into enhet_periode (kommune_id, enhet_id, fom, gruppe) values (1, ${en.nord}, '2020-01-01', 'KOMMUNAL');
    insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent) values (1, 1, 'time', 'KOMMUNAL', '2020-01', 66800, 'ENDELIG', 'vedtak', 103, 101, now())`);
});
afterAll(lukkPool);
beforeEach(async () => {
  teller += 1;
  mottaker = 100 + teller;
  await som(`insert into mottaker (id, kommune_id, pseudonym, fodselsar, saksbehandler_id) values (${mottaker}, 1, 'M-T${mottaker}', 1940, 101);
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${mottaker}, 1, 'Olav', 'Test${mottaker}', '1940-05-05', '${45_850_000_000 + mottaker}')`);
});

const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
const timer = (minutter: number) => ({ type: 'TIMER', minutter, besok: 14, perUker: 1, deler: [] }) as const;
function data(resten: Partial<FattVedtakData['forslag']> = {}, versjon = 1): FattVedtakData {
  return { mottakerId: mottaker, versjon, forslag: { utfall: 'INNVILGET', tjeneste: 'HJEMMESYKEPLEIE', omfang: timer(315), enhetId: en.nord, fom: idag, tom: null, begrunnelse: BEGRUNNELSE, erstatterId: null, tillegg: false, reduksjonsgrunn: null, ...resten } };
}
async function gjor<T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>, hvem: Utforende = en.saksbehandler): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  });
}
const nektet = <T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>, hvem?: Utforende) => gjor(arbeid, hvem).then(() => [], (feil: unknown) => (feil as Angre<string[]>).verdi);
const rader = <T>(bit: ReturnType<typeof sql>) => lesKommune(en.saksbehandler, (tx) => tx.alle<T>(bit));
/** The deadline passes, as it does with time. */
const fristenGarUt = (vedtakId: number) => som(`update forhandsvarsel set sendt = now() - interval '30 days', frist = current_date - 3 where vedtak_id = ${vedtakId}`);

describe('mindre enn før', () => {
  const mindre = (v: { vedtakId: number }, versjon = 2) => data({ erstatterId: v.vedtakId, fom: leggTilDager(idag, 5), omfang: timer(210), reduksjonsgrunn: 'Du greier nå stellet selv om kvelden.' }, versjon);
  const varsel = (vedtakId: number) => ({ vedtakId, slag: 'REDUKSJON', hva: 'Fra 14 til 7 besøk i uken om kvelden.', hvorfor: 'Du har fått hjelpemidler og trener selv.', frist: leggTilDager(idag, 14) }) as const;

  test('nektes uten varsel, venter på fristen, krever vurderingen og bruker varselet i brevet', async () => {
    const v = await gjor((tx) => fattVedtak(tx, data({ fom: leggTilDager(idag, -10) })));
    expect(await nektet((tx) => fattVedtak(tx, mindre(v)))).toEqual(['manglerVarsel']);
    expect(await nektet((tx) => sendVarsel(tx, { ...varsel(v.vedtakId), frist: leggTilDager(idag, 3) }))).toEqual(['fristForKort']);
    await gjor((tx) => sendVarsel(tx, varsel(v.vedtakId)));
    expect(await nektet((tx) => sendVarsel(tx, varsel(v.vedtakId)))).toEqual(['varselFinnes']);
    expect(await nektet((tx) => fattVedtak(tx, mindre(v)))).toEqual(['varselVenterSvar']);
    await fristenGarUt(v.vedtakId);
    expect(await nektet((tx) => fattVedtak(tx, mindre(v)))).toEqual(['varselIkkeVurdert']);
    const [rad] = await rader<{ id: number; brevId: number }>(sql`select id, brev_id "brevId" from forhandsvarsel where vedtak_id = ${v.vedtakId}`);
    await gjor((tx) => vurderVarsel(tx, { varselId: rad?.id ?? 0, vurdering: 'Du svarte ikke. Vi har vært på hjemmebesøk og ser at du greier kvelden.' }));
    const ny = await gjor((tx) => fattVedtak(tx, mindre(v)));
    expect(await rader(sql`select varsel_id "varselId", varselunntak from vedtak where id = ${ny.vedtakId}`)).toEqual([{ varselId: rad?.id, varselunntak: null }]);
    const [brev] = await rader<{ tekst: string }>(sql`select innhold::text tekst from vedtaksbrev where vedtak_id = ${ny.vedtakId}`);
    expect(brev?.tekst).toContain('Vi fikk ikke svar. Slik har vi vurdert det på nytt: Du svarte ikke.');
    expect((await withKommune(en.saksbehandler, (tx) => hentSaksbrevPdf(tx, rad?.brevId ?? 0)))?.innhold.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('svaret åpner for vurderingen før fristen, et trukket varsel gjelder ikke, og et unntak står i brevet', async () => {
    const v = await gjor((tx) => fattVedtak(tx, data({ fom: leggTilDager(idag, -10) })));
    await gjor((tx) => sendVarsel(tx, varsel(v.vedtakId)));
    const side = await withKommune(en.saksbehandler, (tx) => apneVarsler(tx, v.vedtakId));
    const id = side.type === 'APEN' ? (side.varsler[0]?.id ?? 0) : 0;
    expect(await nektet((tx) => vurderVarsel(tx, { varselId: id, vurdering: 'x'.repeat(50) }))).toEqual(['varselVenterSvar']);
    await gjor((tx) => registrerVarselsvar(tx, { varselId: id, mottatt: idag, svar: 'Jeg vil beholde kvelden.' }));
    await gjor((tx) => trekkVarsel(tx, { varselId: id, grunn: 'Du trenger hjelpen likevel.' }));
    expect(await nektet((tx) => fattVedtak(tx, mindre(v)))).toEqual(['manglerVarsel']);
    const ny = await gjor((tx) => fattVedtak(tx, { ...mindre(v), forslag: { ...mindre(v).forslag, varselunntak: 'ONSKET' } }));
    const [brev] = await rader<{ tekst: string }>(sql`select innhold::text tekst from vedtaksbrev where vedtak_id = ${ny.vedtakId}`);
    expect(brev?.tekst).toContain('du har selv bedt om dette');
  });

  test('databasen lar ikke det som er sendt endres, og ikke et varsel brukes uten vurdering', async () => {
    const v = await gjor((tx) => fattVedtak(tx, data({ fom: leggTilDager(idag, -10) })));
    await gjor((tx) => sendVarsel(tx, varsel(v.vedtakId)));
    const prov = (bit: ReturnType<typeof sql>) => withKommune(en.saksbehandler, (tx) => tx.kjor(bit)).then(() => 'gikk', () => 'stoppet');
    expect(await prov(sql`update forhandsvarsel set hva = 'noe annet' where vedtak_id = ${v.vedtakId}`)).toBe('stoppet');
    expect(await prov(sql`update forhandsvarsel set brukt = now() where vedtak_id = ${v.vedtakId}`)).toBe('stoppet');
  });
});

describe('å avslutte', () => {
  test('gir et brev med klagerett, og det mottakeren ikke har bedt om, krever varsel eller unntak', async () => {
    const v = await gjor((tx) => fattVedtak(tx, data()));
    const [virkning] = await rader<{ id: number }>(sql`select id from vedtak_virkning where vedtak_id = ${v.vedtakId}`);
    const slutt = { vedtakId: v.vedtakId, virkningId: virkning?.id ?? 0, tom: leggTilDager(idag, 14), grunn: 'REVURDERT', unntak: null, begrunnelse: 'Du greier deg nå uten hjelp til stell.' } as const;
    expect(await nektet((tx) => opphorVedtak(tx, slutt))).toEqual(['manglerVarsel']);
    await gjor((tx) => opphorVedtak(tx, { ...slutt, unntak: 'UTTALT' }));
    const [brev] = await rader<{ tekst: string; slag: string }>(sql`select innhold::text tekst, slag from saksbrev where vedtak_id = ${v.vedtakId}`);
    expect(brev?.slag).toBe('OPPHOR');
    for (const ord of ['Hjemmesykepleie slutter', 'du har alt fått si hva du mener', 'Du kan klage', 'Statsforvalteren']) expect(brev?.tekst).toContain(ord);
    expect(await rader(sql`select grunn, varselunntak from opphor where vedtak_id = ${v.vedtakId}`)).toEqual([{ grunn: 'REVURDERT', varselunntak: 'UTTALT' }]);
  });
});

describe('en kort tjeneste', () => {
  test('har virkning og oppdrag, men ikke brev, og kan ikke følges av flere ut over to uker', async () => {
    const v = await gjor((tx) => fattVedtak(tx, data({ kort: true, tom: leggTilDager(idag, 9) })));
    expect(await rader(sql`select 1 from vedtaksbrev where vedtak_id = ${v.vedtakId}`)).toEqual([]);
    expect(await rader(sql`select 1 from oppdrag where vedtak_id = ${v.vedtakId}`)).toHaveLength(1);
    const neste = data({ kort: true, fom: leggTilDager(idag, 10), tom: leggTilDager(idag, 15), omfang: timer(300) }, 2);
    expect(await nektet((tx) => fattVedtak(tx, neste))).toEqual(['korteIRekke']);
    await gjor((tx) => fattVedtak(tx, { ...neste, forslag: { ...neste.forslag, kort: false } }));
  });
});

describe('over grensen', () => {
  beforeAll(() => som(`insert into innstilling (kommune_id, nokkel, fom, verdi) values (1, 'vedtaksregler', '2020-01-01', '{"grenseOre": 18000000}')`));
  afterAll(() => som(`delete from innstilling where nokkel = 'vedtaksregler'`));
  const foresla = (minutter: number, versjon = 1) => gjor((tx) => fattEllerForesla(tx, data({ omfang: timer(minutter) }, versjon)));

  test('fatter en alene under grensen; over den venter vedtaket på en annen, som fatter det', async () => {
    // 4 hours a week at 668 kr are 139 000 kr a year, 6 hours 209 000 kr
    expect(await foresla(240)).toHaveProperty('nummer');
    const svar = await gjor((tx) => fattEllerForesla(tx, data({ omfang: timer(360), tillegg: true, tom: leggTilDager(idag, 60) }, 2)));
    const forslagId = 'forslagId' in svar ? svar.forslagId : 0;
    expect((await lesKommune(leder, ventendeVedtak)).map((v) => [v.id, v.slag, v.gjelder, v.foreslattAv])).toEqual([[forslagId, 'VEDTAK', `M-T${mottaker}`, 101]]);
    expect(await nektet((tx) => godkjennForslag(tx, { forslagId }))).toEqual(['sammePerson']);
    await withKommune(leder, (tx) => oppgiGrunn(tx, { mottakerId: mottaker, grunn: 'Godkjenner vedtak' }));
    const fattet = await gjor((tx) => godkjennForslag(tx, { forslagId }), leder);
    expect(await rader(sql`select fattet_av "fattetAv" from vedtak where id = ${fattet.vedtakId}`)).toEqual([{ fattetAv: 104 }]);
    const [brev] = await rader<{ tekst: string }>(sql`select innhold->>'underskrift' tekst from vedtaksbrev where vedtak_id = ${fattet.vedtakId}`);
    expect(brev?.tekst).toContain('Saks Behandler, saksbehandler');
    expect(await nektet((tx) => godkjennForslag(tx, { forslagId }), leder)).toEqual(['forslagAvgjort']);
  });

  test('er saken endret, fattes det ikke; og det kan sendes tilbake', async () => {
    const svar = await foresla(420);
    const forslagId = 'forslagId' in svar ? svar.forslagId : 0;
    expect(await nektet((tx) => fattEllerForesla(tx, data({ omfang: timer(430) })))).toEqual(['forslagFinnes']);
    await som(`update mottaker set versjon = versjon + 1 where id = ${mottaker}`);
    await withKommune(leder, (tx) => oppgiGrunn(tx, { mottakerId: mottaker, grunn: 'Godkjenner vedtak' }));
    expect(await nektet((tx) => godkjennForslag(tx, { forslagId }), leder)).toEqual(['konfliktUkjent']);
    await gjor((tx) => avvisForslag(tx, { forslagId, grunn: 'Se på omfanget en gang til.' }), leder);
    expect(await lesKommune(leder, ventendeVedtak)).toEqual([]);
  });
});
