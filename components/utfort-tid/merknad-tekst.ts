import { formatDato } from '#lib/core/format.ts';
import type { Besoksrad } from '#lib/utfort-tid/utfort-tid-view.ts';

type Tekst = (nokkel: never, verdier?: never) => string;

function hvorfor(t: Tekst, b: Besoksrad): string[] {
  const si = (nokkel: string, verdier?: Record<string, string | number>) => t(`uken.merknad.${nokkel}` as never, verdier as never);
  switch (b.merknad) {
    case 'UTENFOR':
      if (b.annullert || b.oppdragFom === null) return [si('annullert')];
      return b.oppdragTom !== null && b.dato > b.oppdragTom ? [si('etterSlutt', { dato: formatDato(b.oppdragTom) })] : [si('forStart', { dato: formatDato(b.oppdragFom) })];
    case 'AVVIKENDE_TID': {
      const diff = b.minutter - (b.planlagtMinutter ?? 0);
      return [si(diff > 0 ? 'lengre' : 'kortere', { min: Math.abs(diff) })];
    }
    case 'OVERLAPP':
    case 'I_PAUSE':
      return [si(b.merknad)];
    case null:
      return [];
  }
}

/** Everything a leader should know about a visit, in one line. `t` reads the texts of `utfort-tid`. */
export function merknadTekst(t: Tekst, b: Besoksrad): string {
  const deler = hvorfor(t, b);
  if (b.kategori === 'BOMTUR') deler.push(t('uken.merknad.bomtur' as never));
  else if (b.kategori !== 'BRUKERRETTET') deler.push(t(`kategori.${b.kategori}` as never).toLowerCase());
  if (b.grunn !== null) {
    const nokkel = b.kilde === 'LAGT_BORT' ? 'bort' : b.versjon > 1 ? 'rettet' : 'etterpa';
    deler.push(t(`uken.merknad.${nokkel}` as never, { grunn: b.grunn } as never));
  }
  return deler.join(' · ');
}
