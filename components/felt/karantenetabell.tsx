import { getLocale, getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Karantenelinje } from '#lib/utfort-tid/felt-karantene-view.ts';

type Oversetter = Awaited<ReturnType<typeof getTranslations<'felt-leder'>>>;

/** When it was and for how long, or that it cannot be read. */
export function karantenetid(t: Oversetter, { dato, kl, minutter }: Karantenelinje): string {
  return dato === null || kl === null || minutter === null ? t('karantene.uleselig') : t('karantene.tid', { dato: formatDato(dato), kl, min: minutter });
}

/** Registrations from phones whose session ended before they were sent. */
export async function Karantenetabell({ linjer }: { linjer: readonly Karantenelinje[] }) {
  const [t, felles, sprak] = await Promise.all([getTranslations('felt-leder'), getTranslations('felles'), getLocale()]);
  return (
    <Tabell tittel={t('karantene.tittel')} kolonner={[{ tekst: t('karantene.kol.besok') }, { tekst: t('karantene.kol.ansatt') }, { tekst: t('karantene.kol.mottatt'), bareBred: true }, { tekst: '', navn: t('karantene.kol.handling') }]}>
      {linjer.map((linje) => {
        const [navn, tid] = [mottakerTekst(felles, linje), karantenetid(t, linje)];
        return (
          <Rad key={linje.klientId}>
            <th scope="row">
              {navn}
              <br />
              <span className="dempet">
                {sprak === 'nn' ? linje.tjenesteNn : linje.tjenesteNb} · {tid}
              </span>
            </th>
            <td>{linje.ansatt ?? t('telefon.ukjent')}</td>
            <td className="bare-bred">{linje.mottatt}</td>
            <td className="tall">
              <Lenke href={`/uken/telefon/karantene/${linje.klientId}`} navn={t('karantene.seNavn', { navn, tid })}>
                {t('karantene.se')}
              </Lenke>
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
