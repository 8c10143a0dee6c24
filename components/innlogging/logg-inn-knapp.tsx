'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** `demo` or `oidc`. */
  provider: string;
  /** The demo account to log in as; absent when another site asks who it is. */
  subjekt?: string;
  /** Same-site address to go on to. */
  videre: string;
  className: string;
  /** Shown when the server does not answer. */
  feiltekst: string;
  children: ReactNode;
}

/** Asks the server to begin a login, with its anti-forgery token, and follows where it says. */
async function begynn({ provider, subjekt, videre }: Props): Promise<string> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const felt = { csrfToken, callbackUrl: videre, json: 'true', ...(subjekt === undefined ? {} : { subjekt }) };
  const svar = await fetch(`/api/auth/${subjekt === undefined ? 'signin' : 'callback'}/${provider}`, {
    method: 'POST',
    body: new URLSearchParams(felt),
  });
  const { url } = (await svar.json()) as { url: string };
  if (subjekt === undefined) return url;
  // The cookie belongs to the host in the address bar, which may have another name than the configured one.
  const mal = new URL(url, location.origin);
  return `${mal.pathname}${mal.search}`;
}

/** One click that logs in. */
export function LoggInnKnapp(props: Props) {
  const [tilstand, settTilstand] = useState<'klar' | 'venter' | 'feil'>('klar');
  return (
    <>
      <button
        type="button"
        className={props.className}
        aria-busy={tilstand === 'venter' || undefined}
        onClick={() => {
          if (tilstand === 'venter') return;
          settTilstand('venter');
          begynn(props).then(
            (url) => location.assign(url),
            () => settTilstand('feil'),
          );
        }}
      >
        {props.children}
      </button>
      {tilstand === 'feil' ? (
        <p role="alert" className="liten">
          {props.feiltekst}
        </p>
      ) : null}
    </>
  );
}
