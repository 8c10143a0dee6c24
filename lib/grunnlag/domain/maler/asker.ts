import { HJEMMETJENESTER, malledd, maloverforing, malpris, tekst, TJENESTE } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal, Malkomponent, Malordning, Tekst } from '#lib/grunnlag/domain/maler/mal.ts';

const BEGGE = { grupper: ['KOMMUNAL', 'PRIVAT'] } as const;
const PRIS = malpris('KOSTNADSVEKST', 'TIDSSTUDIE');
/** "A share" of a surplus: the report does not print it. */
const OVERFORING = maloverforing(null, 100);
const ANDELEN = tekst('Hvor stor del av overskuddet enheten beholder, er ikke oppgitt; kommunen setter den.', 'Kor stor del av overskotet eininga held på, er ikkje oppgitt; kommunen set han.');

export const ASKER_2002: Mal = {
  kode: 'asker-2002',
  navn: tekst('Asker 2002–2005', 'Asker 2002–2005'),
  kilde: { rapport: 'ECON', avsnitt: '4.4' },
  ordninger: [
    {
      kode: 'hjemme',
      navn: tekst('Hjemmehjelp og hjemmesykepleie', 'Heimehjelp og heimesjukepleie'),
      komponenter: [malledd('time', tekst('Timer, utført', 'Timar, utført'), 'UTFORT_TID', { tjenester: HJEMMETJENESTER }, BEGGE)],
      fastledd: [],
      prisregel: PRIS,
      ramme: null,
      overforing: { ...OVERFORING, dispensasjon: 'VEDTATT_BELOP' },
    },
  ],
  folger: [
    tekst('Utførte timer betales, ikke tildelte. Timeprisen kom fra tidsstudier og følger kostnadsveksten.', 'Utførte timar blir betalte, ikkje tildelte. Timeprisen kom frå tidsstudiar og følgjer kostnadsveksten.'),
    tekst('To kommunale soner og én privat med egen timepris.', 'To kommunale soner og éi privat med eigen timepris.'),
    tekst('I 2005 sviktet registreringen: enhetenes budsjett bygde på anslag.', 'I 2005 svikta registreringa: budsjetta til einingane bygde på anslag.'),
  ],
  lesning: [
    ANDELEN,
    tekst('2005 spilles med et stipulert volum per enhet, vedtatt og bokført som synlige manuelle linjer.', '2005 blir spelt med eit stipulert volum per eining, vedtatt og bokført som synlege manuelle linjer.'),
    tekst('At overføringen ble oppgitt, er en dispensasjon med beløp 0 for enhetene med underskudd.', 'At overføringa blei gitt opp, er ein dispensasjon med beløp 0 for einingane med underskot.'),
    tekst('Bare brukerrettet tid teller; bomturer er ikke nevnt.', 'Berre brukarretta tid tel; bomturar er ikkje nemnde.'),
  ],
  problemer: [
    tekst('Registrert tid ble for lav: enhetene gikk med underskudd, bestilleren med et overskudd som speilet det.', 'Registrert tid blei for låg: einingane gjekk med underskot, bestillaren med eit overskot som spegla det.'),
    tekst('Overføring av underskudd måtte oppgis.', 'Overføring av underskot måtte givast opp.'),
    tekst('Mye kjøretid, og glidning mot ufaglærte da hjelp og sykepleie var ett.', 'Mykje køyretid, og gliding mot ufaglærte då hjelp og sjukepleie var eitt.'),
  ],
};

function indikatorer(tjeneste: string): Malkomponent[] {
  const tjenester = [tjeneste];
  return [
    malledd('time', tekst('Timer, vedtatt', 'Timar, vedtekne'), 'VEDTATT_TID', { tjenester }, BEGGE),
    malledd('besok', tekst('Besøk, vedtatt', 'Besøk, vedtekne'), 'VEDTATT_BESOK', { tjenester }, BEGGE),
    malledd('vedtak', tekst('Vedtak', 'Vedtak'), 'VEDTAK_MANED', { tjenester }, BEGGE),
  ];
}

function ordning2006(kode: string, navn: Tekst, tjeneste: string): Malordning {
  return { kode, navn, komponenter: indikatorer(tjeneste), fastledd: [], prisregel: PRIS, ramme: null, overforing: OVERFORING };
}

export const ASKER_2006: Mal = {
  kode: 'asker-2006',
  navn: tekst('Asker 2006–', 'Asker 2006–'),
  kilde: { rapport: 'ECON', avsnitt: '4.4, 5.2.2' },
  ordninger: [
    ordning2006('hjemmehjelp', tekst('Hjemmehjelp', 'Heimehjelp'), TJENESTE.praktiskBistand),
    ordning2006('hjemmesykepleie', tekst('Hjemmesykepleie', 'Heimesjukepleie'), TJENESTE.hjemmesykepleie),
    ordning2006('bolig', tekst('Bolig med personalbase', 'Bustad med personalbase'), TJENESTE.boligMedBase),
    ordning2006('utviklingshemmede', tekst('Boliger for utviklingshemmede (pilot)', 'Bustader for utviklingshemma (pilot)'), TJENESTE.miljotjeneste),
  ],
  folger: [
    tekst('Vedtatt tid, antall besøk og antall vedtak utløser penger.', 'Vedtatt tid, talet på besøk og talet på vedtak utløyser pengar.'),
    tekst('Hjemmehjelp og hjemmesykepleie er skilt, mot glidning til ufaglærte.', 'Heimehjelp og heimesjukepleie er skilde, mot gliding til ufaglærte.'),
  ],
  lesning: [
    ANDELEN,
    tekst('De samme tre leddene gjelder i alle fire ordningene; et vedtak teller én gang per måned det er i kraft.', 'Dei same tre ledda gjeld i alle fire ordningane; eit vedtak tel éin gong per månad det er i kraft.'),
    tekst('Hver ordning har egen pris, som følger kostnadsveksten, og eget resultat.', 'Kvar ordning har eigen pris, som følgjer kostnadsveksten, og eige resultat.'),
  ],
  problemer: [tekst('Økte krav til brukerrettet tid gir mindre tid til samarbeid.', 'Auka krav til brukarretta tid gir mindre tid til samarbeid.')],
};
