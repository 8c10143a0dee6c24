import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import type { Importhode } from '#lib/grunnlag/domain/filimport/importbilde.ts';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';

const MERKE: Readonly<Record<Importstatus, StatusType>> = {
  LASTER_OPP: 'mangler', LASTET: 'venter', LESER: 'venter', LEST: 'venter', TAR_INN: 'venter', TATT_INN: 'ok', AVVIST: 'stopp', FEILET: 'stopp', FORKASTET: 'av',
};

/** Every file that has come: when, who, name, rows, content's fingerprint, and how it went. */
export async function Importhistorikk({ importer, sti, rom }: { importer: readonly Importhode[]; sti: string; rom: string }) {
  const t = await getTranslations('filimport.historikk');
  const tr = await getTranslations(rom);
  const kolonner = [
    { tekst: t('fil') }, { tekst: t('slag') }, { tekst: t('status') }, { tekst: t('rader'), tall: true }, { tekst: t('nar') }, { tekst: t('hvem') }, { tekst: t('avtrykk'), bareBred: true },
  ];
  return (
    <Tabell tittel={t('tabell')} kolonner={kolonner}>
      {importer.map((i) => {
        const merket = i.tattInn ?? i.lastetOpp;
        return (
          <Rad key={i.id} kanVelges>
            <th scope="row" className="bryt">
              <Lenke href={`${sti}/${i.id}`}>{i.filnavn}</Lenke>
            </th>
            <td>{tr(`slag.${i.slag}`)}</td>
            <td>
              <Status type={i.status === 'LEST' && i.antallFeil > 0 ? 'varsel' : MERKE[i.status]}>{t(i.status === 'LEST' && i.antallFeil > 0 ? 'harFeil' : `statuser.${i.status}`)}</Status>
            </td>
            <TallCelle>
              <Antall antall={i.antallRader} />
            </TallCelle>
            <td className="nb">{merket.tid}</td>
            <td>{merket.av}</td>
            <td className="bare-bred mikro">{i.hash ? <code title={i.hash}>{i.hash.slice(0, 10)}</code> : '–'}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
