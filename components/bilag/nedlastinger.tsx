import { getTranslations } from 'next-intl/server';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Nedlasting } from '#lib/bilag/bilag-view.ts';

/** A button per layout; one that cannot hold the voucher says what does not fit. */
export async function Nedlastinger({ bilagId, formater }: { bilagId: number; formater: readonly Nedlasting[] }) {
  const t = await getTranslations('bilag.ett');
  return (
    <div className="stabel">
      {formater.map((f) => {
        const [forste] = f.feil;
        if (forste) {
          return (
            <Varsel key={f.kode} farge="warning">
              {t('formatfeil', { navn: f.navn, antall: f.feil.length, linje: forste.linjenr, kolonne: forste.kolonne, verdi: forste.verdi })}
            </Varsel>
          );
        }
        return (
          <div key={f.kode}>
            <a className="ds-button" data-variant="secondary" data-fullwidth="" href={`/bilag/${bilagId}/fil?format=${f.kode}`} download>
              {f.navn}
            </a>
            {f.bekreftet ? null : <p className="mikro dempet">{t('ubekreftet')}</p>}
          </div>
        );
      })}
    </div>
  );
}
