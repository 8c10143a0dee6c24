import { createHash } from 'node:crypto';
import { leggTilDager } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { BREVARK } from '#lib/server/pdf/brevark.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { lagForelopigBrev } from '#lib/sak/domain/forelopig-brev.ts';
import { erBesvart, svarfrist } from '#lib/sak/domain/svarfrist.ts';
import * as repo from '#lib/sak/henvendelse-repo.ts';
import type { AvsluttData, FordelData, NyHenvendelseData, SvarData, TaData } from '#lib/sak/henvendelse-schema.ts';
import type { Henvendelsen } from '#lib/sak/henvendelse-view.ts';
import { findKontoer } from '#lib/sak/mottaker-repo.ts';
import { findPerson } from '#lib/sak/sak-repo.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
/** An application is registered at most this long after it came. */
const DAGER_TILBAKE = 400;
const LENGSTE_UTSETTELSE = 366;

/** Registers an application or a referral; the clock starts the day it came. Receiving mail is no look into the record, and is logged. */
export async function registrerHenvendelse(tx: Tx, data: NyHenvendelseData): Svar<{ henvendelseId: number }> {
  const idag = iDag();
  if (!(await findPerson(tx, data.mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  if (data.mottatt > idag) return nei([{ grunn: 'mottattIFremtiden', felt: 'mottatt' }]);
  if (data.mottatt < leggTilDager(idag, -DAGER_TILBAKE)) return nei([{ grunn: 'mottattForLenge', felt: 'mottatt' }]);
  const kjente = new Set((await repo.findTjenester(tx, idag, 'nb')).map((t) => t.kode));
  if (data.tjenester.some((kode) => !kjente.has(kode))) return nei([{ grunn: 'ukjentTjeneste', felt: 'tjenester' }]);
  const henvendelseId = await repo.insertHenvendelse(tx, data, svarfrist(data.mottatt));
  await loggfor(tx, { handling: 'REGISTRER_HENVENDELSE', objektType: 'henvendelse', objektId: henvendelseId, mottakerId: data.mottakerId });
  return ok({ henvendelseId });
}

async function apen(tx: Tx, id: number): Promise<Result<Henvendelsen, readonly Avslag[]>> {
  const h = await repo.findHenvendelse(tx, id, true);
  if (!h) return nei([{ grunn: 'finnesIkke' }]);
  return h.status === 'BESVART' ? nei([{ grunn: 'altBesvart' }]) : ok(h);
}

/** Makes an application one's own. Two who take it at once: the second is told who has it. */
export async function taHenvendelse(tx: Tx, { henvendelseId }: TaData): Svar<null> {
  const h = await apen(tx, henvendelseId);
  if (!h.ok) return h;
  const { kontoId } = tx.hvem;
  if (kontoId === null) return nei([{ grunn: 'finnesIkke' }]);
  if (h.verdi.kontoId !== null && h.verdi.kontoId !== kontoId) return nei([{ grunn: 'altTatt', verdier: { hvem: h.verdi.saksbehandler ?? '–' } }]);
  await repo.assign(tx, henvendelseId, kontoId);
  await loggfor(tx, { handling: 'TA_HENVENDELSE', objektType: 'henvendelse', objektId: henvendelseId, mottakerId: h.verdi.mottakerId });
  return ok(null);
}

/** Gives an application to a caseworker, also one that another has. */
export async function fordelHenvendelse(tx: Tx, { henvendelseId, konto }: FordelData): Svar<null> {
  const h = await apen(tx, henvendelseId);
  if (!h.ok) return h;
  const valgt = (await findKontoer(tx, ['saksbehandler', 'bestillerleder'], iDag())).find((k) => k.id === konto);
  if (!valgt) return nei([{ grunn: 'ukjentKonto', felt: 'konto' }]);
  await repo.assign(tx, henvendelseId, konto);
  await loggfor(tx, { handling: 'TILDEL_HENVENDELSE', objektType: 'henvendelse', objektId: henvendelseId, mottakerId: h.verdi.mottakerId, grunn: valgt.navn });
  return ok(null);
}

/** Only the one who has the application acts on it; whoever leads takes it first. */
function erEgen(tx: Tx, h: Henvendelsen): boolean {
  return h.kontoId === tx.hvem.kontoId;
}

/** Makes the preliminary reply in the recipient's language and keeps it; from then on the clock counts to the day it promises. */
export async function sendForelopigSvar(tx: Tx, { henvendelseId, forventet, grunn }: SvarData): Svar<{ svarId: number }> {
  const idag = iDag();
  const funnet = await apen(tx, henvendelseId);
  if (!funnet.ok) return funnet;
  const h = funnet.verdi;
  if (!erEgen(tx, h)) return nei([{ grunn: 'ikkeDin' }]);
  if (forventet <= idag || forventet > leggTilDager(idag, LENGSTE_UTSETTELSE)) return nei([{ grunn: 'forventetUtenfor', felt: 'forventet' }]);
  const [person, avsender] = [await findPerson(tx, h.mottakerId), await repo.findAvsender(tx, h.mottakerId, idag)];
  if (!person || !avsender) return nei([{ grunn: 'finnesIkke' }]);
  const sprak = person.sprak === 'nn' ? 'nn' : 'nb';
  const kommune = /kommune$/i.test(avsender.kommune) ? avsender.kommune : `${avsender.kommune} kommune`;
  const brev = lagForelopigBrev({
    sprak, kommune, kontor: avsender.kontor ?? kommune, mottaker: { navn: `${person.fornavn} ${person.etternavn}`, adresse: person.gradering === 'UGRADERT' ? person.adresse : null },
    representant: avsender.representant, saksbehandler: avsender.saksbehandler ?? kommune, dato: idag, mottatt: h.mottatt, forventet, henvendelseId, grunn,
  });
  const pdf = lagPdf(BREVARK, { tittel: brev.overskrift, forfatter: kommune, sprak, dato: idag }, brev);
  const svarId = await repo.insertSvar(tx, { henvendelseId, mottakerId: h.mottakerId, sprak, forventet, pdf, sha256: createHash('sha256').update(pdf).digest('hex') });
  await loggfor(tx, { handling: 'FORELOPIG_SVAR', objektType: 'henvendelse', objektId: henvendelseId, mottakerId: h.mottakerId });
  return ok({ svarId });
}

/** Ends an application without a vedtak: answered otherwise, withdrawn, dropped, or sent on; with the reason. */
export async function avsluttHenvendelse(tx: Tx, { henvendelseId, utfall, grunn }: AvsluttData): Svar<null> {
  const h = await apen(tx, henvendelseId);
  if (!h.ok) return h;
  if (!erEgen(tx, h.verdi)) return nei([{ grunn: 'ikkeDin' }]);
  await repo.closeHenvendelse(tx, henvendelseId, iDag(), utfall, grunn);
  await loggfor(tx, { handling: 'AVSLUTT_HENVENDELSE', objektType: 'henvendelse', objektId: henvendelseId, mottakerId: h.verdi.mottakerId, grunn: `${utfall}: ${grunn}` });
  return ok(null);
}

/**
 * A vedtak was issued: it answers the recipient's open applications for that service, and those that name none. An
 * application is closed when every service it asks for has its vedtak. In the transaction of the vedtak.
 */
export async function besvarMedVedtak(tx: Tx, { vedtakId, mottakerId, tjeneste }: { vedtakId: number; mottakerId: number; tjeneste: string }): Promise<void> {
  const idag = iDag();
  for (const h of await repo.findApne(tx, mottakerId, idag)) {
    if (h.type === 'MELDING' || (h.tjenester.length > 0 && !h.tjenester.includes(tjeneste))) continue;
    await repo.linkVedtak(tx, h.id, vedtakId, mottakerId);
    if (erBesvart(h.tjenester, await repo.findVedtatteTjenester(tx, h.id))) await repo.closeHenvendelse(tx, h.id, idag, 'VEDTAK', null);
  }
}
