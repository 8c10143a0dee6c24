import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, DatoTekst } from '#components/ui/tall.tsx';
import type { Avsattlinje, Fakturahode } from '#lib/bilag/bilag-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

/** How an invoice stands: paid for, waiting, or with nothing that agrees. */
async function Fakturastatus({ f }: { f: Fakturahode }) {
  const t = await getTranslations('bilag.faktura');
  if (f.status === 'GODKJENT') return <Status type="ok">{t('godkjent')}</Status>;
  if (f.status === 'AVVIST') return <Status type="av">{t('avvist')}</Status>;
  return f.antallGodkjent === 0 ? <Status type="stopp">{t('ingenStemmer')}</Status> : <Status type="venter">{t('venter')}</Status>;
}

/** The invoices, those that wait first. */
export async function Fakturaliste({ fakturaer }: { fakturaer: readonly Fakturahode[] }) {
  const t = await getTranslations('bilag.faktura');
  const kolonner = [
    { tekst: t('nummer') }, { tekst: t('leverandor') }, { tekst: t('dato') }, { tekst: t('status') }, { tekst: t('belop'), tall: true }, { tekst: t('stemmer'), tall: true }, { tekst: t('linjer'), tall: true, bareBred: true },
  ];
  return (
    <Tabell tittel={t('tabell')} kolonner={kolonner}>
      {fakturaer.map((f) => (
        <Rad key={f.id} kanVelges>
          <th scope="row">
            <Lenke href={`/bilag/faktura/${f.id}`}>{f.nummer}</Lenke>
          </th>
          <td>{f.enhet}</td>
          <td>
            <DatoTekst dato={f.dato} />
          </td>
          <td className="nb">
            <Fakturastatus f={f} />
          </td>
          <TallCelle>
            <Belop ore={f.belopOre} />
          </TallCelle>
          <TallCelle sterk>
            <Belop ore={f.godkjentOre} />
          </TallCelle>
          <td className="tall bare-bred">{t('avLinjer', { antall: f.antallGodkjent, av: f.antallLinjer })}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What is earned, approved and still set aside, month by month. */
export async function Avsattliste({ avsatt }: { avsatt: readonly Avsattlinje[] }) {
  const t = await getTranslations('bilag.faktura');
  const kolonner = [{ tekst: t('maned') }, { tekst: t('enhet') }, { tekst: t('avregnet'), tall: true }, { tekst: t('betalt'), tall: true }, { tekst: t('avsatt'), tall: true }];
  return (
    <Tabell tittel={t('avsattTittel')} kolonner={kolonner}>
      {avsatt.map((a) => (
        <Rad key={`${a.enhetId} ${a.maned}`}>
          <th scope="row" className="nb">
            {stor(manedOgAr(a.maned))}
          </th>
          <td>
            <Lenke href={`/avregning/${a.maned}/enhet/${a.enhetId}`}>{a.enhet}</Lenke>
          </td>
          <TallCelle>
            <Belop ore={a.avregnetOre} />
          </TallCelle>
          <TallCelle>
            <Belop ore={a.godkjentOre} />
          </TallCelle>
          <TallCelle sterk>
            <Belop ore={a.avregnetOre - a.godkjentOre} />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
