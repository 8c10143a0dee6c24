import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StedfortrederSkjema } from '#components/kalender/stedfortreder-skjema.tsx';
import { TrekkStedfortreder } from '#components/kalender/trekk-stedfortreder.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { hentStedfortredere } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.stedfortredere'))('tittel') };
}

export default async function StedfortredereSide() {
  const okt = await krevOkt('NAVNGI_STEDFORTREDER');
  const t = await getTranslations('kalender.stedfortredere');
  const bilde = await lesKommune(okt, hentStedfortredere);
  const gjelder = bilde.rader.filter((r) => r.gjelder).length;
  return (
    <>
      <Sidehode tittel={t('funn', { antall: gjelder })} under={t('under')} />
      <Meldingslinje />
      <div className="stabel-luft">
        {bilde.rader.length === 0 ? (
          <TomTilstand tekst={t('tom')} />
        ) : (
          <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('hvem') }, { tekst: t('periode') }, { tekst: t('status') }]}>
            {bilde.rader.map((r) => (
              <Rad key={r.id}>
                <th scope="row">
                  {t('linje', { navn: r.stedfortreder ?? '', leder: r.leder ?? '' })}
                  <span className="blokk mikro dempet normal">
                    {t(`kommando.${r.kommando}`)}
                    {r.enhet ? ` · ${r.enhet}` : null}
                  </span>
                  {r.kanTrekkes ? (
                    <Tekster navnerom={['skjema', 'kalender']}>
                      <div className="stegknapper">
                        <TrekkStedfortreder id={r.id} navn={r.stedfortreder ?? ''} />
                      </div>
                    </Tekster>
                  ) : null}
                </th>
                <td className="tab">{r.periode}</td>
                <td>
                  <Status type={r.gjelder ? 'ok' : 'av'}>{t(r.trukket ? 'avsluttetStatus' : r.gjelder ? 'gjelder' : 'gjelderIkke')}</Status>
                </td>
              </Rad>
            ))}
          </Tabell>
        )}
        <Felt tittel={t('ny')}>
          <Tekster navnerom={['skjema', 'kalender']}>
            <StedfortrederSkjema kommando={bilde.kommando} enheter={bilde.enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} kontoer={bilde.kontoer.map((k) => ({ verdi: String(k.id), tekst: k.navn }))} />
          </Tekster>
        </Felt>
      </div>
    </>
  );
}
