import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Bundettabell } from '#components/ramme/bundettabell.tsx';
import { gruppenavn } from '#components/ramme/rammetabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentRammegruppe } from '#lib/oversikt/bestillerramme-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ramme'))('tittel') };
}

const PER_SIDE = 50;

interface Props {
  params: Promise<{ gruppe: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a group's figures are made of: the budget's parts, the ledger's, and the vedtak that commit the rest of the year. */
export default async function RammegruppeSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_BESTILLERRAMME');
  const [{ gruppe: kode }, felt, t, navn, sprak] = await Promise.all([params, searchParams, getTranslations('ramme'), gruppenavn(), getLocale()]);
  const funnet = await lesKommune(okt, (tx) => hentRammegruppe(tx, kode, tolkSprak(sprak)));
  if (funnet === null) notFound();
  const { gruppe: g } = funnet;
  const tjeneste = ettFelt(felt, 'tjeneste');
  const vedtak = tjeneste ? funnet.vedtak.filter((v) => v.kode === tjeneste) : funnet.vedtak;
  const side = Math.min(Math.max(1, Number(ettFelt(felt, 'side')) || 1), Math.max(1, Math.ceil(vedtak.length / PER_SIDE)));
  const sti = `/vedtak/ramme/${kode}`;
  const hele = (ore: number) => <TallCelle><Belop ore={ore} form="hele" /></TallCelle>;
  const sum = (ore: number, foran: number) => <SumRad><th scope="row" colSpan={foran}>{t('sum')}</th><TallCelle><Belop ore={ore} form="hele" /></TallCelle></SumRad>;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/vedtak/ramme' }, { tekst: navn(kode) }]} />
      <Sidehode over={t('over', { ar: String(g.ar), maned: manedOgAr(g.naa) })} tittel={t(g.rad.igjenOre < 0 ? 'gruppeOver' : 'gruppeTittel', { gruppe: navn(kode), igjen: belopTekst(Math.abs(g.rad.igjenOre), 'mill', false, true) })} />
      <div className="rad">
        <Felt tittel={t('budsjett')} className="s6" ved={<Link className="ds-link" href="/budsjett" prefetch={false}>{t('budsjettet')}</Link>}>
          <Tabell tettere tittel={t('budsjett')} kolonner={[{ tekst: t('ledd') }, { tekst: t('kr'), tall: true }]} sum={sum(g.rad.budsjettOre, 1)}>
            {g.budsjett.map((b) => <Rad key={`${b.ordning}/${b.ledd}`}><th scope="row">{b.ledd}<span className="mikro dempet blokk">{b.ordning}</span></th>{hele(b.ore)}</Rad>)}
          </Tabell>
        </Felt>
        <Felt tittel={t('brukt')} className="s6" ved={<Link className="ds-link" href={`/avvik?maned=${g.naa}`} prefetch={false}>{t('avviket')}</Link>}>
          <Tabell tettere tittel={t('brukt')} kolonner={[{ tekst: t('ledd') }, { tekst: t('tjeneste') }, { tekst: t('kr'), tall: true }]} sum={sum(g.rad.bruktOre, 2)}>
            {g.brukt.map((b) => <Rad key={`${b.ordning}/${b.ledd}/${b.tjeneste ?? ''}`}><th scope="row">{b.ledd}<span className="mikro dempet blokk">{b.ordning}</span></th><td>{b.tjeneste ?? '–'}</td>{hele(b.ore)}</Rad>)}
          </Tabell>
        </Felt>
        <Felt tittel={t('bundet')} className="s12" ved={<a className="ds-link" href={`/vedtak/ramme/eksport?gruppe=${kode}&format=csv`} download>{t('lastNedCsv')}</a>}>
          <Tabell tettere tittel={t('bundet')} kolonner={[{ tekst: t('tjeneste') }, { tekst: t('antallVedtak'), tall: true }, { tekst: t('kr'), tall: true }]} sum={sum(g.rad.bundetOre, 2)}>
            {g.bundet.map((b) => (
              <Rad key={b.kode} apen={b.kode === tjeneste}>
                <th scope="row"><Link className="ds-link" href={`${sti}?tjeneste=${b.kode}#vedtakene`} prefetch={false} scroll={false}>{b.tjeneste}</Link></th>
                <TallCelle>{b.antall}</TallCelle>
                {hele(b.ore)}
              </Rad>
            ))}
          </Tabell>
        </Felt>
        <Felt tittel={t('vedtakene')} id="vedtakene" className="s12">
          <Bundettabell rader={vedtak.slice((side - 1) * PER_SIDE, side * PER_SIDE)} />
          <Sidevelger sti={sti} sokefelt={felt} side={side} perSide={PER_SIDE} antall={vedtak.length} />
        </Felt>
      </div>
    </>
  );
}
