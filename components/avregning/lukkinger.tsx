import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Lukkingview } from '#lib/avregning/lukking-view.ts';
import type { Maned } from '#lib/core/maned.ts';

async function Grunnlag({ maned, lukking, kanLaste }: { maned: Maned; lukking: Lukkingview; kanLaste: boolean }) {
  const t = await getTranslations('lukking.lukk');
  return (
    <ul>
      {lukking.grunnlag.map((g) => (
        <li key={g.ordning}>
          {kanLaste ? (
            <a className="ds-link" href={`/avregning/${maned}/lukking/grunnlag?${new URLSearchParams({ nummer: String(lukking.nummer), ordning: g.ordning })}`} download>
              {t('lastNed', { ordning: g.ordning })}
            </a>
          ) : (
            g.ordning
          )}{' '}
          <span className="mikro dempet bare-bred" title={g.sha256}>
            {t('fingeravtrykk', { hash: `${g.sha256.slice(0, 12)}…` })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every closing of the month: when, by whom, for which units, what it was reported as and the basis it rests on. */
export async function Lukkinger({ maned, lukkinger, kanLaste }: { maned: Maned; lukkinger: readonly Lukkingview[]; kanLaste: boolean }) {
  const t = await getTranslations('lukking.lukk');
  const kolonner = [{ tekst: t('nr'), tall: true }, { tekst: t('nar') }, { tekst: t('hvem'), bareBred: true }, { tekst: t('hvor'), bareBred: true }, { tekst: t('meldt'), tall: true }, { tekst: t('grunnlag') }];
  return (
    <Tabell tittel={t('historie')} kolonner={kolonner} bred>
      {lukkinger.map((l) => (
        <Rad key={l.id}>
          <TallCelle>{l.nummer}</TallCelle>
          <th scope="row">{l.tid}</th>
          <td className="bare-bred">{l.av ?? t('seg')}</td>
          <td className="bare-bred">{l.alle ? t('alle') : l.enheter.join(', ')}</td>
          <TallCelle>
            <Belop ore={l.belopOre} />
          </TallCelle>
          <td>
            <Grunnlag maned={maned} lukking={l} kanLaste={kanLaste} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
