import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ErklaringSkjema, InnsigelseSkjema } from '#components/kalender/erklaring-skjema.tsx';
import { Innsigelser } from '#components/kalender/innsigelser.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { type ErklaringView, hentErklaring } from '#lib/avregning/kalender-erklaring-service.ts';
import { formatDato } from '#lib/core/format.ts';
import { parseId, type EnhetId } from '#lib/core/id.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { type Maned, parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}
type Hel = Extract<ErklaringView, { enhet: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.erklaring'))('tittel') };
}

async function Tallene({ bilde, maned }: { bilde: Hel; maned: Maned }) {
  const t = await getTranslations('kalender.erklaring');
  return (
    <div className="smal-tabell">
    <Tabell tittel={t('tallene')} kolonner={[{ tekst: t('hva') }, { tekst: 'Kr', tall: true }]}>
      <Rad>
        <th scope="row">{t('egen', { maned: manedOgAr(maned) })}</th>
        <TallCelle>
          <Belop ore={bilde.egenOre} />
        </TallCelle>
      </Rad>
      <Rad>
        <th scope="row">{t('rettelser')}</th>
        <TallCelle>
          <Belop ore={bilde.rettelserOre} fortegn />
        </TallCelle>
      </Rad>
      <SumRad>
        <th scope="row">{t('iAlt')}</th>
        <TallCelle sterk>
          <Belop ore={bilde.egenOre + bilde.rettelserOre} />
        </TallCelle>
      </SumRad>
    </Tabell>
    {/* a month that no run has counted is all new */}
    {bilde.nyttOre !== 0 && bilde.nyttOre !== bilde.egenOre + bilde.rettelserOre ? <p className="liten dempet">{t('nytt', { belop: belopTekst(bilde.nyttOre, 'ore', true, true) })}</p> : null}
    </div>
  );
}

async function Stillingen({ bilde }: { bilde: Hel }) {
  const t = await getTranslations('kalender.erklaring');
  return (
    <>
      {bilde.stipulert ? <Varsel farge="warning">{t('stipulert')}</Varsel> : null}
      {bilde.attestert ? <Varsel farge="info">{t('attestert', { navn: bilde.attestert.navn, dato: bilde.attestert.dato, belop: belopTekst(bilde.attestert.ore, 'ore', false, true) })}</Varsel> : null}
      {bilde.erklart ? <p className="liten">{t('erklart', { navn: bilde.erklart.navn, dato: bilde.erklart.dato, belop: belopTekst(bilde.erklart.ore, 'ore', false, true) })}</p> : null}
      {bilde.hindring?.grunn === 'IKKE_ERKLART_DAGER' ? (
        <Varsel farge="warning">
          {t('dager', { dager: bilde.dager, av: bilde.avDager })} <Lenke href="/uken">{t('tilUken')}</Lenke>
        </Varsel>
      ) : null}
    </>
  );
}

export default async function ErklaringSide({ params, searchParams }: Props) {
  const okt = await krevOkt('ERKLAR_MANED');
  const [felt, sok, t, kal, avregning] = await Promise.all([params, searchParams, getTranslations('kalender.erklaring'), getTranslations('kalender.innsigelser'), getTranslations('avregning.maneden')]);
  const maned = parseManed(felt.maned);
  if (!maned) notFound();
  const onsket = ettFelt(sok, 'enhet');
  const bilde = await hentErklaring(okt, maned, onsket === undefined ? null : parseId<EnhetId>(onsket));
  if (!bilde && onsket !== undefined) notFound();
  if (!bilde || bilde.enhet === null) return <Sidehode tittel={t('ingenEnhet')} under={t('ingenEnhetUnder')} />;
  const navn = manedOgAr(maned);
  const sum = bilde.egenOre + bilde.rettelserOre;
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: okt.rolle === 'utforerleder' ? `/maneden?maned=${maned}` : '/registrer' }, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={bilde.over ? t(bilde.erklart ? 'funnErklart' : 'funn', { enhet: bilde.enhet, maned: navn, belop: belopTekst(sum, 'ore', false, true) }) : t('ikkeOver', { maned: stor(navn) })}
        under={t(bilde.iKraft ? 'under' : 'underForslag', { erklar: formatDato(bilde.frist.ERKLAR), innsigelse: formatDato(bilde.frist.INNSIGELSE) })}
      />
      <div className="stabel-luft">
        {bilde.enheter.length > 1 ? (
          <p className="liten tegn">
            {bilde.enheter.map((e) => (
              <Lenke key={e.id} href={`/avregning/kalender/erklaring/${maned}?enhet=${e.id}`}>
                {e.navn}
              </Lenke>
            ))}
          </p>
        ) : null}
        <Stillingen bilde={bilde} />
        {bilde.kanBeregnes ? <Tallene bilde={bilde} maned={maned} /> : bilde.over ? <Varsel farge="warning">{t('prisMangler')}</Varsel> : null}
        {bilde.kanBeregnes && bilde.hindring === null ? (
          <Tekster navnerom={['skjema', 'kalender']}>
            <ErklaringSkjema key={sum} maned={maned} enhetId={bilde.valgt} vistOre={sum} igjen={bilde.erklart !== null} />
          </Tekster>
        ) : null}
        <Felt tittel={kal('tittel')}>
          {bilde.innsigelser.length > 0 ? <Innsigelser innsigelser={bilde.innsigelser} kanSvare={false} /> : <TomTilstand tekst={kal('tom')} />}
          {bilde.kanInnsi ? (
            <Tekster navnerom={['skjema', 'kalender']}>
              <InnsigelseSkjema key={bilde.innsigelser.length} maned={maned} enhetId={bilde.valgt} />
            </Tekster>
          ) : (
            <p className="liten dempet">{kal('fristUte', { frist: formatDato(bilde.frist.INNSIGELSE) })}</p>
          )}
        </Felt>
        {harTilgang(okt, 'NAVNGI_STEDFORTREDER') ? (
          <p className="liten">
            <Lenke href="/avregning/kalender/stedfortredere">{t('tilStedfortredere')}</Lenke>
          </p>
        ) : null}
      </div>
    </>
  );
}
