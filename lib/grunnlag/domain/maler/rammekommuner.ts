import { brok } from '#lib/core/brok.ts';
import { kriterier, maloverforing, RAMMELEDD, tekst } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal, Maloverforing, Malordning, Malramme } from '#lib/grunnlag/domain/maler/mal.ts';

function rammeordning(ramme: Malramme, overforing: Maloverforing): Malordning {
  return { kode: 'alle', navn: tekst('Alle tjenester', 'Alle tenester'), komponenter: [], fastledd: [RAMMELEDD], prisregel: null, ramme, overforing };
}

export const DRAMMEN: Mal = {
  kode: 'drammen',
  navn: tekst('Drammen 2004–', 'Drammen 2004–'),
  kilde: { rapport: 'ECON', avsnitt: '4.7, 5.1.4' },
  ordninger: [
    rammeordning(
      kriterier(
        ['DEMOGRAFI', 'Demografi (innbyggere 75 år og over)', 'Demografi (innbyggjarar 75 år og over)', true],
        ['SOSIOOKONOMI', 'Sosioøkonomi', 'Sosioøkonomi', true],
      ),
      maloverforing(100, 100, { takAndelAvBudsjett: brok(2, 100), dispensasjon: 'VEDTATT_BELOP' }),
    ),
  ],
  folger: [
    tekst('Rammer etter objektive sosioøkonomiske og demografiske kriterier; bestilleren har ikke penger.', 'Rammer etter objektive sosioøkonomiske og demografiske kriterium; bestillaren har ikkje pengar.'),
    tekst('Over- og underskudd følger med inntil 2 % av budsjettet. Store underskudd i 2004 ble ettergitt, overskudd godskrevet.', 'Over- og underskot følgjer med inntil 2 % av budsjettet. Store underskot i 2004 blei ettergitte, overskot godskrivne.'),
  ],
  lesning: [
    tekst('Kriteriene er ikke listet; 75 år og over er hentet fra fordelingen før 2004. Vektene setter kommunen.', 'Kriteria er ikkje lista; 75 år og over er henta frå fordelinga før 2004. Vektene set kommunen.'),
    tekst('Ettergivelsen i 2004 er en dispensasjon med beløp 0.', 'Ettergivinga i 2004 er ein dispensasjon med beløp 0.'),
  ],
  problemer: [
    tekst('Bestillingene overstiger rammene: et pålegg uten penger.', 'Bestillingane går over rammene: eit pålegg utan pengar.'),
    tekst('Utføreren svarer at den mangler kapasitet.', 'Utføraren svarer at det manglar kapasitet.'),
    tekst('Utføreren tar over bestillerens rolle ved å justere andres tjenester.', 'Utføraren tek over rolla til bestillaren ved å justere tenestene til andre.'),
  ],
};

export const HAMAR: Mal = {
  kode: 'hamar',
  navn: tekst('Hamar', 'Hamar'),
  kilde: { rapport: 'ECON', avsnitt: '4.8' },
  ordninger: [
    rammeordning(
      kriterier(
        ['HISTORIE', 'Fjorårets ramme', 'Ramma i fjor', false],
        ['SENGER', 'Antall senger', 'Talet på senger', false],
        ['DEMOGRAFI', 'Demografi', 'Demografi', true],
        ['REGNSKAP', 'Fjorårets regnskap', 'Rekneskapen i fjor', false],
      ),
      maloverforing(50, 100),
    ),
  ],
  folger: [
    tekst('Soneleder er både bestiller og utfører.', 'Soneleiar er både bestillar og utførar.'),
    tekst('Rammen fordeles etter historie, senger, demografi og regnskap.', 'Ramma blir fordelt etter historie, senger, demografi og rekneskap.'),
    tekst('Enheten beholder 50 % av overskudd og bærer underskudd; tilleggsbevilgninger er sjeldne.', 'Eininga held på 50 % av overskot og ber underskot; tilleggsløyvingar er sjeldne.'),
  ],
  lesning: [
    tekst('De fire er kriterier i én pott, med vekter kommunen setter; tre av dem kan enheten påvirke.', 'Dei fire er kriterium i éin pott, med vekter kommunen set; tre av dei kan eininga påverke.'),
    tekst('Bytte av langtidsplasser mellom distrikter går utenom rammen.', 'Byte av langtidsplassar mellom distrikt går utanom ramma.'),
  ],
  problemer: [tekst('Meget lav sykehjemsdekning.', 'Svært låg sjukeheimsdekning.')],
};

export const SORUM: Mal = {
  kode: 'sorum',
  navn: tekst('Sørum 2005–', 'Sørum 2005–'),
  kilde: { rapport: 'ECON', avsnitt: '4.9' },
  ordninger: [rammeordning({ metode: 'INKREMENTELL' }, maloverforing(0, 100, { dispensasjon: 'VEDTATT_BELOP' }))],
  folger: [
    tekst('Rammen tar utgangspunkt i fjorårets budsjett.', 'Ramma tek utgangspunkt i budsjettet i fjor.'),
    tekst('En vedtatt del av underskuddet følger med: 700 000 kroner av 2004 inn i 2005, hvorav 500 000 ble spart inn.', 'Ein vedtatt del av underskotet følgjer med: 700 000 kroner av 2004 inn i 2005, der 500 000 blei sparte inn.'),
  ],
  lesning: [
    tekst('Det vedtatte beløpet er taket for underskuddet som overføres. Kilden tier om overskudd: det overføres ikke.', 'Det vedtatte beløpet er taket for underskotet som blir overført. Kjelda teier om overskot: det blir ikkje overført.'),
    tekst('Fjorårets avvik går ikke inn i rammen i tillegg til det som overføres.', 'Avviket i fjor går ikkje inn i ramma i tillegg til det som blir overført.'),
  ],
  problemer: [
    tekst('Tunge mottakere sprenger enhetens ramme; en pott hos bestilleren er drøftet.', 'Tunge mottakarar sprengjer ramma til eininga; ein pott hos bestillaren er drøfta.'),
  ],
};
