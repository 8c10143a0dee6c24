import { expect, type APIRequestContext, type BrowserContext } from '@playwright/test';
import type { Rolle } from '../../lib/grunnlag/domain/rolle.ts';

/** A demo account: a role of Sørvik, or the account's own name in the demo (`fjellvik-controller`). */
export type Demobruker = Rolle | `${'sorvik' | 'fjellvik' | 'fjordomsorg'}-${string}`;

export function subjektFor(bruker: Demobruker): string {
  return bruker.includes('-') ? bruker : `sorvik-${bruker}`;
}

/**
 * Logs in by the same two requests as the button on the login page. Cookies end up where the request context
 * keeps them: give a page's `context.request` to log that browser in.
 */
export async function loggInnSom(request: APIRequestContext, bruker: Demobruker): Promise<void> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const svar = await request.post('/api/auth/callback/demo', {
    form: { csrfToken, subjekt: subjektFor(bruker), callbackUrl: '/bytt', json: 'true' },
  });
  expect(svar.status(), `login as ${bruker}`).toBe(200);
}

/** True when the browser still has a living session. */
export async function erInnlogget(context: BrowserContext): Promise<boolean> {
  const svar = await context.request.get('/bytt', { maxRedirects: 0 });
  return !(svar.headers()['location'] ?? '').includes('/logg-inn');
}
