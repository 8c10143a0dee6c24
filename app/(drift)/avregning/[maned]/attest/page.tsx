import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AttestSkjema, GodkjennAttester, VelgEnhet } from '#components/kalender/attest-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Merke, Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { type AttestView, hentAttest } from '#lib/avregning/kalender-attest-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

interface Props {
  params: Promise<{ maned: string }>;
}
type Attestrad = AttestView['rader'][number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.attest'))('tittel') };
}

const kanVelges = (r: Attestrad): boolean => r.hindring === null && !r.lukket && (r.attest === null || r.endretSidenAttest);

async function Stilling({ r }: { r: Attestrad }) {
  const t = await getTranslations('kalender.attest');
  if (r.lukket) return <Status type="av">{t('lukket')}</Status>;
  if (r.endretSidenAttest) return <Status type="varsel">{t('endret')}</Status>;
  if (r.godkjent) return <Status type="ok">{t('godkjent', r.godkjent)}</Status>;
  if (r.attest) return <Status type="venter">{t('attestert', { navn: r.attest.navn, dato: r.attest.dato })}</Status>;
  return <Status type={r.hindring ? 'mangler' : 'venter'}>{r.hindring ? t(`hindring.${r.hindring}`) : t('klar')}</Status>;
}

async function Tabellen({ bilde, velg, tittel }: { bilde: AttestView; velg: boolean; tittel: string }) {
  const t = await getTranslations('kalender.attest');
  const kolonner = [...(velg ? [{ tekst: '', navn: t('velgKolonne') }] : []), { tekst: t('enhet') }, { tekst: t('erklart'), tall: true, bareBred: true }, { tekst: t('rettelser'), tall: true, bareBred: true }, { tekst: t('naa'), tall: true }, { tekst: t('attest'), tall: true, bareBred: true }];
  const sum = (
    <tr>
      {velg ? <td /> : null}
      <th scope="row">{t('sum')}</th>
      <td className="bare-bred" />
      <td className="bare-bred" />
      <TallCelle>
        <Belop ore={bilde.sumOre} />
      </TallCelle>
      <td className="bare-bred" />
    </tr>
  );
  return (
    <Tabell tittel={tittel} kolonner={kolonner} sum={sum}>
      {bilde.rader.map((r) => (
        <Rad key={r.enhetId} kanVelges>
          {velg ? <td>{kanVelges(r) ? <VelgEnhet verdi={`${r.enhetId}:${r.naaOre}`} navn={r.enhet} /> : null}</td> : null}
          <th scope="row">
            {r.enhet} {r.stipulert ? <Merke farge="warning">{t('stipulert')}</Merke> : null}
            <span className="blokk normal">
              <Stilling r={r} />
            </span>
          </th>
          <td className="tall bare-bred">
            <Belop ore={r.erklartOre} />
          </td>
          <td className="tall bare-bred">
            <Belop ore={r.rettelserOre} fortegn />
          </td>
          <TallCelle sterk>
            <Belop ore={r.naaOre} />
          </TallCelle>
          <td className="tall bare-bred">
            <Belop ore={r.attest?.ore ?? null} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}

export default async function AttestSide({ params }: Props) {
  const okt = await krevOkt('SE_ATTEST');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, avregning, kal] = await Promise.all([getTranslations('kalender.attest'), getTranslations('avregning'), getTranslations('kalender.kalender')]);
  const bilde = await hentAttest(okt, maned);
  if (!bilde.kanAttestere && okt.rolle === 'saksbehandler') return <Sidehode tittel={t('ikkeStedfortreder')} under={t('ikkeStedfortrederUnder')} />;
  const navn = manedOgAr(maned);
  const klare = bilde.rader.filter(kanVelges);
  const attesterte = bilde.rader.filter((r) => r.attest !== null && !r.endretSidenAttest).length;
  const venter = bilde.rader.filter((r) => r.venterPaDeg && !r.endretSidenAttest).length;
  const kanGodkjenne = harTilgang(okt, 'GODKJENN_ATTEST') && venter > 0;
  const smuler = harTilgang(okt, 'SE_AVREGNING') ? [{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: stor(navn), href: `/avregning/${maned}` }] : [{ tekst: kal('tittel') }];
  return (
    <>
      <Smuler sti={[...smuler, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={t('funn', { maned: stor(navn), antall: attesterte, av: bilde.rader.length })}
        under={t('under')}
        handlinger={
          kanGodkjenne ? (
            <Tekster navnerom={['skjema', 'kalender']}>
              <GodkjennAttester maned={maned} antall={venter} />
            </Tekster>
          ) : undefined
        }
      />
      <div className="stabel-luft">
        {bilde.prisMangler ? <Varsel farge="danger">{t('prisMangler')}</Varsel> : null}
        {bilde.rader.length === 0 ? (
          <TomTilstand tekst={kal('tom')} />
        ) : bilde.kanAttestere && klare.length > 0 ? (
          <Tekster navnerom={['skjema', 'kalender']}>
            <AttestSkjema key={klare.map((r) => `${r.enhetId}:${r.naaOre}`).join()} maned={maned} enheter={klare.map((r) => `${r.enhetId}:${r.naaOre}`)}>
              <Tabellen bilde={bilde} velg tittel={t('tabell', { maned: navn })} />
            </AttestSkjema>
          </Tekster>
        ) : (
          <Tabellen bilde={bilde} velg={false} tittel={t('tabell', { maned: navn })} />
        )}
      </div>
    </>
  );
}
