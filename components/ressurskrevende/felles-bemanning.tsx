import { getTranslations } from 'next-intl/server';
import { EnKnapp, FellesSkjema, Trekk } from '#components/ressurskrevende/skjemaer.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatTimer } from '#lib/core/format.ts';
import type { Arsside } from '#lib/toppfinansiering/toppfinansiering-view.ts';

interface Props {
  ar: number;
  aret: NonNullable<Arsside['aret']>;
  funksjoner: readonly string[];
  kontoId: number;
  kanForesla: boolean;
  kanGodkjenne: boolean;
}

/** Shared staffing with its keys, those that count and those that wait. */
export async function FellesBemanning({ ar, aret, funksjoner, kontoId, kanForesla, kanGodkjenne }: Props) {
  const t = await getTranslations('ressurskrevende.felles');
  const navn = new Map(aret.enheter.map((e) => [e.enhetId, e.navn]));
  const egne = aret.enheter.filter((e) => !e.privat).map((e) => ({ verdi: String(e.enhetId), tekst: e.navn }));
  return (
    <Felt tittel={t('tittel')} id="felles">
      <p className="liten">{t('om')}</p>
      {aret.felles.length === 0 ? <p className="liten">{t('ingen')}</p> : null}
      <ul className="oppg liten">
        {aret.felles.map((f) => (
          <li key={f.id}>
            <span>
              <strong>{f.navn}</strong> <Status type={f.godkjent ? 'ok' : 'venter'}>{t(f.godkjent ? 'godkjent' : 'venter')}</Status>
            </span>
            <span>{t('linje', { timer: formatTimer(f.minutter, 0), enhet: navn.get(f.enhetId) ?? '', funksjon: f.funksjon, nokkel: f.nokkel, bilag: f.bilag })}</span>
            <span>{t('delere', { mottakere: f.mottakere.map((id, i) => `${aret.pseudonymer.get(id) ?? ''} (${f.vekter[i] ?? 0})`).join(', ') })}</span>
            <span className="mikro dempet">{t('foreslattAv', { navn: f.foreslattAvNavn })}</span>
            {!f.godkjent && kanGodkjenne && f.foreslattAv !== kontoId ? <EnKnapp hva="felles" id={f.id}>{t('godkjenn')}</EnKnapp> : null}
            {kanForesla ? <Trekk slag="fellesressurs" id={f.id} /> : null}
          </li>
        ))}
      </ul>
      {kanForesla ? (
        <Detaljer tittel={t('ny')}>
          <FellesSkjema ar={ar} enheter={egne} funksjoner={funksjoner.map((f) => ({ verdi: f, tekst: f }))} />
        </Detaljer>
      ) : null}
    </Felt>
  );
}
