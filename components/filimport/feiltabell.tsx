import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Importbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';

/** What is wrong, the same fault as one line; every single one is a page and a file away. */
export async function Feiltabell({ bilde, sti }: { bilde: Importbilde; sti: string }) {
  const t = await getTranslations('filimport.feil');
  return (
    <>
      <Tabell
        tittel={t('tabell')}
        kolonner={[{ tekst: t('hva') }, { tekst: t('kolonne') }, { tekst: t('verdi') }, { tekst: t('rader') }, { tekst: t('antall'), tall: true }]}
      >
        {bilde.feilgrupper.map((f) => (
          <Rad key={`${f.hode} ${f.grunn} ${f.verdi} ${f.forsteRad}`}>
            <th scope="row">{t(`grunn.${f.grunn}`)}</th>
            <td>{f.hode ?? t('heleRaden')}</td>
            <td className="bryt">{f.verdi === '' ? <span className="dempet">{t('tom')}</span> : `«${f.verdi}»`}</td>
            <td>{f.antall === 1 ? t('rad', { rad: formatHeltall(f.forsteRad) }) : t('fraTil', { fra: formatHeltall(f.forsteRad), til: formatHeltall(f.sisteRad) })}</td>
            <TallCelle>
              <Antall antall={f.antall} />
            </TallCelle>
          </Rad>
        ))}
      </Tabell>
      <p className="liten under-tabell">
        <Lenke href={`${sti}/${bilde.id}?vis=feil`}>{t('visAlle', { antall: formatHeltall(bilde.antallFeil) })}</Lenke>
        {' · '}
        <a className="ds-link" href={`${sti}/${bilde.id}/feil`} download>
          {t('lastNed')}
        </a>
      </p>
    </>
  );
}

interface AlleProps {
  feil: readonly { rad: number; hode: string | null; grunn: string; verdi: string }[];
}

/** Every fault of a page of them, by row and column. */
export async function AlleFeil({ feil }: AlleProps) {
  const t = await getTranslations('filimport.feil');
  return (
    <Tabell tittel={t('alle')} kolonner={[{ tekst: t('radnr'), tall: true }, { tekst: t('kolonne') }, { tekst: t('verdi') }, { tekst: t('hva') }]}>
      {feil.map((f, i) => (
        <Rad key={`${f.rad} ${i}`}>
          <TallCelle>
            <Antall antall={f.rad} />
          </TallCelle>
          <td>{f.hode ?? t('heleRaden')}</td>
          <td className="bryt">{f.verdi === '' ? <span className="dempet">{t('tom')}</span> : `«${f.verdi}»`}</td>
          <td>{t(`grunn.${f.grunn}`)}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
