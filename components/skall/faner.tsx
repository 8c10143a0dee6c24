import Link from 'next/link';

/** Parts of one thing as addresses: links, not script tabs, so that each part can be opened and shared. */
export function Faner({ navn, faner }: { navn: string; faner: { tekst: string; href: string; her?: boolean }[] }) {
  return (
    <nav className="faner" aria-label={navn}>
      {faner.map((fane) => (
        <Link key={fane.href} href={fane.href} prefetch={false} aria-current={fane.her ? 'page' : undefined}>
          {fane.tekst}
        </Link>
      ))}
    </nav>
  );
}
