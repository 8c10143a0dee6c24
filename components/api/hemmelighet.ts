export type Hemmelighet = { readonly tekst: string; readonly hash: string };

/** A secret of 256 random bits and its SHA-256. Needs a secure address (https, or this machine). */
export async function lagHemmelighet(): Promise<Hemmelighet> {
  const biter = crypto.getRandomValues(new Uint8Array(32));
  const tekst = `sph_${btoa(String.fromCharCode(...biter)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(tekst)));
  return { tekst, hash: [...sum].map((b) => b.toString(16).padStart(2, '0')).join('') };
}
