import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall } from '#lib/core/format.ts';
import { manedensAr, parseManed, tertial } from '#lib/core/maned.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import type { Celle, Celleform, Rapportinnhold, Seksjon, Seksjonskode, Seksjonsrad } from '#lib/oversikt/domain/rapport.ts';

/** Words of the report's language by their key under `rapport`. */
export type Ord = (nokkel: string, verdier?: Readonly<Record<string, string | number>>) => string;

const MED_FORTEGN: readonly Celleform[] = ['oreEndring', 'promilleEndring'];

/** A number as it is printed in its column: kroner, per cent, hours, days; the unit is in the heading. */
export function talltekst(tall: number, form: Celleform): string {
  const tekst = utenFortegn(tall, form);
  return MED_FORTEGN.includes(form) && tall > 0 && /[1-9]/.test(tekst) ? `+${tekst}` : tekst;
}

function utenFortegn(tall: number, form: Celleform): string {
  switch (form) {
    case 'ore':
    case 'oreEndring':
      return formatDesimal(brok(tall, 100), 0);
    case 'promille':
    case 'promilleEndring':
      return formatDesimal(brok(tall, 10), 1);
    case 'minutter':
      return formatDesimal(brok(tall, 60), 0);
    case 'volum':
      return formatDesimal(brok(tall, 100), 0);
    case 'antall':
    case 'dager':
      return formatHeltall(tall);
  }
}

/** The cell in words; what is hidden or missing says so, and is never a number. */
export function celletekst(celle: Celle, form: Celleform, ord: Ord): string {
  if (celle === null) return '–';
  return typeof celle === 'number' ? talltekst(celle, form) : ord(`celle.${celle}`);
}

/** With its unit, where the rows of a column differ. */
export function medEnhet(celle: Celle, form: Celleform, ord: Ord): string {
  const tekst = celletekst(celle, form, ord);
  return typeof celle === 'number' ? ord(`enhet.${form}`, { tall: tekst }) : tekst;
}

/** What a row is called; a month's row by the month. */
export function radnavn(kode: Seksjonskode, rad: Pick<Seksjonsrad, 'nokkel' | 'navn'>, ord: Ord): string {
  if (rad.navn === null) return ord(`rad.${kode}.${rad.nokkel}`);
  const maned = parseManed(rad.navn);
  return maned === null ? rad.navn : stor(manedOgAr(maned));
}

/** A cell of a table in words; the unit stands in the heading, but for the parameters, which are of many kinds. */
export function tekstI(s: Pick<Seksjon, 'kode'>, rad: Seksjonsrad, kolonne: number, form: Celleform, ord: Ord): string {
  return (s.kode === 'parametre' ? medEnhet : celletekst)(rad.celler[kolonne] ?? null, rad.form ?? form, ord);
}

export type Teksttabell = { readonly tittel: string; readonly hode: readonly string[]; readonly rader: readonly (readonly string[])[] };

/** A table as text: the head, and each row with its name first. */
export function teksttabell(s: Seksjon, ord: Ord): Teksttabell {
  return {
    tittel: ord(`seksjon.${s.kode}`),
    hode: [ord(`forste.${s.kode}`), ...s.kolonner.map((k) => ord(`kolonne.${s.kode}.${k.kode}`))],
    rader: s.rader.map((r) => [radnavn(s.kode, r, ord), ...s.kolonner.map((k, i) => tekstI(s, r, i, k.form, ord))]),
  };
}

/** What the report is called: its kind and its period. */
export function rapporttittel(r: Pick<Rapportinnhold, 'slag' | 'fra' | 'til'>, ord: Ord): string {
  return ord(`tittel.${r.slag}`, { maned: manedOgAr(r.til), fra: manedsnavn(r.fra), til: manedsnavn(r.til), nr: tertial(r.til), ar: String(manedensAr(r.til)) });
}
