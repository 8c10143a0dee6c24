import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Felt, Oppgaver } from '#components/ui/felt.tsx';
import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Saksmappe } from '#lib/oversikt/saksmappe-view.ts';

const VARSLE_DAGER = 90;

/** What waits in this case: the draft, unanswered inquiries, vedtak that run out. */
export async function VenterPaDeg({ mappe }: { mappe: Saksmappe }) {
  const t = await getTranslations('sak.venter');
  const { person, utkastEndret, forhold, pakke, idag, tjenestenavn } = mappe;
  const nytt = `/mottakere/${person.id}/nytt-vedtak`;
  const naa = utkastEndret === null ? null : tidspunkt(utkastEndret);
  const grense = leggTilDager(idag, VARSLE_DAGER);
  const utloper = pakke.grupper.flatMap((g) => g.rader).filter((r) => r.hoved.tilstand === 'I_KRAFT' && r.hoved.tom !== null && r.hoved.tom <= grense);
  const oppgaver = [
    ...(naa ? [{ nokkel: 'utkast', lenke: <Lenke href={nytt}>{t('utkast')}</Lenke>, om: t('utkastOm', { dato: naa.dato, klokke: naa.klokke }) }] : []),
    ...forhold.henvendelser.map((h) => ({ nokkel: `h${h.id}`, lenke: <span>{t('henvendelse', { type: h.type, fra: h.fra })}</span>, om: t('henvendelseOm', { dato: formatDato(h.mottatt) }) })),
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

/** The latest acts in the case, and refusals. */
export async function SistISaken({ mappe }: { mappe: Saksmappe }) {
  const [t, v] = await Promise.all([getTranslations('sak.sist'), getTranslations('sak.pakke')]);
  const { forhold, avslag, tjenestenavn } = mappe;
  return (
    <Felt tittel={t('tittel')} ved={<Lenke href={`/mottakere/${mappe.person.id}/innsyn`}>{t('alle')}</Lenke>}>
      {forhold.sist.length + avslag.length === 0 ? <p className="liten dempet">{t('tom')}</p> : null}
      <ul className="oppg liten">
        {forhold.sist.map((rad) => (
          <li key={rad.lopenr}>
            <span>
              <span className="tab">{tidspunkt(rad.tid).dato}</span> {rad.handling === 'FATT_VEDTAK' ? t('FATT_VEDTAK') : t('OPPHOR_VEDTAK')} <span className="dempet">{rad.navn}</span>
            </span>
          </li>
        ))}
        {avslag.map((rad) => (
          <li key={rad.id}>
            <span>
              <span className="tab">{formatDato(rad.fattetDato)}</span> <Lenke href={`/vedtak/${rad.id}`}>{`${v('avslag')}: ${tjenestenavn[rad.tjeneste] ?? rad.tjeneste}`}</Lenke> <span className="dempet">{rad.nummer}</span>
            </span>
          </li>
        ))}
      </ul>
    </Felt>
  );
}
