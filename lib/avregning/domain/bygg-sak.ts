import { EN_BROK } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { lokalTid } from '#lib/core/oslo-tid.ts';
import type { AvregningInn, Besok, Enhet, Komponent, Oppdrag, Pris, Timer, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** Builders of small settlement cases, with the defaults of the format: tests and seeds say only what matters to them. */
export function byggTimer(minutter: number, valg: Partial<Timer> = {}): Timer {
  return { type: 'TIMER', minutter, besok: 0, perUker: 1, deler: [], ...valg };
}

export function byggVedtak(id: string, valg: Partial<Vedtak> = {}): Vedtak {
  return {
    id,
    mottaker: `M-${id}`,
    tjeneste: 'HJEMMESYKEPLEIE',
    fom: dato('2025-01-01'),
    tom: null,
    omfang: byggTimer(210),
    pauser: [],
    ...valg,
  };
}

export function byggOppdrag(id: string, vedtak: string, valg: Partial<Oppdrag> = {}): Oppdrag {
  return { id, vedtak, enhet: 'U1', fom: dato('2025-01-01'), tom: null, tidsband: null, ...valg };
}

export function byggBesok(id: string, start: string, minutter: number, valg: Partial<Besok> = {}): Besok {
  return {
    id,
    oppdrag: 'O1',
    start: lokalTid(start),
    minutter,
    planlagtMinutter: null,
    kategori: 'BRUKERRETTET',
    kvittert: true,
    ...valg,
  };
}

export function byggPris(gruppe: string, belopOre: number, valg: Partial<Pris> = {}): Pris {
  return { gruppe, fom: maned('2020-01'), tom: null, ore: ore(belopOre), niva: null, ...valg };
}

export function byggKomponent(kode: string, volumkilde: Volumkilde, valg: Partial<Komponent> = {}): Komponent {
  return {
    kode,
    volumkilde,
    tjenester: null,
    trekkPause: true,
    tidsband: null,
    tak: { faktor: EN_BROK, periode: 'MANED' },
    kategorier: [],
    minuttregel: null,
    plasstyper: [],
    fravarsregel: [],
    fordeling: null,
    priser: [byggPris('KOMMUNAL', 60000)],
    ...valg,
  };
}

export function byggEnhet(id: string, valg: Partial<Enhet['perioder'][number]> = {}): Enhet {
  return { id, perioder: [{ fom: dato('2020-01-01'), tom: null, gruppe: 'KOMMUNAL', plasser: {}, ...valg }] };
}

/** A case with one scheme `isf` of the given components, one unit, and what else is said. */
export function byggSak(komponenter: readonly Komponent[], valg: Partial<AvregningInn> = {}): AvregningInn {
  const avregnes = valg.maned ?? maned('2025-03');
  return {
    maned: avregnes,
    apneManeder: [avregnes],
    helligdager: [],
    tidsband: [],
    ordninger: [{ id: 'isf', enheter: null, komponenter, fastledd: [] }],
    enheter: [byggEnhet('U1')],
    vedtak: [byggVedtak('V1')],
    oppdrag: [byggOppdrag('O1', 'V1')],
    justeringer: [],
    besok: [],
    leveranser: [],
    opphold: [],
    regnskap: [],
    manuelle: [],
    bokfort: [],
    ...valg,
  };
}
