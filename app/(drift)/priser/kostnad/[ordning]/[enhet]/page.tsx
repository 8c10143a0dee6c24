import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { NULL_BROK, sumBrok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { parseId, type EnhetId, type OrdningId } from '#lib/core/id.ts';
import { manederMellom, parseManed } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentEnhetsgrunnlag } from '#lib/stykkpris/priser-service.ts';
import type { Enhetsgrunnlag } from '#lib/stykkpris/priser-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ ordning: string; enhet: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stykkpris.enhet'))('sidetittel') };
}

const sum = (rader: readonly { ore: number }[]) => rader.reduce((s, r) => s + r.ore, 0);

/** The accounts by art, each with its months, opened without script. */
async function Regnskapet({ grunnlag: { regnskap, enhet }, kanSe }: { grunnlag: Enhetsgrunnlag; kanSe: boolean }) {
  const t = await getTranslations('stykkpris.enhet');
  const maneder = [...new Set(regnskap.map((r) => r.maned))].toSorted();
  const arter = Map.groupBy(regnskap, (r) => `${r.funksjon} · ${r.art}`);
  const kolonner = [{ tekst: t('art') }, ...maneder.map((m) => ({ tekst: manedOgAr(m), tall: true })), { tekst: t('sumKr'), tall: true }];
  return (
    <Tabell
      tittel={t('regnskap')}
      kolonner={kolonner}
      bred
      tettere
      sum={
        <tr>
          <th scope="row">{t('sum')}</th>
          {maneder.map((m) => (
            <TallCelle key={m}>
              {kanSe ? (
                <Lenke href={`/regnskap/enhet/${enhet.id}/${m}`} navn={t('tilRegnskap', { maned: manedOgAr(m) })}>
                  {belopTekst(sum(regnskap.filter((r) => r.maned === m)), 'hele')}
                </Lenke>
              ) : (
                belopTekst(sum(regnskap.filter((r) => r.maned === m)), 'hele')
              )}
            </TallCelle>
          ))}
          <TallCelle>{belopTekst(sum(regnskap), 'hele')}</TallCelle>
        </tr>
      }
    >
      {[...arter].map(([navn, rader]) => (
        <Rad key={navn}>
          <th scope="row">{navn}</th>
          {maneder.map((m) => (
            <TallCelle key={m}>
              <Belop ore={sum(rader.filter((r) => r.maned === m))} form="hele" />
            </TallCelle>
          ))}
          <TallCelle sterk>
            <Belop ore={sum(rader)} form="hele" />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** The ledger's volume month by month; each month leads to its settlement. */
async function Volumet({ grunnlag, kanSpore }: { grunnlag: Enhetsgrunnlag; kanSpore: boolean }) {
  const t = await getTranslations('stykkpris.enhet');
  const { komponenter, volum, enhet } = grunnlag;
  return (
    <Tabell
      tittel={t('volum')}
      kolonner={[{ tekst: t('maned') }, ...komponenter.map((k) => ({ tekst: k.navn, tall: true }))]}
      tettere
      sum={
        <tr>
          <th scope="row">{t('sum')}</th>
          {komponenter.map((k) => (
            <TallCelle key={k.kode}>{formatDesimal(sumBrok(volum.map((v) => v.volum.get(k.kode) ?? NULL_BROK)), 2)}</TallCelle>
          ))}
        </tr>
      }
    >
      {volum.map((v) => (
        <Rad key={v.maned} kanVelges>
          <th scope="row">{kanSpore ? <Lenke href={`/avregning/${v.maned}/enhet/${enhet.id}`}>{manedOgAr(v.maned)}</Lenke> : manedOgAr(v.maned)}</th>
          {komponenter.map((k) => (
            <TallCelle key={k.kode}>{formatDesimal(v.volum.get(k.kode) ?? NULL_BROK, 2)}</TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}

export default async function EnhetsgrunnlagSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_PRISER');
  const felt = await params;
  const sok = await searchParams;
  const ordningId = parseId<OrdningId>(felt.ordning);
  const enhetId = parseId<EnhetId>(felt.enhet);
  const fom = parseManed(ettFelt(sok, 'fom') ?? '');
  const tom = parseManed(ettFelt(sok, 'tom') ?? '');
  if (ordningId === null || enhetId === null || !fom || !tom || tom < fom || manederMellom(fom, tom) >= 24) notFound();
  const sprak = tolkSprak(await getLocale());
  const grunnlag = await lesKommune(okt, (tx) => hentEnhetsgrunnlag(tx, ordningId, enhetId, { fom, tom }, sprak));
  if (!grunnlag) notFound();
  const t = await getTranslations('stykkpris.enhet');
  const periode = `${manedOgAr(fom)} – ${manedOgAr(tom)}`;
  return (
    <>
      <Smuler sti={[{ tekst: t('priser'), href: '/priser' }, { tekst: grunnlag.enhet.navn }]} />
      <Sidehode tittel={t('funn', { enhet: grunnlag.enhet.navn, belop: belopTekst(sum(grunnlag.regnskap), 'hele', false, true), periode })} under={t('under', { ordning: grunnlag.ordning.navn })} />
      <div className="stabel-luft">
        <Felt tittel={t('regnskapTittel')}>{grunnlag.regnskap.length === 0 ? <TomTilstand tekst={t('ingenRegnskap')} /> : <Regnskapet grunnlag={grunnlag} kanSe={harTilgang(okt, 'SE_REGNSKAP')} />}</Felt>
        <Felt tittel={t('volumTittel')} id="volum">
          {grunnlag.volum.length === 0 ? <TomTilstand tekst={t('ingenVolum')} /> : <Volumet grunnlag={grunnlag} kanSpore={harTilgang(okt, 'SPOR_BELOP')} />}
        </Felt>
      </div>
    </>
  );
}
