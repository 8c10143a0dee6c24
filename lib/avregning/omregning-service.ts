import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { type Bokfort, finnBokfort } from '#lib/avregning/avregning-repo.ts';
import { type Avregnet, avregn } from '#lib/avregning/domain/avregn.ts';
import type { Linje, Linjenokkel } from '#lib/avregning/domain/avregning-inn.ts';
import { omregnes, type Omregning, planleggOmregning } from '#lib/avregning/domain/omregning.ts';
import type { Ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { finnMerker } from '#lib/avregning/endring-repo.ts';
import { apneEtter, type Fakta, harArligTak, type Meldefremdrift, samleFor } from '#lib/avregning/fakta-service.ts';
import { finnStipulerteManeder, posterGamleManuelle } from '#lib/avregning/manuell-fakta-service.ts';
import { finnRegelverk } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Forberedt = {
  readonly fakta: Fakta;
  readonly omregning: Omregning;
  readonly avregnet: Result<Avregnet, ManglendePris[]>;
  /** What is posted before of the keys that are recounted. */
  readonly bokfort: readonly Linje[];
  /** The run that last posted each key. */
  readonly siste: ReadonlyMap<string, number>;
  readonly xmin: string;
  /** No change was seen, and no month is new. */
  readonly uendret: boolean;
};

export function nokkelFor(l: Linjenokkel): string {
  return JSON.stringify([l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed]);
}

/** The lines posted before, under the core's scheme ids, and the run that last posted each key. */
export function bokforteLinjer(fakta: { readonly rom: readonly Ordningsrom[] }, rader: readonly Bokfort[]): { linjer: Linje[]; siste: Map<string, number> } {
  const romFor = new Map(fakta.rom.flatMap((r) => r.maneder.map((m): [Maned, Ordningsrom] => [m, r])));
  const siste = new Map<string, number>();
  const linjer = rader.map(({ ordningId, sisteAvregningId, ...rad }): Linje => {
    const linje = { ...rad, ordning: romFor.get(rad.gjelderManed)?.idFor(ordningId, Number(rad.enhet)) ?? String(ordningId) };
    siste.set(nokkelFor(linje), sisteAvregningId);
    return linje;
  });
  return { linjer, siste };
}

/** A stipulated volume is paid less what is counted for the whole unit: such a month is counted whole when anything in it moves. */
async function medStipulerte(tx: Tx, o: Omregning): Promise<Omregning> {
  const rorte = [...new Set([...o.vedtak.keys(), ...o.enheter.keys()])];
  const stipulerte = rorte.length === 0 ? new Set<Maned>() : await finnStipulerteManeder(tx, rorte);
  if (stipulerte.size === 0) return o;
  const uten = <T>(kart: ReadonlyMap<Maned, T>) => new Map([...kart].filter(([m]) => !stipulerte.has(m)));
  return { hele: new Set([...o.hele, ...stipulerte]), vedtak: uten(o.vedtak), enheter: uten(o.enheter) };
}

/** Manual lines of months past their deadline are posted beside what is counted. */
function medGamle(avregnet: Forberedt['avregnet'], gamle: readonly Linje[]): Forberedt['avregnet'] {
  return avregnet.ok ? ok({ ...avregnet.verdi, linjer: [...avregnet.verdi.linjer, ...gamle] }) : avregnet;
}

/** Gather and decide, writing nothing: what a run of the month would post now. `alt`: everything is counted, whatever has changed. */
export async function forbered(tx: Tx, maned: Maned, alt: boolean, meld?: Meldefremdrift): Promise<Forberedt> {
  const { xmin, fulgte, merker } = await finnMerker(tx, maned, alt);
  const regler = await finnRegelverk(tx, sisteDag(maned));
  const apneManeder = apneEtter(regler, maned);
  const omregning = await medStipulerte(tx, planleggOmregning(apneManeder, new Set(alt ? [] : fulgte), merker, harArligTak(regler.bok)));
  const uendret = merker.length === 0 && omregning.hele.size === 0;
  const bareVedtak = omregning.hele.size === 0 && merker.every((m) => m.vedtakId !== null);
  const fakta = await samleFor(tx, { maned, apneManeder, regler }, { omregning }, meld);
  await meld?.('REGNER', 2, 4);
  const { linjer, siste } = bokforteLinjer(fakta, fakta.regnes.length === 0 ? [] : await finnBokfort(tx, omregning));
  const avregnet = avregn(fakta.rom, linjer, maned, fakta.regnes, (enhet, vedtak, m) => omregnes(omregning, enhet, vedtak, m));
  return { fakta, omregning, avregnet: bareVedtak ? avregnet : medGamle(avregnet, await posterGamleManuelle(tx, maned, apneManeder)), bokfort: linjer, siste, xmin, uendret };
}
