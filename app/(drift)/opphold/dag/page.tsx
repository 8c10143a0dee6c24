import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApneKnapp, OppmoteSkjema, StengtSkjema } from '#components/opphold/oppmote-skjema.tsx';
import { oppholdfaner, Oppmotetabell } from '#components/opphold/oppmotetabell.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { leggTilDager, parseDato, ukedag } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visOppmote } from '#lib/utfort-tid/oppmote-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oppmote'))('tittel') };
}

export default async function OppmoteSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_OPPHOLD');
  const [t, q, faner] = await Promise.all([getTranslations('oppmote'), searchParams, oppholdfaner('dag')]);
  const dag = parseDato(ettFelt(q, 'dato') ?? '') ?? iDag();
  const bilde = await withKommune(okt, (tx) => visOppmote(tx, dag));
  const navn = stor(`${t(`ukedag.d${ukedag(dag)}`)} ${formatDato(dag)}`);
  const stengt = bilde.enheter.filter((e) => e.stengt !== null);
  const fremtid = dag > iDag();
  const kanFores = !fremtid && stengt.length < bilde.enheter.length;
  const leder = harTilgang(okt, 'MELD_LEDIG');
  const velg = (antall: number) => `/opphold/dag?dato=${leggTilDager(dag, antall)}`;
  const mott = bilde.rader.filter((r) => r.oppmote === 'MOTT').length;
  const mangler = fremtid || stengt.length > 0 ? 0 : bilde.rader.filter((r) => r.oppmote === null).length;
  const tabell = <Oppmotetabell rader={bilde.rader} kanFores={kanFores} />;
  return (
    <>
      <Sidehode tittel={bilde.rader.length === 0 ? t('tittel') : t('funn', { dag: navn, mott, antall: bilde.rader.length, mangler })} under={t('under')} />
      <Faner {...faner} />
      <Meldingslinje />
      <div className="stabel-luft">
        <Utvalg navn={t('dag.navn')} valg={[{ tekst: t('dag.forrige'), href: velg(-1) }, { tekst: navn, href: velg(0), her: true }, { tekst: t('dag.neste'), href: velg(1) }]} />
        {stengt.map((e) => (
          <Varsel key={e.id} farge="info">{t('stengtHer', { enhet: e.navn, grunn: e.stengt ?? '' })}</Varsel>
        ))}
        {fremtid ? <p className="liten dempet">{t('fremtid')}</p> : null}
        {bilde.rader.length === 0 ? (
          <TomTilstand tekst={t('tom')} />
        ) : kanFores ? (
          <Tekster navnerom={['skjema', 'oppmote']}>
            <OppmoteSkjema key={dag} dato={dag} rader={Object.fromEntries(bilde.rader.map((r) => [`o${r.oppdragId}`, r.oppmote ?? '']))}>
              {tabell}
            </OppmoteSkjema>
          </Tekster>
        ) : (
          tabell
        )}
        <Felt tittel={t('stengt.tittel')}>
          <Tekster navnerom={['skjema', 'oppmote']}>
            {bilde.stengte.length === 0 ? (
              <TomTilstand tekst={t('stengt.tom')} />
            ) : (
              <Tabell tittel={t('stengt.tittel')} kolonner={[{ tekst: t('stengt.dato') }, { tekst: t('stengt.grunn') }, { tekst: t('stengt.enhet') }, { tekst: '', navn: t('stengt.apne') }]}>
                {bilde.stengte.map((s) => (
                  <Rad key={`${s.enhetId}/${s.dato}`}>
                    <th scope="row"><DatoTekst dato={s.dato} /></th>
                    <td>{s.grunn}</td>
                    <td>{s.enhet}</td>
                    <td>{leder ? <ApneKnapp enhetId={s.enhetId} dato={s.dato} navn={t('stengt.apneNavn', { enhet: s.enhet, dato: formatDato(s.dato) })} /> : null}</td>
                  </Rad>
                ))}
              </Tabell>
            )}
            {leder ? (
              <Detaljer tittel={t('stengt.ny')}>
                <StengtSkjema enheter={bilde.enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />
              </Detaljer>
            ) : null}
          </Tekster>
        </Felt>
      </div>
    </>
  );
}
