import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Kravstatus } from '#components/ressurskrevende/kravene.tsx';
import { Kravdetaljer } from '#components/ressurskrevende/kravdetaljer.tsx';
import { Arkmerke } from '#components/ressurskrevende/parametervarsel.tsx';
import { Regnestykket } from '#components/ressurskrevende/regnestykke.tsx';
import { EnKnapp, ForkastSkjema } from '#components/ressurskrevende/skjemaer.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentKravside } from '#lib/toppfinansiering/krav-service.ts';
import type { Kravside } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressurskrevende'))('tittel') };
}

async function Hvem({ krav }: Pick<Kravside, 'krav'>) {
  const t = await getTranslations('ressurskrevende.krav');
  return (
    <div className="liten">
      <p>{t('hvemLaget', { navn: krav.opprettetAvNavn, tid: tidspunkt(krav.opprettet).dato, merknad: krav.merknad })}</p>
      {krav.godkjent1 ? <p>{t('hvemGodkjent', { navn: krav.godkjent1AvNavn ?? '', tid: tidspunkt(krav.godkjent1).dato })}</p> : null}
      {krav.godkjent2 ? <p>{t('hvemGodkjent', { navn: krav.godkjent2AvNavn ?? '', tid: tidspunkt(krav.godkjent2).dato })}</p> : null}
      {krav.forkastet ? <p>{t('hvemForkastet', { navn: krav.forkastetAvNavn ?? '', tid: tidspunkt(krav.forkastet).dato, grunn: krav.forkastetGrunn ?? '' })}</p> : null}
      <p className="mikro dempet" style={{ overflowWrap: 'anywhere' }}>SHA-256 {krav.sha256}</p>
    </div>
  );
}

async function Nedlasting({ id }: { id: number }) {
  const t = await getTranslations('ressurskrevende.krav');
  return (
    <Felt tittel={t('lastNed')}>
      <p className="liten">
        <a className="ds-link" href={`/ressurskrevende/krav/${id}/regneark`} download>{t('regneark')}</a>{' · '}
        <a className="ds-link" href={`/ressurskrevende/krav/${id}/kontroll`} download>{t('kontroll')}</a>{' · '}
        <a className="ds-link" href={`/ressurskrevende/krav/${id}/revisor`} download>{(await getTranslations('ressurskrevende.revisor'))('pakke')}</a>
      </p>
      <p className="mikro dempet">{t('kontrollOm')}</p>
    </Felt>
  );
}

export default async function KravSide({ params }: Props) {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const { id } = await params;
  const side = /^[1-9]\d{0,8}$/.test(id) ? await hentKravside(okt, Number(id), harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER')) : null;
  if (!side) notFound();
  const t = await getTranslations('ressurskrevende');
  const { krav, spor } = side;
  const kan = harTilgang(okt, 'GODKJENN_RESSURSKREVENDE');
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: `/ressurskrevende?ar=${krav.regnskapsar}` }, { tekst: t('sum.versjon', { versjon: krav.versjon, status: t(`krav.status.${krav.status}`) }) }]} />
      <Sidehode
        tittel={t('krav.funn', { ar: String(krav.regnskapsar), versjon: krav.versjon, belop: belopTekst(krav.tilskuddOre, 'hele', false, true), antall: krav.antall })}
        under={<Kravstatus krav={krav} />}
      />
      {krav.bekreftet ? null : (
        <div className="mb-4">
          <Varsel farge="warning" tittel={t('parameter.varselTittel', { ar: String(krav.regnskapsar + 1) })}>
            {t('parameter.innslagspunkt')} {belopTekst(krav.innslagspunktOre, 'hele', false, true)}. {spor ? `${t('parameter.kilde')}: ${spor.kilde}.` : null} {spor?.lantFra ? `${t('ark.lant')} ${spor.lantFra}.` : null}
          </Varsel>
        </div>
      )}
      <Arkmerke tilskuddsar={krav.bekreftet ? [] : [krav.regnskapsar + 1]} />
      <div className="stabel-luft">
        <Hvem krav={krav} />
        {spor ? null : <Varsel>{t('bareSummer')}</Varsel>}
        {krav.status === 'UTKAST' && spor && kan ? (
          <Tekster navnerom={['skjema', 'ressurskrevende']}>
            {side.kanGodkjenne ? <EnKnapp hva="krav" id={krav.id}>{t('krav.godkjenn')}</EnKnapp> : null}
            <Detaljer tittel={t('krav.forkast')}>
              <ForkastSkjema id={krav.id} />
            </Detaljer>
          </Tekster>
        ) : null}
        {spor?.regnestykke ? <Regnestykket linjer={spor.regnestykke} ar={krav.regnskapsar} /> : null}
        {spor ? <Kravdetaljer spor={spor} forrige={side.forrige} forskjeller={side.forskjeller} /> : null}
        {spor ? <Nedlasting id={krav.id} /> : null}
      </div>
    </>
  );
}
