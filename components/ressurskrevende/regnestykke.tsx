import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatHeltall, formatProsent } from '#lib/core/format.ts';
import { harEgneRegler, type Regnelinje } from '#lib/toppfinansiering/domain/tilleggene.ts';

/** The words of a line: what it is, with its grade or its inhabitants. */
export function linjetekst(t: (nokkel: string, verdier?: Record<string, string>) => string, l: Regnelinje): string {
  return t(`linje.${l.navn}`, { grad: l.grad === null ? '' : formatProsent(brokFraDesimal(l.grad), 0), innbyggere: l.innbyggere === null ? '' : formatHeltall(l.innbyggere) });
}

/** The grant line by line where the circular has an own share per inhabitant, a second tier or an extra grant; nothing where it has not. */
export async function Regnestykket({ linjer, ar }: { linjer: readonly Regnelinje[]; ar: number }) {
  const t = await getTranslations('ressursregning');
  if (!harEgneRegler(linjer)) return null;
  const sum = linjer.find((l) => l.navn === 'SAMLET');
  const rader = linjer.filter((l) => l.navn !== 'SAMLET');
  const ledd = ['TILSKUDD', 'TRINN2', 'TILLEGG'];
  return (
    <Felt tittel={t('tittel', { ar: String(ar) })} id="regnestykke">
      <p className="liten dempet">{t('om')}</p>
      <Tabell
        tittel={t('tittel', { ar: String(ar) })}
        kolonner={[{ tekst: t('hva') }, { tekst: t('grunnlag'), tall: true }, { tekst: t('tilskudd'), tall: true }]}
        sum={sum ? <SumRad><th scope="row">{t('linje.SAMLET')}</th><TallCelle /><TallCelle sterk><Belop ore={sum.ore} form="hele" /></TallCelle></SumRad> : null}
      >
        {rader.map((l) => (
          <Rad key={l.navn}>
            <th scope="row">{linjetekst(t, l)}</th>
            <TallCelle>{ledd.includes(l.navn) ? null : <Belop ore={l.ore} form="hele" />}</TallCelle>
            <TallCelle>{ledd.includes(l.navn) ? <Belop ore={l.ore} form="hele" /> : null}</TallCelle>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}
