import { getTranslations } from 'next-intl/server';
import { SvarSkjema } from '#components/kalender/svar-skjema.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import type { Innsigelseview } from '#lib/avregning/kalender-view.ts';

/** The units' objections to a month, the open ones first, with the answer or the form for it. */
export async function Innsigelser({ innsigelser, kanSvare }: { innsigelser: readonly Innsigelseview[]; kanSvare: boolean }) {
  const t = await getTranslations('kalender.innsigelser');
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('hva') }, { tekst: t('belop'), tall: true }]}>
      {innsigelser.map((i) => (
        <Rad key={i.id}>
          <th scope="row">
            {i.enhet ? `${i.enhet}: ` : null}
            <span className="normal">
              «{i.tekst}»
              <span className="blokk mikro dempet">{t('meldt', { navn: i.meldtNavn ?? '', dato: i.meldt })}</span>
              <Status type={i.utfall === null ? 'venter' : 'ok'}>{i.utfall === null ? t('venter') : t(`utfall.${i.utfall}`)}</Status>
              {i.utfall ? <span className="blokk mikro dempet">{t('svart', { svar: i.svar ?? '', navn: i.avgjortNavn ?? '', dato: i.avgjort ?? '' })}</span> : null}
            </span>
            {kanSvare && i.utfall === null && !i.egen ? (
              <Tekster navnerom={['skjema', 'kalender']}>
                <SvarSkjema id={i.id} />
              </Tekster>
            ) : null}
          </th>
          <TallCelle sterk>
            <Belop ore={i.belopOre} fortegn />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
