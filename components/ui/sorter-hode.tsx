import type { ReactNode } from 'react';
import Link from 'next/link';
import { ettFelt, medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';

export type Retning = 'stigende' | 'synkende';

/** How a table is sorted now, and where its addresses start. */
export interface Sortering {
  sti: string;
  sokefelt: Sokefelt;
  felt: string;
  retning: Retning;
}

/**
 * Sorting from the address (?sorter=navn or ?sorter=-navn), limited to the fields a page allows; the first is
 * the default. A leading "-" is descending.
 */
export function sorteringFra<F extends string>(sti: string, sokefelt: Sokefelt, tillatt: readonly [F, ...F[]], standard: Retning = 'stigende'): Sortering & { felt: F } {
  const valgt = ettFelt(sokefelt, 'sorter');
  const navn = valgt?.replace(/^-/, '');
  const felt = tillatt.find((ett) => ett === navn);
  if (!felt) return { sti, sokefelt, felt: tillatt[0], retning: standard };
  return { sti, sokefelt, felt, retning: valgt?.startsWith('-') ? 'synkende' : 'stigende' };
}

interface Props {
  felt: string;
  sortering: Sortering;
  className?: string | undefined;
  bredde?: string | undefined;
  children: ReactNode;
}

/** A heading that sorts: a link, so that the state is in the address and works without script. */
export function SorterHode({ felt, sortering, className, bredde, children }: Props) {
  const her = sortering.felt === felt;
  const neste = her && sortering.retning === 'stigende' ? `-${felt}` : felt;
  const aria = her ? (sortering.retning === 'stigende' ? 'ascending' : 'descending') : 'none';
  return (
    <th scope="col" aria-sort={aria} className={className} style={bredde ? { width: bredde } : undefined}>
      <Link
        className="sorter"
        prefetch={false}
        scroll={false}
        href={medFelt(sortering.sti, sortering.sokefelt, { sorter: neste, side: undefined })}
      >
        {children}
      </Link>
    </th>
  );
}
