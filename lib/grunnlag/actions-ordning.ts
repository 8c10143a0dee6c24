'use server';

import { foreslaAvslutning, foreslaIKraft, sendTilbake, settIKraft } from '#lib/grunnlag/ordning-ikraft-service.ts';
import {
  avsluttOrdningSkjema,
  dekningSkjema,
  fastleddSkjema,
  fjernLeddSkjema,
  leddSkjema,
  nyttUtkastSkjema,
  nyVersjonSkjema,
  omOrdningenSkjema,
  sendTilbakeSkjema,
  settIKraftSkjema,
  tidsbandSkjema,
  utkastSkjema,
} from '#lib/grunnlag/ordning-schema.ts';
import { fjernLedd, forkastUtkast, lagreDekning, lagreFastledd, lagreLedd, lagreOm, lagreTidsband, nyVersjon, opprettUtkast } from '#lib/grunnlag/ordning-utkast-service.ts';
import { handling } from '#lib/server/pipeline.ts';
import { getLocale } from 'next-intl/server';

const rom = 'ordning';
const sider = (d: { utkastId: number }): string[] => ['/ordninger', `/ordninger/utkast/${d.utkastId}`];

const opprett = handling({
  rom,
  kommando: 'REDIGER_ORDNING',
  skjema: nyttUtkastSkjema,
  utfor: async (tx, d) => opprettUtkast(tx, d.fra, (await getLocale()) === 'nn' ? 'nn' : 'nb'),
  oppfrisk: () => ['/ordninger'],
});
export async function opprettUtkastHandling(sendt: unknown) {
  return opprett(sendt);
}

const versjon = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: nyVersjonSkjema, utfor: (tx, d) => nyVersjon(tx, d.ordningId), oppfrisk: () => ['/ordninger'] });
export async function nyVersjonHandling(sendt: unknown) {
  return versjon(sendt);
}

const om = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: omOrdningenSkjema, utfor: lagreOm, oppfrisk: sider });
export async function lagreOmHandling(sendt: unknown) {
  return om(sendt);
}

const dekning = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: dekningSkjema, utfor: lagreDekning, oppfrisk: sider });
export async function lagreDekningHandling(sendt: unknown) {
  return dekning(sendt);
}

const band = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: tidsbandSkjema, utfor: lagreTidsband, oppfrisk: sider });
export async function lagreTidsbandHandling(sendt: unknown) {
  return band(sendt);
}

const ledd = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: leddSkjema, utfor: lagreLedd, oppfrisk: sider });
export async function lagreLeddHandling(sendt: unknown) {
  return ledd(sendt);
}

const fastledd = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fastleddSkjema, utfor: lagreFastledd, oppfrisk: sider });
export async function lagreFastleddHandling(sendt: unknown) {
  return fastledd(sendt);
}

const fjern = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fjernLeddSkjema, utfor: (tx, d) => fjernLedd(tx, d, 'komponenter'), oppfrisk: sider });
export async function fjernLeddHandling(sendt: unknown) {
  return fjern(sendt);
}

const fjernFast = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fjernLeddSkjema, utfor: (tx, d) => fjernLedd(tx, d, 'fastledd'), oppfrisk: sider });
export async function fjernFastleddHandling(sendt: unknown) {
  return fjernFast(sendt);
}

const forkast = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: forkastUtkast, oppfrisk: sider });
export async function forkastUtkastHandling(sendt: unknown) {
  return forkast(sendt);
}

const foresla = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: foreslaIKraft, oppfrisk: sider });
export async function foreslaIKraftHandling(sendt: unknown) {
  return foresla(sendt);
}

const trekk = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: (tx, d) => sendTilbake(tx, { ...d, grunn: null }), oppfrisk: sider });
export async function trekkForslagHandling(sendt: unknown) {
  return trekk(sendt);
}

const tilbake = handling({ rom, kommando: 'GODKJENN_ORDNING', skjema: sendTilbakeSkjema, utfor: sendTilbake, oppfrisk: sider });
export async function sendTilbakeHandling(sendt: unknown) {
  return tilbake(sendt);
}

const iKraft = handling({ rom, kommando: 'GODKJENN_ORDNING', skjema: settIKraftSkjema, utfor: settIKraft, oppfrisk: (d) => [...sider(d), '/avregning'] });
export async function settIKraftHandling(sendt: unknown) {
  return iKraft(sendt);
}

const avslutt = handling({
  rom,
  kommando: 'REDIGER_ORDNING',
  skjema: avsluttOrdningSkjema,
  utfor: foreslaAvslutning,
  oppfrisk: (d) => ['/ordninger', `/ordninger/${d.ordningId}`],
});
export async function foreslaAvslutningHandling(sendt: unknown) {
  return avslutt(sendt);
}
