import { afterAll, beforeAll, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, manedFor, sisteDag } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneForhandling, sendMotbud, signer } from '#lib/vedtak/kontrakt-service.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../oppsett/liten-kommune.ts';

const idag = iDag();
const maned = manedFor(idag);
const forste = forsteDag(maned);
const siste = sisteDag(maned);
const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query<{ ore: string }>(q));
let k: LitenKommune;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await super_(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values (1, 'AVTALE', '2020-01-01', 'Særskilt tilbud', 'Særskilt tilbod', 'hol', '254', 'KONTRAKT', 'bofellesskap');
    insert into enhet_periode (kommune_id, enhet_id, fom, gruppe, plasser) values (1, ${k.nord}, '2020-01-01', 'KOMMUNAL', '{}');
    insert into ordning (id, kommune_id, kode, navn, fom_maned, regler) values (900, 1, 'avtaler', 'Avtaler', '${maned}', '{}');
    insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values (1, 900, ${k.nord}, 'AVTALE', '${maned}');
    insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned) values (1, 900, 'kontrakt', 'Kontrakt', 'Kontrakt', 'KONTRAKT', '{}', '{}', '${maned}');
    update mottaker set saksbehandler_id = 101 where kommune_id = 1;
    insert into mottaker (id, kommune_id, pseudonym, fodselsar, saksbehandler_id) values (190, 1, 'M-190', 1950, 101);
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (190, 1, 'Odd', 'Prøve', '1950-01-01', '01815000190')`);
});
afterAll(lukkPool);

/** Bid, counter, signature and vedtak. @returns the vedtak's id */
async function kontraktsvedtak(mottakerId: number, fom: Dato, ore: number): Promise<number> {
  const bud = (manedsbelop: number) => ({ manedsbelop, periode: { fom, tom: null }, poster: [{ hva: 'Nattevakt', ofte: 'hver natt' }], frist: leggTilDager(idag, 7), tekst: '' });
  const nord = { ...k.utforerleder, enheter: [k.nord] };
  const f = await withKommune(k.saksbehandler, (tx) => apneForhandling(tx, { ...bud(ore - 12_345), tjeneste: 'AVTALE', enhet: k.nord, mottakerId }));
  const forhandlingId = f.ok ? f.verdi.forhandlingId : 0;
  expect(await withKommune(nord, (tx) => sendMotbud(tx, { ...bud(ore), forhandlingId, nr: 1 }))).toMatchObject({ ok: true });
  expect(await withKommune(k.saksbehandler, (tx) => signer(tx, { forhandlingId, nr: 2 }))).toMatchObject({ ok: true });
  const svar = await withKommune(k.saksbehandler, (tx) => fattVedtak(tx, { mottakerId, versjon: 1, forslag: { utfall: 'INNVILGET', tjeneste: 'AVTALE', omfang: { type: 'KONTRAKT', manedsbelopOre: ore }, enhetId: k.nord, fom, tom: null,
    begrunnelse: 'Du trenger noen hos deg hele natten, og en fast person som kjenner deg godt.', erstatterId: null, tillegg: false, reduksjonsgrunn: null, varselunntak: null, kort: false } }));
  return svar.ok ? svar.verdi.vedtakId : 0;
}

test('a signed contract is settled at the amount that was signed, to the øre, and by days in the month it begins', async () => {
  const hel = await kontraktsvedtak(k.mottaker, forste, 4_250_051);
  const fom = leggTilDager(forste, 10);
  const del = await kontraktsvedtak(190, fom, 4_250_051);
  expect(await kjorAvregning(k.controller, maned)).toMatchObject({ ok: true, verdi: { status: 'FERDIG' } });
  const linje = async (vedtak: number) => Number((await super_(`select coalesce(sum(belop_ore), 0) ore from avregning_linje where kommune_id = 1 and vedtak_id = ${vedtak} and enhet_id = ${k.nord}`)).rows[0]?.ore);
  expect(await linje(hel)).toBe(4_250_051);
  const dager = dagerMellom(forste, siste) + 1;
  expect(await linje(del)).toBe(Math.round((4_250_051 * (dager - 10)) / dager));
});
