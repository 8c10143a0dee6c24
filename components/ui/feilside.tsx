'use client';

import { useSyncExternalStore } from 'react';
import nb from '../../messages/nb/feilside.json';
import nn from '../../messages/nn/feilside.json';

interface Props {
  /** What the server's log calls the failure. */
  referanse: string | undefined;
  igjen: () => void;
}

const ingenLytter = () => () => {};

/**
 * What happened, what is safe, what to do, and a reference for support. Carries its own texts, since it must work
 * when fetching texts is what failed.
 */
export function Feilside({ referanse, igjen }: Props) {
  const tekst = useSyncExternalStore(
    ingenLytter,
    () => (document.documentElement.lang === 'nn' ? nn : nb),
    () => nb,
  );
  return (
    <div className="tekst" role="alert">
      <h1>{tekst.tittel}</h1>
      <p>{tekst.tekst}</p>
      {referanse ? (
        <p className="liten dempet">
          {tekst.referanse} <code>{referanse}</code>
        </p>
      ) : null}
      <div className="handlinger">
        <button type="button" className="ds-button" onClick={igjen}>
          {tekst.provIgjen}
        </button>
        {/* A plain link: a full load is what clears a broken page. */}
        <a className="ds-button" data-variant="secondary" href="/">
          {tekst.hjem}
        </a>
      </div>
    </div>
  );
}
