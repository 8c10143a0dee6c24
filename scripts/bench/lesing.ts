import pg from 'pg';
import { lukkPool } from '#lib/server/db.ts';
import { sql, tilSporring, type Sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { iTur, median, type Tall } from './tall.ts';

const HVEM: Utforende = { kommuneId: 1, kontoId: 1, rolle: 'saksbehandler', enheter: null };

const LISTE = sql`select i.mottaker_id id, i.fornavn, i.etternavn, i.fodselsdato, m.pseudonym
  from mottaker_identitet i join mottaker m on m.kommune_id = i.kommune_id and m.id = i.mottaker_id
  where i.kommune_id = ${1} order by i.etternavn, i.fornavn, i.mottaker_id limit 50`;

/** A page's hot reads: the person, the vedtak with validity, the orders, and a list of fifty. */
const lesninger = (id: number): readonly Sql[] => [
  sql`select m.*, i.fornavn, i.etternavn from mottaker m join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    where m.kommune_id = ${1} and m.id = ${id}`,
  sql`select v.*, w.fom, w.tom from vedtak v join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    where v.kommune_id = ${1} and v.mottaker_id = ${id}`,
  sql`select * from oppdrag where kommune_id = ${1} and mottaker_id = ${id}`,
  LISTE,
];

/**
 * The same statements through lesKommune and the `sql` tag, and by bare `pg` on a connection whose tenant was set once
 * and for all: no transaction, no settings. Row-level security holds for both.
 */
export async function maalLesing(env: Readonly<Record<string, string>>, ganger: number): Promise<Tall> {
  // The pool of the data layer reads its address from the environment, as in the server.
  Object.assign(process.env, env);
  const ra = new pg.Client({
    connectionString: env['DATABASE_URL'],
    options: '-c app.kommune=1 -c app.konto=1 -c app.rolle=saksbehandler -c timezone=UTC',
  });
  await ra.connect();
  try {
    const { rows } = await ra.query<{ id: number }>('select id from mottaker where kommune_id = 1 order by id limit 200');
    if (rows.length === 0) throw new Error('Rå lesing så ingen mottakere.');
    let nr = 0;
    const neste = (): number => rows[(nr += 1) % rows.length]?.id ?? 0;
    const rens = (biter: readonly Sql[]) => biter.map(tilSporring);
    const tider = await iTur(
      {
        lagSide: () => lesKommune(HVEM, async (tx) => {
          for (const bit of lesninger(neste())) await tx.alle(bit);
        }),
        raSide: async () => { for (const q of rens(lesninger(neste()))) await ra.query(q); },
        lagListe: () => lesKommune(HVEM, (tx) => tx.alle(LISTE)),
        raListe: async () => { for (const q of rens([LISTE])) await ra.query(q); },
        lagNokkel: () => lesKommune(HVEM, (tx) => tx.alle(lesninger(neste())[0] ?? LISTE)),
        raNokkel: async () => { for (const q of rens(lesninger(neste()).slice(0, 1))) await ra.query(q); },
      },
      ganger,
    );
    return {
      lesing: median(tider.lagSide) / median(tider.raSide),
      lesingListe: median(tider.lagListe) / median(tider.raListe),
      lesingNokkel: median(tider.lagNokkel) / median(tider.raNokkel),
    };
  } finally {
    await ra.end();
    await lukkPool();
  }
}
