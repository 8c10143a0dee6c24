'use client';

import { Feilside } from '#components/ui/feilside.tsx';
import './globals.css';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown when the root layout itself failed. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="nb" data-color-scheme="auto">
      <body data-size="sm">
        <main className="side" id="innhold">
          <Feilside referanse={error.digest} igjen={reset} />
        </main>
      </body>
    </html>
  );
}
