import type { z } from 'zod';
import { type Enhetsgang, frister, type Frister, type Kalenderregler, type Kalendersteg, KALENDERSTEG, STANDARDKALENDER, stegstatus, tolkKalender } from '#lib/avregning/domain/kalender.ts';
import { finnGang, finnInnsigelser, type Gangrad, KALENDERNOKKEL, skrivKalender, svarInnsigelse } from '#lib/avregning/kalender-repo.ts';
import type { kalenderSkjema, svarSkjema } from '#lib/avregning/kalender-schema.ts';
import type { Innsigelseview, Kalenderrad, Stegview } from '#lib/avregning/kalender-view.ts';
import { finnLukkedeEnheter } from '#lib/avregning/lukking-repo.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { forrige, forsteDag, type Maned, manedFor } from '#lib/core/maned.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnInnstilling, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The calendar of a month; `iKraft` false: the municipality has set none, and the defaults are a suggestion that binds nobody. */
export async function hentRegler(tx: Tx, maned: Maned): Promise<{ regler: Kalenderregler; iKraft: boolean }> {
  const satt = tolkKalender(await finnInnstilling(tx, KALENDERNOKKEL, forsteDag(maned)));
  return { regler: satt ?? STANDARDKALENDER, iKraft: satt !== null };
}

export async function settKalender(tx: Tx, data: z.output<typeof kalenderSkjema>): Promise<Result<null, readonly Avslag[]>> {
  const { fra, ...regler } = data;
  if (fra < forrige(manedFor(iDag()))) return nei([{ grunn: 'KALENDER_FOR_SENT', felt: 'fra' }]);
  await skrivKalender(tx, fra, regler);
  await loggfor(tx, { handling: 'SETT_KALENDER', objektType: 'innstilling', objektId: KALENDERNOKKEL, grunn: `${fra}: ${KALENDERSTEG.map((s) => regler[s]).join(', ')}` });
  return ok(null);
}

/** The units that a scheme covers in a month, by name. */
export async function manedensEnheter(tx: Tx, maned: Maned): Promise<{ id: number; navn: string }[]> {
  const { dekning } = await finnOrdningsbok(tx);
  const med = new Set(dekning.filter((d) => gjelderIManed(d, maned)).map((d) => d.enhetId));
  return (await finnEnheter(tx)).filter((e) => med.has(e.id)).map(({ id, navn }) => ({ id, navn }));
}

export type Enhetsstilling = { readonly rad: Gangrad; readonly gang: Enhetsgang; readonly navn: string };

/** How far each unit has come with a month. */
export async function hentGang(tx: Tx, maned: Maned): Promise<Enhetsstilling[]> {
  const enheter = await manedensEnheter(tx, maned);
  const navn = new Map(enheter.map((e) => [e.id, e.navn]));
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const rader = new Map((await finnGang(tx, maned, enheter.map((e) => e.id))).map((r) => [r.enhetId, r]));
  return enheter.flatMap((e) => {
    const rad = rader.get(e.id);
    if (!rad) return [];
    const lukket = lukkede.has(e.id);
    const gang = { erklart: rad.erklart !== null, stipulert: rad.stipulert, attestert: rad.attestert !== null, bokfort: rad.godkjent !== null, lukket, apenInnsigelse: rad.apneInnsigelser > 0 };
    return [{ rad, gang, navn: navn.get(e.id) ?? '' }];
  });
}

const dag = (tid: Date | null): string | null => (tid === null ? null : formatDato(datoVed(tid.getTime())));

function stegene({ rad, gang }: Enhetsstilling, frist: Frister, idag: Dato): Stegview[] {
  const gjort: Partial<Record<Kalendersteg, { hvem: string | null; dato: string | null }>> = {
    ERKLAR: { hvem: rad.erklartNavn, dato: dag(rad.erklart) },
    ATTESTER: { hvem: rad.attestertNavn, dato: dag(rad.attestert) },
    BOKFOR: { hvem: rad.godkjentNavn, dato: dag(rad.godkjent) },
  };
  return KALENDERSTEG.map((steg) => ({ steg, status: stegstatus(steg, gang, frist[steg], idag), frist: frist[steg], hvem: gjort[steg]?.hvem ?? null, dato: gjort[steg]?.dato ?? null }));
}

/** A month's steps per unit, with status, deadline and who; and the objections. */
export async function hentKalender(tx: Tx, maned: Maned) {
  const { regler, iKraft } = await hentRegler(tx, maned);
  const frist = frister(maned, regler);
  // A calendar that is not in force is a suggestion: nobody is late by it.
  const idag = iKraft ? iDag() : forsteDag(maned);
  const stilling = await hentGang(tx, maned);
  const navn = new Map(stilling.map((s) => [s.rad.enhetId, s.navn]));
  const rader = stilling.map((s): Kalenderrad => ({
    enhetId: s.rad.enhetId,
    enhet: s.navn,
    dager: s.rad.dager,
    stipulert: s.rad.stipulert,
    stipuleringVenter: s.rad.stipuleringVenter,
    apenInnsigelse: s.gang.apenInnsigelse,
    steg: stegene(s, frist, idag),
  }));
  const innsigelser = (await finnInnsigelser(tx, maned, null)).map((i): Innsigelseview => ({ ...i, enhet: navn.get(i.enhetId) ?? '', meldt: dag(i.meldt) ?? '', avgjort: dag(i.avgjort), egen: i.meldtAv === tx.hvem.kontoId }));
  return { regler, iKraft, frist, rader, innsigelser, forsent: rader.filter((r) => r.steg.some((s) => s.status === 'FORSENT')).length };
}

/** Another than the objector answers; what is taken into account is then proposed as a manual line. */
export async function avgjorInnsigelse(tx: Tx, data: z.output<typeof svarSkjema>): Promise<Result<null, readonly Avslag[]>> {
  if ((await svarInnsigelse(tx, data.id, data.utfall, data.svar)) === 0) return nei([{ grunn: 'ALLEREDE_SVART' }]);
  await loggfor(tx, { handling: 'AVGJOR_INNSIGELSE', objektType: 'innsigelse', objektId: data.id, grunn: `${data.utfall}: ${data.svar}` });
  return ok(null);
}
