import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Feildel, Forskjelldel, Fremdriftdel, type ImportdelProps, Kolonnedel, Leseprove, Utelattdel } from '#components/filimport/importdeler.tsx';
import { ForkastKnapp, GjentaKnapp, GlemKnapp, TaInnKnapp } from '#components/filimport/importknapper.tsx';
import { Importsteg } from '#components/filimport/importsteg.tsx';
import { maltekst } from '#components/filimport/maltall.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Detaljer, Fakta } from '#components/ui/felt.tsx';
import { SperretKnapp } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Importbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';

/** The heading states what the file is or does now. */
export async function importfunn(bilde: Importbilde): Promise<string> {
  const t = await getTranslations('filimport.funn');
  const { status, forskjell, filnavn } = bilde;
  if (status !== 'LEST') return t(status, { fil: filnavn, antall: bilde.antallRader, tall: formatHeltall(bilde.antallRader) });
  if (bilde.antallFeil > 0) return t('harFeil', { antall: bilde.antallFeil, tall: formatHeltall(bilde.antallFeil) });
  if (!forskjell) return t('ingenRader');
  if (forskjell.endrede === 0) return t('ingenEndring');
  const e = (await getTranslations('filimport.forskjell'))(`enhet.${bilde.maleenhet}`).toLowerCase();
  return t('endrer', { del: bilde.delnavn, antall: forskjell.endrede, tall: formatHeltall(forskjell.endrede), sum: maltekst(forskjell.forskjell, bilde.maleenhet, true), e });
}

/** A file that is fitted in row by row instead of replacing: what it does is told by its own room. */
export interface Innpassing {
  funn: string;
  del: ReactNode;
  kanTasInn: boolean;
  knapper: ReactNode;
}
type Sideprops = ImportdelProps & { innpass?: Innpassing | undefined };

async function Knapper({ bilde, sti, handlinger, innpass }: Sideprops) {
  const t = await getTranslations('filimport.knapp');
  if (!handlinger) return null;
  const { id, status, forskjell } = bilde;
  const kanForkastes = ['LASTER_OPP', 'LASTET', 'LEST', 'AVVIST', 'FEILET'].includes(status);
  return (
    <Tekster navnerom={['skjema', 'filimport']}>
      {status === 'TATT_INN' && !innpass ? <GjentaKnapp importId={id} sti={sti} handling={handlinger.gjenta}>{t('gjenta')}</GjentaKnapp> : null}
      {kanForkastes ? <ForkastKnapp importId={id} til={sti} handling={handlinger.forkast}>{t('forkast')}</ForkastKnapp> : null}
      {status === 'LEST' && bilde.antallFeil > 0 ? <SperretKnapp hindring={bilde.ukjente.length > 0 ? 'ukjente' : 'feil'}>{t('sperret', { antall: bilde.antallFeil, tall: formatHeltall(bilde.antallFeil) })}</SperretKnapp> : null}
      {status === 'LEST' && bilde.antallFeil === 0 && forskjell && (innpass ? innpass.kanTasInn : forskjell.endrede > 0) ? (
        <TaInnKnapp key={forskjell.merke} importId={id} merke={forskjell.merke} handling={handlinger.taInn}>
          {t('taInn')}
        </TaInnKnapp>
      ) : null}
      {innpass?.knapper}
    </Tekster>
  );
}

async function Varsler({ bilde, sti }: ImportdelProps) {
  const t = await getTranslations('filimport.varsel');
  const { lik, grunn, status } = bilde;
  return (
    <>
      {grunn ? (
        <Varsel farge={status === 'LEST' ? 'warning' : 'danger'} tittel={t(`grunn.${grunn}.tittel`)}>
          {t(`grunn.${grunn}.tekst`)}
        </Varsel>
      ) : null}
      {lik && status !== 'TATT_INN' && status !== 'TAR_INN' ? (
        <Varsel tittel={t('lik.tittel', { tid: lik.tid, av: lik.av })}>
          {t('lik.tekst')} <Lenke href={`${sti}/${lik.id}`}>{t('lik.lenke')}</Lenke>
        </Varsel>
      ) : null}
    </>
  );
}

async function Importfakta({ bilde, rom }: ImportdelProps) {
  const t = await getTranslations('filimport.fakta');
  const tr = await getTranslations(rom);
  const format = bilde.format;
  const fakta: { navn: string; verdi: ReactNode }[] = [
    { navn: t('slag'), verdi: tr(`slag.${bilde.slag}`) },
    { navn: t('storrelse'), verdi: t('kb', { kb: formatHeltall(Math.max(1, Math.round(bilde.storrelse / 1024))) }) },
    ...(format ? [{ navn: t('format'), verdi: format.type === 'CSV' ? t('csv', { tegnsett: format.tegnsett.toUpperCase() }) : t('xlsx', { ark: format.ark }) }] : []),
    ...(bilde.antallRader > 0 ? [{ navn: t('rader'), verdi: formatHeltall(bilde.antallRader) }] : []),
    ...(bilde.antallHoppet > 0 ? [{ navn: t('hoppet'), verdi: formatHeltall(bilde.antallHoppet) }] : []),
    { navn: t('lastetOpp'), verdi: `${bilde.lastetOpp.tid}, ${bilde.lastetOpp.av}` },
    ...(bilde.tattInn ? [{ navn: t('tattInn'), verdi: `${bilde.tattInn.tid}, ${bilde.tattInn.av}` }] : []),
    ...(bilde.hash ? [{ navn: t('avtrykk'), verdi: <code title={bilde.hash}>{bilde.hash.slice(0, 16)}</code> }] : []),
  ];
  return <Fakta fakta={fakta} />;
}

/** The page of an import: where it is, what it found, what it will do, and the one button. */
export async function Importside(props: Sideprops) {
  const { bilde, handlinger, innpass } = props;
  const t = await getTranslations('filimport');
  const lest = bilde.status === 'LEST';
  const oversatt = Object.values(bilde.kartlegging.verdier).some((v) => Object.keys(v).length > 0) || bilde.kartlegging.hoppOver.length > 0;
  return (
    <>
      <Sidehode tittel={innpass?.funn ?? (await importfunn(bilde))} over={bilde.filnavn} handlinger={<Knapper {...props} />} />
      <Importsteg status={bilde.status} harFeil={bilde.antallFeil > 0} />
      <Varsler {...props} />
      <Importfakta {...props} />
      <Utelattdel {...props} />
      {bilde.status === 'LASTET' ? <Kolonnedel {...props} /> : null}
      {bilde.status === 'LESER' || bilde.status === 'TAR_INN' ? <Fremdriftdel {...props} /> : null}
      {bilde.antallFeil > 0 ? <Feildel {...props} /> : null}
      {(lest && bilde.antallFeil === 0) || bilde.status === 'TATT_INN' ? (innpass ? <>{innpass.del}<Leseprove {...props} /></> : <Forskjelldel {...props} />) : null}
      {handlinger && (lest || bilde.status === 'FEILET') && bilde.format ? (
        <Detaljer tittel={t('kolonner.endre')}>
          <Kolonnedel {...props} />
          {oversatt ? (
            <Tekster navnerom={['skjema', 'filimport']}>
              <GlemKnapp importId={bilde.id} handling={handlinger.glem}>{t('verdier.glem')}</GlemKnapp>
            </Tekster>
          ) : null}
        </Detaljer>
      ) : null}
    </>
  );
}
