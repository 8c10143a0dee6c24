import { getTranslations } from 'next-intl/server';
import { AvsluttHenvendelseSkjema, FordelSkjema, SvarSkjema } from '#components/sak/henvendelse-skjema.tsx';
import { Handlingsknapp } from '#components/sak/handlingsknapp.tsx';
import { Frist } from '#components/sak/innboks-tabell.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { formatDato } from '#lib/core/format.ts';
import { taHenvendelseHandling } from '#lib/sak/actions-henvendelse.ts';
import { fristregelFor } from '#lib/sak/domain/svarfrist.ts';
import type { Henvendelsen, Innboksrad, KnyttetVedtak, SendtSvar } from '#lib/sak/henvendelse-view.ts';

type H = Henvendelsen & Innboksrad;
type Handling = (sendt: Record<string, unknown>) => ReturnType<typeof taHenvendelseHandling>;
interface Props {
  h: H;
  tjenestenavn: Readonly<Record<string, string>>;
}

/** When it came, how, from whom, what is asked for, and the clock. */
export async function HenvendelseFakta({ h, tjenestenavn }: Props) {
  const t = await getTranslations('innboks');
  return (
    <>
      <Fakta
        fakta={[
          { navn: t('en.fakta.frist'), verdi: <><span className="nb tab">{formatDato(h.frist)}</span> {h.forventet === null ? <Frist rad={h} /> : null}</> },
          ...(h.forventet === null ? [] : [{ navn: t('en.fakta.forventet'), verdi: <><span className="nb tab">{formatDato(h.forventet)}</span> <Frist rad={h} /></> }]),
          { navn: t('en.fakta.mottatt'), verdi: formatDato(h.mottatt) },
          { navn: t('en.fakta.kanal'), verdi: t(`kanal.${h.kanal as 'BREV'}`) },
          { navn: t('en.fakta.tjenester'), verdi: h.tjenester.map((kode) => tjenestenavn[kode] ?? kode).join(', ') || t('en.ingenTjenester') },
          { navn: t('en.fakta.saksbehandler'), verdi: h.saksbehandler ?? t('ufordelt') },
          ...(h.registrertAv === null ? [] : [{ navn: t('en.fakta.registrertAv'), verdi: h.registrertAv }]),
          ...(h.avslutningsgrunn === null ? [] : [{ navn: t('en.fakta.utfall'), verdi: h.avslutningsgrunn }]),
        ]}
      />
      <Felt tittel={t('en.innhold')}>
        <p className="ro" style={{ whiteSpace: 'pre-line' }}>{h.innhold}</p>
      </Felt>
    </>
  );
}

/** What was sent and decided in answer. */
export async function HenvendelseSvar({ h, svar, vedtak, tjenestenavn }: Props & { svar: readonly SendtSvar[]; vedtak: readonly KnyttetVedtak[] }) {
  const t = await getTranslations('innboks.en');
  return (
    <>
      <Felt tittel={t('knyttet')}>
        {vedtak.length === 0 ? <p className="liten dempet">{t('ingenVedtak')}</p> : null}
        {vedtak.length === 0 ? null : (
          <ul className="oppg liten">
            {vedtak.map((v) => (
              <li key={v.id}>
                <Lenke href={`/vedtak/${v.id}`}>{`${v.nummer}: ${(tjenestenavn[v.tjeneste] ?? v.tjeneste).toLowerCase()}`}</Lenke>
              </li>
            ))}
          </ul>
        )}
      </Felt>
      {svar.length === 0 ? null : (
        <Felt tittel={t('sendte')}>
          <ul className="oppg liten">
            {svar.map((s) => (
              <li key={s.id}>
                <a className="ds-link" href={`/innboks/${h.id}/svar/${s.id}`}>{t('pdf')}</a>
                <span className="mikro dempet">{t('sendt', { dato: tidspunkt(s.sendt).dato, hvem: s.sendtAv ?? '–', forventet: formatDato(s.forventet) })}</span>
              </li>
            ))}
          </ul>
        </Felt>
      )}
    </>
  );
}

interface GjorProps extends Props {
  kontoId: number;
  kanFordele: boolean;
  sprak: 'nb' | 'nn';
  saksbehandlere: readonly { readonly id: number; readonly navn: string }[];
}

/** What can be done with it now: take or hand out, assess, decide, reply for the time being, end. */
export async function HenvendelseGjor({ h, tjenestenavn, kontoId, kanFordele, sprak, saksbehandlere }: GjorProps) {
  const t = await getTranslations('innboks.en');
  if (h.status === 'BESVART') return null;
  const egen = h.kontoId === kontoId;
  const nytt = `/mottakere/${h.mottakerId}/nytt-vedtak`;
  return (
    <Felt tittel={t('gjor')}>
      {h.kontoId === null ? <Handlingsknapp handling={taHenvendelseHandling as Handling} data={{ henvendelseId: h.id }} variant="primary">{t('ta')}</Handlingsknapp> : null}
      {h.kontoId !== null && !egen ? <p className="liten">{t('haddes', { hvem: h.saksbehandler ?? '–' })}</p> : null}
      {egen ? (
        <>
          <p className="liten dempet">{t('altDin')}</p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBlock: 12 }}>
            <KnappLenke href={`/mottakere/${h.mottakerId}/utredning/ny?henvendelse=${h.id}`} variant="secondary">{t('utred')}</KnappLenke>
            {h.tjenester.length === 0 ? <KnappLenke href={nytt} variant="secondary">{t('vedtakUten')}</KnappLenke> : null}
            {h.tjenester.map((kode) => (
              <KnappLenke key={kode} href={`${nytt}?tjeneste=${encodeURIComponent(kode)}`} variant="secondary">{t('vedtak', { tjeneste: (tjenestenavn[kode] ?? kode).toLowerCase() })}</KnappLenke>
            ))}
          </div>
          <Detaljer tittel={t('svar')} apen={h.klokke !== null && h.klokke.type !== 'INNEN' && h.forventet === null}>
            <p className="liten dempet">{t('svarOm', { hjemmel: fristregelFor(h.mottatt).hjemmel[sprak] })}</p>
            <SvarSkjema key={h.forventet ?? ''} henvendelseId={h.id} />
          </Detaljer>
          <Detaljer tittel={t('avslutt')}>
            <p className="liten dempet">{t('avsluttOm')}</p>
            <AvsluttHenvendelseSkjema henvendelseId={h.id} />
          </Detaljer>
        </>
      ) : null}
      {kanFordele ? (
        <Detaljer tittel={t('fordel')}>
          <FordelSkjema key={h.kontoId ?? 0} henvendelseId={h.id} saksbehandlere={saksbehandlere.filter((k) => k.id !== h.kontoId)} />
        </Detaljer>
      ) : null}
    </Felt>
  );
}
