import type pg from 'pg';

export const ENHETER = 6;
export const MOTTAKERE = 400;

/** A number of kommuner with so many months of sums, budgets and accounts, and lines in some of them; the same every time. Months are `YYYY-MM`. */
export type Omfang = { readonly kommuneFra: number; readonly kommuneTil: number; readonly fra: string; readonly til: string; readonly linjerFra: string | null };

const k = (o: Omfang): string => `generate_series(${o.kommuneFra}, ${o.kommuneTil}) k`;
const m = (fra: string, til: string): string => `(select to_char(d, 'YYYY-MM') m from generate_series(date '${fra}-01', date '${til}-01', interval '1 month') d) m`;

/** The kommuner themselves, their units, one scheme of hours and visits, and recipients with a vedtak each. */
export async function lagKommuner(db: pg.ClientBase, o: Omfang): Promise<void> {
  await db.query(`
    insert into kommune (id, navn, innbyggere) select k, 'Kommune ' || k, 10000 from ${k(o)};
    insert into enhet (id, kommune_id, kode, navn, type, art, eierform, fom) select k * 10 + e, k, 'E' || e, 'Enhet ' || e, 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2010-01-01' from ${k(o)}, generate_series(1, ${ENHETER}) e;
    insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) select k, 'HJEMMESYKEPLEIE', '2010-01-01', 'H', 'H', 'x', '254', 'TIMER', 'hjemmetjeneste' from ${k(o)};
    insert into ordning (id, kommune_id, kode, navn, fom_maned) select k, k, 'o', 'Ordning', '2010-01' from ${k(o)};
    insert into mottaker (id, kommune_id, pseudonym, fodselsar) select k * 1000 + i, k, 'M-' || (k * 1000 + i), 1940 from ${k(o)}, generate_series(1, ${MOTTAKERE}) i;
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, begrunnelse, hjemmel, fattet, fattet_dato)
      select k * 1000 + i, k, 'V-' || i, k * 1000 + i, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 600, 'x', 'x', '2015-01-01', '2015-01-01' from ${k(o)}, generate_series(1, ${MOTTAKERE}) i;`);
}

/** The months of the kommuner: status, sums, budgets and accounts, and two lines a recipient and month from `linjerFra`. */
export async function lagManeder(db: pg.ClientBase, o: Omfang): Promise<void> {
  const maneder = m(o.fra, o.til);
  const ledd = `(values ('time', 60000), ('besok', 9000)) l(ledd, pris)`;
  await db.query(`
    insert into maned_status (kommune_id, maned, status, endret) select k, m.m, 'AVREGNET', '2026-11-01' from ${k(o)}, ${maneder};
    insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
      select k, 1, k, k * 10 + e, l.ledd, 'HJEMMESYKEPLEIE', m.m, m.m, 60, 1000 + (k * 7 + e * 13) % 50, (1000 + (k * 7 + e * 13) % 50) * l.pris from ${k(o)}, ${maneder}, generate_series(1, ${ENHETER}) e, ${ledd};
    insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato)
      select k, 1, k, l.ledd, k * 10 + e, m.m, 1000, l.pris, '2025-12-10' from ${k(o)}, ${maneder}, generate_series(1, ${ENHETER}) e, ${ledd};
    insert into enhetsbudsjett (kommune_id, versjon, enhet_id, maned, ore) select k, 1, k * 10 + e, m.m, 70000000 from ${k(o)}, ${maneder}, generate_series(1, ${ENHETER}) e;
    insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) select k, k * 10 + e, m.m, '254', '010', 71000000, 'B', e || m.m from ${k(o)}, ${maneder}, generate_series(1, ${ENHETER}) e;
    insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) select k, k * 10 + e, m.m, 'ORDINAR', 90000, 'B', e || m.m from ${k(o)}, ${maneder}, generate_series(1, ${ENHETER}) e;`);
  if (o.linjerFra === null) return;
  await db.query(`
    insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
      select k, 1, k, k * 10 + 1 + i % ${ENHETER}, l.ledd, k * 1000 + i, m.m, m.m, 1 + i % 20, l.pris, (1 + i % 20) * l.pris from ${k(o)}, ${m(o.linjerFra, o.til)}, generate_series(1, ${MOTTAKERE}) i, ${ledd};`);
}
