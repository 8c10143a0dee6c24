'use client';

import type { Ref } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext, useFormState } from 'react-hook-form';
import type { HandlingFeil } from '#lib/server/handling-resultat.ts';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';

interface Funnet {
  felt: string;
  melding: string;
}

/** All messages of RHF's nested errors, in the order of the schema, with dotted paths. */
export function flatFeil(feil: unknown, sti = ''): Funnet[] {
  if (typeof feil !== 'object' || feil === null) return [];
  const en = feil as { message?: unknown; type?: unknown };
  if (typeof en.message === 'string' && en.type !== undefined) return [{ felt: sti, melding: en.message }];
  return Object.entries(feil)
    .filter(([navn]) => navn !== 'ref')
    .flatMap(([navn, under]) => flatFeil(under, sti ? `${sti}.${navn}` : navn));
}

/** What must be put right, as links to the fields; takes focus when sending fails. */
export function Feilsammendrag({ ref, avslag }: { ref: Ref<HTMLDivElement>; avslag: HandlingFeil[] }) {
  const t = useTranslations('skjema');
  const { id, etiketter } = useSkjemaTilstand();
  const { setFocus } = useFormContext();
  const { errors, isSubmitted } = useFormState();
  const vedFelt = isSubmitted ? flatFeil(errors) : [];
  const uten = avslag.filter((en) => !en.felt).map((en) => ({ felt: '', melding: en.melding }));
  const alle = [...uten, ...vedFelt];
  return (
    <div ref={ref} tabIndex={-1} className={alle.length ? 'ds-error-summary' : undefined} role={alle.length ? 'alert' : undefined}>
      {alle.length ? (
        <>
          <h2>{vedFelt.length ? t('sammendrag', { antall: vedFelt.length + uten.length }) : t('avvist')}</h2>
          <ul>
            {alle.map((en) => (
              <li key={`${en.felt}${en.melding}`}>
                {en.felt && en.felt !== 'root' ? (
                  <a
                    className="ds-link"
                    href={`#${id}-${en.felt}`}
                    onClick={(event) => {
                      event.preventDefault();
                      setFocus(en.felt);
                    }}
                  >
                    {etiketter.get(en.felt)}: {en.melding}
                  </a>
                ) : (
                  en.melding
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
