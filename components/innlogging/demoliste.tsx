import { getFormatter, getTranslations } from 'next-intl/server';
import { LoggInnKnapp } from '#components/innlogging/logg-inn-knapp.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';

interface Konto {
  kontoId: number;
  subjekt: string;
  navn: string;
  rolle: string;
  enhetNavn: string | null;
}

interface Props {
  liste: {
    valgt: number | null;
    kommuner: readonly { id: number; navn: string; innbyggere: number }[];
    kontoer: readonly Konto[];
  };
  /** Where the address said one was going; kept when another kommune is chosen. */
  til: string;
  videre: string;
}

/** The demo's roles with what one will see; one click each. */
export async function Demoliste({ liste, til, videre }: Props) {
  const [t, felles] = await Promise.all([getTranslations('innlogging'), getTranslations('felles')]);
  return (
    <>
      <h2 id="demo">{t('demo.tittel')}</h2>
      <p className="liten dempet">{t('demo.tekst')}</p>
      {liste.kontoer.length === 0 ? <p className="tomt">{t('demo.tom')}</p> : null}
      {liste.kontoer.length > 0 ? (
        <Tabell
          tittel={t('demo.tittel')}
          kolonner={[{ tekst: felles('ord.rolle') }, { tekst: t('demo.ser') }, { tekst: felles('ord.navn'), bareBred: true }]}
        >
          {liste.kontoer.map((konto) => (
            <Rad key={`${konto.kontoId}${konto.rolle}`} kanVelges>
              <th scope="row">
                <LoggInnKnapp
                  provider="demo"
                  subjekt={konto.subjekt}
                  videre={videre}
                  className="ds-link"
                  feiltekst={t('ikkeSvar')}
                >
                  {felles(`roller.${konto.rolle}`)}
                  {konto.enhetNavn ? <span className="ds-sr-only">, {konto.enhetNavn}</span> : null}
                </LoggInnKnapp>
              </th>
              <td>
                {t(`demo.roller.${konto.rolle}`)}
                {konto.enhetNavn ? <span className="dempet"> · {konto.enhetNavn}</span> : null}
              </td>
              <td className="dempet bare-bred">{konto.navn}</td>
            </Rad>
          ))}
        </Tabell>
      ) : null}
      {liste.kommuner.length > 1 ? <Kommunevalg liste={liste} til={til} /> : null}
    </>
  );
}

async function Kommunevalg({ liste, til }: Pick<Props, 'liste' | 'til'>) {
  const [t, felles, tall] = await Promise.all([getTranslations('innlogging'), getTranslations('felles'), getFormatter()]);
  return (
    <form method="get" action="/logg-inn" className="handlinger kommunevalg">
      {til === '/' ? null : <input type="hidden" name="til" value={til} />}
      <label htmlFor="kommune">{felles('ord.kommune')}</label>
      <select id="kommune" name="kommune" className="ds-input" defaultValue={liste.valgt ?? undefined}>
        {liste.kommuner.map((kommune) => (
          <option key={kommune.id} value={kommune.id}>
            {t('demo.kommune', { navn: kommune.navn, innbyggere: tall.number(kommune.innbyggere) })}
          </option>
        ))}
      </select>
      <button type="submit" className="ds-button" data-variant="secondary" data-tett="">
        {felles('ord.vis')}
      </button>
    </form>
  );
}
