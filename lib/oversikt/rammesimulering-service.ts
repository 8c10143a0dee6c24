import { manedensAr } from '#lib/core/maned.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { hentRammegrunnlag, type Rammegrunnlag } from './bestillerramme-service.ts';
import type { Rammesimulering, Rammevalg, Simuleringsrad, Simuleringssum } from './bestillerramme-view.ts';
import { regnTiltak, type Tiltak, type Tiltaksrad } from './domain/tiltak.ts';

/** Rows of one vedtak, which may have more than one order, become one. */
function perVedtak(g: Rammegrunnlag, rader: readonly Tiltaksrad[], navnFor: (rad: Tiltaksrad, nr: number) => string, tjeneste: string | null): Simuleringsrad[] {
  const iAr = g.maneder.map((m) => manedensAr(m) === g.ar);
  const aret = (r: Tiltaksrad): number => r.tildelingPerManed.reduce((sum, belop, i) => (iAr[i] ? sum + belop : sum), 0);
  const grupper = Map.groupBy(rader.map((rad, nr) => ({ rad, nr })), ({ rad, nr }) => (rad.vedtak === null ? `ny/${nr}` : String(rad.vedtak.vedtakId)));
  return [...grupper.values()].flatMap((deler): Simuleringsrad[] => {
    const [forste] = deler;
    if (!forste) return [];
    const { vedtak } = forste.rad;
    const kode = vedtak?.tjeneste ?? tjeneste ?? '';
    const sum = (velg: (r: Tiltaksrad) => number): number => deler.reduce((til, { rad }) => til + velg(rad), 0);
    return [{ vedtakId: vedtak?.vedtakId ?? null, nummer: vedtak?.nummer ?? '', pseudonym: navnFor(forste.rad, forste.nr), tjeneste: g.tjenester.get(kode)?.navn ?? kode, aretOre: sum(aret), tolvOre: sum((r) => r.ore) }];
  });
}

const summer = (rader: readonly Simuleringsrad[]): Simuleringssum => ({ antall: rader.length, aretOre: rader.reduce((sum, r) => sum + r.aretOre, 0), tolvOre: rader.reduce((sum, r) => sum + r.tolvOre, 0) });

/**
 * What would have been committed from the next month on: every vedtak computed again, and new recipients at the mean of those who
 * have the service. Decides nothing and stores nothing. The sums are the sums of the rows.
 */
export function simulerRamme(g: Rammegrunnlag, valg: Rammevalg, nyMottaker: string): Rammesimulering {
  const felles: Tiltak = { tjenester: valg.tjeneste === null ? [...g.tjenester.keys()] : [valg.tjeneste], promille: 0, mottakere: 0, prisPromille: 0, fra: g.fra, overManeder: 1 };
  const mindre = regnTiltak(g.lopende, g.arspris, { ...felles, promille: valg.strengerePromille }, g.maneder);
  const strengere = perVedtak(g, mindre.rader, (r) => r.vedtak?.pseudonym ?? '', null).filter((r) => r.tolvOre !== 0);
  const flere = valg.nyTjeneste === null ? [] : regnTiltak(g.lopende, g.arspris, { ...felles, tjenester: [valg.nyTjeneste], mottakere: valg.nye }, g.maneder).rader.filter((r) => r.slag === 'NY');
  const nye = perVedtak(g, flere, (_, nr) => `${nyMottaker} ${nr + 1}`, valg.nyTjeneste);
  const rader = [...strengere.toSorted((a, b) => a.tolvOre - b.tolvOre), ...nye];
  return { valg, fra: g.fra, rader, strengere: summer(strengere), nye: summer(nye), sum: summer(rader), utenPris: valg.strengerePromille > 0 ? mindre.utenPris : 0 };
}

/** The same with its own read, for the file. Null where no month is settled. */
export async function hentRammesimulering(tx: Tx, valg: Rammevalg, nyMottaker: string, sprak: Sprak): Promise<Rammesimulering | null> {
  const g = await hentRammegrunnlag(tx, sprak);
  return g === null ? null : simulerRamme(g, valg, nyMottaker);
}
