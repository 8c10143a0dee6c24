import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop, Timer } from '#components/ui/tall.tsx';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { Tiltaksdel, Tiltakstall } from '#lib/oversikt/domain/tiltakstall.ts';

function Tall({ d }: { d: Omit<Tiltaksdel, 'koder' | 'navn'> }) {
  return (
    <>
      <TallCelle><Antall antall={d.mottakere} /></TallCelle>
      <TallCelle><Antall antall={d.vedtak} /></TallCelle>
      <TallCelle><Timer min={d.minutterPerUke} desimaler={0} /></TallCelle>
      <TallCelle><Belop ore={d.arsluttOre} form="hele" fortegn /></TallCelle>
      <TallCelle sterk><Belop ore={d.tolvOre} form="hele" fortegn /></TallCelle>
    </>
  );
}

/** What the measure is made of, service by service, the largest first. */
export async function Tjenestedeler({ tall, ar }: { tall: Tiltakstall; ar: number }) {
  const t = await getTranslations('tiltak.tabell');
  const kolonner = [{ tekst: t('tjeneste') }, ...[t('mottakere'), t('vedtak'), t('timer'), t('arslutt', { ar: String(ar) }), t('tolv')].map((tekst) => ({ tekst, tall: true }))];
  return (
    <Tabell tittel={t('perTjeneste')} kolonner={kolonner} sum={<SumRad><th scope="row">{t('sum')}</th><Tall d={tall} /></SumRad>}>
      {tall.tjenester.map((d) => (
        <Rad key={d.koder.join('+')}>
          <th scope="row">{d.navn}</th>
          <Tall d={d} />
        </Rad>
      ))}
    </Tabell>
  );
}

/** The effect month by month, with the sum so far. */
export async function Manedseffekt({ tall }: { tall: Tiltakstall }) {
  const t = await getTranslations('tiltak.tabell');
  const samlet = tall.maneder.map((_, i) => tall.maneder.slice(0, i + 1).reduce((s, m) => s + m.ore, 0));
  // Rounded months do not sum to the rounded year.
  const summerer = samlet.at(-1) === tall.tolvOre;
  return (
    <Tabell tettere tittel={t('perManed')} kolonner={[{ tekst: t('maned') }, { tekst: t('effekt'), tall: true }, ...(summerer ? [{ tekst: t('samlet'), tall: true }] : [])]}>
      {tall.maneder.map((m, i) => (
        <Rad key={m.maned}>
          <th scope="row">{stor(manedOgAr(m.maned))}</th>
          <TallCelle><Belop ore={m.ore} form="hele" fortegn /></TallCelle>
          {summerer ? <TallCelle dempet><Belop ore={samlet[i] ?? 0} form="hele" fortegn /></TallCelle> : null}
        </Rad>
      ))}
    </Tabell>
  );
}

/** What a lower price takes from each unit. */
export async function Enhetsdeler({ tall, ar }: { tall: Tiltakstall; ar: number }) {
  const t = await getTranslations('tiltak.tabell');
  return (
    <Tabell tittel={t('perEnhet')} kolonner={[{ tekst: t('enhet') }, { tekst: t('mottakere'), tall: true }, { tekst: t('arslutt', { ar: String(ar) }), tall: true }, { tekst: t('tolv'), tall: true }]}>
      {tall.enheter.map((d) => (
        <Rad key={d.koder.join('+')}>
          <th scope="row">{d.navn}</th>
          <TallCelle><Antall antall={d.mottakere} /></TallCelle>
          <TallCelle><Belop ore={d.arsluttOre} form="hele" fortegn /></TallCelle>
          <TallCelle sterk><Belop ore={d.tolvOre} form="hele" fortegn /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
