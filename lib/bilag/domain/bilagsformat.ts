import type { Csvcelle } from '#lib/core/csv.ts';
import type { Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Post } from '#lib/bilag/domain/bygg-bilag.ts';

/** What is told of the voucher in every line of a file. */
export type Filhode = { readonly nummer: number; readonly maned: Maned; readonly dato: string; readonly form: 'BILAG' | 'BUDSJETT' };
export type Filpost = Post & { readonly linjenr: number; readonly tekst: string };

/** Where a column's value comes from; `FAST` is the column's own constant. */
export type Filfelt = 'FAST' | 'NUMMER' | 'LINJENR' | 'DATO' | 'PERIODE' | 'ANSVAR' | 'FUNKSJON' | 'ART' | 'PROSJEKT' | 'TEKST' | 'BELOP' | 'DEBET' | 'KREDIT' | 'SLAG';
/** A column of a layout. `bredde` is for fixed width, where `side` says which end is filled, and by what. */
export type Filkolonne = { readonly tittel: string; readonly felt: Filfelt; readonly verdi?: string; readonly bredde: number; readonly side: 'V' | 'H'; readonly fyll?: ' ' | '0' };
export type Bilagsformat = {
  readonly kode: string;
  readonly type: 'CSV' | 'FAST' | 'XLSX';
  readonly navn: string;
  readonly filendelse: 'csv' | 'txt' | 'xlsx';
  /** false: drawn from public descriptions, not yet tried against a municipality's own system */
  readonly bekreftet: boolean;
  readonly tegnsett: 'UTF-8' | 'LATIN-1';
  readonly kolonner: readonly Filkolonne[];
};

const k = (tittel: string, felt: Filfelt, bredde: number, side: 'V' | 'H' = 'V', ekstra: { verdi?: string; fyll?: '0' } = {}): Filkolonne => ({ tittel, felt, bredde, side, ...ekstra });

const KONTOSTRENG: readonly Filkolonne[] = [
  k('Bilagsnr', 'NUMMER', 10), k('Linje', 'LINJENR', 6), k('Bilagsdato', 'DATO', 12), k('Periode', 'PERIODE', 8), k('Ansvar', 'ANSVAR', 12), k('Art', 'ART', 10),
  k('Funksjon', 'FUNKSJON', 10), k('Prosjekt', 'PROSJEKT', 12), k('Tekst', 'TEKST', 40), k('Debet', 'DEBET', 16, 'H'), k('Kredit', 'KREDIT', 16, 'H'), k('Beløp', 'BELOP', 16, 'H'),
];

/** The layouts there are, as data. A changed layout gets a new code, so that an old voucher is written again as it was. */
export const BILAGSFORMATER: readonly Bilagsformat[] = [
  { kode: 'visma-csv-1', type: 'CSV', navn: 'Visma Enterprise, Xledger (CSV)', filendelse: 'csv', bekreftet: false, tegnsett: 'UTF-8', kolonner: KONTOSTRENG },
  {
    kode: 'gl07-fast-1', type: 'FAST', navn: 'Unit4 GL07 (fast bredde)', filendelse: 'txt', bekreftet: false, tegnsett: 'LATIN-1',
    kolonner: [
      k('batch_id', 'NUMMER', 25), k('interface', 'FAST', 25, 'V', { verdi: 'BI' }), k('voucher_type', 'SLAG', 25), k('voucher_no', 'NUMMER', 15, 'H', { fyll: '0' }), k('trans_date', 'DATO', 8),
      k('period', 'PERIODE', 6), k('account', 'ART', 25), k('dim_1', 'ANSVAR', 25), k('dim_2', 'FUNKSJON', 25), k('dim_3', 'PROSJEKT', 25), k('dim_4', 'FAST', 25, 'V', { verdi: '' }),
      k('dim_5', 'FAST', 25, 'V', { verdi: '' }), k('dim_6', 'FAST', 25, 'V', { verdi: '' }), k('dim_7', 'FAST', 25, 'V', { verdi: '' }), k('tax_code', 'FAST', 25, 'V', { verdi: '0' }),
      k('amount', 'BELOP', 20, 'H'), k('description', 'TEKST', 80),
    ],
  },
  { kode: 'regneark-1', type: 'XLSX', navn: 'Regneark', filendelse: 'xlsx', bekreftet: true, tegnsett: 'UTF-8', kolonner: KONTOSTRENG },
];

export function finnFormat(kode: string): Bilagsformat | null {
  return BILAGSFORMATER.find((f) => f.kode === kode) ?? null;
}

/** An amount in øre, or a text; null where the column has nothing for this line. */
export function feltverdi({ felt, verdi }: Filkolonne, hode: Filhode, p: Filpost): string | number | null {
  switch (felt) {
    case 'FAST':
      return verdi ?? '';
    case 'NUMMER':
      return String(hode.nummer);
    case 'LINJENR':
      return String(p.linjenr);
    case 'DATO':
      return hode.dato;
    case 'PERIODE':
      return hode.maned.replace('-', '');
    case 'SLAG':
      return hode.form === 'BUDSJETT' ? 'BU' : 'GL';
    case 'ANSVAR':
      return p.ansvar;
    case 'FUNKSJON':
      return p.funksjon;
    case 'ART':
      return p.art;
    case 'PROSJEKT':
      return p.prosjekt;
    case 'TEKST':
      return p.tekst;
    case 'BELOP':
      return p.belopOre;
    case 'DEBET':
      return p.belopOre > 0 ? p.belopOre : null;
    case 'KREDIT':
      return p.belopOre < 0 ? -p.belopOre : null;
  }
}

/** Rows for a semicolon file. Codes that are digits stay text; amounts have two decimals. */
export function csvRader(format: Bilagsformat, hode: Filhode, poster: readonly Filpost[]): Csvcelle[][] {
  const celle = (verdi: string | number | null): Csvcelle => (typeof verdi === 'number' ? { ore: verdi } : verdi);
  return [format.kolonner.map((kol) => kol.tittel), ...poster.map((p) => format.kolonner.map((kol) => celle(feltverdi(kol, hode, p))))];
}

export type Formatfeil = { readonly grunn: 'FOR_BRED' | 'TEGN'; readonly kolonne: string; readonly linjenr: number; readonly verdi: string };

/** Dates lose their dashes to fit eight, and amounts are whole øre with the sign first. */
function fastTekst(kol: Filkolonne, verdi: string | number | null): string {
  if (kol.felt === 'DATO' && typeof verdi === 'string') return verdi.replaceAll('-', '');
  return verdi === null ? '' : String(verdi);
}

/** Every line of a fixed-width file, or every value that does not fit: nothing is ever cut. */
export function fastBredde(format: Bilagsformat, hode: Filhode, poster: readonly Filpost[]): Result<string, Formatfeil[]> {
  const feil: Formatfeil[] = [];
  const linjer = poster.map((p) =>
    format.kolonner
      .map((kol) => {
        const tekst = fastTekst(kol, feltverdi(kol, hode, p));
        const sted = { kolonne: kol.tittel, linjenr: p.linjenr, verdi: tekst };
        if (tekst.length > kol.bredde) feil.push({ grunn: 'FOR_BRED', ...sted });
        if (format.tegnsett === 'LATIN-1' && /[^\t\u0020-\u007e\u00a0-\u00ff]/.test(tekst)) feil.push({ grunn: 'TEGN', ...sted });
        return kol.side === 'V' ? tekst.padEnd(kol.bredde, kol.fyll ?? ' ') : tekst.padStart(kol.bredde, kol.fyll ?? ' ');
      })
      .join(''),
  );
  return feil.length > 0 ? nei(feil) : ok(linjer.map((l) => `${l}\r\n`).join(''));
}
