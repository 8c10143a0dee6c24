import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatTimer, formatVarighet, HARDT_MELLOMROM } from '#lib/core/format.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

/** The texts of the room `vedtak`, from the server or the browser. */
export type VedtakTekst = (nokkel: string, verdier?: Record<string, string | number>) => string;

/** Hours as people type them: "5,25", "7", and in hours and minutes where decimals would be cut. */
function timer(minutter: number): string {
  if ((minutter * 100) % 60 !== 0) return formatVarighet(minutter);
  return formatTimer(minutter, minutter % 60 === 0 ? 0 : minutter % 6 === 0 ? 1 : 2);
}

/** Hours with their unit: "5,25 t", or "1 t 40 min" where decimals would be cut. */
function timerMedEnhet(minutter: number): string {
  const tekst = timer(minutter);
  return tekst.includes('t') ? tekst : `${tekst}${HARDT_MELLOMROM}t`;
}

/** An extent in a few words, for a bar or a cell: "5,25 t/uke". */
export function omfangKort(t: VedtakTekst, omfang: Omfang | null): string {
  if (omfang === null) return t('omfang.ingen');
  switch (omfang.type) {
    case 'TIMER':
      return omfang.perUker === 1 ? t('omfang.timer', { timer: timerMedEnhet(omfang.minutter) }) : t('omfang.timerPer', { timer: timerMedEnhet(omfang.minutter), uker: omfang.perUker });
    case 'ANTALL':
      return omfang.perUker === 1 ? t('omfang.antall', { antall: omfang.antall }) : t('omfang.antallPer', { antall: omfang.antall, uker: omfang.perUker });
    case 'NIVA':
      return t('omfang.niva', { niva: omfang.niva });
    case 'PLASS':
      return t(`omfang.${omfang.plasstype}`);
    case 'KONTRAKT':
      return t('omfang.kontrakt', { belop: formatDesimal(brok(omfang.manedsbelopOre, 100), 2) });
  }
}

/** The same with the visits: "5,25 t/uke · 14 besøk". */
export function omfangTekst(t: VedtakTekst, omfang: Omfang | null): string {
  const kort = omfangKort(t, omfang);
  return omfang?.type === 'TIMER' && omfang.besok > 0 ? `${kort} · ${t('omfang.besok', { antall: omfang.besok })}` : kort;
}

/** A time band's code as one reads it: "Kveld", "Lørdag kveld". */
export function bandnavn(kode: string): string {
  return kode.charAt(0) + kode.slice(1).toLowerCase().replaceAll('_', ' ');
}

/** The parts of an extent in a few words: "Kveld 1,25 t · 7 besøk; Natt 2 besøk". Null without parts. */
export function delerTekst(t: VedtakTekst, omfang: Omfang | null): string | null {
  if (omfang?.type !== 'TIMER' || omfang.deler.length === 0) return null;
  const mengde = (del: { minutter: number; besok: number }) => [del.minutter > 0 ? timerMedEnhet(del.minutter) : '', del.besok > 0 ? t('omfang.besok', { antall: del.besok }) : ''].filter(Boolean).join(' · ');
  return omfang.deler.map((del) => `${bandnavn(del.tidsband)} ${mengde(del)}`).join('; ');
}

/** The parts of an extent back to what one would type, by time band; a zero is left empty. */
export function delFelter(omfang: Omfang | undefined): { delTimer: Record<string, string>; delBesok: Record<string, string> } {
  const deler = omfang?.type === 'TIMER' ? omfang.deler : [];
  return {
    delTimer: Object.fromEntries(deler.map((del) => [del.tidsband, del.minutter === 0 ? '' : timer(del.minutter)])),
    delBesok: Object.fromEntries(deler.map((del) => [del.tidsband, del.besok === 0 ? '' : String(del.besok)])),
  };
}

/** An extent back to what one would type in the form. */
export function omfangFelter(omfang: Omfang): Record<string, string> {
  switch (omfang.type) {
    case 'TIMER':
      return { timer: timer(omfang.minutter), besok: omfang.besok === 0 ? '' : String(omfang.besok), perUker: String(omfang.perUker) };
    case 'ANTALL':
      return { antall: String(omfang.antall), perUker: String(omfang.perUker) };
    case 'NIVA':
      return { niva: String(omfang.niva) };
    case 'PLASS':
      return { plasstype: omfang.plasstype };
    case 'KONTRAKT':
      return { manedsbelop: formatDesimal(brok(omfang.manedsbelopOre, 100), 2) };
  }
}
