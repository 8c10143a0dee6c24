import { brok, EN_BROK, ganger, minst, minus, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { datoFraDagnummer, ukedagForDagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forrige, manedAv, manederFraTil, manedensAr, manedensNummer } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Besokskategori, Komponent } from '#lib/avregning/domain/avregning-inn.ts';
import { felles, manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import type { Dagintervall } from '#lib/avregning/domain/dagintervall.ts';
import type { Komponentplass, Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';
import { innvilgedeMinutter, innvilget } from '#lib/avregning/domain/innvilget.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';

/** Counts, looked up by component, oppdrag and month. */
export type Opptellingsoppslag = (plass: Komponentplass, oppdrag: string, maned: Maned) => readonly Opptelling[];

export function lagOpptellingsoppslag(opptellinger: readonly Opptelling[]): Opptellingsoppslag {
  const perOppdrag = Map.groupBy(opptellinger, (o) => o.oppdrag);
  const ingen: readonly Opptelling[] = [];
  return (plass, oppdrag, maned) =>
    perOppdrag
      .get(oppdrag)
      ?.filter(
        (o) => o.maned === maned && o.komponent === plass.komponent.kode && o.ordning === plass.ordning.id,
      ) ?? ingen;
}

/** The share that a category counts for in a component. Deliveries (null) count whole. */
export function kategoriandel(k: Komponent, kategori: Besokskategori | null): Brok {
  if (kategori === null || kategori === 'BRUKERRETTET') return EN_BROK;
  return k.kategorier.find((r) => r.kategori === kategori)?.andel ?? NULL_BROK;
}

function vektet(k: Komponent, rader: readonly Opptelling[], velg: (o: Opptelling) => number): Brok {
  let hele = 0;
  let andeler = NULL_BROK;
  for (const rad of rader) {
    if (rad.kategori === null || rad.kategori === 'BRUKERRETTET') hele += velg(rad);
    else andeler = pluss(andeler, ganger(kategoriandel(k, rad.kategori), brok(velg(rad))));
  }
  return pluss(andeler, brok(hele));
}

export function utforteMinutter(k: Komponent, rader: readonly Opptelling[]): Brok {
  return vektet(k, rader, (r) => r.minutter);
}

export function utfortAntall(k: Komponent, rader: readonly Opptelling[]): Brok {
  return vektet(k, rader, (r) => r.antall);
}

/** The part of each ISO week that lies in the month, with the week's Monday. */
export function ukerI(m: Maned): (Dagintervall & { mandag: Dato })[] {
  const maned = manedsintervall(m);
  const uker: (Dagintervall & { mandag: Dato })[] = [];
  for (let fra = maned.fra - ukedagForDagnummer(maned.fra) + 1; fra <= maned.til; fra += 7) {
    uker.push({ mandag: datoFraDagnummer(fra), ...felles({ fra, til: fra + 6 }, maned) });
  }
  return uker;
}

/** Granted minutes of a stretch, times the factor of the cap. */
export function takMinutter(o: Leveringsoppdrag, k: Komponent, vindu: Dagintervall): Brok {
  return ganger(k.tak.faktor, innvilgedeMinutter(innvilget(o, k, vindu)));
}

/** The smaller of performed and capped granted minutes, from January to and with a month. */
function hittilIAret(plass: Komponentplass, o: Leveringsoppdrag, m: Maned, oppslag: Opptellingsoppslag): Brok {
  const januar = manedAv(manedensAr(m), 1);
  const rader = manederFraTil(januar, m).flatMap((n) => oppslag(plass, o.oppdrag.id, n));
  const vindu = { fra: manedsintervall(januar).fra, til: manedsintervall(m).til };
  return minst(utforteMinutter(plass.komponent, rader), takMinutter(o, plass.komponent, vindu));
}

/** Performed minutes of one oppdrag in a month, never more than the cap. */
export function minutterUnderTak(
  plass: Komponentplass,
  o: Leveringsoppdrag,
  m: Maned,
  oppslag: Opptellingsoppslag,
): Brok {
  const k = plass.komponent;
  const rader = oppslag(plass, o.oppdrag.id, m);
  switch (k.tak.periode) {
    case 'MANED':
      if (rader.length === 0) return NULL_BROK;
      return minst(utforteMinutter(k, rader), takMinutter(o, k, manedsintervall(m)));
    case 'UKE': {
      let sum = NULL_BROK;
      for (const uke of ukerI(m)) {
        const iUken = rader.filter((r) => r.uke === uke.mandag);
        if (iUken.length > 0) sum = pluss(sum, minst(utforteMinutter(k, iUken), takMinutter(o, k, uke)));
      }
      return sum;
    }
    case 'AR': {
      const naa = hittilIAret(plass, o, m, oppslag);
      return manedensNummer(m) === 1 ? naa : minus(naa, hittilIAret(plass, o, forrige(m), oppslag));
    }
  }
}
