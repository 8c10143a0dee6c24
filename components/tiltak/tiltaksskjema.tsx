import { getTranslations } from 'next-intl/server';
import type { Skrevet, Valgfeil } from '#components/tiltak/tiltaksvalg.ts';
import { Knapp } from '#components/ui/knapp.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Tiltakside } from '#lib/oversikt/tiltak-view.ts';

const FELT = ['prosent', 'mottakere', 'pris', 'fra', 'over'] as const;

/** The measure as one form that works without script; what is tried stands in the address. */
export async function Tiltaksskjema({ side, skrevet, feil, bareSummer }: { side: Tiltakside; skrevet: Skrevet; feil: readonly Valgfeil[]; bareSummer: boolean }) {
  const t = await getTranslations('tiltak.skjema');
  const rot = await getTranslations();
  const valgt = (koder: readonly string[]): boolean => (skrevet.tjenester.length === 0 ? true : koder.every((k) => side.valg.tjenester.includes(k)));
  const feilI = (felt: string): Valgfeil | undefined => feil.find((f) => f.felt === felt);
  return (
    <form action="/tiltak" className="grid gap-3" key={JSON.stringify(skrevet)}>
      <div className="flex flex-wrap items-start gap-4">
        {FELT.filter((navn) => navn !== 'pris' || side.brukerPris).map((navn) => {
          const galt = feilI(navn);
          return (
            <div key={navn} className="grid gap-1" style={{ maxWidth: '13rem' }}>
              <label htmlFor={`t-${navn}`} className="liten">{t(navn)}</label>
              <input
                id={`t-${navn}`} name={navn} className="ds-input tall" style={{ width: '9rem' }} defaultValue={navn === 'fra' && galt === undefined ? formatDato(side.valg.fra) : skrevet[navn]} type="text"
                inputMode={navn === 'mottakere' || navn === 'fra' ? 'text' : 'decimal'} autoComplete="off" aria-invalid={galt ? true : undefined} aria-describedby={`h-${navn}`}
              />
              <span id={`h-${navn}`} className={galt ? 'mikro feiltekst' : 'mikro dempet'}>{galt ? rot(galt.nokkel as never, galt.verdier as never) : t(navn === 'mottakere' && bareSummer ? 'hjelp.femmere' : `hjelp.${navn}`)}</span>
            </div>
          );
        })}
      </div>
      <fieldset>
        <legend className="liten">{t('tjenester')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {side.tjenester.map(({ koder, navn }) => (
            <label key={koder.join('+')} className="liten flex items-center gap-2">
              <input type="checkbox" name="tj" value={koder.join('+')} className="ds-input" defaultChecked={valgt(koder)} />
              {navn}
            </label>
          ))}
        </div>
      </fieldset>
      <p><Knapp type="submit">{t('prov')}</Knapp></p>
    </form>
  );
}
