import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { enhetsgrunnlagAdresse, verkstedAdresse } from '#components/stykkpris/adresser.ts';
import { FORSLAGSMERKE } from '#components/stykkpris/forslagsliste.tsx';
import { Endringstabell, Visteenheter, Vistepriser } from '#components/stykkpris/sammenligning.tsx';
import { Stegene } from '#components/stykkpris/stegene.tsx';
import { AvvisSkjema, GodkjennSkjema, TrekkSkjema } from '#components/stykkpris/vedtak-skjema.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Status } from '#components/ui/status.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { parseId } from '#lib/core/id.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { kanGodkjennes, TOMT_VIST } from '#lib/stykkpris/domain/prisforslag.ts';
import { hentForslag } from '#lib/stykkpris/prisforslag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import type { Okt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt } from '#lib/server/transaksjon.ts';
import type { Forslagsrad } from '#lib/stykkpris/prisbok-view.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('stykkpris.forslag'))('sidetittel', { id: (await params).id }) };
}

/** What this person can do with the proposal now. */
async function Handlinger({ forslag, okt, endret }: { forslag: Forslagsrad; okt: Okt; endret: boolean }) {
  const t = await getTranslations('stykkpris.forslag');
  const verksted = verkstedAdresse(forslag.ordningId, forslag.ar, forslag.slag);
  if (forslag.status === 'UTKAST') return harTilgang(okt, 'FORESLA_PRIS') ? <KnappLenke href={verksted}>{t('tilVerksted')}</KnappLenke> : null;
  if (forslag.status !== 'SENDT') return null;
  const kan = harTilgang(okt, 'GODKJENN_PRIS') && kanGodkjennes(forslag, okt.kontoId ?? 0).ok;
  return (
    <Tekster navnerom={['skjema', 'stykkpris']}>
      {harTilgang(okt, 'FORESLA_PRIS') ? <TrekkSkjema id={forslag.id} versjon={forslag.versjon} verksted={verksted} /> : null}
      {kan && !endret ? <GodkjennSkjema id={forslag.id} versjon={forslag.versjon} /> : null}
    </Tekster>
  );
}

async function Gangen({ forslag }: { forslag: Forslagsrad }) {
  const t = await getTranslations('stykkpris.forslag');
  const l = await getTranslations('stykkpris.liste');
  return (
    <>
      <Status type={FORSLAGSMERKE[forslag.status]}>{l(`forslagsstatus.${forslag.status}`)}</Status>
      {forslag.foreslatt ? (
        <>
          {' · '}
          {t('sendtAv', { hvem: forslag.foreslattAvNavn ?? '' })} <DatoTekst dato={datoVed(forslag.foreslatt.getTime())} />
        </>
      ) : null}
      {forslag.avgjort ? (
        <>
          {' · '}
          {t(forslag.status === 'GODKJENT' ? 'godkjentAv' : 'avvistAv', { hvem: forslag.avgjortAvNavn ?? '' })} <DatoTekst dato={datoVed(forslag.avgjort.getTime())} />
        </>
      ) : null}
      {' · '}
      {t('versjon', { versjon: forslag.versjon })}
    </>
  );
}

export default async function Forslagsside({ params }: Props) {
  const okt = await krevOkt('SE_PRISER');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const sprak = tolkSprak(await getLocale());
  const svar = await lesStabilt(okt, (tx) => hentForslag(tx, id, sprak));
  if (!svar?.forslag) notFound();
  const { forslag, bilde, endringer } = svar;
  const t = await getTranslations('stykkpris.forslag');
  const l = await getTranslations('stykkpris.liste');
  const komponent = (kode: string) => bilde.komponenter.find((k) => k.kode === kode)?.navn ?? kode;
  const enhet = (kode: string) => bilde.enheter.find((e) => e.kode === kode)?.navn ?? kode;
  const basis = { fom: forslag.valg.grunnlagFom, tom: forslag.valg.grunnlagTom };
  const adresseFor = (kode: string) => enhetsgrunnlagAdresse(forslag.ordningId, bilde.enheter.find((e) => e.kode === kode)?.id ?? 0, basis);
  const vist = forslag.vist ?? bilde.vist ?? TOMT_VIST;
  const avgjort = forslag.status === 'GODKJENT' || forslag.status === 'AVVIST';
  return (
    <>
      <Smuler sti={[{ tekst: t('tilPriser'), href: '/priser' }, { tekst: l('navn', { ordning: forslag.ordning, ar: forslag.ar }) }]} />
      <Sidehode
        tittel={t(`funn.${forslag.status}`, { ordning: forslag.ordning, ar: forslag.ar, slag: l(`slagnavn.${forslag.slag}`).toLowerCase(), fra: manedOgAr(forslag.fraManed) })}
        under={<Gangen forslag={forslag} />}
        handlinger={<Handlinger forslag={forslag} okt={okt} endret={endringer.length > 0} />}
      />
      <div className="stabel-luft">
        {forslag.grunn ? <Varsel farge="warning" tittel={t('avvistFordi')}>{forslag.grunn}</Varsel> : null}
        {endringer.length > 0 ? (
          <>
            <Varsel farge="danger" tittel={t('endretTittel')}>
              {t('endretTekst')}
            </Varsel>
            <Endringstabell endringer={endringer} komponent={komponent} enhet={enhet} />
          </>
        ) : null}
        <Felt tittel={t('prisene', { fra: manedOgAr(forslag.fraManed), regel: t(`regel.${forslag.valg.regel}`) })}>
          <div className="stabel">
            <Vistepriser vist={vist} komponent={komponent} />
            {avgjort ? <Visteenheter forslag={forslag} enhet={(kode) => ({ navn: enhet(kode), href: adresseFor(kode) })} /> : null}
          </div>
          {harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG') ? (
            <p className="liten knapperad" style={{ justifyContent: 'flex-start', marginTop: 8 }}>
              <span className="dempet">{t('kontroll')}</span>
              {vist.grupper.map((g) => (
                <a key={g.gruppe} className="ds-link" href={`/priser/forslag/${id}/kontroll?gruppe=${encodeURIComponent(g.gruppe)}`} download>
                  {prisgruppenavn(g.gruppe)}
                </a>
              ))}
              {vist.grupper.filter((g) => vist.priser.some((p) => p.gruppe === g.gruppe && p.niva !== null)).map((g) => (
                <a key={`${g.gruppe} nivå`} className="ds-link" href={`/priser/forslag/${id}/kontroll?gruppe=${encodeURIComponent(g.gruppe)}&nivaer=ja`} download>
                  {t('kontrollNiva', { gruppe: prisgruppenavn(g.gruppe) })}
                </a>
              ))}
            </p>
          ) : null}
        </Felt>
        {avgjort ? <p className="liten dempet">{t('avgjortMerknad')}</p> : <Stegene bilde={bilde} redigerbar={false} idag={iDag()} />}
        {forslag.status === 'SENDT' && harTilgang(okt, 'GODKJENN_PRIS') ? (
          <Detaljer tittel={t('avvisTittel')}>
            <Tekster navnerom={['skjema', 'stykkpris']}>
              <AvvisSkjema id={forslag.id} versjon={forslag.versjon} />
            </Tekster>
          </Detaljer>
        ) : null}
      </div>
    </>
  );
}
