import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Merke, Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Klokke } from '#lib/sak/domain/svarfrist.ts';
import type { Innboksrad } from '#lib/sak/henvendelse-view.ts';

const MERKE: Readonly<Record<Klokke['type'], StatusType>> = { OVER: 'stopp', SNART: 'varsel', INNEN: 'venter', SVART: 'ok' };

/** How an application stands against its clock, in form, colour and words. */
export async function Frist({ rad }: { rad: Pick<Innboksrad, 'klokke' | 'utfall'> }) {
  const t = await getTranslations('innboks');
  if (rad.klokke === null) return <Status type="ok">{t(`utfall.${(rad.utfall ?? 'BESVART') as 'BESVART'}`)}</Status>;
  return <Status type={MERKE[rad.klokke.type]}>{t(`klokke.${rad.klokke.type}`, { dager: rad.klokke.dager })}</Status>;
}

interface Props {
  rader: readonly Innboksrad[];
  tjenestenavn: Readonly<Record<string, string>>;
  /** false on a recipient's own page */
  medMottaker?: boolean;
}

/** Applications and referrals, one row each; the name opens it. */
export async function InnboksTabell({ rader, tjenestenavn, medMottaker = true }: Props) {
  const [t, s] = await Promise.all([getTranslations('innboks'), getTranslations('sak.gradering')]);
  return (
    <Tabell
      tittel={t('navn')}
      festet
      kolonner={[
        { tekst: medMottaker ? t('kol.mottaker') : t('kol.hva') },
        ...(medMottaker ? [{ tekst: t('kol.hva') }] : []),
        { tekst: t('kol.mottatt'), bareBred: true, bredde: '12%' },
        { tekst: t('kol.frist'), bredde: '20%' },
        { tekst: t('kol.saksbehandler'), bareBred: true, bredde: '16%' },
      ]}
    >
      {rader.map((rad) => {
        const hva = (
          <>
            {t(`type.${rad.type}`)} {t('fra', { fra: rad.fra.toLowerCase() })}
            {rad.tjenester.length > 0 ? <div className="mikro dempet">{rad.tjenester.map((kode) => tjenestenavn[kode] ?? kode).join(', ')}</div> : null}
          </>
        );
        return (
          <Rad key={rad.id} kanVelges>
            <th scope="row">
              <Lenke href={`/innboks/${rad.id}`}>{medMottaker ? rad.navn : `${t(`type.${rad.type}`)} ${t('fra', { fra: rad.fra.toLowerCase() })}`}</Lenke>
              {medMottaker && rad.skjermet ? <> <Merke farge="danger">{s('skjermet')}</Merke></> : null}
              {medMottaker || rad.tjenester.length === 0 ? null : <div className="mikro dempet">{rad.tjenester.map((kode) => tjenestenavn[kode] ?? kode).join(', ')}</div>}
            </th>
            {medMottaker ? <td>{hva}</td> : null}
            <td className="bare-bred nb tab">{formatDato(rad.mottatt)}</td>
            <td>
              <Frist rad={rad} />
            </td>
            <td className="bare-bred">{rad.saksbehandler ?? <span className="dempet">{t('ufordelt')}</span>}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
