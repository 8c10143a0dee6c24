import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { formatHeltall } from '#lib/core/format.ts';
import { medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { sidene } from '#components/ui/sidene.ts';

interface Props {
  sti: string;
  sokefelt: Sokefelt;
  side: number;
  perSide: number;
  antall: number;
}

/** "51–100 av 2 318", and links to the other pages; the page is in the address. Draws nothing for one page. */
export async function Sidevelger({ sti, sokefelt, side, perSide, antall }: Props) {
  const t = await getTranslations('felles');
  const siste = Math.max(1, Math.ceil(antall / perSide));
  const fra = (side - 1) * perSide + 1;
  const til = Math.min(side * perSide, antall);
  if (siste === 1) return null;
  const adresseTil = (tall: number) => medFelt(sti, sokefelt, { side: tall === 1 ? undefined : String(tall) });
  return (
    <nav className="sidevelger" aria-label={t('liste.sider')}>
      <span className="dempet tab">
        {t('liste.utsnitt', { fra: formatHeltall(fra), til: formatHeltall(til), antall: formatHeltall(antall) })}
      </span>
      <ol>
        {sidene(side, siste).map((tall, nummer) => (
          <li key={tall ?? `gap${nummer}`}>
            {tall === null ? (
              <span aria-hidden="true">…</span>
            ) : tall === side ? (
              <span aria-current="page">{tall}</span>
            ) : (
              <Link href={adresseTil(tall)} prefetch={false} aria-label={t('liste.side', { side: tall })}>
                {tall}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {side < siste ? (
        <Link className="ds-link" href={adresseTil(side + 1)} prefetch={false} rel="next">
          {t('liste.neste')}
        </Link>
      ) : null}
    </nav>
  );
}
