import { tidspunkt } from './bygg-besok.ts';
import { froAv, heltall, lagTilfeldig, type Tilfeldig } from './tilfeldig.ts';
import type { Rader } from './tabeller.ts';
import { datoTekst, type Dag, finn, type Person, type Verden } from './verden.ts';

const FRA = '2020-01-01';
const VENTER = [
  { plasstype: 'LANGTID', prioritet: 1, dager: 12 },
  { plasstype: 'LANGTID', prioritet: 2, dager: 55 },
  { plasstype: 'LANGTID', prioritet: 2, dager: 31 },
  { plasstype: 'LANGTID', prioritet: 3, dager: 118 },
  { plasstype: 'KORTTID', prioritet: 1, dager: 3 },
  { plasstype: 'KORTTID', prioritet: 2, dager: 9 },
] as const;
/** The part of those who move in that has waited on the list; the others come the same week. */
const FRA_LISTEN = 0.25;
/** Days ago the hospital's message came, and how many nights the patient stayed; null: is there still. */
const MELDINGER = [
  { dager: 0, netter: null, svar: null },
  { dager: 3, netter: null, svar: 'KAN_IKKE' },
  { dager: 16, netter: 4, svar: 'KAN_IKKE' },
  { dager: 33, netter: 0, svar: 'KAN_TA_IMOT' },
  { dager: 47, netter: 6, svar: 'KAN_IKKE' },
  { dager: 80, netter: 2, svar: 'KAN_IKKE' },
] as const;

/** Places by their names, and reports of those that stand empty today, all but one in each unit. */
function skrivPlasser(v: Verden, rader: Rader): void {
  for (const enhet of v.enheter.values()) {
    const typer = [['LANGTID', 'L', enhet.plasser.LANGTID ?? 0], ['KORTTID', 'K', enhet.plasser.KORTTID ?? 0]] as const;
    for (const [plasstype, bokstav, antall] of typer) {
      let meldt = 0;
      for (let i = 1; i <= antall; i += 1) {
        const [id, kode] = [v.teller('plass'), `${bokstav}${String(i).padStart(3, '0')}`];
        rader.plass.push({ id, kommune_id: v.oppsett.id, enhet_id: enhet.id, kode, plasstype, fom: FRA, tom: null });
        const her = v.opphold.filter((o) => o.enhet === enhet && o.plass === kode);
        const tomFra = her.some((o) => o.ut === null || o.ut > v.iDag) ? null : her.reduce<Dag | null>((sist, o) => (o.ut !== null && (sist === null || o.ut > sist) ? o.ut : sist), null);
        if (tomFra === null || meldt === 2) continue;
        meldt += 1;
        rader.ledigmelding.push({ id: v.teller('ledigmelding'), kommune_id: v.oppsett.id, enhet_id: enhet.id, plass_id: id, ledig_fra: datoTekst(tomFra), meldt: tidspunkt(tomFra, 780), meldt_av: enhet.leder });
      }
    }
  }
}

/** People at home with much need, who have no place and are seen by all caseworkers. */
function kandidater(v: Verden, r: Tilfeldig, antall: number): Person[] {
  const aktuelle = v.personer.filter((p) => p.enhet.art === 'HJEMMETJENESTE' && p.behov !== 'NOE' && p.slutt === null && p.skjerming === null && p.start < v.iDag - 200 && !p.borte.some((b) => b.tom >= v.iDag - 3));
  const valgt = new Set<Person>();
  for (let forsok = 0; forsok < 1000 && valgt.size < Math.min(antall, aktuelle.length); forsok += 1) {
    const p = aktuelle[Math.floor(r() * aktuelle.length)];
    if (p) valgt.add(p);
  }
  return [...valgt];
}

/** Those who have moved in during the history waited some weeks for it. Its own stream: nothing else in the demo changes. */
function skrivVentehistorie(v: Verden, rader: Rader): void {
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, 'ventehistorie'));
  const [kommune_id, av] = [v.oppsett.id, finn(v.kontoer, 'saksbehandler')];
  for (const { vedtak, plasstype, inn } of v.opphold) {
    if (inn <= v.start || inn > v.iDag || r() > FRA_LISTEN) continue;
    const satt = Math.max(v.start, vedtak.fattet - (plasstype === 'LANGTID' ? heltall(r, 7, 90) : heltall(r, 1, 14)));
    rader.venteliste.push({
      id: v.teller('venteliste'), kommune_id, mottaker_id: vedtak.person.id, plasstype, kriterier: plasstype === 'KORTTID' ? '{PARORENDE_UTSLITT}' : '{IKKE_FORSVARLIG_HJEMME}', vedtak_id: null, prioritet: heltall(r, 1, 3),
      onsket_enhet_id: null, satt_opp: datoTekst(satt), registrert: tidspunkt(satt, 640), registrert_av: av, avsluttet: datoTekst(inn), avsluttet_av: av, avsluttgrunn: 'FLYTTET_INN',
    });
  }
}

/** Places, the waiting list and patients ready for discharge, for a kommune that has places. */
export function byggPlasser(v: Verden, rader: Rader): void {
  skrivPlasser(v, rader);
  if (rader.plass.length === 0) return;
  skrivVentehistorie(v, rader);
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, 'plasser'));
  const folk = kandidater(v, r, VENTER.length + MELDINGER.length);
  const [kommune_id, av] = [v.oppsett.id, finn(v.kontoer, 'saksbehandler')];
  VENTER.forEach(({ plasstype, prioritet, dager }, i) => {
    const person = folk[i];
    if (!person) return;
    const kriterier = plasstype === 'KORTTID' ? '{PARORENDE_UTSLITT}' : '{TILSYN_HELE_DOGNET,IKKE_FORSVARLIG_HJEMME}';
    rader.venteliste.push({ id: v.teller('venteliste'), kommune_id, mottaker_id: person.id, plasstype, kriterier, vedtak_id: null, prioritet, onsket_enhet_id: null, satt_opp: datoTekst(v.iDag - dager), registrert: tidspunkt(v.iDag - dager, 640), registrert_av: av, avsluttet: null, avsluttet_av: null, avsluttgrunn: null });
  });
  MELDINGER.forEach(({ dager, netter, svar }, i) => {
    const person = folk[VENTER.length + i];
    if (!person) return;
    const dag = v.iDag - dager;
    // before the demo's clock also on the day itself
    const minutt = dager === 0 ? Math.max(1, Math.min(540, v.klokke - 60)) : heltall(r, 540, 860);
    rader.utskrivning.push({
      id: v.teller('utskrivning'), kommune_id, mottaker_id: person.id, sykehus: 'Fylkessykehuset', meldt_klar: tidspunkt(dag, minutt), svar, svart: svar === null ? null : tidspunkt(dag, minutt + 95), svart_av: svar === null ? null : av,
      kan_fra: svar === 'KAN_TA_IMOT' ? datoTekst(dag) : null, hentet: netter === null ? null : datoTekst(dag + netter), registrert: tidspunkt(dag, minutt + 10), registrert_av: av,
    });
  });
  rader.innstilling.push({ kommune_id, nokkel: 'utskrivningDognsats', fom: `${datoTekst(v.iDag).slice(0, 4)}-01-01`, verdi: JSON.stringify({ ore: 600_000, kilde: 'Eksempel i demoen, ikke fra rundskriv', bekreftet: false }) });
}
