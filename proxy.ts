import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { sikkerhetspolicy } from '#lib/server/sikkerhetspolicy.ts';
import { oppsettNa } from '#lib/server/env.ts';

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/**
 * Sets the content security policy with a nonce for each page. It guards nothing else: who may see what is decided
 * in the page, in the action and in the database.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = sikkerhetspolicy({ nonce, utvikling: process.env.NODE_ENV === 'development', innlogging: oppsettNa().oidc?.issuer ?? null });
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  // A page that sends one to login can then lead back here.
  headers.set('x-stykkpris-sti', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const https = request.headers.get('x-forwarded-proto') === 'https' || request.nextUrl.protocol === 'https:';
  if (https) response.headers.set('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  return response;
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|api/|icon.svg|favicon.ico|sw.js|manifest.webmanifest).*)'],
};
