'use client';

import { createContext, use } from 'react';
import type { ReactNode } from 'react';

/** What fields and buttons need to know about the form around them. */
interface Tilstand {
  /** Prefix of the ids of its fields. */
  id: string;
  /** The action is under way. */
  sender: boolean;
  /** The page's script has taken over; before that nothing can be sent. */
  klar: boolean;
  /** Path of a field → its label, for the summary of errors; filled by the fields themselves. */
  etiketter: Map<string, ReactNode>;
}

export const SkjemaTilstand = createContext<Tilstand | null>(null);

/** @throws Error outside a <Skjema>. */
export function useSkjemaTilstand(): Tilstand {
  const tilstand = use(SkjemaTilstand);
  if (!tilstand) throw new Error('A form field must be inside <Skjema>');
  return tilstand;
}
