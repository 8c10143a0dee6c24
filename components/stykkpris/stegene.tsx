import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Etterberegningen } from '#components/stykkpris/etterberegning.tsx';
import { Grunnlagsfelt } from '#components/stykkpris/grunnlagsfelt.tsx';
import { Kostnadstabell } from '#components/stykkpris/kostnadstabell.tsx';
import { Prisbane } from '#components/stykkpris/prisbane.tsx';
import { Regeltabell } from '#components/stykkpris/regeltabell.tsx';
import { Utfallstabell } from '#components/stykkpris/utfallstabell.tsx';
import { Verkstedvarsler } from '#components/stykkpris/verkstedvarsler.tsx';
import { Volumtabell } from '#components/stykkpris/volumtabell.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { manedFor } from '#lib/core/maned.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

function Tittel({ nr, children }: { nr: number; children: ReactNode }) {
  return (
    <span>
      <span className="steg-nr">{nr}</span> {children}
    </span>
  );
}

/** The four steps on one page, with fields or to look at. */
export async function Stegene({ bilde, redigerbar, idag }: { bilde: Verkstedbilde; redigerbar: boolean; idag: Dato }) {
  const t = await getTranslations('stykkpris.verksted');
  return (
    <div className="stabel-luft">
      <Verkstedvarsler bilde={bilde} redigerbar={redigerbar} />
      <Felt tittel={t('grunnlag')}>
        <Grunnlagsfelt bilde={bilde} redigerbar={redigerbar} />
      </Felt>
      {bilde.kostnad.enheter.length === 0 ? (
        <TomTilstand tekst={t('ingenRegnskap')} />
      ) : (
        <div className="to-spalter">
          <Felt tittel={<Tittel nr={1}>{t('steg1')}</Tittel>}>
            <Kostnadstabell bilde={bilde} redigerbar={redigerbar} />
          </Felt>
          <Felt tittel={<Tittel nr={2}>{t('steg2')}</Tittel>}>
            <Volumtabell bilde={bilde} redigerbar={redigerbar} />
          </Felt>
        </div>
      )}
      <Felt tittel={<Tittel nr={3}>{t('steg3')}</Tittel>}>
        <div className="stabel">
          <Regeltabell bilde={bilde} redigerbar={redigerbar} />
          <Utfallstabell bilde={bilde} />
        </div>
      </Felt>
      {bilde.valg.fraManed <= manedFor(idag) ? (
        <Felt tittel={t('etter')}>
          <Etterberegningen bilde={bilde} />
        </Felt>
      ) : null}
      <Felt tittel={<Tittel nr={4}>{t('steg4')}</Tittel>}>
        <Prisbane bilde={bilde} redigerbar={redigerbar} />
      </Felt>
    </div>
  );
}
