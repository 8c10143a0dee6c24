import type { ReactNode } from 'react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

interface Props {
  /** Address of the list; the fields become its search parameters. */
  sti: string;
  /** Parameters to keep as they are, such as the sorting. */
  skjulte?: Record<string, string | undefined>;
  /** Something is filtered: offers to clear it. */
  aktivt?: boolean;
  children: ReactNode;
}

/** Filters of a list as an ordinary GET form: state in the address, works without script. */
export async function Filterfelt({ sti, skjulte = {}, aktivt, children }: Props) {
  const t = await getTranslations('felles');
  return (
    <form action={sti} method="get" className="filterfelt" role="search">
      {Object.entries(skjulte).map(([navn, verdi]) => (verdi ? <input key={navn} type="hidden" name={navn} value={verdi} /> : null))}
      {children}
      <button type="submit" className="ds-button" data-variant="secondary" data-tett="">
        {t('ord.filtrer')}
      </button>
      {aktivt ? (
        <Link className="ds-link" href={sti} prefetch={false}>
          {t('ord.nullstill')}
        </Link>
      ) : null}
    </form>
  );
}

interface FilterProps {
  navn: string;
  etikett: string;
  verdi?: string | undefined;
}

/** A text filter. */
export function FilterTekst({ navn, etikett, verdi }: FilterProps) {
  return (
    <div>
      <label htmlFor={`filter-${navn}`}>{etikett}</label>
      <input id={`filter-${navn}`} name={navn} type="search" className="ds-input" defaultValue={verdi} autoComplete="off" />
    </div>
  );
}

/** A choice filter; `tomt` is the text of no choice. */
export function FilterValg({ navn, etikett, verdi, tomt, valg }: FilterProps & { tomt: string; valg: { verdi: string; tekst: string }[] }) {
  return (
    <div>
      <label htmlFor={`filter-${navn}`}>{etikett}</label>
      <select id={`filter-${navn}`} name={navn} className="ds-input" defaultValue={verdi ?? ''}>
        <option value="">{tomt}</option>
        {valg.map((ett) => (
          <option key={ett.verdi} value={ett.verdi}>
            {ett.tekst}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A row of choices as links, each with its count: "Alle 151 · Ikke registrert 106". */
export function Utvalg({ navn, valg }: { navn: string; valg: { tekst: string; href: string; her?: boolean }[] }) {
  return (
    <nav className="utvalg" aria-label={navn}>
      {valg.map((ett) => (
        <Link key={ett.href} href={ett.href} prefetch={false} scroll={false} aria-current={ett.her ? 'true' : undefined}>
          {ett.tekst}
        </Link>
      ))}
    </nav>
  );
}
