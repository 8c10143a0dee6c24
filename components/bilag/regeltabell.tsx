import { getTranslations } from 'next-intl/server';
import { AvsluttRegel } from '#components/bilag/kontering-skjema.tsx';
import { Detaljer } from '#components/ui/felt.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import type { Regelrad } from '#lib/bilag/bilag-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

/** What a rule asks of a line, in words. */
function vilkar(r: Regelrad): string {
  return [r.enhet, r.tjenestenavn, r.komponentnavn, r.gruppe === null ? null : prisgruppenavn(r.gruppe)].filter((x) => x !== null).join(', ');
}

/** The rules, field by field; an open one can be ended. */
export async function Regeltabell({ regler, forslag, kanEndres }: { regler: readonly Regelrad[]; forslag: string; kanEndres: boolean }) {
  const t = await getTranslations('bilag');
  const kolonner = [
    { tekst: t('kontering.felt') }, { tekst: t('kontering.vilkar') }, { tekst: t('kontering.verdi') }, { tekst: t('kontering.fra') }, { tekst: t('kontering.til') },
    ...(kanEndres ? [{ tekst: '', navn: t('kontering.avslutt') }] : []),
  ];
  return (
    <Tabell tittel={t('kontering.tabell')} kolonner={kolonner}>
      {regler.map((r) => {
        const aldri = r.tomManed !== null && r.tomManed < r.fomManed;
        const navn = t('kontering.avsluttNavn', { felt: t(`felt.${r.felt}`), verdi: r.verdi });
        return (
          <Rad key={r.id} gammel={r.tomManed !== null && r.tomManed < forslag} kanVelges>
            <th scope="row">{t(`felt.${r.felt}`)}</th>
            <td>{vilkar(r) || <span className="dempet">{t('kontering.alt')}</span>}</td>
            <td className="tab sterk">{r.verdi === '' ? <span className="dempet">{t('kontering.tomVerdi')}</span> : r.verdi}</td>
            <td className="tab nb">{manedOgAr(r.fomManed)}</td>
            <td className="tab nb">{aldri ? t('kontering.utgatt') : r.tomManed === null ? '' : manedOgAr(r.tomManed)}</td>
            {kanEndres ? (
              <td>
                {r.tomManed === null ? (
                  <Detaljer tittel={<span aria-label={navn}>{t('kontering.avslutt')}</span>}>
                    <Tekster navnerom={['skjema', 'bilag']}>
                      <AvsluttRegel regelId={r.id} forslag={forslag} />
                    </Tekster>
                  </Detaljer>
                ) : null}
              </td>
            ) : null}
          </Rad>
        );
      })}
    </Tabell>
  );
}
