/** Longest field: a quotation mark that is never closed would otherwise swallow the file. */
const MAKS_FELT = 32_767;

export type Csvleser = {
  /** Takes the next piece of text; gives each finished record to `rad`. */
  mat(tekst: string): void;
  /** The text has ended; gives the last record. */
  slutt(): void;
  /** The number (from 1) of the record whose quotation mark is never closed, or null. */
  readonly apentSitat: number | null;
};

/**
 * Reads separated text in pieces: quotes, doubled quotes, line breaks inside quotes, CRLF, LF and CR. Every record is
 * given, empty ones too, so that `nummer` is the row a spreadsheet shows.
 */
export function lagCsvleser(skille: string, rad: (celler: string[], nummer: number) => void): Csvleser {
  let celler: string[] = [];
  let felt = '';
  let sitert = false; // inside quotes
  let varSitert = false; // this field began with a quote
  let sistTegn = ''; // for a pair (quote or line break) cut between two pieces
  let nummer = 1;
  let apent: number | null = null;

  const avsluttFelt = (): void => {
    celler.push(felt);
    felt = '';
    varSitert = false;
  };
  const avsluttRad = (): void => {
    avsluttFelt();
    rad(celler, nummer);
    celler = [];
    nummer += 1;
  };

  const mat = (tekst: string): void => {
    let start = 0; // first character not yet copied
    for (let i = 0; i < tekst.length && apent === null; i += 1) {
      const tegn = tekst[i] as string;
      if (sitert) {
        if (tegn !== '"') {
          if (i - start > MAKS_FELT) apent = nummer;
          continue;
        }
        felt += tekst.slice(start, i);
        start = i + 1;
        sitert = false;
        sistTegn = '"';
        continue;
      }
      if (tegn === '"' && (sistTegn === '"' && varSitert && start === i)) {
        felt += '"';
        sitert = true;
        start = i + 1;
        sistTegn = '';
      } else if (tegn === '"' && !varSitert && felt === '' && start === i) {
        sitert = true;
        varSitert = true;
        start = i + 1;
        sistTegn = '';
      } else if (tegn === skille) {
        felt += tekst.slice(start, i);
        start = i + 1;
        avsluttFelt();
        sistTegn = tegn;
      } else if (tegn === '\n' || tegn === '\r') {
        felt += tekst.slice(start, i);
        start = i + 1;
        if (!(tegn === '\n' && sistTegn === '\r')) avsluttRad();
        sistTegn = tegn;
      } else {
        sistTegn = tegn;
      }
    }
    felt += tekst.slice(start);
    if (felt.length > MAKS_FELT && sitert) apent ??= nummer;
  };

  return {
    mat,
    slutt: () => {
      if (sitert) apent ??= nummer;
      if (apent === null && (felt !== '' || celler.length > 0 || varSitert)) avsluttRad();
    },
    get apentSitat() {
      return apent;
    },
  };
}
