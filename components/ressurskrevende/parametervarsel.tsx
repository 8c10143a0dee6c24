import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatProsent } from '#lib/core/format.ts';
import type { Gjeldendeparametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';

/** Fixed on paper: print engines repeat it on every sheet, also those after the first. Not on the screen. */
export async function Arkmerke({ tilskuddsar }: { tilskuddsar: readonly number[] }) {
  const t = await getTranslations('ressurskrevende.parameter');
  return tilskuddsar.length === 0 ? null : <div className="arkmerke" data-tekst={t('varselTittel', { ar: tilskuddsar.join(', ') })} aria-hidden />;
}

/** Says on every page and print what the figures rest on as long as nobody has confirmed it. Nothing where it is confirmed. */
export async function Parametervarsel({ parametre, tilskuddsar, lenke }: { parametre: Gjeldendeparametre | null; tilskuddsar: number; lenke: boolean }) {
  const t = await getTranslations('ressurskrevende.parameter');
  if (parametre?.bekreftet) return null;
  const verdier = parametre ? { innslag: belopTekst(parametre.sett.innslagspunktOre, 'hele', false, true), grad: formatProsent(brokFraDesimal(parametre.sett.kompensasjonsgrad), 0) } : null;
  return (
    <div className="mb-4">
      <Arkmerke tilskuddsar={[tilskuddsar]} />
      <Varsel farge="warning" tittel={t('varselTittel', { ar: String(tilskuddsar) })}>
        {verdier === null ? t('ingen', { ar: String(tilskuddsar) }) : parametre?.lantFra ? t('varselLant', { ...verdier, fra: String(parametre.lantFra) }) : t('varsel', verdier)}{' '}
        {parametre ? `${t('kilde')}: ${parametre.sett.kilde}.` : null} {lenke ? <Lenke href={`/ressurskrevende/parametre?ar=${tilskuddsar}`}>{t('leggInn')}</Lenke> : null}
      </Varsel>
    </div>
  );
}
