import { finnBesok } from '#lib/avregning/avregning-fakta-repo.ts';
import { malFor } from '#lib/avregning/domain/avregn.ts';
import { avvistGrunn } from '#lib/avregning/domain/avviste.ts';
import type { Besok, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import { forklar, type Forklaring } from '#lib/avregning/domain/forklar.ts';
import type { Indeks } from '#lib/avregning/domain/indeks.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { tellerBesok } from '#lib/avregning/domain/samle.ts';
import { hittilI, samleFakta } from '#lib/avregning/fakta-service.ts';
import { formellinjer, sammenholdt, type Sporbesok, type Sporpris, type Sporvalg, type SporView, volumenhet } from '#lib/avregning/spor-view.ts';
import { finnStien, finnVedtakshode } from '#lib/avregning/spor-repo.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { forsteDag, sisteDag } from '#lib/core/maned.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { gjelderIManed, type Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnManedstatus, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

export const BESOK_PER_SIDE = 50;

/** The line as the facts of today give it, explained; null when it has no target any more. */
async function regnNa(tx: Tx, v: Sporvalg): Promise<{ bok: Ordningsbok; forklaring: Forklaring | null; besok: Sporbesok[] }> {
  // as the unit's month shows it until a run has counted it whole
  const natt = hittilI(v.gjelder);
  const hittil = natt !== undefined && ((await finnManedstatus(tx)).get(v.gjelder) ?? 'APEN') === 'APEN' ? natt : undefined;
  const fakta = await samleFakta(tx, v.gjelder, { maneder: [v.gjelder], vedtakIder: v.vedtakId === null ? null : [v.vedtakId], hittil });
  const [rom] = fakta.rom;
  if (!rom) return { bok: fakta.bok, forklaring: null, besok: [] };
  const malet = malFor([rom]);
  const id = rom.idFor(v.ordningId, v.enhetId);
  const passer = (l: Mallinje) => l.ordning === id && l.enhet === String(v.enhetId) && l.komponent === v.komponent && l.vedtak === (v.vedtakId === null ? null : String(v.vedtakId));
  const linje = malet.ok ? malet.verdi.find(passer) : undefined;
  const besok = v.vedtakId === null ? [] : await finnBesok(tx, { fra: forsteDag(v.gjelder), til: sisteDag(v.gjelder), vedtakIder: [v.vedtakId] }, v.enhetId);
  return {
    bok: fakta.bok,
    forklaring: linje ? forklar(rom.indeks, rom.opptellinger, linje) : null,
    besok: besokFor(rom.indeks, id, besok, v),
  };
}

/** The unit's visits (the caller reads no other unit's), counted or not for this component and why. Empty where the component does not count visits. */
function besokFor(ix: Indeks, ordning: string, besok: readonly Besok[], v: Sporvalg): Sporbesok[] {
  const komponent = ix.grunnlag.ordninger.find((o) => o.id === ordning)?.komponenter.find((k) => k.kode === v.komponent);
  if (!komponent || !tellerBesok(komponent)) return [];
  return besok.map((b) => {
    const nevnt = b.kategori === 'BRUKERRETTET' || komponent.kategorier.some((k) => k.kategori === b.kategori);
    const grunn = avvistGrunn(ix, b) ?? (nevnt ? null : 'KATEGORI');
    return { id: b.id, dato: b.start.slice(0, 10) as Dato, start: b.start.slice(11).replace(':', '.'), minutter: b.minutter, kategori: b.kategori, grunn };
  });
}

/** The approved price that the line rests on. */
function prisgrunnlag(bok: Ordningsbok, v: Sporvalg, f: Forklaring | null): Sporpris | null {
  if (f === null || f.kilde.type !== 'KOMPONENT') return null;
  const rad = bok.priser.find((p) => p.ordningId === v.ordningId && p.komponent === v.komponent && p.gruppe === f.prisgruppe && p.ore === f.linje.prisOre && gjelderIManed(p, v.gjelder));
  return rad ? { ore: rad.ore, gruppe: rad.gruppe, fom: rad.fomManed, status: rad.status, godkjent: formatDato(datoVed(rad.godkjent.getTime())), av: rad.godkjentAv } : null;
}

/**
 * Where an amount comes from: the way up, the formula, the price and the visits. Facts are gathered for the whole
 * kommune's vedtak so that a provider sees the very sum of the ledger, but only its own unit is handed out. The look is logged.
 */
export async function hentSpor(hvem: Utforende, v: Sporvalg, side: number, sprak: Sprak): Promise<SporView | null> {
  if (hvem.enheter !== null && !hvem.enheter.includes(v.enhetId)) return null;
  const hode = await withKommune(hvem, async (tx) => {
    const enhet = (await finnEnheter(tx)).find((e) => e.id === v.enhetId);
    const vedtak = v.vedtakId === null ? null : await finnVedtakshode(tx, v.vedtakId);
    if (!enhet || (v.vedtakId !== null && vedtak === null)) return null;
    await loggfor(tx, { handling: 'SPOR_BELOP', objektType: v.vedtakId === null ? 'enhet' : 'vedtak', objektId: v.vedtakId ?? v.enhetId, mottakerId: vedtak?.mottakerId ?? null, grunn: `${v.gjelder} ${v.komponent}` });
    const tjenester = await finnTjenestenavn(tx, sisteDag(v.gjelder));
    return { enhet: enhet.navn, vedtak, tjeneste: vedtak ? (tjenester.get(vedtak.tjeneste)?.[sprak] ?? vedtak.tjeneste) : null, sti: await finnStien(tx, v) };
  });
  if (!hode) return null;
  const { bok, forklaring, besok } = await lesStabilt(system(hvem.kommuneId), (tx) => regnNa(tx, v));
  const naOre = forklaring?.linje.belopOre ?? 0;
  return {
    ...hode,
    ordning: bok.ordninger.find((o) => o.id === v.ordningId)?.navn ?? '',
    ledd: leddnavn(bok, v.ordningId, v.komponent, sprak) ?? v.komponent,
    naOre,
    volum: forklaring?.linje.volum ?? null,
    prisOre: forklaring?.linje.prisOre ?? null,
    type: forklaring?.kilde.type ?? null,
    enhetVolum: forklaring ? volumenhet(forklaring) : 'andre',
    formel: forklaring ? formellinjer(forklaring) : [],
    pauserTrukket: forklaring?.kilde.type === 'KOMPONENT' && forklaring.kilde.oppdrag.some((o) => o.tellendeDager < o.dagerIKraft),
    pris: prisgrunnlag(bok, v, forklaring),
    ...sammenholdt(hode.sti.linjeOre, naOre),
    antallBesok: besok.length,
    besok: besok.slice((side - 1) * BESOK_PER_SIDE, side * BESOK_PER_SIDE),
    tellendeMinutter: besok.reduce((sum, b) => sum + (b.grunn === null ? b.minutter : 0), 0),
  };
}
