import { formatHeltall, formatVarighet } from '#lib/core/format.ts';
import type { Omfangskolonner } from '#lib/oppdrag/oppdrag-view.ts';

type Tekst = (nokkel: string, verdier?: Record<string, string | number>) => string;

/** What is granted in one line: "5 t 15 min og 14 besøk i uken". `t` reads the texts of `oppdrag`. */
export function omfangLinje(t: Tekst, o: Omfangskolonner): string {
  const takt = t('takt', { uker: o.perUker });
  switch (o.omfangType) {
    case 'TIMER': {
      const tid = formatVarighet(o.minutter ?? 0);
      return o.besok ? t('omfang.TIMER_BESOK', { tid, besok: o.besok, takt }) : t('omfang.TIMER', { tid, takt });
    }
    case 'ANTALL':
      return t('omfang.ANTALL', { antall: formatHeltall(o.antall ?? 0), takt });
    case 'NIVA':
      return t('omfang.NIVA', { niva: o.niva ?? 0 });
    case 'PLASS':
      return t('omfang.PLASS', { type: t(`plasstype.${o.plasstype ?? 'LANGTID'}`) });
    case 'KONTRAKT':
      return t('omfang.KONTRAKT');
    case null:
      return t('omfang.ukjent');
  }
}
