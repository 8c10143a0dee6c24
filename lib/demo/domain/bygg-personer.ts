import { kontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';
import { eksponentiell, heltall, lagTilfeldig, froAv, velg, vektet } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import { ETTERNAVN, KVINNER_ELDRE, KVINNER_YNGRE, MENN_ELDRE, MENN_YNGRE, VEIER } from './navn.ts';
import { datoTekst } from './verden.ts';
import type { Behov, Dag, Enhet, Person, Sluttgrunn, Verden } from './verden.ts';

const AR = 365.25;

/** Nine digits and two control digits, birth month + 80, never used before in the kommune. */
function lagFodselsnummer(v: Verden, r: Tilfeldig, fodt: Dag, kvinne: boolean): string {
  const d = datoTekst(fodt);
  const seks = `${d.slice(8, 10)}${Number(d.slice(5, 7)) + 80}${d.slice(2, 4)}`;
  for (;;) {
    const serie = d < '2000' ? heltall(r, 0, 499) : heltall(r, 500, 999);
    const ni = `${seks}${String(serie).padStart(3, '0')}`;
    const kontroll = kontrollsifre(ni);
    if (kontroll === null || (serie % 2 === 0) !== kvinne || v.brukteNumre.has(ni)) continue;
    v.brukteNumre.add(ni);
    return ni + kontroll;
  }
}

const ALDER_HJEMME = [[[18, 49], 9], [[50, 66], 14], [[67, 79], 26], [[80, 89], 36], [[90, 99], 15]] as const;
const ALDER_SYKEHJEM = [[[67, 79], 22], [[80, 89], 45], [[90, 99], 33]] as const;
const ALDER_MILJO = [[[20, 49], 70], [[50, 66], 30]] as const;
const BEHOV_HJEMME: readonly (readonly [Behov, number])[] = [['NOE', 36], ['MIDDELS', 45], ['OMFATTENDE', 19]];

function alderAv(r: Tilfeldig, enhet: Enhet): number {
  const tabell = enhet.art === 'SYKEHJEM' ? ALDER_SYKEHJEM : enhet.art === 'UTVIKLINGSHEMMEDE' ? ALDER_MILJO : ALDER_HJEMME;
  const [fra, til] = vektet<readonly [number, number]>(r, tabell);
  return heltall(r, fra, til) + r();
}

function behovAv(r: Tilfeldig, enhet: Enhet, alder: number): Behov {
  if (enhet.art === 'SYKEHJEM') return vektet<Behov>(r, [['NOE', 2], ['MIDDELS', 16], ['OMFATTENDE', 82]]);
  if (enhet.art === 'UTVIKLINGSHEMMEDE') return vektet<Behov>(r, [['MIDDELS', 30], ['OMFATTENDE', 70]]);
  // the oldest at home are those who manage: the most extensive needs among them live in nursing homes
  return alder >= 80 ? vektet<Behov>(r, [['NOE', 36], ['MIDDELS', 50], ['OMFATTENDE', 14]]) : vektet(r, BEHOV_HJEMME);
}

/** One made-up person whose services at the unit start and end on the given days. */
export function lagPerson(v: Verden, enhet: Enhet, start: Dag, slutt: Dag | null): Person {
  const id = v.teller('mottaker');
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, 'person', id));
  const alder = alderAv(r, enhet);
  const fodt = Math.floor(Math.max(start, v.start) - alder * AR);
  const kvinne = r() < (alder > 75 ? 0.64 : 0.5);
  const eldre = alder > 58;
  const person: Person = {
    id,
    pseudonym: `M-${v.oppsett.pseudonymFra + v.personer.length}`,
    fodt,
    fornavn: velg(r, kvinne ? (eldre ? KVINNER_ELDRE : KVINNER_YNGRE) : eldre ? MENN_ELDRE : MENN_YNGRE),
    etternavn: velg(r, ETTERNAVN),
    fodselsnummer: lagFodselsnummer(v, r, fodt, kvinne),
    adresse: `${velg(r, VEIER)} ${heltall(r, 1, 98)}, ${v.oppsett.navn}`,
    // 0-series: not assigned to anyone
    telefon: `00 ${heltall(r, 10, 99)} ${heltall(r, 10, 99)} ${heltall(r, 10, 99)}`,
    sprak: r() < (v.oppsett.malform === 'nn' ? 0.8 : 0.06) ? 'nn' : 'nb',
    behov: behovAv(r, enhet, alder),
    enhet,
    start,
    slutt,
    sluttgrunn: slutt === null ? null : vektet<Sluttgrunn>(r, alder > 66 ? [['DOD', 62], ['FLYTTET', 14], ['ONSKE', 24]] : [['DOD', 12], ['FLYTTET', 40], ['ONSKE', 48]]),
    borte: [],
    skjerming: null,
  };
  v.personer.push(person);
  return person;
}

/** Fills every place at a unit with one person after the other, from before the history to today. */
function fyllPlass(v: Verden, enhet: Enhet, varighet: number): void {
  let fra = v.start - heltall(v.r, 20, 1000);
  let slutt = v.start + Math.floor(eksponentiell(v.r, varighet));
  while (fra <= v.iDag + 6) {
    const ferdig = slutt <= v.iDag;
    lagPerson(v, enhet, fra, ferdig ? slutt : null);
    if (!ferdig) return;
    fra = slutt + heltall(v.r, 1, 25);
    slutt = fra + 20 + Math.floor(eksponentiell(v.r, varighet));
  }
}

/** Hospital and journeys: one or two a year for those with much need. */
function leggTilFravar(v: Verden, person: Person): void {
  const r = lagTilfeldig(froAv(v.fro, 'fravar', person.id));
  const snitt = { NOE: 1400, MIDDELS: 800, OMFATTENDE: 520 }[person.behov];
  let dag = Math.max(person.start, v.start) + Math.floor(eksponentiell(r, snitt));
  while (dag < Math.min(v.iDag, (person.slutt ?? v.iDag + 1) - 1)) {
    const arsak = r() < 0.85 ? 'SYKEHUS' : 'BORTREIST';
    const tom = dag + heltall(r, 2, arsak === 'SYKEHUS' ? 12 : 18);
    person.borte.push({ fom: dag, tom, arsak });
    dag = tom + 20 + Math.floor(eksponentiell(r, snitt));
  }
}

function skjerm(v: Verden): void {
  const hjemme = v.personer.filter((p) => p.slutt === null && p.enhet.art === 'HJEMMETJENESTE' && p.enhet.eierform === 'KOMMUNAL' && p.start < v.iDag - 60);
  hjemme.forEach((p, i) => {
    if (i % 61 === 17) p.skjerming = 'FORTROLIG';
    else if (i % 83 === 41) p.skjerming = 'EGEN_ANSATT';
  });
}

/** Recipients of every unit that serves people at home or in shared housing. */
export function byggPersoner(v: Verden): void {
  for (const enhet of v.enheter.values()) {
    const varighet = enhet.art === 'UTVIKLINGSHEMMEDE' ? 9000 : 1500;
    for (let plass = 0; plass < enhet.mottakere; plass += 1) fyllPlass(v, enhet, varighet);
  }
  for (const person of v.personer) leggTilFravar(v, person);
  skjerm(v);
}
