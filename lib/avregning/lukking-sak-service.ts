import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AvregningInn } from '#lib/avregning/domain/avregning-inn.ts';
import { ordningsnavn, sakFor, sakssummer, type Sakssum } from '#lib/avregning/domain/lukkesak.ts';
import { pseudonymiser } from '#lib/avregning/domain/pseudonymiser.ts';
import { hentSak } from '#lib/avregning/kontrollgrunnlag-service.ts';
import { finnGrunnlag, finnLukkinger, finnSak, type Nyttgrunnlag, skrivGrunnlag } from '#lib/avregning/lukking-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { skrivAvregningssak } from '#lib/kontroll/avregning-sak-skriver.ts';
import { lesAvregningssak } from '#lib/kontroll/avregning-kontroll.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A month's case as it is known now, by the names it leaves the house under; null where no scheme holds. */
export async function hentSakNa(tx: Tx, maned: Maned): Promise<AvregningInn | null> {
  const sak = await hentSak(tx, maned);
  return sak ? pseudonymiser(sak.inn, sak.navn) : null;
}

export type Delsak = { readonly ordningId: number; readonly ordning: string; readonly inn: AvregningInn };

/** The case cut by scheme, for some units; a scheme with nothing at them has none. */
export async function delSak(tx: Tx, inn: AvregningInn, enheter: readonly number[]): Promise<Delsak[]> {
  const valgte = new Set(enheter);
  const koder = new Set((await finnEnheter(tx)).flatMap((e) => (valgte.has(e.id) ? [e.kode] : [])));
  const ider = new Map((await finnOrdningsbok(tx)).ordninger.map((o) => [o.kode, o.id]));
  return [...new Set(inn.ordninger.map((o) => ordningsnavn(o.id)))].flatMap((ordning): Delsak[] => {
    const del = sakFor(inn, ordning, koder);
    const ordningId = ider.get(ordning);
    const tom = del.ordninger.every((o) => o.enheter?.length === 0) && del.manuelle.length === 0;
    return ordningId === undefined || tom ? [] : [{ ordningId, ordning, inn: del }];
  });
}

/** Amounts per key of several cases together, and the prices that are missing (then the amounts are of the others). */
export function summerDeler(deler: readonly Delsak[]): { summer: Map<string, Sakssum>; prisMangler: boolean } {
  const summer = new Map<string, Sakssum>();
  let prisMangler = false;
  for (const { inn } of deler) {
    const svar = sakssummer(inn);
    if (svar.ok) for (const [nokkel, sum] of svar.verdi) summer.set(nokkel, sum);
    else prisMangler = true;
  }
  return { summer, prisMangler };
}

function pakk({ ordningId, inn }: Delsak, belopOre: number): Nyttgrunnlag {
  const tekst = JSON.stringify(skrivAvregningssak(inn));
  return { ordningId, sak: gzipSync(tekst), sha256: createHash('sha256').update(tekst).digest('hex'), tegn: tekst.length, belopOre };
}

/** Keeps the cases that a closing rests on, each with its fingerprint and what the ledger held for the scheme. */
export async function lagreSaker(tx: Tx, lukkingId: number, deler: readonly Delsak[], bokfort: ReadonlyMap<string, Sakssum>): Promise<void> {
  for (const del of deler) {
    const belopOre = [...bokfort.values()].reduce((s, l) => (l.ordning === del.ordning ? s + l.belopOre : s), 0);
    await skrivGrunnlag(tx, lukkingId, pakk(del, belopOre));
  }
}

/**
 * A stored case as the text it was written as; null where there is none, or one may not read it.
 * @throws Error when the text is not the one whose fingerprint was kept
 */
export async function hentLagretSak(tx: Tx, lukkingId: number, ordningId: number): Promise<{ tekst: string; sha256: string } | null> {
  const rad = await finnSak(tx, lukkingId, ordningId);
  if (!rad) return null;
  const tekst = gunzipSync(rad.sak).toString('utf8');
  if (createHash('sha256').update(tekst).digest('hex') !== rad.sha256) throw new Error(`Grunnlaget for lukking ${lukkingId} er ikke det som ble lagret`);
  return { tekst, sha256: rad.sha256 };
}

/** The stored case of a closing, by its number and the scheme's code; null where there is none. */
export async function hentGrunnlagForLukking(tx: Tx, maned: Maned, nummer: number, ordning: string): Promise<{ tekst: string; sha256: string } | null> {
  const lukking = (await finnLukkinger(tx, maned)).find((l) => l.nummer === nummer);
  const grunnlag = lukking ? (await finnGrunnlag(tx, [lukking.id])).find((g) => g.ordning === ordning) : undefined;
  return lukking && grunnlag ? hentLagretSak(tx, lukking.id, grunnlag.ordningId) : null;
}

const les = lagBeregning(lesAvregningssak, (inn) => inn);

/** @throws Error when a stored case cannot be read by today's reader */
export function tolkSak(tekst: string): AvregningInn {
  const svar = les(JSON.parse(tekst));
  if (!svar.ok) throw new Error(`Et lagret grunnlag kan ikke leses: ${JSON.stringify(svar.feil.slice(0, 3))}`);
  return svar.verdi as AvregningInn;
}
