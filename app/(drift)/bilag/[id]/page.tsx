import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReverserBilag } from '#components/bilag/bilag-skjema.tsx';
import { Bilagskontroll } from '#components/bilag/bilagskontroll.tsx';
import { Nedlastinger } from '#components/bilag/nedlastinger.tsx';
import { Posttabell } from '#components/bilag/posttabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentBilag } from '#lib/bilag/bilag-service.ts';
import type { BilagView } from '#lib/bilag/bilag-service.ts';
import { hentNedlastinger } from '#lib/bilag/bilagsfil-service.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bilag'))('tittel') };
}

async function funn(b: BilagView): Promise<string> {
  const t = await getTranslations('bilag.ett');
  const belop = belopTekst(b.kontroll.debetOre, 'ore', false, true);
  if (b.reverserer && b.motbilag) return t('funnReversering', { nummer: b.nummer, annet: b.motbilag.nummer });
  if (b.reversert && b.motbilag) return t('funnReversert', { nummer: b.nummer, annet: b.motbilag.nummer });
  return t(b.form === 'BUDSJETT' ? 'funnBudsjett' : 'funn', { nummer: b.nummer, belop });
}

export default async function EttBilag({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_BILAG');
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const b = await lesKommune(okt, (tx) => hentBilag(tx, Number(id)));
  if (!b) notFound();
  const t = await getTranslations('bilag');
  const maned = manedOgAr(b.maned);
  const kanReverseres = harTilgang(okt, 'LAG_BILAG') && !b.reverserer && !b.reversert && b.slag !== 'FAKTURA';
  const nedlastinger = hentNedlastinger({ nummer: b.nummer, maned: b.maned, dato: b.dato, form: b.form }, b.poster);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/bilag' }, { tekst: t('ett.annet', { nummer: b.nummer }) }]} />
      <Sidehode
        tittel={await funn(b)}
        under={
          <>
            {t('ett.under', { slag: t(`slagStor.${b.slag}`), maned, linjer: b.antallLinjer, tid: b.tid, av: b.av === null ? '' : t('ett.av', { navn: b.av }) })}
            {b.grunn === null ? null : ` · ${t('ett.grunn', { grunn: b.grunn })}`}
          </>
        }
      />
      <MedPanel
        panel={
          <Sidepanel navn={t('ett.last')} tittel={t('ett.last')}>
            <Nedlastinger bilagId={b.id} formater={nedlastinger} />
            <p className="liten stabel">
              <Lenke href={`/avregning/${b.maned}`}>{t('ett.lenkeManed', { maned })}</Lenke>
            </p>
            {b.motbilag ? (
              <p className="liten">
                <Lenke href={`/bilag/${b.motbilag.id}`}>{t('ett.annet', { nummer: b.motbilag.nummer })}</Lenke>
              </p>
            ) : null}
            {b.fakturaId === null ? null : (
              <p className="liten">
                <Lenke href={`/bilag/faktura/${b.fakturaId}`}>{t('ett.lenkeFaktura')}</Lenke>
              </p>
            )}
          </Sidepanel>
        }
      >
        <Felt tittel={t('post.tabell')} skjultTittel>
          <Posttabell maned={b.maned} form={b.form} poster={b.poster} />
        </Felt>
        <Felt tittel={t('ett.kontroll')}>
          <Bilagskontroll slag={b.slag} kontroll={b.kontroll} belopOre={b.belopOre} />
        </Felt>
        {kanReverseres ? (
          <Detaljer tittel={t('ett.visReverser')}>
            <Tekster navnerom={['skjema', 'bilag']}>
              <ReverserBilag bilagId={b.id} />
            </Tekster>
          </Detaljer>
        ) : null}
      </MedPanel>
    </>
  );
}
