import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lesDato } from '#lib/core/tolk-felt.ts';
import { dato } from '#lib/core/dato.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { kontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';
import type { MottakerFelter } from '#lib/sak/mottaker-schema.ts';
import { avsluttTilgang, endreMottaker, giTilgang, hentOpplysninger, leggTilKontakt, registrerMottaker } from '#lib/sak/mottaker-service.ts';
import { apneMappe, hentInnsynTilUtskrift, oppgiGrunn } from '#lib/sak/sak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let annen: Utforende;
let leder: Utforende;
let nr = 100;

/** A made-up number born 3 April 1938 that nothing else here uses. */
function nummer(): string {
  for (;;) {
    nr += 1;
    const kontroll = kontrollsifre(`038438${nr}`);
    if (kontroll !== null) return `038438${nr}${kontroll}`;
  }
}
const felter = (resten: Partial<MottakerFelter> = {}): MottakerFelter => ({
  fornavn: 'Borghild', etternavn: 'Prøve', fodselsdato: dato('1938-04-03'), fodselsnummer: nummer(), avvikBekreftet: false, adresse: 'Storgata 1', telefon: null,
  sprak: 'nb', sone: null, saksbehandler: null, gradering: 'UGRADERT', egenAnsatt: false, ...resten,
});
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
const registrer = async (f: MottakerFelter, hvem = k.saksbehandler): Promise<number> => ((await gjor(hvem, (tx) => registrerMottaker(tx, f))) as { mottakerId: number }).mottakerId;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`update kommune set demo = true where id = 1;
      insert into konto (id, kommune_id, navn) values (108, 1, 'Annen Behandler'), (109, 1, 'Leder Ledersen');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 108, 'saksbehandler', 101, '2020-01-01'), (1, 109, 'bestillerleder', 101, '2020-01-01')`),
  );
  annen = { ...k.saksbehandler, kontoId: 108 };
  leder = { ...k.saksbehandler, kontoId: 109, rolle: 'bestillerleder' };
});
afterAll(lukkPool);

describe('registrering', () => {
  test('mottakeren får et pseudonym, historien en rad, og den som registrerte, er i saken', async () => {
    const id = await registrer(felter());
    await lesKommune(k.saksbehandler, async (tx) => {
      expect(await tx.en(sql`select pseudonym ~ '^M-[0-9]{6}$' ok, skjermet from mottaker where kommune_id = 1 and id = ${id}`)).toEqual({ ok: true, skjermet: false });
    });
    expect((await withKommune(k.saksbehandler, (tx) => apneMappe(tx, id))).type).toBe('APEN');
    expect((await withKommune(annen, (tx) => apneMappe(tx, id))).type).toBe('KREVER_GRUNN');
  });

  test('samme nummer to ganger avvises, og ingenting av den andre blir igjen', async () => {
    const f = felter();
    await registrer(f);
    const antall = () => lesKommune(k.saksbehandler, async (tx) => (await tx.en<{ n: number }>(sql`select count(*)::int n from mottaker where kommune_id = 1`))?.n);
    const for_ = await antall();
    expect(await gjor(k.saksbehandler, (tx) => registrerMottaker(tx, f))).toEqual(['nummerIBruk']);
    expect(await antall()).toBe(for_);
  });

  test('et nummer som tilhører en skjermet mottaker, avvises med de samme ordene', async () => {
    const f = felter({ gradering: 'STRENGT_FORTROLIG' });
    await registrer(f);
    expect(await gjor(annen, (tx) => registrerMottaker(tx, { ...f, gradering: 'UGRADERT' }))).toEqual(['nummerIBruk']);
  });

  test('demoen tar bare oppdiktede numre', async () => {
    const ni = Array.from({ length: 500 }, (_, i) => `010100${String(i).padStart(3, '0')}`).find((en) => kontrollsifre(en) !== null) ?? '';
    expect(await gjor(k.saksbehandler, (tx) => registrerMottaker(tx, felter({ fodselsdato: dato('1900-01-01'), fodselsnummer: `${ni}${kontrollsifre(ni)}` })))).toEqual(['nummerEkteIDemo']);
  });
});

describe('endringer', () => {
  test('hvert felt står i historien med gammel og ny verdi, og den som så noe gammelt, får vite det', async () => {
    const f = felter();
    const mottakerId = await registrer(f);
    expect(await gjor(k.saksbehandler, (tx) => endreMottaker(tx, { ...f, adresse: 'Kirkeveien 2', sprak: 'nn', mottakerId, sisteEndring: 0 }))).toBeNull();
    const o = await withKommune(k.saksbehandler, (tx) => hentOpplysninger(tx, mottakerId));
    if (o.type !== 'APEN') throw new Error(o.type);
    expect(o.historie.map((h) => [h.felt, h.fra, h.til, h.hvem])).toEqual(expect.arrayContaining([['adresse', 'Storgata 1', 'Kirkeveien 2', 'Saks Behandler'], ['sprak', 'nb', 'nn', 'Saks Behandler']]));
    expect(await gjor(k.saksbehandler, (tx) => endreMottaker(tx, { ...f, telefon: '1', mottakerId, sisteEndring: 0 }))).toEqual(['endretAvAnnen']);
  });

  test('den som ikke har saken, endrer ikke uten å ha sagt hvorfor', async () => {
    const f = felter();
    const mottakerId = await registrer(f);
    const kontakt = { mottakerId, rolle: 'VERGE' as const, navn: 'Kari Prøve', telefon: null, omfang: 'økonomi', tom: null };
    expect(await gjor(annen, (tx) => leggTilKontakt(tx, kontakt))).toEqual(['manglerInnsynsgrunn']);
    await gjor(annen, (tx) => oppgiGrunn(tx, { mottakerId, grunn: 'Vikar for Saks Behandler' }));
    expect(await gjor(annen, (tx) => leggTilKontakt(tx, kontakt))).toBeNull();
  });
});

describe('skjerming', () => {
  const finner = (hvem: Utforende, id: number) => lesKommune(hvem, async (tx) => (await tx.en(sql`select 1 from mottaker_identitet where kommune_id = 1 and mottaker_id = ${id}`)) !== null);

  test('bare den som skjermet og saksbehandleren finner mottakeren, til noen navngis av en navngitt', async () => {
    const f = felter({ saksbehandler: 101 });
    const mottakerId = await registrer(f);
    expect(await finner(annen, mottakerId)).toBe(true);
    expect(await gjor(k.saksbehandler, (tx) => endreMottaker(tx, { ...f, egenAnsatt: true, mottakerId, sisteEndring: 0 }))).toBeNull();
    expect([await finner(k.saksbehandler, mottakerId), await finner(annen, mottakerId), await finner(leder, mottakerId), await finner(k.utforerleder, mottakerId)]).toEqual([true, false, false, false]);
    // outside: cannot be seen to exist, and the database refuses what the service might forget
    expect(await gjor(leder, (tx) => giTilgang(tx, { mottakerId, konto: 108, grunn: 'Skal vikariere her', tom: null }))).toEqual(['ukjentMottaker']);
    const snik = (hvem: Utforende, konto: number) => withKommune(hvem, (tx) => tx.kjor(sql`insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, grunn) values (1, ${mottakerId}, ${konto}, current_date, 'x')`));
    await expect(snik(leder, 109)).rejects.toThrow(/navngitt/);
    await expect(withKommune(annen, (tx) => tx.kjor(sql`update mottaker set skjermet = false where kommune_id = 1 and id = ${mottakerId}`))).rejects.toThrow(/navngitt/);
    expect(await gjor(k.saksbehandler, (tx) => giTilgang(tx, { mottakerId, konto: 109, grunn: 'Leder for kontoret', tom: null }))).toBeNull();
    expect(await finner(leder, mottakerId)).toBe(true);
    expect(await gjor(leder, (tx) => avsluttTilgang(tx, { mottakerId, kontoId: 101 }))).toBeNull();
    expect(await finner(k.saksbehandler, mottakerId)).toBe(false);
    expect(await gjor(leder, (tx) => avsluttTilgang(tx, { mottakerId, kontoId: 109 }))).toEqual(['sisteNavngitte']);
  });

  test('ingen gir seg selv tilgang, og en gradert mottaker kan ikke stå uskjermet', async () => {
    const mottakerId = await registrer(felter({ gradering: 'FORTROLIG' }));
    expect(await gjor(k.saksbehandler, (tx) => giTilgang(tx, { mottakerId, konto: 101, grunn: 'Vil se selv, takk', tom: null }))).toEqual(['egenTilgang']);
    await expect(withKommune(k.saksbehandler, (tx) => tx.kjor(sql`update mottaker_identitet set gradering = 'FORTROLIG' where kommune_id = 1 and mottaker_id = ${k.mottaker}`))).rejects.toThrow(/skjermet/);
  });

  test('når skjermingen heves, finner alle på kontoret mottakeren igjen', async () => {
    const f = felter({ egenAnsatt: true });
    const mottakerId = await registrer(f);
    expect(await finner(annen, mottakerId)).toBe(false);
    expect(await gjor(k.saksbehandler, (tx) => endreMottaker(tx, { ...f, egenAnsatt: false, mottakerId, sisteEndring: 0 }))).toBeNull();
    expect(await finner(annen, mottakerId)).toBe(true);
  });
});

test('innsynslisten til utskrift har alle oppslag, også utskriften selv', async () => {
  const mottakerId = await registrer(felter());
  await gjor(annen, (tx) => oppgiGrunn(tx, { mottakerId, grunn: 'Vikar for Saks Behandler' }));
  await withKommune(annen, (tx) => apneMappe(tx, mottakerId));
  const liste = await withKommune(k.saksbehandler, (tx) => hentInnsynTilUtskrift(tx, mottakerId));
  expect(liste?.oppslag.map((o) => [o.handling, o.grunn])).toEqual([['LAST_NED_INNSYN', null], ['SE_MOTTAKER', 'Vikar for Saks Behandler'], ['OPPGI_GRUNN', 'Vikar for Saks Behandler'], ['REGISTRER_MOTTAKER', null]]);
  expect(lesDato('3.4.1938')).toBe('1938-04-03');
});
