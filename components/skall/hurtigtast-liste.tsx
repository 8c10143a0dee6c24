'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { erPaa, settPaa, vedEndring } from '#components/skall/hurtigtast-valg.ts';
import type { Hurtigtasttekst } from '#components/skall/hurtigtaster.tsx';

/** The keys of this page and the ones that are everywhere, and the choice of whether letters act. Open from the start. */
export function HurtigtastListe({ tekst, lukket }: Hurtigtasttekst & { lukket: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [egne] = useState(() => [...document.querySelectorAll<HTMLElement>('[data-hurtigtast]')].map((el) => [(el.dataset['hurtigtast'] ?? '').toUpperCase(), el.dataset['hurtigtekst'] ?? el.innerText] as const));
  const paa = useSyncExternalStore(vedEndring, erPaa, () => true);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const faste = [
    ['Ctrl K', tekst.sok],
    ['J / K', tekst.rad],
    ['X', tekst.velg],
    ['Esc', tekst.escape],
    ['?', tekst.liste],
  ] as const;
  return (
    <dialog ref={dialog} className="hus-dialog" aria-labelledby="hurtigtaster-tittel" onClose={lukket}>
      <h2 id="hurtigtaster-tittel">{tekst.tittel}</h2>
      <table className="ds-table tett tettere" style={{ marginBlock: 12 }}>
        <tbody>
          {[...egne, ...faste].map(([tast, hva]) => (
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
        <input type="checkbox" checked={paa} onChange={(event) => settPaa(event.target.checked)} />
        <span>{tekst.paa}</span>
      </label>
      <form method="dialog">
        <button className="ds-button" data-variant="secondary" data-tett="">
          {tekst.lukk}
        </button>
      </form>
    </dialog>
  );
}
