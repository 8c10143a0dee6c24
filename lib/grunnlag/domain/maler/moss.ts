import { HJEMMETJENESTER, HUSLEIE, malledd, maloverforing, malpris, tekst } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal } from '#lib/grunnlag/domain/maler/mal.ts';

const PRIS = malpris('KOSTNADSVEKST', 'ANBUD');
const INGEN = maloverforing(0, 0);

export const MOSS: Mal = {
  kode: 'moss',
  navn: tekst('Moss 2000–', 'Moss 2000–'),
  kilde: { rapport: 'ECON', avsnitt: '4.6' },
  ordninger: [
    {
      kode: 'hjemme',
      navn: tekst('Hjemmetjeneste etter nivå', 'Heimeteneste etter nivå'),
      komponenter: [malledd('niva', tekst('Nivå ved månedsslutt', 'Nivå ved månadsslutt'), 'NIVA_MANEDSSLUTT', { tjenester: HJEMMETJENESTER }, { nivaer: [1, 2, 3, 4, 5, 6, 7] })],
      fastledd: [HUSLEIE],
      prisregel: PRIS,
      ramme: null,
      overforing: INGEN,
    },
    {
      kode: 'sykehjem',
      navn: tekst('Sykehjem per plass', 'Sjukeheim per plass'),
      komponenter: [malledd('plass', tekst('Plass per måned', 'Plass per månad'), 'PLASSER', { plasstyper: ['LANGTID', 'KORTTID', 'FORSTERKET'] })],
      fastledd: [HUSLEIE],
      prisregel: PRIS,
      ramme: null,
      overforing: INGEN,
    },
    {
      kode: 'kontrakt',
      navn: tekst('Forhandlede kontrakter', 'Forhandla kontraktar'),
      komponenter: [malledd('kontrakt', tekst('Kontrakt', 'Kontrakt'), 'KONTRAKT', {}, { grupper: null })],
      fastledd: [],
      prisregel: null,
      ramme: null,
      overforing: INGEN,
    },
  ],
  folger: [
    tekst('Mottakere per nivå 1–7 ved utgangen av måneden utløser penger.', 'Mottakarar per nivå 1–7 ved utgangen av månaden utløyser pengar.'),
    tekst('Prisen kom fra anbud og følger kostnadsveksten; husleie refunderes ved siden av.', 'Prisen kom frå anbod og følgjer kostnadsveksten; husleige blir refundert ved sida av.'),
    tekst('Sykehjem får en fast sats per plass.', 'Sjukeheimar får ein fast sats per plass.'),
    tekst('Tjenester til utviklingshemmede forhandles mellom bestiller og utfører i kontrakt.', 'Tenester til utviklingshemma blir forhandla mellom bestillar og utførar i kontrakt.'),
    tekst('Verken overskudd eller underskudd overføres.', 'Verken overskot eller underskot blir overført.'),
  ],
  lesning: [
    tekst('Husleie er art 190.', 'Husleige er art 190.'),
    tekst('Tellingen siste dag gjelder hele måneden: den som slutter før, gir ingen inntekt, og den som kommer den dagen, gir hele.', 'Teljinga siste dag gjeld heile månaden: den som sluttar før, gir inga inntekt, og den som kjem den dagen, gir heile.'),
    tekst('Én sats for alle slags sykehjemsplasser; plassene telles som snitt over månedens dager.', 'Éin sats for alle slags sjukeheimsplassar; plassane blir talde som snitt over dagane i månaden.'),
  ],
  problemer: [
    tekst('Nivåene bommer for noen mottakere på det virkelige behovet.', 'Nivåa bommar for nokre mottakarar på det verkelege behovet.'),
    tekst('Det bestilles mer omfattende tjenester enn budsjettert, særlig til yngre.', 'Det blir bestilt meir omfattande tenester enn budsjettert, særleg til yngre.'),
    tekst('Registrering og intern fakturering tar tid.', 'Registrering og intern fakturering tek tid.'),
  ],
};
