import { getTranslations } from 'next-intl/server';
import { AnsattnummerSkjema } from '#components/mottak/ansattnummer-skjema.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Ansattnummer, Ansattvalg } from '#lib/grunnlag/ansattnummer-view.ts';
import { UTEN_ANSATT } from '#lib/grunnlag/domain/ansattnummer.ts';
import type { settAnsattnummerHandling } from '#lib/utfort-tid/actions-mottak.ts';

interface Props {
  numre: readonly Ansattnummer[];
  valg: Ansattvalg[];
  /** null where the reader may only look */
  handling: typeof settAnsattnummerHandling | null;
}

/** Employees' numbers in other systems: those nobody has said who are first, each with the way to say it. */
export async function Ansattnumre({ numre, valg, handling }: Props) {
  const t = await getTranslations('ansattnummer');
  const ukjente = numre.filter((n) => n.kontoId === null && !n.utenAnsatt);
  const kjente = numre.filter((n) => n.kontoId !== null || n.utenAnsatt);
  if (numre.length === 0) return null;
  return (
    <Felt tittel={t('tittel')} id="ansatte">
      {ukjente.length > 0 ? <Varsel farge="warning" tittel={t('ukjent', { antall: ukjente.length })}>{t('ukjentTekst')}</Varsel> : null}
      <p className="liten dempet">{t('om')}</p>
      {handling ? (
        <Tekster navnerom={['skjema', 'ansattnummer']}>
          {ukjente.map((n) => (
            <AnsattnummerSkjema key={n.nummer} nummer={n.nummer} valgt="" valg={valg} handling={handling} />
          ))}
        </Tekster>
      ) : null}
      {kjente.length > 0 ? (
        <Detaljer tittel={t('kjente', { antall: kjente.length })}>
          <Tabell tittel={t('tabell')} tettere kolonner={[{ tekst: t('nummer') }, { tekst: t('ansatt') }, { tekst: t('sett'), bareBred: true }, ...(handling ? [{ tekst: t('endre') }] : [])]}>
            {kjente.map((n) => (
              <Rad key={n.nummer}>
                <th scope="row" className="bryt">{n.nummer}</th>
                <td>{n.ansatt ?? t('uten')}</td>
                <td className="nb bare-bred"><DatoTekst dato={n.sett} /></td>
                {handling ? (
                  <td>
                    <details>
                      <summary>{t('endre')}</summary>
                      <Tekster navnerom={['skjema', 'ansattnummer']}>
                        <AnsattnummerSkjema nummer={n.nummer} valgt={n.kontoId === null ? UTEN_ANSATT : String(n.kontoId)} valg={valg} handling={handling} />
                      </Tekster>
                    </details>
                  </td>
                ) : null}
              </Rad>
            ))}
          </Tabell>
        </Detaljer>
      ) : null}
    </Felt>
  );
}
