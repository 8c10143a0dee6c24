import { getTranslations } from 'next-intl/server';
import { Handlingsknapp } from '#components/sak/handlingsknapp.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { erDato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { avsluttKontaktHandling, avsluttTilgangHandling } from '#lib/sak/actions-mottaker.ts';
import type { Historierad, Kontovalg, Navngitt } from '#lib/sak/mottaker-view.ts';
import type { Kontakt } from '#lib/sak/sak-view.ts';

type Handling = (sendt: Record<string, unknown>) => ReturnType<typeof avsluttKontaktHandling>;

/** Contacts in force, each with a way to end it. */
export async function KontaktTabell({ mottakerId, kontakter }: { mottakerId: number; kontakter: readonly Kontakt[] }) {
  const [t, o] = await Promise.all([getTranslations('mottaker.felt'), getTranslations('mottaker.opplysninger')]);
  if (kontakter.length === 0) return <p className="liten dempet">{o('ingenKontakter')}</p>;
  return (
    <Tabell tittel={o('kontakter')} kolonner={[{ tekst: t('navn') }, { tekst: t('rolle') }, { tekst: t('telefon') }, { tekst: t('handling') }]}>
      {kontakter.map((k) => (
        <Rad key={k.id}>
          <th scope="row">
            {k.navn}
            {k.omfang || k.tom ? <div className="mikro dempet">{[k.omfang, k.tom ? `${t('tom').toLowerCase()} ${formatDato(k.tom)}` : null].filter(Boolean).join(', ')}</div> : null}
          </th>
          <td>{t(k.rolle)}</td>
          <td className="nb tab">{k.telefon ?? '–'}</td>
          <td>
            <Handlingsknapp handling={avsluttKontaktHandling as Handling} data={{ mottakerId, kontaktId: k.id }}>{`${o('avslutt')}`}</Handlingsknapp>
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** Who may see a shielded recipient; `navngir`: the reader may take names off. */
export async function NavngittTabell({ mottakerId, navngitte, navngir }: { mottakerId: number; navngitte: readonly Navngitt[]; navngir: boolean }) {
  const [t, o] = await Promise.all([getTranslations('mottaker.felt'), getTranslations('mottaker.opplysninger')]);
  return (
    <Tabell tittel={o('navngitte')} kolonner={[{ tekst: t('navn') }, { tekst: t('grunn') }, { tekst: t('fom') }, { tekst: t('gittAv') }, ...(navngir ? [{ tekst: t('handling') }] : [])]}>
      {navngitte.map((n) => (
        <Rad key={n.kontoId}>
          <th scope="row">{n.navn}</th>
          <td>{n.grunn}</td>
          <td className="nb tab">{`${formatDato(n.fom)}${n.tom ? `–${formatDato(n.tom)}` : ''}`}</td>
          <td>{n.gittAv ?? '–'}</td>
          {navngir ? (
            <td>
              <Handlingsknapp handling={avsluttTilgangHandling as Handling} data={{ mottakerId, kontoId: n.kontoId }}>{o('taBort')}</Handlingsknapp>
            </td>
          ) : null}
        </Rad>
      ))}
    </Tabell>
  );
}

/** Each change of the record, newest first. The number itself is never written out again. */
export async function HistorieTabell({ historie, saksbehandlere }: { historie: readonly Historierad[]; saksbehandlere: readonly Kontovalg[] }) {
  const [t, o] = await Promise.all([getTranslations('mottaker.felt'), getTranslations('mottaker.opplysninger')]);
  const felt = t as unknown as { (nokkel: string): string; has: (nokkel: string) => boolean };
  const verdi = (rad: Historierad, tekst: string | null): string => {
    if (tekst === null) return '–';
    if (rad.felt === 'fodselsnummer') return `${tekst.slice(0, 6)} •••••`;
    if (rad.felt === 'saksbehandlerId') return saksbehandlere.find((k) => String(k.id) === tekst)?.navn ?? tekst;
    if (tekst === 'true' || tekst === 'false') return t(tekst === 'true' ? 'ja' : 'nei');
    if (erDato(tekst)) return formatDato(tekst);
    return rad.felt === 'gradering' || rad.felt === 'sprak' ? felt(tekst) : tekst;
  };
  if (historie.length === 0) return <p className="liten dempet">{o('ingenHistorie')}</p>;
  return (
    <Tabell tittel={o('historie')} tettere kolonner={[{ tekst: t('tid') }, { tekst: t('hvem') }, { tekst: t('hva') }, { tekst: t('fra') }, { tekst: t('til') }]}>
      {historie.map((rad) => {
        const navn = rad.felt === 'saksbehandlerId' ? 'saksbehandler' : rad.felt;
        const tid = tidspunkt(rad.tid);
        return (
          <Rad key={rad.id}>
            <th scope="row" className="nb tab">{`${tid.dato} ${tid.klokke}`}</th>
            <td>{rad.hvem ?? '–'}</td>
            <td>{felt.has(navn) ? felt(navn) : navn}</td>
            <td>{verdi(rad, rad.fra)}</td>
            <td>{verdi(rad, rad.til)}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
