import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import type { Inndeling } from '#lib/oversikt/likebehandling-view.ts';
import { hentLikebehandling } from '#lib/oversikt/likebehandling-service.ts';
import { hentVentetider } from '#lib/oversikt/ventetid-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let leder: Utforende;

/** Twelve recipients with 60, 120 … minutes a week: eight in Nord, four in Sør; the last is shielded. */
beforeAll(async () => {
  const k = await lagLitenKommune(1);
  leder = { ...k.saksbehandler, rolle: 'bestillerleder' };
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, sone, skjermet) select 500 + i, 1, 'M-L' || i, 1940, case when i <= 8 then 'Nord' else 'Sør' end, i = 13 from generate_series(1, 13) i;
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, begrunnelse, hjemmel, fattet, fattet_dato, fattet_av)
        select 500 + i, 1, 'V-2026-' || (500 + i), 500 + i, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 120 * i, 1, 2, 'x', 'hol', now(), current_date - 10, 101 from generate_series(1, 13) i;
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert)
        select 1, 500 + i, 500 + i, 'HJEMMESYKEPLEIE', 'k' || i, current_date - 9, 'FATTET', now() from generate_series(1, 13) i;
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, begrunnelse, hjemmel, fattet, fattet_dato, fattet_av)
        select 600 + i, 1, 'V-2026-' || (600 + i), 500 + i, 'HJEMMESYKEPLEIE', 'AVSLAG', 'x', 'hol', now(), current_date - 5, 101 from generate_series(1, 2) i;
      insert into henvendelse (id, kommune_id, mottaker_id, mottatt, type, fra, innhold, status, besvart) select 700 + i, 1, 500 + i, current_date - 10 - i, 'SOKNAD', 'x', 'x', 'BESVART', current_date - 10 from generate_series(1, 5) i;
      insert into henvendelse_vedtak (kommune_id, henvendelse_id, vedtak_id, mottaker_id) select 1, 700 + i, 500 + i, 500 + i from generate_series(1, 5) i;`),
  );
});
afterAll(lukkPool);
const hent = (inndeling: Inndeling, hvem = leder) => lesKommune(hvem, (tx) => hentLikebehandling(tx, inndeling, null, 'nb'));

test('kvartilene er minutter i uken per mottaker, uten de skjermede', async () => {
  const { alle } = await hent('alder');
  expect(alle).toEqual({ nokkel: null, skjult: false, antall: 12, q1: 225, median: 390, q3: 555 });
});

test('en gruppe under fem er skjult, og den minste av de andre med den', async () => {
  const { omfang } = await hent('sone');
  expect(omfang).toEqual([{ nokkel: 'Nord', skjult: true }, { nokkel: 'Sør', skjult: true }]);
});

test('kontoret og gruppen er den som fattet; avslag under fem får ikke tall', async () => {
  const { omfang, utfall } = await hent('kontor');
  expect(omfang).toMatchObject([{ nokkel: 'Bestillerkontoret', antall: 12 }]);
  expect(utfall).toEqual([{ nokkel: 'Bestillerkontoret', skjult: false, antall: 14, avslag: 'FA', delvis: 0, klager: 0, omgjort: 0 }]);
  expect((await hent('gruppe')).omfang).toMatchObject([{ nokkel: 'saksbehandler', antall: 12 }]);
});

test('ventetiden er median dager fra søknad til vedtak', async () => {
  const rader = await lesKommune(leder, (tx) => hentVentetider(tx, 'nb'));
  expect(rader).toMatchObject([{ navn: null, antall: 5, medianVedtak: 3 }, { navn: 'Hjemmesykepleie', antall: 5, medianVedtak: 3, medianStart: null }]);
});
