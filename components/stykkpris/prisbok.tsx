import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst, DatoTekst } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import type { Prisbokordning } from '#lib/stykkpris/prisbok-view.ts';

/** From and to month, in words. */
const gjelder = (r: Prisbokordning['rader'][number]): string => `${manedOgAr(r.fomManed)} –${r.tomManed === null ? '' : ` ${manedOgAr(r.tomManed)}`}`;

/** A scheme's price rows, dated: what holds, what was, what revised what, and who. */
export async function Prisbok({ ordning }: { ordning: Prisbokordning }) {
  const t = await getTranslations('stykkpris.bok');
  const kolonner = [
    { tekst: t('komponent') },
    { tekst: t('gruppe'), bareBred: true },
    { tekst: t('gjelder'), bareBred: true },
    { tekst: t('pris'), tall: true },
    { tekst: t('status') },
    { tekst: t('grunnlag'), bareBred: true },
    { tekst: t('hvem'), bareBred: true },
  ];
  return (
    <Tabell tittel={t('tabell', { ordning: ordning.navn })} kolonner={kolonner}>
      {ordning.rader.map((r) => (
        <Rad key={r.id} gammel={!r.iKraft} apen={r.iKraft}>
          <th scope="row">
            {ordning.komponenter.get(r.komponent) ?? r.komponent}
            {r.niva === null ? '' : `, ${t('niva', { niva: r.niva })}`}
            <span className="mikro dempet bare-smal"> {prisgruppenavn(r.gruppe)}</span>
            <span className="mikro dempet bare-smal blokk">{gjelder(r)}</span>
          </th>
          <td className="bare-bred">{prisgruppenavn(r.gruppe)}</td>
          <td className="tab nb bare-bred">{gjelder(r)}</td>
          <TallCelle sterk={r.iKraft}>
            <Belop ore={r.ore} />
          </TallCelle>
          <td>
            {r.erstattetAv === null ? (
              <Status type={r.status === 'ENDELIG' ? 'ok' : 'venter'}>{t(`prisstatus.${r.status}`)}</Status>
            ) : (
              <Status type="av">{t('erstattet', { pris: r.erstattetMedOre === null ? '–' : belopTekst(r.erstattetMedOre) })}</Status>
            )}
          </td>
          <td className="bare-bred">{r.forslagId === null ? r.grunnlag : <Lenke href={`/priser/forslag/${r.forslagId}`}>{r.grunnlag}</Lenke>}</td>
          <td className="bare-bred dempet">
            {t('foreslattGodkjent', { foreslatt: r.foreslattAv ?? t('ukjent'), godkjent: r.godkjentAv ?? t('ukjent') })} {r.godkjent ? <DatoTekst dato={datoVed(r.godkjent.getTime())} /> : null}
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
