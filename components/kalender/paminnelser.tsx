import { getTranslations } from 'next-intl/server';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Paminnelse, Paminnelseview } from '#lib/avregning/kalender-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

function adresse(p: Paminnelse): string {
  if (p.slag === 'ERKLAR') return `/avregning/kalender/erklaring/${p.maned}?enhet=${p.enhetId ?? ''}`;
  return p.slag === 'LUKK' ? `/avregning/${p.maned}` : `/avregning/${p.maned}/attest`;
}

/** What the calendar waits for the reader to do, with its deadline and the way there. */
export async function Paminnelser({ paminnelser }: { paminnelser: readonly Paminnelseview[] }) {
  if (paminnelser.length === 0) return null;
  const t = await getTranslations('kalender.paminnelser');
  return (
    <Varsel farge="warning" tittel={t('tittel', { antall: paminnelser.length })}>
      <ul className="oppg">
        {paminnelser.map((p) => (
          <li key={`${p.slag} ${p.maned} ${p.enhetId}`}>
            <span>
              <Lenke href={adresse(p)}>{t(p.slag, { maned: manedOgAr(p.maned), enhet: p.enhet ?? '' })}</Lenke> {t.rich('frist', { dato: () => <DatoTekst dato={p.frist} /> })}
            </span>
          </li>
        ))}
      </ul>
    </Varsel>
  );
}
