'use client';

import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { fyllTekst, slaOpp } from '#components/felt/tekst.ts';
import type { Tekstverdier } from '#components/felt/tekst.ts';

type Tekstvalg = { readonly sprak: string; readonly tekster: unknown };

const Sammenheng = createContext<Tekstvalg>({ sprak: 'nb', tekster: {} });

/** Gives the app its texts. They lie in the shell, so that they are there without net. */
export function Felttekster({ sprak, tekster, children }: Tekstvalg & { children: ReactNode }) {
  const verdi = useMemo(() => ({ sprak, tekster }), [sprak, tekster]);
  return <Sammenheng value={verdi}>{children}</Sammenheng>;
}

export type T = (nokkel: string, verdier?: Tekstverdier) => string;

export function useFelttekst(): T {
  const { tekster } = use(Sammenheng);
  return useMemo(() => (nokkel: string, verdier: Tekstverdier = {}) => fyllTekst(slaOpp(tekster, nokkel), verdier), [tekster]);
}

export function useFeltsprak(): string {
  return use(Sammenheng).sprak;
}
