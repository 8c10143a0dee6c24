import { arFor } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { registrerMottaker } from '#lib/sak/mottaker-service.ts';
import { insertVirkning, nesteNummer, shortenVirkning } from '#lib/vedtak/vedtak-repo.ts';
import type { Registerrad, RegisterVedtak } from '#lib/oppdrag/domain/register-import.ts';
import { avkortOppdrag, opprettOppdrag } from '#lib/oppdrag/oppdrag-service.ts';
import { tell } from '#lib/oppdrag/register-dom-service.ts';
import * as repo from '#lib/oppdrag/register-import-repo.ts';
import type { Domt } from '#lib/oppdrag/register-import-repo.ts';
import type { Registertall } from '#lib/oppdrag/register-import-view.ts';

/** The recipient of a row: found, or registered; null when the number belongs to one that this account may not see. */
async function mottakerFor(tx: Tx, rad: Registerrad, kjente: Map<string, number>): Promise<number | null> {
  const kjent = kjente.get(rad.fodselsnummer);
  if (kjent !== undefined) return kjent;
  await tx.klient.query('SAVEPOINT mottaker');
  const svar = await registrerMottaker(tx, {
    fornavn: rad.fornavn, etternavn: rad.etternavn, fodselsdato: rad.fodselsdato, fodselsnummer: rad.fodselsnummer, avvikBekreftet: true, adresse: rad.adresse, telefon: rad.telefon,
    sprak: rad.sprak, sone: rad.sone, saksbehandler: null, gradering: rad.gradering, egenAnsatt: false,
  });
  if (!svar.ok) {
    await tx.klient.query('ROLLBACK TO SAVEPOINT mottaker');
    return null;
  }
  kjente.set(rad.fodselsnummer, svar.verdi.mottakerId);
  return svar.verdi.mottakerId;
}

async function nyttVedtak(tx: Tx, v: RegisterVedtak, rad: Registerrad, mottakerId: number, hjemmel: string): Promise<void> {
  const nummer = await nesteNummer(tx, arFor(iDag()));
  const vedtakId = await repo.insertKildevedtak(tx, v, rad, mottakerId, nummer, hjemmel);
  await insertVirkning(tx, { vedtakId, mottakerId, tjeneste: v.tjeneste, omfangNokkel: v.nokkel, fom: v.fom, tom: v.tom, grunn: 'FATTET' });
  await opprettOppdrag(tx, { type: 'VedtakFattet', vedtakId, mottakerId, enhetId: v.enhetId, fom: v.fom, tom: v.tom });
}

async function endretSlutt(tx: Tx, v: RegisterVedtak, rad: Registerrad): Promise<boolean> {
  const kjent = (await repo.findMedKilde(tx, [`${rad.system}|${rad.kildeId}`]))[0];
  if (kjent === undefined || v.tom === null) return false;
  if (!(await shortenVirkning(tx, kjent.virkningId, v.tom, 'REVURDERT'))) return false;
  await avkortOppdrag(tx, { type: 'VedtakAvkortet', vedtakId: kjent.vedtakId, tom: v.tom });
  return true;
}

/** Does what each row was judged to do, and says what became of it. */
export async function taInnRader(tx: Tx, rader: readonly Domt[]): Promise<{ rader: Domt[]; tall: Registertall }> {
  const hjemler = new Map((await repo.findTjenester(tx, iDag())).map((t) => [t.kode, t.hjemmel]));
  const numre = [...new Set(rader.flatMap((r) => (r.innhold === null ? [] : [r.innhold.fodselsnummer])))];
  const kjente = new Map((await repo.findMottakere(tx, numre)).map((m) => [m.nummer, m.id]));
  const ut: Domt[] = [];
  for (const r of rader) {
    if (r.innhold === null || r.utfall === 'RETTES' || r.utfall === 'LIK') {
      ut.push(r);
      continue;
    }
    if (r.utfall === 'ENDRET' && r.vedtak !== null) {
      ut.push((await endretSlutt(tx, r.vedtak, r.innhold)) ? r : { ...r, utfall: 'RETTES', mangler: [...r.mangler, 'ENDRET_OMFANG'] });
      continue;
    }
    const mottakerId = await mottakerFor(tx, r.innhold, kjente);
    if (mottakerId === null) {
      ut.push({ ...r, utfall: 'RETTES', mangler: [...r.mangler, 'UTILGJENGELIG'] });
      continue;
    }
    if (r.vedtak !== null) await nyttVedtak(tx, r.vedtak, r.innhold, mottakerId, hjemler.get(r.vedtak.tjeneste) ?? '');
    ut.push(r);
  }
  return { rader: ut, tall: tell(ut) };
}
