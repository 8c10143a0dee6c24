import { avrundTilTall, type Brok, brok, ganger, minus, NULL_BROK, pluss } from '#lib/core/brok.ts';
import { type Dato, dagerMellom, senest } from '#lib/core/dato.ts';
import { leggTilManeder, type Maned, manedFor, manederMellom, periodeFor } from '#lib/core/maned.ts';
import { type Ore, ore } from '#lib/core/ore.ts';
import { inneholder, snitt } from '#lib/core/periode.ts';
import { type Omfang, omfangNokkel } from '#lib/vedtak/domain/omfang.ts';
import { dekketOmfang } from '#lib/vedtak/domain/vedtakspris.ts';
import type { Arspris, Lopende, Oppdragsdel } from './bundet.ts';
import { strengere } from './revurdering.ts';

/** What is tried: stricter granting of some services, fewer or more recipients, another price; from a day, in over some months. */
export type Tiltak = {
  readonly tjenester: readonly string[];
  /** thousandths less of each extent that can be measured, 0–1000 */
  readonly promille: number;
  /** − so many recipients fewer (those with the least help), + so many more (at the mean) */
  readonly mottakere: number;
  /** thousandths less paid for what is granted */
  readonly prisPromille: number;
  readonly fra: Dato;
  /** the effect comes in equal steps over so many months, at least 1 */
  readonly overManeder: number;
};

/** MINDRE: a smaller extent; SLUTT: not granted; NY: one more recipient; PRIS: touched by the price only. */
export type Slag = 'MINDRE' | 'SLUTT' | 'NY' | 'PRIS';

/** One order's part of a vedtak, or one new recipient. Whole øre, − is less cost. */
export type Tiltaksrad = {
  /** null for a new recipient, who has none */
  readonly vedtak: Lopende | null;
  readonly tjeneste: string | null;
  readonly enhetId: number | null;
  readonly slag: Slag;
  /** change in granted minutes a week; 0 for what is not granted by the hour */
  readonly minutterPerUke: Brok;
  readonly tildelingPerManed: readonly Ore[];
  readonly prisPerManed: readonly Ore[];
  readonly ore: Ore;
};

export type Tiltaksregning = {
  readonly maneder: readonly Maned[];
  readonly rader: readonly Tiltaksrad[];
  /** per month, of the rows: granting and price */
  readonly perManed: readonly Ore[];
  readonly ore: Ore;
  /** vedtak of the services that a price is missing for: never counted as 0 */
  readonly utenPris: number;
  /** vedtak of the services whose extent is a level, a place or a contract, and cannot be made so much less */
  readonly utenMengde: number;
};

/** The twelve months from the one the measure starts in. */
export function tolvManeder(fra: Dato): Maned[] {
  return Array.from({ length: 12 }, (_, i) => leggTilManeder(manedFor(fra), i));
}

const minutterI = (omfang: Omfang): Brok => (omfang.type === 'TIMER' ? brok(omfang.minutter, omfang.perUker) : NULL_BROK);

/** A part of a vedtak with what it costs a year now; the price is known. */
type Del = { readonly vedtak: Lopende; readonly del: Oppdragsdel; readonly dekket: Omfang; readonly arOre: number };

/** Parts that are paid for, and the vedtak that a price is missing for. */
function priset(vedtak: readonly Lopende[], arspris: Arspris): { readonly deler: readonly Del[]; readonly utenPris: number } {
  let utenPris = 0;
  const deler = vedtak.flatMap((v): Del[] => {
    const egne = v.deler.map((del) => ({ vedtak: v, del, dekket: dekketOmfang(v.omfang, del.egneBand, del.andresBand) }));
    const ut = egne.map((d) => ({ ...d, arOre: arspris(d.del.enhetId, v.tjeneste, d.dekket) }));
    if (ut.some((d) => d.arOre === 'MANGLER')) {
      utenPris += 1;
      return [];
    }
    return ut.flatMap((d) => (typeof d.arOre === 'number' ? [{ ...d, arOre: d.arOre }] : []));
  });
  return { deler, utenPris };
}

/** The recipients with the least help on the day, by what it costs; those with the same in the order they came. */
function minstHjelp(deler: readonly Del[], fra: Dato, antall: number): ReadonlySet<string> {
  const perMottaker = new Map<string, number>();
  for (const d of deler) if (inneholder(d.del, fra)) perMottaker.set(d.vedtak.pseudonym, (perMottaker.get(d.vedtak.pseudonym) ?? 0) + d.arOre);
  return new Set([...perMottaker].toSorted((a, b) => a[1] - b[1]).slice(0, antall).map(([hvem]) => hvem));
}

/** Share of the full effect in each month: equal steps from the month of the start. */
const trapp = (maneder: readonly Maned[], { fra, overManeder }: Tiltak): Brok[] =>
  maneder.map((m) => {
    const trinn = manederMellom(manedFor(fra), m) + 1;
    return trinn <= 0 ? NULL_BROK : brok(Math.min(trinn, overManeder), overManeder);
  });

/** Days of each month that a part is in force from the start on. */
function dager(del: Oppdragsdel, fra: Dato, maneder: readonly Maned[]): number[] {
  return maneder.map((m) => {
    const felles = snitt({ fom: senest(del.fom, fra), tom: del.tom }, periodeFor(m));
    return felles === null || felles.tom === null ? 0 : dagerMellom(felles.fom, felles.tom) + 1;
  });
}

const iMnd = (arOre: number, dager: number, andel: Brok): number => avrundTilTall(ganger(brok(arOre * dager, 365), andel));
const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);

type Utregning = { readonly tiltak: Tiltak; readonly maneder: readonly Maned[]; readonly andeler: readonly Brok[] };

/** A row of the yearly price before and after; the price measure is taken of what is left after the granting. */
function lagRad(u: Utregning, hva: Pick<Tiltaksrad, 'vedtak' | 'tjeneste' | 'enhetId' | 'slag' | 'minutterPerUke'>, arFor: number, arEtter: number, antallDager: readonly number[]): Tiltaksrad {
  const tildeling = antallDager.map((d, i) => iMnd(arEtter - arFor, d, u.andeler[i] ?? NULL_BROK));
  const igjen = antallDager.map((d, i) => avrundTilTall(brok(arFor * d, 365)) + (tildeling[i] ?? 0));
  const pris = igjen.map((belop) => avrundTilTall(brok(-belop * u.tiltak.prisPromille, 1000)));
  return { ...hva, tildelingPerManed: tildeling.map((b) => ore(b)), prisPerManed: pris.map((b) => ore(b)), ore: ore(sum(tildeling) + sum(pris)) };
}

function delrader(u: Utregning, deler: readonly Del[], arspris: Arspris): Tiltaksrad[] {
  const ute = u.tiltak.mottakere < 0 ? minstHjelp(deler, u.tiltak.fra, -u.tiltak.mottakere) : new Set<string>();
  return deler.flatMap(({ vedtak, del, dekket, arOre }): Tiltaksrad[] => {
    const antallDager = dager(del, u.tiltak.fra, u.maneder);
    if (antallDager.every((d) => d === 0)) return [];
    const felles = { vedtak, tjeneste: vedtak.tjeneste, enhetId: del.enhetId };
    if (ute.has(vedtak.pseudonym)) return [lagRad(u, { ...felles, slag: 'SLUTT', minutterPerUke: minus(NULL_BROK, minutterI(dekket)) }, arOre, 0, antallDager)];
    const ny = dekketOmfang(strengere(vedtak.omfang, u.tiltak.promille), del.egneBand, del.andresBand);
    const mindre = omfangNokkel(ny) !== omfangNokkel(dekket);
    if (!mindre && u.tiltak.prisPromille === 0) return [];
    const etter = mindre ? arspris(del.enhetId, vedtak.tjeneste, ny) : arOre;
    return [lagRad(u, { ...felles, slag: mindre ? 'MINDRE' : 'PRIS', minutterPerUke: minus(minutterI(ny), minutterI(dekket)) }, arOre, typeof etter === 'number' ? etter : arOre, antallDager)];
  });
}

/** New recipients at the mean of those in force on the day. */
function nye(u: Utregning, deler: readonly Del[]): Tiltaksrad[] {
  const iKraft = deler.filter((d) => inneholder(d.del, u.tiltak.fra));
  const antall = new Set(iKraft.map((d) => d.vedtak.pseudonym)).size;
  if (u.tiltak.mottakere <= 0 || antall === 0) return [];
  const snittOre = avrundTilTall(brok(sum(iKraft.map((d) => d.arOre)), antall));
  const minutter = ganger(iKraft.reduce((a, d) => pluss(a, minutterI(d.dekket)), NULL_BROK), brok(1, antall));
  const hele: Oppdragsdel = { fom: u.tiltak.fra, tom: null, enhetId: 0, egneBand: [], andresBand: [] };
  const igjen = brok(1000 - u.tiltak.promille, 1000);
  const rad = lagRad(u, { vedtak: null, tjeneste: null, enhetId: null, slag: 'NY', minutterPerUke: ganger(minutter, igjen) }, 0, avrundTilTall(ganger(brok(snittOre), igjen)), dager(hele, u.tiltak.fra, u.maneder));
  return Array.from({ length: u.tiltak.mottakere }, () => rad);
}

/**
 * The measure worked out vedtak by vedtak over the months, at the prices given: each row's month is rounded once (half away from
 * zero), and every sum is of the rows. Vedtak count with their known ends; nothing is said of those that come later.
 * Shape of the question is ECON 4.3. @throws RangeError outside 0–1000 thousandths or fewer than one month.
 */
export function regnTiltak(vedtak: readonly Lopende[], arspris: Arspris, tiltak: Tiltak, maneder: readonly Maned[]): Tiltaksregning {
  for (const p of [tiltak.promille, tiltak.prisPromille]) if (!Number.isInteger(p) || p < 0 || p > 1000) throw new RangeError(`${p} tusendeler`);
  if (!Number.isInteger(tiltak.overManeder) || tiltak.overManeder < 1) throw new RangeError(`gradvis over ${tiltak.overManeder} måneder`);
  const valgte = vedtak.filter((v) => tiltak.tjenester.includes(v.tjeneste));
  const { deler, utenPris } = priset(valgte, arspris);
  const u: Utregning = { tiltak, maneder, andeler: trapp(maneder, tiltak) };
  const rader = [...delrader(u, deler, arspris), ...nye(u, deler)];
  const perManed = maneder.map((_, i) => ore(sum(rader.map((r) => (r.tildelingPerManed[i] ?? 0) + (r.prisPerManed[i] ?? 0)))));
  return { maneder, rader, perManed, ore: ore(sum(perManed)), utenPris, utenMengde: valgte.filter((v) => v.omfang.type !== 'TIMER' && v.omfang.type !== 'ANTALL').length };
}
