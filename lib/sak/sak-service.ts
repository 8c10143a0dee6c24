import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { alderVed } from '#lib/sak/domain/alder.ts';
import { maOppgiGrunn } from '#lib/sak/domain/innsyn.ts';
import * as repo from '#lib/sak/sak-repo.ts';
import type { Oppslag, PersonMedAlder, Saksforhold } from '#lib/sak/sak-view.ts';
import type { OppgiGrunnData } from '#lib/sak/sak-schema.ts';

/** The record is open, waits for a reason, or does not exist for this account. */
export type Mappetilgang =
  | { readonly type: 'APEN'; readonly person: PersonMedAlder; readonly erSaksbehandler: boolean; readonly grunn: string | null }
  | { readonly type: 'KREVER_GRUNN'; readonly mottakerId: number }
  | { readonly type: 'FINNES_IKKE' };

/** The door to a recipient's record: who may, whether a reason is needed, and the row in the log that says it was opened. */
export async function apneMappe(tx: Tx, mottakerId: number, hva = 'SE_MOTTAKER'): Promise<Mappetilgang> {
  const person = await repo.findPerson(tx, mottakerId);
  if (!person) return { type: 'FINNES_IKKE' };
  const idag = iDag();
  const tilknytning = await repo.findTilknytning(tx, mottakerId, idag);
  if (maOppgiGrunn(tilknytning)) return { type: 'KREVER_GRUNN', mottakerId };
  const egen = tilknytning.erSaksbehandler || tilknytning.harArbeidetISaken;
  const grunn = egen ? null : tilknytning.grunnIDag;
  await loggfor(tx, { handling: hva, objektType: 'mottaker', objektId: mottakerId, mottakerId, grunn });
  return { type: 'APEN', person: { ...person, alder: alderVed(person.fodselsdato, idag) }, erSaksbehandler: tilknytning.erSaksbehandler, grunn };
}

/** True where the account may work in the record now: it is its own case, or a reason is given today. Asked by what changes the record. */
export async function kanArbeideISaken(tx: Tx, mottakerId: number): Promise<boolean> {
  return !maOppgiGrunn(await repo.findTilknytning(tx, mottakerId, iDag()));
}

/** Remembers why, in the log; the record is open to the account for the rest of the day. */
export async function oppgiGrunn(tx: Tx, data: OppgiGrunnData): Promise<Result<null, readonly Avslag[]>> {
  if (!(await repo.findPerson(tx, data.mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  await loggfor(tx, { handling: 'OPPGI_GRUNN', objektType: 'mottaker', objektId: data.mottakerId, mottakerId: data.mottakerId, grunn: data.grunn });
  return ok(null);
}

/** Facts around the person that the record shows beside the vedtak. */
export async function hentSaksforhold(tx: Tx, mottakerId: number): Promise<Saksforhold> {
  const kontakter = await repo.findKontakter(tx, mottakerId, iDag());
  const behov = await repo.findBehov(tx, mottakerId);
  const henvendelser = await repo.findApneHenvendelser(tx, mottakerId);
  const sist = await repo.findLogg(tx, mottakerId, ['FATT_VEDTAK', 'OPPHOR_VEDTAK'], 5);
  return { kontakter, behov, henvendelser, sist };
}

export const INNSYN_PER_SIDE = 50;

export type Innsyn = Extract<Mappetilgang, { type: 'APEN' }> & { readonly oppslag: readonly Oppslag[]; readonly antall: number };

/** Who has seen the record, newest first; looking at the list is a look too. */
export async function hentInnsyn(tx: Tx, mottakerId: number, side: number): Promise<Innsyn | Exclude<Mappetilgang, { type: 'APEN' }>> {
  const tilgang = await apneMappe(tx, mottakerId, 'SE_INNSYN');
  if (tilgang.type !== 'APEN') return tilgang;
  const oppslag = await repo.findLogg(tx, mottakerId, null, INNSYN_PER_SIDE, (side - 1) * INNSYN_PER_SIDE);
  return { ...tilgang, oppslag, antall: await repo.countLogg(tx, mottakerId) };
}

/** No access list is longer than this in one document. */
export const INNSYN_I_UTSKRIFT = 5000;

/** The whole access list, as it is printed and given to the recipient. The download is a row of the list itself. */
export async function hentInnsynTilUtskrift(tx: Tx, mottakerId: number): Promise<{ readonly person: PersonMedAlder; readonly oppslag: readonly Oppslag[]; readonly antall: number } | null> {
  const tilgang = await apneMappe(tx, mottakerId, 'LAST_NED_INNSYN');
  if (tilgang.type !== 'APEN') return null;
  return { person: tilgang.person, oppslag: await repo.findLogg(tx, mottakerId, null, INNSYN_I_UTSKRIFT), antall: await repo.countLogg(tx, mottakerId) };
}
