import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LastOpp } from '#components/filimport/last-opp.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { registerdelHandling, sluttRegisterHandling, startRegisterHandling } from '#lib/oppdrag/actions-register.ts';
import { hentRegisterimporter } from '#lib/oppdrag/register-import-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const STI = '/mottakere/register';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('tittel') };
}

export default async function RegisterimporterSide() {
  const okt = await krevOkt('TA_INN_REGISTER');
  const [t, s] = await Promise.all([getTranslations('register'), getTranslations('sak')]);
  const importer = await lesKommune(okt, hentRegisterimporter);
  return (
    <>
      <Smuler sti={[{ tekst: s('mottakere'), href: '/mottakere' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={t('under')} />
      <Varsel farge="info">{t('personnummer')}</Varsel>
      <p className="liten ro">{t('kolonner')}</p>
      <Tekster navnerom={['filimport']}>
        <LastOpp opplasting={{ opprett: startRegisterHandling, del: registerdelHandling, fullfor: sluttRegisterHandling }} slag={[{ verdi: 'REGISTER', tekst: t('slag.REGISTER') }]} sti={STI} />
      </Tekster>
      <Felt tittel={t('historikk')}>
        {importer.length === 0 ? (
          <TomTilstand tekst={t('ingenFiler')} />
        ) : (
          <Tabell tittel={t('historikk')} kolonner={[{ tekst: t('kol.fil') }, { tekst: t('kol.nar') }, { tekst: t('kol.hvem'), bareBred: true }, { tekst: t('kol.status') }, { tekst: t('kol.rettes'), tall: true }]}>
            {importer.map((imp) => (
              <Rad key={imp.id} kanVelges>
                <th scope="row">
                  <Lenke href={`${STI}/${imp.id}`}>{imp.filnavn}</Lenke>
                </th>
                <td className="nb tab">{tidspunkt(imp.tattInn ?? imp.opprettet).dato}</td>
                <td className="bare-bred">{imp.hvem}</td>
                <td>{t(`status.${imp.status === 'TATT_INN' ? 'TATT_INN' : 'LEST'}`)}</td>
                <TallCelle>{imp.tall.RETTES ?? 0}</TallCelle>
              </Rad>
            ))}
          </Tabell>
        )}
      </Felt>
    </>
  );
}
