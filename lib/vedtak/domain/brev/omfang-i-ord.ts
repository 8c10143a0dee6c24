import type { Del, Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Brevsprak } from './brev.ts';

const ORD = {
  nb: { time: 'time', timer: 'timer', minutt: 'minutt', minutter: 'minutter', uken: 'i uken', uker: (n: number) => `i løpet av ${n} uker`, besok: 'besøk', fordelt: 'fordelt på', en: 'én gang', ganger: (n: number) => `${n} ganger`, niva: (n: number) => `på nivå ${n}`, kontrakt: 'etter en egen avtale mellom kommunen og den som gir deg tjenesten',
    LANGTID: 'en langtidsplass', KORTTID: 'en korttidsplass', FORSTERKET: 'en forsterket plass', DAG: 'en dagplass', og: 'og' },
  nn: { time: 'time', timer: 'timar', minutt: 'minutt', minutter: 'minutt', uken: 'i veka', uker: (n: number) => `i løpet av ${n} veker`, besok: 'besøk', fordelt: 'fordelt på', en: 'éin gong', ganger: (n: number) => `${n} gonger`, niva: (n: number) => `på nivå ${n}`, kontrakt: 'etter ein eigen avtale mellom kommunen og den som gir deg tenesta',
    LANGTID: 'ein langtidsplass', KORTTID: 'ein korttidsplass', FORSTERKET: 'ein forsterka plass', DAG: 'ein dagplass', og: 'og' },
} as const;

/** "5 timer og 15 minutter": hours and minutes as one says them, never decimals. */
function tidIOrd(minutter: number, sprak: Brevsprak): string {
  const ord = ORD[sprak];
  const [timer, rest] = [Math.floor(minutter / 60), minutter % 60];
  const t = timer === 0 ? '' : `${timer} ${timer === 1 ? ord.time : ord.timer}`;
  const m = rest === 0 ? '' : `${rest} ${rest === 1 ? ord.minutt : ord.minutter}`;
  return t && m ? `${t} ${ord.og} ${m}` : t || m;
}

/** An extent in plain words: "7 timer i uken, fordelt på 17 besøk". */
export function omfangIOrd(omfang: Omfang, sprak: Brevsprak): string {
  const ord = ORD[sprak];
  const per = (uker: number) => (uker === 1 ? ord.uken : ord.uker(uker));
  switch (omfang.type) {
    case 'TIMER':
      return `${tidIOrd(omfang.minutter, sprak)} ${per(omfang.perUker)}${omfang.besok > 0 ? `, ${ord.fordelt} ${omfang.besok} ${ord.besok}` : ''}`;
    case 'ANTALL':
      return `${omfang.antall === 1 ? ord.en : ord.ganger(omfang.antall)} ${per(omfang.perUker)}`;
    case 'NIVA':
      return ord.niva(omfang.niva);
    case 'PLASS':
      return ord[omfang.plasstype];
    case 'KONTRAKT':
      return ord.kontrakt;
  }
}

/** A part in a time band: "natt: 1 time og 2 besøk". */
export function delIOrd(del: Del, sprak: Brevsprak): string {
  const ord = ORD[sprak];
  const mengde = [del.minutter > 0 ? tidIOrd(del.minutter, sprak) : '', del.besok > 0 ? `${del.besok} ${ord.besok}` : ''].filter(Boolean).join(` ${ord.og} `);
  return `${del.tidsband.toLowerCase().replaceAll('_', ' ')}: ${mengde}`;
}
