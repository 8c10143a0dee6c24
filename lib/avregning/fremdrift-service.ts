import { finnKjoring } from '#lib/avregning/avregning-repo.ts';
import { finnForhandsvisning } from '#lib/grunnlag/ordning-forhandsvisning-repo.ts';
import { hentJobb } from '#lib/server/jobb/jobb.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** What a progress bar shows of a job. */
export type Fremdriftsvar = { readonly gjort: number; readonly totalt: number | null; readonly tilstand: 'venter' | 'kjorer' | 'ferdig' | 'feilet' };

/** A job's progress; null when the kommune has no such job. A stopped run has ended as its page tells. */
export async function hentFremdrift(tx: Tx, jobbId: number): Promise<Fremdriftsvar | null> {
  const jobb = await hentJobb(tx, jobbId);
  if (!jobb) return null;
  if (jobb.type === 'FORHANDSVISNING') return forhandsvisningen(tx, Number(jobb.innhold['forhandsvisningId']));
  const kjoring = jobb.type === 'AVREGNING' ? await finnKjoring(tx, Number(jobb.innhold['avregningId'])) : null;
  if (!kjoring) return { gjort: 0, totalt: null, tilstand: jobb.status === 'FERDIG' ? 'ferdig' : jobb.status === 'FEILET' ? 'feilet' : 'venter' };
  switch (kjoring.status) {
    case 'VENTER':
      return { gjort: 0, totalt: null, tilstand: 'venter' };
    case 'KJORER':
      return { gjort: kjoring.gjort, totalt: kjoring.av, tilstand: 'kjorer' };
    case 'FERDIG':
      return { gjort: kjoring.av, totalt: kjoring.av, tilstand: 'ferdig' };
    case 'STOPPET':
      return { gjort: kjoring.gjort, totalt: kjoring.av, tilstand: 'feilet' };
  }
}

async function forhandsvisningen(tx: Tx, id: number): Promise<Fremdriftsvar | null> {
  const f = await finnForhandsvisning(tx, id);
  if (!f) return null;
  const tilstand = { VENTER: 'venter', KJORER: 'kjorer', FERDIG: 'ferdig', STOPPET: 'feilet' } as const;
  return { gjort: f.gjort, totalt: f.status === 'VENTER' ? null : f.maneder.length, tilstand: tilstand[f.status] };
}
