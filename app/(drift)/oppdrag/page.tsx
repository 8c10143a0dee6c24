import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BekreftSkjema } from '#components/oppdrag/bekreft-skjema.tsx';
import { Oppdragstabell } from '#components/oppdrag/oppdragstabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt, sidetall } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Filterfelt, FilterTekst, Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { TILSTANDER } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import { visOppdragsliste } from '#lib/oppdrag/oppdrag-service.ts';
import { PER_SIDE } from '#lib/oppdrag/oppdrag-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oppdrag'))('tittel') };
}

export default async function OppdragSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_OPPDRAG');
  const [t, q] = await Promise.all([getTranslations('oppdrag'), searchParams]);
  const tilstand = TILSTANDER.find((en) => en === ettFelt(q, 'tilstand')) ?? null;
  const sok = (ettFelt(q, 'sok') ?? '').trim().slice(0, 80);
  const side = sidetall(q);
  const liste = await lesKommune(okt, (tx) => visOppdragsliste(tx, { tilstand, sok, side }));
  const kanBekrefte = harTilgang(okt, 'BEKREFT_OPPDRAG');
  const kanVelges = kanBekrefte && liste.rader.some((rad) => rad.tilstand === 'MOTTATT');
  const tabell = <Oppdragstabell rader={liste.rader} kanVelges={kanVelges} />;
  const alle = TILSTANDER.reduce((sum, en) => sum + liste.perTilstand[en], 0);
  return (
    <>
      <Sidehode
        tittel={kanBekrefte ? t('funn', { antall: liste.perTilstand.MOTTATT }) : t('funnLeser', { antall: liste.perTilstand.IVERKSATT })}
        under={t('under', { enhet: okt.enhetNavn ?? okt.kommuneNavn })}
      />
      <Filterfelt sti="/oppdrag" skjulte={{ tilstand: tilstand ?? undefined }} aktivt={sok !== ''}>
        <FilterTekst navn="sok" etikett={t('sokEtikett')} verdi={sok} />
      </Filterfelt>
      <Utvalg
        navn={t('filter')}
        valg={[
          { tekst: t('alle', { antall: formatHeltall(alle) }), href: medFelt('/oppdrag', q, { tilstand: undefined, side: undefined }), her: tilstand === null },
          ...TILSTANDER.map((en) => ({
            tekst: t(`valg.${en}`, { antall: formatHeltall(liste.perTilstand[en]) }),
            href: medFelt('/oppdrag', q, { tilstand: en, side: undefined }),
            her: tilstand === en,
          })),
        ]}
      />
      {liste.rader.length === 0 ? (
        <TomTilstand tekst={alle === 0 && sok === '' ? t('ingen') : t('ingenTreff')} neste={alle === 0 && sok === '' ? undefined : <Lenke href="/oppdrag">{t('visAlle')}</Lenke>} />
      ) : kanVelges ? (
        <Tekster navnerom={['skjema', 'oppdrag']}>
          <BekreftSkjema>{tabell}</BekreftSkjema>
        </Tekster>
      ) : (
        tabell
      )}
      <Sidevelger sti="/oppdrag" sokefelt={q} side={side} perSide={PER_SIDE} antall={liste.antall} />
    </>
  );
}
