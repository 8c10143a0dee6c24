import type { AvregningInn, Opphold, Oppdrag, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { overlapper, snitt } from '#lib/core/periode.ts';
import type { Periode } from '#lib/core/periode.ts';
import { krevKjent, lesOrdning } from '#lib/kontroll/avregning-ordning-leser.ts';
import {
  lesBesok,
  lesBokfort,
  lesEnhet,
  lesJustering,
  lesLeveranse,
  lesOppdrag,
  lesOpphold,
  lesTidsband,
  lesVedtak,
} from '#lib/kontroll/avregning-sak-leser.ts';
import { skrivLinje } from '#lib/kontroll/avregning-sak-skriver.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import type { Feilsamler } from '#lib/kontroll/feil.ts';
import { erLesbar, krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';

const NOKLER = [
  'maned', 'apneManeder', 'helligdager', 'tidsband', 'ordninger', 'enheter', 'vedtak', 'oppdrag', 'justeringer', 'besok',
  'leveranser', 'opphold', 'regnskap', 'manuelle', 'bokfort',
] as const;

function lesApneManeder(l: Leser, maned: Maned): Maned[] {
  if (!l.har('apneManeder')) return [maned];
  return l.verdier('apneManeder', (m, n) => {
    const apen = m.maned(n);
    if (maned !== '' && apen > maned) m.feil(n, 'En åpen måned kan ikke komme etter måneden som avregnes.');
    return apen;
  });
}

function delerBand(a: Oppdrag, b: Oppdrag): boolean {
  if (a.tidsband === null || b.tidsband === null) return a.tidsband === b.tidsband;
  return a.tidsband.some((kode) => b.tidsband?.includes(kode));
}

/** Two oppdrag that cover the same part of a vedtak on the same day are a fault of the later one. */
function krevDeltOppdrag(samler: Feilsamler, oppdrag: readonly Oppdrag[], vedtak: readonly Vedtak[]): void {
  const perioder = new Map<string, Periode>(vedtak.toReversed().map((v) => [v.id, v]));
  const sett = new Map<string, { oppdrag: Oppdrag; iKraft: Periode }[]>();
  oppdrag.forEach((o, i) => {
    const v = perioder.get(o.vedtak);
    const iKraft = v && erLesbar(v) && erLesbar(o) ? snitt<Periode['fom']>(o, v) : null;
    if (!iKraft) return;
    const tidligere = sett.get(o.vedtak) ?? [];
    if (tidligere.some((t) => delerBand(t.oppdrag, o) && overlapper(t.iKraft, iKraft))) {
      samler.legg(`oppdrag[${i}]`, 'Et annet oppdrag dekker den samme delen av vedtaket på samme tid.');
    }
    sett.set(o.vedtak, [...tidligere, { oppdrag: o, iKraft }]);
  });
}

/** The nights of a stay as a period; null where there are none, or it cannot be read. */
function netter(o: Opphold): Periode | null {
  if (!erLesbar({ fom: o.inn, tom: o.ut }) || o.inn === o.ut) return null;
  return { fom: o.inn, tom: o.ut === null ? null : leggTilDager(o.ut, -1) };
}

function krevAdskilteOpphold(samler: Feilsamler, opphold: readonly Opphold[]): void {
  const sett = new Map<string, Periode[]>();
  opphold.forEach((o, i) => {
    const p = netter(o);
    if (!p) return;
    const tidligere = sett.get(o.oppdrag) ?? [];
    if (tidligere.some((t) => overlapper(t, p))) samler.legg(`opphold[${i}]`, 'Oppdraget har to opphold på samme tid.');
    sett.set(o.oppdrag, [...tidligere, p]);
  });
}

function lesRegnskap(l: Leser, enheter: ReadonlySet<string>): AvregningInn['regnskap'] {
  return l.liste('regnskap', (r) => {
    r.bare('enhet', 'maned', 'funksjon', 'art', 'ore');
    const enhet = r.tekst('enhet');
    krevKjent(r, 'enhet', enhet, enheter, 'Enheten');
    return { enhet, maned: r.maned('maned'), funksjon: r.tekst('funksjon'), art: r.tekst('art'), ore: r.ore('ore') };
  });
}

function lesManuelle(l: Leser, ordninger: ReadonlySet<string>, enheter: ReadonlySet<string>): AvregningInn['manuelle'] {
  return l.liste('manuelle', (m) => {
    m.bare('id', 'ordning', 'enhet', 'gjelderManed', 'ore');
    const [ordning, enhet] = [m.tekst('ordning'), m.tekst('enhet')];
    krevKjent(m, 'ordning', ordning, ordninger, 'Ordningen');
    krevKjent(m, 'enhet', enhet, enheter, 'Enheten');
    return { id: m.tekst('id'), ordning, enhet, gjelderManed: m.maned('gjelderManed'), ore: m.ore('ore') };
  });
}

/** Reads a whole case, reporting every fault; a case with faults is never calculated. */
export function lesAvregningssak(l: Leser): AvregningInn {
  l.bare(...NOKLER);
  const maned = l.maned('maned');
  const ider = (liste: readonly { id: string }[]) => new Set(liste.map((e) => e.id));
  const tidsband = l.liste('tidsband', lesTidsband);
  const bandkoder = new Set(tidsband.map((t) => t.kode));
  const enheter = l.liste('enheter', lesEnhet, 'PAKREVD');
  const kjenteEnheter = ider(enheter);
  const kjente = { enheter: kjenteEnheter, tidsband: bandkoder };
  const ordninger = l.liste('ordninger', (o) => lesOrdning(o, kjente), 'PAKREVD');
  const vedtak = l.liste('vedtak', (v) => lesVedtak(v, bandkoder), 'PAKREVD');
  const oppdrag = l.liste('oppdrag', (o) => lesOppdrag(o, { ...kjente, vedtak: ider(vedtak) }), 'PAKREVD');
  const kjenteOppdrag = ider(oppdrag);
  const inn: AvregningInn = {
    maned,
    apneManeder: lesApneManeder(l, maned),
    helligdager: l.verdier('helligdager', (d, n) => d.dato(n)),
    tidsband,
    ordninger,
    enheter,
    vedtak,
    oppdrag,
    justeringer: l.liste('justeringer', (j) => lesJustering(j, kjenteOppdrag)),
    besok: l.liste('besok', lesBesok),
    leveranser: l.liste('leveranser', (v) => lesLeveranse(v, kjenteOppdrag)),
    opphold: l.liste('opphold', (o) => lesOpphold(o, kjenteOppdrag)),
    regnskap: lesRegnskap(l, kjenteEnheter),
    manuelle: lesManuelle(l, ider(ordninger), kjenteEnheter),
    bokfort: l.liste('bokfort', (b) => lesBokfort(b, kjenteEnheter)),
  };
  krevUnike(l.samler, 'tidsband', tidsband.map((t) => t.kode), 'kode');
  for (const liste of ['ordninger', 'enheter', 'vedtak', 'oppdrag', 'besok', 'leveranser', 'manuelle'] as const) {
    krevUnike(l.samler, liste, inn[liste].map((e) => e.id), 'id');
  }
  krevDeltOppdrag(l.samler, oppdrag, vedtak);
  krevAdskilteOpphold(l.samler, inn.opphold);
  return inn;
}

function meldManglendePris(inn: AvregningInn, mangel: ManglendePris, samler: Feilsamler): void {
  const i = inn.ordninger.findIndex((o) => o.id === mangel.ordning);
  const k = inn.ordninger[i]?.komponenter.findIndex((komponent) => komponent.kode === mangel.komponent);
  const gruppe = mangel.gruppe === null ? 'en enhet uten gruppe' : `gruppen ${mangel.gruppe}`;
  const niva = mangel.niva === null ? '' : ` på nivå ${mangel.niva}`;
  const melding = `Ordningen ${mangel.ordning} mangler pris på ${mangel.komponent}${niva} for ${gruppe} i ${mangel.maned}.`;
  samler.leggTil(`ordninger[${i}].komponenter[${k}].priser`, melding);
}

export const avregningKontroll = lagBeregning(lesAvregningssak, (inn, samler) => {
  const svar = beregnAvregning(inn);
  if (!svar.ok) {
    for (const mangel of svar.feil) meldManglendePris(inn, mangel, samler);
    return null;
  }
  const { linjer, sumPerEnhet, bestillerBelastningOre, avvist } = svar.verdi;
  return { linjer: linjer.map(skrivLinje), sumPerEnhet, bestillerBelastningOre, avvist };
});
