import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Mangler } from '#components/ressurskrevende/kandidattabell.tsx';
import { Parametervarsel } from '#components/ressurskrevende/parametervarsel.tsx';
import { Posttabell } from '#components/ressurskrevende/posttabell.tsx';
import { FradragSkjema, PostSkjema, PuSkjema, Trekk } from '#components/ressurskrevende/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { SKOLEFUNKSJONER } from '#lib/toppfinansiering/domain/helhet.ts';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst, Timer } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { puAlder, tilBeregning } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { hentMottakerside } from '#lib/toppfinansiering/kostnad-service.ts';
import type { Mottakerside } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressurskrevende'))('tittel') };
}

async function overskrift({ ar, kostnad, parametre }: Mottakerside): Promise<string> {
  const t = await getTranslations('ressurskrevende.mottaker');
  const felles = { id: kostnad.fakta.pseudonym, ar: String(ar) };
  const tilskudd = kostnad.svar.tilskuddOre ?? 0;
  if (tilskudd > 0) return t('over', { ...felles, belop: belopTekst(tilskudd, 'hele', false, true) });
  if (kostnad.plassering === 'OVER') return (await getTranslations('ressursregning'))('overInnslag', { ...felles, belop: belopTekst(kostnad.svar.nettoOre - parametre.sett.innslagspunktOre, 'hele', false, true) });
  if (kostnad.plassering === 'FOR_GAMMEL') return t('forGammel', felles);
  return t('under', { ...felles, belop: belopTekst(parametre.sett.innslagspunktOre - kostnad.svar.nettoOre, 'hele', false, true) });
}

async function Utregning({ side }: { side: Mottakerside }) {
  const t = await getTranslations('ressurskrevende');
  const { svar, bruker } = side.kostnad;
  const { sett } = side.parametre;
  const rader: [string, number | null][] = [
    [t('mottaker.innsats'), svar.ressursinnsatsOre],
    ...(bruker.puKriterium ? [[t('fradragstype.PU'), -sett.puFradragOre] as [string, number]] : []),
    ...side.kostnad.fradrag.map((f): [string, number] => [t(`fradragstype.${f.type}`), -f.belopOre]),
    [t('mottaker.netto'), svar.nettoOre],
    [t('parameter.innslagspunkt'), sett.innslagspunktOre],
    [t('mottaker.tilskudd'), svar.tilskuddOre],
    [t('mottaker.egenandel'), svar.egenandelOre],
    ...svar.utenfor.map((u): [string, number] => [`${t('mottaker.utenforTittel')}: ${t(`utenfor.${u.grunn}`)}`, u.ore]),
  ];
  return (
    <Tabell tittel={t('mottaker.utregning')} kolonner={[{ tekst: t('kolonne.hva') }, { tekst: t('kolonne.belop'), tall: true }]}>
      {rader.map(([navn, ore], i) => (
        <Rad key={`${navn}-${i}`}>
          <th scope="row">{navn}</th>
          <TallCelle><Belop ore={ore} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Fradragene({ side, kan }: { side: Mottakerside; kan: boolean }) {
  const t = await getTranslations('ressurskrevende');
  const { fakta, fradrag } = side.kostnad;
  return (
    <Felt tittel={t('mottaker.fradrag')} id="fradrag">
      {fradrag.length === 0 ? <p className="liten">{t('mottaker.ingenFradrag')}</p> : null}
      <ul className="oppg liten">
        {fradrag.map((f) => (
          <li key={f.id}>
            <span>{t(`fradragstype.${f.type}`)}: {belopTekst(f.belopOre, 'hele', false, true)}</span>
            <span className="mikro dempet">{f.bilag}</span>
            {kan ? <Trekk slag="ressursfradrag" id={f.id} /> : null}
          </li>
        ))}
      </ul>
      {kan ? (
        <Detaljer tittel={t('mottaker.nyttFradrag')}>
          <FradragSkjema ar={side.ar} mottakerId={fakta.mottakerId} />
        </Detaljer>
      ) : null}
      <h3>{t('mottaker.puTittel')}</h3>
      {!puAlder(fakta.fodselsar, side.ar + 1) ? (
        <p className="liten">{t('mottaker.puAlder', { ar: String(side.ar - 18) })}</p>
      ) : kan ? (
        <PuSkjema ar={side.ar} mottakerId={fakta.mottakerId} pu={fakta.pu} />
      ) : (
        <p className="liten">{fakta.pu === null ? t('mangel.PU_UAVKLART') : t(fakta.pu ? 'ja' : 'nei')}</p>
      )}
    </Felt>
  );
}

export default async function MottakerSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_RESSURSKREVENDE_MOTTAKER');
  const [{ id }, sokefelt] = [await params, await searchParams];
  const ar = Number(ettFelt(sokefelt, 'ar'));
  if (!/^[1-9]\d{0,8}$/.test(id) || !Number.isInteger(ar) || ar < 2003 || ar > 2100) notFound();
  const side = await hentMottakerside(okt, ar, Number(id));
  if (!side) notFound();
  const t = await getTranslations('ressurskrevende');
  const kan = harTilgang(okt, 'REGISTRER_RESSURSKREVENDE');
  const { kostnad, timer } = side;
  const parametre = tilBeregning(side.parametre);
  const overAldersgrense = parametre.aldersgrense !== null && ar - kostnad.fakta.fodselsar > parametre.aldersgrense;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: `/ressurskrevende?ar=${ar}` }, { tekst: kostnad.fakta.pseudonym }]} />
      <Sidehode tittel={await overskrift(side)} under={t('mottaker.om', { fodselsar: String(kostnad.fakta.fodselsar) })} />
      <Parametervarsel parametre={side.parametre} tilskuddsar={ar + 1} lenke={kan} />
      <div className="stabel-luft">
        <p>
          <Mangler mangler={kostnad.mangler} />
        </p>
        <Felt tittel={t('mottaker.timer')}>
          <Fakta
            fakta={[
              { navn: t('mottaker.vedtatt'), verdi: <Timer min={timer.vedtattMinutter} desimaler={0} /> },
              { navn: t('mottaker.levert'), verdi: <Timer min={side.levertMinutter} desimaler={0} /> },
              { navn: t('mottaker.utbetalt'), verdi: <Timer min={timer.utbetaltMinutter} desimaler={0} /> },
              ...(side.sykehusMinutter > 0 ? [{ navn: t('mottaker.sykehus'), verdi: <Timer min={side.sykehusMinutter} desimaler={0} /> }] : []),
              { navn: t('mottaker.avregnet'), verdi: <Belop ore={timer.utbetaltOre} form="hele" /> },
            ]}
          />
          <p className="mikro dempet">{t('mottaker.timerOm')}</p>
        </Felt>
        <Tekster navnerom={['skjema', 'ressurskrevende']}>
          <Felt tittel={t('mottaker.poster')} id="poster">
            <Posttabell poster={kostnad.poster} parametre={parametre} overAldersgrense={overAldersgrense} enhetsnavn={side.enhetsnavn} kanTrekke={kan} />
            {kan ? (
              <Detaljer tittel={t('mottaker.nyPost')}>
                <PostSkjema ar={ar} mottakerId={kostnad.fakta.mottakerId} funksjoner={[...parametre.kostraFunksjoner, ...SKOLEFUNKSJONER].map((f) => ({ verdi: f, tekst: f }))} vedtak={side.vedtak.map((v) => ({ verdi: String(v.id), tekst: v.nummer }))} />
              </Detaljer>
            ) : null}
          </Felt>
          <Fradragene side={side} kan={kan} />
        </Tekster>
        <Felt tittel={t('mottaker.utregning')}>
          <Utregning side={side} />
        </Felt>
      </div>
    </>
  );
}
