import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentVedtakUten } from '#lib/avregning/lukking-vedtak-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lukking.lukk'))('vedtakTittel') };
}

export default async function VedtakUtenSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_VEDTAK');
  const [felt, sok, t, avregning, regler, felles] = await Promise.all([params, searchParams, getTranslations('lukking.lukk'), getTranslations('avregning'), getTranslations('avregning.regler'), getTranslations('felles')]);
  const maned = parseManed(felt.maned);
  const regel = (['VEDTAK_UTEN_OPPDRAG', 'VEDTAK_UTEN_ORDNING'] as const).find((r) => r === ettFelt(sok, 'regel'));
  if (!maned || !regel) notFound();
  const sprak = tolkSprak(await getLocale());
  const rader = await withKommune(okt, async (tx) => {
    await loggfor(tx, { handling: 'SE_VEDTAK_UTEN_BETALING', objektType: 'avregning', objektId: maned, grunn: regel });
    return hentVedtakUten(tx, maned, regel, sprak);
  });
  const navn = stor(manedOgAr(maned));
  const kolonner = [{ tekst: felles('ord.vedtak') }, { tekst: felles('ord.tjeneste') }, { tekst: felles('ord.mottaker'), bareBred: true }, { tekst: felles('ord.periode') }, { tekst: felles('ord.enhet') }];
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${maned}` }, { tekst: regler(regel) }]} />
      <Sidehode tittel={`${regler(regel)}: ${rader.length}`} under={t('vedtakUnder', { maned: manedOgAr(maned) })} />
      {rader.length === 0 ? (
        <TomTilstand tekst={t('vedtakIngen')} />
      ) : (
        <Tabell tittel={regler(regel)} kolonner={kolonner} festet>
          {rader.map((r) => (
            <Rad key={`${r.id} ${r.enhet ?? ''}`} kanVelges>
              <th scope="row">
                <Lenke href={`/vedtak/${r.id}`}>{r.nummer}</Lenke>
              </th>
              <td>{r.tjeneste}</td>
              <td className="bare-bred dempet">{r.pseudonym}</td>
              <td>
                <PeriodeTekst fom={r.fom} tom={r.tom} />
              </td>
              <td>{r.enhet ?? '–'}</td>
            </Rad>
          ))}
        </Tabell>
      )}
    </>
  );
}
