import { eksponentiell, froAv, heltall, lagTilfeldig } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import { lagPerson } from './bygg-personer.ts';
import type { Dag, Enhet, Person, Vedtak, Verden } from './verden.ts';

function nyttVedtak(person: Person, enhet: Enhet, plasstype: 'LANGTID' | 'KORTTID', fattet: Dag, inn: Dag, fattetTom: Dag | null): Vedtak {
  return {
    id: 0, nummer: '', person, tjeneste: plasstype === 'LANGTID' ? 'LANGTIDSOPPHOLD' : 'KORTTIDSOPPHOLD', utfall: 'INNVILGET',
    omfang: { type: 'PLASS', plasstype }, fattet, fom: inn, fattetTom, tom: fattetTom, sluttgrunn: null, sluttRegistrert: null, erstatter: null,
    oppdrag: [{ id: 0, enhet, fom: inn, tom: fattetTom }], plan: [],
    begrunnelse: plasstype === 'LANGTID'
      ? 'Du trenger hjelp og tilsyn hele døgnet, og det kan ikke lenger gis forsvarlig hjemme.'
      : 'Du trenger et tidsbegrenset opphold for å komme deg etter sykdom og for å avlaste dem som hjelper deg hjemme.',
  };
}

/** Someone whose services at home end near the day, and who therefore moves in; else a person from hospital. */
function nesteBeboer(v: Verden, enhet: Enhet, dag: Dag, slutt: (inn: Dag) => Dag | null): { person: Person; inn: Dag } {
  const fra = v.personer.find(
    (p) => p.slutt !== null && p.slutt >= dag - 4 && p.slutt <= dag + 12 && p.sluttgrunn === 'DOD' && p.enhet.art === 'HJEMMETJENESTE' && p.behov !== 'NOE',
  );
  if (fra?.slutt === undefined || fra.slutt === null) return { person: lagPerson(v, enhet, dag, slutt(dag)), inn: dag };
  fra.sluttgrunn = 'LANGTIDSOPPHOLD';
  return { person: fra, inn: Math.max(dag, fra.slutt + 1) };
}

function fyllLangtidsplass(v: Verden, enhet: Enhet, plass: string): void {
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, enhet.kode, plass));
  let dag = v.start - heltall(r, 20, 900);
  let ut = v.start + Math.floor(eksponentiell(r, 640));
  for (let forste = true; dag <= v.iDag; forste = false) {
    const sluttdag = (inn: Dag): Dag | null => {
      const til = forste ? ut : inn + 15 + Math.floor(eksponentiell(r, 640));
      return til <= v.iDag ? til : null;
    };
    const { person, inn } = forste ? { person: lagPerson(v, enhet, dag, sluttdag(dag)), inn: dag } : nesteBeboer(v, enhet, dag, sluttdag);
    if (inn > v.iDag) return;
    const slutt = person.enhet === enhet ? person.slutt : sluttdag(inn);
    if (person.enhet === enhet && slutt !== null) person.sluttgrunn = 'DOD';
    const vedtak = nyttVedtak(person, enhet, 'LANGTID', inn - heltall(r, 3, 20), inn, null);
    if (slutt !== null) {
      vedtak.tom = slutt;
      vedtak.sluttgrunn = 'DOD';
      vedtak.sluttRegistrert = Math.min(v.iDag, slutt + 1);
      vedtak.oppdrag[0] = { id: 0, enhet, fom: inn, tom: slutt };
    }
    v.vedtak.push(vedtak);
    v.opphold.push({ vedtak, enhet, plass, plasstype: 'LANGTID', inn, ut: slutt });
    if (slutt === null) return;
    ut = slutt;
    dag = slutt + heltall(r, 2, 8);
  }
}

/** A person at home on all days of the stay, with no other absence near it. */
function kandidat(v: Verden, r: Tilfeldig, hjemme: readonly Person[], inn: Dag, ut: Dag): Person | null {
  for (let forsok = 0; forsok < 40; forsok += 1) {
    const p = hjemme[Math.floor(r() * hjemme.length)];
    if (p === undefined || p.behov === 'NOE' || p.start > inn - 5 || (p.slutt !== null && p.slutt < ut + 2)) continue;
    if (p.borte.some((b) => b.fom <= ut + 3 && b.tom >= inn - 3)) continue;
    return p;
  }
  return null;
}

function fyllKorttidsplass(v: Verden, enhet: Enhet, plass: string, hjemme: readonly Person[]): void {
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, enhet.kode, plass));
  for (let inn = v.start + heltall(r, 0, 9); inn <= v.iDag; ) {
    const ut = inn + heltall(r, 7, 27);
    const person = kandidat(v, r, hjemme, inn, ut);
    if (person !== null) {
      const vedtak = nyttVedtak(person, enhet, 'KORTTID', inn - heltall(r, 1, 6), inn, ut);
      v.vedtak.push(vedtak);
      v.opphold.push({ vedtak, enhet, plass, plasstype: 'KORTTID', inn, ut: ut <= v.iDag ? ut : null });
      person.borte.push({ fom: inn, tom: ut - 1, arsak: 'KORTTID' });
    }
    inn = ut + heltall(r, 1, 6);
  }
}

/** Nursing homes: every place has one person after the other. Long stays also end the services at home of those who move in. */
export function byggOpphold(v: Verden): void {
  const hjemme = v.personer.filter((p) => p.enhet.art === 'HJEMMETJENESTE');
  for (const enhet of v.enheter.values()) {
    for (let i = 1; i <= (enhet.plasser.LANGTID ?? 0); i += 1) fyllLangtidsplass(v, enhet, `L${String(i).padStart(3, '0')}`);
  }
  for (const enhet of v.enheter.values()) {
    for (let i = 1; i <= (enhet.plasser.KORTTID ?? 0); i += 1) fyllKorttidsplass(v, enhet, `K${String(i).padStart(3, '0')}`, hjemme);
  }
}
