import { feltArbeider } from '#lib/server/felt-arbeider.ts';

export const dynamic = 'force-dynamic';

/** The service worker. It may only do what the app does: load from here and ask here. */
export function GET(): Response {
  return new Response(feltArbeider(), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/felt',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    },
  });
}
