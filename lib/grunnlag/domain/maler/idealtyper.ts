import { EN_BROK } from '#lib/core/brok.ts';
import { HUSLEIE, kriterier, malledd, maloverforing, malpris, RAMMELEDD, tekst } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal, Malordning } from '#lib/grunnlag/domain/maler/mal.ts';

const TOM = { komponenter: [], fastledd: [], prisregel: null, ramme: null } as const;
const ALLE = { kode: 'alle', navn: tekst('Alle tjenester', 'Alle tenester') } as const;
const HARD = maloverforing(100, 100);
const MYK = maloverforing(0, 0);
const GRUPPER = { grupper: ['KOMMUNAL', 'PRIVAT'] } as const;
const TIME = malledd('time', tekst('Timer, vedtatt', 'Timar, vedtekne'), 'VEDTATT_TID', {}, GRUPPER);
const STYKKPRISREGEL = malpris('KOSTNADSVEKST', 'KOMMUNENS', { effektivitetskrav: true });
const TIMEN = tekst('Kilden sier ikke hva volumet er; malen teller vedtatte timer.', 'Kjelda seier ikkje kva volumet er; malen tel vedtatte timar.');

function ideal(kode: string, nb: string, nn: string, avsnitt: string, ordning: Partial<Malordning>, resten: Pick<Mal, 'folger' | 'lesning' | 'problemer'>): Mal {
  return {
    kode,
    navn: tekst(nb, nn),
    kilde: { rapport: 'ECON', avsnitt },
    ordninger: [{ ...ALLE, ...TOM, overforing: MYK, ...ordning }],
    ...resten,
  };
}

export const KOSTNADSREFUSJON = ideal('kostnadsrefusjon', 'Kostnadsrefusjon', 'Kostnadsrefusjon', '2.3.2, 2.4', {
  fastledd: [{ type: 'REFUSJON', kode: 'kostnad', navn: tekst('Bokførte kostnader', 'Bokførte kostnader'), arter: ['010-499'], funksjoner: null, andel: EN_BROK }],
}, {
  folger: [tekst('Enheten får det den har bokført; kommunen bærer både aktivitets- og kostnadsrisiko.', 'Eininga får det ho har bokført; kommunen ber både aktivitets- og kostnadsrisiko.')],
  lesning: [tekst('Bokførte kostnader er artene 010–499: uten inntekter, refusjoner og finans.', 'Bokførte kostnader er artane 010–499: utan inntekter, refusjonar og finans.')],
  problemer: [tekst('Lite å tjene på å redusere kostnadene.', 'Lite å tene på å redusere kostnadene.')],
});

export const INKREMENTELL_RAMME = ideal('inkrementell-ramme', 'Inkrementell ramme', 'Inkrementell ramme', '2.3.2, 3.1.2', {
  fastledd: [RAMMELEDD],
  ramme: { metode: 'INKREMENTELL' },
}, {
  folger: [tekst('Årets ramme er fjorårets med kostnadsvekst, overskridelser eller mindreforbruk og skjønn.', 'Årets ramme er ramma i fjor med kostnadsvekst, overskridingar eller mindreforbruk og skjøn.')],
  lesning: [
    tekst('Avviket går inn i neste års ramme med en andel kommunen setter; det overføres ikke i tillegg.', 'Avviket går inn i ramma neste år med ein del kommunen set; det blir ikkje overført i tillegg.'),
  ],
  problemer: [tekst('Myke budsjettskranker: overskridelser får små følger for senere år.', 'Mjuke budsjettskrankar: overskridingar får små følgjer for seinare år.')],
});

export const KRITERIEBASERT_RAMME = ideal('kriteriebasert-ramme', 'Kriteriebasert ramme', 'Kriteriebasert ramme', '2.3.2, 2.4', {
  fastledd: [RAMMELEDD],
  ramme: kriterier(
    ['80+', 'Innbyggere 80 år og over', 'Innbyggjarar 80 år og over', true],
    ['ALENE', 'Innbyggere som bor alene', 'Innbyggjarar som bur åleine', true],
    ['BOLIG', 'Boligtyper i området', 'Bustadtypar i området', true],
  ),
  overforing: HARD,
}, {
  folger: [tekst('Rammen er enhetens del av en pott etter kriterier den ikke kan påvirke; enheten bærer all risiko.', 'Ramma er delen eininga har av ein pott etter kriterium ho ikkje kan påverke; eininga ber all risiko.')],
  lesning: [
    tekst('Kriteriene er eksempler fra 2.3.2 og 4.5; vektene setter kommunen.', 'Kriteria er døme frå 2.3.2 og 4.5; vektene set kommunen.'),
    tekst('Resultatet overføres helt, som den harde skranken i 3.1.2 forutsetter.', 'Resultatet blir overført heilt, som den harde skranken i 3.1.2 føreset.'),
  ],
  problemer: [tekst('Motiv til færre mottakere og lavere kvalitet når bestillingen er lite spesifisert.', 'Motiv til færre mottakarar og lågare kvalitet når bestillinga er lite spesifisert.')],
});

export const STYKKPRIS = ideal('stykkpris', 'Stykkpris (ABF)', 'Stykkpris (ABF)', '2.3.2, 2.4', {
  komponenter: [TIME],
  prisregel: STYKKPRISREGEL,
  overforing: HARD,
}, {
  folger: [tekst('Volum ganger fast pris: kommunen bærer aktivitetsrisiko, enheten kostnadsrisiko.', 'Volum gonger fast pris: kommunen ber aktivitetsrisiko, eininga kostnadsrisiko.')],
  lesning: [
    TIMEN,
    tekst('Prisen følger kostnadsveksten, og kommunen kan stille effektivitetskrav; resultatet overføres helt.', 'Prisen følgjer kostnadsveksten, og kommunen kan stille effektivitetskrav; resultatet blir overført heilt.'),
  ],
  problemer: [tekst('Motiv til å kutte i kvaliteten på hver enhet som leveres.', 'Motiv til å kutte i kvaliteten på kvar eining som blir levert.')],
});

export const BLANDING_REFUSJON = ideal('blanding-refusjon', 'Stykkpris og refusjon', 'Stykkpris og refusjon', '2.4, 6.2', {
  komponenter: [TIME],
  fastledd: [HUSLEIE],
  prisregel: STYKKPRISREGEL,
  overforing: HARD,
}, {
  folger: [tekst('Stykkpris for det enheten styrer, refusjon av det den ikke kan påvirke.', 'Stykkpris for det eininga styrer, refusjon av det ho ikkje kan påverke.')],
  lesning: [TIMEN, tekst('Refusjonen er husleie (art 190); kommunen kan legge til arter.', 'Refusjonen er husleige (art 190); kommunen kan leggje til artar.')],
  problemer: [],
});

export const BLANDING_RAMME = ideal('blanding-ramme', 'Stykkpris og ramme', 'Stykkpris og ramme', '2.4, 6.2', {
  komponenter: [TIME],
  fastledd: [
    { type: 'RAMME', kode: 'fast', navn: tekst('Ramme for faste kostnader', 'Ramme for faste kostnader') },
    { type: 'SMADRIFT', kode: 'smadrift', navn: tekst('Tillegg for små enheter', 'Tillegg for små einingar'), plasstype: 'LANGTID' },
  ],
  prisregel: STYKKPRISREGEL,
  overforing: HARD,
}, {
  folger: [
    tekst('Stykkpris for variable kostnader, ramme for faste.', 'Stykkpris for variable kostnader, ramme for faste.'),
    tekst('Små enheter bør få mer: smådriftsulemper de ikke kan gjøre noe med.', 'Små einingar bør få meir: smådriftsulemper dei ikkje kan gjere noko med.'),
  ],
  lesning: [TIMEN, tekst('Nattbemanning ligger i rammen: regnskapet skiller den ikke ut. Hva som er lite, setter kommunen i langtidsplasser.', 'Nattbemanning ligg i ramma: rekneskapen skil ho ikkje ut. Kva som er lite, set kommunen i langtidsplassar.')],
  problemer: [],
});
