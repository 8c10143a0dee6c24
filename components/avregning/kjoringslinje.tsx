import { getTranslations } from 'next-intl/server';
import { Varsel } from '#components/ui/varsel.tsx';
import type { KjoringView } from '#lib/avregning/avregning-view.ts';
import { formatHeltall } from '#lib/core/format.ts';
import { manedOgAr, manedsnavn } from '#lib/core/manedsnavn.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

/** Which run, when, by whom, what it counted, how much of it anew, and which months it could still correct. */
export async function kjoringLinje(k: KjoringView): Promise<string> {
  const t = await getTranslations('avregning.maned');
  const tekst = t('under', {
    nummer: k.nummer,
    tid: k.tid,
    av: k.av ? t('av', { navn: k.av }) : '',
    besok: formatHeltall(k.antallBesok ?? 0),
    vedtak: formatHeltall(k.antallVedtak ?? 0),
    omregnet: k.antallOmregnet === null ? '' : t('omregnet', { antall: formatHeltall(k.antallOmregnet) }),
    linjer: formatHeltall(k.antallLinjer ?? 0),
  });
  const [fra] = k.apneManeder;
  const til = k.apneManeder.at(-1);
  if (!fra || !til) return tekst;
  const apne = fra === til ? t('apenEn', { fra: manedOgAr(fra) }) : t('apne', { fra: fra.slice(0, 4) === til.slice(0, 4) ? manedsnavn(fra) : manedOgAr(fra), til: manedOgAr(til) });
  return `${tekst} · ${apne}`;
}

/** Why the run stopped, or left schemes out, in words, and which run the figures below are from. */
export async function Kjoringsfeilene({ kjoring, ferdig }: { kjoring: KjoringView; ferdig: KjoringView | null }) {
  const t = await getTranslations('avregning.maned');
  const linjer = kjoring.feil.map((feil) => {
    if (feil.grunn !== 'PRIS_MANGLER') return t(`feil.${feil.grunn}`, { melding: feil.grunn === 'REGEL_UGYLDIG' ? feil.melding : '' });
    const niva = feil.niva === null ? '' : t('feil.niva', { niva: feil.niva });
    return t('feil.PRIS_MANGLER', { ordning: feil.ordning, komponent: feil.komponent, gruppe: feil.gruppe === null ? t('feil.ingenGruppe') : prisgruppenavn(feil.gruppe), niva, maned: manedOgAr(feil.maned) });
  });
  return (
    <Varsel farge="danger" id="kjoringsfeil">
      <ul>
        {linjer.map((linje) => (
          <li key={linje}>{linje}</li>
        ))}
      </ul>
      {kjoring.status === 'FERDIG' ? <p>{t('andreOrdninger')}</p> : ferdig ? <p>{t('forrigeTall', { nummer: ferdig.nummer, tid: ferdig.tid })}</p> : null}
    </Varsel>
  );
}
