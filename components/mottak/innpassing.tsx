import { getTranslations } from 'next-intl/server';
import type { Innpassing } from '#components/filimport/importside.tsx';
import { AngreKnapp } from '#components/mottak/angre-knapp.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Timer } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { angreImportHandling } from '#lib/utfort-tid/actions-mottak.ts';
import type { Mottaksbilde, Radvalg } from '#lib/utfort-tid/mottak-view.ts';

interface Props {
  bilde: Mottaksbilde;
  importId: number;
  sti: string;
}

/** What the delivery does in one line: how many are new, changed, known and refused, each opening to its rows. */
async function Utfallsliste({ bilde, importId, sti }: Props) {
  const t = await getTranslations('mottak');
  const valg: [Radvalg, number][] = [['NY', bilde.nye], ['ENDRET', bilde.endret], ['LIK', bilde.like], ['AVVIST', bilde.avvist], ['UTENFOR', bilde.utenfor]];
  return (
    <Tabell
      tittel={t('utfallstabell')}
      kolonner={[{ tekst: t('radkolonne.utfall') }, { tekst: t('antallBesok'), tall: true }, { tekst: t('hvaSkjer') }]}
    >
      {valg.map(([utfall, antall]) => (
        <Rad key={utfall} under={utfall === 'UTENFOR' ? 1 : undefined}>
          <th scope="row">{antall > 0 ? <Lenke href={`${sti}/${importId}?vis=rader&utfall=${utfall}`}>{t(`utfall.${utfall}`)}</Lenke> : t(`utfall.${utfall}`)}</th>
          <TallCelle>
            <Antall antall={antall} />
          </TallCelle>
          <td>{t(`utfallhjelp.${utfall}`)}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Linjer({ bilde }: { bilde: Mottaksbilde }) {
  const t = await getTranslations('mottak');
  return (
    <Tabell
      tittel={t('linjetabell')}
      kolonner={[{ tekst: t('radkolonne.enhet') }, { tekst: t('maned') }, { tekst: t('utfall.NY'), tall: true }, { tekst: t('nyeTimer'), tall: true }, { tekst: t('utfall.ENDRET'), tall: true }, { tekst: t('utfall.LIK'), tall: true, bareBred: true }, { tekst: t('utfall.AVVIST'), tall: true }]}
      sum={
        <SumRad>
          <th scope="row">{t('sum')}</th>
          <td />
          <TallCelle sterk><Antall antall={bilde.nye} /></TallCelle>
          <TallCelle sterk><Timer min={bilde.minutter} /></TallCelle>
          <TallCelle sterk><Antall antall={bilde.endret} /></TallCelle>
          <td className="tall bare-bred"><Antall antall={bilde.like} /></td>
          <TallCelle sterk><Antall antall={bilde.avvist} /></TallCelle>
        </SumRad>
      }
    >
      {bilde.linjer.map((l) => (
        <Rad key={`${l.enhet} ${l.maned}`}>
          <th scope="row">{l.enhet}</th>
          <td className="nb">{manedOgAr(l.maned)}</td>
          <TallCelle><Antall antall={l.nye} /></TallCelle>
          <TallCelle><Timer min={l.minutter} /></TallCelle>
          <TallCelle><Antall antall={l.endret} /></TallCelle>
          <td className="tall bare-bred"><Antall antall={l.like} /></td>
          <TallCelle><Antall antall={l.avvist} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Innpassdel(props: Props & { tattInn: boolean }) {
  const { bilde, tattInn } = props;
  const t = await getTranslations('mottak');
  return (
    <>
      {bilde.angret ? (
        <Varsel tittel={t('angret.tittel', { tid: bilde.angret.tid, av: bilde.angret.av })}>
          {t('angret.tekst', bilde.angret.resultat)}
        </Varsel>
      ) : null}
      {bilde.status === 'ANGRER' ? <Varsel tittel={t('angrer.tittel')}>{t('angrer.tekst')}</Varsel> : null}
      {bilde.avvistPer.map(({ grunn, antall }) => (
        <Varsel key={grunn} farge="warning" tittel={t('avvist.tittel', { antall, tall: formatHeltall(antall), regel: t(`regel.${grunn}`) })}>
          {t(`regelhjelp.${grunn}`)}
        </Varsel>
      ))}
      <Felt tittel={t(tattInn ? 'gjort' : 'skjer')}>
        <Utfallsliste {...props} />
      </Felt>
      {bilde.linjer.length > 0 ? (
        <Felt tittel={t('linjer')}>
          <Linjer bilde={bilde} />
        </Felt>
      ) : null}
    </>
  );
}

/** What a file of visits shows on its page once it is read without faults; undefined before. */
export async function lagInnpassing(bilde: Mottaksbilde | null, status: Importstatus, fil: { importId: number; sti: string }, angre: typeof angreImportHandling | null): Promise<Innpassing | undefined> {
  if (bilde === null || (status !== 'LEST' && status !== 'TATT_INN')) return undefined;
  const t = await getTranslations('mottak');
  const kanTasInn = bilde.nye + bilde.endret > 0;
  const tattInn = status === 'TATT_INN';
  const tall = { nye: formatHeltall(bilde.nye), endret: formatHeltall(bilde.endret), avvist: formatHeltall(bilde.avvist) };
  const funn = !kanTasInn ? 'funn.ingen' : bilde.status === 'ANGRET' ? 'funn.angret' : tattInn ? 'funn.tattInn' : 'funn.lest';
  return {
    funn: t(funn, tall),
    del: <Innpassdel bilde={bilde} {...fil} tattInn={tattInn} />,
    kanTasInn,
    knapper:
      tattInn && bilde.status === 'TATT_INN' && kanTasInn && angre ? (
        <Tekster navnerom={['skjema', 'mottak']}>
          <AngreKnapp importId={fil.importId} handling={angre} />
        </Tekster>
      ) : null,
  };
}
