import { getTranslations } from 'next-intl/server';
import { delerTekst, omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { Fakta } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Vedtaksside } from '#lib/oversikt/vedtaksside-view.ts';

/** Whose it is: a link to the record for one who sees the name, the pseudonym for the others. */
async function Mottaker({ vedtak }: Pick<Vedtaksside, 'vedtak'>) {
  const t = await getTranslations('vedtak.liste');
  if (vedtak.navn !== null) return <Lenke href={`/mottakere/${vedtak.mottakerId}`}>{vedtak.navn}</Lenke>;
  return vedtak.skjermet ? `${t('skjermet')}, ${vedtak.pseudonym}` : vedtak.pseudonym;
}

/** The row of facts of a vedtak. */
export async function VedtakFakta({ side }: { side: Vedtaksside }) {
  const [t, v] = await Promise.all([getTranslations('vedtak.side'), getTranslations('vedtak')]);
  const { vedtak, omfang, gjeldende } = side;
  const deler = delerTekst(v as unknown as VedtakTekst, omfang);
  return (
    <Fakta
      fakta={[
        { navn: t('mottaker'), verdi: <Mottaker vedtak={vedtak} /> },
        { navn: t('utfall'), verdi: v(`utfall.${vedtak.utfall}`) + (vedtak.tillegg ? `, ${t('tillegg')}` : '') + (vedtak.kort ? `, ${t('kort')}` : '') },
        ...(omfang ? [{ navn: t('omfang'), verdi: omfangTekst(v as unknown as VedtakTekst, omfang) }] : []),
        ...(deler === null ? [] : [{ navn: t('deler'), verdi: deler }]),
        ...(gjeldende ? [{ navn: t('gjelder'), verdi: <PeriodeTekst fom={gjeldende.fom} tom={gjeldende.tom} /> }] : []),
        { navn: t('fattet'), verdi: `${formatDato(vedtak.fattetDato)}${vedtak.fattetAv ? ` ${t('av', { navn: vedtak.fattetAv })}` : ''}` },
        { navn: t('hjemmel'), verdi: vedtak.hjemmel },
        ...(vedtak.erstatterId === null ? [] : [{ navn: t('erstatter'), verdi: <Lenke href={`/vedtak/${vedtak.erstatterId}`}>{vedtak.erstatterNummer}</Lenke> }]),
        ...(vedtak.erstattetAvId === null ? [] : [{ navn: t('erstattetAv'), verdi: <Lenke href={`/vedtak/${vedtak.erstattetAvId}`}>{vedtak.erstattetAvNummer}</Lenke> }]),
      ]}
    />
  );
}
