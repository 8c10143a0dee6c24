import { afterAll, beforeAll, expect, test } from 'vitest';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { KPR_1 } from '#lib/sak/domain/kpr.ts';
import { oppgiGrunn } from '#lib/sak/sak-service.ts';
import type { FerdigstillData } from '#lib/sak/utredning-schema.ts';
import { apneUtredningsskjema, ferdigstillUtredning, hentUtredninger, lagreUtredningUtkast } from '#lib/sak/utredning-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let annen: Utforende;

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
const data = (sisteId: number, resten: Partial<FerdigstillData> = {}): FerdigstillData => ({
  mottakerId: k.mottaker, skarer: Object.fromEntries(KPR_1.variabler.map((v) => [v.kode, '3'])), hjemmebesok: true, besokDato: iDag(), besokNotat: null, synspunkt: 'Vil bo hjemme.',
  vurdering: 'Trenger hjelp morgen og kveld.', forslag: null, forslagTjenester: ['HJEMMESYKEPLEIE'], henvendelseId: null, retterId: null, sisteId, ...resten,
});
const hent = async (hvem = k.saksbehandler) => {
  const side = await withKommune(hvem, (tx) => hentUtredninger(tx, k.mottaker, 'nb'));
  return side.type === 'APEN' ? side : null;
};
const ferdig = (d: FerdigstillData, hvem = k.saksbehandler) => gjor(hvem, (tx) => ferdigstillUtredning(tx, d));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`update mottaker set saksbehandler_id = 101 where id = 101; insert into konto (id, kommune_id, navn) values (108, 1, 'Annen Behandler');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 108, 'saksbehandler', 101, '2020-01-01')`),
  );
  annen = { ...k.saksbehandler, kontoId: 108 };
});
afterAll(lukkPool);

test('utkastet er den enes, overlever, og er borte når utredningen er ferdig', async () => {
  await gjor(k.saksbehandler, (tx) => lagreUtredningUtkast(tx, { mottakerId: k.mottaker, innhold: { synspunkt: 'Halv set', skarer: { HYGIENE: '4' } } }));
  const skjema = async (hvem: Utforende) => {
    const side = await withKommune(hvem, (tx) => apneUtredningsskjema(tx, k.mottaker, null, 'nb'));
    return side.type === 'APEN' ? side.skjema : null;
  };
  expect((await skjema(k.saksbehandler))?.utfylt).toMatchObject({ synspunkt: 'Halv set', skarer: { HYGIENE: '4', SPISE: null } });
  expect(await gjor(annen, (tx) => lagreUtredningUtkast(tx, { mottakerId: k.mottaker, innhold: {} }))).toEqual(['manglerInnsynsgrunn']);
  await gjor(annen, (tx) => oppgiGrunn(tx, { mottakerId: k.mottaker, grunn: 'Vikar for Saks Behandler' }));
  expect((await skjema(annen))?.utfylt.synspunkt).toBe('');
  expect(await ferdig(data(0))).toMatchObject({ utredningId: expect.any(Number) as number });
  expect((await skjema(k.saksbehandler))?.utkastEndret).toBeNull();
  expect((await hent())?.utredninger[0]).toMatchObject({ hjelpebehov: 'MIDDELS', utfortAv: 'Saks Behandler', rettet: false });
});

test('en skår som mangler, stopper; den som skrev mens en annen ble ferdig, får vite det', async () => {
  const sisteId = (await hent())?.utredninger[0]?.id ?? 0;
  expect(await ferdig(data(sisteId, { skarer: { HYGIENE: '3' } }))).toEqual(['manglerSkar']);
  expect(await ferdig(data(0))).toEqual(['nyereFinnes']);
});

test('en ferdig utredning kan ikke endres, bare rettes, og rettelsen gjelder fra samme dag', async () => {
  const gammel = (await hent())?.utredninger[0];
  if (!gammel) throw new Error('ingen utredning');
  await expect(withClient(testDatabase().superuserUrl, (klient) => klient.query(`update utredning set synspunkt = 'x' where id = ${gammel.id}`))).rejects.toThrow(/kan ikke endres/);
  expect(await ferdig(data(gammel.id, { retterId: gammel.id, skarer: Object.fromEntries(KPR_1.variabler.map((v) => [v.kode, '4'])) }))).toMatchObject({ utredningId: expect.any(Number) as number });
  const etter = (await hent())?.utredninger ?? [];
  expect(etter.map((u) => [u.dato === gammel.dato, u.hjelpebehov, u.rettet])).toEqual([[true, 'OMFATTENDE', false], [true, 'MIDDELS', true]]);
  expect(await ferdig(data(etter[0]?.id ?? 0, { retterId: gammel.id }))).toEqual(['kanIkkeRettes']);
});
