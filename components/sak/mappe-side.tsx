import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tabell } from '#components/ui/tabell.tsx';
import { Felt, Oppgaver } from '#components/ui/felt.tsx';
import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { loperUt } from '#lib/oversikt/domain/tjenestepakke.ts';
import type { Saksmappe } from '#lib/oversikt/saksmappe-view.ts';

const VARSLE_DAGER = 90;

/** What waits in this case: the draft, unanswered inquiries, vedtak that run out. */
export async function VenterPaDeg({ mappe }: { mappe: Saksmappe }) {
  const t = await getTranslations('sak.venter');
  const { person, utkastEndret, forhold, pakke, idag, tjenestenavn } = mappe;
  const nytt = `/mottakere/${person.id}/nytt-vedtak`;
  const naa = utkastEndret === null ? null : tidspunkt(utkastEndret);
  const grense = leggTilDager(idag, VARSLE_DAGER);
  const utloper = loperUt(pakke, grense);
  const oppgaver = [
    ...(naa ? [{ nokkel: 'utkast', lenke: <Lenke href={nytt}>{t('utkast')}</Lenke>, om: t('utkastOm', { dato: naa.dato, klokke: naa.klokke }) }] : []),
    ...forhold.henvendelser.map((h) => ({ nokkel: `h${h.id}`, lenke: <Lenke href={`/innboks/${h.id}`}>{t('henvendelse', { type: h.type, fra: h.fra.toLowerCase() })}</Lenke>, om: t('henvendelseOm', { dato: formatDato(h.mottatt) }) })),
    ...utloper.map((r) => ({
      nokkel: `u${r.hoved.vedtakId}`,
      lenke: <Lenke href={`${nytt}?tjeneste=${encodeURIComponent(r.tjeneste)}`}>{t('utloper', { tjeneste: tjenestenavn[r.tjeneste] ?? r.tjeneste })}</Lenke>,
      om: t('utloperOm', { nummer: r.hoved.nummer, dato: r.hoved.tom === null ? '' : formatDato(r.hoved.tom) }),
    })),
  ];
  return (
    <Felt tittel={t('tittel')} className="uten-strek">
      {oppgaver.length > 0 ? <Oppgaver oppgaver={oppgaver} /> : <p className="liten dempet">{t('tom')}</p>}
    </Felt>
  );
}

/** That the look is logged, and why no reason or which reason was asked for. */
export async function InnsynNotat({ mappe }: { mappe: Saksmappe }) {
  const [t, s] = await Promise.all([getTranslations('sak.innsynNotat'), getTranslations('sak')]);
  const tekst = mappe.erSaksbehandler ? t('egen') : mappe.grunn === null ? t('arbeidet') : t('grunn', { grunn: mappe.grunn });
  return (
    <p className="mikro dempet">
      {tekst} <Lenke href={`/mottakere/${mappe.person.id}/innsyn`}>{s('faner.innsyn')}</Lenke>
    </p>
  );
}

/** The latest vedtak of the case, newest first; an end that was decided stands with its day. */
export async function SistISaken({ mappe }: { mappe: Saksmappe }) {
  const [t, v] = await Promise.all([getTranslations('sak.sist'), getTranslations('vedtak.utfall')]);
  const { forhold, siste, tjenestenavn } = mappe;
  const opphor = forhold.sist.filter((rad) => rad.handling === 'OPPHOR_VEDTAK').slice(0, 2);
  return (
    <Felt tittel={t('tittel')} ved={<Lenke href={`/mottakere/${mappe.person.id}/innsyn`}>{t('alle')}</Lenke>}>
      {siste.length === 0 ? <p className="liten dempet">{t('tom')}</p> : null}
      <Tabell tittel={t('tittel')} tettere>
        {opphor.map((rad) => (
          <tr key={rad.lopenr}>
            <th scope="row" className="tab nb">{tidspunkt(rad.tid).dato}</th>
            <td>{t('OPPHOR_VEDTAK')}</td>
            <td className="dempet">{rad.navn}</td>
          </tr>
        ))}
        {siste.map((rad) => (
          <tr key={rad.id}>
            <th scope="row" className="tab nb">{formatDato(rad.fattetDato)}</th>
            <td>
              <Lenke href={`/vedtak/${rad.id}`}>{`${v(rad.utfall)}: ${(tjenestenavn[rad.tjeneste] ?? rad.tjeneste).toLowerCase()}`}</Lenke>
            </td>
            <td className="dempet nb bare-bred">{rad.nummer}</td>
          </tr>
        ))}
      </Tabell>
    </Felt>
  );
}
