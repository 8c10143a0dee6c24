import { forsteDag, leggTilManeder, type Maned, manedAv, manedensAr, manederFraTil, sisteDag } from '#lib/core/maned.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';
import { finnKjoringsavtrykk } from './avvik-repo.ts';
import { type Enhetsfakta, indeks, LITEN_ENHET, MAL, type Mal, maal, maalPerManed, type Maltall, type Manedsfakta, samlet } from './domain/sammenligning.ts';
import { undertrykk } from './domain/undertrykk.ts';
import { finnAvregnedeManeder } from './oversikt-repo.ts';
import {
  type Behovsrad, finnBehovsrader, finnBestander, finnManedsmerker, finnManedssummer, finnManedstid, finnOppstartsventing, finnOverfort, finnSammenlignbare, finnVedtattTid, type Manedssum, type Sammenlignbar,
} from './sammenligning-repo.ts';
import type { Behovstall, Enhetsgruppe, Enhetslinje, Sammenligning } from './sammenligning-view.ts';

export const ANTALL_MANEDER = [3, 6, 12, 24] as const;
export type Sammenligningsvalg = { readonly til: Maned | null; readonly antall: number; readonly mal: Mal };

const BEHOV = ['NOE', 'MIDDELS', 'OMFATTENDE'] as const;

/** Minutes at the recipients per unit and month: a month's visits are read again only when it has new marks, or after a run. */
async function hentTid(tx: Tx, maneder: readonly Maned[]): Promise<ReadonlyMap<string, number>> {
  const [forste, siste] = [maneder[0], maneder.at(-1)];
  if (forste === undefined || siste === undefined) return new Map();
  const [merker, kjoringer] = [await finnManedsmerker(tx, forste, siste), await finnKjoringsavtrykk(tx)];
  const ut = new Map<string, number>();
  for (const m of maneder) {
    const rader = await huskVed(tx.hvem.kommuneId, `sammenligning/tid/${m}`, `${merker.get(m) ?? ''}/${kjoringer}`, () => finnManedstid(tx, forsteDag(m), sisteDag(m)));
    for (const r of rader) ut.set(`${r.enhetId}/${m}`, r.minutter);
  }
  return ut;
}

function manedsfakta(enhetId: number, maned: Maned, summer: ReadonlyMap<string, number>, tid: ReadonlyMap<string, number>): Manedsfakta {
  const av = (hva: Manedssum['hva']): number | null => summer.get(`${enhetId}/${maned}/${hva}`) ?? null;
  return {
    maned,
    kostnadOre: av('KOSTNAD'),
    betaltMinutter: av('BETALT'),
    brukerrettetMinutter: tid.get(`${enhetId}/${maned}`) ?? 0,
    belagteDogn: av('DOGN') ?? 0,
    inntektOre: av('INNTEKT') ?? 0,
    prisinntektOre: av('PRIS') ?? 0,
    klager: av('KLAGER'),
  };
}

async function hentFakta(tx: Tx, enheter: readonly Sammenlignbar[], maneder: readonly Maned[], fra: Maned, til: Maned): Promise<Enhetsfakta[]> {
  const summer = new Map((await finnManedssummer(tx, fra, til)).map((s) => [`${s.enhetId}/${s.maned}/${s.hva}`, s.verdi]));
  const tid = await hentTid(tx, maneder);
  const per = <T extends { enhetId: number }>(rader: readonly T[]): Map<number, T> => new Map(rader.map((r) => [r.enhetId, r]));
  const bestand = per(await finnBestander(tx, sisteDag(til)));
  const venting = per(await finnOppstartsventing(tx, forsteDag(fra), sisteDag(til)));
  const vedtatt = per(await finnVedtattTid(tx, forsteDag(til), sisteDag(til)));
  const overfort = per(await finnOverfort(tx, manedAv(manedensAr(til), 1), manedAv(manedensAr(til), 12)));
  return enheter.map(({ id }) => ({
    enhetId: id,
    maneder: maneder.map((m) => manedsfakta(id, m, summer, tid)),
    mottakere: bestand.get(id)?.mottakere ?? 0,
    vedtattUkeminutter: bestand.get(id)?.ukeminutter ?? 0,
    timemottakere: bestand.get(id)?.timemottakere ?? 0,
    overforingOre: overfort.get(id)?.ore ?? null,
    ventedager: venting.get(id)?.dager ?? null,
    ventende: venting.get(id)?.antall ?? 0,
    vedtattMinutter: vedtatt.get(id)?.minutter ?? 0,
    levertMinutter: tid.get(`${id}/${til}`) ?? 0,
  }));
}

/** Hours a week by need, with few hidden, and one more where a single one could be found from the unit's sum. */
function behovstall(enhetId: number, rader: readonly Behovsrad[]): Behovstall[] {
  const egne = [...BEHOV, null].map((behov) => rader.find((r) => r.enhetId === enhetId && r.behov === behov));
  const skjult = undertrykk(egne.map((r) => r?.mottakere ?? 0));
  return BEHOV.map((behov, i) => {
    const r = egne[i];
    const vis = r !== undefined && r.mottakere > 0 && skjult[i] !== true;
    return { behov, timer: vis ? Math.round((r.ukeminutter * 100) / (r.mottakere * 60)) : null, mottakere: vis ? r.mottakere : r === undefined ? 0 : null };
  });
}

const hvert = (lag: (mal: Mal) => number | null): Maltall => Object.fromEntries(MAL.map((m) => [m, lag(m)])) as Record<Mal, number | null>;

function gruppe(art: string, enheter: readonly Sammenlignbar[], fakta: ReadonlyMap<number, Enhetsfakta>, behov: readonly Behovsrad[], mal: Mal): Enhetsgruppe {
  const med = enheter.flatMap((e) => {
    const f = fakta.get(e.id);
    return f === undefined || (f.mottakere === 0 && f.maneder.every((m) => m.inntektOre === 0)) ? [] : [{ e, f, tall: maal(f) }];
  });
  // The whole is of those that have the figure: a private provider's accounts are its own.
  const helheten = hvert((m) => maal(samlet(med.filter((en) => en.tall[m] !== null).map((en) => en.f)))[m]);
  return {
    art,
    dogn: med.some(({ f }) => f.maneder.some((m) => m.belagteDogn > 0)),
    samlet: helheten,
    enheter: med.map(({ e, f, tall }): Enhetslinje => ({
      enhetId: e.id,
      navn: e.navn,
      privat: e.privat,
      liten: f.mottakere < LITEN_ENHET,
      mottakere: f.mottakere,
      tall,
      indeks: hvert((m) => indeks(tall[m], helheten[m])),
      perManed: maalPerManed(f, mal).map((m) => m.tall),
      behov: behovstall(e.id, behov),
    })),
  };
}

/** Units of the same kind side by side for up to two years of settled months. Sums per unit, of no person. Null when nothing is settled. */
export function hentSammenligning(hvem: Utforende, valg: Sammenligningsvalg): Promise<Sammenligning | null> {
  return lesStabilt(system(hvem.kommuneId), async (tx) => {
    const valgbare = await finnAvregnedeManeder(tx);
    const til = valgbare.find((m) => m === valg.til) ?? valgbare[0];
    if (til === undefined) return null;
    const antall = ANTALL_MANEDER.find((n) => n === valg.antall) ?? 12;
    const onsket = leggTilManeder(til, 1 - antall);
    const eldste = valgbare.at(-1) ?? til;
    const fra = onsket < eldste ? eldste : onsket;
    const maneder = manederFraTil(fra, til);
    const enheter = await finnSammenlignbare(tx);
    const fakta = new Map((await hentFakta(tx, enheter, maneder, fra, til)).map((f) => [f.enhetId, f]));
    const behov = await finnBehovsrader(tx, sisteDag(til));
    const grupper = [...Map.groupBy(enheter, (e) => e.art)].map(([art, egne]) => gruppe(art, egne, fakta, behov, valg.mal)).filter((g) => g.enheter.length > 0);
    return { fra, til, maneder, valgbare, antall, mal: valg.mal, grupper };
  });
}
