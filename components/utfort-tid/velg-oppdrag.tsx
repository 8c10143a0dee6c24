import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato, formatVarighet } from '#lib/core/format.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Registrerbart } from '#lib/utfort-tid/utfort-tid-view.ts';

interface Props {
  oppdrag: readonly Registrerbart[];
  sok: string;
  dag: Dato;
  maks: number;
}

/** Who were you with: a search that works without script, and rows a thumb can hit. */
export async function VelgMottaker({ oppdrag, sok, dag, maks }: Props) {
  const [t, felles, sprak] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles'), getLocale()]);
  return (
    <Felt tittel={t('registrer.velg')}>
      <form action="/registrer" method="get" role="search" className="soklinje">
        <div className="ds-field">
          <label htmlFor="sok" className="liten sterk">
            {t('registrer.sok')}
          </label>
          <input id="sok" name="sok" type="search" className="ds-input" defaultValue={sok} autoComplete="off" placeholder={t('registrer.sokHjelp')} />
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('registrer.finn')}
        </button>
      </form>
      {oppdrag.length === 0 ? (
        <TomTilstand tekst={sok === '' ? t('registrer.ingenOppdrag') : t('registrer.ingenTreff', { sok })} neste={sok === '' ? undefined : <Lenke href="/registrer">{t('registrer.nullstill')}</Lenke>} />
      ) : (
        <ul className="store-rader">
          {oppdrag.map((o) => {
            const brukt = formatVarighet(o.registrertMinutter);
            return (
              <li key={o.oppdragId}>
                <Link href={`/registrer?oppdrag=${o.oppdragId}`} prefetch={false}>
                  <strong>{mottakerTekst(felles, o)}</strong> <span className="dempet liten">{t('registrer.fodt', { ar: String(o.fodselsar) })}</span>
                  <span className="liten dempet">
                    {sprak === 'nn' ? o.tjenesteNn : o.tjenesteNb} ·{' '}
                    {o.tom !== null && o.tom < dag
                      ? t('registrer.sluttet', { dato: formatDato(o.tom) })
                      : o.perUker === 1
                        ? t('registrer.igjen', { brukt, vedtatt: formatVarighet(o.vedtattMinutter) })
                        : t('registrer.brukt', { brukt })}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {oppdrag.length >= maks ? <p className="mikro dempet">{t('registrer.flere', { antall: maks })}</p> : null}
    </Felt>
  );
}
