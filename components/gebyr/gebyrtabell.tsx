import { getTranslations } from 'next-intl/server';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import type { Sammenligning } from '#lib/utfort-tid/domain/gebyr.ts';
import type { Gebyrrad } from '#lib/utfort-tid/gebyr-view.ts';

const MERKE: Readonly<Record<Sammenligning, StatusType>> = { LIK: 'ok', FOR_MYE: 'stopp', FOR_LITE: 'varsel', IKKE_FAKTURERT: 'mangler', UTEN_GRUNNLAG: 'stopp' };

/** Hours in halves: 7 half hours are 3,5. */
const timer = (halvtimer: number): string => formatDesimal(brok(halvtimer, 2), 1);

/** The basis for each recipient and service, and what was invoiced. The sums are of all rows, not only those shown. */
export async function Gebyrtabell({ rader, alle, utenFaktura, sprak }: { rader: readonly Gebyrrad[]; alle: readonly Gebyrrad[]; utenFaktura: boolean; sprak: 'nb' | 'nn' }) {
  const t = await getTranslations('gebyr');
  const sum = (velg: (r: Gebyrrad) => number | null): number => alle.reduce((n, r) => n + (velg(r) ?? 0), 0);
  return (
    <Tabell
      tittel={t('tabell')}
      kolonner={[
        { tekst: t('kolonne.mottaker') }, { tekst: t('kolonne.tjeneste') }, { tekst: t('kolonne.kilde'), bareBred: true }, { tekst: t('kolonne.timer'), tall: true }, { tekst: t('kolonne.fravar'), tall: true, bareBred: true }, { tekst: t('kolonne.sats'), tall: true, bareBred: true },
        { tekst: t('kolonne.grunnlag'), tall: true }, ...(utenFaktura ? [] : [{ tekst: t('kolonne.fakturert'), tall: true }, { tekst: t('kolonne.sammenligning') }]),
      ]}
      sum={
        <SumRad>
          <th scope="row" colSpan={2}>{t('sum')}</th>
          <td className="bare-bred" />
          <TallCelle sterk>{timer(sum((r) => r.grunnlag?.halvtimer ?? null))}</TallCelle>
          <td className="bare-bred" />
          <td className="bare-bred" />
          <TallCelle sterk><Belop ore={sum((r) => r.grunnlag?.ore ?? null)} /></TallCelle>
          {utenFaktura ? null : <TallCelle sterk><Belop ore={sum((r) => r.fakturertOre)} /></TallCelle>}
          {utenFaktura ? null : <td />}
        </SumRad>
      }
    >
      {rader.map((r) => (
        <Rad key={`${r.mottakerId} ${r.tjeneste}`} kanVelges>
          <th scope="row">{r.pseudonym}</th>
          <td>{sprak === 'nn' ? r.navnNn : r.navnNb}</td>
          <td className="bare-bred">
            {r.grunnlag ? t(`kilde.${r.grunnlag.kilde}`) : t('kilde.INGEN')}
            {r.ukvittertMinutter > 0 ? <div className="mikro dempet">{t('ukvittert', { min: r.ukvittertMinutter })}</div> : null}
          </td>
          <TallCelle>{r.grunnlag ? timer(r.grunnlag.halvtimer) : '–'}</TallCelle>
          <td className="tall bare-bred"><Antall antall={r.grunnlag?.fravarsdager ?? 0} /></td>
          <td className="tall bare-bred"><Belop ore={r.sats} /></td>
          <TallCelle><Belop ore={r.grunnlag?.ore ?? null} /></TallCelle>
          {utenFaktura ? null : <TallCelle><Belop ore={r.fakturertOre} /></TallCelle>}
          {utenFaktura ? null : (
            <td>
              <Status type={MERKE[r.sammenligning]}>{t(`sammenligning.${r.sammenligning}`)}</Status>
            </td>
          )}
        </Rad>
      ))}
    </Tabell>
  );
}
