import { getTranslations } from 'next-intl/server';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { Prikker } from '#components/plott/prikker.tsx';
import { aksetekst, iAksen, maltekst } from '#components/sammenligning/maltekst.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall } from '#lib/core/format.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { kortManed } from '#components/sammenligning/maned-tekst.ts';
import { MAL, MAL_PER_MANED, type Mal } from '#lib/oversikt/domain/sammenligning.ts';
import type { Enhetsgruppe as Gruppe, Enhetslinje, Sammenligning } from '#lib/oversikt/sammenligning-view.ts';

interface Props {
  gruppe: Gruppe;
  side: Sammenligning;
  /** index with the whole as 100 instead of the figures themselves */
  somIndeks: boolean;
  /** where a unit's figure is made of; null where the reader may not go */
  lenke: (mal: Mal, enhetId: number) => string | null;
}

/** A unit's name without the first word that it shares with another one: "Nord" beside "Sør". */
function kortnavn(navn: string, alle: readonly string[]): string {
  const [forste = '', ...resten] = navn.split(' ');
  return resten.length > 0 && alle.some((annet) => annet !== navn && annet.startsWith(`${forste} `)) ? resten.join(' ') : navn;
}

/** What units of this kind are called. */
export async function artsnavn(art: string): Promise<string> {
  const t = await getTranslations('sammenligning');
  return t.has(`art.${art}` as never) ? t(`art.${art}` as never) : stor(art.toLowerCase().replaceAll('_', ' '));
}

/** Units of one kind: the measure's spread, all measures side by side, the measure over time, and hours by need. */
export async function Enhetsgruppen({ gruppe, side, somIndeks, lenke }: Props) {
  const t = await getTranslations('sammenligning');
  const { mal } = side;
  const navn = t(`mal.${mal}`, { dogn: String(gruppe.dogn) });
  const medTall = gruppe.enheter.filter((e) => e.perManed.some((v) => v !== null));
  return (
    <Felt tittel={await artsnavn(gruppe.art)}>
      <Prikker
        tittel={t('spredning', { mal: navn })}
        figurtekst={t('spredningOm', { mal: navn, enhet: t(`enhet.${mal}`, { dogn: String(gruppe.dogn) }) })}
        rader={gruppe.enheter.map((e) => ({ navn: e.navn, verdi: iAksen(mal, e.tall[mal]), tekst: maltekst(mal, e.tall[mal]), aapen: e.liten }))}
        hode={[t('utforer'), navn]}
        format={aksetekst}
        referanse={iAksen(mal, gruppe.samlet[mal])}
      />
      <Maltabell gruppe={gruppe} somIndeks={somIndeks} lenke={lenke} />
      {MAL_PER_MANED.includes(mal) && medTall.length > 0 && side.maneder.length > 1 ? (
        <Linjeplott
          tittel={t('overTid', { mal: navn })}
          figurtekst={t('overTidOm', { enhet: t(`enhet.${mal}`, { dogn: String(gruppe.dogn) }) })}
          etiketter={side.maneder.map(kortManed)}
          serier={medTall.map((e, i) => ({ navn: e.navn, verdier: e.perManed.map((v) => iAksen(mal, v)), stil: (['total', 'alt', 'ref'] as const)[i % 3] ?? 'ref', sluttekst: kortnavn(e.navn, medTall.map((en) => en.navn)) }))}
          fra={Math.min(...medTall.flatMap((e) => e.perManed.flatMap((v) => iAksen(mal, v) ?? [])))}
          format={aksetekst}
        />
      ) : null}
      <Behovstabell enheter={gruppe.enheter} til={manedOgAr(side.til)} />
    </Felt>
  );
}

async function Maltabell({ gruppe, somIndeks, lenke }: Omit<Props, 'side'>) {
  const t = await getTranslations('sammenligning');
  const tekst = (e: Enhetslinje, m: Mal): string => (somIndeks ? (e.indeks[m] === null ? '–' : formatHeltall(e.indeks[m])) : maltekst(m, e.tall[m]));
  const hode = (m: Mal): string => (somIndeks ? t(`mal.${m}`, { dogn: String(gruppe.dogn) }) : `${t(`mal.${m}`, { dogn: String(gruppe.dogn) })}, ${t(`enhet.${m}`, { dogn: String(gruppe.dogn) })}`);
  return (
    <Tabell tittel={t('sideOmSide')} bred className="mangemal" kolonner={[{ tekst: t('utforer') }, { tekst: t('mottakere'), tall: true }, ...MAL.map((m) => ({ tekst: hode(m), tall: true }))]}>
      {gruppe.enheter.map((e) => (
        <Rad key={e.enhetId}>
          <th scope="row">
            {e.navn}
            {e.privat ? <span className="dempet liten"> {t('privat')}</span> : null}
            {e.liten ? <span className="dempet liten"> {t('liten')}</span> : null}
          </th>
          <TallCelle>{e.mottakere > 0 && e.mottakere < 5 ? t('under5') : formatHeltall(e.mottakere)}</TallCelle>
          {MAL.map((m) => {
            const til = e.tall[m] === null ? null : lenke(m, e.enhetId);
            return <TallCelle key={m}>{til === null ? tekst(e, m) : <Lenke href={til} navn={t('bestarAv', { mal: hode(m), enhet: e.navn, tall: tekst(e, m) })}>{tekst(e, m)}</Lenke>}</TallCelle>;
          })}
        </Rad>
      ))}
      {gruppe.enheter.length > 1 ? (
        <tr className="sum">
          <th scope="row">{t('samlet')}</th>
          <TallCelle>{formatHeltall(gruppe.enheter.reduce((s, e) => s + e.mottakere, 0))}</TallCelle>
          {MAL.map((m) => <TallCelle key={m}>{somIndeks ? ((gruppe.samlet[m] ?? 0) > 0 ? '100' : '–') : maltekst(m, gruppe.samlet[m])}</TallCelle>)}
        </tr>
      ) : null}
    </Tabell>
  );
}

async function Behovstabell({ enheter, til }: { enheter: readonly Enhetslinje[]; til: string }) {
  const t = await getTranslations('sammenligning');
  const med = enheter.filter((e) => e.behov.some((b) => b.timer !== null));
  const [forste] = med;
  if (forste === undefined) return null;
  return (
    <Tabell tittel={t('behov.tittel', { maned: til })} visTittel kolonner={[{ tekst: t('utforer') }, ...forste.behov.map((b) => ({ tekst: t(`behov.${b.behov}` as never), tall: true }))]}>
      {med.map((e) => (
        <Rad key={e.enhetId}>
          <th scope="row">{e.navn}</th>
          {e.behov.map((b) => (
            <TallCelle key={b.behov}>
              {b.timer === null ? (b.mottakere === 0 ? '–' : t('behov.skjult')) : <>{formatDesimal(brok(b.timer, 100), 1)} <span className="dempet liten">{t('behov.av', { antall: b.mottakere ?? 0 })}</span></>}
            </TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
