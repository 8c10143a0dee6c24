import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Avgjorelse } from '#components/rapport/avgjorelse.tsx';
import { Differansetabell } from '#components/rapport/differansetabell.tsx';
import { rapportfunn } from '#components/rapport/rapportfunn.ts';
import { rapportord } from '#components/rapport/rapportord.ts';
import { Rapportvisning } from '#components/rapport/rapportvisning.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { avviksperiodeFor, INGEN_TEKSTER } from '#lib/oversikt/domain/rapport.ts';
import { rapporttittel } from '#lib/oversikt/domain/rapporttekst.ts';
import { hentRapport } from '#lib/oversikt/rapport-service.ts';
import type { Rapportside } from '#lib/oversikt/rapport-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.rapporter') };
}

const dagen = (tid: Date | null): string => (tid ? formatDato(iDag(tid)) : '');

/** A report: being written with today's figures, waiting, or as it was published beside what is known now. */
export default async function RapportSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_RAPPORTER');
  const id = parseId((await params).id);
  const side = id === null ? null : await hentRapport(okt, id);
  if (!side) notFound();
  const { rad, innhold } = side;
  const [t, felles, ord] = await Promise.all([getTranslations('rapport'), getTranslations('felles'), rapportord(rad.sprak)]);
  const skriver = harTilgang(okt, 'SKRIV_RAPPORT');
  const hvem = { side, skriver, godkjenner: harTilgang(okt, 'GODKJENN_RAPPORT'), egen: rad.foreslattAv === okt.kontoId };
  const tittel = rapporttittel(innhold, (n, v) => t(n as never, v as never));
  const bak = harTilgang(okt, 'SE_AVVIK')
    ? {
        okonomi: <Lenke href={`/avvik?maned=${rad.til}&periode=${avviksperiodeFor(rad.slag)}`}>{t('side.iAvvik')}</Lenke>,
        ...(harTilgang(okt, 'SE_PROGNOSE') ? { prognose: <Lenke href="/prognose">{t('side.iPrognose')}</Lenke> } : {}),
      }
    : {};
  return (
    <>
      <Smuler sti={[{ tekst: felles('meny.rapporter'), href: '/rapporter' }, { tekst: tittel }]} />
      <Sidehode over={innhold.kommune} tittel={await rapportfunn(innhold, tittel)} under={<Naa side={side} />} />
      {rad.tilbakeGrunn && rad.status === 'UTKAST' ? <Varsel farge="warning" tittel={t('side.tilbake')}>{rad.tilbakeGrunn}</Varsel> : null}
      {rad.rettelse ? <Varsel>{t('rettet', { grunn: rad.rettelse })}</Varsel> : null}
      {rad.status === 'UTKAST' ? null : <Filer side={side} />}
      {rad.status === 'UTKAST' && skriver ? (
        // One writes beside the figures one writes about; the draft's texts stand in the form.
        <div className="rad">
          <div className="s5"><Avgjorelse {...hvem} forst /></div>
          <div className="s7"><Rapportvisning innhold={{ ...innhold, tekster: INGEN_TEKSTER }} ord={ord} bak={bak} smal /></div>
        </div>
      ) : (
        <Rapportvisning innhold={innhold} ord={ord} bak={bak} />
      )}
      {rad.status === 'UTKAST' ? null : (
        <Felt tittel={t('side.naa')}>
          <Differansetabell differanser={side.differanser} seksjoner={innhold.seksjoner} ord={(n, v) => t(n as never, v as never)} />
        </Felt>
      )}
      {side.versjoner.length > 1 ? (
        <Felt tittel={t('side.versjoner')}>
          <ul className="oppg liten">
            {side.versjoner.map((v) => (
              <li key={v.id}>
                {v.id === rad.id ? t('side.versjonNr', { nr: v.versjon }) : <Lenke href={`/rapporter/${v.id}`}>{t('side.versjonNr', { nr: v.versjon })}</Lenke>}
                <span className="mikro dempet">{t(`status.${v.status}`)} {dagen(v.publisert)} {v.rettelse ?? ''}</span>
              </li>
            ))}
          </ul>
        </Felt>
      ) : null}
      <Avgjorelse {...hvem} />
    </>
  );
}

async function Naa({ side: { rad, innhold } }: { side: Rapportside }) {
  const t = await getTranslations('rapport');
  if (rad.status === 'UTKAST') return <p>{t('side.utkast')}</p>;
  if (rad.status === 'FORESLATT') return <p>{t('side.venter', { navn: rad.foreslattAvNavn ?? '', dato: dagen(rad.foreslatt) })}</p>;
  return (
    <p>
      {t('side.publisert', { dato: dagen(rad.publisert), en: rad.foreslattAvNavn ?? '', to: rad.publisertAvNavn ?? '' })} {t('fakta.hentet')} {formatDato(dato(innhold.hentet))}.
    </p>
  );
}

async function Filer({ side: { rad } }: { side: Rapportside }) {
  const t = await getTranslations('rapport');
  return (
    <p className="liten">
      {t('side.filer')}: <a className="ds-link" href={`/rapporter/${rad.id}/pdf`} download>{t('side.pdf')}</a> · <a className="ds-link" href={`/rapporter/${rad.id}/regneark`} download>{t('side.xlsx')}</a>
      {rad.status === 'PUBLISERT' && rad.offentlig ? <ApenLenke rad={rad} /> : null}
    </p>
  );
}

async function ApenLenke({ rad }: { rad: Rapportside['rad'] }) {
  const [t, okt] = [await getTranslations('rapport'), await krevOkt('SE_RAPPORTER')];
  return <> · <Lenke href={`/offentlig/${okt.kommuneId}/${rad.adresse}`}>{t('side.apen')}</Lenke></>;
}
