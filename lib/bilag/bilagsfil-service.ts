import { finnBilag, finnPoster } from '#lib/bilag/bilag-repo.ts';
import type { Nedlasting } from '#lib/bilag/bilag-view.ts';
import { BILAGSFORMATER, type Bilagsformat, csvRader, fastBredde, feltverdi, type Filhode, type Filpost, finnFormat, type Formatfeil } from '#lib/bilag/domain/bilagsformat.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Arkkolonnetype, skrivXlsx, XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Bilagsfil = { readonly navn: string; readonly type: string; readonly innhold: Buffer };

const BELOPSFELT: readonly string[] = ['BELOP', 'DEBET', 'KREDIT'];

async function somXlsx(format: Bilagsformat, hode: Filhode, poster: readonly Filpost[]): Promise<Buffer> {
  const type = (felt: string): Arkkolonnetype => (BELOPSFELT.includes(felt) ? 'ore' : felt === 'DATO' ? 'dato' : 'tekst');
  return skrivXlsx({
    navn: `Bilag ${hode.nummer}`,
    kolonner: format.kolonner.map((k) => ({ tittel: k.tittel, type: type(k.felt), bredde: k.bredde })),
    rader: poster.map((p) => format.kolonner.map((k) => feltverdi(k, hode, p))),
  });
}

/** The bytes of a file in a layout, or what does not fit in it. The same voucher gives the same bytes. */
export async function skrivFil(format: Bilagsformat, hode: Filhode, poster: readonly Filpost[]): Promise<Result<Omit<Bilagsfil, 'navn'>, Formatfeil[]>> {
  if (format.type === 'XLSX') return ok({ type: XLSX_TYPE, innhold: await somXlsx(format, hode, poster) });
  if (format.type === 'CSV') return ok({ type: 'text/csv; charset=utf-8', innhold: Buffer.from(tilCsv(csvRader(format, hode, poster)), 'utf8') });
  const tekst = fastBredde(format, hode, poster);
  if (!tekst.ok) return tekst;
  const latin = format.tegnsett === 'LATIN-1';
  return ok({ type: `text/plain; charset=${latin ? 'iso-8859-1' : 'utf-8'}`, innhold: Buffer.from(tekst.verdi, latin ? 'latin1' : 'utf8') });
}

async function hent(tx: Tx, id: number): Promise<{ hode: Filhode; poster: readonly Filpost[] } | null> {
  const b = await finnBilag(tx, id);
  return b ? { hode: { nummer: b.nummer, maned: b.maned, dato: b.dato, form: b.form }, poster: await finnPoster(tx, id) } : null;
}

/** A voucher as a file, logged. Null when there is no such voucher or layout. */
export async function hentBilagsfil(tx: Tx, id: number, kode: string): Promise<Result<Bilagsfil, Formatfeil[]> | null> {
  const format = finnFormat(kode);
  const bilag = format ? await hent(tx, id) : null;
  if (!format || !bilag) return null;
  const fil = await skrivFil(format, bilag.hode, bilag.poster);
  if (!fil.ok) return nei(fil.feil);
  await loggfor(tx, { handling: 'LAST_NED_BILAG', objektType: 'bilag', objektId: id, grunn: kode });
  return ok({ ...fil.verdi, navn: `bilag-${bilag.hode.nummer}-${bilag.hode.maned}.${format.filendelse}` });
}

/** Every layout, and what of this voucher does not fit in it. */
export function hentNedlastinger(hode: Filhode, poster: readonly Filpost[]): Nedlasting[] {
  return BILAGSFORMATER.map((format) => {
    const fast = format.type === 'FAST' ? fastBredde(format, hode, poster) : null;
    return { kode: format.kode, navn: format.navn, bekreftet: format.bekreftet, feil: fast === null || fast.ok ? [] : fast.feil };
  });
}
