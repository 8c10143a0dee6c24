'use client';

import { type ComponentProps, useState } from 'react';

/**
 * A file field that says in the page's language what the browser says in its own. The field itself lies invisible over the words,
 * so that label, keyboard, dropping a file and screen readers are the browser's.
 */
export function Filvelger({ velg, ingen, onChange, ...resten }: ComponentProps<'input'> & { velg: string; ingen: string }) {
  const [navn, setNavn] = useState('');
  return (
    <span className="filvelger">
      <input
        {...resten}
        type="file"
        onChange={(event) => {
          setNavn(event.target.files?.[0]?.name ?? '');
          onChange?.(event);
        }}
      />
      <span className="ds-button" data-variant="secondary" data-tett="" aria-hidden="true">
        {velg}
      </span>
      <span className={navn ? undefined : 'dempet'} aria-hidden="true">
        {navn || ingen}
      </span>
    </span>
  );
}
