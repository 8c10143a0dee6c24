'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

interface Props {
  tekst: Record<'apne' | 'tittel' | 'lukk' | 'paa' | 'sok' | 'liste' | 'rad' | 'velg' | 'escape', string>;
}

const STORAGE_KEY = 'hurtigtaster';
const CHANGE_EVENT = 'hurtigtaster-endret';

function subscribe(onChange: () => void): () => void {
  addEventListener(CHANGE_EVENT, onChange);
  return () => removeEventListener(CHANGE_EVENT, onChange);
}
const erPaa = () => localStorage.getItem(STORAGE_KEY) !== 'av';

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

/** The list of keys (opened with "?") and the keys themselves; rendered once by the shell. */
export function Hurtigtaster({ tekst }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [egne, setEgne] = useState<{ tast: string; tekst: string }[]>([]);
  const paa = useSyncExternalStore(subscribe, erPaa, () => true);
  const [vis] = useState(() => () => {
    const merket = [...document.querySelectorAll<HTMLElement>('[data-hurtigtast]')];
    setEgne(merket.map((el) => ({ tast: el.dataset['hurtigtast'] ?? '', tekst: el.dataset['hurtigtekst'] ?? el.innerText })));
    dialog.current?.showModal();
  });
  useSkuffer();
  useLystPapir();
  useTaster(vis);
  const faste = [
    ['Ctrl K', tekst.sok],
    ['J / K', tekst.rad],
    ['X', tekst.velg],
    ['Esc', tekst.escape],
    ['?', tekst.liste],
  ];
  return (
    <>
      <button type="button" className="ds-link liten" onClick={vis}>
        {tekst.apne} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="hus-dialog" aria-labelledby="hurtigtaster-tittel">
        <h2 id="hurtigtaster-tittel">{tekst.tittel}</h2>
        <table className="ds-table tett tettere" style={{ marginBlock: 12 }}>
          <tbody>
            {[...egne.map((egen) => [egen.tast.toUpperCase(), egen.tekst]), ...faste].map(([tast, hva]) => (
              <tr key={`${tast}${hva}`}>
                <th scope="row">
                  <kbd>{tast}</kbd>
                </th>
                <td>{hva}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <label className="avkryss">
          <input
            type="checkbox"
            checked={paa}
            onChange={(event) => {
              localStorage.setItem(STORAGE_KEY, event.target.checked ? 'paa' : 'av');
              dispatchEvent(new Event(CHANGE_EVENT));
            }}
          />
          <span>{tekst.paa}</span>
        </label>
        <form method="dialog">
          <button className="ds-button" data-variant="secondary" data-tett="">
            {tekst.lukk}
          </button>
        </form>
      </dialog>
    </>
  );
}
