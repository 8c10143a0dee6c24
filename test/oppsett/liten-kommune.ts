import { withClient } from '#lib/server/database/roles.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from './database.ts';

/** The ids of a small kommune: one office, two units, one recipient, one service. Ids are kommuneId * 100 + n. */
export type LitenKommune = {
  readonly kommuneId: number;
  readonly kontor: number;
  readonly nord: number;
  readonly sor: number;
  readonly mottaker: number;
  readonly saksbehandler: Utforende;
  readonly utforerleder: Utforende;
  readonly controller: Utforende;
};

/** Inserts it past row-level security, as set-up only. */
export async function lagLitenKommune(kommuneId: number): Promise<LitenKommune> {
  const n = (i: number) => kommuneId * 100 + i;
  await withClient(testDatabase().superuserUrl, async (klient) => {
    await klient.query(`
      insert into kommune (id, navn, innbyggere) values (${kommuneId}, 'Kommune ${kommuneId}', 5000);
      insert into enhet (id, kommune_id, kode, navn, type, art, eierform, fom) values
        (${n(1)}, ${kommuneId}, 'KONTOR', 'Bestillerkontoret', 'BESTILLERKONTOR', 'KONTOR', 'KOMMUNAL', '2020-01-01'),
        (${n(2)}, ${kommuneId}, 'NORD', 'Nord', 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01'),
        (${n(3)}, ${kommuneId}, 'SOR', 'Sør', 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01');
      insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe)
        values (${kommuneId}, 'HJEMMESYKEPLEIE', '2020-01-01', 'Hjemmesykepleie', 'Heimesjukepleie', 'hol § 3-2', '254', 'TIMER', 'hjemmetjeneste');
      insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${n(1)}, ${kommuneId}, 'M-${n(1)}', 1941);
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer)
        values (${n(1)}, ${kommuneId}, 'Solveig', 'Haugland', '1941-02-14', '${String(14_824_100_000 + kommuneId)}');
      insert into konto (id, kommune_id, navn) values (${n(1)}, ${kommuneId}, 'Saks Behandler'), (${n(2)}, ${kommuneId}, 'Utfører Leder'), (${n(3)}, ${kommuneId}, 'Con Troller');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values
        (${kommuneId}, ${n(1)}, 'saksbehandler', ${n(1)}, '2020-01-01'), (${kommuneId}, ${n(2)}, 'utforerleder', ${n(2)}, '2020-01-01'), (${kommuneId}, ${n(3)}, 'controller', null, '2020-01-01');`);
  });
  return {
    kommuneId,
    kontor: n(1),
    nord: n(2),
    sor: n(3),
    mottaker: n(1),
    saksbehandler: { kommuneId, kontoId: n(1), rolle: 'saksbehandler', enheter: null },
    utforerleder: { kommuneId, kontoId: n(2), rolle: 'utforerleder', enheter: [n(2)] },
    controller: { kommuneId, kontoId: n(3), rolle: 'controller', enheter: null },
  };
}
