import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Arstall } from '#lib/avvik/arsslutt-view.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatProsent } from '#lib/core/format.ts';
import { type Arssluttlinje, type Enhetsar, resultatFor } from '#lib/avvik/domain/arsslutt.ts';

const sum = (tall: readonly number[]): number => tall.reduce((s, n) => s + n, 0);

/** Each unit's year: what it earned and cost, what the rule lets it take along, what it brought in. Amounts to the øre. */
export async function Resultattabell({ arstall, kanApneEnhet }: { arstall: Arstall; kanApneEnhet: boolean }) {
  const t = await getTranslations('arsslutt.resultat');
  const { enheter, linjer, til } = arstall;
  const harAnslag = enheter.some((e) => e.anslagOre !== 0);
  const kolonner = ['enhet', 'inntekt', ...(harAnslag ? ['anslag'] : []), 'kostnad', 'resultat', 'budsjett', 'overfores', 'inn', 'akkumulert', 'dekker'].map((k) => ({ tekst: t(k), tall: k !== 'enhet' }));
  const dekker = (l: Arssluttlinje): number => l.akkumulertOre - l.innOre - l.resultatOre;
  const linje = (e: Enhetsar): Arssluttlinje | undefined => linjer.find((l) => l.enhetId === e.enhetId);
  const budsjett = enheter.every((e) => e.budsjettOre !== null) ? sum(enheter.map((e) => e.budsjettOre ?? 0)) : null;
  return (
    <Tabell
      tittel={t('tittel', { ar: String(arstall.ar) })}
      kolonner={kolonner}
      bred
      sum={
        <tr>
          <th scope="row">{t('sum')}</th>
          <TallCelle><Belop ore={sum(enheter.map((e) => e.inntektOre))} /></TallCelle>
          {harAnslag ? <TallCelle><Belop ore={sum(enheter.map((e) => e.anslagOre))} /></TallCelle> : null}
          <TallCelle><Belop ore={sum(enheter.map((e) => e.kostnadOre))} /></TallCelle>
          <TallCelle><Belop ore={sum(enheter.map(resultatFor))} fortegn /></TallCelle>
          <TallCelle><Belop ore={budsjett} /></TallCelle>
          <TallCelle><Belop ore={sum(linjer.map((l) => l.overforesOre))} fortegn /></TallCelle>
          <TallCelle><Belop ore={sum(enheter.map((e) => e.innOre))} fortegn /></TallCelle>
          <TallCelle><Belop ore={sum(linjer.map((l) => l.akkumulertOre))} fortegn /></TallCelle>
          <TallCelle><Belop ore={sum(linjer.map(dekker))} fortegn /></TallCelle>
        </tr>
      }
    >
      {enheter.map((e) => {
        const l = linje(e);
        return (
          <Rad key={e.enhetId}>
            <th scope="row">
              {kanApneEnhet && til ? <Lenke href={`/maneden?enhet=${e.enhetId}&maned=${til}`}>{e.navn}</Lenke> : e.navn}
              <span className="bare-smal mikro blokk">
                {t('resultat')}: <Belop ore={resultatFor(e)} fortegn />
              </span>
              {l ? (
                <span className="bare-smal mikro blokk">
                  {t('overfores')}: <Belop ore={l.overforesOre} fortegn />
                </span>
              ) : null}
              {e.regel.type === 'INGEN' ? <span className="mikro dempet blokk">{t('ingenRegel')}</span> : null}
              {e.dispensasjon ? <span className="mikro dempet blokk">{t('dispensasjon')}</span> : null}
            </th>
            <TallCelle><Belop ore={e.inntektOre} /></TallCelle>
            {harAnslag ? <TallCelle dempet={e.anslagOre === 0}><Belop ore={e.anslagOre} /></TallCelle> : null}
            <TallCelle><Belop ore={e.kostnadOre} /></TallCelle>
            <TallCelle sterk><Belop ore={resultatFor(e)} fortegn /></TallCelle>
            <TallCelle><Belop ore={e.budsjettOre} /></TallCelle>
            <TallCelle><Belop ore={l?.overforesOre ?? null} fortegn /></TallCelle>
            <TallCelle dempet={e.innOre === 0}><Belop ore={e.innOre} fortegn /></TallCelle>
            <TallCelle sterk><Belop ore={l?.akkumulertOre ?? null} fortegn /></TallCelle>
            <TallCelle><Belop ore={l ? dekker(l) : null} fortegn /></TallCelle>
          </Rad>
        );
      })}
    </Tabell>
  );
}

const prosent = (andel: string): string => formatProsent(brokFraDesimal(andel)).replace(',0', '');

/** The rules in words, one line a scheme. */
export async function Reglene({ enheter }: { enheter: readonly Enhetsar[] }) {
  const t = await getTranslations('arsslutt.regel');
  const regler = new Map(enheter.flatMap((e) => (e.regel.type === 'REGEL' ? [[e.regel.ordningId, e.regel] as const] : [])));
  const r = await getTranslations('arsslutt.resultat');
  return (
    <ul className="mikro dempet">
      <li>{r('utenPrivate')}</li>
      {[...regler.values()].map(({ ordningId, ordning, regel }) => (
        <li key={ordningId}>
          {t('linje', { ordning, overskudd: prosent(regel.andelOverskudd), underskudd: prosent(regel.andelUnderskudd) })}
          {regel.takAndelAvBudsjett === null ? '' : ` ${t('tak', { andel: prosent(regel.takAndelAvBudsjett) })}`}
          {regel.takAkkumulert === null ? '' : ` ${t('takAkkumulert', { andel: prosent(regel.takAkkumulert) })}`}
        </li>
      ))}
    </ul>
  );
}
