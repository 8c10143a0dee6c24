import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { SporView } from '#lib/avregning/spor-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

/** Where the price and the rule are read; null for those who may not. */
export type Sporlenker = { readonly pris: string | null; readonly ordning: string | null };

const til = (href: string | null) => (tekst: ReactNode): ReactNode => (href === null ? tekst : <Lenke href={href}>{tekst}</Lenke>);

/** The formula in plain numbers, the price with its approval, and whether the ledger says the same. */
export async function Sporformel({ bilde, lenker }: { bilde: SporView; lenker: Sporlenker }) {
  const t = await getTranslations('avregning.spor');
  const { pris } = bilde;
  const kr = (ore: number, fortegn = false): string => belopTekst(ore, 'ore', fortegn, true);
  return (
    <div className="stabel">
      {bilde.formel.length > 0 ? (
        <dl className="formel">
          {bilde.formel.map((linje, i) => (
            <div key={`${linje.nokkel} ${i}`} style={{ display: 'grid', gridTemplateColumns: '64px 1fr', gap: 8 }}>
              <dt className="dempet">{t(linje.hva)}</dt>
              <dd>{t(linje.nokkel, linje.verdier)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ul className="liten stabel">
        {bilde.pauserTrukket ? <li>{t('pauser')}</li> : null}
        {pris ? (
          <li>
            {t.rich(pris.av ? 'prisFra' : 'prisUtenNavn', { lenke: til(lenker.pris), pris: kr(pris.ore), gruppe: prisgruppenavn(pris.gruppe), fom: manedOgAr(pris.fom), status: t(pris.status), dato: pris.godkjent, av: pris.av ?? '' })}
          </li>
        ) : null}
        <li>{t.rich('regel', { lenke: til(lenker.ordning), ordning: bilde.ordning, komponent: bilde.ledd })}</li>
        <li>{bilde.likt ? t('likt') : t('ulikt', { bokfort: kr(bilde.sti.linjeOre), na: kr(bilde.naOre), diff: kr(bilde.diffOre, true) })}</li>
        {bilde.vedtak ? <li className="dempet">{t('pseudonym', { pseudonym: bilde.vedtak.pseudonym })}</li> : null}
      </ul>
    </div>
  );
}
