import type { Overforingsvalg } from '#lib/grunnlag/domain/ordning.ts';
import type { EnhetOppsett, KommuneOppsett, KontoOppsett } from './verden.ts';

const KONTOR = { art: 'KONTOR', eierform: 'KOMMUNAL', region: null, mottakere: 0, plasser: {}, leveranse: 1, ansatte: 0 } as const;

function hjemme(kode: string, navn: string, region: string, mottakere: number, ansatte: number, leveranse: number): EnhetOppsett {
  return { kode, navn, type: 'UTFORER', art: 'HJEMMETJENESTE', eierform: 'KOMMUNAL', region, mottakere, plasser: {}, leveranse, ansatte };
}

function sykehjem(kode: string, navn: string, LANGTID: number, KORTTID: number): EnhetOppsett {
  return { ...hjemme(kode, navn, '', 0, 0, 1), art: 'SYKEHJEM', region: null, plasser: { LANGTID, KORTTID } };
}

function konto(navn: string, rolle: KontoOppsett['rolle'], subjekt: string | null, enhet: string | null = null): KontoOppsett {
  return { navn, rolle, enhet, subjekt };
}

/** The leader of the private provider has an account in both kommuner under one subject. */
const FJORD_LEDER = konto('Nina Falk', 'utforerleder', 'fjordomsorg-utforerleder', 'FJORD');

const SORVIK: KommuneOppsett = {
  id: 1,
  kode: 'sorvik',
  navn: 'Sørvik',
  malform: 'nb',
  innbyggere: 28_140,
  pseudonymFra: 20_101,
  enheter: [
    { kode: 'BEST', navn: 'Bestillerkontoret', type: 'BESTILLERKONTOR', ...KONTOR },
    hjemme('NORD', 'Hjemmetjenesten Nord', 'Nord', 212, 25, 0.97),
    hjemme('SOR', 'Hjemmetjenesten Sør', 'Sør', 190, 25, 0.955),
    { ...hjemme('FJORD', 'Fjordomsorg AS', 'Vest', 58, 22, 1), eierform: 'PRIVAT' },
    sykehjem('SYKE', 'Sørvik sykehjem', 78, 16),
    sykehjem('STRAND', 'Strandheimen', 52, 6),
    { ...hjemme('MILJO', 'Miljøtjenesten', 'Hele kommunen', 32, 25, 0.98), art: 'UTVIKLINGSHEMMEDE' },
    { kode: 'OKO', navn: 'Økonomi', type: 'STAB', ...KONTOR },
  ],
  kontoer: [
    konto('Marit Eide', 'saksbehandler', 'sorvik-saksbehandler'),
    konto('Jon Aas', 'bestillerleder', 'sorvik-bestillerleder'),
    konto('Hanne Dale', 'utforerleder', 'sorvik-utforerleder', 'NORD'),
    konto('Amir Karimi', 'utforeransatt', 'sorvik-utforeransatt', 'NORD'),
    konto('Siri Lunde', 'controller', 'sorvik-controller'),
    konto('Torunn Berge', 'radmann', 'sorvik-radmann'),
    konto('Åpen leser', 'politiker', 'sorvik-politiker'),
    konto('Ola Ness', 'revisor', 'sorvik-revisor'),
    konto('Per Vik', 'systemansvarlig', 'sorvik-systemansvarlig'),
    konto('Lars Moe', 'utforerleder', 'sorvik-utforerleder-sor', 'SOR'),
    FJORD_LEDER,
    konto('Eli Rud', 'utforerleder', 'sorvik-utforerleder-miljo', 'MILJO'),
    konto('Anne Vold', 'utforerleder', 'sorvik-utforerleder-sykehjem', 'SYKE'),
    konto('Tor Hagen', 'utforerleder', 'sorvik-utforerleder-strandheimen', 'STRAND'),
    konto('Geir Solli', 'controller', 'sorvik-controller-2'),
    konto('Bente Ask', 'saksbehandler', 'sorvik-saksbehandler-2'),
  ],
};

const FJELLVIK: KommuneOppsett = {
  id: 2,
  kode: 'fjellvik',
  navn: 'Fjellvik',
  malform: 'nn',
  innbyggere: 4_020,
  pseudonymFra: 40_101,
  enheter: [
    { kode: 'BEST', navn: 'Tildelingskontoret', type: 'BESTILLERKONTOR', ...KONTOR },
    hjemme('HEIM', 'Heimetenesta Fjellvik', 'Fjellvik', 44, 14, 0.96),
    { ...hjemme('FJORD', 'Fjordomsorg AS', 'Ytre', 9, 6, 1), eierform: 'PRIVAT' },
    sykehjem('FJELL', 'Fjellheimen', 20, 3),
    { kode: 'OKO', navn: 'Økonomi', type: 'STAB', ...KONTOR },
  ],
  kontoer: [
    konto('Ingunn Skaar', 'saksbehandler', 'fjellvik-saksbehandler'),
    konto('Eirik Hove', 'bestillerleder', 'fjellvik-bestillerleder'),
    konto('Sissel Aarvik', 'utforerleder', 'fjellvik-utforerleder', 'HEIM'),
    konto('Tomasz Nowak', 'utforeransatt', 'fjellvik-utforeransatt', 'HEIM'),
    konto('Rune Mæland', 'controller', 'fjellvik-controller'),
    konto('Gro Tveiten', 'radmann', 'fjellvik-radmann'),
    konto('Open lesar', 'politiker', 'fjellvik-politiker'),
    konto('Arild Bjørke', 'revisor', 'fjellvik-revisor'),
    konto('Jorun Steen', 'systemansvarlig', 'fjellvik-systemansvarlig'),
    FJORD_LEDER,
    konto('Oddveig Nes', 'utforerleder', 'fjellvik-utforerleder-sjukeheim', 'FJELL'),
    konto('Leiv Ulvik', 'controller', 'fjellvik-controller-2'),
  ],
};

export const KOMMUNER: readonly KommuneOppsett[] = [SORVIK, FJELLVIK];

/** kode, nb, nn, KPR, hjemmel, KOSTRA, volumenhet, egenandel, gruppe, bekreftet */
export const TJENESTER = [
  ['HJEMMESYKEPLEIE', 'Hjemmesykepleie', 'Heimesjukepleie', '15', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav a', '254', 'TIMER', false, 'hjemmetjeneste', true],
  ['PRAKTISK_BISTAND', 'Praktisk bistand', 'Praktisk hjelp', '1', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav b', '254', 'TIMER', true, 'hjemmetjeneste', true],
  ['MILJOTJENESTE', 'Miljøtjeneste i bolig', 'Miljøteneste i bustad', '2', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav b', '254', 'TIMER', false, 'bofellesskap', false],
  ['DAGSENTER', 'Dagsenter', 'Dagsenter', '4', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 7', '234', 'ANTALL', true, 'dagtilbud', false],
  ['TRYGGHETSALARM', 'Trygghetsalarm', 'Tryggleiksalarm', '6', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6', '234', 'ANTALL', true, 'dagtilbud', false],
  ['SARSKILT_TILBUD', 'Særskilt tilbud etter avtale', 'Særskilt tilbod etter avtale', '2', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav b', '254', 'KONTRAKT', false, 'bofellesskap', false],
  ['KORTTIDSOPPHOLD', 'Korttidsopphold', 'Korttidsopphald', '20', 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav c', '253', 'PLASS', true, 'sykehjem', true],
  ['LANGTIDSOPPHOLD', 'Langtidsopphold', 'Langtidsopphald', '21', 'helse- og omsorgstjenesteloven § 3-2 a', '253', 'PLASS', true, 'sykehjem', true],
] as const;

export type KomponentOppsett = {
  readonly kode: string;
  readonly nb: string;
  readonly nn: string;
  readonly volumkilde: string;
  readonly regler: object;
  /** øre this year, last year, the year before that; per price group */
  readonly priser: Readonly<Record<string, readonly [number, number, number]>>;
};

export type OrdningOppsett = {
  readonly kode: string;
  readonly nb: string;
  readonly nn: string;
  readonly mal: string;
  readonly enheter: (e: EnhetOppsett) => boolean;
  readonly tjenester: readonly string[];
  readonly komponenter: readonly KomponentOppsett[];
  /** what a unit takes along into next year; null: nothing */
  readonly overforing: Overforingsvalg | null;
};

/** Kristiansand's shares, and no more than a twentieth of the budget over the years together. */
const NITTI: Overforingsvalg = { andelOverskudd: '0.9', andelUnderskudd: '1', takAndelAvBudsjett: null, takAkkumulert: '0.05', dispensasjon: 'RADMANN' };

const BESOK = { kode: 'besok', nb: 'Besøk', nn: 'Besøk', regler: {} } as const;

export const ORDNINGER: readonly OrdningOppsett[] = [
  {
    kode: 'hjemme', nb: 'Hjemme', nn: 'Heime', mal: 'stavanger', overforing: NITTI,
    enheter: (e) => e.art === 'HJEMMETJENESTE' && e.eierform === 'KOMMUNAL',
    tjenester: ['HJEMMESYKEPLEIE', 'PRAKTISK_BISTAND'],
    komponenter: [
      {
        kode: 'time', nb: 'Timer, utført høyst vedtatt', nn: 'Timar, utført, høgst vedteke', volumkilde: 'UTFORT_TID_MAKS_VEDTATT',
        regler: { trekkPause: true, tak: { faktor: '1.0', periode: 'MANED' } }, priser: { KOMMUNAL: [66_800, 64_300, 61_800] },
      },
      { ...BESOK, volumkilde: 'BESOK', priser: { KOMMUNAL: [4_600, 4_400, 4_250] } },
    ],
  },
  {
    kode: 'privat', nb: 'Fritt valg', nn: 'Fritt val', mal: 'asker-2002', overforing: null,
    enheter: (e) => e.art === 'HJEMMETJENESTE' && e.eierform === 'PRIVAT',
    tjenester: ['HJEMMESYKEPLEIE', 'PRAKTISK_BISTAND'],
    komponenter: [
      {
        kode: 'time', nb: 'Timer, utført', nn: 'Timar, utført', volumkilde: 'UTFORT_TID',
        regler: { kategorier: { BOMTUR: { andel: '0.5', grunnlag: 'PLANLAGT' } } }, priser: { PRIVAT: [64_500, 62_200, 59_900] },
      },
      { ...BESOK, volumkilde: 'BESOK', priser: { PRIVAT: [4_600, 4_400, 4_250] } },
    ],
  },
  {
    kode: 'bofellesskap', nb: 'Bofellesskap', nn: 'Bufellesskap', mal: 'asker-2006', overforing: { ...NITTI, andelOverskudd: '0.5', takAkkumulert: null },
    enheter: (e) => e.art === 'UTVIKLINGSHEMMEDE',
    tjenester: ['MILJOTJENESTE'],
    komponenter: [
      {
        kode: 'time', nb: 'Timer, vedtatt', nn: 'Timar, vedtekne', volumkilde: 'VEDTATT_TID', regler: { trekkPause: true },
        priser: { KOMMUNAL: [59_400, 57_200, 55_100] },
      },
      { ...BESOK, nb: 'Besøk, vedtatt', nn: 'Besøk, vedtekne', volumkilde: 'VEDTATT_BESOK', priser: { KOMMUNAL: [3_800, 3_650, 3_500] } },
    ],
  },
  {
    kode: 'sykehjem', nb: 'Sykehjem', nn: 'Sjukeheim', mal: 'kristiansand', overforing: NITTI,
    enheter: (e) => e.art === 'SYKEHJEM',
    tjenester: ['LANGTIDSOPPHOLD', 'KORTTIDSOPPHOLD'],
    komponenter: [
      {
        kode: 'langtid', nb: 'Langtidsdøgn', nn: 'Langtidsdøgn', volumkilde: 'BELAGTE_DOGN',
        regler: { plasstyper: ['LANGTID'], fravarsregel: [{ fraDag: 1, tilDag: 7, andel: '1' }, { fraDag: 8, tilDag: null, andel: '0.5' }] },
        priser: { KOMMUNAL: [338_500, 326_000, 314_000] },
      },
      {
        kode: 'korttid', nb: 'Korttidsdøgn', nn: 'Korttidsdøgn', volumkilde: 'BELAGTE_DOGN', regler: { plasstyper: ['KORTTID'] },
        priser: { KOMMUNAL: [412_000, 397_000, 382_000] },
      },
    ],
  },
];
