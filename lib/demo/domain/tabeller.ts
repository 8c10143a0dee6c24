export type Verdi = string | number | boolean | null;

/** The columns that the demo writes, in the order the tables are loaded (a row's references come before it). */
export const TABELLER = {
  kommune: 'id navn malform innbyggere demo',
  innstilling: 'kommune_id nokkel fom verdi',
  enhet: 'id kommune_id kode navn type art eierform region fom tom',
  enhet_periode: 'id kommune_id enhet_id fom tom gruppe plasser',
  tjeneste: 'kommune_id kode fom tom navn_nb navn_nn kpr_kode hjemmel kostra_funksjon volumenhet egenandel gruppe bekreftet',
  konto: 'id kommune_id navn epost sprak demo',
  konto_rolle: 'id kommune_id konto_id rolle enhet_id fom tom',
  identitet: 'utsteder subjekt kommune_id konto_id',
  ordning: 'id kommune_id kode navn mal fom_maned tom_maned regler',
  ordning_dekning: 'id kommune_id ordning_id enhet_id tjeneste fom_maned tom_maned',
  ordning_komponent:
    'id kommune_id ordning_id kode navn_nb navn_nn volumkilde tjenester regler fom_maned tom_maned rekkefolge',
  pris: 'id kommune_id ordning_id komponent gruppe niva fom_maned tom_maned ore status grunnlag foreslatt_av godkjent_av godkjent',
  mottaker: 'id kommune_id pseudonym fodselsar sone sprak skjermet saksbehandler_id avsluttet avsluttet_grunn',
  mottaker_identitet:
    'mottaker_id kommune_id fornavn etternavn fodselsdato fodselsnummer adresse telefon gradering egen_ansatt',
  mottaker_tilgang: 'kommune_id mottaker_id konto_id fom tom grunn',
  kontaktperson: 'id kommune_id mottaker_id rolle navn telefon omfang',
  henvendelse: 'id kommune_id mottaker_id mottatt type fra innhold status konto_id besvart kanal tjenester forventet utfall',
  utredning: 'id kommune_id mottaker_id dato hjelpebehov skarer hjemmebesok besok_dato synspunkt vurdering forslag_tjenester utfort_av',
  vedtak:
    'id kommune_id nummer mottaker_id tjeneste utfall erstatter_id tillegg omfang_type minutter besok per_uker antall plasstype begrunnelse hjemmel fattet fattet_dato fattet_av',
  henvendelse_vedtak: 'kommune_id henvendelse_id vedtak_id mottaker_id',
  vedtak_virkning:
    'id kommune_id vedtak_id mottaker_id tjeneste omfang_nokkel fom tom grunn gjeldende registrert registrert_av',
  nummerserie: 'kommune_id serie ar siste',
  pause: 'id kommune_id vedtak_id fom tom arsak meldt_av bekreftet_av registrert',
  oppdrag: 'id kommune_id vedtak_id mottaker_id enhet_id fom tom tidsband mottatt bekreftet bekreftet_av iverksatt avsluttet',
  justering: 'id kommune_id oppdrag_id enhet_id fom tom minutter besok grunn meldt_av meldt godkjent_av godkjent avslatt_fra',
  kapasitetsmelding: 'id kommune_id oppdrag_id enhet_id grunn tidligst meldt meldt_av lost',
  besoksplan:
    'id kommune_id oppdrag_id vedtak_id enhet_id ukedag hver fase start_minutt minutter personer oppgaver ansatt_id fom tom opphav registrert registrert_av',
  opphold: 'id kommune_id oppdrag_id vedtak_id mottaker_id enhet_id plass inn ut',
  fravar: 'id kommune_id opphold_id enhet_id fom tom arsak',
  plass: 'id kommune_id enhet_id kode plasstype fom tom',
  ledigmelding: 'id kommune_id enhet_id plass_id ledig_fra meldt meldt_av',
  venteliste: 'id kommune_id mottaker_id plasstype kriterier vedtak_id prioritet onsket_enhet_id satt_opp registrert registrert_av avsluttet avsluttet_av avsluttgrunn',
  utskrivning: 'id kommune_id mottaker_id sykehus meldt_klar svar svart svart_av kan_fra hentet registrert registrert_av',
  uke_erklaring: 'kommune_id enhet_id uke fom tom erklart erklart_av',
  annen_tid: 'id kommune_id enhet_id maned kategori minutter kilde kilde_id',
  timeverk: 'id kommune_id enhet_id maned type minutter kilde kilde_id',
  sykefravar: 'id kommune_id enhet_id maned periode minutter kilde kilde_id',
  regnskap: 'id kommune_id enhet_id maned funksjon art ore kilde kilde_id',
  budsjett: 'id kommune_id versjon ordning_id komponent enhet_id maned volum pris_ore vedtatt_dato',
  enhetsbudsjett: 'id kommune_id versjon enhet_id maned ore',
  kontering: 'id kommune_id felt enhet_id tjeneste komponent gruppe verdi fom_maned tom_maned registrert registrert_av',
  bilag_oppsett: 'id kommune_id form toleranse_minutter toleranse_ore satt satt_av',
  leverandor: 'id kommune_id enhet_id orgnr registrert registrert_av',
} as const satisfies Record<string, string>;

export const BESOK_KOLONNER =
  'id kommune_id dato start minutter planlagt_minutter kategori oppdrag_id vedtak_id enhet_id ansatt_id registrert_av registrert kilde grunn kvittert kvittert_av kvittert_tid';

export type Tabell = keyof typeof TABELLER;
type Ord<T extends string> = T extends `${infer A} ${infer B}` ? A | Ord<B> : T;
export type Rad<T extends Tabell> = Readonly<Record<Ord<(typeof TABELLER)[T]>, Verdi>>;
export type Rader = { [T in Tabell]: Rad<T>[] };
export type BesokRad = Record<Ord<typeof BESOK_KOLONNER>, Verdi>;

export function tommeRader(): Rader {
  return Object.fromEntries(Object.keys(TABELLER).map((t) => [t, []])) as unknown as Rader;
}

/** Next free id per table, shared by the kommuner so that ids are unique. */
export type Teller = (tabell: Tabell | 'besok') => number;

/** `siste` is the last id given per table, for the sequences that go on after them. */
export function lagTeller(): { readonly teller: Teller; readonly siste: ReadonlyMap<string, number> } {
  const siste = new Map<string, number>();
  const teller: Teller = (tabell) => {
    const n = (siste.get(tabell) ?? 0) + 1;
    siste.set(tabell, n);
    return n;
  };
  return { teller, siste };
}
