import { getTranslations } from 'next-intl/server';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { brokFraDesimal, minus, type Brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall } from '#lib/core/format.ts';
import type { Kildedom, Kilderad, Kildetabell } from '#lib/toppfinansiering/domain/kildetabeller.ts';

const TEGN: Readonly<Record<Kildedom, StatusType>> = { LIK: 'ok', AVRUNDING: 'ok', TRYKKFEIL: 'varsel', FORENKLET: 'venter' };

function tall(b: Brok, rad: Kilderad): string {
  return formatDesimal(b, rad.desimaler);
}
function forskjell(rad: Kilderad): string {
  const ulikt = minus(rad.vart, rad.trykt);
  return `${ulikt.t > 0n ? '+' : ''}${tall(ulikt, rad)}`;
}
const lesbar = (verdi: string): string => (/^\d{4,}$/.test(verdi) ? formatHeltall(Number(verdi)) : /^\d+\.\d+$/.test(verdi) ? formatDesimal(brokFraDesimal(verdi), 1) : verdi);

/** A table of the source: our figure, the printed one, the difference, and what it comes of. */
export async function KildetabellDel({ tabell }: { tabell: Kildetabell }) {
  const t = await getTranslations('simulering');
  const nokkel = `t${tabell.nummer.replace('.', '_')}`;
  return (
    <Tabell
      tittel={t(`kilden.${nokkel}.tittel`)}
      kolonner={[
        { tekst: t('kilden.ledd') },
        { tekst: t('kilden.var'), tall: true },
        { tekst: t('kilden.trykt'), tall: true },
        { tekst: t('kilden.forskjell'), tall: true },
        { tekst: t('kilden.dom'), bareBred: true },
      ]}
    >
      {tabell.rader.map((rad) => (
        <Rad key={rad.ledd + Object.values(rad.verdier).join()}>
          <th scope="row">
            {t(`ledd.${rad.ledd}`, Object.fromEntries(Object.entries(rad.verdier).map(([navn, verdi]) => [navn, navn === 'ar' ? verdi : lesbar(verdi)])))}
            <span className="mikro dempet"> {t(`kildeenhet.${rad.enhet}`)}</span>
          </th>
          <TallCelle>{tall(rad.vart, rad)}</TallCelle>
          <TallCelle>{tall(rad.trykt, rad)}</TallCelle>
          <TallCelle sterk={rad.dom !== 'LIK'}>{forskjell(rad)}</TallCelle>
          <td className="bare-bred">
            <Status type={TEGN[rad.dom]}>{t(`dom.${rad.dom}`)}</Status>
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** How many rows of the tables are the printed ones, and how many are not. */
export function tellKilderader(tabeller: readonly Kildetabell[]): Readonly<Record<Kildedom | 'alle', number>> {
  const rader = tabeller.flatMap((t) => t.rader);
  const antall = (dom: Kildedom): number => rader.filter((r) => r.dom === dom).length;
  return { alle: rader.length, LIK: antall('LIK'), AVRUNDING: antall('AVRUNDING'), TRYKKFEIL: antall('TRYKKFEIL'), FORENKLET: antall('FORENKLET') };
}
