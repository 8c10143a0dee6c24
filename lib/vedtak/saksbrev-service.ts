import { createHash } from 'node:crypto';
import type { Dato } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { BREVARK } from '#lib/server/pdf/brevark.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe } from '#lib/sak/sak-service.ts';
import { findBrevparter, findBrevtjeneste, findMaler } from '#lib/vedtak/brev-repo.ts';
import type { Brev } from '#lib/vedtak/domain/brev/brev.ts';
import { malFor } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevhode } from '#lib/vedtak/domain/brev/ramme.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import * as repo from '#lib/vedtak/saksbrev-repo.ts';
import type { Saksbrev, Saksbrevslag } from '#lib/vedtak/saksbrev-repo.ts';

export type Gjelder = { readonly mottakerId: number; readonly vedtakId: number; readonly nummer: string; readonly tjeneste: string; /** a day the service exists */ readonly dag: Dato };

/** Sender, receiver and service of a letter about a vedtak, and the template of today. @throws Error when the recipient or service is not the account's to see */
export async function hentBrevhode(tx: Tx, g: Gjelder): Promise<{ readonly hode: Brevhode; readonly mal: Brevmal }> {
  const dato = iDag();
  const parter = await findBrevparter(tx, g.mottakerId, dato);
  const tjeneste = parter && (await findBrevtjeneste(tx, g.tjeneste, g.dag, parter.sprak));
  if (!parter || !tjeneste) throw new Error('brevet lot seg ikke lage: mottakeren eller tjenesten finnes ikke');
  const { sprak, kommune, kontor, mottaker, representant, saksbehandler, leder } = parter;
  return { hode: { sprak, kommune, kontor, mottaker, representant, saksbehandler, leder, nummer: g.nummer, dato, tjeneste }, mal: malFor(dato, await findMaler(tx), STANDARDMAL) };
}

/** Sets the letter as a PDF and keeps both, in the transaction of what it tells. Answers its id. */
export async function lagreSaksbrev(tx: Tx, slag: Saksbrevslag, g: Gjelder, brev: Brev): Promise<number> {
  const pdf = lagPdf(BREVARK, { tittel: `${brev.overskrift} – ${g.nummer}`, forfatter: brev.avsender[0] ?? '', sprak: brev.sprak, dato: iDag() }, brev);
  return repo.insertSaksbrev(tx, { mottakerId: g.mottakerId, vedtakId: g.vedtakId, slag, brev, pdf, sha256: createHash('sha256').update(pdf).digest('hex') });
}

export type Saksbrevside = { readonly type: 'APEN'; readonly brev: Saksbrev; readonly navn: string } | { readonly type: 'KREVER_GRUNN'; readonly mottakerId: number } | { readonly type: 'FINNES_IKKE' };

/** A letter's page: through the record's door, logged. */
export async function apneSaksbrev(tx: Tx, id: number): Promise<Saksbrevside> {
  const brev = await repo.findSaksbrev(tx, id);
  if (!brev) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, brev.mottakerId, 'SE_BREV');
  return dor.type === 'APEN' ? { type: 'APEN', brev, navn: `${dor.person.fornavn} ${dor.person.etternavn}` } : dor;
}

/** The stored PDF byte for byte; null when there is none or the door is shut. Logged. */
export async function hentSaksbrevPdf(tx: Tx, id: number): Promise<{ readonly navn: string; readonly innhold: Buffer } | null> {
  const brev = await repo.findSaksbrev(tx, id);
  if (!brev || (await apneMappe(tx, brev.mottakerId, 'LAST_NED_BREV')).type !== 'APEN') return null;
  const innhold = await repo.findSaksbrevPdf(tx, id);
  return innhold === null ? null : { navn: `${brev.nummer ?? 'brev'}-${brev.slag.toLowerCase()}-${brev.id}.pdf`, innhold };
}
