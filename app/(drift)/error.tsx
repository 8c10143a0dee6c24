'use client';

import { Feilside } from '#components/ui/feilside.tsx';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that failed inside the rooms: the menu stays, and the rest of the work can go on. */
export default function ErrorPage({ error, reset }: Props) {
  return <Feilside referanse={error.digest} igjen={reset} />;
}
