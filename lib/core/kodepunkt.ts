/**
 * Order of texts by Unicode code point, the same on every machine. The built-in `<` compares UTF-16 units,
 * which puts a character beyond U+FFFF before U+E000–U+FFFF.
 */
export function sammenlignKodepunkt(a: string, b: string): -1 | 0 | 1 {
  const kortest = Math.min(a.length, b.length);
  for (let i = 0; i < kortest; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rang(x) < rang(y) ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** Surrogates stand for the characters above the whole basic plane. */
function rang(enhet: number): number {
  return enhet >= 0xd800 && enhet <= 0xdfff ? enhet + 0x10000 : enhet;
}
