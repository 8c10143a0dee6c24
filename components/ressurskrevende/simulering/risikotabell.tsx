import { getTranslations } from 'next-intl/server';
import { Liggende } from '#components/plott/liggende.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { delt, erNull, tilDesimal, type Brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall, formatProsent } from '#lib/core/format.ts';
import type { Gruppetall } from '#lib/toppfinansiering/domain/risiko.ts';
import type { Simuleringsside } from '#lib/toppfinansiering/simulering-view.ts';

const kr = (b: Brok | null): string => (b === null ? '–' : formatDesimal(b, 0));

/** Table 6.1 by the size of the municipality: mean, deviation within the year and of the change; then the change's deviation under each design. */
export async function Risikotabell({ side }: { side: Simuleringsside }) {
  const t = await getTranslations('simulering');
  const vist = side.kolonner.map((k, i) => ({ ...k, i })).filter(({ i }) => side.grupper.some((g) => g.under[i] !== null));
  const variasjon = (g: Gruppetall): string => (g.snitt === null || erNull(g.snitt) ? '–' : formatProsent(delt(g.avvik, g.snitt), 0));
  const navn = (fra: number, til: number | null): string => (til === null ? t('risiko.over', { fra: formatHeltall(fra) }) : t('risiko.mellom', { fra: formatHeltall(fra), til: formatHeltall(til) }));
  return (
    <Tabell
      tittel={t('risiko.tabell')}
      bred={vist.length > 3}
      kolonner={[
        { tekst: t('risiko.innbyggere') },
        { tekst: t('risiko.snitt'), tall: true },
        { tekst: t('risiko.avvik'), tall: true },
        { tekst: t('risiko.andel'), tall: true },
        { tekst: t('risiko.fraAr'), tall: true },
        ...vist.map((k) => ({ tekst: t('risiko.under', { bokstav: k.bokstav }), tall: true })),
      ]}
    >
      {side.grupper.map((g) => (
        <Rad key={g.fra}>
          <th scope="row">{navn(g.fra, g.til)}</th>
          <TallCelle>{kr(g.na.snitt)}</TallCelle>
          <TallCelle>{kr(g.na.avvik)}</TallCelle>
          <TallCelle>{variasjon(g.na)}</TallCelle>
          <TallCelle sterk>{kr(g.na.avvikEndring)}</TallCelle>
          {vist.map((k) => {
            const under = g.under[k.i];
            return <TallCelle key={k.kode}>{under ? kr(under.avvikEndring) : '–'}</TallCelle>;
          })}
        </Rad>
      ))}
    </Tabell>
  );
}

/** How differently the grant per inhabitant changes from year to year, by the size of the municipality. */
export async function Risikoplott({ side }: { side: Simuleringsside }) {
  const [t, r] = [await getTranslations('simulering'), await getTranslations('ressursregning.risiko')];
  const navn = (fra: number, til: number | null): string => (til === null ? t('risiko.over', { fra: formatHeltall(fra) }) : t('risiko.mellom', { fra: formatHeltall(fra), til: formatHeltall(til) }));
  return (
    <Liggende
      tittel={r('plott')}
      figurtekst={r('under')}
      rader={side.grupper.map((g) => ({ navn: navn(g.fra, g.til), verdi: Number(tilDesimal(g.na.avvikEndring, 2)), form: 'total' as const }))}
      navnbredde={130}
      bredde={620}
      format={(verdi) => formatHeltall(Math.round(verdi))}
    />
  );
}
