import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvvisFaktura, GodkjennFaktura, MatchPaNytt } from '#components/bilag/faktura-skjema.tsx';
import { Fakturalinjer } from '#components/bilag/fakturalinjer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Belop, belopTekst, DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { type FakturaView, hentFaktura, LINJER_PER_SIDE } from '#lib/bilag/faktura-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bilag.faner'))('faktura') };
}

async function funn(f: FakturaView): Promise<string> {
  const t = await getTranslations('bilag.faktura');
  const kr = (ore: number): string => belopTekst(ore, 'ore', false, true);
  if (f.status === 'GODKJENT') return t('ettGodkjent', { nummer: f.nummer, belop: kr(f.godkjentOre) });
  if (f.status === 'AVVIST') return t('ettAvvist', { nummer: f.nummer, grunn: f.avvistGrunn ?? '' });
  const holdt = f.antallLinjer - f.antallGodkjent;
  return holdt === 0 ? t('ettStemmer', { nummer: f.nummer, belop: kr(f.godkjentOre) }) : t('ettHoldt', { nummer: f.nummer, antall: holdt, belop: kr(f.belopOre - f.godkjentOre) });
}

export default async function EnFaktura({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BILAG');
  const [{ id }, sok] = [await params, await searchParams];
  const side = sidetall(sok);
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [t, sprak] = [await getTranslations('bilag'), tolkSprak(await getLocale())];
  const f = await withKommune(okt, (tx) => hentFaktura(tx, Number(id), sprak, side));
  if (!f) notFound();
  const kanGodkjenne = harTilgang(okt, 'GODKJENN_FAKTURA') && f.kanGodkjennes && !f.egen;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/bilag' }, { tekst: t('faner.faktura'), href: '/bilag/faktura' }, { tekst: f.nummer }]} />
      <Sidehode
        tittel={await funn(f)}
        under={`${f.enhet} · ${t('faktura.lastetAv', { tid: f.lastet, navn: f.lastetAvNavn ?? '' })}`}
        handlinger={
          f.status !== 'MATCHET' ? undefined : (
            <Tekster navnerom={['skjema', 'bilag']}>
              {harTilgang(okt, 'LAST_OPP_FAKTURA') ? <MatchPaNytt fakturaId={f.id} /> : null}
              {kanGodkjenne ? <GodkjennFaktura fakturaId={f.id} sett={f.godkjentOre} tekst={t('faktura.godkjenn', { belop: belopTekst(f.godkjentOre, 'ore', false, true) })} /> : null}
            </Tekster>
          )
        }
      />
      <div className="stabel-luft">
        {f.kanGodkjennes && f.egen ? <Varsel farge="info">{t('faktura.annenPerson')}</Varsel> : null}
        <Fakta
          fakta={[
            { navn: t('faktura.dato'), verdi: <DatoTekst dato={f.dato} /> },
            { navn: t('faktura.orgnr'), verdi: f.orgnr },
            { navn: t('faktura.belop'), verdi: <Belop ore={f.belopOre} /> },
            { navn: t('faktura.stemmer'), verdi: <Belop ore={f.godkjentOre} /> },
            { navn: t('faktura.holdt'), verdi: <Belop ore={f.belopOre - f.godkjentOre} /> },
            ...(f.godkjent === null ? [] : [{ navn: t('faktura.godkjentAv'), verdi: `${f.godkjentAvNavn ?? ''} ${f.godkjent}` }]),
            ...(f.bilagId === null ? [] : [{ navn: t('tittel'), verdi: <Lenke href={`/bilag/${f.bilagId}`}>{t('faktura.visBilag')}</Lenke> }]),
          ]}
        />
        <Felt tittel={t('faktura.linjene')}>
          <Fakturalinjer enhetId={f.enhetId} linjer={f.linjer} />
          <Sidevelger sti={`/bilag/faktura/${f.id}`} sokefelt={sok} side={side} perSide={LINJER_PER_SIDE} antall={f.antallLinjer} />
        </Felt>
        {f.status === 'MATCHET' && harTilgang(okt, 'LAST_OPP_FAKTURA') ? (
          <Detaljer tittel={t('faktura.visAvvis')}>
            <Tekster navnerom={['skjema', 'bilag']}>
              <AvvisFaktura fakturaId={f.id} />
            </Tekster>
          </Detaljer>
        ) : null}
      </div>
    </>
  );
}
