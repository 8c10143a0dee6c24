'use client';

import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { Skjema } from '#components/form/skjema.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { bestillAvregningHandling } from '#lib/avregning/actions.ts';
import { bestillAvregningSkjema } from '#lib/avregning/avregning-schema.ts';

/** Orders a run of a month and goes to its page, where the progress stands. `alt`: everything is counted again. */
export function KjorKnapp({ maned, variant, alt = false, children }: { maned: string; variant: 'primary' | 'secondary' | 'tertiary'; alt?: boolean; children: ReactNode }) {
  const { push, refresh } = useRouter();
  return (
    <Skjema
      schema={bestillAvregningSkjema}
      standardverdier={{ maned, alt }}
      handling={bestillAvregningHandling}
      etterpa={() => {
        push(`/avregning/${maned}`);
        refresh();
      }}
    >
      <SendKnapp variant={variant}>{children}</SendKnapp>
    </Skjema>
  );
}
