import { arFor } from '#lib/core/dato.ts';
import { omfangNokkel } from '#lib/vedtak/domain/omfang.ts';
import { velg } from './tilfeldig.ts';
import { TJENESTER } from './oppsett.ts';
import { tidspunkt } from './bygg-besok.ts';
import { byggInnboks } from './bygg-innboks.ts';
import { utredningRad } from './bygg-utredning.ts';
import type { Rad, Rader } from './tabeller.ts';
import { datoTekst, finn, manedAvDag, tomTekst } from './verden.ts';
import type { Omfang, Opphold, Person, Vedtak, Verden } from './verden.ts';

function nokkel(o: Omfang | null): string {
  if (o === null) return '';
  if (o.type === 'TIMER') return omfangNokkel({ ...o, deler: [] });
  return omfangNokkel(o.type === 'ANTALL' ? { ...o, perUker: 1 } : o);
}

function personRader(v: Verden, rader: Rader, p: Person, sisteSlutt: number | null): void {
  const kommune_id = v.oppsett.id;
  const mottaker_id = p.id;
  const bestiller = p.id % 2 === 0 ? finn(v.kontoer, 'saksbehandler') : (v.kontoer.get('saksbehandler-2') ?? finn(v.kontoer, 'saksbehandler'));
  const skjermet = p.skjerming !== null;
  rader.mottaker.push({
    id: p.id, kommune_id, pseudonym: p.pseudonym, fodselsar: arFor(datoTekst(p.fodt)), sone: p.enhet.region, sprak: p.sprak, skjermet, saksbehandler_id: bestiller,
    avsluttet: tomTekst(sisteSlutt),
    avsluttet_grunn: sisteSlutt === null ? null : p.sluttgrunn === 'FLYTTET' ? 'FLYTTET' : p.sluttgrunn === 'ONSKE' ? 'UTEN_BEHOV' : 'DOD',
  });
  rader.mottaker_identitet.push({
    mottaker_id, kommune_id, fornavn: p.fornavn, etternavn: p.etternavn, fodselsdato: datoTekst(p.fodt), fodselsnummer: p.fodselsnummer,
    adresse: p.skjerming === 'FORTROLIG' ? null : p.adresse, telefon: p.telefon, gradering: p.skjerming === 'FORTROLIG' ? 'FORTROLIG' : 'UGRADERT',
    egen_ansatt: p.skjerming === 'EGEN_ANSATT',
  });
  if (!skjermet) return;
  for (const konto_id of new Set([finn(v.kontoer, 'saksbehandler'), finn(v.kontoer, 'bestillerleder'), p.enhet.leder])) {
    rader.mottaker_tilgang.push({ kommune_id, mottaker_id, konto_id, fom: datoTekst(Math.min(p.start, v.iDag)), tom: null, grunn: 'Har ansvar for saken' });
  }
}

function sakRader(v: Verden, rader: Rader, p: Person): void {
  const { r } = v;
  const kommune_id = v.oppsett.id;
  const mottaker_id = p.id;
  const mottatt = p.start - 8 - Math.floor(r() * 30);
  rader.henvendelse.push({
    id: v.teller('henvendelse'), kommune_id, mottaker_id, mottatt: datoTekst(mottatt), type: r() < 0.6 ? 'SOKNAD' : 'HENVISNING',
    fra: r() < 0.5 ? 'Mottakeren selv' : velg(r, ['Fastlege', 'Sykehuset', 'Pårørende']),
    innhold: 'Trenger hjelp i hverdagen.', status: 'BESVART', konto_id: finn(v.kontoer, 'saksbehandler'), besvart: datoTekst(Math.min(v.iDag, p.start - 1)),
    kanal: 'SKJEMA', tjenester: '{}', forventet: null, utfall: 'VEDTAK',
  });
  for (let dag = p.start - 4; dag <= Math.min(v.iDag, p.slutt ?? v.iDag); dag += 300 + Math.floor(r() * 260)) {
    rader.utredning.push(utredningRad(v, p, dag, r() < 0.7, r() < 0.4));
  }
  if (r() < 0.72) {
    rader.kontaktperson.push({
      id: v.teller('kontaktperson'), kommune_id, mottaker_id, rolle: r() < 0.12 ? 'VERGE' : 'PARORENDE',
      navn: `${velg(r, ['Kari', 'Anne', 'Lise', 'Jan', 'Tor', 'Berit', 'Siv', 'Ole'].filter((navn) => navn !== p.fornavn))} ${p.etternavn}`, telefon: '00 00 00 00', omfang: null,
    });
  }
}

function virkningRader(v: Verden, rader: Rader, vedtak: Vedtak, fattet: string, fattet_av: number): void {
  const grunnrad = {
    kommune_id: v.oppsett.id, vedtak_id: vedtak.id, mottaker_id: vedtak.person.id, tjeneste: vedtak.tjeneste, omfang_nokkel: nokkel(vedtak.omfang),
    fom: datoTekst(vedtak.fom),
  };
  const endret = vedtak.sluttgrunn !== null;
  rader.vedtak_virkning.push({
    id: v.teller('vedtak_virkning'), ...grunnrad, tom: tomTekst(vedtak.fattetTom), grunn: 'FATTET', gjeldende: !endret, registrert: fattet,
    registrert_av: fattet_av,
  });
  if (!endret) return;
  rader.vedtak_virkning.push({
    id: v.teller('vedtak_virkning'), ...grunnrad, tom: tomTekst(vedtak.tom), grunn: vedtak.sluttgrunn, gjeldende: true,
    registrert: tidspunkt(Math.min(v.iDag, vedtak.sluttRegistrert ?? vedtak.fom), 700), registrert_av: fattet_av,
  });
}

function oppdragRader(v: Verden, rader: Rader, vedtak: Vedtak): void {
  const kommune_id = v.oppsett.id;
  for (const o of vedtak.oppdrag) {
    const venter = o.fom > v.iDag - 4 && (o.id % 3 !== 0 || o.fom > v.iDag);
    const ferdig = o.tom !== null && o.tom < v.iDag;
    rader.oppdrag.push({
      id: o.id, kommune_id, vedtak_id: vedtak.id, mottaker_id: vedtak.person.id, enhet_id: o.enhet.id, fom: datoTekst(o.fom), tom: tomTekst(o.tom), tidsband: '{}',
      mottatt: tidspunkt(Math.min(v.iDag, Math.max(vedtak.fattet, o.fom - 10)), 600),
      bekreftet: venter ? null : tidspunkt(Math.min(v.iDag, Math.max(vedtak.fattet, o.fom - 9)), 560), bekreftet_av: venter ? null : o.enhet.leder,
      iverksatt: venter || o.fom > v.iDag ? null : datoTekst(o.fom), avsluttet: ferdig ? tidspunkt(Math.min(v.iDag, (o.tom ?? 0) + 1), 500) : null,
    });
    justeringRad(v, rader, vedtak, o);
    if (venter && o.id % 4 === 1) {
      rader.kapasitetsmelding.push({
        id: v.teller('kapasitetsmelding'), kommune_id, oppdrag_id: o.id, enhet_id: o.enhet.id,
        grunn: 'To sykmeldte på kveld, har ikke folk før uken etter', tidligst: datoTekst(Math.max(o.fom, v.iDag) + 7),
        meldt: tidspunkt(v.iDag, 500), meldt_av: o.enhet.leder, lost: null,
      });
    }
  }
}

function justeringRad(v: Verden, rader: Rader, vedtak: Vedtak, o: Vedtak['oppdrag'][number]): void {
  if (vedtak.omfang?.type !== 'TIMER' || o.id % 11 !== 3 || o.enhet.art !== 'HJEMMETJENESTE') return;
  const nylig = o.id % 5 === 0;
  const fom = nylig ? v.iDag - (o.id % 9) : Math.max(o.fom, v.start) + (o.id % 60);
  const tom = Math.min(fom + 13, o.tom ?? fom + 13);
  if (fom < o.fom || tom < fom || fom > v.iDag) return;
  const avslatt = !nylig && o.id % 7 === 0;
  rader.justering.push({
    id: v.teller('justering'), kommune_id: v.oppsett.id, oppdrag_id: o.id, enhet_id: o.enhet.id, fom: datoTekst(fom), tom: datoTekst(tom),
    minutter: 30 + (o.id % 4) * 15, besok: o.id % 2,
    grunn: 'Dårligere allmenntilstand, trenger mer hjelp i en periode', meldt_av: o.enhet.leder, meldt: tidspunkt(fom, 660),
    godkjent_av: nylig || avslatt ? null : finn(v.kontoer, 'saksbehandler'),
    godkjent: nylig || avslatt ? null : tidspunkt(Math.min(v.iDag, fom + 2), 640), avslatt_fra: avslatt ? datoTekst(Math.min(tom, fom + 3)) : null,
  });
}

function vedtakRader(v: Verden, rader: Rader, vedtak: Vedtak, sene: Rad<'pause'>[]): void {
  const kommune_id = v.oppsett.id;
  const o = vedtak.omfang;
  const stor = o?.type === 'TIMER' && o.minutter / o.perUker > 1200;
  const fattet_av = finn(v.kontoer, stor ? 'bestillerleder' : 'saksbehandler');
  const fattet = tidspunkt(vedtak.fattet, 540 + (vedtak.id % 380) * (vedtak.fattet === v.iDag ? 0 : 1));
  rader.vedtak.push({
    id: vedtak.id, kommune_id, nummer: vedtak.nummer, mottaker_id: vedtak.person.id, tjeneste: vedtak.tjeneste, utfall: vedtak.utfall,
    erstatter_id: vedtak.erstatter?.id ?? null, tillegg: false, omfang_type: o?.type ?? null,
    minutter: o?.type === 'TIMER' ? o.minutter : null, besok: o?.type === 'TIMER' ? o.besok : null, per_uker: o?.type === 'TIMER' ? o.perUker : 1,
    antall: o?.type === 'ANTALL' ? o.antall : null, plasstype: o?.type === 'PLASS' ? o.plasstype : null,
    begrunnelse: vedtak.begrunnelse, hjemmel: TJENESTER.find(([kode]) => kode === vedtak.tjeneste)?.[4] ?? '', fattet,
    fattet_dato: datoTekst(vedtak.fattet), fattet_av,
  });
  if (vedtak.utfall === 'AVSLAG') return;
  virkningRader(v, rader, vedtak, fattet, fattet_av);
  oppdragRader(v, rader, vedtak);
  if (o?.type === 'TIMER') pauseRader(v, rader, vedtak, sene);
}

function pauseRader(v: Verden, rader: Rader, vedtak: Vedtak, sene: Rad<'pause'>[]): void {
  for (const b of vedtak.person.borte) {
    if (b.tom < vedtak.fom || b.fom > (vedtak.tom ?? b.fom)) continue;
    const lukketManed = manedAvDag(b.tom) < manedAvDag(v.iDag - 40) && b.fom >= v.start;
    const sen = lukketManed && (vedtak.tjeneste === 'MILJOTJENESTE' ? b.fom % 3 !== 0 : b.fom % 14 === 7);
    (sen ? sene : rader.pause).push({
      id: v.teller('pause'), kommune_id: v.oppsett.id, vedtak_id: vedtak.id, fom: datoTekst(Math.max(b.fom, vedtak.fom)),
      tom: b.tom >= v.iDag && b.arsak === 'SYKEHUS' ? null : datoTekst(b.tom), arsak: b.arsak,
      meldt_av: vedtak.person.enhet.leder, bekreftet_av: b.fom > v.iDag - 5 ? null : finn(v.kontoer, 'saksbehandler'),
      registrert: tidspunkt(Math.min(v.iDag, sen ? b.tom + 38 : b.fom), 615),
    });
  }
}

function oppholdRader(v: Verden, rader: Rader, o: Opphold): void {
  const id = v.teller('opphold');
  const kommune_id = v.oppsett.id;
  const oppdrag_id = o.vedtak.oppdrag[0]?.id ?? 0;
  rader.opphold.push({
    id, kommune_id, oppdrag_id, vedtak_id: o.vedtak.id, mottaker_id: o.vedtak.person.id, enhet_id: o.enhet.id, plass: o.plass, inn: datoTekst(o.inn),
    ut: tomTekst(o.ut),
  });
  if (o.plasstype !== 'LANGTID') return;
  for (let fom = Math.max(o.inn, v.start) + 60 + Math.floor(v.r() * 500); fom + 12 < Math.min(o.ut ?? v.iDag, v.iDag); fom += 200 + Math.floor(v.r() * 600)) {
    rader.fravar.push({
      id: v.teller('fravar'), kommune_id, opphold_id: id, enhet_id: o.enhet.id, fom: datoTekst(fom),
      tom: datoTekst(fom + 1 + Math.floor(v.r() * 10)), arsak: 'SYKEHUS',
    });
  }
}

/** The world's people and cases as rows; pauses reported too late go to `sene`. */
export function skrivSaker(v: Verden, rader: Rader, sene: Rad<'pause'>[]): void {
  const sisteSlutt = new Map<number, number | null>();
  for (const { person, tom, utfall } of v.vedtak) {
    if (utfall === 'AVSLAG' && sisteSlutt.has(person.id)) continue;
    const forrige = sisteSlutt.get(person.id);
    const slutt = tom !== null && tom < v.iDag && person.slutt !== null ? tom : null;
    sisteSlutt.set(person.id, forrige === null || slutt === null ? null : Math.max(forrige ?? 0, slutt));
  }
  for (const p of v.personer) {
    personRader(v, rader, p, sisteSlutt.get(p.id) ?? null);
    sakRader(v, rader, p);
  }
  const siste = new Map<number, number>();
  for (const vedtak of v.vedtak) {
    vedtakRader(v, rader, vedtak, sene);
    siste.set(Number(vedtak.nummer.slice(2, 6)), Number(vedtak.nummer.slice(7)));
  }
  for (const [ar, nr] of siste) rader.nummerserie.push({ kommune_id: v.oppsett.id, serie: 'V', ar, siste: nr });
  for (const o of v.opphold) oppholdRader(v, rader, o);
  byggInnboks(v, rader);
}
