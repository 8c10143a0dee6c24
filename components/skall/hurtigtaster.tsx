'use client';

import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { erPaa } from '#components/skall/hurtigtast-valg.ts';

// Few open the list; those who do fetch it then.
const Liste = lazy(() => import('#components/skall/hurtigtast-liste.tsx').then((m) => ({ default: m.HurtigtastListe })));

export interface Hurtigtasttekst {
  tekst: Record<'apne' | 'tittel' | 'lukk' | 'paa' | 'sok' | 'liste' | 'rad' | 'velg' | 'escape', string>;
}

/** True where a letter is text: fields, choices and editable areas. */
function skriver(mal: EventTarget | null): boolean {
  return mal instanceof HTMLElement && (mal.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(mal.tagName));
}

/** Moves focus `steg` rows among those marked data-rad, to the row's first link, button or choice. */
function flyttRad(steg: number): void {
  const rader = [...document.querySelectorAll<HTMLElement>('[data-rad]')];
  const her = rader.findIndex((rad) => rad.contains(document.activeElement));
  const neste = rader[Math.min(Math.max(her + steg, 0), rader.length - 1)];
  const mal = neste?.querySelector<HTMLElement>('a[href], button, input') ?? neste;
  mal?.focus();
  neste?.scrollIntoView({ block: 'nearest' });
}

function veksleValgt(): void {
  const rad = document.activeElement?.closest('[data-rad]');
  rad?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

/** Elements offer a key by data-hurtigtast="n"; the letter then clicks them. */
function klikkTast(tast: string): boolean {
  const mal = document.querySelector<HTMLElement>(`[data-hurtigtast="${CSS.escape(tast)}"]`);
  mal?.click();
  return mal !== null;
}

/** The drawers of the top bar close by a press outside them, and by Escape, which gives focus back to their button. */
function useSkuffer(): void {
  useEffect(() => {
    function lukk(event: Event) {
      const escape = event instanceof KeyboardEvent;
      if (escape && event.key !== 'Escape') return;
      for (const skuff of document.querySelectorAll<HTMLDetailsElement>('details[name="topplinje"][open]')) {
        if (!escape && event.target instanceof Node && skuff.contains(event.target)) continue;
        if (escape && skuff.contains(document.activeElement)) skuff.querySelector('summary')?.focus();
        skuff.open = false;
      }
    }
    document.addEventListener('click', lukk);
    document.addEventListener('keydown', lukk);
    return () => {
      document.removeEventListener('click', lukk);
      document.removeEventListener('keydown', lukk);
    };
  }, []);
}

/** Paper is light whatever the screen is. */
function useLystPapir(): void {
  useEffect(() => {
    const lys = () => document.documentElement.setAttribute('data-color-scheme', 'light');
    const auto = () => document.documentElement.setAttribute('data-color-scheme', 'auto');
    addEventListener('beforeprint', lys);
    addEventListener('afterprint', auto);
    return () => {
      removeEventListener('beforeprint', lys);
      removeEventListener('afterprint', auto);
    };
  }, []);
}

/** Handles the keys of the whole page. Single letters work only outside fields and can be turned off (WCAG 2.1.4). */
function useTaster(visListe: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // A blocked button is a link to its hindrance; a button answers to space as well.
      if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('a[role="button"]')) {
        event.preventDefault();
        event.target.click();
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        const sok = document.querySelector<HTMLElement>('[data-sok]');
        if (sok) {
          event.preventDefault();
          sok.focus();
          sok.click();
        }
        return;
      }
      const tast = event.key.toLowerCase();
      const medTast = event.ctrlKey || event.metaKey || event.altKey;
      if (medTast || tast.length !== 1 || skriver(event.target) || !erPaa() || document.querySelector('dialog[open]')) return;
      if (tast === '?') visListe();
      else if (tast === 'j') flyttRad(1);
      else if (tast === 'k') flyttRad(-1);
      else if (tast === 'x') veksleValgt();
      else if (!klikkTast(tast)) return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [visListe]);
}

/** The keys, and the list of them (opened with "?"); rendered once by the shell. */
export function Hurtigtaster({ tekst }: Hurtigtasttekst) {
  const [vist, setVist] = useState(false);
  const vis = useCallback(() => setVist(true), []);
  useSkuffer();
  useLystPapir();
  useTaster(vis);
  return (
    <>
      <button type="button" className="ds-link liten" onClick={vis}>
        {tekst.apne} <kbd>?</kbd>
      </button>
      {vist ? (
        <Suspense>
          <Liste tekst={tekst} lukket={() => setVist(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
