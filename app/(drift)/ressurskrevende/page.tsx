import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Arssummer, type Sumar, sumlinje } from '#components/ressurskrevende/arssum.tsx';
import { Delingstallene } from '#components/ressurskrevende/delingstall.tsx';
import { FellesBemanning } from '#components/ressurskrevende/felles-bemanning.tsx';
import { Kandidattabell } from '#components/ressurskrevende/kandidattabell.tsx';
import { Kravene } from '#components/ressurskrevende/kravene.tsx';
import { Parametervarsel } from '#components/ressurskrevende/parametervarsel.tsx';
import { Regnestykket } from '#components/ressurskrevende/regnestykke.tsx';
import { Ressursfaner } from '#components/ressurskrevende/ressursfaner.tsx';
import { KravSkjema } from '#components/ressurskrevende/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentArsside } from '#lib/toppfinansiering/kostnad-service.ts';
import type { Arsside, Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressurskrevende'))('tittel') };
}

async function overskrift(side: Arsside): Promise<string> {
  const t = await getTranslations('ressurskrevende.funn');
  const ar = String(side.ar);
  if (!side.parametre) return t('ingenParametre', { ar });
  if (side.aret) return t('over', { ar, over: side.aret.over.length, naer: side.aret.naer.length });
  const krav = side.krav.find((k) => k.status !== 'FORKASTET');
  return krav ? t('krav', { ar, belop: belopTekst(krav.tilskuddOre, 'hele', false, true) }) : t('ingenKrav', { ar });
}

/** The year as it is computed now, beside the newest version of the claim that stands and the year before. */
async function Summene({ side }: { side: Arsside }) {
  const [t, r] = [await getTranslations('ressurskrevende'), await getTranslations('ressursregning')];
  const { aret, parametre } = side;
  if (!aret || !parametre) return null;
  const naa: Sumar = { ar: side.ar, mottakere: aret.over.length, nettoOre: aret.sum.nettoOre, innslagspunktOre: parametre.sett.innslagspunktOre, tilskuddOre: aret.sum.tilskuddOre };
  const somSum = (k: Kravversjon): Sumar => ({ ar: k.regnskapsar, mottakere: k.antall, nettoOre: k.nettoOre, innslagspunktOre: k.innslagspunktOre, tilskuddOre: k.tilskuddOre });
  const krav = side.krav.find((k) => k.status !== 'FORKASTET');
  const forrige = side.forrigeKrav;
  const linjer = [
    sumlinje('na', t('sum.na'), naa),
    ...(krav ? [sumlinje('krav', t('sum.versjon', { versjon: krav.versjon, status: t(`krav.status.${krav.status}`) }), somSum(krav))] : []),
    ...(forrige ? [sumlinje('forrige', r('krav', { ar: String(forrige.regnskapsar), versjon: forrige.versjon }), somSum(forrige))] : []),
  ];
  return (
    <>
      <Arssummer tittel={t('sum.tittel', { ar: String(side.ar) })} linjer={linjer} vekst={forrige ? { fra: somSum(forrige), til: naa } : null} />
      <Regnestykket linjer={aret.regnestykke} ar={side.ar} />
    </>
  );
}

async function Kandidatene({ side }: { side: Arsside }) {
  const [t, r] = [await getTranslations('ressurskrevende.kandidat'), await getTranslations('ressursregning')];
  if (!side.aret || !side.parametre) return null;
  const { over, naer, forGamle } = side.aret;
  const felles = { ar: side.ar, innslagspunktOre: side.parametre.sett.innslagspunktOre, driver: side.aret.driver };
  return (
    <>
      <Felt tittel={t('over')} id="over">
        {side.parametre.sett.egenandelPerInnbyggerOre ? <p className="liten dempet">{r('perInnbygger')}</p> : null}
        {over.length === 0 ? <p className="liten">{t('ingenOver')}</p> : <Kandidattabell tittel={t('over')} rader={over} {...felles} />}
      </Felt>
      <Felt tittel={t('naer')} ved={<span className="dempet">{t('naerOm')}</span>} id="naer">
        {naer.length === 0 ? <p className="liten">{t('ingenNaer')}</p> : <Kandidattabell tittel={t('naer')} rader={naer} {...felles} />}
      </Felt>
      {forGamle.length > 0 ? (
        <Felt tittel={t('forGamle')} ved={<span className="dempet">{t('forGamleOm')}</span>}>
          <Kandidattabell tittel={t('forGamle')} rader={forGamle} {...felles} />
        </Felt>
      ) : null}
    </>
  );
}

async function Kravdel({ side, okt }: { side: Arsside; okt: Okt }) {
  const t = await getTranslations('ressurskrevende.krav');
  const kanLage = side.aret !== null && side.aret.over.length > 0 && harTilgang(okt, 'REGISTRER_RESSURSKREVENDE') && !side.krav.some((k) => k.status === 'UTKAST');
  return (
    <Felt tittel={t('tittel', { ar: String(side.ar) })} id="krav">
      <Kravene krav={side.krav} ar={side.ar} />
      {kanLage && side.aret && side.aret.stopper > 0 ? <Varsel farge="warning">{t('stopper', { antall: side.aret.stopper })}</Varsel> : null}
      {kanLage && side.aret?.stopper === 0 ? (
        <Detaljer tittel={t('lag')}>
          <KravSkjema ar={side.ar} />
        </Detaljer>
      ) : null}
    </Felt>
  );
}

export default async function RessurskrevendeSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const t = await getTranslations('ressurskrevende');
  const onsket = Number(ettFelt(await searchParams, 'ar'));
  const side = await hentArsside(okt, Number.isInteger(onsket) ? onsket : null, harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER'));
  const roller = { kontoId: okt.kontoId, kanForesla: harTilgang(okt, 'REGISTRER_RESSURSKREVENDE'), kanGodkjenne: harTilgang(okt, 'GODKJENN_RESSURSKREVENDE') };
  return (
    <>
      <Sidehode
        over={t('tittel')}
        tittel={await overskrift(side)}
        under={t('under', { ar: String(side.ar), neste: String(side.ar + 1) })}
        handlinger={
          <>
            {harTilgang(okt, 'SE_SIMULERING') ? <KnappLenke href="/ressurskrevende/simulering" variant="secondary">{(await getTranslations('simulering'))('simuler')}</KnappLenke> : null}
            {side.navngitt && roller.kanForesla ? <KnappLenke href="/ressurskrevende/import" variant="secondary">{(await getTranslations('ressursimport'))('import.lenke')}</KnappLenke> : null}
            {harTilgang(okt, 'NAVNGI_KRAVTILGANG') ? <KnappLenke href="/ressurskrevende/tilgang" variant="secondary">{t('tilgangLenke')}</KnappLenke> : null}
            <KnappLenke href={`/ressurskrevende/parametre?ar=${side.ar + 1}`} variant="secondary">{t('parametreLenke')}</KnappLenke>
          </>
        }
      />
      <Ressursfaner her="krav" />
      <Parametervarsel parametre={side.parametre} tilskuddsar={side.ar + 1} lenke={roller.kanForesla} />
      {side.arene.length > 1 ? (
        <div className="mb-4">
          <Utvalg navn={t('velgAr')} valg={side.arene.map((a) => ({ tekst: String(a), href: `/ressurskrevende?ar=${a}`, her: a === side.ar }))} />
        </div>
      ) : null}
      <div className="stabel-luft">
        {side.navngitt ? null : <Varsel>{t('bareSummer')}</Varsel>}
        <Summene side={side} />
        <Kandidatene side={side} />
        <Tekster navnerom={['skjema', 'ressurskrevende']}>
          <Kravdel side={side} okt={okt} />
          {side.aret ? <FellesBemanning ar={side.ar} aret={side.aret} funksjoner={side.parametre?.sett.kostraFunksjoner ?? []} {...roller} /> : null}
          {side.aret ? <Delingstallene ar={side.ar} aret={side.aret} {...roller} /> : null}
        </Tekster>
      </div>
    </>
  );
}
