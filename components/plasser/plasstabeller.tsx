import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import type { Enhetsplasser, Ledigrad, Plassoversikt } from '#lib/oversikt/plassoversikt-view.ts';

async function Tildelt({ rad }: { rad: Ledigrad }) {
  const [t, felles] = await Promise.all([getTranslations('plasser.ledige'), getTranslations('felles')]);
  const navn = rad.navn ?? `${felles('ord.skjermet')} ${rad.pseudonym ?? ''}`;
  return (
    <>
      <Lenke href={`/mottakere/${rad.mottakerId}`}>{t('tildelt', { navn, dato: rad.fra === null ? '' : formatDato(rad.fra) })}</Lenke>
      <span className="blokk mikro">
        {rad.harVedtak ? <Status type="venter">{t('harVedtak')}</Status> : <><Status type="mangler">{t('manglerVedtak')}</Status> <Lenke href={`/mottakere/${rad.mottakerId}/nytt-vedtak`}>{t('fattVedtak')}</Lenke></>}{' '}
        <Lenke href={`/plasser/ta-tilbake/${rad.tildelingId}`}>{t('taTilbake')}</Lenke>
      </span>
    </>
  );
}

/** Places that units have reported free, what is not given away first. */
export async function Ledigtabell({ ledige }: { ledige: readonly Ledigrad[] }) {
  const t = await getTranslations('plasser');
  return (
    <Felt tittel={t('ledige.tittel')}>
      {ledige.length === 0 ? (
        <TomTilstand tekst={t('ledige.tom')} />
      ) : (
        <Tabell tittel={t('ledige.tittel')} kolonner={[{ tekst: t('ledige.plass') }, { tekst: t('ledige.status') }, { tekst: t('ledige.type'), bareBred: true }, { tekst: t('ledige.fra') }]}>
          {ledige.map((l) => (
            <Rad key={l.meldingId}>
              <th scope="row">
                {`${l.enhet} ${l.kode}`}
                {' '}
                <span className="bare-smal dempet">{t(`type.${l.plasstype}`)}</span>
              </th>
              <td>
                {l.tildelingId === null ? (
                  <Lenke href={`/plasser/tildel/${l.meldingId}`} navn={t('ledige.tildelNavn', { enhet: l.enhet, kode: l.kode })}>{t('ledige.tildel')}</Lenke>
                ) : (
                  <Tildelt rad={l} />
                )}
              </td>
              <td className="bare-bred">{t(`type.${l.plasstype}`)}</td>
              <td><DatoTekst dato={l.ledigFra} /></td>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** Those who wait, in the order they stand. */
export async function Ventetabell({ venter, tjenestenavn }: Pick<Plassoversikt, 'venter' | 'tjenestenavn'>) {
  const t = await getTranslations('plasser');
  const v = (nokkel: string) => t(`venter.${nokkel}` as never);
  return (
    <Felt tittel={t('venter.tittel')}>
      {venter.length === 0 ? (
        <TomTilstand tekst={t('venter.tom')} neste={<Lenke href="/mottakere">{t('venter.finn')}</Lenke>} />
      ) : (
        <Tabell
          tittel={t('venter.tittel')}
          kolonner={[{ tekst: v('hvem') }, { tekst: v('dager'), tall: true }, { tekst: v('prioritet') }, { tekst: v('type'), bareBred: true }, { tekst: v('imens'), bareBred: true }, { tekst: v('vilkar'), bareBred: true }, { tekst: v('onsket'), bareBred: true }, { tekst: '', navn: v('avslutt') }]}
        >
          {venter.map((rad) => (
            <Rad key={rad.id}>
              <th scope="row">
                <Lenke href={`/mottakere/${rad.mottakerId}`}>{rad.navn}</Lenke>
                {' '}
                <span className="bare-smal dempet">{t(`type.${rad.plasstype}`)}</span>
              </th>
              <TallCelle>{formatHeltall(rad.dager)}</TallCelle>
              <td>{rad.tildelt ? <Status type="ok">{v('tildelt')}</Status> : rad.prioritet === 1 ? <Status type="varsel">{t('prioritet.p1')}</Status> : t(`prioritet.p${rad.prioritet}`)}</td>
              <td className="bare-bred">{t(`type.${rad.plasstype}`)}</td>
              <td className="bare-bred">{rad.imens.length === 0 ? <span className="dempet">{v('ingenTjenester')}</span> : rad.imens.map((kode) => tjenestenavn[kode] ?? kode).join(', ')}</td>
              <td className="bare-bred">
                {t('venter.vilkarOppfylt', { antall: rad.kriterier.length })}
                {', '}
                {rad.vedtakId === null ? v('utenVedtak') : <Lenke href={`/vedtak/${rad.vedtakId}`}>{t('venter.vedtak', { nummer: rad.vedtakNummer ?? '' })}</Lenke>}
              </td>
              <td className="bare-bred">{rad.onsket ?? <span className="dempet">–</span>}</td>
              <td>{rad.tildelt ? null : <Lenke href={`/plasser/venteliste/${rad.id}`} navn={t('venter.avsluttNavn', { navn: rad.navn })}>{v('avslutt')}</Lenke>}</td>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** Every unit's places. */
export async function Enhetsplasstabell({ enheter }: { enheter: readonly Enhetsplasser[] }) {
  const t = await getTranslations('plasser');
  return (
    <Felt tittel={t('enheter.tittel')}>
      {enheter.length === 0 ? (
        <TomTilstand tekst={t('enheter.tom')} />
      ) : (
        <Tabell tittel={t('enheter.tittel')} kolonner={[{ tekst: t('enheter.enhet') }, { tekst: t('enheter.type') }, { tekst: t('enheter.iBruk'), tall: true }, { tekst: t('enheter.plasser'), tall: true }, { tekst: t('enheter.ledig'), tall: true }]}>
          {enheter.map((e) => (
            <Rad key={`${e.enhet}/${e.plasstype}`}>
              <th scope="row">{e.enhet}</th>
              <td>{t(`type.${e.plasstype}`)}</td>
              {[e.iBruk, e.plasser, e.ledigMeldt].map((n, i) => (
                <TallCelle key={i}>{formatHeltall(n)}</TallCelle>
              ))}
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** The two halves of the purchaser's places. */
export async function plassfaner(her: 'plasser' | 'utskrivning'): Promise<{ navn: string; faner: { tekst: string; href: string; her: boolean }[] }> {
  const t = await getTranslations('plasser.faner');
  return { navn: t('navn'), faner: [{ tekst: t('plasser'), href: '/plasser', her: her === 'plasser' }, { tekst: t('utskrivning'), href: '/plasser/utskrivning', her: her === 'utskrivning' }] };
}
