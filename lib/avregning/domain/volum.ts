import { brok, ganger, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Enhet, Komponent } from '#lib/avregning/domain/avregning-inn.ts';
import { belagteDogn } from '#lib/avregning/domain/belagte-dogn.ts';
import { antallDager, felles, forenet, intervallFor, lengde, manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import type { Komponentplass, Leveringsoppdrag, Linjegruppe } from '#lib/avregning/domain/indeks.ts';
import { innvilgedeBesok, innvilgedeMinutter, innvilget, tellendeDager } from '#lib/avregning/domain/innvilget.ts';
import { minutterUnderTak, utforteMinutter, utfortAntall } from '#lib/avregning/domain/utfort.ts';
import type { Opptellingsoppslag } from '#lib/avregning/domain/utfort.ts';

const PER_TIME = brok(1, 60);

/** Days of a month that at least one of the oppdrag is in force, each once. */
export function dagerIKraft(oppdrag: readonly Leveringsoppdrag[], m: Maned): number {
  const vindu = manedsintervall(m);
  const [eneste] = oppdrag;
  if (eneste && oppdrag.length === 1) return lengde(felles(eneste.iKraft, vindu));
  return antallDager(forenet(oppdrag.map((o) => felles(o.iKraft, vindu))));
}

function vedtattAntall(o: Leveringsoppdrag, k: Komponent, m: Maned): Brok {
  const { omfang } = o.vedtak;
  if (omfang.type !== 'ANTALL') return NULL_BROK;
  const dager = antallDager(tellendeDager(o, manedsintervall(m), k.trekkPause));
  return brok(omfang.antall * dager, 7 * omfang.perUker);
}

/** The volume of one oppdrag, for the sources that are summed over a vedtak's oppdrag at the unit. */
export function oppdragsvolum(
  plass: Komponentplass,
  o: Leveringsoppdrag,
  m: Maned,
  oppslag: Opptellingsoppslag,
): Brok {
  const k = plass.komponent;
  const vindu = manedsintervall(m);
  switch (k.volumkilde) {
    case 'VEDTATT_TID':
      return ganger(innvilgedeMinutter(innvilget(o, k, vindu)), PER_TIME);
    case 'VEDTATT_BESOK':
      return innvilgedeBesok(innvilget(o, k, vindu));
    case 'UTFORT_TID':
      return ganger(utforteMinutter(k, oppslag(plass, o.oppdrag.id, m)), PER_TIME);
    case 'UTFORT_TID_MAKS_VEDTATT':
      return ganger(minutterUnderTak(plass, o, m, oppslag), PER_TIME);
    case 'BESOK':
    case 'UTFORT_ANTALL':
      return utfortAntall(k, oppslag(plass, o.oppdrag.id, m));
    case 'VEDTATT_ANTALL':
      return vedtattAntall(o, k, m);
    case 'BELAGTE_DOGN':
      return belagteDogn(o, k, vindu);
    case 'PLASSER':
    case 'BRUKERE_MANED':
    case 'NIVA_MANEDSSLUTT':
    case 'VEDTAK_MANED':
    case 'KONTRAKT':
      return NULL_BROK;
  }
}

/** The volume of one line: a vedtak at a unit in a month. */
export function gruppevolum(plass: Komponentplass, g: Linjegruppe, m: Maned, oppslag: Opptellingsoppslag): Brok {
  const k = plass.komponent;
  const { dager, siste } = { dager: lengde(manedsintervall(m)), siste: manedsintervall(m).til };
  switch (k.volumkilde) {
    case 'NIVA_MANEDSSLUTT': {
      const iKraft = g.oppdrag.some((o) => o.iKraft.fra <= siste && siste <= o.iKraft.til);
      return brok(g.vedtak.omfang.type === 'NIVA' && iKraft ? 1 : 0);
    }
    case 'VEDTAK_MANED': {
      const antall = dagerIKraft(g.oppdrag, m);
      return k.fordeling === 'DAGER' ? brok(antall, dager) : brok(antall > 0 ? 1 : 0);
    }
    case 'KONTRAKT':
      return g.vedtak.omfang.type === 'KONTRAKT' ? brok(dagerIKraft(g.oppdrag, m), dager) : NULL_BROK;
    default:
      return g.oppdrag.reduce((sum, o) => pluss(sum, oppdragsvolum(plass, o, m, oppslag)), NULL_BROK);
  }
}

/** Places of a component's types, as the mean over the days of the month. */
export function plassvolum(enhet: Enhet, k: Komponent, m: Maned): Brok {
  const vindu = manedsintervall(m);
  let sum = 0;
  for (const p of enhet.perioder) {
    const dager = lengde(felles(intervallFor(p), vindu));
    for (const type of new Set(k.plasstyper)) sum += (p.plasser[type] ?? 0) * dager;
  }
  return brok(sum, lengde(vindu));
}

/** Distinct recipients at a unit in the month, or their days over the days of the month. */
export function brukervolum(k: Komponent, oppdrag: readonly Leveringsoppdrag[], m: Maned): Brok {
  const dager = [...Map.groupBy(oppdrag, (o) => o.vedtak.mottaker).values()].map((o) => dagerIKraft(o, m));
  if (k.fordeling === 'DAGER') return brok(dager.reduce((sum, d) => sum + d, 0), lengde(manedsintervall(m)));
  return brok(dager.filter((d) => d > 0).length);
}
