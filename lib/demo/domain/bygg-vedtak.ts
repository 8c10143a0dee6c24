import { arFor } from '#lib/core/dato.ts';
import { eksponentiell, froAv, heltall, klem, lagTilfeldig, logNormal, velg, vektet } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import { lagPlan } from './ukeplan.ts';
import { datoTekst } from './verden.ts';
import type { Dag, Omfang, Person, Sluttgrunn, Vedtak, Verden } from './verden.ts';

/** Mean hours a week by age and need (NOE, MIDDELS, OMFATTENDE): SSB, hours by decision; the most extensive capped by where they are served. */
const TIMER_PER_UKE: readonly (readonly [number, readonly [number, number, number]])[] = [
  [50, [2.1, 10.5, 24]],
  [67, [1.9, 7.1, 21]],
  [80, [1.7, 4.9, 16.5]],
  [90, [1.7, 4.5, 13.4]],
  [200, [2, 5.4, 13.8]],
];

const GRUNNER: Readonly<Record<string, readonly string[]>> = {
  HJEMMESYKEPLEIE: [
    'Du trenger hjelp av sykepleier til medisiner og stell for å kunne bo trygt hjemme.',
    'Du trenger daglig hjelp til personlig hygiene, påkledning og medisiner etter sykehusoppholdet.',
    'Du trenger oppfølging av sår og ernæring, og tilsyn på faste tider.',
  ],
  PRAKTISK_BISTAND: [
    'Du klarer ikke lenger rengjøring og klesvask på egen hånd, og har ingen i husstanden som kan gjøre det.',
    'Du trenger hjelp til innkjøp og rengjøring for å kunne bli boende hjemme.',
  ],
  MILJOTJENESTE: ['Du trenger hjelp og opplæring i boligen gjennom dagen, og noen i nærheten når du er ute.'],
  DAGSENTER: ['Du har nytte av aktivitet og fellesskap på dagtid, og dine nærmeste trenger avlastning.'],
  TRYGGHETSALARM: ['Du har falt hjemme og trenger å kunne tilkalle hjelp.'],
};

function behovsnummer(person: Person): 0 | 1 | 2 {
  return person.behov === 'NOE' ? 0 : person.behov === 'MIDDELS' ? 1 : 2;
}

function timerPerUke(r: Tilfeldig, person: Person, dag: Dag): number {
  const alder = (dag - person.fodt) / 365.25;
  const celle = TIMER_PER_UKE.find(([under]) => alder < under);
  const snitt = person.enhet.art === 'UTVIKLINGSHEMMEDE' ? (person.behov === 'MIDDELS' ? 32 : 52) : (celle?.[1][behovsnummer(person)] ?? 3);
  return klem(logNormal(r, snitt, 0.5), 0.5, person.enhet.art === 'UTVIKLINGSHEMMEDE' ? 90 : 38);
}

/** Whole visits of a round number of minutes. */
function lagOmfang(r: Tilfeldig, tjeneste: string, timer: number): Omfang {
  if (tjeneste === 'DAGSENTER') return { type: 'ANTALL', antall: heltall(r, 1, 3) };
  if (tjeneste === 'TRYGGHETSALARM') return { type: 'ANTALL', antall: 1 };
  if (tjeneste === 'MILJOTJENESTE') {
    const besok = velg(r, [14, 14, 21]);
    return { type: 'TIMER', minutter: Math.max(15, Math.round((timer * 60) / besok / 15) * 15) * besok, besok, perUker: 1 };
  }
  if (tjeneste === 'PRAKTISK_BISTAND') {
    const besok = timer < 2 ? 1 : timer < 4 ? 2 : 4;
    const perUker = timer < 1.1 ? 2 : 1;
    return { type: 'TIMER', minutter: klem(Math.round((timer * 60 * perUker) / besok / 15) * 15, 30, 150) * besok, besok, perUker };
  }
  const lengde = klem(logNormal(r, timer > 12 ? 27 : 19, 0.3), 10, 60);
  const besok = klem(Math.round((timer * 60) / lengde), 1, 42);
  return { type: 'TIMER', minutter: Math.max(10, Math.round((timer * 60) / besok / 5) * 5) * besok, besok, perUker: 1 };
}

/** Services with hours a week (0 where hours do not matter). */
function tjenesterFor(r: Tilfeldig, person: Person): { tjeneste: string; timer: number; etter: number }[] {
  const timer = timerPerUke(r, person, person.start);
  if (person.enhet.art === 'UTVIKLINGSHEMMEDE') return [{ tjeneste: 'MILJOTJENESTE', timer, etter: 0 }];
  const hva = vektet(r, [['sykepleie', person.behov === 'NOE' ? 42 : 36], ['bistand', person.behov === 'NOE' ? 34 : 6], ['begge', 50]] as const);
  const bistand = hva === 'bistand' ? klem(timer, 0.5, 4) : klem(timer * 0.15, 0.6, 3);
  const liste = [];
  if (hva !== 'bistand') liste.push({ tjeneste: 'HJEMMESYKEPLEIE', timer: hva === 'begge' ? Math.max(0.5, timer - bistand) : timer, etter: 0 });
  if (hva !== 'sykepleie') liste.push({ tjeneste: 'PRAKTISK_BISTAND', timer: bistand, etter: hva === 'begge' && r() < 0.4 ? heltall(r, 10, 240) : 0 });
  if (r() < 0.45) liste.push({ tjeneste: 'TRYGGHETSALARM', timer: 0, etter: r() < 0.5 ? 0 : heltall(r, 5, 200) });
  if (r() < 0.08) liste.push({ tjeneste: 'DAGSENTER', timer: 0, etter: heltall(r, 0, 300) });
  return liste;
}

/** The unit that delivers: day centres belong to a nursing home. */
function utforer(v: Verden, person: Person, tjeneste: string) {
  if (tjeneste !== 'DAGSENTER') return person.enhet;
  return [...v.enheter.values()].find((e) => e.art === 'SYKEHJEM') ?? person.enhet;
}

type Ledd = { readonly tjeneste: string; readonly fom: Dag; readonly timer: number; readonly erstatter: Vedtak | null };

function lagVedtak(v: Verden, r: Tilfeldig, person: Person, ledd: Ledd): Vedtak {
  const { tjeneste, fom, erstatter } = ledd;
  let omfang = lagOmfang(r, tjeneste, ledd.timer);
  // a changed vedtak is changed: never the same extent again
  if (erstatter?.omfang?.type === 'TIMER' && omfang.type === 'TIMER' && omfang.minutter === erstatter.omfang.minutter && omfang.besok === erstatter.omfang.besok) {
    omfang = { ...omfang, minutter: omfang.minutter + 5 * omfang.besok };
  }
  const fattet = Math.min(v.iDag, fom - (erstatter === null ? heltall(r, 2, 12) : heltall(r, 0, 6)));
  const enhet = utforer(v, person, tjeneste);
  return {
    id: 0, nummer: '', person, tjeneste, utfall: erstatter === null && r() < 0.03 ? 'DELVIS' : 'INNVILGET', omfang, fattet, fom,
    fattetTom: null, tom: null, sluttgrunn: null, sluttRegistrert: null, erstatter,
    oppdrag: [{ id: 0, enhet, fom, tom: null }],
    plan: omfang.type === 'TIMER' ? lagPlan(r, tjeneste, omfang) : [],
    begrunnelse: velg(r, GRUNNER[tjeneste] ?? ['Vilkårene for tjenesten er oppfylt.']),
  };
}

function avslutt(vedtak: Vedtak, tom: Dag, grunn: Sluttgrunn | 'ERSTATTET', registrert: Dag): void {
  vedtak.tom = tom;
  vedtak.sluttgrunn = grunn;
  vedtak.sluttRegistrert = registrert;
  const siste = vedtak.oppdrag.at(-1);
  if (siste !== undefined) vedtak.oppdrag[vedtak.oppdrag.length - 1] = { ...siste, tom };
}

/** One in forty moves to another zone and keeps the vedtak: one oppdrag ends, another starts. */
function kanskjeNySone(v: Verden, r: Tilfeldig, vedtak: Vedtak): void {
  const [oppdrag] = vedtak.oppdrag;
  if (oppdrag === undefined || r() > 0.025 || vedtak.omfang?.type !== 'TIMER' || oppdrag.enhet.art !== 'HJEMMETJENESTE') return;
  const slutt = vedtak.tom ?? v.iDag - 20;
  const bytte = Math.max(vedtak.fom, v.start) + heltall(r, 30, 400);
  const andre = [...v.enheter.values()].filter((e) => e.art === 'HJEMMETJENESTE' && e.kode !== oppdrag.enhet.kode);
  if (bytte >= slutt - 5 || andre.length === 0) return;
  vedtak.oppdrag[0] = { ...oppdrag, tom: bytte - 1 };
  vedtak.oppdrag.push({ id: 0, enhet: velg(r, andre), fom: bytte, tom: vedtak.tom });
}

/** One service of one person: a first vedtak, and those that replaced it, until the services end. */
function byggLop(v: Verden, r: Tilfeldig, person: Person, tjeneste: string, fra: Dag, forsteTimer: number): void {
  const slutt = person.slutt;
  let timer = forsteTimer;
  let fom = fra;
  let forrige: Vedtak | null = null;
  while (fom <= v.iDag + 8 && (slutt === null || fom < slutt)) {
    const vedtak = lagVedtak(v, r, person, { tjeneste, fom, timer, erstatter: forrige });
    if (forrige !== null) avslutt(forrige, fom - 1, 'ERSTATTET', vedtak.fattet);
    v.vedtak.push(vedtak);
    forrige = vedtak;
    fom += 25 + Math.floor(eksponentiell(r, vedtak.omfang?.type === 'TIMER' ? 560 : 4000));
    timer = klem(timer * logNormal(r, 1.06, 0.28), 0.5, person.enhet.art === 'UTVIKLINGSHEMMEDE' ? 90 : 38);
  }
  if (forrige !== null && slutt !== null) {
    const sent = r() < 0.12 ? heltall(r, 6, 35) : heltall(r, 0, 2);
    avslutt(forrige, slutt, person.sluttgrunn ?? 'ONSKE', Math.min(v.iDag, slutt + sent));
  }
  if (forrige !== null) kanskjeNySone(v, r, forrige);
}

function byggAvslag(v: Verden): void {
  v.personer.forEach((person, i) => {
    if (i % 23 !== 7 || person.start < v.start) return;
    const r = lagTilfeldig(froAv(v.fro, 'avslag', person.id));
    const dag = Math.min(v.iDag, person.start + heltall(r, 0, 60));
    v.vedtak.push({
      id: 0, nummer: '', person, tjeneste: velg(r, ['DAGSENTER', 'LANGTIDSOPPHOLD', 'PRAKTISK_BISTAND']), utfall: 'AVSLAG', omfang: null,
      fattet: dag, fom: dag, fattetTom: null, tom: null, sluttgrunn: null, sluttRegistrert: null, erstatter: null, oppdrag: [], plan: [],
      begrunnelse: 'Behovet ditt kan dekkes forsvarlig med de tjenestene du har i dag. Vi vurderer saken på nytt om behovet endrer seg.',
    });
  });
}

/** Every vedtak at home and in shared housing; then all vedtak of the kommune get numbers in the order they were decided. */
export function byggVedtak(v: Verden): void {
  for (const person of v.personer) {
    if (person.enhet.art === 'SYKEHJEM') continue;
    const r = lagTilfeldig(froAv(v.fro, 'vedtak', person.id));
    for (const { tjeneste, timer, etter } of tjenesterFor(r, person)) {
      const fra = person.start + etter;
      if (fra <= v.iDag + 6 && (person.slutt === null || fra < person.slutt)) byggLop(v, r, person, tjeneste, fra, timer);
    }
  }
  byggAvslag(v);
  v.vedtak.sort((a, b) => a.fattet - b.fattet || a.person.id - b.person.id);
  const siste = new Map<number, number>();
  for (const vedtak of v.vedtak) {
    const ar = arFor(datoTekst(vedtak.fattet));
    const nummer = (siste.get(ar) ?? 0) + 1;
    siste.set(ar, nummer);
    vedtak.id = v.teller('vedtak');
    vedtak.nummer = `V-${ar}-${String(nummer).padStart(4, '0')}`;
    for (const oppdrag of vedtak.oppdrag) oppdrag.id = v.teller('oppdrag');
  }
}
