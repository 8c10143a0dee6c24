import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Soyler } from '#components/plott/soyler.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { type Bemanningsbilde, hentBemanning } from '#lib/avregning/bemanning-service.ts';
import { DOGNDELER } from '#lib/avregning/domain/bemanning.ts';
import { brok } from '#lib/core/brok.ts';
import { isoUke, leggTilDager } from '#lib/core/dato.ts';
import { formatHeltall, formatProsent, formatTimer } from '#lib/core/format.ts';
import { manedsnavn } from '#lib/core/manedsnavn.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bemanning'))('tittel') };
}

export default async function BemanningSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BEMANNING');
  const onsket = ettFelt(await searchParams, 'enhet');
  const enhetId = onsket !== undefined && /^[1-9]\d{0,8}$/.test(onsket) ? Number(onsket) : null;
  const [t, bilde] = await Promise.all([getTranslations('bemanning'), lesKommune(okt, (tx) => hentBemanning(tx, enhetId))]);
  if (bilde === null) return enhetId === null ? <TomTilstand tekst={t('ingenEnhet')} /> : notFound();
  const over = bilde.uker.filter((u) => u.kapasitetMinutter !== null && u.vedtattMinutter > u.kapasitetMinutter).length;
  return (
    <>
      <Sidehode tittel={bilde.betalt === null ? t('funnUten') : t('funn', { uker: over })} under={t('under', { enhet: bilde.enhet.navn })} />
      {bilde.enheter.length > 1 ? <Utvalg navn={t('enheter')} valg={bilde.enheter.map((e) => ({ tekst: e.navn, href: `/bemanning?enhet=${e.id}`, her: e.id === bilde.enhet.id }))} /> : null}
      <div className="stabel-luft">
        <Ukene bilde={bilde} />
        <Dognet bilde={bilde} />
      </div>
    </>
  );
}

/** Week by week: the bars, and the same as a table. */
async function Ukene({ bilde }: { bilde: Bemanningsbilde }) {
  const t = await getTranslations('bemanning');
  const navn = (uke: number): string => t('ukenr', { uke: isoUke(leggTilDager(bilde.mandag, 7 * uke)).uke });
  const [b, f] = [bilde.betalt, bilde.fravar];
  const ts = await getTranslations('sykefravar');
  return (
    <Felt tittel={t('uker')}>
      {b === null ? (
        <Varsel>{t('kapasitetUkjent')}</Varsel>
      ) : (
        <p className="mikro dempet">{t('kapasitetOm', { maned: manedsnavn(b.maned), timer: formatTimer(b.minutter), andel: formatProsent(brok(b.brukerrettet, Math.max(1, b.minutter))) })}</p>
      )}
      {f === null ? null : (
        <p className="mikro dempet">
          {ts('linje', { maned: manedsnavn(f.maned), arbeidsgiver: formatTimer(f.arbeidsgiver), etter: formatTimer(f.etter) })}{' '}
          {f.betalt === null || f.betalt <= 0 ? null : ts('avBetalt', { andel: formatProsent(brok(f.arbeidsgiver + f.etter, f.betalt)) })}{' '}
          <Lenke href={`/maneden?enhet=${bilde.enhet.id}#sykefravar`}>{ts('tilManeden')}</Lenke>
        </p>
      )}
      <Soyler
        tittel={t('uker')}
        figurtekst={t(b === null ? 'figurUten' : 'figur')}
        bredde={700}
        hoyde={190}
        soyler={bilde.uker.map((u) => ({ etikett: navn(u.uke), verdi: u.vedtattMinutter / 420, ...(u.kapasitetMinutter === null ? {} : { maal: u.kapasitetMinutter / 420, form: u.vedtattMinutter > u.kapasitetMinutter ? ('opp' as const) : ('total' as const) }) }))}
        format={(v) => formatHeltall(Math.round(v))}
        verdinavn={t('perDag')}
        {...(b === null ? {} : { maalnavn: t('kapasitetPerDag') })}
      />
      <Tabell tittel={t('uker')} tettere kolonner={[{ tekst: t('uke') }, { tekst: t('vedtatt'), tall: true }, { tekst: t('kapasitet'), tall: true }, { tekst: t('differanse'), tall: true }]}>
        {bilde.uker.map((u) => {
          const rest = u.kapasitetMinutter === null ? null : u.kapasitetMinutter - u.vedtattMinutter;
          return (
            <tr key={u.uke}>
              <th scope="row">{navn(u.uke)}</th>
              <TallCelle>{formatTimer(u.vedtattMinutter)}</TallCelle>
              <TallCelle>{u.kapasitetMinutter === null ? '–' : formatTimer(u.kapasitetMinutter)}</TallCelle>
              <TallCelle>{rest === null ? '–' : `${rest > 0 ? '+' : rest < 0 ? '−' : ''}${formatTimer(Math.abs(rest))}`}</TallCelle>
            </tr>
          );
        })}
      </Tabell>
    </Felt>
  );
}

/** A usual week by weekday and time of day. */
async function Dognet({ bilde }: { bilde: Bemanningsbilde }) {
  const t = await getTranslations('bemanning');
  if (!bilde.harPlan) return <Felt tittel={t('dogn')}><TomTilstand tekst={t('ingenPlan')} neste={<Lenke href="/plan">{t('tilPlan')}</Lenke>} /></Felt>;
  return (
    <Felt tittel={t('dogn')}>
      <p className="mikro dempet">{t('snitt')}</p>
      <Tabell tittel={t('dogn')} kolonner={[{ tekst: t('dag') }, ...DOGNDELER.map((d) => ({ tekst: t(`dogndel.${d.kode}`), tall: true }))]}>
        {[1, 2, 3, 4, 5, 6, 7].map((ukedag) => (
          <tr key={ukedag}>
            <th scope="row">{t(`kort.${ukedag}` as never)}</th>
            {DOGNDELER.map((d) => {
              const celle = bilde.celler.find((c) => c.ukedag === ukedag && c.dogndel === d.kode);
              return (
                <TallCelle key={d.kode}>
                  {formatTimer(celle?.minutter ?? 0)}
                  {celle !== undefined && celle.utenAnsatt > 0 ? <span className="mikro dempet ned"> {t('uten', { timer: formatTimer(celle.utenAnsatt) })}</span> : null}
                </TallCelle>
              );
            })}
          </tr>
        ))}
      </Tabell>
    </Felt>
  );
}
