import { brok } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import { RAPPORTARK } from '#lib/server/pdf/rapportark.ts';
import { type Ark, type Arkkolonnetype, skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { KAPITLER, type Celle, type Celleform, type Rapportinnhold, type Seksjon } from './domain/rapport.ts';
import { rapportplott } from './rapportplott-service.ts';
import { type Ord, radnavn, rapporttittel, tekstI, teksttabell } from './domain/rapporttekst.ts';

export type Rapportfil = { readonly navn: string; readonly innhold: Buffer };

const filnavn = (i: Rapportinnhold, adresse: string, ende: string): string => `${adresse}-v${i.versjon}.${ende}`;

/** A tagged PDF of what is frozen: the same content gives the same bytes. */
export function lagRapportPdf(i: Rapportinnhold, adresse: string, ord: Ord): Rapportfil {
  const tittel = rapporttittel(i, ord);
  const data = {
    overskrift: tittel,
    fakta: [{ navn: ord('fakta.kommune'), verdi: i.kommune }, { navn: ord('fakta.versjon'), verdi: String(i.versjon) }, { navn: ord('fakta.hentet'), verdi: formatDato(dato(i.hentet)) }],
    merknad: i.rettelse === null ? '' : ord('rettet', { grunn: i.rettelse }),
    kapitler: KAPITLER.flatMap((kapittel) => {
      const tabeller = i.seksjoner.filter((s) => s.kapittel === kapittel).map((s) => teksttabell(s, ord));
      const avsnitt = i.tekster[kapittel].split(/\n\s*\n/).map((a) => a.trim()).filter((a) => a !== '');
      return tabeller.length + avsnitt.length === 0 ? [] : [{ tittel: ord(`kapittel.${kapittel}`), avsnitt, tabeller, plott: kapittel === 'okonomi' ? rapportplott(i, ord) : [] }];
    }),
    slutt: ord('skjulteTall'),
  };
  return { navn: filnavn(i, adresse, 'pdf'), innhold: lagPdf(RAPPORTARK, { tittel, forfatter: i.kommune, sprak: i.sprak, dato: i.hentet }, data) };
}

const ARKTYPE: Readonly<Record<Celleform, Arkkolonnetype>> = { ore: 'ore', oreEndring: 'ore', promille: 'desimal', promilleEndring: 'desimal', antall: 'heltall', dager: 'heltall', minutter: 'desimal', volum: 'desimal' };

function arkcelle(celle: Celle, form: Celleform): number | ReturnType<typeof brok> | null {
  if (typeof celle !== 'number') return null;
  if (form === 'promille' || form === 'promilleEndring') return brok(celle, 10);
  if (form === 'minutter') return brok(celle, 60);
  return form === 'volum' ? brok(celle, 100) : celle;
}

/** A sheet per table. Numbers are numbers; a row whose cells are words or of different kinds has them as text, so that nothing hidden becomes empty. */
function somArk(s: Seksjon, ord: Ord): Ark {
  const tekstkolonne = s.kolonner.map((k, i) => s.rader.some((r) => ARKTYPE[r.form ?? k.form] !== ARKTYPE[k.form] || r.celler[i] === 'SKJULT' || r.celler[i] === 'MANGLER'));
  return {
    navn: ord(`seksjon.${s.kode}`),
    kolonner: [
      { tittel: ord(`forste.${s.kode}`), type: 'tekst', bredde: 36 },
      ...s.kolonner.map((k, i) => ({ tittel: ord(`kolonne.${s.kode}.${k.kode}`), type: tekstkolonne[i] ? ('tekst' as const) : ARKTYPE[k.form] })),
    ],
    rader: s.rader.map((r) => [
      radnavn(s.kode, r, ord),
      ...s.kolonner.map((k, i) => (tekstkolonne[i] ? tekstI(s, r, i, k.form, ord) : arkcelle(r.celler[i] ?? null, k.form))),
    ]),
  };
}

/** A workbook of what is frozen: a sheet a table, and the texts. */
export async function lagRapportXlsx(i: Rapportinnhold, adresse: string, ord: Ord): Promise<Rapportfil> {
  const tekster: Ark = {
    navn: ord('tekster'),
    kolonner: [{ tittel: ord('kapittelord'), type: 'tekst', bredde: 24 }, { tittel: ord('tekst'), type: 'tekst', bredde: 100 }],
    rader: [[ord('fakta.rapport'), rapporttittel(i, ord)], [ord('fakta.hentet'), formatDato(dato(i.hentet))], ...KAPITLER.map((k) => [ord(`kapittel.${k}`), i.tekster[k]])],
  };
  return { navn: filnavn(i, adresse, 'xlsx'), innhold: await skrivXlsx([...i.seksjoner.map((s) => somArk(s, ord)), tekster]) };
}
