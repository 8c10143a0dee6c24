export type Tekstverdier = Readonly<Record<string, string | number>>;

/** The end of a `{…}` that begins at `fra`, braces inside counted. */
function slutt(tekst: string, fra: number): number {
  let dybde = 0;
  for (let i = fra; i < tekst.length; i += 1) {
    if (tekst[i] === '{') dybde += 1;
    if (tekst[i] === '}' && (dybde -= 1) === 0) return i;
  }
  throw new SyntaxError(`uavsluttet { i «${tekst}»`);
}

/** `=0 {…} one {…} other {…}` → the form for a number (or, of a select, for a word). */
function form(former: string, verdi: string | number): string {
  const valg = new Map<string, string>();
  for (let i = former.indexOf('{'); i !== -1; i = former.indexOf('{')) {
    const til = slutt(former, i);
    valg.set(former.slice(0, i).trim(), former.slice(i + 1, til));
    former = former.slice(til + 1);
  }
  const form_ = valg.get(`=${verdi}`) ?? (verdi === 1 ? valg.get('one') : undefined) ?? valg.get(String(verdi)) ?? valg.get('other');
  return form_ ?? '';
}

/**
 * The part of ICU's message format that the field app's texts use: values, plural with exact numbers, `one` and
 * `other`, and select. A twelfth of what the whole format weighs on a phone.
 *
 * @throws SyntaxError when a brace is not closed
 */
export function fyllTekst(tekst: string, verdier: Tekstverdier, tall?: number): string {
  let ut = '';
  for (let i = 0; i < tekst.length; i += 1) {
    const tegn = tekst[i] ?? '';
    if (tegn === '#' && tall !== undefined) ut += tall;
    else if (tegn !== '{') ut += tegn;
    else {
      const til = slutt(tekst, i);
      const [navn = '', slag, ...resten] = tekst.slice(i + 1, til).split(',');
      const verdi = verdier[navn.trim()] ?? '';
      ut += slag === undefined ? verdi : fyllTekst(form(resten.join(','), verdi), verdier, typeof verdi === 'number' ? verdi : undefined);
      i = til;
    }
  }
  return ut;
}

/** The text at a dotted key; the key itself when there is none. */
export function slaOpp(tekster: unknown, nokkel: string): string {
  let her = tekster;
  for (const del of nokkel.split('.')) her = typeof her === 'object' && her !== null ? (her as Record<string, unknown>)[del] : undefined;
  return typeof her === 'string' ? her : nokkel;
}
