import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VarselvalgSkjema } from '#components/oversikt/varselvalg-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { visVarselvalg } from '#lib/oversikt/varselpost-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const MERKE = { SENDT: 'ok', INGENTING: 'ok', FEILET: 'stopp', SENDER: 'varsel' } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('varselpost'))('tittel') };
}

/** The account's own choice of mail, and what was sent. */
export default async function VarslerSide() {
  const okt = await krevOkt('VELG_VARSLER');
  const [side, t] = await Promise.all([lesKommune(okt, visVarselvalg), getTranslations('varselpost')]);
  return (
    <>
      <Sidehode tittel={t(`funn.${side.hvorOfte}`)} under={t('under')} />
      {side.satt ? null : <Varsel>{t('ikkeSatt')}</Varsel>}
      <Tekster navnerom={['skjema', 'varselpost']}>
        <VarselvalgSkjema key={`${side.hvorOfte}${side.epost}`} hvorOfte={side.hvorOfte} epost={side.epost} />
      </Tekster>
      <p className="liten">
        {t('grense')} <Lenke href="/oversikt">{t('oversikt')}</Lenke>.
      </p>
      <Felt tittel={t('sendt')}>
        {side.sendt.length === 0 ? (
          <TomTilstand tekst={t('sendtTom')} />
        ) : (
          <Tabell tittel={t('sendt')} kolonner={[{ tekst: t('kol.dag') }, { tekst: t('kol.status') }, { tekst: t('kol.varsler'), tall: true }, { tekst: t('kol.venter'), tall: true }]}>
            {side.sendt.map((rad) => (
              <Rad key={rad.dag}>
                <th scope="row"><DatoTekst dato={rad.dag} /></th>
                <td>
                  <Status type={MERKE[rad.status]}>{t(`status.${rad.status}`)}</Status>
                  {rad.feil === null ? null : <span className="dempet liten"> {rad.feil}</span>}
                </td>
                <TallCelle>{rad.varsler}</TallCelle>
                <TallCelle>{rad.venter}</TallCelle>
              </Rad>
            ))}
          </Tabell>
        )}
      </Felt>
    </>
  );
}
