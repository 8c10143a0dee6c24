export type Tegnsett = 'utf-8' | 'windows-1252' | 'utf-16le';
export const TEGNSETT: readonly Tegnsett[] = ['utf-8', 'windows-1252', 'utf-16le'];
export const SKILLETEGN = [';', '\t', ',', '|'] as const;
export type Skilletegn = (typeof SKILLETEGN)[number];

/** How a file is read. `hoderad` is the row (from 1) with the headings. */
export type Filformat =
  | { readonly type: 'CSV'; readonly tegnsett: Tegnsett; readonly skilletegn: Skilletegn; readonly hoderad: number }
  | { readonly type: 'XLSX'; readonly ark: string; readonly arkene: readonly string[]; readonly hoderad: number };

/** Files that cannot be read, by their first bytes. */
export type UlesbarFil = 'TOM' | 'GAMMEL_EXCEL' | 'PDF' | 'BINAR';

const begynner = (bytes: Uint8Array, ...tegn: readonly number[]): boolean => tegn.every((t, i) => bytes[i] === t);

/** What the first bytes say. */
export function filtype(bytes: Uint8Array): 'XLSX' | 'TEKST' | UlesbarFil {
  if (bytes.length === 0) return 'TOM';
  if (begynner(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'XLSX';
  if (begynner(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'GAMMEL_EXCEL';
  if (begynner(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (begynner(bytes, 0xff, 0xfe)) return 'TEKST';
  return bytes.subarray(0, 4096).includes(0) ? 'BINAR' : 'TEKST';
}

/** True when all of the pieces together are UTF-8. */
export function lagUtf8Prover(): { prov(bytes: Uint8Array): void; slutt(): boolean } {
  const leser = new TextDecoder('utf-8', { fatal: true });
  let gyldig = true;
  const forsok = (bytes: Uint8Array | undefined): void => {
    if (!gyldig) return;
    try {
      leser.decode(bytes, { stream: bytes !== undefined });
    } catch {
      gyldig = false;
    }
  };
  return {
    prov: forsok,
    slutt: () => {
      forsok(undefined);
      return gyldig;
    },
  };
}

function antallUtenforSitat(linje: string, tegn: string): number {
  let antall = 0;
  let sitert = false;
  for (const t of linje) {
    if (t === '"') sitert = !sitert;
    else if (t === tegn && !sitert) antall += 1;
  }
  return antall;
}

/**
 * The separator that splits the most lines alike. A comma is also the decimal sign, so it is only chosen where no
 * other separator splits anything.
 */
export function finnSkilletegn(tekst: string): Skilletegn {
  const linjer = tekst.split(/\r\n|\n|\r/).filter((l) => l.trim() !== '').slice(0, 30);
  let beste: Skilletegn = ';';
  let poeng = 0;
  for (const tegn of SKILLETEGN) {
    const antall = linjer.map((l) => antallUtenforSitat(l, tegn)).filter((n) => n > 0);
    if (antall.length === 0) continue;
    const vanligst = [...Map.groupBy(antall, (n) => n).values()].reduce((a, b) => (b.length > a.length ? b : a));
    const sum = vanligst.length * (tegn === ',' ? 0.4 : 1);
    if (sum > poeng) [beste, poeng] = [tegn, sum];
  }
  return beste;
}
