'use client';

import { Feilside } from '#components/ui/feilside.tsx';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown in place of a page that failed. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <main className="side" id="innhold">
      <Feilside referanse={error.digest} igjen={reset} />
    </main>
  );
}
