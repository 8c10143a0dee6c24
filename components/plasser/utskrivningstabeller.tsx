import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, DatoTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoI, lokalTidVed } from '#lib/core/oslo-tid.ts';
import type { Utskrivningsside } from '#lib/sak/utskrivning-view.ts';

/** An instant in Norway: "17.11.2026 15.12". */
export function osloKlokke(ms: number): string {
  const lokal = lokalTidVed(ms);
  return `${formatDato(datoI(lokal))} ${lokal.slice(11).replace(':', '.')}`;
}

async function Svaret({ rad }: { rad: Utskrivningsside['rader'][number] }) {
  const t = await getTranslations('plasser.utskrivning');
  if (rad.trukket) return <Status type="av">{t('trukket')}</Status>;
  if (rad.hentet !== null) return <Status type="ok">{t('hentet', { dato: formatDato(rad.hentet) })}</Status>;
  if (rad.svar === 'KAN_TA_IMOT') return <Status type="venter">{t('kan', { dato: rad.kanFra === null ? '' : formatDato(rad.kanFra) })}</Status>;
  if (rad.svar === 'KAN_IKKE') return <Status type="varsel">{t('kanIkke')}</Status>;
  return <Status type={rad.forsent ? 'stopp' : 'mangler'}>{t(rad.forsent ? 'forSent' : 'frist', { tid: osloKlokke(rad.frist) })}</Status>;
}

/** Patients at hospital first, then those who have left. */
export async function Utskrivningstabell({ rader }: Pick<Utskrivningsside, 'rader'>) {
  const t = await getTranslations('plasser.utskrivning');
  if (rader.length === 0) return <TomTilstand tekst={t('tom')} />;
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('hvem') }, { tekst: t('svar') }, { tekst: t('dogn'), tall: true }, { tekst: t('meldt'), bareBred: true }, { tekst: t('sykehus'), bareBred: true }]}>
      {rader.map((rad) => (
        <Rad key={rad.id} gammel={rad.hentet !== null || rad.trukket}>
          <th scope="row"><Lenke href={`/plasser/utskrivning/${rad.id}`} navn={t('behandleNavn', { navn: rad.navn })}>{rad.navn}</Lenke></th>
          <td><Svaret rad={rad} /></td>
          <TallCelle>{formatHeltall(rad.dogn)}</TallCelle>
          <td className="bare-bred nb">{osloKlokke(rad.meldtKlar.getTime())}</td>
          <td className="bare-bred">{rad.sykehus}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What the nights cost, month by month, as a line of the budget. */
export async function Dognkostnad({ maneder, satser }: Pick<Utskrivningsside, 'maneder' | 'satser'>) {
  const t = await getTranslations('plasser.utskrivning.kostnad');
  const kjent = maneder.every((m) => m.ore !== null);
  const sum = maneder.reduce((s, m) => s + (m.ore ?? 0), 0);
  return (
    <Felt tittel={t('tittel')}>
      {satser.some((s) => !s.bekreftet) && maneder.length > 0 ? <Varsel farge="warning">{t('ubekreftet')}</Varsel> : null}
      {maneder.length === 0 ? (
        <TomTilstand tekst={t('tom')} />
      ) : (
        <Tabell
          tittel={t('tittel')}
          kolonner={[{ tekst: t('maned') }, { tekst: t('dogn'), tall: true }, { tekst: t('kr'), tall: true }]}
          sum={
            <SumRad>
              <th scope="row">{t('sum')}</th>
              <TallCelle>{formatHeltall(maneder.reduce((s, m) => s + m.dogn, 0))}</TallCelle>
              <TallCelle>{kjent ? <Belop ore={sum} /> : t('ukjent')}</TallCelle>
            </SumRad>
          }
        >
          {maneder.map((m) => (
            <Rad key={m.maned}>
              <th scope="row">{manedOgAr(m.maned)}</th>
              <TallCelle>{formatHeltall(m.dogn)}</TallCelle>
              <TallCelle>{m.ore === null ? t('ukjent') : <Belop ore={m.ore} />}</TallCelle>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** The rates, the newest first. */
export async function Satstabell({ satser }: Pick<Utskrivningsside, 'satser'>) {
  const t = await getTranslations('plasser.utskrivning.sats');
  if (satser.length === 0) return <TomTilstand tekst={t('tom')} />;
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('fra') }, { tekst: t('kr'), tall: true }, { tekst: t('status') }, { tekst: t('kilde') }]}>
      {satser.map((s) => (
        <Rad key={s.fom}>
          <th scope="row"><DatoTekst dato={s.fom} /></th>
          <TallCelle><Belop ore={s.ore} /></TallCelle>
          <td><Status type={s.bekreftet ? 'ok' : 'varsel'}>{t(s.bekreftet ? 'bekreftet' : 'ubekreftet')}</Status></td>
          <td>{s.kilde}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
