/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Tilfeldig = () => number;

/** mulberry32: small, fast and good enough for made-up people. */
export function lagTilfeldig(fro: number): Tilfeldig {
  let a = fro >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed of a few values (FNV-1a), so that each vedtak and month has a stream of its own. */
export function froAv(...deler: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const tegn of deler.join('|')) {
    hash ^= tegn.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A whole number from `fra` to `til`, both included. */
export function heltall(r: Tilfeldig, fra: number, til: number): number {
  return fra + Math.floor(r() * (til - fra + 1));
}

/** @throws RangeError on an empty list */
export function velg<T>(r: Tilfeldig, liste: readonly T[]): T {
  const valgt = liste[Math.floor(r() * liste.length)];
  if (valgt === undefined) throw new RangeError('velg av en tom liste');
  return valgt;
}

/** One of the values, in proportion to its weight. */
export function vektet<T>(r: Tilfeldig, par: readonly (readonly [T, number])[]): T {
  let rest = r() * par.reduce((sum, [, vekt]) => sum + vekt, 0);
  for (const [verdi, vekt] of par) {
    rest -= vekt;
    if (rest < 0) return verdi;
  }
  const siste = par.at(-1);
  if (siste === undefined) throw new RangeError('vektet av en tom liste');
  return siste[0];
}

export function normal(r: Tilfeldig): number {
  return Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r());
}

/** Log-normal with the given mean; `sigma` is the spread of its logarithm. */
export function logNormal(r: Tilfeldig, snitt: number, sigma: number): number {
  return Math.exp(Math.log(snitt) - (sigma * sigma) / 2 + sigma * normal(r));
}

export function eksponentiell(r: Tilfeldig, snitt: number): number {
  return -snitt * Math.log(1 - r());
}

export function klem(verdi: number, minst: number, mest: number): number {
  return Math.min(mest, Math.max(minst, verdi));
}
