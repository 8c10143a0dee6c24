import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { HandlingKnapp } from '#components/ordning/handling-knapp.tsx';
import { Ordningsbilde } from '#components/ordning/ordningsbilde.tsx';
import { AvsluttSkjema } from '#components/ordning/sma-skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { leggTilManeder, manedAv, manederFraTil, manedensAr, manedFor } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nyVersjonHandling } from '#lib/grunnlag/actions-ordning.ts';
import { hentOrdning, type OrdningView } from '#lib/grunnlag/ordning-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ordning'))('tittel') };
}

async function Historie({ historie }: { historie: OrdningView['historie'] }) {
  const t = await getTranslations('ordning.en');
  return (
    <ul className="liten">
      {historie.map((h) => (
        <li key={h.id}>
          <Lenke href={`/ordninger/utkast/${h.id}`}>{t(`slag.${h.slag}`)}</Lenke>{' '}
          {h.godkjent ? t('godkjent', { foreslo: h.foreslattAv ?? '', godkjente: h.godkjentAv ?? '', dato: formatDato(datoVed(h.godkjent.getTime())) }) : t('venter')}
        </li>
      ))}
    </ul>
  );
}

export default async function OrdningSide({ params }: Props) {
  const okt = await krevOkt('SE_ORDNINGER');
  const id = parseId((await params).id);
  const sprak = tolkSprak(await getLocale());
  const view = id === null ? null : await lesKommune(okt, (tx) => hentOrdning(tx, id, sprak));
  if (!view) notFound();
  const t = await getTranslations('ordning');
  const { hode, tilstand, innhold } = view;
  const kanEndre = harTilgang(okt, 'REDIGER_ORDNING') && tilstand !== 'AVSLUTTET';
  const arsstart = manedAv(manedensAr(manedFor(iDag())), 1);
  const fra = hode.fomManed > arsstart ? hode.fomManed : arsstart;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/ordninger' }, { tekst: hode.navn }]} />
      <Sidehode
        tittel={t(`en.funn.${tilstand}`, { navn: hode.navn, fra: manedOgAr(hode.fomManed), til: hode.tomManed === null ? '' : manedOgAr(hode.tomManed) })}
        under={hode.tomManed === null ? t('en.apen', { kode: hode.kode }) : t('en.tom', { kode: hode.kode, maned: manedOgAr(hode.tomManed) })}
        handlinger={
          kanEndre ? (
            <Tekster navnerom={['skjema']}>
              <HandlingKnapp verdier={{ ordningId: hode.id }} handling={nyVersjonHandling} til="/ordninger/utkast/{id}?steg=om" variant="primary">
                {t('en.nyVersjon')}
              </HandlingKnapp>
            </Tekster>
          ) : undefined
        }
      />
      <div className="stabel-luft">
        <Ordningsbilde
          u={{ ...innhold, komponenter: innhold.komponenter.map((k) => ({ ...k, priser: view.priser.filter((p) => p.komponent === k.kode).map((p) => ({ gruppe: p.gruppe, niva: p.niva, fom: p.fomManed, tom: p.tomManed, ore: p.ore })) })) }}
          enheter={new Map(view.enheter.map((e) => [e.id, e.navn]))}
          tjenester={Object.fromEntries(view.tjenester)}
          sprak={sprak}
        />
        {view.historie.length > 0 ? (
          <Felt tittel={t('en.historie')}>
            <Historie historie={view.historie} />
          </Felt>
        ) : null}
        {kanEndre ? (
          <Felt tittel={t('avslutt.tittel')}>
            <Detaljer tittel={t('avslutt.apne')}>
              <p className="liten">{t('avslutt.hjelp')}</p>
              <Tekster navnerom={['skjema', 'ordning']}>
                <AvsluttSkjema ordningId={hode.id} maneder={manederFraTil(fra, leggTilManeder(fra, 24))} />
              </Tekster>
            </Detaljer>
          </Felt>
        ) : null}
      </div>
    </>
  );
}
