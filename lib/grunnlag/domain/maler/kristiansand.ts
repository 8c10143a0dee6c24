import { EN_BROK } from '#lib/core/brok.ts';
import { HJEMMETJENESTER, malledd, maloverforing, malpris, tekst, TJENESTE } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal, Malfastledd, Malkomponent, Malordning, Tekst } from '#lib/grunnlag/domain/maler/mal.ts';
import type { Plasstype } from '#lib/grunnlag/domain/volumkilde.ts';

/** Hours, visits and users: trust, nothing need be registered. */
function hjemmeindikatorer(tjenester: readonly string[]): Malkomponent[] {
  return [
    malledd('time', tekst('Timer, vedtatt', 'Timar, vedtekne'), 'VEDTATT_TID', { tjenester }),
    malledd('besok', tekst('Besøk, vedtatt', 'Besøk, vedtekne'), 'VEDTATT_BESOK', { tjenester }),
    malledd('bruker', tekst('Mottakere', 'Mottakarar'), 'BRUKERE_MANED', { tjenester }),
  ];
}

function dogn(kode: string, navn: Tekst, plasstype: Plasstype): Malkomponent {
  // the place is invoiced as long as it is allotted: a night away counts
  const fravarsregel = [{ fraDag: 1, tilDag: null, andel: EN_BROK }];
  return malledd(kode, navn, 'BELAGTE_DOGN', { plasstyper: [plasstype], fravarsregel });
}

function ordning(kode: string, navn: Tekst, komponenter: readonly Malkomponent[], fastledd: readonly Malfastledd[] = []): Malordning {
  return {
    kode,
    navn,
    komponenter,
    fastledd,
    prisregel: malpris('SELVREGULERENDE', 'FJORARETS_KOSTNAD'),
    ramme: null,
    overforing: maloverforing(90, 100, { dispensasjon: 'RADMANN' }),
  };
}

const SMA_SYKEHJEM: Malfastledd = {
  type: 'SMADRIFT',
  kode: 'smadrift',
  navn: tekst('Toppfinansiering for små sykehjem', 'Toppfinansiering for små sjukeheimar'),
  plasstype: 'LANGTID',
};

export const KRISTIANSAND: Mal = {
  kode: 'kristiansand',
  navn: tekst('Kristiansand 2003–', 'Kristiansand 2003–'),
  kilde: { rapport: 'ECON', avsnitt: '4.3, 5.2.1' },
  ordninger: [
    ordning('omsorg', tekst('Omsorgsenheter', 'Omsorgseiningar'), [
      ...hjemmeindikatorer(HJEMMETJENESTER),
      dogn('langtid', tekst('Langtidsdøgn', 'Langtidsdøgn'), 'LANGTID'),
      dogn('korttid', tekst('Korttidsdøgn', 'Korttidsdøgn'), 'KORTTID'),
      dogn('forsterket', tekst('Sterkdøgn', 'Sterkdøgn'), 'FORSTERKET'),
      malledd('dag', tekst('Dagavdeling', 'Dagavdeling'), 'VEDTATT_ANTALL', { tjenester: [TJENESTE.dagsenter] }),
    ], [SMA_SYKEHJEM]),
    ordning('utviklingshemmede', tekst('Enheter for utviklingshemmede', 'Einingar for utviklingshemma'), hjemmeindikatorer([TJENESTE.miljotjeneste])),
    ordning('helse', tekst('Helseenheter', 'Helseeiningar'), hjemmeindikatorer([TJENESTE.psykiatriskSykepleie])),
  ],
  folger: [
    tekst('Tre ordninger med hver sin pris: et overskudd i én senker bare prisen i den.', 'Tre ordningar med kvar sin pris: eit overskot i éi senkar berre prisen i den.'),
    tekst('Prisen er ordningens snittkostnad i fjor med kostnadsvekst, og brukes aldri til å saldere budsjettet.', 'Prisen er snittkostnaden til ordninga i fjor med kostnadsvekst, og blir aldri brukt til å saldere budsjettet.'),
    tekst('Psykiatrisk sykepleie var en tid tildelt av bestilleren, men rammefinansiert; med fra evalueringen i 2005.', 'Psykiatrisk sjukepleie var ei tid tildelt av bestillaren, men rammefinansiert; med frå evalueringa i 2005.'),
    tekst('Det vedtatte betales; ingen tid registreres.', 'Det vedtatte blir betalt; inga tid blir registrert.'),
    tekst('Enheten skal beholde 90 % av overskudd og bære underskudd; noen få har fått rådmannens dispensasjon.', 'Eininga skal halde på 90 % av overskot og bere underskot; nokre få har fått dispensasjon av rådmannen.'),
  ],
  lesning: [
    tekst('Forholdet mellom leddenes priser holdes fast når prisen reguleres; kilden sier bare «snittkostnad».', 'Forholdet mellom prisane på ledda blir halde fast når prisen blir regulert; kjelda seier berre «snittkostnad».'),
    tekst('Et døgn borte fra plassen betales fullt: plassen faktureres når den er tildelt.', 'Eit døgn borte frå plassen blir betalt fullt: plassen blir fakturert når han er tildelt.'),
    tekst('Dagavdeling telles i vedtatte dager. Timer, besøk og mottakere gjelder også utviklingshemmede.', 'Dagavdeling blir talt i vedtatte dagar. Timar, besøk og mottakarar gjeld òg utviklingshemma.'),
    tekst('Hva et lite sykehjem er, og hva det får, setter kommunen.', 'Kva ein liten sjukeheim er, og kva han får, set kommunen.'),
  ],
  problemer: [
    tekst('Prisen falt kraftig i år 2 og steg i år 3; den presses mot grensen for det forsvarlige.', 'Prisen fall kraftig i år 2 og steig i år 3; han blir pressa mot grensa for det forsvarlege.'),
    tekst('Noen få enheter har hatt svært store underskudd.', 'Nokre få einingar har hatt svært store underskot.'),
    tekst('Aktiviteten ble undervurdert i 2004: om lag 6 millioner kroner manglet.', 'Aktiviteten blei undervurdert i 2004: om lag 6 millionar kroner mangla.'),
    tekst('Hjemmesykepleie er gratis og kan ikke kontrolleres mot fakturaer.', 'Heimesjukepleie er gratis og kan ikkje kontrollerast mot fakturaer.'),
  ],
};
