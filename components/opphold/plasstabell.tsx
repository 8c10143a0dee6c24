import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import type { Plassrad, Typesum, Venterad } from '#lib/utfort-tid/opphold-view.ts';

type Tilstand = 'bor' | 'borte' | 'tom' | 'ledig' | 'tildelt' | 'aldri';
const MERKE: Readonly<Record<Tilstand, StatusType>> = { bor: 'ok', borte: 'varsel', tom: 'mangler', ledig: 'venter', tildelt: 'venter', aldri: 'mangler' };

function tilstand(p: Plassrad): Tilstand {
  if (p.oppholdId !== null) return p.borteFra === null ? 'bor' : 'borte';
  if (p.tildelt) return 'tildelt';
  if (p.ledigFra !== null) return 'ledig';
  return p.tomFra === null ? 'aldri' : 'tom';
}

/** Places, one a row. */
export async function Plasstabell({ plasser, medEnhet }: { plasser: readonly Plassrad[]; medEnhet: boolean }) {
  const [t, felles] = await Promise.all([getTranslations('opphold'), getTranslations('felles')]);
  return (
    <Tabell tittel={t('tittel')} festet kolonner={[{ tekst: t('kolonne.plass') }, { tekst: t('kolonne.tilstand') }, { tekst: t('kolonne.hvem') }, { tekst: t('kolonne.type'), bareBred: true }, { tekst: t('kolonne.siden'), bareBred: true }]}>
      {plasser.map((p) => {
        const na = tilstand(p);
        const dato = formatDato((na === 'borte' ? p.borteFra : p.ledigFra) ?? p.inn ?? '2000-01-01' as never);
        return (
          <Rad key={p.id} kanVelges>
            <th scope="row" className="nb">
              <Lenke href={`/opphold/${p.id}`} navn={t('side.tittel', { kode: p.kode })}>{p.kode}</Lenke>
              {medEnhet ? <span className="blokk mikro dempet normal">{p.enhetNavn}</span> : null}
            </th>
            <td>
              <Status type={MERKE[na]}>{t(`tilstand.${na}`, { dato, arsak: p.borteArsak === null ? '' : t(`arsak.${p.borteArsak}`) })}</Status>
            </td>
            <td>{p.oppdragId === null ? <span className="dempet">{p.tomFra === null ? '–' : t('tomSiden', { dato: formatDato(p.tomFra) })}</span> : <Lenke href={`/oppdrag/${p.oppdragId}`}>{mottakerTekst(felles, p)}</Lenke>}</td>
            <td className="bare-bred">{t(`plasstype.${p.plasstype}`)}</td>
            <td className="bare-bred"><DatoTekst dato={p.inn} /></td>
          </Rad>
        );
      })}
    </Tabell>
  );
}

/** How many places there are of each kind, and what they are used for. */
export async function Typetabell({ summer }: { summer: readonly Typesum[] }) {
  const t = await getTranslations('opphold');
  return (
    <Tabell
      tittel={t('sum.tittel')}
      kolonner={[{ tekst: t('sum.type') }, { tekst: t('sum.iBruk'), tall: true }, { tekst: t('sum.plasser'), tall: true }, { tekst: t('sum.borte'), tall: true }, { tekst: t('sum.ledig'), tall: true }, { tekst: t('sum.utenMelding'), tall: true }]}
    >
      {summer.map((s) => (
        <Rad key={s.plasstype}>
          <th scope="row">{t(`plasstype.${s.plasstype}`)}</th>
          {[s.iBruk, s.plasser, s.borte, s.ledigMeldt, s.tommeUtenMelding].map((n, i) => (
            <TallCelle key={i}>{formatHeltall(n)}</TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}

/** Orders of a place that nobody has moved in on. */
export async function Venteliste({ venter }: { venter: readonly Venterad[] }) {
  const [t, felles] = await Promise.all([getTranslations('opphold'), getTranslations('felles')]);
  return (
    <Felt tittel={t('venter.tittel')} ved={t('venter.ved', { antall: venter.length })}>
      {venter.length === 0 ? (
        <TomTilstand tekst={t('venter.tom')} />
      ) : (
        <Tabell tittel={t('venter.tittel')} kolonner={[{ tekst: t('venter.hvem') }, { tekst: t('venter.type') }, { tekst: t('venter.plass') }, { tekst: t('venter.fra') }]}>
          {venter.map((v) => (
            <Rad key={v.oppdragId}>
              <th scope="row"><Lenke href={`/oppdrag/${v.oppdragId}`}>{mottakerTekst(felles, v)}</Lenke></th>
              <td>{t(`plasstype.${v.plasstype}`)}</td>
              <td>{v.plass ?? <span className="dempet">{t('venter.ingenPlass')}</span>}</td>
              <td><PeriodeTekst fom={v.fom} tom={v.tom} /></td>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}
