import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Soyler } from '#components/plott/soyler.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Vekstdel } from '#lib/toppfinansiering/domain/vekst.ts';
import type { Fordelingsbilde, Vekstbilde } from '#lib/toppfinansiering/simulering-view.ts';

const ORE_PER_MILL = 100_000_000;
const akse = (fortegn: boolean) => (verdi: number) => belopTekst(Math.round(verdi * ORE_PER_MILL), 'mill', fortegn);
const fortegnet = (n: number): string => `${n > 0 ? '+' : ''}${formatHeltall(n)}`;

/** Year by year: the change of a sum, what more recipients make of it, and what each recipient's cost makes. */
export async function Veksttabell({ tittel, bilde }: { tittel: string; bilde: Vekstbilde }) {
  const t = await getTranslations('simulering');
  const celler = (v: Vekstdel) => (
    <>
      <TallCelle>{fortegnet(v.flere)}</TallCelle>
      <TallCelle>
        <Belop ore={v.endringOre} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={v.antallOre} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={v.prisOre} form="mill" fortegn />
      </TallCelle>
    </>
  );
  return (
    <Tabell
      tittel={tittel}
      kolonner={[{ tekst: t('vekst.ar') }, ...['flere', 'endring', 'avAntall', 'avKostnad'].map((n) => ({ tekst: t(`vekst.${n}`), tall: true }))]}
      sum={
        bilde.samlet ? (
          <tr>
            <th scope="row">{t('vekst.samlet')}</th>
            {celler(bilde.samlet)}
          </tr>
        ) : null
      }
    >
      {bilde.perAr.map((v) => (
        <Rad key={v.ar}>
          <th scope="row">{v.ar}</th>
          {celler(v)}
        </Rad>
      ))}
    </Tabell>
  );
}

/** From the first year to the last. */
export async function Vekstplott({ samlet, fra }: { samlet: Vekstdel; fra: number }) {
  const t = await getTranslations('simulering');
  return (
    <Fossefall
      tittel={t('vekst.plott', { fra: String(fra), til: String(samlet.ar), antall: belopTekst(samlet.antallOre, 'mill', true), kostnad: belopTekst(samlet.prisOre, 'mill', true) })}
      figurtekst={t('vekst.plottUnder')}
      start={{ navn: String(fra), verdi: samlet.fraOre / ORE_PER_MILL }}
      ledd={[
        { navn: t('vekst.leddAntall'), verdi: samlet.antallOre / ORE_PER_MILL },
        { navn: t('vekst.leddKostnad'), verdi: samlet.prisOre / ORE_PER_MILL },
      ]}
      slutt={{ navn: String(samlet.ar) }}
      format={akse(false)}
      formatEndring={akse(true)}
    />
  );
}

/** Recipients in steps of 50 000 kr above the threshold; the mark is the year before. */
export async function Fordelingsplott({ bilde, forrige }: { bilde: Fordelingsbilde; forrige: Fordelingsbilde | null }) {
  const t = await getTranslations('simulering');
  return (
    <Soyler
      tittel={t('fordeling.plott', { ar: String(bilde.ar) })}
      figurtekst={t(forrige ? 'fordeling.under' : 'fordeling.underEgen', { over: formatHeltall(bilde.over), ar: String(bilde.ar), forrige: String(forrige?.ar ?? '') })}
      soyler={bilde.antall.map((verdi, i) => ({ etikett: formatHeltall((i + 1) * 50), verdi, ...(forrige ? { maal: forrige.antall[i] ?? 0 } : {}) }))}
      format={(n) => formatHeltall(Math.round(n))}
      verdinavn={String(bilde.ar)}
      {...(forrige ? { maalnavn: String(forrige.ar) } : {})}
      bredde={900}
      hoyde={190}
    />
  );
}
