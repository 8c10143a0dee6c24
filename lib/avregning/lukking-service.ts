import { lasAvregning } from '#lib/avregning/avregning-repo.ts';
import { stoppere, type Regelstand } from '#lib/avregning/domain/lukkeregler.ts';
import { kanLukke, type KanIkkeLukkeManed } from '#lib/avregning/domain/lukketilstand.ts';
import { ulikeNokler } from '#lib/avregning/domain/lukkesak.ts';
import { hindringer } from '#lib/avregning/lukking-regler-service.ts';
import {
  finnBokforteNokler,
  finnLukkedeEnheter,
  finnManedensEnheter,
  finnSisteAvregningId,
  finnUtlopte,
  nyLukking,
  skrivLukkedeEnheter,
  skrivManedLukket,
} from '#lib/avregning/lukking-repo.ts';
import { delSak, hentSakNa, lagreSaker, summerDeler } from '#lib/avregning/lukking-sak-service.ts';
import { type Maned, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnManedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';

/** `enheter` null: every unit that is open. `tid`: the instant in milliseconds that it is dated, when it is not now. */
export type Lukkevalg = { readonly maned: Maned; readonly enheter: readonly number[] | null; readonly tid?: number };
export type Lukket = { readonly lukkingId: number; readonly nummer: number; readonly enheter: readonly number[]; readonly heleManeden: boolean };

const somVarsler = (stand: readonly Regelstand[]) => stand.filter((r) => r.alvor === 'varsel').map(({ regel, antall, ore }) => ({ regel, antall, ore }));

/** Keeps the basis and sets the status; the settlement's lock is held, so that no run posts meanwhile. */
async function lukk(tx: Tx, maned: Maned, enheter: readonly number[], stand: readonly Regelstand[], tid: number, krevLikt: boolean): Promise<Result<Lukket, KanIkkeLukkeManed>> {
  const na = await hentSakNa(tx, maned);
  const deler = na ? await delSak(tx, na, enheter) : [];
  const bokfort = await finnBokforteNokler(tx, maned, enheter, null);
  if (krevLikt) {
    const { summer, prisMangler } = summerDeler(deler);
    if (prisMangler) return nei({ grunn: 'HINDRING', verdier: { regler: 'PRIS_MANGLER' } });
    if (ulikeNokler(summer, bokfort).length > 0) return nei({ grunn: 'HINDRING', verdier: { regler: 'KJORING_GAMMEL' } });
  }
  const belopOre = [...bokfort.values()].reduce((s, l) => s + l.belopOre, 0);
  const { id, nummer } = await nyLukking(tx, { maned, enheter, sisteAvregningId: await finnSisteAvregningId(tx), belopOre, varsler: somVarsler(stand), lukket: tid });
  await lagreSaker(tx, id, deler, bokfort);
  await skrivLukkedeEnheter(tx, maned, enheter, id);
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const heleManeden = (await finnManedensEnheter(tx, maned)).every((e) => lukkede.has(e));
  if (heleManeden) await skrivManedLukket(tx, maned, tid);
  await loggfor(tx, { handling: 'LUKK_MANED', objektType: 'avregning', objektId: maned, grunn: `lukking ${nummer}, ${heleManeden ? 'alle' : enheter.length} enheter` });
  return ok({ lukkingId: id, nummer, enheter, heleManeden });
}

/**
 * Closes a month for all its units or some: from then on no line gets it as its posting month there. Refused while a rule
 * that stops is broken at one of them, while a run is under way, and (unless an old run only warns) where the facts of
 * this moment would post something else than the ledger holds. Keeps the cases it rests on.
 *
 * @param okt who closes it: the transaction's own
 */
export async function lukkManed(tx: Tx, okt: Pick<Utforende, 'kommuneId'>, valg: Lukkevalg): Promise<Result<Lukket, readonly KanIkkeLukkeManed[]>> {
  if (okt.kommuneId !== tx.hvem.kommuneId) throw new Error('transaksjonen er en annen kommunes');
  if (!(await lasAvregning(tx))) return nei([{ grunn: 'AVREGNING_I_GANG' }]);
  const { maned } = valg;
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const alle = await finnManedensEnheter(tx, maned);
  const enheter = valg.enheter ?? alle.filter((e) => !lukkede.has(e));
  const status = (await finnManedstatus(tx)).get(maned) ?? 'APEN';
  const hindring = kanLukke(maned, manedFor(iDag()), status, enheter.filter((e) => alle.includes(e)), lukkede);
  if (hindring) return nei([hindring]);
  const stand = await hindringer(tx, maned);
  const brutt = stoppere(stand, new Set(enheter));
  if (brutt.length > 0) return nei([{ grunn: 'HINDRING', verdier: { regler: brutt.map((r) => r.regel).join(',') } }]);
  const krevLikt = stand.find((r) => r.regel === 'KJORING_GAMMEL')?.alvor !== 'varsel';
  const svar = await lukk(tx, maned, enheter.filter((e) => alle.includes(e)), stand, valg.tid ?? naa().getTime(), krevLikt);
  return svar.ok ? svar : nei([svar.feil]);
}

/** Reopenings that are over get the closing they now rest on, dated when they ended. They were closed from that moment also without it. */
export async function lukkUtgatteGjenapninger(tx: Tx): Promise<number> {
  const utlopte = await finnUtlopte(tx);
  if (utlopte.length === 0 || !(await lasAvregning(tx))) return 0;
  for (const [maned, rader] of Map.groupBy(utlopte, (u) => u.maned)) {
    const tid = Math.max(...rader.map((r) => r.gjenapnetTil.getTime()));
    await lukk(tx, maned, rader.map((r) => r.enhetId), [], tid, false);
  }
  return utlopte.length;
}
