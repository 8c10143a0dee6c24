import { getTranslations } from 'next-intl/server';
import { verkstedAdresse } from '#components/stykkpris/adresser.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import type { Forslagsrad } from '#lib/stykkpris/prisbok-view.ts';

export const FORSLAGSMERKE: Readonly<Record<Forslagsrad['status'], StatusType>> = { UTKAST: 'mangler', SENDT: 'venter', GODKJENT: 'ok', AVVIST: 'av' };

/** Proposals, the open ones first: what they concern, how far they have come, who holds them. */
export async function Forslagsliste({ forslag, kanForesla }: { forslag: readonly Forslagsrad[]; kanForesla: boolean }) {
  const t = await getTranslations('stykkpris.liste');
  const apne = (f: Forslagsrad) => Number(f.status === 'UTKAST' || f.status === 'SENDT');
  return (
    <Tabell tittel={t('tabell')} kolonner={[{ tekst: t('forslag') }, { tekst: t('slag'), bareBred: true }, { tekst: t('fra') }, { tekst: t('status') }, { tekst: t('sist'), bareBred: true }]}>
      {forslag.toSorted((a, b) => apne(b) - apne(a) || b.id - a.id).map((f) => (
        <Rad key={f.id} kanVelges>
          <th scope="row">
            <Lenke href={f.status === 'UTKAST' && kanForesla ? verkstedAdresse(f.ordningId, f.ar, f.slag) : `/priser/forslag/${f.id}`}>{t('navn', { ordning: f.ordning, ar: f.ar })}</Lenke>
            <span className="mikro dempet bare-smal"> {t(`slagnavn.${f.slag}`).toLowerCase()}</span>
          </th>
          <td className="bare-bred">{t(`slagnavn.${f.slag}`)}</td>
          <td className="tab">{manedOgAr(f.fraManed)}</td>
          <td>
            <Status type={FORSLAGSMERKE[f.status]}>{t(`forslagsstatus.${f.status}`)}</Status>
          </td>
          <td className="bare-bred dempet">
            {f.avgjortAvNavn ?? f.foreslattAvNavn ?? f.endretAvNavn} <DatoTekst dato={datoVed((f.avgjort ?? f.foreslatt ?? f.endret).getTime())} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
