import { createHash } from 'node:crypto';
import { leggTilManeder, type Maned, manedAv, manedensAr, manederMellom, manedFor } from '#lib/core/maned.ts';
import type { Intervalltall } from '#lib/avvik/domain/prognose-intervall.ts';
import { bestandsnokkel, type Bestandstall, type Postering, type Prognoselinje } from '#lib/avvik/domain/prognose-serie.ts';
import { type Venteliste, ventenokkel } from '#lib/avvik/domain/prognose-venteliste.ts';
import { type Gruppeprognose, lagPrognose, manederIgjen, type Prognosegrunnlag } from '#lib/avvik/domain/prognose.ts';
import { iDag } from '#lib/server/clock.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { delNavn, gruppefinner, visesSom } from './domain/prognosegrupper.ts';
import { finnAvregnedeManeder } from './oversikt-repo.ts';
import { type Bestandsrad, type Budsjettrad, finnBestand, finnBudsjett, finnPosteringer, finnPrisbok, finnPrognoseavtrykk, finnVentehistorikk, type Posteringsrad, type Prisrad, type Ventehistorikkrad } from './prognose-repo.ts';
import type { Prognoserad, PrognoseView, Tidligere } from './prognose-view.ts';

/** At most three years of history: older months say little of the season now. */
const HISTORIKK = 36;
/** "Three months ago we said": how far back the method is asked again. */
const SIDEN = [1, 3] as const;

type Rader = { posteringer: readonly Posteringsrad[]; bestand: readonly Bestandsrad[]; prisbok: readonly Prisrad[]; budsjett: readonly Budsjettrad[]; venteliste: readonly Ventehistorikkrad[] };

/** What is booked and budgeted of the year that is forecast: one read for the forecast and for the purchaser's frame. */
export type Hittil = {
  readonly naa: Maned;
  /** first month of the history */
  readonly fra: Maned;
  readonly ar: number;
  readonly igjen: readonly Maned[];
  readonly posteringer: readonly Posteringsrad[];
  readonly budsjett: readonly Budsjettrad[];
  /** the service group of a component without a service of its own */
  readonly gruppeFor: (ordningId: number, komponent: string) => string;
};

/** The ledger and the budget to year end, as of the newest settled month, or of the earlier one asked for. Null when nothing is settled. */
export async function hentHittil(tx: Tx, ved: Maned | null = null): Promise<Hittil | null> {
  const avregnet = await finnAvregnedeManeder(tx);
  const naa = avregnet.find((m) => m === ved) ?? avregnet[0];
  if (!naa) return null;
  const eldste = avregnet[avregnet.length - 1] ?? naa;
  const fra = manederMellom(eldste, naa) >= HISTORIKK ? leggTilManeder(naa, 1 - HISTORIKK) : eldste;
  const igjen = manederIgjen(naa);
  const ar = manedensAr(igjen[0] ?? naa);
  const posteringer = await finnPosteringer(tx, fra, naa);
  return { naa, fra, ar, igjen, posteringer, budsjett: await finnBudsjett(tx, manedAv(ar, 1), manedAv(ar, 12)), gruppeFor: gruppefinner(posteringer) };
}

/**
 * The forecast to year end by what was known at the end of the newest settled month. Reads the sums of the runs, the price
 * book, the budget and sums of the vedtak in force. The rådmann gets small groups put together; `ved` asks by what was known at the
 * end of an earlier settled month. Null when nothing is settled.
 */
export async function hentPrognose(tx: Tx, ved: Maned | null = null): Promise<PrognoseView | null> {
  const avtrykk = await finnPrognoseavtrykk(tx, leggTilManeder(manedFor(iDag()), -HISTORIKK - 12));
  return huskVed(tx.hvem.kommuneId, `prognose/${tx.hvem.rolle}/${ved ?? ''}`, avtrykk, async () => {
    const hittil = await hentHittil(tx, ved);
    return hittil && prognoseAv(tx, hittil);
  });
}

/** The forecast of what is read. */
export async function prognoseAv(tx: Tx, hittil: Hittil): Promise<PrognoseView> {
  const { naa, fra, ar, igjen, posteringer, budsjett: budsjettrader } = hittil;
  const lengst = Math.min(12, igjen.length + Math.max(...SIDEN));
  const rader: Rader = {
    posteringer,
    bestand: await finnBestand(tx, fra, naa, lengst),
    venteliste: await finnVentehistorikk(tx, fra, naa, lengst),
    prisbok: await finnPrisbok(tx, fra, manedAv(ar, 12)),
    budsjett: budsjettrader,
  };
  // The simulation behind the interval takes longer than the reading: it is done anew only when a row is new.
  const avtrykk = createHash('md5').update(JSON.stringify([fra, ar, igjen, rader])).digest('base64');
  return huskVed(tx.hvem.kommuneId, `prognoserader/${tx.hvem.rolle}/${naa}/${fra}`, avtrykk, () => Promise.resolve(regnUt(hittil, rader, tx.hvem.rolle === 'radmann')));
}

/** The forecast of the rows; with small groups put together for the rådmann. */
function regnUt({ naa, fra, ar, gruppeFor }: Hittil, rader: Rader, slaSammen: boolean): PrognoseView {
  const vises = slaSammen ? visesSom(mottakere(rader, gruppeFor, manedAv(ar, 1))) : new Map<string, string>();
  const gruppe = (ordningId: number, komponent: string, egen: string | null): string => {
    const navn = egen ?? gruppeFor(ordningId, komponent);
    return vises.get(navn) ?? navn;
  };
  const grunnlag: Prognosegrunnlag = { fra, linjer: linjene(rader, gruppe), bestand: bestanden(rader.bestand), venteliste: ventelistene(rader.venteliste) };
  const prognose = lagPrognose(grunnlag, naa);
  const budsjett = (navn: string | null): Map<Maned, number> => {
    const egne = rader.budsjett.filter((b) => navn === null || gruppe(b.ordningId, b.komponent, null) === navn);
    return new Map([...Map.groupBy(egne, (b) => b.maned)].map(([maned, rad]) => [maned, rad.reduce((sum, b) => sum + b.belopOre, 0)]));
  };
  return {
    naa,
    ar,
    harBudsjett: rader.budsjett.length > 0,
    sum: rad(prognose.sum, [], budsjett(null)),
    grupper: prognose.grupper.map((g) => rad(g, delNavn(g.gruppe), budsjett(g.gruppe))),
    tidligere: tidligere(grunnlag, naa, ar),
    antallBom: prognose.antallBom,
    snittbomPromille: prognose.snittbomPromille,
    ventelisteOre: prognose.ventelisteOre,
  };
}

/** The fewest recipients a group has had in a month this year; 0 for groups without vedtak behind them. */
function mottakere({ posteringer, bestand }: Rader, gruppeFor: (o: number, k: string) => string, januar: Maned): ReadonlyMap<string, number> {
  const tjenestensGruppe = new Map(posteringer.flatMap((p) => (p.tjeneste !== null && p.gruppe !== null ? [[p.tjeneste, p.gruppe] as const] : [])));
  const perManed = new Map<string, Map<Maned, number>>();
  for (const p of posteringer) {
    const navn = p.gruppe ?? gruppeFor(p.ordningId, p.komponent);
    if (!perManed.has(navn)) perManed.set(navn, new Map());
  }
  for (const b of bestand) {
    const maneder = perManed.get(tjenestensGruppe.get(b.tjeneste) ?? '');
    // A recipient may have two services of a group: the largest service is at most the group.
    if (maneder && b.kjentVed === b.maned && b.maned >= januar) maneder.set(b.maned, Math.max(maneder.get(b.maned) ?? 0, b.antall));
  }
  return new Map([...perManed].map(([navn, maneder]) => [navn, maneder.size === 0 ? 0 : Math.min(...maneder.values())]));
}

function linjene({ posteringer, prisbok }: Rader, gruppe: (o: number, k: string, egen: string | null) => string): Prognoselinje[] {
  const priser = Map.groupBy(prisbok, (p) => `${p.ordningId}/${p.komponent}`);
  return [...Map.groupBy(posteringer, (p) => `${p.ordningId}/${p.komponent}/${p.tjeneste ?? ''}`)].flatMap(([id, rader]) => {
    const [forste] = rader;
    if (!forste) return [];
    const bok = priser.get(`${forste.ordningId}/${forste.komponent}`) ?? [];
    return {
      id,
      gruppe: gruppe(forste.ordningId, forste.komponent, forste.gruppe),
      engang: forste.komponent.startsWith('manuell/'),
      bestand: forste.tjeneste,
      posteringer: rader.map((r): Postering => ({ gjelder: r.gjelder, bokfort: r.bokfort, volum: r.volum, belopOre: r.belopOre })),
      prisbok: new Map(bok.map((p) => [p.maned, p.ore])),
    };
  });
}

function bestanden(rader: readonly Bestandsrad[]): Map<string, Map<string, Bestandstall>> {
  return new Map([...Map.groupBy(rader, (r) => r.tjeneste)].map(([tjeneste, egne]) => [tjeneste, new Map(egne.map((r) => [bestandsnokkel(r.kjentVed, r.maned), r]))]));
}

function ventelistene(rader: readonly Ventehistorikkrad[]): Map<string, Venteliste> {
  return new Map([...Map.groupBy(rader, (r) => r.tjeneste)].map(([tjeneste, egne]) => [tjeneste, new Map(egne.map((r) => [ventenokkel(r.kjentVed, r.maned), r]))]));
}

const trekkFraAlle = (tall: Intervalltall, belop: number): Intervalltall => ({ ore: tall.ore - belop, lavOre: tall.lavOre - belop, hoyOre: tall.hoyOre - belop });

function rad(g: Gruppeprognose, grupper: readonly string[], budsjett: ReadonlyMap<Maned, number>): Prognoserad {
  let hittil = 0;
  const maneder = g.maneder.map((m) => {
    const budsjettOre = budsjett.get(m.maned) ?? 0;
    hittil += budsjettOre;
    return { maned: m.maned, budsjettOre, faktiskOre: m.faktiskOre, prognose: m.prognose, samletAvvik: trekkFraAlle(m.samlet, hittil) };
  });
  return { grupper, hittilOre: g.hittilOre, budsjettOre: hittil, aret: g.aret, avvik: trekkFraAlle(g.aret, hittil), maneder };
}

/** The method asked again with what was known then, for starts that spoke of the same year. */
function tidligere(grunnlag: Prognosegrunnlag, naa: Maned, ar: number): Tidligere[] {
  return SIDEN.flatMap((siden) => {
    const maned = leggTilManeder(naa, -siden);
    if (maned < grunnlag.fra) return [];
    const da = lagPrognose(grunnlag, maned);
    return da.ar === ar ? [{ siden, maned, aret: da.sum.aret }] : [];
  });
}
