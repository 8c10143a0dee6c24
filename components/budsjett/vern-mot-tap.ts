'use client';

import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

/**
 * Keeps what is typed and not saved: another form of the page is not sent, and a link is not followed the first time, but `varsle` is
 * called. The second time the link is followed: then it is meant. Closing the window asks by the browser's own question.
 */
export function useVernMotTap(endret: boolean, skjema: RefObject<HTMLFormElement | null>, varsle: () => void): void {
  const advart = useRef(false);
  const si = useEffectEvent(varsle);
  useEffect(() => {
    advart.current = false;
    if (!endret) return;
    const stopp = (e: Event): void => {
      const mal = e.target instanceof Element ? e.target : null;
      const sending = e.type === 'submit';
      if (sending ? mal === skjema.current : !mal?.closest('a[href]') || advart.current) return;
      advart.current ||= !sending;
      e.preventDefault();
      e.stopPropagation();
      si();
    };
    const lukk = (e: BeforeUnloadEvent): void => e.preventDefault();
    document.addEventListener('click', stopp, true);
    document.addEventListener('submit', stopp, true);
    window.addEventListener('beforeunload', lukk);
    return () => {
      document.removeEventListener('click', stopp, true);
      document.removeEventListener('submit', stopp, true);
      window.removeEventListener('beforeunload', lukk);
    };
  }, [endret, skjema]);
}
