import { getTranslations } from 'next-intl/server';
import { StegKnapper } from '#components/kalender/steg-knapper.tsx';
import { Merke, Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import type { Beslutningsview, Hvem } from '#lib/avregning/manuell-view.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

const STATUS = { FORESLATT: 'venter', AVSLATT: 'av', I_KRAFT: 'ok', TREKKES: 'venter', TRUKKET: 'av' } as const;

/** Who did what with a decision and why, one sentence each: the same words wherever the amount is shown. */
export async function Historikk({ b }: { b: Beslutningsview }) {
  const t = await getTranslations('kalender.manuelle');
  const hvem = (h: Hvem): { navn: string; dato: string } => ({ navn: h.navn ?? t('jobben'), dato: h.dato });
  return (
    <>
      <span className="blokk">«{b.grunn}»</span>
      <span className="blokk mikro dempet">
        {t('foreslatt', hvem(b.foreslatt))}
        {b.godkjent ? ` · ${t('godkjent', hvem(b.godkjent))}` : null}
        {b.avslatt ? ` · ${t('avslatt', { ...hvem(b.avslatt), grunn: b.avslatt.grunn })}` : null}
        {b.trekk ? ` · ${t('trekk', { ...hvem(b.trekk), grunn: b.trekk.grunn })}` : null}
        {b.trukket ? ` · ${t('trukket', hvem(b.trukket))}` : null}
      </span>
    </>
  );
}

async function Hva({ b }: { b: Beslutningsview }) {
  const t = await getTranslations('kalender.manuelle');
  return (
    <>
      <span className="sterk">
        {t(`navn.${b.slag}`, { nr: b.id })}
      </span>{' '}
      {b.slag === 'STIPULERT' ? <Merke farge="warning">{t('stipulert')}</Merke> : null} {b.enhet}
      <span className="blokk mikro dempet">
        {b.ordning} · {t('gjelderManed', { maned: manedOgAr(b.gjelderManed) })}
        {b.type ? ` · ${t(`typer.${b.type}`)}` : null}
        {b.grunnlag ? ` · ${t(`grunnlag.${b.grunnlag}`)}` : null}
        {b.slag === 'MANUELL' && b.ledd ? ` · ${t('retter', { hva: b.ledd })}` : null}
        {b.retterNummer ? ` · ${b.retterNummer}` : null}
        {b.slag === 'STIPULERT' && b.ledd ? ` · ${b.ledd}` : null}
      </span>
    </>
  );
}

/** Decisions by hand as a table: what, for which month, how much, who and why; and what the reader may do. */
export async function Beslutningstabell({ tittel, beslutninger, kanAvgjore }: { tittel: string; beslutninger: readonly Beslutningsview[]; kanAvgjore: boolean }) {
  const t = await getTranslations('kalender.manuelle');
  const kolonner = [{ tekst: t('hva') }, { tekst: t('belop'), tall: true }, { tekst: t('status'), bareBred: true }];
  return (
    <Tabell tittel={tittel} kolonner={kolonner}>
      {beslutninger.map((b) => (
        <Rad key={`${b.slag} ${b.id}`} id={`${b.slag.toLowerCase()}-${b.id}`}>
          <th scope="row">
            <Hva b={b} />
            <span className="normal">
              <Historikk b={b} />
              {kanAvgjore && b.egen ? <span className="blokk mikro">{t('egen')}</span> : null}
            </span>
            {kanAvgjore && b.steg.length > 0 ? (
              <Tekster navnerom={['skjema', 'kalender']}>
                <StegKnapper slag={b.slag} id={b.id} steg={b.steg} navn={`${t(`navn.${b.slag}`, { nr: b.id })}, ${b.enhet}`} />
              </Tekster>
            ) : null}
          </th>
          <TallCelle sterk>{b.belopOre === null ? t('volum', { volum: formatDesimal(brokFraDesimal(b.volum ?? '0'), 2) }) : <Belop ore={b.belopOre} fortegn />}</TallCelle>
          <td className="bare-bred">
            <Status type={STATUS[b.tilstand]}>{t(`tilstand.${b.tilstand}`)}</Status>
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** Under a table or a trace that shows amounts decided by hand: who decided them, and why. */
export async function ManuelleForklart({ beslutninger }: { beslutninger: readonly Beslutningsview[] }) {
  if (beslutninger.length === 0) return null;
  const t = await getTranslations('kalender.manuelle');
  return (
    <section className="liten" aria-label={t('forklart')}>
      <ul className="oppg">
        {beslutninger.map((b) => (
          <li key={`${b.slag} ${b.id}`}>
            <Hva b={b} /> <Historikk b={b} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Under a month's sums: which units are paid a stipulated volume in them. */
export async function Stipulerte({ beslutninger, maned }: { beslutninger: readonly Beslutningsview[]; maned: string }) {
  const stipulerte = beslutninger.filter((b) => b.slag === 'STIPULERT' && b.gjelderManed === maned && (b.tilstand === 'I_KRAFT' || b.tilstand === 'TREKKES'));
  if (stipulerte.length === 0) return null;
  const t = await getTranslations('kalender.manuelle');
  return (
    <p className="liten">
      <Merke farge="warning">{t('stipulert')}</Merke> {t('inngar', { enheter: [...new Set(stipulerte.map((b) => `${b.enhet} (${b.ledd ?? ''})`))].join(', ') })}
    </p>
  );
}
