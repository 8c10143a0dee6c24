import type { Rader } from './tabeller.ts';
import { froAv, heltall, lagTilfeldig, velg } from './tilfeldig.ts';
import { datoTekst, finn } from './verden.ts';
import type { Verden } from './verden.ts';

const SAKER = [
  ['SOKNAD', 'SKJEMA', 'Datter', 'Mor faller oftere, og klarer ikke kveldsstellet alene. Vi ber om mer hjelp på kvelden.', 'HJEMMESYKEPLEIE'],
  ['SOKNAD', 'SKJEMA', 'Mottakeren selv', 'Jeg klarer ikke å vaske gulv og bære inn varer lenger, og søker om hjelp i huset.', 'PRAKTISK_BISTAND'],
  ['HENVISNING', 'MELDING', 'Sykehuset', 'Skrives ut etter hoftebrudd. Trenger hjelp til stell og forflytning de første ukene.', 'HJEMMESYKEPLEIE'],
  ['SOKNAD', 'BREV', 'Ektefelle', 'Jeg er sliten og får ikke sove. Vi ber om korttidsopphold så jeg kan hente meg inn.', 'KORTTIDSOPPHOLD'],
  ['HENVISNING', 'MELDING', 'Fastlegen', 'Økende hukommelsestap. Ber om vurdering av dagsenter.', 'DAGSENTER'],
  ['SOKNAD', 'TELEFON', 'Sønn', 'Far er redd om natten og ønsker trygghetsalarm.', 'TRYGGHETSALARM'],
  ['MELDING', 'TELEFON', 'Hjemmetjenesten', 'Spiser lite og har gått ned i vekt. Ber om ny vurdering.', ''],
] as const;
/** Days since it came, whether someone has it, and whether a preliminary reply was promised. Some are late. */
const BUNKEN = [
  [44, 'A', 0], [38, '', 0], [35, 'B', 21], [33, 'A', 0], [29, 'A', 0], [27, 'B', 0], [26, '', 0], [24, 'A', 0], [21, 'B', 0], [17, 'A', 0], [14, '', 0], [12, 'B', 0],
  [9, 'A', 0], [7, '', 0], [5, 'B', 0], [4, '', 0], [2, 'A', 0], [1, '', 0], [0, '', 0], [62, 'B', -4],
] as const;

/** The inbox of today, and which vedtak answered the applications of the past. Its own stream: nothing else in the demo changes. */
export function byggInnboks(v: Verden, rader: Rader): void {
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, 'innboks'));
  const kommune_id = v.oppsett.id;
  const eiere = { A: finn(v.kontoer, 'saksbehandler'), B: v.kontoer.get('saksbehandler-2') ?? finn(v.kontoer, 'saksbehandler'), '': null } as const;
  const hjemme = v.personer.filter((p) => p.slutt === null && p.start < v.iDag - 70 && p.enhet.art === 'HJEMMETJENESTE' && p.skjerming === null);
  if (hjemme.length === 0) return;
  for (const [dager, eier, lovet] of BUNKEN) {
    const [type, kanal, fra, innhold, tjeneste] = velg(r, SAKER);
    const mottatt = datoTekst(v.iDag - dager);
    rader.henvendelse.push({
      id: v.teller('henvendelse'), kommune_id, mottaker_id: velg(r, hjemme).id, mottatt, type, fra, innhold, status: eier === '' ? 'NY' : 'TIL_BEHANDLING', konto_id: eiere[eier], besvart: null,
      kanal, tjenester: tjeneste === '' ? '{}' : `{${tjeneste}}`, forventet: lovet === 0 ? null : datoTekst(v.iDag + lovet), utfall: null,
    });
  }
  knyttVedtak(v, rader, r);
}

/** The first vedtak of a person answers the application that came before it, some days or weeks later. */
function knyttVedtak(v: Verden, rader: Rader, r: () => number): void {
  const forste = new Map<number, (typeof v.vedtak)[number]>();
  for (const vedtak of v.vedtak) {
    const har = forste.get(vedtak.person.id);
    if (har === undefined || vedtak.fattet < har.fattet) forste.set(vedtak.person.id, vedtak);
  }
  rader.henvendelse.forEach((h, i) => {
    const vedtak = forste.get(Number(h.mottaker_id));
    if (h.status !== 'BESVART' || vedtak === undefined) return;
    const mottatt = datoTekst(vedtak.fattet - heltall(r, 2, 12) - (r() < 0.25 ? heltall(r, 10, 34) : 0));
    rader.henvendelse[i] = { ...h, mottatt, besvart: datoTekst(vedtak.fattet), tjenester: `{${vedtak.tjeneste}}` };
    rader.henvendelse_vedtak.push({ kommune_id: v.oppsett.id, henvendelse_id: Number(h.id), vedtak_id: vedtak.id, mottaker_id: vedtak.person.id });
  });
}
