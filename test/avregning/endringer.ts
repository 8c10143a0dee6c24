import fc from 'fast-check';
import type pg from 'pg';
import { datoFraDagnummer, dagnummer, type Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { type Ider, settInnBesok, settInnPris } from './sett-inn.ts';
import { tilfeldigBesok, type TestBesok, type TestKommune } from './tilfeldig-kommune.ts';

/** Something that happens after a run, made in the plain facts and in the database alike. */
export type Endring =
  | { readonly slag: 'BESOK'; readonly besok: readonly TestBesok[] }
  | { readonly slag: 'KVITTERING'; readonly nr: number }
  | { readonly slag: 'PAUSE'; readonly vedtak: number; readonly fom: Dato; readonly tom: Dato }
  | { readonly slag: 'PRIS'; readonly nr: number; readonly ore: number }
  | { readonly slag: 'GRUPPE'; readonly enhet: number; readonly gruppe: string; readonly langtid: number }
  | { readonly slag: 'REGNSKAP'; readonly enhet: number; readonly maned: Maned; readonly ore: number }
  | { readonly slag: 'JUSTERING'; readonly oppdrag: number; readonly fom: Dato; readonly tom: Dato; readonly minutter: number }
  | { readonly slag: 'LEVERANSE'; readonly oppdrag: number; readonly dato: Dato; readonly antall: number }
  | { readonly slag: 'OPPDRAG_SLUTT'; readonly oppdrag: number; readonly dager: number };

const FORSTE = dagnummer('2025-01-01' as Dato);
const dag = fc.integer({ min: FORSTE, max: FORSTE + 118 }).map(datoFraDagnummer);
const maned = fc.constantFrom('2025-01' as Maned, '2025-02' as Maned, '2025-03' as Maned);

export function endringer(k: TestKommune): fc.Arbitrary<Endring> {
  const nr = (liste: readonly unknown[]) => fc.integer({ min: 0, max: Math.max(0, liste.length - 1) });
  const stund = dag.chain((fom) => fc.integer({ min: 0, max: 20 }).map((n) => ({ fom, tom: datoFraDagnummer(dagnummer(fom) + n) })));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ slag: fc.constant('BESOK' as const), besok: fc.array(tilfeldigBesok(k.oppdrag.length), { minLength: 1, maxLength: 4 }) }) },
    { weight: 3, arbitrary: fc.record({ slag: fc.constant('KVITTERING' as const), nr: fc.nat({ max: 60 }) }) },
    { weight: 2, arbitrary: fc.tuple(nr(k.vedtak), stund).map(([vedtak, s]) => ({ slag: 'PAUSE' as const, vedtak, ...s })) },
    fc.record({ slag: fc.constant('PRIS' as const), nr: nr(k.priser), ore: fc.integer({ min: 1, max: 99_999 }) }),
    fc.record({ slag: fc.constant('GRUPPE' as const), enhet: fc.integer({ min: 0, max: 1 }), gruppe: fc.constantFrom('KOMMUNAL', 'PRIVAT'), langtid: fc.integer({ min: 0, max: 9 }) }),
    { weight: 2, arbitrary: fc.record({ slag: fc.constant('REGNSKAP' as const), enhet: fc.integer({ min: 0, max: 1 }), maned, ore: fc.integer({ min: -900, max: 90_000 }) }) },
    fc.tuple(nr(k.oppdrag), stund, fc.integer({ min: 1, max: 90 })).map(([oppdrag, s, minutter]) => ({ slag: 'JUSTERING' as const, oppdrag, ...s, minutter })),
    fc.record({ slag: fc.constant('LEVERANSE' as const), oppdrag: nr(k.oppdrag), dato: dag, antall: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ slag: fc.constant('OPPDRAG_SLUTT' as const), oppdrag: nr(k.oppdrag), dager: fc.integer({ min: 0, max: 60 }) }),
  );
}

let lopenummer = 0;

async function pris(db: pg.Client, k: TestKommune, ider: Ider, e: Endring & { slag: 'PRIS' }): Promise<TestKommune> {
  const gammel = k.priser[e.nr];
  if (!gammel) return k;
  await db.query(`update pris set erstattet_av = id where kommune_id = $1 and komponent = $2 and gruppe = $3 and niva is not distinct from $4 and fom_maned = $5 and erstattet_av is null`, [ider.kommune, gammel.komponent, gammel.gruppe, gammel.niva, gammel.fom]);
  const ny = { ...gammel, ore: e.ore };
  await settInnPris(db, ider.kommune, ider.ordning, ider.godkjenner, ny);
  return { ...k, priser: k.priser.map((p, i) => (i === e.nr ? ny : p)) };
}

/** Shortens the last order of a vedtak; stays and adjustments are as they were. */
async function oppdragSlutt(db: pg.Client, k: TestKommune, ider: Ider, e: Endring & { slag: 'OPPDRAG_SLUTT' }): Promise<TestKommune> {
  const o = k.oppdrag[e.oppdrag];
  if (!o) return k;
  const tom = datoFraDagnummer(dagnummer(o.fom) + e.dager);
  if (o.tom !== null && tom >= o.tom) return k;
  await db.query(`update oppdrag set tom = $3 where kommune_id = $1 and id = $2`, [ider.kommune, ider.oppdrag[e.oppdrag], tom]);
  return { ...k, oppdrag: k.oppdrag.map((x, i) => (i === e.oppdrag ? { ...x, tom } : x)) };
}

/** Turns the approval of a visit over; the visits of a test kommune have ids in the order they were put in. */
async function kvittering(db: pg.Client, k: TestKommune, ider: Ider, nr: number): Promise<TestKommune> {
  const b = k.besok[nr];
  if (!b) return k;
  await db.query(
    `update besok set kvittert = not kvittert where kommune_id = $1 and dato = $3 and id = (select id from besok where kommune_id = $1 order by id offset $2 limit 1)`,
    [ider.kommune, nr, b.dato],
  );
  return { ...k, besok: k.besok.map((x, i) => (i === nr ? { ...x, kvittert: !x.kvittert } : x)) };
}

export async function gjorEndring(db: pg.Client, k: TestKommune, ider: Ider, e: Endring): Promise<TestKommune> {
  lopenummer += 1;
  switch (e.slag) {
    case 'BESOK':
      await settInnBesok(db, ider, k, e.besok);
      return { ...k, besok: [...k.besok, ...e.besok] };
    case 'KVITTERING':
      return kvittering(db, k, ider, e.nr);
    case 'PAUSE':
      await db.query(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values ($1, $2, $3, $4, 'SYKEHUS', now())`, [ider.kommune, ider.vedtak[e.vedtak], e.fom, e.tom]);
      return { ...k, vedtak: k.vedtak.map((v, i) => (i === e.vedtak ? { ...v, pauser: [...v.pauser, { fom: e.fom, tom: e.tom }] } : v)) };
    case 'PRIS':
      return pris(db, k, ider, e);
    case 'GRUPPE':
      await db.query(`update enhet_periode set gruppe = $3, plasser = $4 where kommune_id = $1 and enhet_id = $2`, [ider.kommune, ider.enheter[e.enhet], e.gruppe, { LANGTID: e.langtid }]);
      return { ...k, enheter: k.enheter.map((x, i) => (i === e.enhet ? { gruppe: e.gruppe, langtid: e.langtid } : x)) };
    case 'REGNSKAP':
      await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '190', $4, 'E', $5)`, [ider.kommune, ider.enheter[e.enhet], e.maned, e.ore, String(lopenummer)]);
      return { ...k, regnskap: [...k.regnskap, { enhet: e.enhet, maned: e.maned, art: '190', ore: e.ore }] };
    case 'JUSTERING':
      await db.query(`insert into justering (kommune_id, oppdrag_id, enhet_id, fom, tom, minutter, besok, grunn, meldt) values ($1, $2, $3, $4, $5, $6, 0, 'g', now())`, [ider.kommune, ider.oppdrag[e.oppdrag], ider.enheter[k.oppdrag[e.oppdrag]?.enhet ?? 0], e.fom, e.tom, e.minutter]);
      return { ...k, justeringer: [...k.justeringer, { oppdrag: e.oppdrag, fom: e.fom, tom: e.tom, minutter: e.minutter, besok: 0, avslattFra: null }] };
    case 'LEVERANSE': {
      const o = k.oppdrag[e.oppdrag];
      await db.query(`insert into leveranse (kommune_id, oppdrag_id, vedtak_id, enhet_id, dato, antall, kvittert, kilde, kilde_id) values ($1, $2, $3, $4, $5, $6, true, 'E', $7)`, [ider.kommune, ider.oppdrag[e.oppdrag], ider.vedtak[o?.vedtak ?? 0], ider.enheter[o?.enhet ?? 0], e.dato, e.antall, String(lopenummer)]);
      return { ...k, leveranser: [...k.leveranser, { oppdrag: e.oppdrag, dato: e.dato, antall: e.antall, kvittert: true }] };
    }
    case 'OPPDRAG_SLUTT':
      return oppdragSlutt(db, k, ider, e);
  }
}
