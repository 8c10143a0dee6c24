'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

const INGEN_FELT = z.object({});

interface Props {
  /** Server action. */
  handling: (sendt: Record<string, unknown>) => Promise<HandlingResultat<unknown>>;
  /** What it is told. */
  data: Readonly<Record<string, number | string>>;
  variant?: 'primary' | 'secondary' | 'tertiary';
  fare?: boolean;
  /** where to go after; without it the page is drawn anew */
  til?: string;
  children: ReactNode;
}

/** One button that does one thing; a refusal stands above it. The page is drawn anew after. */
export function Handlingsknapp({ handling, data, variant = 'tertiary', fare = false, til, children }: Props) {
  const router = useRouter();
  return (
    <Skjema schema={INGEN_FELT} standardverdier={{}} handling={({ handlingId }) => handling({ ...data, handlingId })} etterpa={() => (til === undefined ? router.refresh() : router.push(til))} className="en-knapp">
      <SendKnapp variant={variant} fare={fare}>{children}</SendKnapp>
    </Skjema>
  );
}
