import { getTranslations } from 'next-intl/server';
import { Merke, Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { KALENDERSTEG, type Stegstatus } from '#lib/avregning/domain/kalender.ts';
import type { Kalenderbilde, Kalenderrad, Stegview } from '#lib/avregning/kalender-view.ts';

const FORM: Record<Stegstatus, StatusType> = { GJORT: 'ok', STIPULERT: 'varsel', FORSENT: 'stopp', VENTER: 'venter', SENERE: 'av' };

async function Stegcelle({ steg, rad }: { steg: Stegview; rad: Kalenderrad }) {
  const t = await getTranslations('kalender.kalender');
  const venterPaStipulering = steg.steg === 'ERKLAR' && rad.stipuleringVenter && steg.status === 'FORSENT';
  return (
    <span className="stegvei">
      <Status type={FORM[steg.status]}>{venterPaStipulering ? t('stipuleringVenter') : steg.steg === 'INNSIGELSE' && rad.apenInnsigelse ? t('apenInnsigelse') : t(`status.${steg.status}`)}</Status>
      {steg.hvem ? <span className="mikro dempet">{`${steg.hvem} ${steg.dato ?? ''}`}</span> : null}
      {steg.steg === 'ERKLAR' && steg.status !== 'GJORT' ? <span className="mikro dempet">{t('dager', { dager: rad.dager })}</span> : null}
    </span>
  );
}

/** The units of a month against its steps: where each stands, who did it and when; deadlines in the heading. */
export async function Kalendertabell({ bilde, tittel }: { bilde: Kalenderbilde; tittel: string }) {
  const t = await getTranslations('kalender.kalender');
  const kolonner = [
    { tekst: t('enhet') },
    ...KALENDERSTEG.map((steg) => ({
      tekst: (
        <>
          {t(`steg.${steg}`)} <span className="blokk mikro frist">{t.rich('innen', { dato: () => <DatoTekst dato={bilde.frist[steg]} /> })}</span>
        </>
      ),
    })),
  ];
  return (
    <Tabell tittel={tittel} kolonner={kolonner} bred>
      {bilde.rader.map((rad) => (
        <Rad key={rad.enhetId} kanVelges>
          <th scope="row">
            {rad.enhet} {rad.stipulert ? <Merke farge="warning">{t('stipulert')}</Merke> : null}
          </th>
          {rad.steg.map((steg) => (
            <td key={steg.steg}>
              <Stegcelle steg={steg} rad={rad} />
            </td>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
