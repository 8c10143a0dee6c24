import { skrivKontrollsak } from '#lib/stykkpris/domain/kontrollsak.ts';
import { grunnlagFraVist } from '#lib/stykkpris/domain/prisforslag.ts';
import { nivasak, stykkprissak } from '#lib/stykkpris/domain/regelforslag.ts';
import { finnForslag } from '#lib/stykkpris/prisforslag-repo.ts';
import { hentVerksted } from '#lib/stykkpris/verksted-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * The control case of one price group in a proposal: a draft's from the figures of now, a sent or decided one's from what
 * was shown. `kontroll stykkpris` prints the proposal's prices from it. Units go by their codes. Null when there is none.
 */
export async function hentPriskontroll(tx: Tx, id: number, gruppe: string, nivaer: boolean): Promise<Record<string, unknown> | null> {
  const forslag = await finnForslag(tx, id);
  if (!forslag) return null;
  const { valg, ar, vist } = forslag;
  const grunnlag = vist ? grunnlagFraVist(vist, valg, ar) : ((await hentVerksted(tx, { ...forslag, sprak: 'nb' }, valg))?.grunnlag ?? null);
  const funnet = grunnlag?.grupper.find((g) => g.gruppe === gruppe);
  if (!grunnlag || !funnet) return null;
  await loggfor(tx, { handling: 'LAST_NED_KONTROLLGRUNNLAG', objektType: 'prisforslag', objektId: id, grunn: gruppe });
  return skrivKontrollsak(nivaer ? nivasak(grunnlag, funnet) : stykkprissak(grunnlag, valg.regel, funnet));
}
