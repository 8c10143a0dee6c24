import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { TestKommune } from './tilfeldig-kommune.ts';

/** A kommune with so many vedtak of one order each at the first unit, an hour's visit each in January, and 600 kroner an hour. */
export function enkelKommune(antall: number): TestKommune {
  const alle = Array.from({ length: antall }, (_, i) => i);
  const fom = '2025-01-15' as Dato;
  return {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'PRIVAT', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
    priser: ['KOMMUNAL', 'PRIVAT'].map((gruppe) => ({ komponent: 'time', gruppe, niva: null, fom: '2025-01' as Maned, tom: null, ore: 60_000 })),
    vedtak: alle.map(() => ({ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 210, besok: 7, perUker: 1 }, fom, tom: null, pauser: [] })),
    oppdrag: alle.map((vedtak) => ({ vedtak, enhet: 0, fom, tom: null })),
    justeringer: [],
    besok: alle.map((oppdrag) => ({ oppdrag, dato: '2025-01-20' as Dato, time: 8, minutt: 0, minutter: 60, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true })),
    leveranser: [],
    opphold: [],
    regnskap: [],
  };
}
