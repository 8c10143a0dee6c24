import { HARDT_MELLOMROM, formatDesimal, formatHeltall } from '#lib/core/format.ts';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { UTFORMINGSFELT, verdierAv } from '#lib/toppfinansiering/domain/utforming-kode.ts';

type T = (nokkel: string, verdier?: Record<string, string>) => string;

/** A field as people read it: whole kroner, millions from a hundred million up, per cent, a number. */
function lesbar(slag: string, verdi: string): string {
  if (verdi === '') return '';
  if (slag === 'valg') return /^\d{5,}$/.test(verdi) ? formatHeltall(Number(verdi)) : verdi;
  if (slag === 'prosent') return formatDesimal(brokFraDesimal(verdi), verdi.split('.')[1]?.length ?? 0).concat(HARDT_MELLOMROM, '%');
  const tall = Number(verdi);
  if (slag === 'kroner' && tall >= 100_000_000) return `${formatDesimal(brok(tall, 1_000_000), tall % 1_000_000 === 0 ? 0 : 1)}${HARDT_MELLOMROM}mill.${HARDT_MELLOMROM}kr`;
  return slag === 'kroner' ? `${formatHeltall(tall)}${HARDT_MELLOMROM}kr` : formatHeltall(tall);
}

/** A design in words: "Innslagspunkt 1 100 000 kr". `t` is of the namespace `simulering`. */
export function utformingsnavn(t: T, kode: string): string {
  const lest = verdierAv(kode);
  if (!lest) return kode;
  const { type, verdier } = lest;
  const ord = Object.fromEntries(UTFORMINGSFELT[type].map((f) => [f.navn, lesbar(f.slag, verdier[f.navn] ?? '')]));
  const med = (navn: string, nar: boolean): string => (nar ? `, ${t(`utforming.${type}.${navn}`, ord)}` : '');
  const tillegg =
    type === 'BEVILGNING'
      ? med('vokser', verdier['ar'] !== '0') + med('tak', verdier['baretNed'] === 'ja')
      : type === 'ALDER'
        ? med('andelen', verdier['andel'] !== '100') + med('frossen', verdier['frosset'] === 'ja') + med('innslag', verdier['innslagspunkt'] !== '') +
          med('grader', ['grad68', 'grad69', 'grad70'].some((g) => verdier[g] !== '80'))
        : type === 'REGEL'
          ? med('perInnbygger', verdier['egenandel'] !== '0') + med('trinn', verdier['trinn2'] !== '')
          : '';
  return t(`utforming.${type}.navn`, ord) + tillegg;
}
