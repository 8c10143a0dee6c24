'use client';

import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

const alt = z.looseObject({});

interface Props {
  /** What is sent beside the submission's id; the server reads it with the act's own schema. */
  verdier: Record<string, string | number | null>;
  handling: (sendt: unknown) => Promise<HandlingResultat<{ id: number }>>;
  /** Where to go afterwards; `{id}` is the answer's id. Absent: stay, and show the page as it now is. */
  til?: string;
  variant?: 'primary' | 'secondary';
  fare?: boolean;
  children: ReactNode;
}

/** A button that is an act of its own, with its refusal beside it. */
export function HandlingKnapp({ verdier, handling, til, variant = 'secondary', fare, children }: Props) {
  const router = useRouter();
  return (
    <Skjema
      schema={alt}
      standardverdier={{}}
      handling={(sendt) => handling({ ...sendt, ...verdier })}
      etterpa={(svar) => {
        if (til === undefined) router.refresh();
        else router.push(til.replace('{id}', String(svar.id)));
      }}
    >
      <SendKnapp variant={variant} {...(fare === undefined ? {} : { fare })}>{children}</SendKnapp>
    </Skjema>
  );
}
