import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { EnKnapp, ParameterSkjema, type Parameterstart } from '#components/ressurskrevende/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { arFor } from '#lib/core/dato.ts';
import { formatProsent } from '#lib/core/format.ts';
import type { Parametersett } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { hentParameterside } from '#lib/toppfinansiering/tilgang-service.ts';
import type { Parameterside } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressurskrevende'))('parametreLenke') };
}

/** What the form begins with: the year's own registration or the known one, never another year's amounts. */
function startverdier(ar: number, side: Parameterside): Parameterstart {
  const sett = side.gjeldende?.sett;
  const belop = (ore: number | null | undefined): string => (ore === null || ore === undefined ? '' : belopTekst(ore));
  const prosent = (grad: string | null | undefined): string => (grad ? formatProsent(brokFraDesimal(grad), 2).replace(/[^\d,]/g, '') : '');
  const arets = sett && side.gjeldende?.lantFra === null ? sett : null;
  return {
    tilskuddsar: ar, innslagspunktOre: arets ? belopTekst(arets.innslagspunktOre) : '', puFradragOre: arets ? belopTekst(arets.puFradragOre) : '',
    kompensasjonsgrad: arets ? formatProsent(brokFraDesimal(arets.kompensasjonsgrad), 2).replace(/[^\d,]/g, '') : '', aldersgrense: sett?.aldersgrense ? String(sett.aldersgrense) : '',
    kostraFunksjoner: sett?.kostraFunksjoner.join(', ') ?? '', lonnsarter: sett?.lonnsarter.join(', ') ?? '', kilde: '',
    egenandelPerInnbyggerOre: belop(arets?.egenandelPerInnbyggerOre), trinn2FraOre: belop(arets?.trinn2FraOre), trinn2Grad: prosent(arets?.trinn2Grad),
    tilleggMaksInnbyggere: arets?.tilleggMaksInnbyggere ? String(arets.tilleggMaksInnbyggere) : '', tilleggTerskelOre: belop(arets?.tilleggTerskelOre), tilleggGrad: prosent(arets?.tilleggGrad),
  };
}

async function Gjeldende({ sett }: { sett: Parametersett }) {
  const t = await getTranslations('ressurskrevende.parameter');
  const kr = (ore: number): string => belopTekst(ore, 'hele', false, true);
  const pst = (grad: string): string => formatProsent(brokFraDesimal(grad), 0);
  const ekstra = [
    ...(sett.egenandelPerInnbyggerOre ? [{ navn: t('egenandel'), verdi: kr(sett.egenandelPerInnbyggerOre) }] : []),
    ...(sett.trinn2FraOre && sett.trinn2Grad ? [{ navn: t('trinn2'), verdi: t('trinn2Verdi', { fra: kr(sett.trinn2FraOre), grad: pst(sett.trinn2Grad) }) }] : []),
    ...(sett.tilleggMaksInnbyggere && sett.tilleggGrad ? [{ navn: t('tillegg'), verdi: t('tilleggVerdi', { innbyggere: sett.tilleggMaksInnbyggere, terskel: kr(sett.tilleggTerskelOre ?? 0), grad: pst(sett.tilleggGrad) }) }] : []),
  ];
  return (
    <Fakta
      fakta={[
        { navn: t('innslagspunkt'), verdi: belopTekst(sett.innslagspunktOre, 'hele', false, true) }, { navn: t('grad'), verdi: formatProsent(brokFraDesimal(sett.kompensasjonsgrad), 0) },
        { navn: t('pu'), verdi: belopTekst(sett.puFradragOre, 'hele', false, true) }, { navn: t('alder'), verdi: sett.aldersgrense ?? '–' },
        { navn: t('funksjoner'), verdi: sett.kostraFunksjoner.join(', ') }, { navn: t('arter'), verdi: sett.lonnsarter.join(', ') }, ...ekstra, { navn: t('kilde'), verdi: sett.kilde },
      ]}
    />
  );
}

async function Egen({ side, okt }: { side: Parameterside; okt: Okt }) {
  const t = await getTranslations('ressurskrevende.parameter');
  const { egen } = side;
  if (!egen) return null;
  return (
    <p className="liten">
      {t('registrertAv', { navn: egen.registrertAvNavn, dato: tidspunkt(egen.registrert).dato })} {egen.bekreftetAvNavn ? t('bekreftetAv', { navn: egen.bekreftetAvNavn }) : null}
      {egen.bekreftet || egen.registrertAv === okt.kontoId || !harTilgang(okt, 'GODKJENN_RESSURSKREVENDE') ? null : <EnKnapp hva="parametre" id={egen.id}>{t('bekreft')}</EnKnapp>}
    </p>
  );
}

export default async function ParametreSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const t = await getTranslations('ressurskrevende');
  const onsket = Number(ettFelt(await searchParams, 'ar'));
  const ar = Number.isInteger(onsket) && onsket >= 2004 && onsket <= 2100 ? onsket : arFor(iDag());
  const side = await hentParameterside(okt, ar);
  const { gjeldende } = side;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: `/ressurskrevende?ar=${ar - 1}` }, { tekst: t('parametreLenke') }]} />
      <Sidehode tittel={t(gjeldende?.bekreftet ? 'parameter.funnBekreftet' : 'parameter.funnIkke', { ar: String(ar) })} under={gjeldende?.lantFra ? `${t('ark.lant')} ${gjeldende.lantFra}.` : undefined} />
      <div className="stabel-luft">
        <Tekster navnerom={['skjema', 'ressurskrevende']}>
          <Felt tittel={t('parameter.tittel', { ar: String(ar) })}>
            {gjeldende ? <Gjeldende sett={gjeldende.sett} /> : <p className="liten">{t('parameter.ingen', { ar: String(ar) })}</p>}
            <Egen side={side} okt={okt} />
            {harTilgang(okt, 'REGISTRER_RESSURSKREVENDE') ? (
              <Detaljer tittel={t('parameter.registrer', { ar: String(ar) })}>
                <ParameterSkjema start={startverdier(ar, side)} />
              </Detaljer>
            ) : null}
          </Felt>
        </Tekster>
        <Felt tittel={t('parameter.kjente')}>
          <p className="liten">{t('parameter.kjenteOm')}</p>
          <Tabell
            tittel={t('parameter.kjente')}
            kolonner={[{ tekst: t('parameter.ar') }, { tekst: `${t('parameter.innslagspunkt')}, kr`, tall: true }, { tekst: t('parameter.grad'), tall: true, bareBred: true }, { tekst: `${t('parameter.pu')}, kr`, tall: true, bareBred: true }, { tekst: t('parameter.kilde') }, { tekst: '', navn: t('krav.kolStatus'), bareBred: true }]}
          >
            {side.kjente.map((k) => (
              <Rad key={k.tilskuddsar}>
                <th scope="row">{k.tilskuddsar}</th>
                <TallCelle><Belop ore={k.innslagspunktOre} form="hele" /></TallCelle>
                <TallCelle bareBred>{formatProsent(brokFraDesimal(k.kompensasjonsgrad), 0)}</TallCelle>
                <TallCelle bareBred><Belop ore={k.puFradragOre} form="hele" /></TallCelle>
                <td>{k.kilde}</td>
                <td className="bare-bred"><Status type="varsel">{t('parameter.ikkeBekreftet')}</Status></td>
              </Rad>
            ))}
          </Tabell>
        </Felt>
      </div>
    </>
  );
}
