/**
 * Whether an account code (art, function) is in a list of single codes and ranges: `"190"` or `"195-199"`. A range holds
 * the codes of its own length, compared as text.
 */
export function kodeErIListe(kode: string, liste: readonly string[]): boolean {
  return liste.some((ledd) => {
    const [fra, til] = ledd.split('-');
    if (fra === undefined || til === undefined) return ledd === kode;
    return kode.length === fra.length && fra <= kode && kode <= til;
  });
}
