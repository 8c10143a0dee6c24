/** A price group's code in words, the same in bokmål and nynorsk: `KOMMUNAL` → "kommunal", `STOR_ENHET` → "stor enhet". */
export function prisgruppenavn(kode: string): string {
  return kode.toLocaleLowerCase('nb').replaceAll('_', ' ');
}
