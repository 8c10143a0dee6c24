const BASE = 'http://intern.invalid';

/**
 * An address to continue to after login, or the fallback. Only a path on this site: `//other.host`, `/\other.host`,
 * schemes, control characters and our own API and login pages are refused.
 */
export function tryggSti(sti: unknown, ellers = '/'): string {
  if (typeof sti !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(sti) || sti.length > 2000) return ellers;
  if (!URL.canParse(sti, BASE)) return ellers;
  const url = new URL(sti, BASE);
  if (url.origin !== BASE || /^\/(?:api|logg-inn|bytt|driftsstans|ingen-tilgang)(?:\/|$)/.test(url.pathname)) return ellers;
  // Dots that climb can leave a path that starts with two slashes.
  return url.pathname.startsWith('//') ? ellers : `${url.pathname}${url.search}`;
}
