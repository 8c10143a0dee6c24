import { getTranslations } from 'next-intl/server';
import type { Innpassing } from '#components/filimport/importside.tsx';
import { AngreKnapp } from '#components/mottak/angre-knapp.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Timer } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Planimportbilde, Planimportrad } from '#lib/oppdrag/plan-import-view.ts';
import type { angreImportHandling } from '#lib/utfort-tid/actions-mottak.ts';

type Props = { bilde: Planimportbilde; importId: number; sti: string };

/** New, alike and ended visits of the week, each opening to its rows. */
async function Utfall({ bilde, importId, sti }: Props) {
  const t = await getTranslations('planimport');
  const valg = [['NY', bilde.nye], ['LIK', bilde.like], ['SLUTT', bilde.slutt]] as const;
  return (
    <Tabell tittel={t('utfallstabell')} kolonner={[{ tekst: t('utfallet') }, { tekst: t('rader'), tall: true }, { tekst: t('betyr') }]}>
      {valg.map(([utfall, antall]) => (
        <Rad key={utfall}>
          <th scope="row">{antall > 0 ? <Lenke href={`${sti}/${importId}?vis=plan&utfall=${utfall}`}>{t(`utfall.${utfall}`)}</Lenke> : t(`utfall.${utfall}`)}</th>
          <TallCelle><Antall antall={antall} /></TallCelle>
          <td>{t(`utfallhjelp.${utfall}`, { fra: bilde.fra })}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** A week per unit before and after, against what is granted. */
async function Enhetene({ bilde }: { bilde: Planimportbilde }) {
  const t = await getTranslations('planimport');
  return (
    <Tabell tittel={t('enheter')} kolonner={[{ tekst: t('enhet') }, { tekst: t('oppdrag'), tall: true, bareBred: true }, { tekst: t('besokFor'), tall: true, bareBred: true }, { tekst: t('besokEtter'), tall: true, bareBred: true }, { tekst: t('timerFor'), tall: true }, { tekst: t('timerEtter'), tall: true }, { tekst: t('vedtatt'), tall: true }]}>
      {bilde.enheter.map((e) => (
        <Rad key={e.enhetId}>
          <th scope="row">{e.enhet}</th>
          <TallCelle bareBred><Antall antall={e.oppdrag} /></TallCelle>
          <TallCelle bareBred><Antall antall={e.besokFor} /></TallCelle>
          <TallCelle bareBred><Antall antall={e.besokEtter} /></TallCelle>
          <TallCelle><Timer min={e.minutterFor} /></TallCelle>
          <TallCelle sterk><Timer min={e.minutterEtter} /></TallCelle>
          <TallCelle><Timer min={e.vedtatt} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Oppdragene({ bilde }: { bilde: Planimportbilde }) {
  const t = await getTranslations('planimport');
  return (
    <Tabell tittel={t('avvikende')} tettere kolonner={[{ tekst: t('mottaker') }, { tekst: t('vedtak'), bareBred: true }, { tekst: t('timerFor'), tall: true }, { tekst: t('timerEtter'), tall: true }, { tekst: t('vedtatt'), tall: true }]}>
      {bilde.oppdrag.map((o) => (
        <Rad key={o.oppdragId}>
          <th scope="row">{o.pseudonym}</th>
          <td className="nb bare-bred">{o.vedtakNummer}</td>
          <TallCelle><Timer min={o.minutterFor} /></TallCelle>
          <TallCelle sterk={o.minutterEtter !== o.vedtatt}><Timer min={o.minutterEtter} /></TallCelle>
          <TallCelle><Timer min={o.vedtatt} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Del(props: Props & { tattInn: boolean }) {
  const { bilde, tattInn } = props;
  const t = await getTranslations('planimport');
  return (
    <>
      {bilde.angret ? <Varsel tittel={t('angret.tittel', { tid: bilde.angret.tid, av: bilde.angret.av })}>{t('angret.tekst', bilde.angret.resultat)}</Varsel> : null}
      {bilde.status === 'ANGRER' ? <Varsel tittel={t('angrer.tittel')}>{t('angrer.tekst')}</Varsel> : null}
      <Felt tittel={t(tattInn ? 'gjort' : 'skjer', { fra: bilde.fra })}><Utfall {...props} /></Felt>
      <Felt tittel={t('enheter')}><Enhetene bilde={bilde} /></Felt>
      {bilde.oppdrag.length > 0 ? (
        <Felt tittel={t('avvikende')}>
          <p className="liten dempet">{t('avvikendeOm')}</p>
          <Oppdragene bilde={bilde} />
        </Felt>
      ) : null}
    </>
  );
}

/** What a file of plans shows on its page once it is read without faults; undefined before. */
export async function lagPlaninnpassing(bilde: Planimportbilde | null, status: Importstatus, fil: { importId: number; sti: string }, angre: typeof angreImportHandling | null): Promise<Innpassing | undefined> {
  if (bilde === null || (status !== 'LEST' && status !== 'TATT_INN')) return undefined;
  const t = await getTranslations('planimport');
  const kanTasInn = bilde.nye + bilde.slutt > 0;
  const tattInn = status === 'TATT_INN';
  const funn = !kanTasInn ? 'funn.ingen' : bilde.status === 'ANGRET' ? 'funn.angret' : tattInn ? 'funn.tattInn' : 'funn.lest';
  return {
    funn: t(funn, { nye: formatHeltall(bilde.nye), slutt: formatHeltall(bilde.slutt) }),
    del: <Del bilde={bilde} {...fil} tattInn={tattInn} />,
    kanTasInn,
    knapper:
      tattInn && bilde.status === 'TATT_INN' && kanTasInn && angre ? (
        <Tekster navnerom={['skjema', 'mottak', 'planimport']}>
          <AngreKnapp importId={fil.importId} handling={angre} rom="planimport" />
        </Tekster>
      ) : null,
  };
}

const dagtekst = (dag: string | null): string => (dag === null ? '' : formatDato(dag as Dato));

/** Rows of a file of plans with one outcome. */
export async function Planradliste({ rader }: { rader: readonly Planimportrad[] }) {
  const [t, tp] = await Promise.all([getTranslations('planimport'), getTranslations('bemanning')]);
  return (
    <Tabell tittel={t('radtabell')} tettere kolonner={[{ tekst: t('mottaker') }, { tekst: t('dag') }, { tekst: t('kl') }, { tekst: t('minutter'), tall: true }, { tekst: t('personer'), tall: true, bareBred: true }, { tekst: t('ansatt') }, { tekst: t('gjelder') }, { tekst: t('rad'), tall: true, bareBred: true }]}>
      {rader.map((r) => (
        <Rad key={r.lopenr}>
          <th scope="row">{r.pseudonym}</th>
          <td>{r.ukedag === null ? dagtekst(r.dato) : tp(`kort.${r.ukedag}` as never)}{r.hver > 1 ? ` ${t('hverUke', { n: r.hver })}` : ''}</td>
          <td className="nb">{r.kl}</td>
          <TallCelle><Antall antall={r.minutter} /></TallCelle>
          <TallCelle bareBred><Antall antall={r.personer} /></TallCelle>
          <td>{r.ansatt ?? '–'}</td>
          <td className="nb">{`${dagtekst(r.fom)}–${r.tom === null ? '' : dagtekst(r.tom)}`}</td>
          <td className="tall dempet bare-bred">{r.rad ?? '–'}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
