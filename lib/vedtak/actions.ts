'use server';

import { ok } from '#lib/core/result.ts';
import { handling } from '#lib/server/pipeline.ts';
import { lagreUtkast, slettUtkast } from '#lib/vedtak/utkast-service.ts';
import { opphorVedtak } from '#lib/vedtak/opphor-service.ts';
import { avvisForslagSkjema, godkjennForslagSkjema } from '#lib/vedtak/forslag-schema.ts';
import { avvisForslag, fattEllerForesla, godkjennForslag } from '#lib/vedtak/forslag-service.ts';
import { opphorVedtakSkjema } from '#lib/vedtak/opphor-schema.ts';
import { fattVedtakSkjema, forkastSkjema, utkastSkjema } from '#lib/vedtak/vedtak-mottak-schema.ts';

/** Issues a vedtak, or sends it to a second person when it costs more than the limit. */
export const fattVedtakHandling = handling({
  rom: 'vedtak',
  kommando: 'FATT_VEDTAK',
  skjema: fattVedtakSkjema,
  utfor: fattEllerForesla,
  oppfrisk: (data) => [`/mottakere/${data.mottakerId}`, '/mottakere', '/vedtak'],
});

/** Ends a vedtak on a day. */
export const opphorVedtakHandling = handling({
  rom: 'vedtak',
  kommando: 'FATT_VEDTAK',
  skjema: opphorVedtakSkjema,
  utfor: opphorVedtak,
  oppfrisk: (data, svar) => [`/mottakere/${svar.mottakerId}`, `/vedtak/${data.vedtakId}`],
});

/** Keeps a draft as one types. */
export const lagreUtkastHandling = handling({ rom: 'vedtak', kommando: 'LAGRE_UTKAST', skjema: utkastSkjema, utfor: lagreUtkast });

/** Throws a draft away. */
export const forkastUtkastHandling = handling({
  rom: 'vedtak',
  kommando: 'LAGRE_UTKAST',
  skjema: forkastSkjema,
  utfor: async (tx, data) => {
    await slettUtkast(tx, data.mottakerId);
    return ok(null);
  },
  oppfrisk: (data) => [`/mottakere/${data.mottakerId}`],
});

/** A second person issues it. */
export const godkjennForslagHandling = handling({
  rom: 'vedtak',
  kommando: 'GODKJENN_VEDTAK',
  skjema: godkjennForslagSkjema,
  utfor: godkjennForslag,
  oppfrisk: () => ['/godkjenning', '/vedtak'],
});

/** Turns it down, or takes one's own back. */
export const avvisForslagHandling = handling({
  rom: 'vedtak',
  kommando: 'FATT_VEDTAK',
  skjema: avvisForslagSkjema,
  utfor: avvisForslag,
  oppfrisk: (_data, svar) => ['/godkjenning', `/mottakere/${svar.mottakerId}`],
});
