import { getTranslations } from 'next-intl/server';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { HOYST_PROSENT } from '#lib/oversikt/domain/tiltakstall.ts';
import type { Alternativ, Behov, Tiltakside } from '#lib/oversikt/tiltak-view.ts';

const mill = (ore: number): string => belopTekst(ore, 'mill', false, true);

/** The three ways as the model has them, side by side: what each alone would take. `bareSummer`: figures are rounded, and said to be about. */
export async function Alternativer({ side, bareSummer, reviderer }: { side: Tiltakside; bareSummer: boolean; reviderer: boolean }) {
  const t = await getTranslations('tiltak.alternativ');
  const gap = side.gap;
  if (gap === null || gap.ore <= 0) return null;
  const start = formatDato(side.valg.fra);
  return (
    <>
      <Felt tittel={t('penger.tittel')} className="s4">
        <p><strong>{mill(gap.ore)}</strong></p>
        <p className="liten">{t('penger.hva', { ar: String(side.ar), intervall: intervallTekst(gap, true) })}</p>
        <p className="liten"><Lenke href="/budsjett">{t(reviderer ? 'penger.lenke' : 'penger.se')}</Lenke></p>
      </Felt>
      <Felt tittel={t('strengere.tittel')} className="s4">
        {side.strengere ? <Behovene a={side.strengere} slag="strengere" start={start} side={side} bareSummer={bareSummer} /> : null}
        <p className="mikro dempet">{t('strengere.lov')}</p>
      </Felt>
      <Felt tittel={t('pris.tittel')} className="s4">
        {side.pris ? <Behovene a={side.pris} slag="pris" start={start} side={side} bareSummer={bareSummer} /> : <p className="liten">{t('pris.ikkeBrukt')}</p>}
        {side.pris ? <p className="mikro dempet">{t('pris.hva')}</p> : null}
      </Felt>
    </>
  );
}

async function Behovene({ a, slag, start, side, bareSummer }: { a: Alternativ; slag: 'strengere' | 'pris'; start: string; side: Tiltakside; bareSummer: boolean }) {
  const t = await getTranslations('tiltak.alternativ');
  const linje = (b: Behov, nar: 'arslutt' | 'tolv'): string => {
    if (b === null) return t(`rekkerIkke.${nar}`, { start, over: side.valg.overManeder, hoyst: HOYST_PROSENT });
    const tall = b.tall;
    if (tall === null) return t(`${slag}.${nar}Skjult`, { prosent: b.prosent });
    return t(`${slag}.${nar}`, { prosent: b.prosent, timer: bareSummer ? t('omLag', { tall: formatHeltall(Math.round(-tall.minutterPerUke / 60)) }) : formatHeltall(Math.round(-tall.minutterPerUke / 60)), mottakere: formatHeltall(tall.mottakere), vedtak: formatHeltall(tall.vedtak), tjenester: side.tjenester.filter((x) => x.koder.some((k) => tall.tjenester.some((d) => d.koder.includes(k)))).map((x) => x.navn).join(', ') });
  };
  return (
    <>
      <p>{linje(a.arslutt, 'arslutt')}</p>
      <p className="liten dempet">{linje(a.tolv, 'tolv')}</p>
    </>
  );
}
