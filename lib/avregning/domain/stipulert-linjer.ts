import { brok, type Brok, delt, sumBrok } from '#lib/core/brok.ts';
import { leggTilManeder, type Maned } from '#lib/core/maned.ts';
import { sumOre, trekkFra } from '#lib/core/ore.ts';
import type { ManuellLinje, Ordning } from '#lib/avregning/domain/avregning-inn.ts';
import type { Talt } from '#lib/avregning/domain/avregn.ts';
import { gjelderTjeneste } from '#lib/avregning/domain/indeks.ts';
import { belopFor, mal } from '#lib/avregning/domain/mal.ts';
import type { Ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { finnPris, type ManglendePris, prisgruppe } from '#lib/avregning/domain/pris.ts';
import { oppdragsvolum } from '#lib/avregning/domain/volum.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** An approved decision that a unit is paid for this volume of a component in a month, whatever was counted. */
export type Stipulert = { readonly id: number; readonly ordningId: number; readonly enhetId: number; readonly komponent: string; readonly gjelderManed: Maned; readonly volum: Brok };

/** The id of the manual line that carries a decision, in the core's input. */
export function stipulertId(id: number): string {
  return `stipulert-${id}`;
}

/** Whether a component can be stipulated: it has one price in the month, not one by vedtak or level. */
export function kanStipuleres(kilde: Volumkilde): boolean {
  return kilde !== 'NIVA_MANEDSSLUTT' && kilde !== 'KONTRAKT';
}

/** The volume that is proposed: the mean of the three months before, of those that have any; null when none has. */
export function snittvolum(perManed: ReadonlyMap<Maned, Brok>, maned: Maned): Brok | null {
  const funnet = [-3, -2, -1].flatMap((n) => perManed.get(leggTilManeder(maned, n)) ?? []);
  return funnet.length === 0 ? null : delt(sumBrok(funnet), brok(funnet.length));
}

type Rom = Talt & Pick<Ordningsrom, 'maneder' | 'idFor'>;
type Plassert = { readonly s: Stipulert; readonly ordning: string };

function bare(ordninger: readonly Ordning[], plasserte: readonly Plassert[]): Ordning[] {
  const stipulert = new Set(plasserte.map((p) => JSON.stringify([p.ordning, p.s.komponent])));
  return ordninger.map((o) => ({ ...o, fastledd: [], komponenter: o.komponenter.filter((k) => stipulert.has(JSON.stringify([o.id, k.kode]))) }));
}

/**
 * Decisions as manual lines of the core's input. Each is `round(volume × price)` less what the component counts for the
 * unit and month, so that the component and the line together pay exactly the stipulated volume. A price that is missing
 * is answered as the core answers one.
 */
export function stipulerteLinjer(rom: Rom, stipulerte: readonly Stipulert[]): { linjer: ManuellLinje[]; mangler: ManglendePris[] } {
  const plasserte = stipulerte.filter((s) => rom.maneder.includes(s.gjelderManed)).map((s) => ({ s, ordning: rom.idFor(s.ordningId, s.enhetId) }));
  if (plasserte.length === 0) return { linjer: [], mangler: [] };
  const { grunnlag } = rom.indeks;
  const talt = mal({ ...rom.indeks, grunnlag: { ...grunnlag, ordninger: bare(grunnlag.ordninger, plasserte), manuelle: [] } }, rom.opptellinger);
  // The settlement itself finds the same price missing.
  if (!talt.ok) return { linjer: [], mangler: [] };
  const linjer: ManuellLinje[] = [];
  const mangler: ManglendePris[] = [];
  for (const { s, ordning } of plasserte) {
    const enhet = String(s.enhetId);
    const gruppe = prisgruppe(rom.indeks.enheter.get(enhet), s.gjelderManed);
    const komponent = grunnlag.ordninger.find((o) => o.id === ordning)?.komponenter.find((k) => k.kode === s.komponent);
    const pris = komponent ? finnPris(komponent, gruppe, null, s.gjelderManed) : null;
    if (pris === null) {
      mangler.push({ ordning, komponent: s.komponent, gruppe, niva: null, maned: s.gjelderManed });
      continue;
    }
    const tatt = talt.verdi.filter((l) => l.ordning === ordning && l.enhet === enhet && l.komponent === s.komponent && l.gjelderManed === s.gjelderManed);
    linjer.push({ id: stipulertId(s.id), ordning, enhet, gjelderManed: s.gjelderManed, ore: trekkFra(belopFor(s.volum, pris), sumOre(tatt.map((l) => l.belopOre))) });
  }
  return { linjer, mangler };
}

const VEDTATT_KILDE: Partial<Record<Volumkilde, Volumkilde>> = {
  UTFORT_TID: 'VEDTATT_TID',
  UTFORT_TID_MAKS_VEDTATT: 'VEDTATT_TID',
  VEDTATT_TID: 'VEDTATT_TID',
  BESOK: 'VEDTATT_BESOK',
  VEDTATT_BESOK: 'VEDTATT_BESOK',
  UTFORT_ANTALL: 'VEDTATT_ANTALL',
  VEDTATT_ANTALL: 'VEDTATT_ANTALL',
};

/** What is granted at the unit of a component's services in a month; null where the component has no granted volume to go by. */
export function vedtattVolum(rom: Rom, valg: Omit<Stipulert, 'id' | 'volum'>): Brok | null {
  const id = rom.idFor(valg.ordningId, valg.enhetId);
  const ordning = rom.indeks.grunnlag.ordninger.find((o) => o.id === id);
  const komponent = ordning?.komponenter.find((k) => k.kode === valg.komponent);
  const volumkilde = komponent ? VEDTATT_KILDE[komponent.volumkilde] : undefined;
  if (!ordning || !komponent || !volumkilde) return null;
  const plass = { ordning, komponent: { ...komponent, volumkilde } };
  const grupper = rom.indeks.grupper.filter((g) => g.enhet === String(valg.enhetId) && gjelderTjeneste(komponent, g.vedtak.tjeneste));
  return sumBrok(grupper.flatMap((g) => g.oppdrag.map((o) => oppdragsvolum(plass, o, valg.gjelderManed, () => []))));
}
