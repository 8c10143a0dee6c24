interface Valg {
  nonce: string;
  /** The development server evaluates code and injects styles. */
  utvikling: boolean;
  /** Address of the login provider: a form may be redirected to it. */
  innlogging: string | null;
}

/**
 * The content security policy of a page: scripts only by nonce and what they load, nothing from other hosts,
 * never in a frame. Style attributes are allowed, since figures and widths are drawn with them; style sheets are not.
 */
export function sikkerhetspolicy({ nonce, utvikling, innlogging }: Valg): string {
  const stil = utvikling ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  const former = innlogging ? ` ${new URL(innlogging).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${utvikling ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${stil}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action 'self'${former}`,
  ].join('; ');
}
