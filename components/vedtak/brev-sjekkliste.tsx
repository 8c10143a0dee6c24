import type { ReactNode } from 'react';
import type { Brev } from '#lib/vedtak/domain/brev/brev.ts';
import { PUNKTER } from '#lib/vedtak/domain/brev/brev.ts';

/** The texts of `vedtak.brev`, from the server or the browser. */
export type Brevtekst = (nokkel: string, verdier?: Record<string, string | number>) => string;

/** The legal references of a letter that nobody has confirmed. */
export function Ubekreftet({ brev, t }: { brev: Brev; t: Brevtekst }): ReactNode {
  return brev.ubekreftet.length === 0 ? null : <p className="mikro dempet">{t('ubekreftet', { regler: brev.ubekreftet.join('; ') })}</p>;
}

/** Of the ten points, what the writer must see to, and which legal references nobody has confirmed. */
export function Brevsjekk({ brev, t }: { brev: Brev; t: Brevtekst }): ReactNode {
  const { mangler } = brev;
  const antall = PUNKTER.length;
  return (
    <>
      <p className="liten">
        <span className="status" data-s={mangler.length === 0 ? 'ok' : 'varsel'}>{t('dekket', { dekket: antall - mangler.length, antall })}</span>
      </p>
      {mangler.length === 0 ? null : <ul className="liten" style={{ listStyle: 'disc', paddingLeft: '1.3em' }}>{mangler.map((punkt) => <li key={punkt}>{t(`mangler.${punkt}`)}</li>)}</ul>}
      <Ubekreftet brev={brev} t={t} />
    </>
  );
}
