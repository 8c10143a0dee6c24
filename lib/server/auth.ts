import type { NextAuthOptions } from 'next-auth';
import CredentialsModule from 'next-auth/providers/credentials';
import { env, type Oidc } from '#lib/server/env.ts';
import { logger } from '#lib/server/logger.ts';
import { cookieValg, erHttps, lesOktHash, OKT_SEKUNDER, oktCookie } from '#lib/server/okt-kapsel.ts';
import { avsluttOkt, demoKontoer, kontoerFor, nyOktId, oktHash, type Person, startOkt } from '#lib/server/okt-lager.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

type Provider = NextAuthOptions['providers'][number];

// CommonJS with a default: bundlers and Node disagree on which of the two an import gives.
const Credentials = ((CredentialsModule as unknown as { default?: typeof CredentialsModule }).default ??
  CredentialsModule) as typeof CredentialsModule;

const DEMO = 'demo';

/** One click per demo account. The list in the database is the only thing that is believed. */
function demoProvider(): Provider {
  return Credentials({
    id: DEMO,
    name: DEMO,
    credentials: { subjekt: { type: 'text' } },
    authorize: async (sendt) => {
      if (!env().demo) return null;
      const konto = (await demoKontoer()).find(({ subjekt }) => subjekt === sendt?.subjekt);
      return konto ? { id: konto.subjekt } : null;
    },
  });
}

/** Any OpenID Connect provider: Entra ID, ID-porten, Ansattporten. */
function oidcProvider(oidc: Oidc): Provider {
  return {
    id: 'oidc',
    name: oidc.navn,
    type: 'oauth',
    issuer: oidc.issuer,
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: 'openid profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profil: { sub: string }) => ({ id: profil.sub }),
  };
}

function personAv(provider: string, subjekt: string): Person {
  return { utsteder: provider === DEMO ? DEMO : (env().oidc?.issuer ?? ''), subjekt };
}

/** Begins the session in the database; the token gets its random id and nothing else. */
async function nyttToken(person: Person): Promise<{ okt: string }> {
  const [forste] = await kontoerFor(person);
  const id = nyOktId();
  // A login on top of another one ends the first: the cookie is replaced, and its session must not live on.
  const gammel = await lesOktHash();
  if (gammel) await avsluttOkt(gammel);
  if (!forste || !(await startOkt(oktHash(id), person, forste))) throw new Error('personen har ingen tilgang');
  return { okt: id };
}

/** Same-site addresses only; anything else leads home. */
export function trygtMal(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (url.startsWith('/')) return `${origin}${egenSti(url)}`;
  if (!URL.canParse(url) || new URL(url).origin !== origin) return origin;
  const mal = new URL(url);
  return `${origin}${egenSti(`${mal.pathname}${mal.search}`)}`;
}

/** The login's own pages may be where a login ends: what to choose, or why not. */
function egenSti(sti: string): string {
  return /^\/(?:bytt|logg-inn|ingen-tilgang)(?:\?[^\\]*)?$/.test(sti) ? sti : tryggSti(sti);
}

/** next-auth's settings: who vouches for people, and that our own session decides everything after. */
export function authValg(): NextAuthOptions {
  const { oidc, demo, authSecret } = env();
  const log = logger('innlogging');
  return {
    secret: authSecret,
    useSecureCookies: erHttps(),
    session: { strategy: 'jwt', maxAge: OKT_SEKUNDER },
    cookies: { sessionToken: { name: oktCookie(), options: cookieValg() } },
    pages: { signIn: '/logg-inn', signOut: '/logg-inn', error: '/logg-inn' },
    providers: [...(demo ? [demoProvider()] : []), ...(oidc ? [oidcProvider(oidc)] : [])],
    logger: {
      error: (kode, detalj) => log.error({ kode, err: detalj instanceof Error ? detalj : (detalj as { error?: unknown }).error }, 'innlogging feilet'),
      warn: (kode) => log.debug({ kode }, 'innlogging'),
      debug: () => undefined,
    },
    callbacks: {
      signIn: async ({ user, account }) => {
        const kjent = account !== null && (await kontoerFor(personAv(account.provider, user.id))).length > 0;
        return kjent || '/ingen-tilgang';
      },
      jwt: async ({ token, user, account }) => {
        if (account) return nyttToken(personAv(account.provider, user.id));
        return { okt: token['okt'] };
      },
      // The client gets nothing from the session endpoint: pages are rendered with what they need.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => trygtMal(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token['okt'] === 'string') await avsluttOkt(oktHash(token['okt']));
      },
    },
  };
}
