import { nei, ok, type Result } from '#lib/core/result.ts';
import { lesCelle } from '#lib/grunnlag/domain/filimport/les-celle.ts';
import type { Celle, Importdefinisjon, Kolonne, Radfeil } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { verdinokkel, type Kartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';

/** What a code may be: `valg` for people to choose among, `finn` for the file's own text (null: unknown). */
export type Kodeliste = { readonly valg: readonly { readonly verdi: string; readonly tekst: string }[]; readonly finn: (tekst: string) => string | null };
export type Kodelister = Readonly<Record<string, Kodeliste>>;

type Lest = ReturnType<typeof lesCelle>;
type Planledd = { readonly kolonne: Kolonne; readonly plass: number; readonly les: (celle: Celle) => Lest };
/** As many different cells of a column are remembered: days, times and lengths come again and again. */
const HUSKER = 20_000;

function lagLeser(kolonne: Kolonne): (celle: Celle) => Lest {
  if (kolonne.type === 'tekst') return (celle) => lesCelle(celle, 'tekst');
  const husket = new Map<Celle, Lest>();
  return (celle) => {
    let svar = husket.get(celle);
    if (svar === undefined) {
      if (husket.size >= HUSKER) husket.clear();
      husket.set(celle, (svar = lesCelle(celle, kolonne.type)));
    }
    return svar;
  };
}

/** A mapping laid on a file's headings, and the code lists: all that is needed to read a row. */
export type Leseplan<Rad> = {
  readonly definisjon: Importdefinisjon<Rad>;
  readonly ledd: readonly Planledd[];
  readonly bredde: number;
  readonly kode: (kodeliste: string, tekst: string) => string | null;
};

/** A row read, left out because its code is, or what is wrong with it. */
export type Tolket<Rad> = { readonly utfall: 'RAD'; readonly rad: Rad } | { readonly utfall: 'HOPP'; readonly kodeliste: string; readonly verdi: string } | { readonly utfall: 'FEIL'; readonly feil: readonly Radfeil[] };

export function lagPlan<Rad>(definisjon: Importdefinisjon<Rad>, kartlegging: Kartlegging, hode: readonly string[], kodelister: Kodelister): Leseplan<Rad> {
  const ledd = definisjon.kolonner.flatMap((kolonne): Planledd[] => {
    const plass = hode.indexOf(kartlegging.kolonner[kolonne.nokkel] ?? '');
    return plass === -1 ? [] : [{ kolonne, plass, les: lagLeser(kolonne) }];
  });
  return { definisjon, ledd, bredde: hode.length, kode: lagOppslag(kartlegging, kodelister) };
}

/** The same text is looked up once a file: the typed translation first, then the list itself. */
function lagOppslag(kartlegging: Kartlegging, kodelister: Kodelister): (kodeliste: string, tekst: string) => string | null {
  const husket = new Map<string, Map<string, string | null>>();
  return (kodeliste, tekst) => {
    let egne = husket.get(kodeliste);
    if (!egne) husket.set(kodeliste, (egne = new Map()));
    const kjent = egne.get(tekst);
    if (kjent !== undefined) return kjent;
    const oversatt = kartlegging.verdier[kodeliste]?.[verdinokkel(tekst)];
    const funnet = oversatt ?? kodelister[kodeliste]?.finn(tekst) ?? null;
    const svar = funnet ?? (kartlegging.hoppOver.includes(kodeliste) ? '' : null);
    egne.set(tekst, svar);
    return svar;
  };
}

function vis(celle: Celle): string {
  return String(celle ?? '').slice(0, 120);
}

/** One cell: its value, or why not; `hopp` when the row's code is one that is left out. */
function tolkCelle<Rad>(plan: Leseplan<Rad>, { kolonne, plass, les }: Planledd, celle: Celle): Result<string | number | null, string> | 'HOPP' {
  const lest = les(celle);
  if (!lest.ok) return lest;
  if (lest.verdi === null) return kolonne.pakrevd ? nei('MANGLER') : ok(null);
  if (kolonne.kodeliste === undefined) return lest;
  const kode = plan.kode(kolonne.kodeliste, String(lest.verdi));
  if (kode === null) return nei('UKJENT_VERDI');
  return kode === '' && plass >= 0 ? 'HOPP' : ok(kode);
}

export function erTomRad(celler: readonly Celle[]): boolean {
  return celler.every((c) => c === null || (typeof c === 'string' && c.trim() === ''));
}

/** A row of the file → the kind's row. Every fault of the row is told, not only the first. A row that is left out has none. */
export function tolkRad<Rad>(plan: Leseplan<Rad>, celler: readonly Celle[]): Tolket<Rad> {
  const feil: Radfeil[] = [];
  const verdier: Record<string, string | number | null> = {};
  for (const ledd of plan.ledd) {
    const celle = celler[ledd.plass] ?? null;
    const svar = tolkCelle(plan, ledd, celle);
    if (svar === 'HOPP') return { utfall: 'HOPP', kodeliste: ledd.kolonne.kodeliste ?? '', verdi: vis(celle) };
    if (svar.ok) verdier[ledd.kolonne.nokkel] = svar.verdi;
    else feil.push({ kolonne: ledd.kolonne.nokkel, grunn: svar.feil, verdi: vis(celle) });
  }
  for (let i = plan.bredde; i < celler.length; i += 1) {
    const celle = celler[i] ?? null;
    if (celle === null || celle === '') continue;
    feil.push({ kolonne: null, grunn: 'FOR_MANGE_KOLONNER', verdi: vis(celle) });
    break;
  }
  if (feil.length > 0) return { utfall: 'FEIL', feil };
  const laget = plan.definisjon.lag(verdier);
  return laget.ok ? { utfall: 'RAD', rad: laget.verdi } : { utfall: 'FEIL', feil: laget.feil };
}
