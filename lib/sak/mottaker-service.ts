import { randomInt } from 'node:crypto';
import { leggTilDager } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { kanGjore } from '#lib/grunnlag/domain/tilgang.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { erSkjermet, finnEndringer, kanAvslutteTilgang } from '#lib/sak/domain/mottakerdata.ts';
import type { Mottakerdata } from '#lib/sak/domain/mottakerdata.ts';
import { vurderNummer } from '#lib/sak/domain/personnummer.ts';
import * as repo from '#lib/sak/mottaker-repo.ts';
import type { AvsluttKontaktData, AvsluttTilgangData, EndreMottakerData, MottakerFelter, NyKontaktData, NyTilgangData } from '#lib/sak/mottaker-schema.ts';
import type { Mottakervalg, Opplysninger } from '#lib/sak/mottaker-view.ts';
import { findKontakter } from '#lib/sak/sak-repo.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';

const BESTILLERE = ['saksbehandler', 'bestillerleder'] as const;
const SOM_KAN_NAVNGIS = ['saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt'] as const;
const FORSOK = 8;
const HISTORIE = 100;
type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** What the form offers: the zones of the units, the caseworkers; and whether only made-up numbers are taken. */
export async function hentMottakervalg(tx: Tx): Promise<Mottakervalg & { readonly demo: boolean }> {
  return { demo: await repo.erDemo(tx), soner: await repo.findSoner(tx), saksbehandlere: await repo.findKontoer(tx, BESTILLERE, iDag()) };
}

async function tilData(tx: Tx, felter: MottakerFelter): Svar<Mottakerdata> {
  const idag = iDag();
  if (felter.fodselsdato > idag) return nei([{ grunn: 'fodtIFremtiden', felt: 'fodselsdato' }]);
  const nummer = vurderNummer(felter.fodselsnummer, felter.fodselsdato, await repo.erDemo(tx), felter.avvikBekreftet);
  if (!nummer.ok) return nei([{ grunn: nummer.feil, felt: 'fodselsnummer' }]);
  const { avvikBekreftet: _bekreftet, saksbehandler, ...resten } = felter;
  if (saksbehandler !== null && !(await repo.findKontoer(tx, BESTILLERE, idag)).some((k) => k.id === saksbehandler)) return nei([{ grunn: 'ukjentSaksbehandler', felt: 'saksbehandler' }]);
  return ok({ ...resten, fodselsnummer: nummer.verdi.nummer, saksbehandlerId: saksbehandler });
}

/** The account that shields and the caseworker of the case are the first that may see. */
async function navngiForste(tx: Tx, mottakerId: number, saksbehandlerId: number | null): Promise<void> {
  const { kontoId } = tx.hvem;
  if (kontoId === null) return;
  await repo.insertTilgang(tx, mottakerId, kontoId, iDag(), null, 'Satte skjermingen', null);
  if (saksbehandlerId !== null && saksbehandlerId !== kontoId) await repo.insertTilgang(tx, mottakerId, saksbehandlerId, iDag(), null, 'Saksbehandler i saken', kontoId);
}

/** Registers a recipient under a pseudonym drawn by lot. A shielded one is seen by the writer and the caseworker until others are named. */
export async function registrerMottaker(tx: Tx, felter: MottakerFelter): Svar<{ mottakerId: number }> {
  const lest = await tilData(tx, felter);
  if (!lest.ok) return lest;
  const data = lest.verdi;
  const skjermet = erSkjermet(data);
  let mottakerId: number | null = null;
  for (let i = 0; i < FORSOK && mottakerId === null; i += 1) mottakerId = await repo.insertMottaker(tx, `M-${randomInt(100_000, 1_000_000)}`, data, skjermet);
  if (mottakerId === null) throw new Error('fant ikke et ledig pseudonym');
  if (skjermet) await navngiForste(tx, mottakerId, data.saksbehandlerId);
  if (!(await repo.insertIdentitet(tx, mottakerId, data))) return nei([{ grunn: 'nummerIBruk', felt: 'fodselsnummer' }]);
  await repo.insertHistorie(tx, mottakerId, [{ felt: 'registrert', fra: null, til: null }]);
  await loggfor(tx, { handling: 'REGISTRER_MOTTAKER', objektType: 'mottaker', objektId: mottakerId, mottakerId });
  return ok({ mottakerId });
}

/** Changes what is registered, with each field's old and new value in the history. */
export async function endreMottaker(tx: Tx, { mottakerId, sisteEndring, ...felter }: EndreMottakerData): Svar<null> {
  const fra = await repo.findData(tx, mottakerId, true);
  if (!fra) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const siste = await repo.findSisteEndring(tx, mottakerId);
  if ((siste?.id ?? 0) !== sisteEndring) return nei([{ grunn: 'endretAvAnnen', verdier: { hvem: siste?.hvem ?? '–' } }]);
  const lest = await tilData(tx, felter);
  if (!lest.ok) return lest;
  const til = lest.verdi;
  const endringer = finnEndringer(fra, til);
  if (endringer.length === 0) return ok(null);
  if (til.fodselsnummer !== fra.fodselsnummer && (await repo.erNummerIBruk(tx, til.fodselsnummer, mottakerId))) return nei([{ grunn: 'nummerIBruk', felt: 'fodselsnummer' }]);
  const [var_, er] = [erSkjermet(fra), erSkjermet(til)];
  if (var_ && !er) await repo.updateIdentitet(tx, mottakerId, til);
  await repo.updateMottaker(tx, mottakerId, til, er);
  if (er && !var_) await navngiForste(tx, mottakerId, til.saksbehandlerId);
  if (!var_ || er) await repo.updateIdentitet(tx, mottakerId, til);
  await repo.insertHistorie(tx, mottakerId, endringer);
  await loggfor(tx, { handling: 'ENDRE_MOTTAKER', objektType: 'mottaker', objektId: mottakerId, mottakerId, grunn: endringer.map((e) => e.felt).join(', ') });
  return ok(null);
}

/** Adds next of kin, a guardian or a proxy. */
export async function leggTilKontakt(tx: Tx, data: NyKontaktData): Svar<null> {
  if (!(await repo.findData(tx, data.mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, data.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  if (data.tom !== null && data.tom < iDag()) return nei([{ grunn: 'tomPassert', felt: 'tom' }]);
  await repo.insertKontakt(tx, data);
  await repo.insertHistorie(tx, data.mottakerId, [{ felt: data.rolle, fra: null, til: data.navn }]);
  await loggfor(tx, { handling: 'ENDRE_MOTTAKER', objektType: 'mottaker', objektId: data.mottakerId, mottakerId: data.mottakerId, grunn: data.rolle });
  return ok(null);
}

/** Ends a contact from today; it is kept. */
export async function avsluttKontakt(tx: Tx, { mottakerId, kontaktId }: AvsluttKontaktData): Svar<null> {
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const kontakt = await repo.endKontakt(tx, mottakerId, kontaktId, leggTilDager(iDag(), -1));
  if (!kontakt) return nei([{ grunn: 'ukjentKontakt' }]);
  await repo.insertHistorie(tx, mottakerId, [{ felt: kontakt.rolle, fra: kontakt.navn, til: null }]);
  await loggfor(tx, { handling: 'ENDRE_MOTTAKER', objektType: 'mottaker', objektId: mottakerId, mottakerId, grunn: kontakt.rolle });
  return ok(null);
}

/** Names an account that may see a shielded recipient. The database refuses one who is not named. */
export async function giTilgang(tx: Tx, { mottakerId, konto, grunn, tom }: NyTilgangData): Svar<null> {
  const idag = iDag();
  if (!(await repo.findData(tx, mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  if (konto === tx.hvem.kontoId) return nei([{ grunn: 'egenTilgang', felt: 'konto' }]);
  if (tom !== null && tom < idag) return nei([{ grunn: 'tomPassert', felt: 'tom' }]);
  const valgt = (await repo.findKontoer(tx, SOM_KAN_NAVNGIS, idag)).find((k) => k.id === konto);
  if (!valgt) return nei([{ grunn: 'ukjentKonto', felt: 'konto' }]);
  await repo.insertTilgang(tx, mottakerId, konto, idag, tom, grunn, tx.hvem.kontoId);
  await repo.insertHistorie(tx, mottakerId, [{ felt: 'tilgang', fra: null, til: valgt.navn }]);
  await loggfor(tx, { handling: 'NAVNGI_MOTTAKERTILGANG', objektType: 'konto', objektId: konto, mottakerId, grunn });
  return ok(null);
}

/** Takes a name off the list from today. Somebody must be left. */
export async function avsluttTilgang(tx: Tx, { mottakerId, kontoId }: AvsluttTilgangData): Svar<null> {
  const idag = iDag();
  if (!(await repo.findData(tx, mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  const navngitte = await repo.findNavngitte(tx, mottakerId, idag);
  const en = navngitte.find((n) => n.kontoId === kontoId);
  if (!en) return nei([{ grunn: 'ukjentKonto' }]);
  if (!kanAvslutteTilgang(navngitte, kontoId)) return nei([{ grunn: 'sisteNavngitte' }]);
  // The row is written while the account is still named: its own name is the last it takes away.
  await repo.insertHistorie(tx, mottakerId, [{ felt: 'tilgang', fra: en.navn, til: null }]);
  await loggfor(tx, { handling: 'AVSLUTT_MOTTAKERTILGANG', objektType: 'konto', objektId: kontoId, mottakerId });
  await repo.endTilgang(tx, mottakerId, kontoId, leggTilDager(idag, -1));
  return ok(null);
}

/** The person's facts, contacts, the named and the history; through the record's door. */
export async function hentOpplysninger(tx: Tx, mottakerId: number): Promise<({ type: 'APEN' } & Opplysninger) | Exclude<Mappetilgang, { type: 'APEN' }>> {
  const dor = await apneMappe(tx, mottakerId, 'SE_OPPLYSNINGER');
  if (dor.type !== 'APEN') return dor;
  const idag = iDag();
  const data = await repo.findData(tx, mottakerId);
  if (!data) return { type: 'FINNES_IKKE' };
  const { rolle } = tx.hvem;
  const navngir = rolle !== 'system' && rolle !== 'api' && kanGjore(rolle, 'NAVNGI_MOTTAKERTILGANG') && dor.person.skjermet;
  const navngitte = dor.person.skjermet ? await repo.findNavngitte(tx, mottakerId, idag) : [];
  const har = new Set(navngitte.map((n) => n.kontoId));
  return {
    type: 'APEN',
    person: dor.person,
    data,
    valg: await hentMottakervalg(tx),
    kontakter: await findKontakter(tx, mottakerId, idag),
    navngitte,
    kanNavngis: navngir ? (await repo.findKontoer(tx, SOM_KAN_NAVNGIS, idag)).filter((k) => !har.has(k.id) && k.id !== tx.hvem.kontoId) : [],
    historie: await repo.findHistorie(tx, mottakerId, HISTORIE),
    sisteEndring: (await repo.findSisteEndring(tx, mottakerId))?.id ?? 0,
  };
}
