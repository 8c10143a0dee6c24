import { getTranslations } from 'next-intl/server';
import { medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatHeltall, formatTimer } from '#lib/core/format.ts';
import type { Planside, Planuke } from '#lib/oppdrag/plan-view.ts';

const verdi = (kontoId: number | null): string => (kontoId === null ? 'ingen' : String(kontoId));

/** The week by employee: visits a day and hours of the week; a row can take a visit that is dropped on it. */
export async function Ukeplan({ side, q }: { side: Planside; q: Sokefelt }) {
  const t = await getTranslations('plan');
  const dager = side.uke[0]?.dager.map((d) => d.dag) ?? [];
  const sum = (rader: readonly Planuke[], i: number) => rader.reduce((s, r) => s + (r.dager[i]?.besok ?? 0), 0);
  const timer = (rad: Planuke) => rad.dager.reduce((s, d) => s + d.minutter, 0);
  const dagnavn = (dag: Dato) => `${t(`kort.${ukedag(dag)}`)} ${dag.slice(8, 10)}.${dag.slice(5, 7)}.`;
  return (
    <Tabell
      tittel={t('uke')}
      tettere
      bred
      kolonner={[{ tekst: t('ansatt') }, ...dager.map((dag) => ({ tekst: <span className={dag === side.dag ? 'sterk' : undefined}>{dagnavn(dag)}</span>, tall: true })), { tekst: t('sum'), tall: true }]}
      sum={
        <tr>
          <th scope="row">{t('sum')}</th>
          {dager.map((dag, i) => (
            <TallCelle key={dag}>{formatHeltall(sum(side.uke, i))}</TallCelle>
          ))}
          <TallCelle>{formatTimer(side.uke.reduce((s, r) => s + timer(r), 0))}</TallCelle>
        </tr>
      }
    >
      {side.uke.map((rad) => {
        const navn = rad.navn ?? t('ingen');
        return (
          <tr key={verdi(rad.kontoId)} data-ansatt={rad.kontoId ?? ''} data-navn={navn}>
            <th scope="row" className="nb">
              {navn}
            </th>
            {rad.dager.map((d) => (
              <TallCelle key={d.dag}>
                {d.besok === 0 ? (
                  <span className="dempet">0</span>
                ) : (
                  <Lenke href={medFelt('/plan', q, { dag: d.dag, ansatt: verdi(rad.kontoId), side: undefined })} navn={t('visDag', { navn, dag: dagnavn(d.dag), besok: d.besok })}>
                    {formatHeltall(d.besok)}
                  </Lenke>
                )}
              </TallCelle>
            ))}
            <TallCelle>{formatTimer(timer(rad))}</TallCelle>
          </tr>
        );
      })}
    </Tabell>
  );
}
