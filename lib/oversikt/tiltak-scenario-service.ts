import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Tiltak } from './domain/tiltak.ts';
import { skjermTall, type Tiltakstall } from './domain/tiltakstall.ts';
import { findScenarioer, finnesNavn, forkastScenario, lagreScenario } from './tiltak-repo.ts';
import { gjorNoe, hentFelles, PRISNOKKEL, regnEksakt, regnIgjen, tidligste } from './tiltak-service.ts';
import type { Scenario } from './tiltak-view.ts';

type Grunn = { readonly grunn: 'navnFinnes' | 'ingenting' | 'forTidlig' | 'ingenAvregning' | 'finnesIkke'; readonly felt?: string };
type Skjema = { readonly tjenester: string[]; readonly prosent: number; readonly mottakere: number; readonly pris: number; readonly fra: Dato; readonly over: number };

/** The form's words to the measure. */
export function tiltakAv(s: Skjema): Tiltak {
  return { tjenester: s.tjenester, promille: s.prosent, mottakere: s.mottakere, prisPromille: s.pris, fra: s.fra, overManeder: s.over };
}

/** Saves a measure under a name, with its figures and the overrun as they are known now. */
export async function lagreTiltak(tx: Tx, skjema: Skjema & { readonly navn: string }): Promise<Result<{ readonly id: number }, readonly Grunn[]>> {
  const onske = tiltakAv(skjema);
  const feil: Grunn[] = [];
  if (onske.fra < tidligste()) feil.push({ grunn: 'forTidlig', felt: 'fra' });
  if (await finnesNavn(tx, skjema.navn)) feil.push({ grunn: 'navnFinnes', felt: 'navn' });
  if (feil.length > 0) return nei(feil);
  const regnet = await regnEksakt(tx, onske, 'nb');
  if (regnet === null) return nei([{ grunn: 'ingenAvregning' }]);
  if (!gjorNoe(regnet.valg)) return nei([{ grunn: 'ingenting' }]);
  const id = await lagreScenario(tx, skjema.navn, regnet.valg, { ...regnet.tall, gapOre: regnet.gapOre }, naa());
  if (id === null) return nei([{ grunn: 'navnFinnes', felt: 'navn' }]);
  await loggfor(tx, { handling: 'LAGRE_TILTAK', objektType: 'tiltak_scenario', objektId: String(id) });
  return ok({ id });
}

/** Puts a scenario away; it is kept in the log of what was done. */
export async function forkastTiltak(tx: Tx, { id }: { readonly id: number }): Promise<Result<null, readonly Grunn[]>> {
  if ((await forkastScenario(tx, id, naa())) === 0) return nei([{ grunn: 'finnesIkke' }]);
  await loggfor(tx, { handling: 'FORKAST_TILTAK', objektType: 'tiltak_scenario', objektId: String(id) });
  return ok(null);
}

/** Whether the price is a means here, from today. */
export async function lagrePrisvirkemiddel(tx: Tx, { bruk }: { readonly bruk: 'JA' | 'NEI' }): Promise<Result<null, readonly Grunn[]>> {
  await skrivInnstilling(tx, PRISNOKKEL, iDag(), { bruk: bruk === 'JA' });
  await loggfor(tx, { handling: 'SETT_PRISVIRKEMIDDEL', objektType: 'innstilling', objektId: PRISNOKKEL, grunn: bruk });
  return ok(null);
}

/** Scenarios side by side, at most four, each as it was saved and as it is known now. Null when nothing is settled. */
export async function hentScenarioer(tx: Tx, ider: readonly number[], sprak: Sprak): Promise<{ readonly naaGapOre: number; readonly scenarioer: readonly Scenario[] } | null> {
  const f = await hentFelles(tx, sprak);
  if (f === null) return null;
  const linjer = (await findScenarioer(tx)).filter((s) => ider.includes(s.id)).toSorted((a, b) => ider.indexOf(a.id) - ider.indexOf(b.id)).slice(0, 4);
  const scenarioer: Scenario[] = [];
  for (const linje of linjer) {
    const { tall: naaTall, synlig } = await regnIgjen(tx, f, linje);
    const { gapOre, ...da } = linje.tall as Tiltakstall & { gapOre: number };
    const vis = (tall: Tiltakstall): Tiltakstall | null => (tx.hvem.rolle !== 'radmann' ? tall : synlig ? skjermTall({ ...tall, tjenester: [], enheter: [] }) : null);
    scenarioer.push({ id: linje.id, navn: linje.navn, valg: linje.valg as Tiltak, lagret: linje.lagret, gapOre, da: vis(da), naa: vis(naaTall) });
  }
  return { naaGapOre: f.gap?.ore ?? 0, scenarioer };
}
