import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { kreverGodkjenning } from '#lib/vedtak/domain/vedtaksregler.ts';
import { kontraktspris, vedtakspris } from '#lib/vedtak/domain/vedtakspris.ts';
import type { FattEllerVenter } from '#lib/vedtak/fattet-view.ts';
import * as repo from '#lib/vedtak/forslag-repo.ts';
import type { Forslagsrad } from '#lib/vedtak/forslag-repo.ts';
import type { AvvisForslagData, GodkjennForslagData } from '#lib/vedtak/forslag-schema.ts';
import { findPrisgrunnlag, prisnokkel } from '#lib/vedtak/pris-repo.ts';
import { slettUtkast } from '#lib/vedtak/utkast-service.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';
import { fattVedtak, provVedtak } from '#lib/vedtak/vedtak-service.ts';
import type { FattetSvar } from '#lib/vedtak/vedtak-service.ts';
import { hentVedtaksregler } from '#lib/vedtak/vedtaksregler-service.ts';

/** What a year costs at today's prices; null where nothing is paid by the piece, 'UKJENT' where a price is missing. */
async function arskostnad(tx: Tx, { forslag: f }: FattVedtakData): Promise<number | 'UKJENT' | null> {
  if (f.omfang === null || f.enhetId === null) return null;
  const priser = await findPrisgrunnlag(tx, iDag(), 'nb', [f.enhetId]);
  const svar = vedtakspris(f.omfang, priser[prisnokkel(f.enhetId, f.tjeneste)] ?? []);
  return svar.ok ? ((svar.verdi ?? kontraktspris(f.omfang))?.arOre ?? null) : 'UKJENT';
}

/**
 * Issues a vedtak, or, when it costs more a year than the municipality's limit, keeps it for a second person to issue. The
 * rules are tried first either way: nothing waits that could not be issued.
 */
export async function fattEllerForesla(tx: Tx, data: FattVedtakData): Promise<Result<FattEllerVenter, readonly Avslag[]>> {
  const regler = await hentVedtaksregler(tx);
  const arOre = regler.grenseOre === null ? null : await arskostnad(tx, data);
  if (regler.grenseOre === null || !kreverGodkjenning(regler, arOre)) return fattVedtak(tx, data);
  const provd = await provVedtak(tx, data);
  if (!provd.ok) return provd;
  const forslagId = await repo.insertForslag(tx, { data, arOre: typeof arOre === 'number' ? arOre : 0, grenseOre: regler.grenseOre });
  if (forslagId === null) return nei([{ grunn: 'forslagFinnes' }]);
  await slettUtkast(tx, data.mottakerId);
  await loggfor(tx, { handling: 'FORESLA_VEDTAK', objektType: 'vedtak_forslag', objektId: forslagId, mottakerId: data.mottakerId });
  return ok({ forslagId });
}

async function ventende(tx: Tx, id: number): Promise<Result<Forslagsrad, readonly Avslag[]>> {
  const forslag = await repo.lockForslag(tx, id);
  return forslag?.status === 'VENTER' ? ok(forslag) : nei([{ grunn: 'forslagAvgjort' }]);
}

/** A second person issues it: every rule is tried again on the case as it is now. */
export async function godkjennForslag(tx: Tx, data: GodkjennForslagData): Promise<Result<FattetSvar, readonly Avslag[]>> {
  const forslag = await ventende(tx, data.forslagId);
  if (!forslag.ok) return forslag;
  const { innhold, foreslattAv, id } = forslag.verdi;
  if (tx.hvem.kontoId === null || !erToPersoner({ foreslattAv }, tx.hvem.kontoId)) return nei([{ grunn: 'sammePerson' }]);
  const svar = await fattVedtak(tx, innhold, foreslattAv);
  if (!svar.ok) return svar;
  await repo.saveAvgjorelse(tx, id, { status: 'GODKJENT', godkjentAv: tx.hvem.kontoId, grunn: null, vedtakId: svar.verdi.vedtakId });
  await loggfor(tx, { handling: 'GODKJENN_VEDTAK', objektType: 'vedtak_forslag', objektId: id, mottakerId: innhold.mottakerId });
  return svar;
}

/** Turned down by a second person with a reason, or taken back by the one who wrote it. */
export async function avvisForslag(tx: Tx, data: AvvisForslagData): Promise<Result<{ mottakerId: number }, readonly Avslag[]>> {
  const forslag = await ventende(tx, data.forslagId);
  if (!forslag.ok) return forslag;
  const egen = forslag.verdi.foreslattAv === tx.hvem.kontoId;
  if (!egen && tx.hvem.rolle !== 'bestillerleder') return nei([{ grunn: 'ikkeDitt' }]);
  await repo.saveAvgjorelse(tx, data.forslagId, { status: egen ? 'TRUKKET' : 'AVVIST', godkjentAv: egen ? null : tx.hvem.kontoId, grunn: data.grunn, vedtakId: null });
  await loggfor(tx, { handling: egen ? 'TREKK_VEDTAKSFORSLAG' : 'AVVIS_VEDTAK', objektType: 'vedtak_forslag', objektId: data.forslagId, mottakerId: forslag.verdi.mottakerId, grunn: data.grunn });
  return ok({ mottakerId: forslag.verdi.mottakerId });
}

export type Forslagsside =
  | { readonly type: 'APEN'; readonly forslag: Forslagsrad; readonly navn: string; readonly tjeneste: { readonly nb: string; readonly nn: string }; readonly eget: boolean }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** The proposal as its page shows it, through the record's door. */
export async function apneForslag(tx: Tx, id: number): Promise<Forslagsside> {
  const forslag = await repo.findForslag(tx, id);
  if (!forslag) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, forslag.mottakerId, 'SE_VEDTAKSFORSLAG');
  if (dor.type !== 'APEN') return dor;
  const tjeneste = (await finnTjenestenavn(tx, iDag())).get(forslag.tjeneste) ?? { nb: forslag.tjeneste, nn: forslag.tjeneste };
  return { type: 'APEN', forslag, navn: `${dor.person.fornavn} ${dor.person.etternavn}`, tjeneste, eget: forslag.foreslattAv === tx.hvem.kontoId };
}

/** What waits for a second person, by pseudonym: the page of approvals names nobody. */
export async function ventendeVedtak(tx: Tx): Promise<Ventende[]> {
  return (await repo.findVentende(tx)).map((f) => ({
    slag: 'VEDTAK', id: f.id, gjelder: f.pseudonym, belopOre: ore(f.arOre), foreslattAv: f.foreslattAv, foreslatt: f.foreslatt.toISOString(), href: `/vedtak/forslag/${f.id}`, kommando: 'GODKJENN_VEDTAK',
  }));
}
