import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Parametervarsel } from '#components/ressurskrevende/parametervarsel.tsx';
import { Regnestykket } from '#components/ressurskrevende/regnestykke.tsx';
import { Ressursfaner } from '#components/ressurskrevende/ressursfaner.tsx';
import { TiltakSkjema } from '#components/ressurskrevende/tiltak-skjema.tsx';
import { Avsetningstabell, Folsomhetsdel, Tiltakstabell, Trinnplott, Varselmottakere, Varselsummer } from '#components/ressurskrevende/varseltabeller.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatProsent } from '#lib/core/format.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { hentVarselside } from '#lib/toppfinansiering/varsel-service.ts';
import type { Varselside } from '#lib/toppfinansiering/varsel-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('varsel'))('tittel') };
}

async function overskrift(side: Varselside): Promise<string> {
  const t = await getTranslations('varsel');
  const ar = String(side.ar);
  // Nothing to reckon wages by is not a grant of 0 kr.
  if (!side.aret || (side.aret.tilskuddOre === 0 && side.forbehold.includes('INGEN_LONN'))) return t('funnIngen', { ar });
  const belop = belopTekst(side.aret.tilskuddOre, 'hele', false, true);
  const { ifjor } = side.aret;
  return ifjor ? t('funn', { ar, belop, endring: belopTekst(side.aret.tilskuddOre - ifjor.tilskuddOre, 'hele', true, true), ifjor: String(ifjor.ar) }) : t('funnUten', { ar, belop });
}

export default async function VarselSide() {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const t = await getTranslations('varsel');
  const side = await hentVarselside(okt, harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER'));
  const { aret, parametre } = side;
  const kanEndre = harTilgang(okt, 'REGISTRER_RESSURSKREVENDE');
  return (
    <>
      <Sidehode tittel={await overskrift(side)} under={aret ? t('under', { kjente: side.kjenteManeder }) : undefined} />
      <Ressursfaner her="varsel" />
      <Meldingslinje />
      <Parametervarsel parametre={parametre} tilskuddsar={side.ar + 1} lenke={kanEndre} />
      {side.navngitt ? null : <Varsel>{t('bareNavngitte')}</Varsel>}
      {side.forbehold.length > 0 ? (
        <div className="mb-4">
        <Varsel farge="warning" tittel={t('forbehold.tittel')}>
          {side.forbehold.map((f) => (
            <span key={f} className="blokk">{t(`forbehold.${f}`)}</span>
          ))}
        </Varsel>
        </div>
      ) : null}
      {aret && parametre ? (
        <div className="stabel-luft">
          <Varselsummer aret={aret} ar={side.ar} kjente={side.kjenteManeder} innslagspunktOre={parametre.sett.innslagspunktOre} />
          <Regnestykket linjer={aret.regnestykke} ar={side.ar} />
          <Felt tittel={t('mottakere.tittel')}>
            {parametre.sett.egenandelPerInnbyggerOre ? <p className="liten dempet">{(await getTranslations('ressursregning'))('perInnbygger')}</p> : null}
            <Varselmottakere aret={aret} ar={side.ar} innslagspunktOre={parametre.sett.innslagspunktOre} />
            {aret.rader.length > 0 ? <Trinnplott aret={aret} ar={side.ar} innslagspunktOre={parametre.sett.innslagspunktOre} /> : null}
          </Felt>
          <Felt tittel={t('tiltak.tittel')}>
            <p className="liten dempet">{t('tiltak.om')}</p>
            <Tekster navnerom={['skjema', 'varsel']}>
              <Tiltakstabell aret={aret} kanEndre={kanEndre} />
              {kanEndre && aret.valg.length > 0 ? (
                <Detaljer tittel={t('tiltak.nytt')}>
                  <TiltakSkjema mottakere={aret.valg.map((v) => ({ verdi: String(v.mottakerId), tekst: v.pseudonym }))} />
                </Detaljer>
              ) : null}
            </Tekster>
          </Felt>
          <Folsomhetsdel aret={aret} grad={formatProsent(brokFraDesimal(parametre.sett.kompensasjonsgrad), 0)} />
          <Avsetningstabell aret={aret} ar={side.ar} kjente={side.kjenteManeder} />
        </div>
      ) : null}
    </>
  );
}
