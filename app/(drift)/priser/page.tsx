import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { verkstedAdresse } from '#components/stykkpris/adresser.ts';
import { Forslagsliste } from '#components/stykkpris/forslagsliste.tsx';
import { Prisbok } from '#components/stykkpris/prisbok.tsx';
import { FallgrenseSkjema } from '#components/stykkpris/vedtak-skjema.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentPrisside } from '#lib/stykkpris/priser-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stykkpris'))('tittel') };
}

export default async function PriserSide() {
  const okt = await krevOkt('SE_PRISER');
  const t = await getTranslations('stykkpris.bok');
  const { ordninger, forslag, iAr, fallgrense } = await lesKommune(okt, async (tx) => hentPrisside(tx, tolkSprak(await getLocale())));
  const kanForesla = harTilgang(okt, 'FORESLA_PRIS');
  const venter = forslag.filter((f) => f.status === 'SENDT').length;
  const utkast = forslag.filter((f) => f.status === 'UTKAST').length;
  return (
    <>
      <Sidehode tittel={venter > 0 ? t('funnVenter', { antall: venter }) : utkast > 0 ? t('funnUtkast', { antall: utkast }) : t('funnIngen')} under={t('under')} />
      <div className="stabel-luft">
        <Felt tittel={t('forslagene')}>{forslag.length === 0 ? <TomTilstand tekst={t('ingenForslag')} /> : <Forslagsliste forslag={forslag} kanForesla={kanForesla} />}</Felt>
        {ordninger.map((o) => (
          <Felt
            key={o.id}
            tittel={o.navn}
            ved={
              <span className="knapperad">
                {kanForesla ? (
                  <>
                    <Lenke href={verkstedAdresse(o.id, iAr + 1, 'FORELOPIG')} navn={t('nyeFor', { ordning: o.navn, ar: iAr + 1 })}>
                      {t('nye', { ar: iAr + 1 })}
                    </Lenke>
                    <Lenke href={verkstedAdresse(o.id, iAr, 'ENDELIG')} navn={t('endeligFor', { ordning: o.navn, ar: iAr })}>
                      {t('endelig', { ar: iAr })}
                    </Lenke>
                    <Lenke href={verkstedAdresse(o.id, iAr, 'REVISJON')} navn={t('revisjonFor', { ordning: o.navn, ar: iAr })}>
                      {t('revisjon', { ar: iAr })}
                    </Lenke>
                  </>
                ) : null}
              </span>
            }
          >
            {o.rader.length === 0 ? <TomTilstand tekst={t('ingenPriser')} /> : <Prisbok ordning={o} />}
          </Felt>
        ))}
        {kanForesla ? (
          <Detaljer tittel={t('innstilling')}>
            <Tekster navnerom={['skjema', 'stykkpris']}>
              <FallgrenseSkjema prosent={fallgrense.replace('.', ',')} />
            </Tekster>
          </Detaljer>
        ) : (
          <p className="liten dempet">{t('grensen', { prosent: fallgrense.replace('.', ',') })}</p>
        )}
      </div>
    </>
  );
}
