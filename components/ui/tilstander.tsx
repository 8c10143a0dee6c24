import type { ReactNode } from 'react';

/** Nothing to show: one sentence on why, and the next step. */
export function TomTilstand({ tekst, neste }: { tekst: ReactNode; neste?: ReactNode }) {
  return (
    <div className="tomt">
      <p>{tekst}</p>
      {neste ? <p>{neste}</p> : null}
    </div>
  );
}

/** Rows of the real height while data comes, so that nothing moves when it does. `tekst` is read by screen readers. */
export function Skjelett({ tekst, rader = 8, kolonner = 4 }: { tekst: string; rader?: number; kolonner?: number }) {
  return (
    <div role="status">
      <span className="ds-sr-only">{tekst}</span>
      <table className="ds-table tett" aria-hidden="true">
        <tbody>
          {Array.from({ length: rader }, (_, rad) => (
            <tr key={rad}>
              {Array.from({ length: kolonner }, (_, kolonne) => (
                <td key={kolonne}>
                  <span className="ds-skeleton" data-variant="text" style={{ display: 'block', width: kolonne ? '50%' : '80%' }}>
                    &nbsp;
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
