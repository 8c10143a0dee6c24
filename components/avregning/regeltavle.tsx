import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Antall, Belop, belopTekst } from '#components/ui/tall.tsx';
import { mendAdresse, type Regellinje } from '#lib/avregning/tavle-view.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Kommando } from '#lib/grunnlag/domain/tilgang.ts';

interface Radprops {
  maned: Maned;
  linje: Regellinje;
  /** whether the reader has a command: a way out that is closed to them is no way out */
  harRett: (kommando: Kommando) => boolean;
}

const hvorTekst = (linje: Regellinje): string => linje.hvor.map((h) => `${h.enhet}${linje.hvor.length > 1 || h.antall > 1 ? ` ${h.antall}` : ''}`).join(', ');

/** One rule. On a phone the figures stand under the rule's name, so that the way out of it keeps its place at the edge. */
async function Regelrad({ maned, linje, harRett }: Radprops) {
  const t = await getTranslations('avregning.regler');
  const felles = await getTranslations('felles');
  const brutt = linje.antall > 0;
  const vei = brutt ? mendAdresse(linje.regel, maned) : null;
  const href = vei && harRett(vei.kommando) ? vei.href : null;
  const ore = linje.ore === null ? felles('ord.ukjent') : belopTekst(linje.ore);
  const navn = t(linje.regel);
  return (
    <Rad id={`regel-${linje.regel}`}>
      <th scope="row">
        <Status type={linje.alvor}>{navn}</Status>
        {brutt ? <span className="bare-smal mikro dempet" style={{ display: 'block' }}>{t('smal', { antall: linje.antall, ore, hvor: hvorTekst(linje) })}</span> : null}
      </th>
      <td className="tall bare-bred">
        <Antall antall={linje.antall} />
      </td>
      <td className="tall bare-bred">{linje.ore === null ? felles('ord.ukjent') : <Belop ore={linje.ore} />}</td>
      <td className="bare-bred">{hvorTekst(linje)}</td>
      <td className={href ? 'tall' : 'tall dempet'}>
        {href ? (
          <Lenke href={href} navn={`${t(`mend.${linje.regel}`)}: ${navn}`}>
            {t(`mend.${linje.regel}`)}
          </Lenke>
        ) : brutt ? null : (
          t('stemmer')
        )}
      </td>
    </Rad>
  );
}

/** What the rules say of the month: those that hinder first, with how many, what they touch, where, and the way out. */
export async function Regeltavle({ maned, linjer, harRett }: { maned: Maned; linjer: readonly Regellinje[]; harRett: Radprops['harRett'] }) {
  const t = await getTranslations('avregning.regler');
  const felles = await getTranslations('felles');
  const kolonner = [
    { tekst: t('regel') },
    { tekst: t('antall'), tall: true, bareBred: true },
    { tekst: t('ore'), tall: true, bareBred: true },
    { tekst: t('hvor'), bareBred: true },
    { tekst: '', navn: felles('ord.handling'), tall: true },
  ];
  return (
    <>
      <Tabell tittel={t('tittel')} kolonner={kolonner}>
        {linjer.map((linje) => (
          <Regelrad key={linje.regel} maned={maned} linje={linje} harRett={harRett} />
        ))}
      </Tabell>
      <p className="mikro dempet tegn">
        <Status type="stopp">{t('stopper')}</Status> <Status type="varsel">{t('varsler')}</Status>
        {harRett('SETT_LUKKEREGLER') ? (
          <span>
            {t('sattI')} <Lenke href={`/avregning/${maned}/lukking/regler`}>{t('reglene')}</Lenke>
          </span>
        ) : null}
      </p>
    </>
  );
}
