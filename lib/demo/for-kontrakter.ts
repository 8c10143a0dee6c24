import { leggTilDager } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { apneForhandling, sendMotbud, signer } from '#lib/vedtak/kontrakt-service.ts';

async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(`Kontrakten ble avvist: ${JSON.stringify(svar.feil)}`);
  return svar.verdi;
}

type Leder = { readonly kontoId: number; readonly enhetId: number };
type Grunnlag = { readonly kontoId: number; readonly mottakere: readonly number[]; readonly ledere: readonly Leder[] };

/** A caseworker with three recipients of their own, none shielded, and the leaders of the units at home. */
async function finnGrunnlag(tx: Tx): Promise<Grunnlag | null> {
  const k = tx.hvem.kommuneId;
  const konto = await tx.en<{ kontoId: number; mottakere: number[] }>(sql`
    select m.saksbehandler_id "kontoId", (array_agg(m.id order by m.id))[1:3] mottakere
    from mottaker m join konto_rolle r on r.kommune_id = m.kommune_id and r.konto_id = m.saksbehandler_id and r.rolle = 'saksbehandler'
    where m.kommune_id = ${k} and not m.skjermet and m.avsluttet is null group by 1 order by count(*) desc, 1 limit 1`);
  const ledere = await tx.alle<Leder>(sql`
    select distinct on (e.id) r.konto_id "kontoId", e.id "enhetId" from konto_rolle r join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id
    where r.kommune_id = ${k} and r.rolle = 'utforerleder' and e.art in ('HJEMMETJENESTE', 'UTVIKLINGSHEMMEDE') order by e.id desc, r.konto_id`);
  return konto && ledere.length > 0 ? { ...konto, ledere } : null;
}

const TILBUD = [
  { ore: 4_850_000, hva: 'Nattevakt i egen bolig', ofte: 'hver natt kl. 22–07' },
  { ore: 1_640_000, hva: 'Støttekontakt og turfølge', ofte: 'to ettermiddager i uken' },
  { ore: 2_275_000, hva: 'Fast person ved måltidene', ofte: 'tre ganger om dagen' },
] as const;

/** The demo's negotiations, by the real services: one that waits for the provider, one countered, one signed. No money is changed. Answers how many. */
export async function forKontrakter(kommune: LastKommune): Promise<number> {
  const system: Utforende = { kommuneId: kommune.id, kontoId: null, rolle: 'system', enheter: null };
  const g = await withKommune(system, finnGrunnlag);
  if (!g) return 0;
  const kontor: Utforende = { kommuneId: kommune.id, kontoId: g.kontoId, rolle: 'saksbehandler', enheter: null };
  const idag = iDag();
  for (const [i, mottakerId] of g.mottakere.entries()) {
    const { ore, hva, ofte } = TILBUD[i] ?? TILBUD[0];
    const leder = g.ledere[i % g.ledere.length];
    if (!leder) continue;
    const hos: Utforende = { kommuneId: kommune.id, kontoId: leder.kontoId, rolle: 'utforerleder', enheter: [leder.enhetId] };
    const bud = (manedsbelop: number, tekst: string) => ({ manedsbelop, periode: { fom: leggTilDager(idag, 14), tom: leggTilDager(idag, 379) }, poster: [{ hva, ofte }], frist: leggTilDager(idag, 10 + i), tekst });
    const { forhandlingId } = await som(kontor, (tx) => apneForhandling(tx, { ...bud(ore, ''), tjeneste: 'SARSKILT_TILBUD', enhet: leder.enhetId, mottakerId }));
    if (i === 1) await som(hos, (tx) => sendMotbud(tx, { ...bud(ore + 210_000, 'Vi må ha med reisetiden.'), forhandlingId, nr: 1 }));
    if (i === 2) await som(hos, (tx) => signer(tx, { forhandlingId, nr: 1 }));
  }
  return g.mottakere.length;
}
