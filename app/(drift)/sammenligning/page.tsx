import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { artsnavn, Enhetsgruppen } from '#components/sammenligning/enhetsgruppe.tsx';
import { lesMal, maltekst } from '#components/sammenligning/maltekst.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer } from '#components/ui/felt.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { parseManed } from '#lib/core/maned.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { MAL, type Mal } from '#lib/oversikt/domain/sammenligning.ts';
import { ANTALL_MANEDER, hentSammenligning } from '#lib/oversikt/sammenligning-service.ts';
import type { Sammenligning } from '#lib/oversikt/sammenligning-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import type { Okt } from '#lib/server/okt.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sammenligning'))('tittel') };
}

/** The finding: how far apart the units of the largest kind are on the chosen measure. */
async function funn(side: Sammenligning): Promise<string> {
  const t = await getTranslations('sammenligning');
  const kjente = (g: Sammenligning['grupper'][number]): number[] => g.enheter.flatMap((e) => e.tall[side.mal] ?? []);
  const [gruppe] = side.grupper.toSorted((a, b) => kjente(b).length - kjente(a).length);
  const tall = gruppe === undefined ? [] : kjente(gruppe);
  if (gruppe === undefined || tall.length < 2) return t('funnIngen', { mal: t(`mal.${side.mal}`, { dogn: 'false' }) });
  const felt = { art: await artsnavn(gruppe.art), mal: t(`mal.${side.mal}`, { dogn: String(gruppe.dogn) }).toLowerCase(), enhet: t(`enhet.${side.mal}`, { dogn: String(gruppe.dogn) }) };
  return t('funn', { ...felt, fra: maltekst(side.mal, Math.min(...tall)), til: maltekst(side.mal, Math.max(...tall)) });
}

function lenkerFor(okt: Okt, til: string): (mal: Mal, enhetId: number) => string | null {
  return (mal, enhetId) => {
    if (mal === 'RESULTAT' || mal === 'OVERFORING') return harTilgang(okt, 'SE_ARSSLUTT') ? '/arsslutt' : null;
    if (mal === 'KLAGER') return harTilgang(okt, 'SE_KONTROLL') ? '/kontroll/meldinger' : null;
    if (mal === 'VENTETID') return harTilgang(okt, 'SE_INNBOKS') ? '/innboks/ventetid' : null;
    if (mal === 'ENHETSKOSTNAD' && harTilgang(okt, 'SE_REGNSKAP')) return `/regnskap/enhet/${enhetId}/${til}`;
    return harTilgang(okt, 'SE_ENHETENS_MANED') ? `/maneden?enhet=${enhetId}&maned=${til}` : null;
  };
}

async function Velg({ side, somIndeks }: { side: Sammenligning; somIndeks: boolean }) {
  const t = await getTranslations('sammenligning');
  const felt = 'grid gap-1';
  return (
    <form action="/sammenligning" className="flex flex-wrap items-end gap-2 filterfelt">
      <div className={felt}>
        <label htmlFor="mal" className="mikro dempet">{t('velg.mal')}</label>
        <select id="mal" name="mal" className="ds-input" defaultValue={side.mal}>
          {MAL.map((m) => <option key={m} value={m}>{t(`mal.${m}`, { dogn: 'false' })}</option>)}
        </select>
      </div>
      <div className={felt}>
        <label htmlFor="til" className="mikro dempet">{t('velg.til')}</label>
        <select id="til" name="til" className="ds-input" defaultValue={side.til}>
          {side.valgbare.slice(0, 36).map((m) => <option key={m} value={m}>{stor(manedOgAr(m))}</option>)}
        </select>
      </div>
      <div className={felt}>
        <label htmlFor="antall" className="mikro dempet">{t('velg.antall')}</label>
        <select id="antall" name="antall" className="ds-input" defaultValue={String(side.antall)}>
          {ANTALL_MANEDER.map((n) => <option key={n} value={n}>{t('velg.maneder', { antall: n })}</option>)}
        </select>
      </div>
      <div className={felt}>
        <label htmlFor="vis" className="mikro dempet">{t('velg.vis')}</label>
        <select id="vis" name="vis" className="ds-input" defaultValue={somIndeks ? 'indeks' : 'tall'}>
          <option value="tall">{t('velg.tall')}</option>
          <option value="indeks">{t('velg.indeks')}</option>
        </select>
      </div>
      <Knapp type="submit" variant="secondary">{t('velg.knapp')}</Knapp>
    </form>
  );
}

/** Units of the same kind side by side, in the order of their names: spread, and no ranks. */
export default async function SammenligningSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_SAMMENLIGNING');
  const [sok, t] = await Promise.all([searchParams, getTranslations('sammenligning')]);
  const somIndeks = ettFelt(sok, 'vis') === 'indeks';
  const side = await hentSammenligning(okt, { til: parseManed(ettFelt(sok, 'til') ?? ''), antall: Number(ettFelt(sok, 'antall') ?? 12), mal: lesMal(ettFelt(sok, 'mal')) });
  if (side === null) {
    return (
      <>
        <Sidehode tittel={t('tittel')} />
        <TomTilstand tekst={t('tom')} neste={harTilgang(okt, 'KJOR_AVREGNING') ? <Lenke href="/avregning">{t('tilAvregning')}</Lenke> : undefined} />
      </>
    );
  }
  const eksport = (format: string): string => medFelt('/sammenligning/eksport', { til: side.til, antall: String(side.antall), vis: somIndeks ? 'indeks' : undefined }, { format });
  const lenke = lenkerFor(okt, side.til);
  return (
    <>
      <Sidehode over={t('over', { fra: manedOgAr(side.fra), til: manedOgAr(side.til) })} tittel={await funn(side)} under={t('under')} />
      <Velg side={side} somIndeks={somIndeks} />
      <p className="liten">
        <Lenke href={eksport('csv')}>{t('csv')}</Lenke> · <Lenke href={eksport('xlsx')}>{t('xlsx')}</Lenke>
      </p>
      {side.grupper.map((g) => <Enhetsgruppen key={g.art} gruppe={g} side={side} somIndeks={somIndeks} lenke={lenke} />)}
      <Detaljer tittel={t('slik.tittel')}>
        <ul className="liten ro">
          {MAL.map((m) => <li key={m}>{t(`slik.${m}`)}</li>)}
          <li>{t('slik.samlet')}</li>
          <li>{t('slik.skjult')}</li>
        </ul>
      </Detaljer>
    </>
  );
}
