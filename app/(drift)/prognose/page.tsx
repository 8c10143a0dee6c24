import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Bomtabell } from '#components/prognose/bomtabell.tsx';
import { Gruppetabell } from '#components/prognose/gruppetabell.tsx';
import { Manedstabell } from '#components/prognose/manedstabell.tsx';
import { prognoseFunn } from '#components/prognose/prognose-funn.ts';
import { Venteliste } from '#components/prognose/venteliste.tsx';
import { Avviksplott, Manedsplott } from '#components/prognose/prognoseplott.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentPrognose } from '#lib/oversikt/prognose-service.ts';
import { hentVentelistetall } from '#lib/oversikt/venteliste-prognose-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prognose'))('tittel') };
}

const METODE = ['vedtak', 'strom', 'venteliste', 'levering', 'pris', 'fast', 'intervall', 'utenfor'] as const;

export default async function PrognoseSide() {
  const okt = await krevOkt('SE_PROGNOSE');
  const [t, v] = await Promise.all([getTranslations('prognose'), getTranslations('venteprognose')]);
  const { bilde, venter } = await lesKommune(okt, async (tx) => {
    const prognose = await hentPrognose(tx);
    return { bilde: prognose, venter: prognose && (await hentVentelistetall(tx, prognose.ar)) };
  });
  if (!bilde) {
    return (
      <>
        <Sidehode tittel={t('ingen')} />
        <TomTilstand tekst={t('ingenNeste')} />
      </>
    );
  }
  const funn = prognoseFunn(bilde);
  return (
    <>
      <Sidehode
        stor over={t('over', { ar: String(bilde.ar), maned: manedOgAr(bilde.naa) })} tittel={t(`funn.${funn.nokkel}`, funn.verdier)} ingress={t('ingress', { maned: manedOgAr(bilde.naa) })}
        under={bilde.harBudsjett && bilde.sum.avvik.ore > 0 ? <Lenke href="/tiltak">{t('tilValget')}</Lenke> : undefined}
      />
      <div className="rad">
        {bilde.harBudsjett ? (
          <Felt tittel={t('aret')} className="s6">
            <Avviksplott bilde={bilde} />
          </Felt>
        ) : null}
        <Felt tittel={t('manedene')} className="s6">
          <Manedsplott bilde={bilde} />
        </Felt>
        <Felt tittel={t('gruppene')} className="s12">
          <Gruppetabell bilde={bilde} />
          <p className="mikro dempet">{t('gruppeneUnder')}</p>
          <Detaljer tittel={t('perManed')}>
            <Manedstabell bilde={bilde} />
          </Detaljer>
        </Felt>
        <Felt tittel={t('vi.tittel')} className="s6">
          <Bomtabell bilde={bilde} />
        </Felt>
        <Felt tittel={v('tittel')} className="s6">
          <Venteliste tall={venter} ar={bilde.ar} iPrognosenOre={bilde.ventelisteOre} />
        </Felt>
        <Felt tittel={t('metode.tittel')} className="s12">
          <ul className="liten ro grid gap-2">
            {METODE.map((nokkel) => (
              <li key={nokkel}>{t(`metode.${nokkel}`)}</li>
            ))}
          </ul>
        </Felt>
      </div>
    </>
  );
}
