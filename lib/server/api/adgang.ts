import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { naa } from '#lib/server/clock.ts';
import { erTilkoblingsfeil, DatabaseBorte } from '#lib/server/database-borte.ts';
import { Apifeil, problemsvar } from '#lib/server/api/problem.ts';
import { loggfor } from '#lib/server/logg.ts';
import { logger } from '#lib/server/logger.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

/** Seconds that a token lives. */
export const TOKENLEVETID = 900;

/** Another system, let in: what its transactions run as, and what its visits' ids belong to. */
export type Klient = { readonly id: number; readonly kode: string; readonly system: string; readonly hvem: Utforende };

/** What a system may send: a client has one of them, for good. */
export type Apiomfang = 'BESOK' | 'REGISTER';

type Rad = { id: number; kode: string; system: string; omfang: Apiomfang; enheter: number[]; perMinutt: number; hash: string };

const sha256 = (tekst: string): string => createHash('sha256').update(tekst).digest('hex');
const somApi = (kommuneId: number, enheter: readonly number[] | null): Utforende => ({ kommuneId, kontoId: null, rolle: 'api', enheter });

function likt(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** The kommune that a client id or a token says it is of; row-level security then finds it there or nowhere. */
function kommuneI(tekst: string, form: RegExp): number | null {
  const nummer = Number(form.exec(tekst)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(nummer) && nummer > 0 && nummer < 2_147_483_648 ? nummer : null;
}

const FELT = sql`k.id, k.kode, k.system, k.omfang, k.enheter, k.per_minutt "perMinutt", k.hemmelighet_hash hash`;

/** One more request this minute, counted in the database so that every instance agrees; seconds to wait when it is one too many. */
async function tellBruk(tx: Tx, klient: Rad): Promise<number | null> {
  const [na, k] = [naa(), tx.hvem.kommuneId];
  const rad = await tx.en<{ antall: number }>(sql`
    insert into api_bruk (kommune_id, klient_id, minutt, antall) values (${k}, ${klient.id}, date_trunc('minute', ${na}::timestamptz), 1)
    on conflict (kommune_id, klient_id, minutt) do update set antall = api_bruk.antall + 1 returning antall`);
  return (rad?.antall ?? 0) > klient.perMinutt ? 60 - na.getUTCSeconds() : null;
}

function forMange(sekunder: number): Apifeil {
  return new Apifeil('FOR_MANGE', `Prøv igjen om ${sekunder} sekunder.`, { 'retry-after': String(sekunder) });
}

/** A token for a client that knows its secret (OAuth 2.0, client credentials); null when it does not, or is withdrawn. */
export async function giToken(kode: string, hemmelighet: string): Promise<{ token: string; sekunder: number } | null> {
  const kommuneId = kommuneI(kode, /^sp-(\d{1,10})-[0-9a-f]{12}$/);
  if (kommuneId === null) return null;
  const svar = await withKommune(somApi(kommuneId, []), async (tx) => {
    const klient = await tx.en<Rad>(sql`select ${FELT} from api_klient k where k.kommune_id = ${kommuneId} and k.kode = ${kode} and k.trukket is null`);
    if (klient === null) return null;
    const vent = await tellBruk(tx, klient);
    if (vent !== null) return vent;
    if (!likt(klient.hash, sha256(hemmelighet))) return null;
    const token = `spt-${kommuneId}-${randomBytes(32).toString('base64url')}`;
    const na = naa();
    await tx.kjor(sql`delete from api_token where kommune_id = ${kommuneId} and klient_id = ${klient.id} and utloper < ${na}`);
    await tx.kjor(sql`delete from api_bruk where kommune_id = ${kommuneId} and klient_id = ${klient.id} and minutt < ${na}::timestamptz - interval '1 hour'`);
    await tx.kjor(sql`insert into api_token (kommune_id, hash, klient_id, utloper) values (${kommuneId}, ${sha256(token)}, ${klient.id}, ${na}::timestamptz + make_interval(secs => ${TOKENLEVETID}))`);
    await tx.kjor(sql`update api_klient set sist_brukt = ${na} where kommune_id = ${kommuneId} and id = ${klient.id}`);
    await loggfor(tx, { handling: 'API_TOKEN', objektType: 'api_klient', objektId: klient.kode });
    return token;
  });
  if (typeof svar === 'number') throw forMange(svar);
  return svar === null ? null : { token: svar, sekunder: TOKENLEVETID };
}

/** The client of a request's bearer token. A withdrawn client's tokens end at once: the database is asked each time. */
async function finnKlient(request: Request, krevd: Apiomfang): Promise<Klient> {
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const kommuneId = kommuneI(token, /^spt-(\d{1,10})-/);
  const avvist = new Apifeil('UTEN_TOKEN', undefined, { 'www-authenticate': 'Bearer error="invalid_token"' });
  if (kommuneId === null) throw avvist;
  const svar = await withKommune(somApi(kommuneId, []), async (tx) => {
    const klient = await tx.en<Rad>(sql`select ${FELT} from api_token t join api_klient k on k.kommune_id = t.kommune_id and k.id = t.klient_id
      where t.kommune_id = ${kommuneId} and t.hash = ${sha256(token)} and t.utloper > ${naa()} and k.trukket is null`);
    return klient && { klient, vent: await tellBruk(tx, klient) };
  });
  if (svar === null) throw avvist;
  if (svar.vent !== null) throw forMange(svar.vent);
  const { id, kode, system, enheter, omfang } = svar.klient;
  if (omfang !== krevd) throw new Apifeil('UTENFOR_OMFANG', omfang === 'REGISTER' ? 'Tilgangen er til å sende register, ikke besøk.' : 'Tilgangen er til å sende besøk, ikke register.');
  // A register is the purchaser's own work sent in: no account, so nobody shielded is met, and nothing is sent back but outcomes.
  const hvem: Utforende = omfang === 'REGISTER' ? { kommuneId, kontoId: null, rolle: 'bestillerleder', enheter: null } : somApi(kommuneId, enheter.length === 0 ? null : enheter);
  return { id, kode, system, hvem };
}

/** Runs a request for a client that is let in; what is thrown as an `Apifeil` is its answer. */
export async function medKlient(request: Request, arbeid: (klient: Klient) => Promise<Response>, omfang: Apiomfang = 'BESOK'): Promise<Response> {
  try {
    return await arbeid(await finnKlient(request, omfang));
  } catch (feil) {
    return feilsvar(feil);
  }
}

export function feilsvar(feil: unknown): Response {
  if (feil instanceof Apifeil) return problemsvar(feil);
  if (feil instanceof DatabaseBorte || erTilkoblingsfeil(feil)) return problemsvar(new Apifeil('NEDE', undefined, { 'retry-after': '30' }));
  logger('api').error({ err: feil }, 'forespørselen feilet');
  return problemsvar(new Apifeil('FEIL'));
}

/** The text of a request, at most so many bytes. */
export async function lesInnhold(request: Request, maks: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maks) throw new Apifeil('FOR_STOR', `Grensen er ${maks} byte.`);
  const tekst = await request.text();
  if (Buffer.byteLength(tekst) > maks) throw new Apifeil('FOR_STOR', `Grensen er ${maks} byte.`);
  return tekst;
}
