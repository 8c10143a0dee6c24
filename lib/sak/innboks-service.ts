import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { klokkeFor } from '#lib/sak/domain/svarfrist.ts';
import * as repo from '#lib/sak/henvendelse-repo.ts';
import type { Henvendelsen, Henvendelseslinje, Innboksrad, Innbokstall, Innboksvalg, KnyttetVedtak, SendtSvar } from '#lib/sak/henvendelse-view.ts';
import { findKontoer } from '#lib/sak/mottaker-repo.ts';
import { findPerson } from '#lib/sak/sak-repo.ts';
import { apneMappe } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';

export const HENVENDELSER_PER_SIDE = 50;

function medKlokke(linjer: readonly Henvendelseslinje[]): Innboksrad[] {
  const idag = iDag();
  return linjer.map((h) => ({ ...h, klokke: h.status === 'BESVART' ? null : klokkeFor(h, idag) }));
}

export type Innboks = { readonly rader: readonly Innboksrad[]; readonly tall: Innbokstall; readonly antall: number; readonly tjenestenavn: Readonly<Record<string, string>> };

/** The names of the services, as the reader reads them. */
export async function hentTjenestenavn(tx: Tx, sprak: Sprak): Promise<Record<string, string>> {
  return Object.fromEntries((await repo.findTjenester(tx, iDag(), sprak)).map((t) => [t.kode, t.navn]));
}

/** One page of what waits for an answer, the most pressing first. */
export async function hentInnboks(tx: Tx, valg: Innboksvalg, side: number, sprak: Sprak): Promise<Innboks> {
  const idag = iDag();
  const rader = await repo.findInnboks(tx, valg, idag, HENVENDELSER_PER_SIDE, (side - 1) * HENVENDELSER_PER_SIDE);
  const tall = await repo.countInnboks(tx, idag);
  const kjent = { MINE: tall.mine, UFORDELTE: tall.ufordelte, OVER: tall.over, APNE: tall.apne, BESVARTE: (side - 1) * HENVENDELSER_PER_SIDE + rader.length }[valg];
  return { rader: medKlokke(rader.slice(0, HENVENDELSER_PER_SIDE)), tall, antall: kjent, tjenestenavn: await hentTjenestenavn(tx, sprak) };
}

/** A recipient's applications, newest first; through the record's door. */
export async function hentMottakersHenvendelser(tx: Tx, mottakerId: number, sprak: Sprak) {
  const dor = await apneMappe(tx, mottakerId);
  if (dor.type !== 'APEN') return dor;
  return { ...dor, rader: medKlokke(await repo.findForMottaker(tx, mottakerId)), tjenestenavn: await hentTjenestenavn(tx, sprak) };
}

export type Henvendelseside = {
  readonly type: 'APEN';
  readonly h: Henvendelsen & Innboksrad;
  readonly svar: readonly SendtSvar[];
  readonly vedtak: readonly KnyttetVedtak[];
  readonly tjenestenavn: Readonly<Record<string, string>>;
  readonly saksbehandlere: readonly { readonly id: number; readonly navn: string }[];
};

/**
 * One application. A new one that nobody has is read by whoever minds the inbox, and the log says so; one that another
 * has is a look into another's case, and asks for the reason.
 */
export async function apneHenvendelse(tx: Tx, id: number, sprak: Sprak): Promise<Henvendelseside | Exclude<Mappetilgang, { type: 'APEN' }>> {
  const h = await repo.findHenvendelse(tx, id);
  if (!h) return { type: 'FINNES_IKKE' };
  if (h.status === 'NY' && h.kontoId === null) {
    await loggfor(tx, { handling: 'SE_HENVENDELSE', objektType: 'henvendelse', objektId: id, mottakerId: h.mottakerId, grunn: 'Ufordelt i innboksen' });
  } else {
    const dor = await apneMappe(tx, h.mottakerId, 'SE_HENVENDELSE');
    if (dor.type !== 'APEN') return dor;
  }
  const klokke = h.status === 'BESVART' ? null : klokkeFor(h, iDag());
  return {
    type: 'APEN', h: { ...h, klokke }, svar: await repo.findSvar(tx, id), vedtak: await repo.findKnyttede(tx, id), tjenestenavn: await hentTjenestenavn(tx, sprak),
    saksbehandlere: await findKontoer(tx, ['saksbehandler', 'bestillerleder'], iDag()),
  };
}

/** The stored preliminary reply, byte for byte; null when there is none or the door is shut. */
export async function hentSvarPdf(tx: Tx, henvendelseId: number, svarId: number): Promise<Buffer | null> {
  const svar = await repo.findSvarPdf(tx, henvendelseId, svarId);
  if (!svar) return null;
  return (await apneMappe(tx, svar.mottakerId, 'LAST_NED_SVAR')).type === 'APEN' ? svar.pdf : null;
}

/** Whom an application is registered for, and what may be asked for. */
export async function hentHenvendelsesskjema(tx: Tx, mottakerId: number, sprak: Sprak) {
  const person = await findPerson(tx, mottakerId);
  return person === null ? null : { navn: `${person.fornavn} ${person.etternavn}`, fodselsdato: person.fodselsdato, tjenester: await repo.findTjenester(tx, iDag(), sprak) };
}
