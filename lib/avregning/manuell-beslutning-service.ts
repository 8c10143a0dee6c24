import type { z } from 'zod';
import { type Beslutningsslag, lasBeslutning, skrivAvslatt, skrivGodkjent, skrivTrekkforslag, skrivTrukket, slettTrekkforslag } from '#lib/avregning/manuell-repo.ts';
import { hindringForSteg, type Steg } from '#lib/avregning/domain/manuell-tilstand.ts';
import { finnApneManeder } from '#lib/avregning/fakta-service.ts';
import type { begrunnetStegSkjema, stegSkjema } from '#lib/avregning/manuell-schema.ts';
import { type Maned, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** The first month that is still recomputed: manual lines of earlier ones are marked so, stipulated volumes are refused there. */
export async function forsteApneManed(tx: Tx): Promise<Maned> {
  const denne = manedFor(iDag());
  return (await finnApneManeder(tx, denne, await finnOrdningsbok(tx)))[0] ?? denne;
}

function skriv(tx: Tx, peker: { slag: Beslutningsslag; id: number }, steg: Steg, grunn: string): Promise<number> {
  switch (steg) {
    case 'GODKJENN':
      return skrivGodkjent(tx, peker);
    case 'AVSLA':
      return skrivAvslatt(tx, peker, grunn);
    case 'FORESLA_TREKK':
      return skrivTrekkforslag(tx, peker, grunn);
    case 'GODKJENN_TREKK':
      return skrivTrukket(tx, peker);
    case 'AVSLA_TREKK':
      return slettTrekkforslag(tx, peker);
  }
}

/**
 * One step with a manual line or a stipulated volume: approve, turn down, propose its withdrawal, approve or turn down that.
 * The proposer and the one who approves are two people. A month past its deadline no longer moves by stipulation.
 */
export async function utforSteg(tx: Tx, data: z.output<typeof stegSkjema> | z.output<typeof begrunnetStegSkjema>): Svar<{ id: number }> {
  const { slag, id, steg } = data;
  const grunn = 'grunn' in data ? data.grunn : '';
  const beslutning = await lasBeslutning(tx, slag, id);
  const { kontoId } = tx.hvem;
  if (!beslutning || kontoId === null) return nei([{ grunn: 'FINNES_IKKE' }]);
  const hindring = hindringForSteg(beslutning, steg, kontoId);
  if (hindring) return nei([hindring]);
  const flytterPenger = steg === 'GODKJENN' || steg === 'GODKJENN_TREKK';
  if (slag === 'STIPULERT' && flytterPenger && beslutning.gjelderManed < (await forsteApneManed(tx))) return nei([{ grunn: 'FRIST_UTE_STIPULERT' }]);
  await skriv(tx, { slag, id }, steg, grunn);
  await loggfor(tx, { handling: `${steg}_${slag}`, objektType: slag === 'MANUELL' ? 'manuell_linje' : 'stipulert_volum', objektId: id, grunn: grunn === '' ? beslutning.gjelderManed : `${beslutning.gjelderManed}: ${grunn}` });
  return ok({ id });
}
