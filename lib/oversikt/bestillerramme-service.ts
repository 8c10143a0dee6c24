import { forsteDag, type Maned, manedAv, manederFraTil, manedFor, neste, sisteDag } from '#lib/core/maned.ts';
import type { Dato } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findPrisgrunnlag, prisnokkel } from '#lib/vedtak/pris-repo.ts';
import type { Bestillerramme, Bundetrad, Igjen, Rammegruppe, Rammemaned, Rammerad, Rammetall } from './bestillerramme-view.ts';
import { findLeddnavn, findLopende, findTjenestegrupper, type Tjenestegruppe } from './bundet-repo.ts';
import { type Arspris, arsprisFra, type Bundet, bundetAv, type Lopende } from './domain/bundet.ts';
import { tolvManeder } from './domain/tiltak.ts';
import { hentHittil, type Hittil, prognoseAv } from './prognose-service.ts';
import type { PrognoseView } from './prognose-view.ts';

export type Ett = { readonly vedtak: Lopende; readonly bundet: Bundet };
/** All that the frame is made of, read once. */
export type Rammegrunnlag = Omit<Hittil, 'fra'> & { readonly historikkFra: Maned; readonly tjenester: ReadonlyMap<string, Tjenestegruppe>; readonly vedtak: readonly Ett[]; readonly arspris: Arspris; /** also those that begin after year end */ readonly lopende: readonly Lopende[]; /** first day that what is granted anew could begin */ readonly fra: Dato; readonly maneder: readonly Maned[] };

const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);
const sumAv = <T>(rader: readonly T[], velg: (rad: T) => number): number => sum(rader.map(velg));
const ANNET = 'annet';

/** Budget, ledger and the vedtak in force to year end, each priced. Null when no month is settled. */
export async function hentRammegrunnlag(tx: Tx, sprak: Sprak): Promise<Rammegrunnlag | null> {
  const hittil = await hentHittil(tx);
  if (hittil === null) return null;
  const tjenester = new Map((await findTjenestegrupper(tx, sprak)).map((t) => [t.kode, t]));
  const priser = await findPrisgrunnlag(tx, iDag(), sprak);
  const arspris = arsprisFra((enhetId, tjeneste) => priser[prisnokkel(enhetId, tjeneste)] ?? []);
  const forste = hittil.igjen[0] ?? hittil.naa;
  const slutt = sisteDag(manedAv(hittil.ar, 12));
  const nestemaned = neste(manedFor(iDag()));
  const fra = forsteDag(nestemaned > forste ? nestemaned : forste);
  const maneder = tolvManeder(fra);
  const sist = sisteDag(maneder.at(-1) ?? forste);
  const lopende = await findLopende(tx, forsteDag(forste), sist > slutt ? sist : slutt);
  const vedtak = lopende.filter((v) => v.fom <= slutt).map((v) => ({ vedtak: v, bundet: bundetAv(v, arspris, hittil.igjen) }));
  return { ...hittil, historikkFra: hittil.fra, tjenester, arspris, lopende, fra, maneder, vedtak };
}

const oreAv = ({ bundet }: Ett): number => (bundet.type === 'BUNDET' ? bundet.ore : 0);
const bundetI = ({ bundet }: Ett, i: number): number => (bundet.type === 'BUNDET' ? (bundet.perManed[i] ?? 0) : 0);
const gruppeAv = (g: Rammegrunnlag, kode: string): string => g.tjenester.get(kode)?.gruppe ?? ANNET;
const utenPris = (rader: readonly Ett[]): number => rader.filter((r) => r.bundet.type === 'MANGLER_PRIS').length;

/** The ledger of the year by the group each line is counted in, as the forecast counts it. */
function bokfort(g: Rammegrunnlag, gruppe: string | null) {
  const januar = manedAv(g.ar, 1);
  return g.posteringer.filter((p) => p.gjelder >= januar && (gruppe === null || (p.gruppe ?? g.gruppeFor(p.ordningId, p.komponent)) === gruppe));
}

function budsjettert(g: Rammegrunnlag, gruppe: string | null) {
  return g.budsjett.filter((b) => gruppe === null || g.gruppeFor(b.ordningId, b.komponent) === gruppe);
}

function tall(g: Rammegrunnlag, gruppe: string | null): Rammetall {
  const budsjettOre = sumAv(budsjettert(g, gruppe), (b) => b.belopOre);
  const bruktOre = sumAv(bokfort(g, gruppe), (p) => p.belopOre);
  const bundetOre = sumAv(iGruppe(g, gruppe), oreAv);
  return { budsjettOre, bruktOre, bundetOre, igjenOre: budsjettOre - bruktOre - bundetOre };
}

const iGruppe = (g: Rammegrunnlag, gruppe: string | null): readonly Ett[] => (gruppe === null ? g.vedtak : g.vedtak.filter((e) => gruppeAv(g, e.vedtak.tjeneste) === gruppe));

function gruppene(g: Rammegrunnlag, prognose: PrognoseView | null): Rammerad[] {
  const navn = new Set([
    ...(prognose?.grupper ?? []).flatMap((p) => p.grupper),
    ...bokfort(g, null).map((p) => p.gruppe ?? g.gruppeFor(p.ordningId, p.komponent)),
    ...g.budsjett.map((b) => g.gruppeFor(b.ordningId, b.komponent)),
    ...g.vedtak.filter((e) => oreAv(e) !== 0 || e.bundet.type === 'MANGLER_PRIS').map((e) => gruppeAv(g, e.vedtak.tjeneste)),
  ]);
  return [...navn].map((gruppe) => ({
    gruppe,
    ...tall(g, gruppe),
    prognoseOre: prognose?.grupper.find((p) => p.grupper.length === 1 && p.grupper[0] === gruppe)?.aret.ore ?? null,
    utenPris: utenPris(iGruppe(g, gruppe)),
  }));
}

function manedene(g: Rammegrunnlag, prognose: PrognoseView): Rammemaned[] {
  return manederFraTil(manedAv(g.ar, 1), manedAv(g.ar, 12)).map((maned, nr): Rammemaned => {
    const frem = g.igjen.indexOf(maned);
    return {
      maned,
      budsjettOre: sumAv(g.budsjett.filter((b) => b.maned === maned), (b) => b.belopOre),
      bruktOre: frem >= 0 ? null : sumAv(g.posteringer.filter((p) => p.gjelder === maned), (p) => p.belopOre),
      bundetOre: frem < 0 ? null : sumAv(g.vedtak, (e) => bundetI(e, frem)),
      prognoseOre: prognose.sum.maneder[nr]?.prognose?.ore ?? null,
    };
  });
}

/** The frame with its forecast: the same rows as `/prognose` and `/oversikt` read. */
export async function lagBestillerramme(tx: Tx, g: Rammegrunnlag): Promise<Bestillerramme> {
  const prognose = await prognoseAv(tx, { ...g, fra: g.historikkFra });
  return {
    naa: g.naa, ar: g.ar, igjen: g.igjen, harBudsjett: g.budsjett.length > 0,
    sum: { ...tall(g, null), prognoseOre: prognose.sum.aret.ore },
    grupper: gruppene(g, prognose), maneder: manedene(g, prognose), utenPris: utenPris(g.vedtak),
  };
}

/** What is left per group, without the forecast: for beside the form of a vedtak. Null without a budget. */
export async function hentIgjen(tx: Tx, sprak: Sprak): Promise<Igjen | null> {
  const g = await hentRammegrunnlag(tx, sprak);
  return g === null || g.budsjett.length === 0 ? null : { naa: g.naa, ar: g.ar, grupper: gruppene(g, null), utenPris: utenPris(g.vedtak) };
}

/** What a group's figures are made of; null for a group that is not there. */
export async function hentRammegruppe(tx: Tx, gruppe: string, sprak: Sprak): Promise<{ readonly gruppe: Rammegruppe; readonly vedtak: readonly Bundetrad[] } | null> {
  const g = await hentRammegrunnlag(tx, sprak);
  if (g === null) return null;
  const prognose = await prognoseAv(tx, { ...g, fra: g.historikkFra });
  const rad = gruppene(g, prognose).find((r) => r.gruppe === gruppe);
  if (rad === undefined) return null;
  const navn = new Map((await findLeddnavn(tx, sprak)).map((l) => [`${l.ordningId}/${l.komponent}`, l]));
  const leddet = (nokkel: string) => ({ ordning: navn.get(nokkel)?.ordning ?? '', ledd: navn.get(nokkel)?.navn ?? nokkel.slice(nokkel.indexOf('/') + 1) });
  const budsjett = [...Map.groupBy(budsjettert(g, gruppe), (b) => `${b.ordningId}/${b.komponent}`)].map(([nokkel, rader]) => ({ ...leddet(nokkel), ore: sumAv(rader, (r) => r.belopOre) }));
  const brukt = [...Map.groupBy(bokfort(g, gruppe), (p) => `${p.ordningId}/${p.komponent}|${p.tjeneste ?? ''}`)].map(([nokkel, rader]) => {
    const [ledd = '', kode = ''] = nokkel.split('|');
    return { ...leddet(ledd), tjeneste: kode === '' ? null : (g.tjenester.get(kode)?.navn ?? kode), ore: sumAv(rader, (r) => r.belopOre) };
  });
  const egne = iGruppe(g, gruppe);
  const bundet = [...Map.groupBy(egne, (e) => e.vedtak.tjeneste)].map(([kode, rader]) => ({ kode, tjeneste: g.tjenester.get(kode)?.navn ?? kode, antall: rader.length, utenPris: utenPris(rader), ore: sumAv(rader, oreAv) }));
  return { gruppe: { rad, budsjett, brukt, bundet, naa: g.naa, ar: g.ar }, vedtak: bundetrader(g, egne) };
}

/** Vedtak by vedtak, by pseudonym. */
export function bundetrader(g: Rammegrunnlag, egne: readonly Ett[] = g.vedtak): Bundetrad[] {
  return egne.map(({ vedtak: v, bundet }) => ({
    vedtakId: v.vedtakId, nummer: v.nummer, pseudonym: v.pseudonym, kode: v.tjeneste, tjeneste: g.tjenester.get(v.tjeneste)?.navn ?? v.tjeneste, fom: v.fom, tom: v.tom, ore: bundet.type === 'BUNDET' ? bundet.ore : null,
  }));
}

/** The list behind what is committed, of a group or of all; null where no month is settled. */
export async function hentRammeliste(tx: Tx, gruppe: string | null, sprak: Sprak): Promise<readonly Bundetrad[] | null> {
  const g = await hentRammegrunnlag(tx, sprak);
  return g === null ? null : bundetrader(g, iGruppe(g, gruppe));
}
