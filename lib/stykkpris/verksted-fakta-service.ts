import { brokFraDesimal, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { forrige, periodeFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { INGEN_ORE, leggSammen, ore } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { gjelderIManed } from '#lib/grunnlag/domain/ordning.ts';
import type { Enhetsrad, Ordningsbok, Ordningsrad, Prisrad } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnEnhetsperioder } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Fastleddsum } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { Forslagsslag, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Prisgruppe } from '#lib/stykkpris/domain/regelforslag.ts';
import { standardgruppevalg } from '#lib/stykkpris/domain/standardvalg.ts';
import { finnRegnskapsmaneder } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import type { Volumrad } from '#lib/stykkpris/prisgrunnlag-repo.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A scheme as it is looked at: its choices and the whole scheme book. */
export type Rom = { readonly bok: Ordningsbok; readonly ordning: Ordningsrad; readonly valg: Prisvalg; readonly slag: Forslagsslag };
export type Enhetsfakta = { readonly rad: Enhetsrad; readonly gruppe: string | null; readonly maneder: number };

function overlapper(r: { fomManed: Maned; tomManed: Maned | null }, fom: Maned, tom: Maned): boolean {
  return r.fomManed <= tom && (r.tomManed === null || r.tomManed >= fom);
}

/** Units that the scheme covers in the basis or from the month of the new price, by code. */
export async function finnOrdningsenheter(tx: Tx, { bok, ordning, valg }: Rom): Promise<Enhetsfakta[]> {
  const { grunnlagFom: fom, grunnlagTom: tom, fraManed } = valg;
  const dekket = new Set(bok.dekning.filter((d) => d.ordningId === ordning.id && (overlapper(d, fom, tom) || gjelderIManed(d, fraManed))).map((d) => d.enhetId));
  const perioder = await finnEnhetsperioder(tx);
  const maneder = await finnRegnskapsmaneder(tx, [...dekket], { fom, tom });
  const { fom: forste, tom: siste } = periodeFor(fraManed);
  return (await finnEnheter(tx))
    .filter((e) => dekket.has(e.id))
    .toSorted((a, b) => (a.kode < b.kode ? -1 : 1))
    .map((rad) => ({
      rad,
      gruppe: perioder.find((p) => p.enhetId === rad.id && p.fom <= siste && (p.tom === null || p.tom >= forste))?.gruppe ?? null,
      maneder: maneder.get(rad.id) ?? 0,
    }));
}

function gjeldendePriser({ bok, ordning, valg, slag }: Rom): Prisrad[] {
  const naar = slag === 'FORELOPIG' ? forrige(valg.fraManed) : valg.fraManed;
  return bok.priser.filter((p) => p.ordningId === ordning.id && gjelderIManed(p, naar));
}

/** Groups of the scheme's units and of its prices, with what each pays today and how it is to be priced. */
export function prisgrupper(rom: Rom, koder: readonly string[], enheter: readonly Enhetsfakta[]): Prisgruppe[] {
  const priser = gjeldendePriser(rom);
  const iGrunnlaget = new Set(enheter.filter((e) => e.maneder > 0).map((e) => e.gruppe));
  const alle = new Set([...enheter.flatMap((e) => (e.gruppe === null ? [] : [e.gruppe])), ...priser.map((p) => p.gruppe)]);
  return [...alle]
    .toSorted((a, b) => Number(iGrunnlaget.has(b)) - Number(iGrunnlaget.has(a)) || (a < b ? -1 : 1))
    .map((gruppe) => {
      const egne = priser.filter((p) => p.gruppe === gruppe);
      const pris = (kode: string): Ore | null => {
        const rad = egne.find((p) => p.komponent === kode && p.niva === null);
        return rad ? ore(rad.ore) : null;
      };
      return {
        gruppe,
        valg: rom.valg.grupper[gruppe] ?? standardgruppevalg(iGrunnlaget.has(gruppe)),
        gjeldende: new Map(koder.map((k) => [k, pris(k)])),
        nivaer: egne.flatMap((p) => (p.niva === null ? [] : [{ komponent: p.komponent, niva: p.niva, gjeldendeOre: ore(p.ore) }])),
      };
    });
}

/** Components that a price is set for: contracts carry their own, and levels are priced apart. */
export function priskomponenter(rom: Rom, sprak: Sprak): { kode: string; navn: string; harNivaer: boolean }[] {
  return rom.bok.komponenter
    .filter((k) => k.ordningId === rom.ordning.id && gjelderIManed(k, rom.valg.fraManed) && k.volumkilde !== 'KONTRAKT')
    .map((k) => ({ kode: k.kode, navn: sprak === 'nn' ? k.navnNn : k.navnNb, harNivaer: k.volumkilde === 'NIVA_MANEDSSLUTT' }));
}

/** A unit's volume in the basis, per component. */
export function volumFor(volum: readonly Volumrad[], enhetId: number, koder: readonly string[]): ReadonlyMap<string, Brok> {
  const egne = volum.filter((v) => v.enhetId === enhetId);
  return new Map(koder.map((kode) => [kode, sumBrok(egne.filter((v) => v.komponent === kode).map((v) => brokFraDesimal(v.volum)))]));
}

/** What the scheme's fixed parts have paid each unit in the basis. */
export function fastledd({ bok, ordning }: Rom, volum: readonly Volumrad[], enheter: readonly Enhetsfakta[], sprak: Sprak): Fastleddsum[] {
  const ledd = new Map(bok.fastledd.filter((f) => f.ordningId === ordning.id).map((f) => [f.kode, f]));
  return [...ledd.values()].map((f) => ({
    kode: f.kode,
    navn: sprak === 'nn' ? f.navnNn : f.navnNb,
    arter: f.regler.arter ?? [],
    perEnhet: new Map(enheter.map((e) => [e.rad.kode, volum.filter((v) => v.enhetId === e.rad.id && v.komponent === f.kode).reduce<Ore>((sum, v) => leggSammen(sum, ore(v.belopOre)), INGEN_ORE)])),
  }));
}
