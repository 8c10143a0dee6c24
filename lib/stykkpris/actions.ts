'use server';

import { getLocale } from 'next-intl/server';
import { nei } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { lagreFallgrense } from '#lib/stykkpris/fallgrense-service.ts';
import { avvisPrisforslag, godkjennPrisforslag, lagrePrisforslag, sendPrisforslag, trekkPrisforslag } from '#lib/stykkpris/prisforslag-service.ts';
import { avvisSkjema, fallgrenseSkjema, prisforslagSkjema, settForslagSkjema, tilPrisvalg } from '#lib/stykkpris/stykkpris-schema.ts';
import { handling } from '#lib/server/pipeline.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';

/** One refusal as the pipeline wants them: a list. */
function somListe<T>(svar: Result<T, Avslag>): Result<T, readonly Avslag[]> {
  return svar.ok ? svar : nei([svar.feil]);
}

const lagre = handling({
  rom: 'stykkpris',
  kommando: 'FORESLA_PRIS',
  skjema: prisforslagSkjema,
  utfor: async (tx, data) => {
    const { ordningId, ar, slag, versjon } = data;
    return somListe(await lagrePrisforslag(tx, { ordningId, ar, slag }, versjon, tilPrisvalg(data)));
  },
  oppfrisk: ({ ordningId, ar }) => ['/priser', `/priser/verksted/${ordningId}/${ar}`],
});
const send = handling({
  rom: 'stykkpris',
  kommando: 'FORESLA_PRIS',
  skjema: settForslagSkjema,
  utfor: async (tx, { id, versjon }) => somListe(await sendPrisforslag(tx, id, versjon, tolkSprak(await getLocale()))),
  oppfrisk: ({ id }) => ['/priser', `/priser/forslag/${id}`],
});
const trekk = handling({
  rom: 'stykkpris',
  kommando: 'FORESLA_PRIS',
  skjema: settForslagSkjema,
  utfor: async (tx, { id }) => somListe(await trekkPrisforslag(tx, id)),
  oppfrisk: ({ id }) => ['/priser', `/priser/forslag/${id}`],
});
const godkjenn = handling({
  rom: 'stykkpris',
  kommando: 'GODKJENN_PRIS',
  skjema: settForslagSkjema,
  utfor: async (tx, { id, versjon }) => godkjennPrisforslag(tx, id, versjon, tolkSprak(await getLocale())),
  oppfrisk: ({ id }) => ['/priser', `/priser/forslag/${id}`],
});
const avvis = handling({
  rom: 'stykkpris',
  kommando: 'GODKJENN_PRIS',
  skjema: avvisSkjema,
  utfor: async (tx, { id, versjon, grunn }) => somListe(await avvisPrisforslag(tx, id, versjon, grunn)),
  oppfrisk: ({ id }) => ['/priser', `/priser/forslag/${id}`],
});
const grense = handling({
  rom: 'stykkpris',
  kommando: 'FORESLA_PRIS',
  skjema: fallgrenseSkjema,
  utfor: async (tx, { prosent }) => lagreFallgrense(tx, prosent),
  oppfrisk: () => ['/priser'],
});

/** Saves the draft as its next version. */
export async function lagrePrisforslagHandling(sendt: unknown) {
  return lagre(sendt);
}
/** Sends the draft to the one who approves. */
export async function sendPrisforslagHandling(sendt: unknown) {
  return send(sendt);
}
/** Takes a sent proposal back. */
export async function trekkPrisforslagHandling(sendt: unknown) {
  return trekk(sendt);
}
/** Approves what was shown, if it still is so. */
export async function godkjennPrisforslagHandling(sendt: unknown) {
  return godkjenn(sendt);
}
/** Turns a proposal down with a reason. */
export async function avvisPrisforslagHandling(sendt: unknown) {
  return avvis(sendt);
}
/** Sets how much a price may fall before it is warned of. */
export async function settFallgrenseHandling(sendt: unknown) {
  return grense(sendt);
}
