import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { rapporttittel } from '#lib/oversikt/domain/rapporttekst.ts';
import { hentRapportliste } from '#lib/oversikt/rapport-service.ts';
import type { Rapportrad } from '#lib/oversikt/rapport-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.rapporter') };
}

/** The published reports, the newest first; for those who write and approve, also what is under way. */
export default async function Rapporter() {
  const okt = await krevOkt('SE_RAPPORTER');
  const t = await getTranslations('rapport');
  const { rapporter, maneder } = await lesKommune(okt, hentRapportliste);
  const skriver = harTilgang(okt, 'SKRIV_RAPPORT');
  const ord = (nokkel: string, verdier?: object): string => t(nokkel as never, verdier as never);
  const publiserte = rapporter.filter((r) => r.status === 'PUBLISERT');
  const nyeste = publiserte.filter((r) => !publiserte.some((a) => a.retterId === r.id));
  const underveis = rapporter.filter((r) => r.status !== 'PUBLISERT');
  const forste = nyeste[0];
  return (
    <>
      <Sidehode
        tittel={forste ? t('liste.nyeste', { tittel: rapporttittel(forste, ord) }) : t('liste.tittelTom')}
        under={forste ? t('liste.tittel', { antall: nyeste.length }) : undefined}
        handlinger={skriver ? (
          <>
            <KnappLenke href="/rapporter/parametre" variant="secondary">{t('liste.parametre')}</KnappLenke>
            {maneder.length > 0 ? <KnappLenke href="/rapporter/ny">{t('liste.ny')}</KnappLenke> : null}
          </>
        ) : undefined}
      />
      {rapporter.length === 0 ? (
        <TomTilstand tekst={t('liste.tom', { kommune: okt.kommuneNavn })} neste={skriver ? (maneder.length > 0 ? <Lenke href="/rapporter/ny">{t('liste.tomSkriver')}</Lenke> : t('liste.tomAvregning')) : t('liste.tomAndre')} />
      ) : null}
      {underveis.length > 0 ? (
        <Felt tittel={t('liste.under')}>
          <Tabell tittel={t('liste.under')} kolonner={[{ tekst: t('liste.rapport') }, { tekst: t('liste.status') }, { tekst: '', navn: t('liste.publisert') }]}>
            {underveis.map((r) => (
              <Rad key={r.id}>
                <th scope="row"><Rapportlenke rad={r} tekst={rapporttittel(r, ord)} /></th>
                <td><Status type={r.status === 'UTKAST' ? 'mangler' : 'venter'}>{t(`status.${r.status}`)}</Status></td>
                <td className="dempet">
                  {r.foreslatt ? t('liste.sendtAv', { navn: r.foreslattAvNavn ?? '', dato: dagTekst(r.foreslatt) }) : t('liste.sistSkrevet', { dato: dagTekst(r.opprettet) })}
                </td>
              </Rad>
            ))}
          </Tabell>
        </Felt>
      ) : null}
      {nyeste.length > 0 ? (
        <Felt tittel={t('liste.publiserte')} ved={nyeste.some((r) => r.offentlig) ? <Lenke href={`/offentlig/${okt.kommuneId}`}>{t('liste.alleApne')}</Lenke> : undefined}>
          <Tabell tittel={t('liste.publiserte')} kolonner={[{ tekst: t('liste.rapport') }, { tekst: t('liste.publisert') }, { tekst: t('liste.av'), bareBred: true }, { tekst: t('liste.apen'), bareBred: true }]}>
            {nyeste.map((r) => (
              <Rad key={r.id}>
                <th scope="row">
                  <Rapportlenke rad={r} tekst={rapporttittel(r, ord)} />
                  {r.versjon > 1 ? <span className="mikro dempet blokk">{t('side.versjonNr', { nr: r.versjon })}</span> : null}
                </th>
                <td><DatoTekst dato={r.publisert ? iDag(r.publisert) : null} /></td>
                <td className="bare-bred">{r.publisertAvNavn}</td>
                <td className="bare-bred">{t(r.offentlig ? 'liste.ja' : 'liste.nei')}</td>
              </Rad>
            ))}
          </Tabell>
        </Felt>
      ) : null}
    </>
  );
}

function dagTekst(tid: Date): string {
  return iDag(tid).split('-').toReversed().join('.');
}

function Rapportlenke({ rad, tekst }: { rad: Rapportrad; tekst: string }) {
  return <Lenke href={`/rapporter/${rad.id}`}>{tekst}</Lenke>;
}
