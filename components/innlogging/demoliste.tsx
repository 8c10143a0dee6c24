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

/** The demo's roles with what one will see; one click each. The first account of a role stands, the others are folded. */
export async function Demoliste({ liste, til, videre }: Props) {
  const t = await getTranslations('innlogging');
  const forste = liste.kontoer.filter((konto, i) => liste.kontoer.findIndex(({ rolle }) => rolle === konto.rolle) === i);
  const flere = liste.kontoer.filter((konto) => !forste.includes(konto));
  return (
    <div className="stabel">
      <div>
        <h2 id="demo">{t('demo.tittel')}</h2>
        <p className="liten dempet">{t('demo.tekst')}</p>
      </div>
      {forste.length === 0 ? <p className="tomt">{t('demo.tom')}</p> : null}
      {forste.length > 0 ? <Kontotabell tittel={t('demo.tittel')} kontoer={forste} videre={videre} /> : null}
      {flere.length > 0 ? (
        <details className="detaljer">
          <summary>{t('demo.flere', { antall: flere.length })}</summary>
          <Kontotabell tittel={t('demo.flere', { antall: flere.length })} kontoer={flere} videre={videre} />
        </details>
      ) : null}
      {liste.kommuner.length > 1 ? <Kommunevalg liste={liste} til={til} /> : null}
    </div>
  );
}

async function Kontotabell({ tittel, kontoer, videre }: { tittel: string; kontoer: Konto[]; videre: string }) {
  const [t, felles] = await Promise.all([getTranslations('innlogging'), getTranslations('felles')]);
  return (
    <Tabell
      tittel={tittel}
      kolonner={[
        { tekst: felles('ord.rolle'), bredde: '22%' },
        { tekst: t('demo.ser') },
        { tekst: felles('ord.navn'), bareBred: true, bredde: '18%' },
      ]}
    >
      {kontoer.map((konto) => (
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
              <span className="ds-sr-only">, {konto.enhetNavn ?? konto.navn}</span>
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
  );
}

async function Kommunevalg({ liste, til }: Pick<Props, 'liste' | 'til'>) {
  const [t, felles, tall] = await Promise.all([getTranslations('innlogging'), getTranslations('felles'), getFormatter()]);
  return (
    <form method="get" action="/logg-inn" className="handlinger">
      {til === '/' ? null : <input type="hidden" name="til" value={til} />}
      <label htmlFor="kommune">{felles('ord.kommune')}</label>
      <select id="kommune" name="kommune" className="ds-input" style={{ width: 'auto' }} defaultValue={liste.valgt ?? undefined}>
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
