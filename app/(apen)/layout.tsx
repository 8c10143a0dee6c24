import type { ReactNode } from 'react';
import { Skall } from '#components/skall/skall.tsx';

/** Pages for anyone: no session is read, so that what is shown cannot depend on one. */
export default function ApenLayout({ children }: { children: ReactNode }) {
  return <Skall>{children}</Skall>;
}
