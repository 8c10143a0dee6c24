'use client';

import { useEffect } from 'react';
import type { ReactNode } from 'react';

const HVERT_MS = 5000;

/** Goes on by itself when the service is ready again; the button does the same at once, also without script. */
export function ProvKontakt({ til, children }: { til: string; children: ReactNode }) {
  useEffect(() => {
    const klokke = setInterval(() => {
      fetch('/api/helse/klar', { cache: 'no-store' }).then(
        (svar) => svar.ok && location.replace(til),
        () => undefined,
      );
    }, HVERT_MS);
    return () => clearInterval(klokke);
  }, [til]);
  return (
    <a className="ds-button" href={til}>
      {children}
    </a>
  );
}
