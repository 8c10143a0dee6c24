import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** The path to the page. Every step but the last links; the last is the page itself. */
export async function Smuler({ sti }: { sti: { tekst: string; href?: string }[] }) {
  const t = await getTranslations('felles');
  return (
    <nav aria-label={t('skall.duErHer')}>
      <ol className="smuler">
        {sti.map((ledd) =>
          ledd.href ? (
            <li key={ledd.href}>
              <Link href={ledd.href} prefetch={false}>
                {ledd.tekst}
              </Link>
            </li>
          ) : (
            <li key={ledd.tekst} aria-current="page">
              {ledd.tekst}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
