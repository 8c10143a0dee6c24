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

export const opprettUtkastHandling = handling({
  rom,
  kommando: 'REDIGER_ORDNING',
  skjema: nyttUtkastSkjema,
  utfor: async (tx, d) => opprettUtkast(tx, d.fra, (await getLocale()) === 'nn' ? 'nn' : 'nb'),
  oppfrisk: () => ['/ordninger'],
});

export const nyVersjonHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: nyVersjonSkjema, utfor: (tx, d) => nyVersjon(tx, d.ordningId), oppfrisk: () => ['/ordninger'] });

export const lagreOmHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: omOrdningenSkjema, utfor: lagreOm, oppfrisk: sider });

export const lagreDekningHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: dekningSkjema, utfor: lagreDekning, oppfrisk: sider });

export const lagreTidsbandHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: tidsbandSkjema, utfor: lagreTidsband, oppfrisk: sider });

export const lagreLeddHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: leddSkjema, utfor: lagreLedd, oppfrisk: sider });

export const lagreFastleddHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fastleddSkjema, utfor: lagreFastledd, oppfrisk: sider });

export const fjernLeddHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fjernLeddSkjema, utfor: (tx, d) => fjernLedd(tx, d, 'komponenter'), oppfrisk: sider });

export const fjernFastleddHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: fjernLeddSkjema, utfor: (tx, d) => fjernLedd(tx, d, 'fastledd'), oppfrisk: sider });

export const forkastUtkastHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: forkastUtkast, oppfrisk: sider });

export const foreslaIKraftHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: foreslaIKraft, oppfrisk: sider });

export const trekkForslagHandling = handling({ rom, kommando: 'REDIGER_ORDNING', skjema: utkastSkjema, utfor: (tx, d) => sendTilbake(tx, { ...d, grunn: null }), oppfrisk: sider });

export const sendTilbakeHandling = handling({ rom, kommando: 'GODKJENN_ORDNING', skjema: sendTilbakeSkjema, utfor: sendTilbake, oppfrisk: sider });

export const settIKraftHandling = handling({ rom, kommando: 'GODKJENN_ORDNING', skjema: settIKraftSkjema, utfor: settIKraft, oppfrisk: (d) => [...sider(d), '/avregning'] });

export const foreslaAvslutningHandling = handling({
  rom,
  kommando: 'REDIGER_ORDNING',
  skjema: avsluttOrdningSkjema,
  utfor: foreslaAvslutning,
  oppfrisk: (d) => ['/ordninger', `/ordninger/${d.ordningId}`],
});
