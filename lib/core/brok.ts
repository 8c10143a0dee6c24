/** An exact fraction `t / n` in lowest terms with `n > 0`. Every volume, share and unit cost is one until its single rounding. */
export type Brok = { readonly t: bigint; readonly n: bigint };

const DESIMAL = /^-?\d+(\.\d+)?$/;
const TRYGG = BigInt(Number.MAX_SAFE_INTEGER);

function storsteFellesDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  // bigint remainders are slow; nearly all fractions here fit in a double
  while (x > TRYGG || y > TRYGG) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let p = Number(x);
  let q = Number(y);
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** @throws RangeError when `n` is 0. */
export function brok(t: bigint | number, n: bigint | number = 1n): Brok {
  let teller = BigInt(t);
  let nevner = BigInt(n);
  if (nevner === 0n) throw new RangeError('En brøk kan ikke ha nevner 0');
  if (nevner < 0n) {
    teller = -teller;
    nevner = -nevner;
  }
  if (nevner === 1n) return { t: teller, n: 1n };
  const felles = storsteFellesDivisor(teller, nevner);
  return felles === 1n ? { t: teller, n: nevner } : { t: teller / felles, n: nevner / felles };
}

export const NULL_BROK: Brok = { t: 0n, n: 1n };
export const EN_BROK: Brok = { t: 1n, n: 1n };

export function erDesimal(tekst: string): boolean {
  return DESIMAL.test(tekst);
}

/** `"-12.5"` → −25/2. @throws RangeError when the text is not `-?digits(.digits)?`. */
export function brokFraDesimal(tekst: string): Brok {
  if (!erDesimal(tekst)) throw new RangeError(`«${tekst}» er ikke et desimaltall`);
  const punktum = tekst.indexOf('.');
  if (punktum < 0) return brok(BigInt(tekst));
  const desimaler = tekst.length - punktum - 1;
  return brok(BigInt(tekst.slice(0, punktum) + tekst.slice(punktum + 1)), 10n ** BigInt(desimaler));
}

export function pluss(a: Brok, b: Brok): Brok {
  if (a.n === b.n) return brok(a.t + b.t, a.n);
  return brok(a.t * b.n + b.t * a.n, a.n * b.n);
}

export function minus(a: Brok, b: Brok): Brok {
  if (a.n === b.n) return brok(a.t - b.t, a.n);
  return brok(a.t * b.n - b.t * a.n, a.n * b.n);
}

export function ganger(a: Brok, b: Brok): Brok {
  return brok(a.t * b.t, a.n * b.n);
}

/** @throws RangeError when `b` is 0. */
export function delt(a: Brok, b: Brok): Brok {
  return brok(a.t * b.n, a.n * b.t);
}

/** Negative, 0 or positive, as a sort function wants it. */
export function sammenlign(a: Brok, b: Brok): -1 | 0 | 1 {
  const venstre = a.t * b.n;
  const hoyre = b.t * a.n;
  return venstre < hoyre ? -1 : venstre > hoyre ? 1 : 0;
}

export function minst(a: Brok, b: Brok): Brok {
  return sammenlign(a, b) <= 0 ? a : b;
}

export function storst(a: Brok, b: Brok): Brok {
  return sammenlign(a, b) >= 0 ? a : b;
}

export function erNull(a: Brok): boolean {
  return a.t === 0n;
}

export function sumBrok(ledd: Iterable<Brok>): Brok {
  let sum = NULL_BROK;
  for (const l of ledd) sum = pluss(sum, l);
  return sum;
}

/** Rounded half away from zero: the only rounding there is. */
export function avrund(a: Brok): bigint {
  const positiv = a.t < 0n ? -a.t : a.t;
  const hel = (2n * positiv + a.n) / (2n * a.n);
  return a.t < 0n ? -hel : hel;
}

/** As `avrund`, as a safe integer. @throws RangeError beyond the safe integers. */
export function avrundTilTall(a: Brok): number {
  const hel = Number(avrund(a));
  if (!Number.isSafeInteger(hel)) throw new RangeError('Tallet er for stort til å regnes med nøyaktig');
  return hel;
}

/** The smallest whole number not below the fraction. */
export function rundOpp(a: Brok): bigint {
  const hel = a.t / a.n;
  return a.t > 0n && hel * a.n !== a.t ? hel + 1n : hel;
}

/** Rounded to a number of decimals, as an exact fraction. */
export function avrundTilDesimaler(a: Brok, desimaler = 4): Brok {
  const skala = 10n ** BigInt(desimaler);
  return brok(avrund({ t: a.t * skala, n: a.n }), skala);
}

/** For display: `"12.3457"`, always with that many decimals, half away from zero, never `-0.0000`. */
export function tilDesimal(a: Brok, desimaler = 4): string {
  const skala = 10n ** BigInt(desimaler);
  const hel = avrund({ t: a.t * skala, n: a.n });
  const sifre = (hel < 0n ? -hel : hel).toString().padStart(desimaler + 1, '0');
  const fortegn = hel < 0n ? '-' : '';
  if (desimaler === 0) return fortegn + sifre;
  return `${fortegn}${sifre.slice(0, -desimaler)}.${sifre.slice(-desimaler)}`;
}

/** The decimal string that reads back as the very same number. @throws RangeError when no decimal string does (1/3). */
export function tilEksaktDesimal(a: Brok): string {
  let rest = a.n;
  let [toere, femmere] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) toere += 1;
  for (; rest % 5n === 0n; rest /= 5n) femmere += 1;
  if (rest !== 1n) throw new RangeError('Brøken kan ikke skrives som et endelig desimaltall');
  return tilDesimal(a, Math.max(toere, femmere));
}
