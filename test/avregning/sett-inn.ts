import type pg from 'pg';
import type { AvregningInn, Besok, Linje, Omfang, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { tolkKomponent, tolkTidsband } from '#lib/avregning/domain/tolk-ordning.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import { helligdager } from '#lib/grunnlag/domain/helligdager.ts';
import { TIDSBAND, TJENESTER, type TestBesok, type TestKommune, type TestVedtak } from './tilfeldig-kommune.ts';

/** Ids that the database gave, by the test municipality's numbers. */
export type Ider = { kommune: number; ordning: number; enheter: number[]; vedtak: number[]; oppdrag: number[]; controller: number; godkjenner: number };

const tosifret = (n: number): string => String(n).padStart(2, '0');
export const lokalStart = (b: TestBesok): string => `${b.dato}T${tosifret(b.time)}:${tosifret(b.minutt)}`;

async function nyId(db: pg.Client, tekst: string, verdier: unknown[]): Promise<number> {
  return (await db.query<{ id: number }>(`${tekst} returning id`, verdier)).rows[0]?.id ?? 0;
}

async function settInnGrunnlag(db: pg.Client, kommune: number, k: TestKommune): Promise<Pick<Ider, 'ordning' | 'enheter' | 'controller' | 'godkjenner'>> {
  await db.query(`insert into kommune (id, navn, innbyggere) values ($1, $2, 1000)`, [kommune, `Kommune ${kommune}`]);
  const konto = (navn: string) => nyId(db, `insert into konto (kommune_id, navn) values ($1, $2)`, [kommune, navn]);
  const controller = await konto('Kari');
  const godkjenner = await konto('Roar');
  const enheter: number[] = [];
  for (const [i, e] of k.enheter.entries()) {
    const id = await nyId(db, `insert into enhet (kommune_id, kode, navn, type, art, eierform, fom) values ($1, $2, $2, 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01')`, [kommune, `U${i}`]);
    await db.query(`insert into enhet_periode (kommune_id, enhet_id, fom, gruppe, plasser) values ($1, $2, '2020-01-01', $3, $4)`, [kommune, id, e.gruppe, { LANGTID: e.langtid }]);
    enheter.push(id);
  }
  const ordning = await nyId(db, `insert into ordning (kommune_id, kode, navn, fom_maned, regler) values ($1, 'o', 'Ordningen', '2025-01', $2)`, [kommune, { tidsband: TIDSBAND, stipulering: true }]);
  for (const enhet of enheter) {
    for (const t of TJENESTER) await db.query(`insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values ($1, $2, $3, $4, '2025-01')`, [kommune, ordning, enhet, t]);
    await db.query(`insert into fastledd (kommune_id, ordning_id, kode, navn_nb, navn_nn, type, enhet_id, ar, belop_ore) values ($1, $2, 'ramme', 'R', 'R', 'RAMME', $3, 2025, 1000001)`, [kommune, ordning, enhet]);
  }
  await db.query(`insert into fastledd (kommune_id, ordning_id, kode, navn_nb, navn_nn, type, regler) values ($1, $2, 'husleie', 'H', 'H', 'REFUSJON', '{"arter":["190","195-199"],"andel":"0.9"}')`, [kommune, ordning]);
  for (const komp of k.komponenter) {
    await db.query(`insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned) values ($1, $2, $3, $3, $3, $4, $5, $6, '2025-01')`, [kommune, ordning, komp.kode, komp.volumkilde, komp.tjenester, komp.regler]);
  }
  for (const p of k.priser) await settInnPris(db, kommune, ordning, godkjenner, p);
  for (const [i, r] of k.regnskap.entries()) {
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', $4, $5, 'T', $6)`, [kommune, enheter[r.enhet], r.maned, r.art, r.ore, String(i)]);
  }
  return { ordning, enheter, controller, godkjenner };
}

export async function settInnPris(db: pg.Client, kommune: number, ordning: number, godkjenner: number, p: TestKommune['priser'][number]): Promise<void> {
  await db.query(
    `insert into pris (kommune_id, ordning_id, komponent, gruppe, niva, fom_maned, tom_maned, ore, status, grunnlag, godkjent_av, godkjent) values ($1, $2, $3, $4, $5, $6, $7, $8, 'ENDELIG', 'test', $9, now())`,
    [kommune, ordning, p.komponent, p.gruppe, p.niva, p.fom, p.tom, p.ore, godkjenner],
  );
}

async function settInnVedtak(db: pg.Client, kommune: number, v: TestVedtak, nr: number): Promise<{ vedtak: number; mottaker: number }> {
  const o = v.omfang;
  const mottaker = await nyId(db, `insert into mottaker (kommune_id, pseudonym, fodselsar) values ($1, $2, 1940)`, [kommune, `M${nr}`]);
  const vedtak = await nyId(
    db,
    `insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, antall, niva, plasstype, manedsbelop_ore, deler, begrunnelse, hjemmel, fattet, fattet_dato)
     values ($1, $2, $3, $4, 'INNVILGET', $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, 'b', 'h', now(), '2024-12-01')`,
    [kommune, `V${nr}`, mottaker, v.tjeneste, o.type, o.type === 'TIMER' ? o.minutter : null, o.type === 'TIMER' ? o.besok : null, 'perUker' in o ? o.perUker : 1, o.type === 'ANTALL' ? o.antall : null, o.type === 'NIVA' ? o.niva : null, o.type === 'PLASS' ? o.plasstype : null, o.type === 'KONTRAKT' ? o.manedsbelopOre : null, JSON.stringify(o.type === 'TIMER' ? (o.deler ?? []) : [])],
  );
  await db.query(`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values ($1, $2, $3, $4, $5, $6, $7, 'FATTET', now())`, [kommune, vedtak, mottaker, v.tjeneste, JSON.stringify(o), v.fom, v.tom]);
  for (const p of v.pauser) await db.query(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values ($1, $2, $3, $4, 'SYKEHUS', now())`, [kommune, vedtak, p.fom, p.tom]);
  return { vedtak, mottaker };
}

export async function settInnBesok(db: pg.Client, ider: Ider, k: TestKommune, besok: readonly TestBesok[]): Promise<void> {
  for (const b of besok) {
    const oppdrag = k.oppdrag[b.oppdrag];
    await db.query(
      `insert into besok (kommune_id, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert)
       select $1, (t at time zone 'Europe/Oslo')::date, t, $3, $4, $5, $6, $7, $8, now(), 'FELT', $9 from (select $2::timestamp at time zone 'Europe/Oslo' as t) x`,
      [ider.kommune, lokalStart(b), b.minutter, b.planlagt, b.kategori, ider.oppdrag[b.oppdrag], ider.vedtak[oppdrag?.vedtak ?? 0], ider.enheter[oppdrag?.enhet ?? 0], b.kvittert],
    );
  }
}

/** Puts the municipality into the database, past row-level security, as the superuser. What fails leaves the connection usable. */
export async function settInn(db: pg.Client, kommune: number, k: TestKommune): Promise<Ider> {
  await db.query('begin');
  try {
    const ider = await settInnAlt(db, kommune, k);
    await db.query('commit');
    return ider;
  } catch (feil) {
    await db.query('rollback');
    throw feil;
  }
}

async function settInnAlt(db: pg.Client, kommune: number, k: TestKommune): Promise<Ider> {
  const grunn = await settInnGrunnlag(db, kommune, k);
  const vedtak: number[] = [];
  const mottakere: number[] = [];
  for (const [nr, v] of k.vedtak.entries()) {
    const ny = await settInnVedtak(db, kommune, v, nr);
    vedtak.push(ny.vedtak);
    mottakere.push(ny.mottaker);
  }
  const oppdrag: number[] = [];
  for (const o of k.oppdrag) oppdrag.push(await nyId(db, `insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values ($1, $2, $3, $4, $5, $6, $7, now())`, [kommune, vedtak[o.vedtak], mottakere[o.vedtak], grunn.enheter[o.enhet], o.fom, o.tom, o.tidsband ?? []]));
  const ider = { kommune, ...grunn, vedtak, oppdrag };
  for (const j of k.justeringer) await db.query(`insert into justering (kommune_id, oppdrag_id, enhet_id, fom, tom, minutter, besok, grunn, meldt, avslatt_fra) values ($1, $2, $3, $4, $5, $6, $7, 'g', now(), $8)`, [kommune, oppdrag[j.oppdrag], grunn.enheter[k.oppdrag[j.oppdrag]?.enhet ?? 0], j.fom, j.tom, j.minutter, j.besok, j.avslattFra]);
  await settInnBesok(db, ider, k, k.besok);
  for (const [i, l] of k.leveranser.entries()) {
    const o = k.oppdrag[l.oppdrag];
    await db.query(`insert into leveranse (kommune_id, oppdrag_id, vedtak_id, enhet_id, dato, antall, kvittert, kilde, kilde_id) values ($1, $2, $3, $4, $5, $6, $7, 'T', $8)`, [kommune, oppdrag[l.oppdrag], vedtak[o?.vedtak ?? 0], grunn.enheter[o?.enhet ?? 0], l.dato, l.antall, l.kvittert, String(i)]);
  }
  for (const op of k.opphold) {
    const o = k.oppdrag[op.oppdrag];
    const enhet = grunn.enheter[o?.enhet ?? 0];
    const id = await nyId(db, `insert into opphold (kommune_id, oppdrag_id, vedtak_id, mottaker_id, enhet_id, inn, ut) values ($1, $2, $3, $4, $5, $6, $7)`, [kommune, oppdrag[op.oppdrag], vedtak[o?.vedtak ?? 0], mottakere[o?.vedtak ?? 0], enhet, op.inn, op.ut]);
    for (const f of op.fravar) await db.query(`insert into fravar (kommune_id, opphold_id, enhet_id, fom, tom, arsak) values ($1, $2, $3, $4, $5, 'SYKEHUS')`, [kommune, id, enhet, f.fom, f.tom]);
  }
  return ider;
}

function somVedtak(v: TestVedtak, id: number, nr: number): Vedtak {
  const omfang: Omfang = v.omfang.type === 'TIMER' ? { ...v.omfang, deler: v.omfang.deler ?? [] } : (v.omfang as Omfang);
  return { id: String(id), mottaker: `M${nr}`, tjeneste: v.tjeneste, fom: v.fom, tom: v.tom, omfang, pauser: v.pauser };
}

/** The same facts as a case for the core, built without the repository. */
export function somSak(k: TestKommune, ider: Ider, maned: Maned, apneManeder: readonly Maned[], bokfort: readonly Linje[] = []): AvregningInn {
  const rad = (komp: TestKommune['komponenter'][number]) => ({ ordningId: ider.ordning, kode: komp.kode, navnNb: '', navnNn: '', volumkilde: komp.volumkilde, tjenester: komp.tjenester, regler: komp.regler, rekkefolge: 0, fomManed: '2025-01' as Maned, tomManed: null });
  const oppdragId = (nr: number): string => String(ider.oppdrag[nr]);
  return {
    maned,
    apneManeder,
    helligdager: helligdager(2025),
    tidsband: tolkTidsband([{ tidsband: TIDSBAND }]),
    ordninger: [
      {
        id: String(ider.ordning),
        enheter: ider.enheter.map(String),
        komponenter: k.komponenter.map((komp) => ({
          ...tolkKomponent(rad(komp), [], []),
          tjenester: komp.tjenester.length > 0 ? komp.tjenester : [...TJENESTER],
          priser: k.priser.filter((p) => p.komponent === komp.kode).map((p) => ({ ...p, ore: ore(p.ore) })),
        })),
        fastledd: [
          ...ider.enheter.map((e) => ({ type: 'RAMME' as const, kode: 'ramme', enhet: String(e), ar: 2025, arsbelopOre: ore(1_000_001) })),
          { type: 'REFUSJON', kode: 'husleie', arter: ['190', '195-199'], funksjoner: null, andel: { t: 9n, n: 10n } },
        ],
      },
    ],
    enheter: k.enheter.map((e, i) => ({ id: String(ider.enheter[i]), perioder: [{ fom: '2020-01-01' as Dato, tom: null, gruppe: e.gruppe, plasser: { LANGTID: e.langtid } }] })),
    vedtak: k.vedtak.map((v, nr) => somVedtak(v, ider.vedtak[nr] ?? 0, nr)),
    oppdrag: k.oppdrag.map((o, nr) => ({ id: oppdragId(nr), vedtak: String(ider.vedtak[o.vedtak]), enhet: String(ider.enheter[o.enhet]), fom: o.fom, tom: o.tom, tidsband: o.tidsband ?? null })),
    justeringer: k.justeringer.map((j) => ({ ...j, oppdrag: oppdragId(j.oppdrag) })),
    besok: k.besok.map((b, i) => ({ id: `B${i}`, oppdrag: oppdragId(b.oppdrag), start: lokalStart(b) as LokalTid, minutter: b.minutter, planlagtMinutter: b.planlagt, kategori: b.kategori as Besok['kategori'], kvittert: b.kvittert })),
    leveranser: k.leveranser.map((l, i) => ({ id: `L${i}`, oppdrag: oppdragId(l.oppdrag), dato: l.dato, antall: l.antall, kvittert: l.kvittert })),
    opphold: k.opphold.map((o) => ({ oppdrag: oppdragId(o.oppdrag), inn: o.inn, ut: o.ut, fravar: o.fravar })),
    regnskap: k.regnskap.map((r) => ({ enhet: String(ider.enheter[r.enhet]), maned: r.maned, funksjon: '254', art: r.art, ore: ore(r.ore) })),
    manuelle: [],
    bokfort,
  };
}

