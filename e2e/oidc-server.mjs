// A real OpenID Connect provider for the journeys: any name with any password logs in as the subject of that name.
//
//   OIDC_ISSUER=http://127.0.0.1:4100 OIDC_CLIENT_ID=… OIDC_CLIENT_SECRET=… OIDC_REDIRECT=http://localhost:3000/api/auth/callback/oidc node e2e/oidc-server.mjs
import { Provider } from 'oidc-provider';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT } = process.env;
if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_REDIRECT) {
  process.stderr.write('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET og OIDC_REDIRECT må være satt.\n');
  process.exit(1);
}

const provider = new Provider(OIDC_ISSUER, {
  clients: [{ client_id: OIDC_CLIENT_ID, client_secret: OIDC_CLIENT_SECRET, redirect_uris: [OIDC_REDIRECT] }],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: [OIDC_CLIENT_SECRET] },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
});
const { hostname, port } = new URL(OIDC_ISSUER);
provider.listen(Number(port), hostname, () => process.stdout.write(`OpenID Connect: ${OIDC_ISSUER}\n`));
