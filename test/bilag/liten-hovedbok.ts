import pg from 'pg';
import { testDatabase } from '../oppsett/database.ts';
import { lagLitenKommune, type LitenKommune } from '../oppsett/liten-kommune.ts';

/** A small kommune with a private provider, a mapping and a settled October; ids are kommuneId * 100 + n. */
export type LitenHovedbok = LitenKommune & { readonly privat: number; readonly controller2: number; readonly ordning: number; readonly vedtak: number };

export async function medSuper<T>(arbeid: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
  try {
    return await arbeid(db);
  } finally {
    await db.end();
  }
}

type Linje = { readonly enhet: number; readonly ore: number; readonly vedtak?: number | null; readonly komponent?: string; readonly volum?: string; readonly pris?: number; readonly gjelder?: string; readonly bokfort?: string };

let kjoring = 0;
/** Posts lines past the app, as a run of their own. */
export async function bokfor(db: pg.Client, k: LitenHovedbok, linjer: readonly Linje[]): Promise<void> {
  kjoring += 1;
  for (const l of linjer) {
    await db.query(
      `insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [k.kommuneId, kjoring, k.ordning, l.enhet, l.komponent ?? 'time', l.vedtak === undefined ? k.vedtak : l.vedtak, l.gjelder ?? '2026-10', l.bokfort ?? '2026-10', l.volum ?? '1', l.pris ?? l.ore, l.ore],
    );
  }
}

export async function lagLitenHovedbok(kommuneId: number): Promise<LitenHovedbok> {
  const liten = await lagLitenKommune(kommuneId);
  const n = (i: number) => kommuneId * 100 + i;
  const k: LitenHovedbok = { ...liten, privat: n(4), controller2: n(4), ordning: n(1), vedtak: n(1) };
  await medSuper(async (db) => {
    const regel = (felt: string, verdi: string, enhet: number | null = null, gruppe: string | null = null) =>
      db.query(`insert into kontering (kommune_id, felt, verdi, enhet_id, gruppe, fom_maned, registrert) values ($1, $2, $3, $4, $5, '2026-01', now())`, [kommuneId, felt, verdi, enhet, gruppe]);
    await db.query(`
      insert into enhet (id, kommune_id, kode, navn, type, art, eierform, fom) values (${k.privat}, ${kommuneId}, 'PRIV', 'Privat AS', 'UTFORER', 'HJEMMETJENESTE', 'PRIVAT', '2020-01-01');
      insert into enhet_periode (kommune_id, enhet_id, fom, gruppe) values (${kommuneId}, ${k.nord}, '2020-01-01', 'KOMMUNAL'), (${kommuneId}, ${k.sor}, '2020-01-01', 'KOMMUNAL'), (${kommuneId}, ${k.privat}, '2020-01-01', 'PRIVAT');
      insert into konto (id, kommune_id, navn) values (${k.controller2}, ${kommuneId}, 'Con Troller to');
      insert into konto_rolle (kommune_id, konto_id, rolle, fom) values (${kommuneId}, ${k.controller2}, 'controller', '2020-01-01');
      insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${k.ordning}, ${kommuneId}, 'o', 'Ordningen', '2025-01');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${k.vedtak}, ${kommuneId}, 'V-2026-0001', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 60, 1, 1, 'b', 'h', now(), '2026-01-01');
      insert into leverandor (kommune_id, enhet_id, orgnr, registrert) values (${kommuneId}, ${k.privat}, '313000009', now());
      insert into maned_status (kommune_id, maned, status, endret) values (${kommuneId}, '2026-10', 'AVREGNET', now());`);
    await regel('ANSVAR_BESTILLER', '3100');
    await regel('ANSVAR_UTFORER', '3210', k.nord);
    await regel('ANSVAR_UTFORER', '3220', k.sor);
    await regel('FUNKSJON', '254');
    await regel('ART', '19990');
    await regel('ART', '37000', null, 'PRIVAT');
    await regel('KONTO_PALOPT', '23270');
    await regel('KONTO_GJELD', '23240');
  });
  return k;
}
