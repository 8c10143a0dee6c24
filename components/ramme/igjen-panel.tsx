import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { gruppenavn } from '#components/ramme/rammetabell.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Igjen } from '#lib/oversikt/bestillerramme-view.ts';

/** What is left of the purchaser's budget, and that it decides nothing. `apner`: the reader may open the frame. */
export async function IgjenPanel({ igjen, apner }: { igjen: Igjen; apner: boolean }) {
  const [t, navn] = await Promise.all([getTranslations('ramme'), gruppenavn()]);
  return (
    <section className="stabel" aria-labelledby="igjen-av-rammen">
      <h2 id="igjen-av-rammen">{t('panel.tittel', { ar: String(igjen.ar) })}</h2>
      <Tabell tettere tittel={t('panel.tittel', { ar: String(igjen.ar) })} kolonner={[{ tekst: t('tjenestegruppe') }, { tekst: t('panel.mill'), tall: true }]}>
        {igjen.grupper.map((rad) => (
          <Rad key={rad.gruppe}>
            <th scope="row">{apner ? <Link className="ds-link" href={`/vedtak/ramme/${rad.gruppe}`} prefetch={false}>{navn(rad.gruppe)}</Link> : navn(rad.gruppe)}</th>
            <TallCelle><Belop ore={rad.igjenOre} form="mill" /></TallCelle>
          </Rad>
        ))}
      </Tabell>
      <p className="mikro dempet">{t('panel.om', { maned: manedOgAr(igjen.naa) })} {t('ikkeGrunn')}</p>
    </section>
  );
}
