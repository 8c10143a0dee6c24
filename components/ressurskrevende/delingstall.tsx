import { getTranslations } from 'next-intl/server';
import { DelingstallSkjema, EnKnapp } from '#components/ressurskrevende/skjemaer.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst, Timer } from '#components/ui/tall.tsx';
import { avrundTilTall, brok, brokFraDesimal, ganger } from '#lib/core/brok.ts';
import { formatProsent, formatTimer } from '#lib/core/format.ts';
import { lonnPerMinutt } from '#lib/toppfinansiering/domain/lonnskostnad.ts';
import type { Arsside } from '#lib/toppfinansiering/toppfinansiering-view.ts';

type Aret = NonNullable<Arsside['aret']>;

async function Enhetsrader({ aret }: { aret: Aret }) {
  const t = await getTranslations('ressurskrevende.delingstall');
  const deltakende = aret.enheter.filter((e) => (aret.direkte.get(e.enhetId) ?? 0) > 0);
  return deltakende.map((e) => {
    const sats = e.privat ? null : lonnPerMinutt(e);
    const dokumentert = aret.delingstall.find((d) => d.enhetId === e.enhetId && d.godkjent !== null);
    return (
      <Rad key={e.enhetId}>
        <th scope="row">
          {e.navn} <span className="mikro dempet">{e.privat ? t('privat') : sats === null ? t('ukjent') : null}</span>
        </th>
        <TallCelle bareBred>
          <Belop ore={e.privat ? null : e.lonnOre} form="hele" />
          {dokumentert?.sykelonnOre && dokumentert.andelInnen16 ? <span className="blokk mikro dempet">{t('sykelonnLinje', { belop: belopTekst(dokumentert.sykelonnOre, 'hele', false, true), andel: formatProsent(brokFraDesimal(dokumentert.andelInnen16), 0) })}</span> : null}
        </TallCelle>
        <TallCelle bareBred><Timer min={e.timeverkMinutter} desimaler={0} /></TallCelle>
        <TallCelle bareBred><Timer min={e.fravarMinutter} desimaler={0} /></TallCelle>
        <TallCelle bareBred><Timer min={e.timeverkMinutter - e.fravarMinutter} desimaler={0} /></TallCelle>
        <TallCelle bareBred><Timer min={aret.direkte.get(e.enhetId) ?? 0} desimaler={0} /></TallCelle>
        <TallCelle bareBred><Timer min={aret.annenTid.get(e.enhetId) ?? 0} desimaler={0} /></TallCelle>
        <TallCelle sterk><Belop ore={sats === null ? null : avrundTilTall(ganger(sats, brok(60)))} /></TallCelle>
        <td>{e.privat ? null : dokumentert ? <Status type="ok">{t('godkjentAv', { navn: dokumentert.godkjentAvNavn ?? '' })}</Status> : <Status type="stopp">{t('ikkeGodkjent')}</Status>}</td>
      </Rad>
    );
  });
}

/** The divisor of each unit, with what it rests on; proposals that wait; a form for a new one. */
export async function Delingstallene({ ar, aret, kontoId, kanForesla, kanGodkjenne }: { ar: number; aret: Aret; kontoId: number; kanForesla: boolean; kanGodkjenne: boolean }) {
  const t = await getTranslations('ressurskrevende.delingstall');
  const k = await getTranslations('ressurskrevende.kandidat');
  const navn = new Map(aret.enheter.map((e) => [e.enhetId, e.navn]));
  const venter = aret.delingstall.filter((d) => d.godkjent === null);
  const egne = aret.enheter.filter((e) => !e.privat).map((e) => ({ verdi: String(e.enhetId), tekst: e.navn }));
  const tall = (tekst: string, bareBred = true) => ({ tekst, tall: true, bareBred });
  return (
    <Felt tittel={t('tittel')} id="delingstall">
      <p className="liten">{t('om')}</p>
      <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('enhet') }, tall(t('lonn')), tall(t('betalt')), tall(t('fravar')), tall(t('arbeidet')), tall(t('direkte')), tall(t('annen')), tall(t('sats'), false), { tekst: '', navn: k('mangler') }]}>
        <Enhetsrader aret={aret} />
      </Tabell>
      {venter.length > 0 ? (
        <ul className="oppg liten">
          {venter.map((d) => (
            <li key={d.id}>
              <Status type="venter">{t('venter', { enhet: navn.get(d.enhetId) ?? '', timer: formatTimer(d.fravarMinutter, 0), navn: d.foreslattAvNavn, bilag: d.bilag })}</Status>
              {kanGodkjenne && d.foreslattAv !== kontoId ? <EnKnapp hva="delingstall" id={d.id}>{t('godkjenn')}</EnKnapp> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {kanForesla ? (
        <Detaljer tittel={t('ny')}>
          <DelingstallSkjema ar={ar} enheter={egne} />
        </Detaljer>
      ) : null}
    </Felt>
  );
}
