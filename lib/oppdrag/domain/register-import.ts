import type { Dato } from '#lib/core/dato.ts';
import { overlapper } from '#lib/core/periode.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Verdier } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Gradering } from '#lib/sak/domain/mottakerdata.ts';
import { PLASSTYPER, omfangNokkel } from '#lib/vedtak/domain/omfang.ts';
import type { Omfang, Plasstype } from '#lib/vedtak/domain/omfang.ts';

/** The system of a file that names none. */
export const UTEN_SYSTEM = 'REGISTER';
export const MAKS_RADER = 5000;

/** A row as it is told; nothing is judged yet. A row without a service is a recipient only. */
export type Registerrad = {
  readonly fodselsnummer: string;
  readonly fornavn: string;
  readonly etternavn: string;
  readonly fodselsdato: Dato;
  readonly adresse: string | null;
  readonly telefon: string | null;
  readonly sprak: 'nb' | 'nn';
  readonly sone: string | null;
  readonly gradering: Gradering;
  readonly system: string;
  readonly kildeId: string | null;
  /** the file's own words: looked up when the row is judged, so that an unknown one can be translated */
  readonly tjeneste: string | null;
  readonly enhet: string | null;
  readonly minutter: number | null;
  readonly perUker: number;
  readonly antall: number | null;
  readonly niva: number | null;
  readonly plasstype: Plasstype | null;
  readonly fom: Dato | null;
  readonly tom: Dato | null;
};

const tekst = (v: Verdier, k: string): string | null => (v[k] === null || v[k] === undefined ? null : String(v[k]).trim() || null);
const tall = (v: Verdier, k: string): number | null => (v[k] === null || v[k] === undefined ? null : Number(v[k]));

function graderingAv(ord: string | null): Gradering {
  const o = (ord ?? '').toLowerCase();
  if (/utland/.test(o)) return 'STRENGT_FORTROLIG_UTLAND';
  if (/streng|kode ?6|^6$/.test(o)) return 'STRENGT_FORTROLIG';
  return /fortrolig|kode ?7|^7$/.test(o) ? 'FORTROLIG' : 'UGRADERT';
}

/** A number that a spreadsheet holds as one has lost its leading zero. */
function nummer(v: Verdier): string {
  const sifre = String(v['fodselsnummer'] ?? '').replaceAll(/\D/g, '');
  return sifre.length === 10 ? `0${sifre}` : sifre;
}

/** The register's columns. This kind alone holds persons' numbers: it is what it is for, and only the purchaser sees its files. */
export const REGISTER_IMPORT = definerImport<Registerrad>({
  slag: 'REGISTER',
  maleenhet: 'antall',
  kolonner: [
    { nokkel: 'fodselsnummer', type: 'tekst', pakrevd: true, aliaser: ['Fødselsnummer', 'Fnr', 'Personnummer', 'D-nummer', 'Fødselsnr'] },
    { nokkel: 'fornavn', type: 'tekst', pakrevd: true, aliaser: ['Fornavn'] },
    { nokkel: 'etternavn', type: 'tekst', pakrevd: true, aliaser: ['Etternavn'] },
    { nokkel: 'fodselsdato', type: 'dato', pakrevd: true, aliaser: ['Fødselsdato', 'Født'] },
    { nokkel: 'adresse', type: 'tekst', pakrevd: false, aliaser: ['Adresse'] },
    { nokkel: 'telefon', type: 'tekst', pakrevd: false, aliaser: ['Telefon', 'Mobil', 'Tlf'] },
    { nokkel: 'sprak', type: 'tekst', pakrevd: false, aliaser: ['Språk', 'Målform'] },
    { nokkel: 'sone', type: 'tekst', pakrevd: false, aliaser: ['Sone', 'Distrikt', 'Region'] },
    { nokkel: 'gradering', type: 'tekst', pakrevd: false, aliaser: ['Gradering', 'Adressebeskyttelse', 'Kode'] },
    { nokkel: 'system', type: 'tekst', pakrevd: false, aliaser: ['System', 'Fagsystem', 'Kilde'] },
    { nokkel: 'kildeId', type: 'tekst', pakrevd: false, aliaser: ['Vedtaksid', 'Vedtaks-id', 'Vedtaksnummer', 'Vedtak', 'Id', 'KildeId'] },
    { nokkel: 'tjeneste', type: 'tekst', pakrevd: false, aliaser: ['Tjeneste', 'Tjenestetype', 'Teneste'] },
    { nokkel: 'enhet', type: 'tekst', pakrevd: false, aliaser: ['Enhet', 'Utfører', 'Avdeling', 'Eining'] },
    { nokkel: 'timer', type: 'timer', pakrevd: false, aliaser: ['Timer', 'Timer per uke', 'Timer pr uke', 'Vedtakstimer', 'Timar'] },
    { nokkel: 'perUker', type: 'heltall', pakrevd: false, aliaser: ['Per uker', 'Antall uker', 'Frekvens uker'] },
    { nokkel: 'antall', type: 'heltall', pakrevd: false, aliaser: ['Antall', 'Dager', 'Ganger'] },
    { nokkel: 'niva', type: 'heltall', pakrevd: false, aliaser: ['Nivå'] },
    { nokkel: 'plasstype', type: 'tekst', pakrevd: false, aliaser: ['Plass', 'Plasstype'] },
    { nokkel: 'fom', type: 'dato', pakrevd: false, aliaser: ['Fra', 'Fra og med', 'Startdato', 'Gjelder fra', 'Fom'] },
    { nokkel: 'tom', type: 'dato', pakrevd: false, aliaser: ['Til', 'Til og med', 'Sluttdato', 'Gjelder til', 'Tom'] },
  ],
  lag: (v) => {
    const plass = tekst(v, 'plasstype')?.toUpperCase() ?? null;
    if (nummer(v) === '') return nei([{ kolonne: 'fodselsnummer', grunn: 'MANGLER', verdi: '' }]);
    return ok({
      fodselsnummer: nummer(v), fornavn: tekst(v, 'fornavn') ?? '', etternavn: tekst(v, 'etternavn') ?? '', fodselsdato: String(v['fodselsdato']) as Dato,
      adresse: tekst(v, 'adresse'), telefon: tekst(v, 'telefon'), sprak: /^(nn|nynorsk)$/i.test(tekst(v, 'sprak') ?? '') ? 'nn' : 'nb', sone: tekst(v, 'sone'),
      gradering: graderingAv(tekst(v, 'gradering')), system: (tekst(v, 'system') ?? UTEN_SYSTEM).toUpperCase().slice(0, 40), kildeId: tekst(v, 'kildeId'),
      tjeneste: tekst(v, 'tjeneste'), enhet: tekst(v, 'enhet'), minutter: tall(v, 'timer'), perUker: Math.max(1, tall(v, 'perUker') ?? 1), antall: tall(v, 'antall'), niva: tall(v, 'niva'),
      plasstype: PLASSTYPER.find((p) => p === plass) ?? null, fom: tekst(v, 'fom') as Dato | null, tom: tekst(v, 'tom') as Dato | null,
    });
  },
  mal: () => ({ del: '', serie: '', periode: '', sum: 1 }),
  unik: null,
});

/** What has to be mended before a row can be taken in, and (`MANGLER_SLUTT`) what should be looked at after. */
export const MANGLER = ['NUMMER', 'NAVN', 'UTILGJENGELIG', 'SKJERMES', 'UKJENT_TJENESTE', 'UKJENT_ENHET', 'UTEN_OMFANG', 'UTEN_START', 'SLUTT_FOR_START', 'UTEN_ID', 'DOBBEL_ID', 'OVERLAPP', 'ENDRET_OMFANG', 'UTLOPT', 'CELLE', 'MANGLER_SLUTT'] as const;
export type Mangel = (typeof MANGLER)[number];
/** Said, and no hindrance. */
export const HINDRER_IKKE: readonly Mangel[] = ['MANGLER_SLUTT'];

export type RegisterVedtak = { readonly tjeneste: string; readonly enhetId: number; readonly omfang: Omfang; readonly nokkel: string; readonly fom: Dato; readonly tom: Dato | null };
export type Kjent = { readonly nokkel: string; readonly tjeneste: string; readonly fom: Dato; readonly tom: Dato | null };
export type Fakta = {
  readonly idag: Dato;
  /** the kommune's own code and unit of volume for a word of the file, or null */
  readonly tjeneste: (ord: string) => { readonly kode: string; readonly volumenhet: string } | null;
  readonly enhet: (ord: string) => number | null;
  readonly nummerOk: (rad: Registerrad) => boolean;
  /** there is an account to name as the first that may see a shielded recipient */
  readonly kanSkjerme: boolean;
  /** UTILGJENGELIG: registered, and not to be seen by this account */
  readonly mottaker: (nummer: string) => number | 'NY' | 'UTILGJENGELIG';
  /** the vedtak with this source id, in force or ended */
  readonly medKilde: (system: string, kildeId: string) => Kjent | null;
  /** the recipient's vedtak in force or to come, of other sources too */
  readonly gjeldende: (mottakerId: number) => readonly (Kjent & { readonly kilde: string | null })[];
};
export type Dom = { readonly utfall: 'NY' | 'LIK' | 'ENDRET' | 'RETTES'; readonly mangler: readonly Mangel[]; readonly vedtak: RegisterVedtak | null };

/** The extent that a row gives for a service counted in this unit; null where the row lacks it. */
export function omfangFor(rad: Registerrad, volumenhet: string): Omfang | null {
  switch (volumenhet) {
    case 'TIMER':
      return rad.minutter === null || rad.minutter <= 0 ? null : { type: 'TIMER', minutter: rad.minutter, besok: 0, perUker: rad.perUker, deler: [] };
    case 'ANTALL':
      return rad.antall === null || rad.antall <= 0 ? null : { type: 'ANTALL', antall: rad.antall, perUker: rad.perUker };
    case 'NIVA':
      return rad.niva === null || rad.niva < 1 || rad.niva > 7 ? null : { type: 'NIVA', niva: rad.niva };
    case 'PLASS':
      return rad.plasstype === null ? null : { type: 'PLASS', plasstype: rad.plasstype };
    default:
      return null;
  }
}

function lesVedtak(rad: Registerrad, f: Fakta, mangler: Mangel[]): RegisterVedtak | null {
  const tjeneste = f.tjeneste(rad.tjeneste ?? '');
  const enhetId = rad.enhet === null ? null : f.enhet(rad.enhet);
  if (tjeneste === null) mangler.push('UKJENT_TJENESTE');
  if (enhetId === null) mangler.push('UKJENT_ENHET');
  if (rad.kildeId === null) mangler.push('UTEN_ID');
  if (rad.fom === null) mangler.push('UTEN_START');
  else if (rad.tom !== null && rad.tom < rad.fom) mangler.push('SLUTT_FOR_START');
  const omfang = tjeneste === null ? null : omfangFor(rad, tjeneste.volumenhet);
  if (tjeneste !== null && omfang === null) mangler.push('UTEN_OMFANG');
  if (rad.tom === null) mangler.push('MANGLER_SLUTT');
  return tjeneste === null || enhetId === null || omfang === null || rad.fom === null ? null : { tjeneste: tjeneste.kode, enhetId, omfang, nokkel: omfangNokkel(omfang), fom: rad.fom, tom: rad.tom };
}

/**
 * Judges every row: new, the same as before, an end that has moved, or to be mended with every reason. By source id: the
 * same file twice does nothing. Rows of one recipient and service that overlap are all to be mended, never only the second.
 */
export function dom(rader: readonly Registerrad[], f: Fakta): Dom[] {
  const lest = rader.map((rad) => {
    const mangler: Mangel[] = [];
    if (!f.nummerOk(rad)) mangler.push('NUMMER');
    if (rad.fornavn === '' || rad.etternavn === '') mangler.push('NAVN');
    const mottaker = f.mottaker(rad.fodselsnummer);
    if (mottaker === 'UTILGJENGELIG') mangler.push('UTILGJENGELIG');
    if (mottaker === 'NY' && rad.gradering !== 'UGRADERT' && !f.kanSkjerme) mangler.push('SKJERMES');
    return { rad, mangler, mottaker, vedtak: rad.tjeneste === null && rad.kildeId === null ? null : lesVedtak(rad, f, mangler), bareMottaker: rad.tjeneste === null && rad.kildeId === null };
  });
  const ider = Map.groupBy(lest.filter((l) => l.rad.kildeId !== null), (l) => `${l.rad.system}|${l.rad.kildeId}`);
  for (const like of ider.values()) if (like.length > 1) for (const l of like) l.mangler.push('DOBBEL_ID');
  const per = Map.groupBy(lest.filter((l) => l.vedtak !== null), (l) => `${l.rad.fodselsnummer}|${l.vedtak?.tjeneste}`);
  return lest.map((l): Dom => {
    const { rad, vedtak, mangler } = l;
    if (vedtak === null) return ferdig(mangler, l.bareMottaker ? (l.mottaker === 'NY' ? 'NY' : 'LIK') : 'NY', null);
    const for_ = rad.kildeId === null ? null : f.medKilde(rad.system, rad.kildeId);
    if (for_ !== null) {
      if (for_.nokkel !== vedtak.nokkel || for_.tjeneste !== vedtak.tjeneste || for_.fom !== vedtak.fom) mangler.push('ENDRET_OMFANG');
      if (for_.tom === vedtak.tom) return ferdig(mangler, 'LIK', vedtak);
      // An end that moves out again is a decision, and is made here.
      if (vedtak.tom === null || (for_.tom !== null && vedtak.tom > for_.tom)) mangler.push('ENDRET_OMFANG');
      return ferdig(mangler, 'ENDRET', vedtak);
    }
    if (vedtak.tom !== null && vedtak.tom < f.idag) mangler.push('UTLOPT');
    const andre = (per.get(`${rad.fodselsnummer}|${vedtak.tjeneste}`) ?? []).filter((a) => a !== l && a.vedtak !== null && !(a.vedtak.tom !== null && a.vedtak.tom < f.idag));
    const her = typeof l.mottaker === 'number' ? f.gjeldende(l.mottaker).filter((g) => g.tjeneste === vedtak.tjeneste && !andre.some((a) => a.rad.kildeId !== null && `${a.rad.system}|${a.rad.kildeId}` === g.kilde)) : [];
    if ([...andre.flatMap((a) => (a.vedtak === null ? [] : [a.vedtak])), ...her].some((a) => overlapper(a, vedtak))) mangler.push('OVERLAPP');
    return ferdig(mangler, 'NY', vedtak);
  });
}

function ferdig(mangler: readonly Mangel[], utfall: 'NY' | 'LIK' | 'ENDRET', vedtak: RegisterVedtak | null): Dom {
  const en = [...new Set(mangler)];
  return { utfall: en.some((m) => !HINDRER_IKKE.includes(m)) ? 'RETTES' : utfall, mangler: en, vedtak };
}
