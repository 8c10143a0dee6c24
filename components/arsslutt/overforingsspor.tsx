import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { Overforingsspor } from '#lib/avvik/arsslutt-view.ts';

/** How a carry-over in the ledger came about, in plain numbers, and who decided it. */
export async function OverforingssporDel({ spor, lenke }: { spor: Overforingsspor; lenke: boolean }) {
  const t = await getTranslations('arsslutt');
  const { vedtak, linje } = spor;
  const kr = (ore: number): string => belopTekst(ore, 'ore', true, true);
  return (
    <ul className="liten stabel">
      <li>{t('spor.aret', { ar: String(vedtak.ar), resultat: kr(linje.resultatOre), overfores: kr(linje.overforesOre) })}</li>
      <li>{t('spor.sum', { inn: kr(linje.innOre), akkumulert: kr(linje.akkumulertOre), bokfores: kr(linje.bokforesOre) })}</li>
      <li>
        {t('hvem.foreslatt', { navn: vedtak.foreslattAvNavn ?? '', tid: tidspunkt(vedtak.foreslatt).dato })}{' '}
        {vedtak.avgjort ? t('hvem.VEDTATT', { navn: vedtak.avgjortAvNavn ?? '', tid: tidspunkt(vedtak.avgjort).dato }) : null} {t('spor.aldri')}
      </li>
      {lenke ? (
        <li>
          <Lenke href={`/arsslutt?ar=${vedtak.ar}#forslag`}>{t('spor.tilArsslutt', { ar: String(vedtak.ar) })}</Lenke>
        </li>
      ) : null}
    </ul>
  );
}
