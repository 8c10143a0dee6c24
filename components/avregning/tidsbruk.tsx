import { getTranslations } from 'next-intl/server';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import type { Lederbilde } from '#lib/avregning/ledermaned-view.ts';
import { brok } from '#lib/core/brok.ts';
import { isoUke } from '#lib/core/dato.ts';
import { formatProsent, formatTimer } from '#lib/core/format.ts';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { ukeFor } from '#lib/utfort-tid/domain/uke.ts';

type Tid = NonNullable<Lederbilde['tid']>;

const BRUKERRETTET = 'BRUKERRETTET';

/** What the paid hours went to, in the newest month that is known; each share opens to the weeks it is registered in. */
export async function Tidsbruk({ bilde, enhetId, ukelenker }: { bilde: Lederbilde; enhetId: number; ukelenker: boolean }) {
  const t = await getTranslations('ledermaned');
  const tid = bilde.tid;
  if (tid === null) return null;
  const andel = (promille: number): string => formatProsent(brok(promille, 1000));
  const fort = tid.deler.reduce((n, d) => n + d.minutter, tid.brukerrettetMinutter);
  const linje = (navn: string, timer: string, verdi: string) => (
    <tr key={navn}>
      <th scope="row">{navn}</th>
      <TallCelle>{timer}</TallCelle>
      <TallCelle>{verdi}</TallCelle>
    </tr>
  );
  const delt = (navn: string, minutter: number, promille: number) => linje(navn, formatTimer(minutter), andel(promille));
  const rest = Math.max(0, tid.betaltMinutter - fort);
  return (
    <Felt tittel={t('tid')} id="tid">
      <p className="mikro dempet">{t('tidUnder', { maned: stor(manedsnavn(tid.maned)), timer: formatTimer(tid.betaltMinutter) })}</p>
      <Tabell tittel={t('tid')} tettere kolonner={[{ tekst: '', navn: t('kolonne.tall') }, { tekst: t('tidTimer'), tall: true }, { tekst: t('tidAndel'), tall: true }]}>
        {delt(t('brukerrettet'), tid.brukerrettetMinutter, tid.brukerrettetPromille)}
        {tid.deler.map((d) => delt(t(`kategori.${d.kategori}` as never), d.minutter, d.promille))}
        {delt(t('annet'), rest, tid.betaltMinutter > 0 ? Math.round((1000 * rest) / tid.betaltMinutter) : 0)}
        {tid.perVedtatt === null ? null : linje(t('perVedtatt'), (tid.perVedtatt / 100).toFixed(2).replace('.', ','), '')}
      </Tabell>
      <Ukene tid={tid} enhetId={enhetId} ukelenker={ukelenker} />
    </Felt>
  );
}

/** The registered hours week by week: the sums are the figures above, and what came with time sheets is told apart. */
async function Ukene({ tid, enhetId, ukelenker }: { tid: Tid; enhetId: number; ukelenker: boolean }) {
  const t = await getTranslations('ledermaned');
  if (tid.uker.length === 0) return null;
  const sum = (kategori: string): number => tid.uker.reduce((n, u) => n + (u.minutter[kategori] ?? 0), 0);
  const kategorier = [BRUKERRETTET, ...tid.deler.map((d) => d.kategori).filter((k) => sum(k) > 0)];
  const andre = tid.deler.filter((d) => sum(d.kategori) !== d.minutter).map((d) => t(`kategori.${d.kategori}` as never).toLocaleLowerCase('nb'));
  const navn = (k: string): string => (k === BRUKERRETTET ? t('brukerrettetKort') : t(`kategori.${k}` as never));
  return (
    <Detaljer tittel={t('uker.tittel')}>
      <p className="mikro dempet">{t('uker.under', { maned: manedsnavn(tid.maned) })} {andre.length > 0 ? t('uker.timelister', { hva: andre.join(', ') }) : null}</p>
      <Tabell tittel={t('uker.tittel')} tettere kolonner={[{ tekst: t('uker.uke') }, ...kategorier.map((k) => ({ tekst: navn(k), tall: true }))]}>
        {tid.uker.map((u) => {
          const uke = t('uker.nr', { uke: isoUke(u.mandag).uke });
          return (
            <tr key={u.mandag}>
              <th scope="row">{ukelenker ? <Lenke href={`/uken?enhet=${enhetId}&uke=${ukeFor(u.mandag)}&vis=kvittert`}>{uke}</Lenke> : uke}</th>
              {kategorier.map((k) => <TallCelle key={k}>{formatTimer(u.minutter[k] ?? 0)}</TallCelle>)}
            </tr>
          );
        })}
        <SumRad>
          <th scope="row">{stor(manedsnavn(tid.maned))}</th>
          {kategorier.map((k) => <TallCelle key={k}>{formatTimer(sum(k))}</TallCelle>)}
        </SumRad>
      </Tabell>
    </Detaljer>
  );
}
