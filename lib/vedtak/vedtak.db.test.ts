import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { claimHandling, completeHandling } from '#lib/server/handling-id.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { apneMappe, oppgiGrunn } from '#lib/sak/sak-service.ts';
import { hentNyttVedtak } from '#lib/vedtak/nytt-vedtak-service.ts';
import { hentUtkast, lagreUtkast } from '#lib/vedtak/utkast-service.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';
import { opphorVedtak } from '#lib/vedtak/opphor-service.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
let to: LitenKommune;
const idag = iDag();

/** A scheme that covers the two units, with a price by the hour. */
async function lagOrdning(k: LitenKommune): Promise<void> {
  await withClient(testDatabase().superuserUrl, async (klient) => {
    await klient.query(`
      insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${k.kommuneId}, ${k.kommuneId}, 'isf', 'ISF', '2020-01');
      insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values
        (${k.kommuneId}, ${k.kommuneId}, ${k.nord}, 'HJEMMESYKEPLEIE', '2020-01'), (${k.kommuneId}, ${k.kommuneId}, ${k.sor}, 'HJEMMESYKEPLEIE', '2020-01');
      insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, fom_maned)
        values (${k.kommuneId}, ${k.kommuneId}, 'time', 'Time', 'Time', 'VEDTATT_TID', '{HJEMMESYKEPLEIE}', '2020-01');
      insert into enhet_periode (kommune_id, enhet_id, fom, gruppe) values (${k.kommuneId}, ${k.nord}, '2020-01-01', 'KOMMUNAL'), (${k.kommuneId}, ${k.sor}, '2020-01-01', 'KOMMUNAL');
      insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent)
        values (${k.kommuneId}, ${k.kommuneId}, 'time', 'KOMMUNAL', '2020-01', 66800, 'ENDELIG', 'vedtak', ${k.kommuneId * 100 + 3}, ${k.kommuneId * 100 + 1}, now());`);
  });
}

let teller = 10;
/** A recipient of the first kommune with no history. */
async function nyMottaker(skjermet = false): Promise<number> {
  teller += 1;
  const id = 100 + teller;
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet, saksbehandler_id) values (${id}, 1, 'M-T${id}', 1940, ${skjermet}, 101);
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${id}, 1, 'Olav', 'Test${id}', '1940-05-05', '${45_850_000_000 + id}')`),
  );
  return id;
}

beforeAll(async () => {
  en = await lagLitenKommune(1);
  to = await lagLitenKommune(2);
  await lagOrdning(en);
  await lagOrdning(to);
});
afterAll(lukkPool);

let mottaker: number;
beforeEach(async () => {
  mottaker = await nyMottaker();
});

const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
function data(resten: Partial<FattVedtakData['forslag']> = {}, versjon = 1): FattVedtakData {
  return {
    mottakerId: mottaker,
    versjon,
    forslag: {
      utfall: 'INNVILGET', tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 315, besok: 14, perUker: 1, deler: [] }, enhetId: en.nord,
      fom: idag, tom: null, begrunnelse: BEGRUNNELSE, erstatterId: null, tillegg: false, reduksjonsgrunn: null, ...resten,
    },
  };
}
async function fatt(d: FattVedtakData, hvem: Utforende = en.saksbehandler): Promise<{ vedtakId: number; nummer: string }> {
  return withKommune(hvem, async (tx) => {
    const svar = await fattVedtak(tx, d);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  });
}
const nektet = (d: FattVedtakData, hvem?: Utforende) => fatt(d, hvem).then(() => [], (feil: unknown) => (feil as Angre<string[]>).verdi);
const rader = <T>(bit: ReturnType<typeof sql>, hvem: Utforende = en.saksbehandler) => lesKommune(hvem, (tx) => tx.alle<T>(bit));
const virkninger = () => rader<{ fom: string; tom: string | null; grunn: string; gjeldende: boolean }>(sql`select fom, tom, grunn, gjeldende from vedtak_virkning where mottaker_id = ${mottaker} order by id`);

describe('å fatte vedtak', () => {
  test('vedtaket får nummer, virkning, oppdrag og loggrad, og utkastet er borte', async () => {
    await withKommune(en.saksbehandler, (tx) => lagreUtkast(tx, { mottakerId: mottaker, innhold: { timer: '5,25' } }));
    const svar = await fatt(data());
    expect(svar.nummer).toMatch(new RegExp(`^V-${idag.slice(0, 4)}-\\d{4}$`));
    expect(await virkninger()).toEqual([{ fom: idag, tom: null, grunn: 'FATTET', gjeldende: true }]);
    expect(await rader(sql`select enhet_id "enhetId", fom, tom from oppdrag where vedtak_id = ${svar.vedtakId}`)).toEqual([{ enhetId: en.nord, fom: idag, tom: null }]);
    expect(await rader(sql`select handling from logg where mottaker_id = ${mottaker}`)).toEqual([{ handling: 'FATT_VEDTAK' }]);
    expect(await lesKommune(en.saksbehandler, (tx) => hentUtkast(tx, mottaker))).toBeNull();
  });

  test('den som ikke har saken, må si hvorfor før et vedtak kan fattes', async () => {
    const annen: Utforende = { ...en.saksbehandler, kontoId: 103 };
    expect(await nektet(data(), annen)).toEqual(['manglerInnsynsgrunn']);
    await withKommune(annen, (tx) => oppgiGrunn(tx, { mottakerId: mottaker, grunn: 'Vikar i dag' }));
    expect((await fatt(data(), annen)).nummer).toMatch(/^V-/);
  });

  test('samme innsending to ganger samtidig gir ett vedtak og samme svar', async () => {
    const handlingId = crypto.randomUUID();
    const send = () =>
      withKommune(en.saksbehandler, async (tx) => {
        const tidligere = await claimHandling(tx, handlingId, 'FATT_VEDTAK');
        if (tidligere !== null) return tidligere;
        const svar = await fattVedtak(tx, data());
        await completeHandling(tx, handlingId, svar);
        return svar;
      });
    const [a, b] = await Promise.all([send(), send()]);
    expect(a).toEqual(b);
    expect(await rader(sql`select 1 from vedtak where mottaker_id = ${mottaker}`)).toHaveLength(1);
  });

  test('det erstattede vedtaket slutter dagen før, og oppdraget med det', async () => {
    const gammelt = await fatt(data({ fom: leggTilDager(idag, -10) }));
    const fra = leggTilDager(idag, 5);
    await fatt(data({ fom: fra, erstatterId: gammelt.vedtakId, omfang: { type: 'TIMER', minutter: 420, besok: 17, perUker: 1, deler: [] }, enhetId: en.sor }, 2));
    const dagenFor = leggTilDager(fra, -1);
    expect(await virkninger()).toEqual([
      { fom: leggTilDager(idag, -10), tom: null, grunn: 'FATTET', gjeldende: false },
      { fom: leggTilDager(idag, -10), tom: dagenFor, grunn: 'ERSTATTET', gjeldende: true },
      { fom: fra, tom: null, grunn: 'FATTET', gjeldende: true },
    ]);
    expect(await rader(sql`select enhet_id "enhetId", tom from oppdrag where mottaker_id = ${mottaker} order by id`)).toEqual([{ enhetId: en.nord, tom: dagenFor }, { enhetId: en.sor, tom: null }]);
  });

  test('deler etter tid på døgnet lagres, kommer tilbake i skjemaet og må ha et tidsbånd som finnes', async () => {
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`update ordning set regler = '{"tidsband":[{"kode":"KVELD","dager":[1,2,3,4,5,6,7],"fra":"15:00","til":"23:00"}]}' where id = 1 and kommune_id = 1`));
    const med = (tidsband: string) => ({ omfang: { type: 'TIMER', minutter: 315, besok: 14, perUker: 1, deler: [{ tidsband, minutter: 75, besok: 7 }] } }) as const;
    expect(await nektet(data(med('NATT')))).toEqual(['ukjentTidsband']);
    await fatt(data(med('KVELD')));
    const view = await lesKommune(en.saksbehandler, (tx) => hentNyttVedtak(tx, mottaker, 'nb'));
    expect(view?.gjeldende[0]?.omfang).toEqual(med('KVELD').omfang);
    expect(view?.tjenester[0]?.tidsband).toEqual([{ kode: 'KVELD', fra: '15:00', til: '23:00' }]);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`update ordning set regler = '{}' where id = 1 and kommune_id = 1`));
    const uten = await lesKommune(en.saksbehandler, (tx) => hentNyttVedtak(tx, mottaker, 'nb'));
    expect(uten?.tjenester[0]?.tidsband).toEqual([{ kode: 'KVELD', fra: null, til: null }]);
  });

  test('et likt vedtak i kraft blir nektet, og ingenting er lagret', async () => {
    await fatt(data());
    expect(await nektet(data({}, 2))).toEqual(['likIKraft']);
    expect(await rader(sql`select 1 from vedtak where mottaker_id = ${mottaker}`)).toHaveLength(1);
  });

  test('to som fatter hvert sitt samtidig: den ene får vite hva den andre gjorde', async () => {
    const utfall = await Promise.allSettled([fatt(data()), fatt(data({ omfang: { type: 'TIMER', minutter: 60, besok: 2, perUker: 1, deler: [] } }))]);
    const feil = utfall.filter((u) => u.status === 'rejected').map((u) => (u.reason as Angre<string[]>).verdi);
    expect(feil).toEqual([['konfliktFattet']]);
  });

  test('et avslag har verken virkning eller oppdrag', async () => {
    const svar = await fatt(data({ utfall: 'AVSLAG', omfang: null, enhetId: null }));
    expect(await virkninger()).toEqual([]);
    expect(await rader(sql`select utfall from vedtak where id = ${svar.vedtakId}`)).toEqual([{ utfall: 'AVSLAG' }]);
  });

  test('et opphør avslutter virkningen og oppdraget den dagen', async () => {
    const v = await fatt(data());
    const [virkning] = await rader<{ id: number }>(sql`select id from vedtak_virkning where vedtak_id = ${v.vedtakId}`);
    const opphor = { vedtakId: v.vedtakId, virkningId: virkning?.id ?? 0, tom: leggTilDager(idag, 14), grunn: 'ONSKE', unntak: null, begrunnelse: 'Du har bedt om å slutte.' } as const;
    expect((await withKommune(en.saksbehandler, (tx) => opphorVedtak(tx, opphor))).ok).toBe(true);
    expect((await virkninger()).at(-1)).toEqual({ fom: idag, tom: leggTilDager(idag, 14), grunn: 'ONSKE', gjeldende: true });
    expect(await rader(sql`select tom from oppdrag where vedtak_id = ${v.vedtakId}`)).toEqual([{ tom: leggTilDager(idag, 14) }]);
    const igjen = await withKommune(en.saksbehandler, (tx) => opphorVedtak(tx, opphor));
    expect(igjen.ok ? [] : igjen.feil.map((f) => f.grunn)).toEqual(['konfliktEndret']);
  });

  test('skjemaet får priser, enheter og det som er i kraft', async () => {
    await fatt(data());
    const view = await lesKommune(en.saksbehandler, (tx) => hentNyttVedtak(tx, mottaker, 'nb'));
    expect(view?.tjenester.map((t) => [t.kode, t.enheter.map((e) => e.navn)])).toEqual([['HJEMMESYKEPLEIE', ['Nord', 'Sør']]]);
    expect(view?.gjeldende.map((v) => [v.omfang.type, v.enhetId])).toEqual([['TIMER', en.nord]]);
    expect(view?.priser[`${en.nord}/HJEMMESYKEPLEIE`]?.map((k) => [k.kode, k.ore])).toEqual([['time', 66_800]]);
  });
});

describe('hvem som får se', () => {
  test('en annen kommune ser verken mottaker eller vedtak, og kan ikke fatte på dem', async () => {
    await fatt(data());
    expect(await rader(sql`select 1 from vedtak where mottaker_id = ${mottaker}`, to.saksbehandler)).toEqual([]);
    expect(await nektet(data({}, 2), to.saksbehandler)).toEqual(['ukjentMottaker']);
    expect((await withKommune(to.saksbehandler, (tx) => apneMappe(tx, mottaker))).type).toBe('FINNES_IKKE');
  });

  test('rådmann, politiker og systemansvarlig ser ingen vedtak; controller ser vedtaket, men ikke hvem', async () => {
    await fatt(data());
    for (const rolle of ['radmann', 'politiker', 'systemansvarlig'] as const) {
      expect(await rader(sql`select 1 from vedtak`, { ...en.controller, rolle })).toEqual([]);
    }
    expect(await rader(sql`select 1 from vedtak where mottaker_id = ${mottaker}`, en.controller)).toHaveLength(1);
    expect(await rader(sql`select 1 from mottaker_identitet`, en.controller)).toEqual([]);
  });

  test('en skjermet mottaker finnes bare for de navngitte, også når vedtak skal fattes', async () => {
    mottaker = await nyMottaker(true);
    expect(await nektet(data())).toEqual(['ukjentMottaker']);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, grunn) values (1, ${mottaker}, 101, '2020-01-01', 'saksbehandler')`));
    expect((await fatt(data())).vedtakId).toBeGreaterThan(0);
  });

  test('den som ikke har saken, må si hvorfor; svaret huskes ut dagen, og begge deler står i loggen', async () => {
    const annen: Utforende = { ...en.saksbehandler, kontoId: 102 };
    const apne = () => withKommune(annen, (tx) => apneMappe(tx, mottaker));
    expect((await apne()).type).toBe('KREVER_GRUNN');
    await withKommune(annen, (tx) => oppgiGrunn(tx, { mottakerId: mottaker, grunn: 'Vikar for Saks Behandler' }));
    expect(await apne()).toMatchObject({ type: 'APEN', grunn: 'Vikar for Saks Behandler', erSaksbehandler: false });
    expect(await withKommune(en.saksbehandler, (tx) => apneMappe(tx, mottaker))).toMatchObject({ type: 'APEN', grunn: null, erSaksbehandler: true });
    expect(await rader(sql`select handling, konto_id "kontoId" from logg where mottaker_id = ${mottaker} order by lopenr`)).toEqual([
      { handling: 'OPPGI_GRUNN', kontoId: 102 },
      { handling: 'SE_MOTTAKER', kontoId: 102 },
      { handling: 'SE_MOTTAKER', kontoId: 101 },
    ]);
  });

  test('et utkast er bare ens eget', async () => {
    await withKommune(en.saksbehandler, (tx) => lagreUtkast(tx, { mottakerId: mottaker, innhold: { timer: '3' } }));
    await withKommune(en.saksbehandler, (tx) => lagreUtkast(tx, { mottakerId: mottaker, innhold: { timer: '3,5' } }));
    expect((await lesKommune(en.saksbehandler, (tx) => hentUtkast(tx, mottaker)))?.innhold).toEqual({ timer: '3,5' });
    expect(await rader(sql`select 1 from vedtak_utkast`, { ...en.saksbehandler, kontoId: 102 })).toEqual([]);
  });
});

