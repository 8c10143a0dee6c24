import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { hentVedtaksliste } from '#lib/oversikt/vedtaksliste-service.ts';
import { lesVedtaksfilter } from '#lib/oversikt/vedtaksliste-view.ts';
import { hentVedtaksside } from '#lib/oversikt/vedtaksside-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) values (501, 1, 'M-V1', 1940, true);
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, begrunnelse, hjemmel, fattet, fattet_dato, fattet_av)
        values (501, 1, 'V-2026-501', 501, 'HJEMMESYKEPLEIE', 'AVSLAG', 'x', 'hol', now(), '2026-11-01', 101);`),
  );
});
afterAll(lukkPool);
const apne = (hvem: Utforende) => withKommune(hvem, (tx) => hentVedtaksside(tx, 501, 'nb')).then((side) => side.type);

test('vedtaket til en skjermet mottaker finnes ikke for bestillere som ikke er navngitt', async () => {
  expect(await apne(k.saksbehandler)).toBe('FINNES_IKKE');
  expect(await apne({ ...k.saksbehandler, rolle: 'bestillerleder' })).toBe('FINNES_IKKE');
});

test('økonomien følger pengene under pseudonym', async () => {
  expect(await apne(k.controller)).toBe('APEN');
});

test('og står ikke i listen deres, men i økonomiens', async () => {
  const treff = (hvem: Utforende) => withKommune(hvem, (tx) => hentVedtaksliste(tx, lesVedtaksfilter({ nummer: 'V-2026-501' }, { eldstForst: false, side: 1 }), 'nb')).then((side) => side.rader.map((r) => r.nummer));
  expect(await treff(k.saksbehandler)).toEqual([]);
  expect(await treff(k.controller)).toEqual(['V-2026-501']);
});
