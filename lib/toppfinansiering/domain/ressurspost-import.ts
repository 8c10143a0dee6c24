import { arFor } from '#lib/core/dato.ts';
import { forsteDag, type Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { definerImport, type Radfeil, type Verdier } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

/** A post of a recipient's in the accounts; øre, `lonnsandel` a share as exact decimal text, `nummer` the vedtak's. */
export type Ressurspostrad = { readonly pseudonym: string; readonly maned: Maned; readonly funksjon: string; readonly art: string; readonly ore: number; readonly lonnsandel: string | null; readonly nummer: string | null; readonly tekst: string; readonly bilag: string };

/** The key of a vedtak in a file: its number and whose it is, so that another's vedtak is a fault. */
export function vedtaksnokkel(nummer: string, pseudonym: string): string {
  return `${nummer}|${pseudonym}`;
}

/** Per cent as exact share. Above 0 and up to 1 is refused: a workbook keeps 84 % as 0,84, and nobody can tell it from 0,84 %. */
function lesAndel(verdier: Verdier): Result<string | null, Radfeil> {
  const verdi = verdier['lonnsandel'];
  if (verdi === null || verdi === undefined) return ok(null);
  const [hel = '0', del = ''] = String(verdi).split('.');
  const hundredeler = Number(hel) * 100 + Number(del.slice(0, 2).padEnd(2, '0'));
  const feil = (grunn: string): Result<never, Radfeil> => nei({ kolonne: 'lonnsandel', grunn, verdi: String(verdi) });
  if (String(verdi).startsWith('-') || hundredeler > 10_000) return feil('IKKE_PROSENT');
  if (/[1-9]/.test(del.slice(2))) return feil('FOR_MANGE_DESIMALER');
  if (hundredeler > 0 && hundredeler <= 100) return feil('ANDEL_ELLER_PROSENT');
  return ok(`${Math.trunc(hundredeler / 10_000)}.${String(hundredeler % 10_000).padStart(4, '0')}`);
}

function lesBilag(verdier: Verdier): Result<string, Radfeil> {
  const bilag = String(verdier['bilag'] ?? '').trim();
  return bilag.length < 3 ? nei({ kolonne: 'bilag', grunn: 'FOR_KORT', verdi: bilag }) : ok(bilag);
}

function lesBelop(verdier: Verdier): Result<number, Radfeil> {
  const [debet, kredit] = [tall(verdier['belop']), tall(verdier['kredit'])];
  const ore = (debet ?? 0) - (kredit ?? 0);
  if (debet === null && kredit === null) return nei({ kolonne: 'belop', grunn: 'MANGLER', verdi: '' });
  return Number.isSafeInteger(ore) ? ok(ore) : nei({ kolonne: 'belop', grunn: 'FOR_STOR', verdi: String(ore) });
}

/** The vedtak's number, where it is the recipient's own. */
function lesVedtak(verdier: Verdier): Result<string | null, Radfeil> {
  const verdi = verdier['vedtak'];
  if (verdi === null || verdi === undefined) return ok(null);
  const [nummer = '', eier] = String(verdi).split('|');
  return eier === verdier['mottaker'] ? ok(nummer) : nei({ kolonne: 'vedtak', grunn: 'ANNENS_VEDTAK', verdi: nummer });
}

/** Posts per recipient from the accounts. Any function and art is taken in: those outside the grant are shown with the reason they do not count. */
export const RESSURSPOST_IMPORT = definerImport<Ressurspostrad>({
  slag: 'RESSURSPOST',
  maleenhet: 'ore',
  delnavn: 'mottaker',
  kolonner: [
    { nokkel: 'mottaker', type: 'kode', kodeliste: 'mottaker', pakrevd: true, aliaser: ['Mottaker', 'Pseudonym', 'Mottakar', 'Løpenr', 'Prosjekt', 'Prosjektnr', 'Ansvar', 'Objekt'] },
    ...PERIODEKOLONNER,
    { nokkel: 'funksjon', type: 'kode', kodeliste: 'funksjon', pakrevd: true, aliaser: ['Funksjon', 'KOSTRA-funksjon', 'Funksjonskode'] },
    { nokkel: 'art', type: 'kode', kodeliste: 'art', pakrevd: true, aliaser: ['Art', 'Artskode', 'Konto', 'KOSTRA-art', 'Artskonto'] },
    { nokkel: 'belop', type: 'belop', pakrevd: false, aliaser: ['Beløp', 'Beløp NOK', 'Regnskap', 'Rekneskap', 'Netto', 'Sum', 'Kr', 'Debet'] },
    { nokkel: 'kredit', type: 'belop', pakrevd: false, aliaser: ['Kredit', 'Kreditbeløp'] },
    { nokkel: 'lonnsandel', type: 'desimal', pakrevd: false, aliaser: ['Lønnsandel', 'Lønnsandel prosent', 'Lønsandel', 'Lønnsdel'] },
    { nokkel: 'vedtak', type: 'kode', kodeliste: 'vedtak', pakrevd: false, aliaser: ['Vedtak', 'Vedtaksnummer', 'Vedtaksnr'] },
    { nokkel: 'tekst', type: 'tekst', pakrevd: false, aliaser: ['Tekst', 'Hva', 'Kva', 'Beskrivelse', 'Leverandør'] },
    { nokkel: 'bilag', type: 'tekst', pakrevd: true, aliaser: ['Dokumentasjon', 'Bilag', 'Bilagsnr', 'Bilagsnummer', 'Referanse'] },
  ],
  lag: (v) => {
    const [maned, ore, lonnsandel, nummer, bilag] = [lesPeriode(v), lesBelop(v), lesAndel(v), lesVedtak(v), lesBilag(v)];
    if (!maned.ok || !ore.ok || !lonnsandel.ok || !nummer.ok || !bilag.ok) return nei([maned, ore, lonnsandel, nummer, bilag].flatMap((s) => (s.ok ? [] : [s.feil])));
    if (arFor(forsteDag(maned.verdi)) < 2003) return nei([{ kolonne: 'maned', grunn: 'FOR_ORDNINGEN', verdi: maned.verdi }]);
    const tekst = String(v['tekst'] ?? '').trim();
    return ok({ pseudonym: String(v['mottaker']), maned: maned.verdi, funksjon: String(v['funksjon']), art: String(v['art']), ore: ore.verdi, lonnsandel: lonnsandel.verdi, nummer: nummer.verdi, tekst: tekst === '' ? bilag.verdi : tekst, bilag: bilag.verdi });
  },
  mal: (rad) => ({ del: rad.pseudonym, serie: '', periode: rad.maned, sum: rad.ore }),
  unik: null,
});
