import { brokFraDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { lesBelop, lesDato, lesDesimal } from '#lib/core/tolk-felt.ts';
import { parseManed } from '#lib/core/maned.ts';
import { type Fakturalinje, gyldigFakturanummer, harPersonnummer, type KanIkkeLeseFaktura, lesVare, type LestFaktura, MAKS_LINJER, renReferanse } from '#lib/bilag/domain/faktura.ts';

/** The columns of the file, by their heading; the order is free. */
export const FAKTURAKOLONNER = ['orgnr', 'fakturanummer', 'fakturadato', 'ordrereferanse', 'periode', 'vare', 'enhet', 'antall', 'pris', 'beløp'] as const;
type Kolonne = (typeof FAKTURAKOLONNER)[number];

/** One line of semicolons; a field in quotes may hold semicolons and doubled quotes. */
function felter(linje: string): string[] {
  const ut: string[] = [];
  for (const treff of linje.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)) ut.push(treff[1]?.replaceAll('""', '"') ?? treff[2] ?? '');
  return ut.map((f) => f.trim());
}

const ugyldig = (felt: Kolonne, linje: number): KanIkkeLeseFaktura => ({ grunn: 'FELT_UGYLDIG', verdier: { felt, linje } });

function tolkLinje(les: (k: Kolonne) => string, alt: string, linjenr: number): Result<Fakturalinje, KanIkkeLeseFaktura> {
  const antall = lesDesimal(les('antall'), 4);
  const pris = lesBelop(les('pris'));
  const belop = lesBelop(les('beløp'));
  const enhet = les('enhet').toUpperCase();
  if (antall === null) return nei(ugyldig('antall', linjenr));
  if (pris === null) return nei(ugyldig('pris', linjenr));
  if (belop === null) return nei(ugyldig('beløp', linjenr));
  if (enhet !== 'TIMER' && enhet !== 'ANTALL') return nei(ugyldig('enhet', linjenr));
  return ok({
    linjenr, ordrereferanse: renReferanse(les('ordrereferanse')), maned: parseManed(les('periode')), ...lesVare(les('vare')), volumenhet: enhet,
    antall: brokFraDesimal(antall), prisOre: ore(pris), belopOre: ore(belop), personnummer: harPersonnummer(alt),
  });
}

/** One invoice as a semicolon file with a heading; the same number, supplier and date in every line. */
export function tolkFakturaCsv(innhold: string): Result<LestFaktura, KanIkkeLeseFaktura> {
  const [hode = '', ...resten] = innhold.replace(/^\uFEFF/, '').split(/\r?\n/).filter((l) => l.trim() !== '');
  const navn = felter(hode).map((f) => f.toLowerCase());
  const borte = FAKTURAKOLONNER.find((k) => !navn.includes(k));
  if (borte !== undefined) return nei({ grunn: 'KOLONNE_MANGLER', verdier: { felt: borte } });
  if (resten.length === 0) return nei({ grunn: 'INGEN_LINJER' });
  if (resten.length > MAKS_LINJER) return nei({ grunn: 'FOR_MANGE_LINJER', verdier: { maks: MAKS_LINJER } });
  const rader = resten.map(felter);
  const les = (rad: readonly string[], k: Kolonne): string => rad[navn.indexOf(k)] ?? '';
  const forste = rader[0] ?? [];
  const [orgnr, nummer, dato] = [les(forste, 'orgnr').replaceAll(' ', ''), les(forste, 'fakturanummer'), lesDato(les(forste, 'fakturadato'))];
  if (!/^\d{9}$/.test(orgnr)) return nei(ugyldig('orgnr', 1));
  if (!gyldigFakturanummer(nummer)) return nei(ugyldig('fakturanummer', 1));
  if (dato === null) return nei(ugyldig('fakturadato', 1));
  const linjer: Fakturalinje[] = [];
  for (const [i, rad] of rader.entries()) {
    if (les(rad, 'fakturanummer') !== nummer) return nei(ugyldig('fakturanummer', i + 1));
    if (les(rad, 'orgnr').replaceAll(' ', '') !== orgnr) return nei(ugyldig('orgnr', i + 1));
    const linje = tolkLinje((k) => les(rad, k), rad.join(' '), i + 1);
    if (!linje.ok) return linje;
    linjer.push(linje.verdi);
  }
  return ok({ kilde: 'CSV', orgnr, nummer, dato, linjer });
}
