import type { ReactNode } from 'react';
import { Skall } from '#components/skall/skall.tsx';

/** Pages anyone may read, signed in or not. */
export default function InfoLayout({ children }: { children: ReactNode }) {
  return (
    <Skall>
      <article className="tekst">{children}</article>
    </Skall>
  );
}
