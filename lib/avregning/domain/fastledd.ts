import { avrund, brok, EN_BROK, ganger } from '#lib/core/brok.ts';
import { kodeErIListe } from '#lib/core/kodeliste.ts';
import { manedensAr, manedensNummer } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Enhet, Fastledd, Mallinje, ManuellLinje, Ordning } from '#lib/avregning/domain/avregning-inn.ts';
import { intervallFor, manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import { dekkerEnhet } from '#lib/avregning/domain/indeks.ts';
import type { Indeks } from '#lib/avregning/domain/indeks.ts';
import type { Plasstype } from '#lib/grunnlag/domain/volumkilde.ts';

/** The month's share of a yearly amount, so that twelve shares give the year exactly. */
export function manedsandel(arsbelopOre: Ore, m: Maned): Ore {
  const hittil = (k: number) => oreFraBigint(avrund(brok(BigInt(arsbelopOre) * BigInt(k), 12)));
  const k = manedensNummer(m);
  return trekkFra(hittil(k), hittil(k - 1));
}

function refusjon(ix: Indeks, ledd: Fastledd & { type: 'REFUSJON' }, enhet: string, m: Maned): Ore {
  const sum = sumOre(
    ix.grunnlag.regnskap
      .filter((r) => r.enhet === enhet && r.maned === m && kodeErIListe(r.art, ledd.arter))
      .filter((r) => ledd.funksjoner === null || ledd.funksjoner.includes(r.funksjon))
      .map((r) => r.ore),
  );
  return oreFraBigint(avrund(ganger(ledd.andel, brok(sum))));
}

function plasserForsteDag(enhet: Enhet, type: Plasstype, m: Maned): number {
  const dag = manedsintervall(m).fra;
  const periode = enhet.perioder.find((p) => {
    const { fra, til } = intervallFor(p);
    return fra <= dag && dag <= til;
  });
  return periode?.plasser[type] ?? 0;
}

/** The amount of a fixed part to a unit in a month; null where there is no line. */
function belop(ix: Indeks, ledd: Fastledd, enhet: Enhet, m: Maned): Ore | null {
  switch (ledd.type) {
    case 'RAMME':
      return ledd.enhet === enhet.id && ledd.ar === manedensAr(m) ? manedsandel(ledd.arsbelopOre, m) : null;
    case 'REFUSJON': {
      const sum = refusjon(ix, ledd, enhet.id, m);
      return sum === 0 ? null : sum;
    }
    case 'SMADRIFT': {
      const plasser = plasserForsteDag(enhet, ledd.plasstype, m);
      const liten = plasser >= 1 && plasser < ledd.underPlasser;
      return liten && ledd.ar === manedensAr(m) ? manedsandel(ledd.arsbelopOre, m) : null;
    }
  }
}

/** Target lines of a scheme's fixed parts: one per unit (of those wanted), volume 1. */
export function fasteLinjer(ix: Indeks, ordning: Ordning, m: Maned, onsket: (enhet: string) => boolean = () => true): Mallinje[] {
  const enheter = ix.grunnlag.enheter.filter((e) => dekkerEnhet(ordning, e.id) && onsket(e.id));
  return ordning.fastledd.flatMap((ledd) =>
    enheter.flatMap((enhet) => {
      const ore = belop(ix, ledd, enhet, m);
      if (ore === null) return [];
      const nokkel = { ordning: ordning.id, enhet: enhet.id, komponent: ledd.kode, vedtak: null, gjelderManed: m };
      return [{ ...nokkel, volum: EN_BROK, prisOre: ore, belopOre: ore }];
    }),
  );
}

/** A manual line as a target: one of it, at its amount. */
export function tilMallinje(l: ManuellLinje): Mallinje {
  return { ordning: l.ordning, enhet: l.enhet, komponent: `manuell/${l.id}`, vedtak: null, gjelderManed: l.gjelderManed, volum: EN_BROK, prisOre: l.ore, belopOre: l.ore };
}

/** Approved manual lines of the open months, whatever units their scheme covers. */
export function manuelleLinjer(ix: Indeks): Mallinje[] {
  const apne = new Set(ix.grunnlag.apneManeder);
  return ix.grunnlag.manuelle.filter((l) => apne.has(l.gjelderManed)).map(tilMallinje);
}
