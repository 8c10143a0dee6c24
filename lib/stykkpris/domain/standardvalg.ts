import { brok, brokFraDesimal, delt, erDesimal, ganger, tilDesimal, tilEksaktDesimal } from '#lib/core/brok.ts';
import { leggTilManeder, manedAv } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Ordningsregler } from '#lib/grunnlag/domain/ordning.ts';
import { BANEAR } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Forslagsslag, Gruppevalg, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';

/** The scheme's own price rule, its quantile as a percent; self-regulating where none is typed. */
export function ordningensPrisregel(regler: Ordningsregler): Pick<Prisvalg, 'regel' | 'kvantil'> {
  const { prisregel } = regler;
  if (!prisregel) return { regel: 'SELVREGULERENDE', kvantil: '0' };
  const kvantil = erDesimal(prisregel.kvantil) ? tilEksaktDesimal(ganger(brokFraDesimal(prisregel.kvantil), brok(100))) : '0';
  return { regel: prisregel.type, kvantil };
}

/** A final price rests on the accounts of the year before; the others on the newest twelve months known. */
function basis(slag: Forslagsslag, ar: number, sisteManed: Maned | null): { fom: Maned; tom: Maned } {
  const fjoraret = { fom: manedAv(ar - 1, 1), tom: manedAv(ar - 1, 12) };
  if (slag === 'ENDELIG' || sisteManed === null) return fjoraret;
  const tom = sisteManed < fjoraret.tom ? sisteManed : fjoraret.tom;
  return { fom: leggTilManeder(tom, -11), tom };
}

/** What the workshop starts from: nothing confirmed, no growth, the year from January (a revision from May). */
export function standardvalg(slag: Forslagsslag, ar: number, regel: Pick<Prisvalg, 'regel' | 'kvantil'>, sisteManed: Maned | null): Prisvalg {
  const { fom, tom } = basis(slag, ar, sisteManed);
  return {
    fraManed: manedAv(ar, slag === 'REVISJON' ? 5 : 1),
    grunnlagFom: fom,
    grunnlagTom: tom,
    regel: slag === 'REVISJON' ? 'KOSTNADSVEKST' : regel.regel,
    kostnadsvekst: '0',
    effektivitetskrav: '0',
    kvantil: regel.kvantil,
    vekter: {},
    fradrag: {},
    egneFradrag: [],
    grupper: {},
    bane: { enhet: null, endringer: ['-2', '3', ...Array.from({ length: BANEAR - 2 }, () => '0')] },
  };
}

/** Weight as today's prices relate: the first component is 1. Exact text with at most four decimals. */
export function standardvekt(gjeldendeOre: Ore | null, forstOre: Ore | null): string {
  if (gjeldendeOre === null || forstOre === null || forstOre === 0) return '1';
  return tilDesimal(delt(brok(gjeldendeOre), brok(forstOre)), 4).replace(/\.?0+$/, '');
}

/** A group whose units' accounts are not seen follows cost growth until the controller chooses. */
export function standardgruppevalg(iGrunnlaget: boolean): Gruppevalg {
  return iGrunnlaget ? 'REGEL' : 'INDEKSER';
}
