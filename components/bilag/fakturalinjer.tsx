import { getTranslations } from 'next-intl/server';
import { sporAdresse } from '#components/avregning/spor-adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { FakturaLinje } from '#lib/bilag/bilag-view.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';

const MERKE = { GODKJENT: 'ok', HOLDT: 'mangler', AVVIST: 'stopp' } as const;

/** Each line beside what the ledger holds; what differs says why. */
export async function Fakturalinjer({ enhetId, linjer }: { enhetId: number; linjer: readonly FakturaLinje[] }) {
  const t = await getTranslations('bilag.faktura');
  const kolonner = [
    { tekst: t('linje') }, { tekst: t('utfall') }, { tekst: t('ordre') }, { tekst: t('maned') }, { tekst: t('tjeneste') }, { tekst: t('antall'), tall: true }, { tekst: t('avregnetAntall'), tall: true },
    { tekst: t('pris'), tall: true }, { tekst: t('avregnetPris'), tall: true }, { tekst: t('belop'), tall: true }, { tekst: t('avregnetKr'), tall: true },
  ];
  return (
    <Tabell tittel={t('linjene')} kolonner={kolonner} festet bred>
      {linjer.map((l) => {
        const spor = l.maned !== null && l.ordningId !== null && l.vedtakId !== null ? sporAdresse(l.maned, { enhetId, ordningId: l.ordningId, komponent: l.komponent, vedtakId: l.vedtakId, gjelder: l.maned }) : null;
        return (
          <Rad key={l.linjenr} kanVelges>
            <th scope="row">{l.linjenr}</th>
            <td>
              <Status type={MERKE[l.utfall]}>{l.grunn === null ? t('utfallGodkjent') : t(`grunn.${l.grunn}`)}</Status>
            </td>
            <td className="nb">{l.ordrereferanse || <span className="dempet">{t('ukjent')}</span>}</td>
            <td className="nb">{l.maned ?? <span className="dempet">{t('ukjent')}</span>}</td>
            <td>{[l.tjenestenavn, l.leddnavn].filter(Boolean).join(', ') || <span className="dempet">{t('ukjent')}</span>}</td>
            <TallCelle>{formatDesimal(l.antall, 2)}</TallCelle>
            <TallCelle dempet>{l.avregnetAntall === null ? '–' : formatDesimal(brokFraDesimal(l.avregnetAntall), 2)}</TallCelle>
            <TallCelle>
              <Belop ore={l.prisOre} />
            </TallCelle>
            <TallCelle dempet>
              <Belop ore={l.avregnetPrisOre} />
            </TallCelle>
            <TallCelle sterk>
              <Belop ore={l.belopOre} />
            </TallCelle>
            <TallCelle>
              {spor !== null && l.avregnetOre !== null ? (
                <Lenke href={spor}>
                  <Belop ore={l.avregnetOre} />
                </Lenke>
              ) : (
                <Belop ore={l.avregnetOre} />
              )}
            </TallCelle>
          </Rad>
        );
      })}
    </Tabell>
  );
}
