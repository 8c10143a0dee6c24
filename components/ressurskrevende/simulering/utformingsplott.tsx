import { getTranslations } from 'next-intl/server';
import { Liggende } from '#components/plott/liggende.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { Simuleringsside } from '#lib/toppfinansiering/simulering-view.ts';

const ORE_PER_MILL = 100_000_000;

/** The state's change under each design; more from the state is good for the municipality. */
export async function Utformingsplott({ side }: { side: Simuleringsside }) {
  const t = await getTranslations('simulering');
  const eget = side.valg.grunnlag === 'egne';
  const rader = side.kolonner.flatMap((k) => (k.svar.ok ? [{ navn: `${k.bokstav} ${t(`kort.${k.kode.split('_')[0] ?? ''}`)}`, verdi: k.svar.tall.endringOre / ORE_PER_MILL }] : []));
  if (rader.length === 0) return null;
  return (
    <Liggende
      tittel={t(eget ? 'plott.tittelEgne' : 'plott.tittel')}
      figurtekst={t(eget ? 'plott.underEgne' : 'plott.under')}
      rader={rader}
      positivtErBra
      navnbredde={136}
      bredde={620}
      format={(verdi) => belopTekst(Math.round(verdi * ORE_PER_MILL), eget ? 'hele' : 'mill', true)}
    />
  );
}
