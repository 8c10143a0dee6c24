import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NyRapport } from '#components/rapport/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { erAvregnet, rapportadresse, rapportstart, slagFor } from '#lib/oversikt/domain/rapport.ts';
import { rapporttittel } from '#lib/oversikt/domain/rapporttekst.ts';
import { hentRapportliste } from '#lib/oversikt/rapport-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rapport'))('liste.ny') };
}

/** Periods that are settled and have no report yet, the newest first. */
export default async function NyRapportSide() {
  const okt = await krevOkt('SKRIV_RAPPORT');
  const [t, felles, sprak] = await Promise.all([getTranslations('rapport'), getTranslations('felles'), getLocale()]);
  const { rapporter, maneder } = await lesKommune(okt, hentRapportliste);
  const har = new Set(rapporter.map((r) => r.adresse));
  const valg = maneder.flatMap((til) =>
    slagFor(til).flatMap((slag) => (har.has(rapportadresse(slag, til)) || !erAvregnet(slag, til, maneder) ? [] : [{ verdi: `${slag}:${til}`, tekst: rapporttittel({ slag, til, fra: rapportstart(slag, til) ?? til }, (n, v) => t(n as never, v as never)) }])),
  );
  return (
    <>
      <Smuler sti={[{ tekst: felles('meny.rapporter'), href: '/rapporter' }, { tekst: t('liste.ny') }]} />
      <Sidehode tittel={t('ny.tittel')} />
      {maneder.length === 0 ? (
        <TomTilstand tekst={t('liste.tomAvregning')} />
      ) : valg.length === 0 ? (
        <TomTilstand tekst={t('ny.ingen')} neste={<Lenke href="/rapporter">{felles('meny.rapporter')}</Lenke>} />
      ) : (
        <Tekster navnerom={['skjema', 'rapport']}>
          <NyRapport valg={valg} sprak={tolkSprak(sprak)} />
        </Tekster>
      )}
    </>
  );
}
