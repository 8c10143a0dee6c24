import { type Maned, manedFor } from '#lib/core/maned.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { KILDE } from '#lib/grunnlag/regnskap-import-repo.ts';
import {
  finnBudsjettrader,
  finnBudsjettsummer,
  finnEnhetsbudsjettrader,
  finnEnhetsbudsjettsummer,
  finnFravarsrader,
  finnFravarssummer,
  finnRegnskapsrader,
  finnRegnskapssummer,
  finnTimerader,
  finnTimesummer,
  type Rad,
} from '#lib/grunnlag/regnskap-repo.ts';
import { type Enhetsmaned, type Holdt, lagHoldt, type Slag, visteManeder, type Vistrad } from '#lib/grunnlag/regnskap-view.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const SUMMER = { REGNSKAP: finnRegnskapssummer, TIMEVERK: finnTimesummer, SYKEFRAVAR: finnFravarssummer, BUDSJETT: finnBudsjettsummer, ENHETSBUDSJETT: finnEnhetsbudsjettsummer } as const;
const RADER = { REGNSKAP: finnRegnskapsrader, TIMEVERK: finnTimerader, SYKEFRAVAR: finnFravarsrader, BUDSJETT: finnBudsjettrader, ENHETSBUDSJETT: finnEnhetsbudsjettrader } as const;
const BUNKE = 10_000;

/** What is held of a kind, per unit and month, the last thirteen. */
export async function hentHoldt(tx: Tx, slag: Slag): Promise<Holdt> {
  const maneder = visteManeder(manedFor(iDag()), slag);
  const [fra, til] = [maneder[0] as Maned, maneder.at(-1) as Maned];
  return lagHoldt(slag, maneder, await finnEnheter(tx), await SUMMER[slag](tx, fra, til));
}

function vist(rad: Rad): Vistrad {
  const [importId, filrad] = rad.kilde === KILDE ? rad.kildeId.split('-').map(Number) : [];
  return { a: rad.a, b: rad.b, volum: rad.volum, prisOre: rad.prisOre, verdi: rad.verdi, kilde: rad.kilde, importId: importId ?? null, filrad: filrad ?? null };
}

/** A unit's rows of a month; null when there is no such unit. */
export async function hentEnhetsmaned(tx: Tx, slag: Slag, enhetId: number, maned: Maned, antall: number, start: number): Promise<Enhetsmaned | null> {
  const enhet = (await finnEnheter(tx)).find((e) => e.id === enhetId);
  if (!enhet) return null;
  const sum = (await SUMMER[slag](tx, maned, maned)).find((c) => c.enhetId === enhetId);
  const rader = await RADER[slag](tx, { fra: maned, til: maned, enhetId, antall, start });
  return { enhetId, navn: enhet.navn, maned, slag, sum: sum?.sum ?? 0, antall: sum?.antall ?? 0, rader: rader.map(vist) };
}

/** Everything held of a kind in a period, for a file, with the units' codes and names. */
export async function hentAltHoldt(tx: Tx, slag: Slag, fra: Maned, til: Maned): Promise<(Vistrad & { maned: Maned; kode: string; navn: string })[]> {
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e]));
  const alt: (Vistrad & { maned: Maned; kode: string; navn: string })[] = [];
  for (let start = 0; ; start += BUNKE) {
    const rader = await RADER[slag](tx, { fra, til, enhetId: null, antall: BUNKE, start });
    for (const rad of rader) alt.push({ ...vist(rad), maned: rad.maned, kode: enheter.get(rad.enhetId)?.kode ?? '', navn: enheter.get(rad.enhetId)?.navn ?? '' });
    if (rader.length < BUNKE) return alt;
  }
}
