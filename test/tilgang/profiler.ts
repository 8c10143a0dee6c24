import type pg from 'pg';
import { ROLLER, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { POLICYER, type Slag } from './policyer.ts';
import { ANNEN_KOMMUNE, type Rader, SKJERMET, type Trad, TRADER } from './verden.ts';

/** Someone who asks the database. `dbrolle` eier is the owner of the tables, as functions of the login run. */
export type Profil = {
  readonly navn: string;
  readonly dbrolle: 'stykkpris_app' | 'stykkpris_eier';
  readonly kommune: number | null;
  readonly konto: number | null;
  readonly rolle: Rolle | 'system' | 'api' | '';
  readonly enheter: readonly number[] | null;
};

const EGNE_ENHETER: readonly (Rolle | 'system' | 'api' | '')[] = ['utforerleder', 'utforeransatt', 'api'];

function profil(rolle: Rolle | 'system' | 'api' | '', konto: number | null): Profil {
  const enheter = EGNE_ENHETER.includes(rolle) ? [11] : null;
  return { navn: `${rolle || 'uten rolle'} ${konto ?? ''}`.trim(), dbrolle: 'stykkpris_app', kommune: 1, konto, rolle, enheter };
}

const UTEN = { kommune: null, konto: null, rolle: '', enheter: null } as const;

export const PROFILER: readonly Profil[] = [
  { navn: 'uten kontekst', dbrolle: 'stykkpris_app', ...UTEN },
  { navn: 'eieren uten kontekst', dbrolle: 'stykkpris_eier', ...UTEN },
  profil('', 1),
  profil('system', null),
  profil('system', ANNEN_KOMMUNE.konto),
  profil('api', null),
  ...ROLLER.map((rolle) => profil(rolle, 1)),
  profil('saksbehandler', SKJERMET.konto),
  profil('utforeransatt', SKJERMET.konto),
];

const PENGER_OG_STYRING: readonly string[] = ['', 'politiker', 'systemansvarlig', 'radmann'];
const MED_PERSON: readonly string[] = ['saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt'];

/** What each policy means, said a second time in other words than the database's. */
function slipper(slag: Slag, p: Profil, t: Trad): boolean {
  switch (slag) {
    case 'kommune':
      return p.kommune === t.kommune;
    case 'enhet':
      return p.enheter === null || p.enheter.includes(t.enhet);
    case 'rolle':
      return !PENGER_OG_STYRING.includes(p.rolle);
    case 'person':
      return (
        p.rolle === 'system' ||
        (MED_PERSON.includes(p.rolle) && slipper('enhet', p, t) && (!t.skjermet || p.konto === SKJERMET.konto))
      );
    case 'bestiller':
      return ['system', 'saksbehandler', 'bestillerleder'].includes(p.rolle);
    case 'okonomi':
      return ['system', 'controller', 'revisor'].includes(p.rolle);
    case 'mottak':
      return ['system', 'api', 'controller', 'revisor'].includes(p.rolle);
    case 'api':
      return ['system', 'api', 'systemansvarlig'].includes(p.rolle);
    case 'leser':
      return ['system', 'controller', 'revisor', 'radmann', 'utforerleder'].includes(p.rolle);
    case 'publisert':
      // the planted rows are drafts
      return ['system', 'controller', 'radmann'].includes(p.rolle);
    case 'styrer':
      return ['system', 'radmann', 'controller', 'bestillerleder'].includes(p.rolle);
    case 'part':
      return ['system', 'utforerleder'].includes(p.rolle) || (['saksbehandler', 'bestillerleder'].includes(p.rolle) && slipper('person', p, t));
    case 'egen':
      return p.konto === t.konto;
    case 'sender':
      return p.rolle === 'system' || p.konto === t.konto;
    case 'navngitt':
      return p.rolle === 'system' || p.konto === SKJERMET.konto;
    case 'eier':
      return p.dbrolle === 'stykkpris_eier';
  }
}

/** The strands whose row in a table a profile may see. */
export function skalSe(tabell: string, p: Profil, rader: Rader): number[] {
  const slag = POLICYER[tabell] ?? [];
  if (p.dbrolle === 'stykkpris_eier') return slag.includes('eier') ? numre(rader.get(tabell)?.values() ?? []) : [];
  const krav = slag.filter((s) => s !== 'eier');
  return numre([...(rader.get(tabell)?.values() ?? [])].filter((t) => krav.every((s) => slipper(s, p, t))));
}

function numre(trader: Iterable<Trad>): number[] {
  return [...trader].map(({ nr }) => nr).sort();
}

/** Becomes the profile for the rest of the transaction, as `withKommune` does it. */
export async function bli(klient: pg.Client, p: Profil): Promise<void> {
  await klient.query(`SET LOCAL ROLE ${p.dbrolle}`);
  await klient.query(
    `SELECT set_config('app.kommune', $1, true), set_config('app.konto', $2, true), set_config('app.rolle', $3, true), set_config('app.enheter', $4, true)`,
    [p.kommune ?? '', p.konto ?? '', p.rolle, p.enheter === null ? '' : `{${p.enheter.join(',')}}`].map(String),
  );
}

/** The strands a profile sees when it asks for everything, without a condition. */
export async function ser(klient: pg.Client, tabell: string, p: Profil, rader: Rader): Promise<number[]> {
  await klient.query('SAVEPOINT profil');
  await bli(klient, p);
  const svar = await klient.query<{ sted: string }>(`SELECT tableoid::text || ctid::text AS sted FROM ${tabell}`);
  await klient.query('ROLLBACK TO profil');
  return numre(svar.rows.flatMap(({ sted }) => TRADER.filter((t) => rader.get(tabell)?.get(sted) === t)));
}

/** Every profile that sees something else than it should in a table; empty when all is well. */
export async function avvik(klient: pg.Client, tabell: string, rader: Rader): Promise<string[]> {
  // Tables the app role has no right to at all are tried as if it had: the policy is the second lock.
  await klient.query(`GRANT SELECT ON ${tabell} TO stykkpris_app`);
  const funn: string[] = [];
  for (const p of PROFILER) {
    const [sett, skal] = [await ser(klient, tabell, p, rader), skalSe(tabell, p, rader)];
    if (sett.join() !== skal.join()) funn.push(`${tabell}: ${p.navn} ser [${sett.join()}], skal se [${skal.join()}]`);
  }
  return funn;
}
