import { createHash } from 'node:crypto';
import { dato } from '#lib/core/dato.ts';
import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';
import type { Klient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Tx, withKommune } from '#lib/server/transaksjon.ts';
import type { Registerrad } from '#lib/oppdrag/domain/register-import.ts';
import { claimRegisterleveranse, findRegisterleveranse, lasRegister, saveRegistersvar } from '#lib/oppdrag/register-api-repo.ts';
import { type ApiRegisterrad, registerradSkjema, type Registerradsvar, type Registersvar } from '#lib/oppdrag/register-api-schema.ts';
import { REGISTERMELDINGER } from '#lib/oppdrag/register-api-view.ts';
import { domLinjer, type Linje } from '#lib/oppdrag/register-dom-service.ts';
import { closeImport, type Domt, findSisteKartlegging, replaceRader } from '#lib/oppdrag/register-import-repo.ts';
import { taInnRader } from '#lib/oppdrag/register-inntak-service.ts';

function tilRad(r: ApiRegisterrad, system: string): Registerrad {
  return {
    fodselsnummer: r.fodselsnummer, fornavn: r.fornavn, etternavn: r.etternavn, fodselsdato: dato(r.fodselsdato), adresse: r.adresse || null, telefon: r.telefon || null, sprak: r.sprak,
    sone: r.sone || null, gradering: r.gradering, system, kildeId: r.kildeId ?? null, tjeneste: r.tjeneste ?? null, enhet: r.enhet ?? null, minutter: r.minutter ?? null, perUker: r.perUker,
    antall: r.antall ?? null, niva: r.niva ?? null, plasstype: r.plasstype ?? null, fom: r.fom === undefined ? null : dato(r.fom), tom: r.tom === undefined ? null : dato(r.tom),
  };
}

/** The rows that can be judged; the others are named by the fields that are wrong. A source id is never a person's number. */
function lesLinjer(sendt: readonly unknown[], system: string): Linje[] {
  return sendt.map((en, i): Linje => {
    const tolket = registerradSkjema.safeParse(en);
    if (!tolket.success) return { rad: i + 1, innhold: null, celler: [...new Set(tolket.error.issues.map((f) => f.path.join('.') || 'raden'))].join(', ') };
    return harPersonnummer(tolket.data.kildeId ?? null) ? { rad: i + 1, innhold: null, celler: 'kildeId' } : { rad: i + 1, innhold: tilRad(tolket.data, system), celler: null };
  });
}

function radsvar(r: Domt): Registerradsvar {
  const mangler = r.mangler.map((kode) => ({ kode, melding: kode === 'CELLE' ? `${REGISTERMELDINGER.CELLE} ${r.celler ?? ''}` : REGISTERMELDINGER[kode] }));
  return { nummer: r.rad - 1, kildeId: r.innhold?.kildeId ?? null, utfall: r.utfall, mangler };
}

async function taImot(tx: Tx, klient: Klient, id: number, sendt: readonly unknown[]): Promise<Registersvar> {
  const { verdier } = await findSisteKartlegging(tx);
  const domt = await domLinjer(tx, lesLinjer(sendt, klient.system), verdier ?? {});
  const { rader, tall } = await taInnRader(tx, domt.rader);
  await replaceRader(tx, id, rader);
  await closeImport(tx, id, 'TATT_INN', tall);
  return { leveranse: id, antall: { ny: tall.NY, endret: tall.ENDRET, lik: tall.LIK, rettes: tall.RETTES }, resultat: rader.map(radsvar) };
}

/**
 * Takes what is new and changed of a register from another system: each row on its own by the rules of a file, all of what is stored in
 * one transaction with its answer. What must be mended is kept for the purchaser's list. The same key with the same content gets the
 * first answer again.
 * @throws Apifeil NOKKEL_BRUKT when the key was used for something else
 */
export async function taImotRegister(klient: Klient, nokkel: string, innhold: string, sendt: readonly unknown[]): Promise<{ readonly svar: Registersvar; readonly gjentatt: boolean }> {
  const avtrykk = createHash('sha256').update(innhold).digest('hex');
  return withKommune(klient.hvem, async (tx) => {
    await lasRegister(tx);
    const id = await claimRegisterleveranse(tx, klient.id, nokkel, avtrykk, { navn: `API: ${klient.system}`, storrelse: Buffer.byteLength(innhold) });
    if (id === null) {
      const tidligere = await findRegisterleveranse(tx, klient.id, nokkel);
      if (tidligere?.avtrykk !== avtrykk) throw new Apifeil('NOKKEL_BRUKT', 'Den samme nøkkelen er brukt til en leveranse med annet innhold.');
      return { svar: tidligere.svar as Registersvar, gjentatt: true };
    }
    const svar = await taImot(tx, klient, id, sendt);
    await saveRegistersvar(tx, id, svar);
    await loggfor(tx, { handling: 'API_LEVERANSE', objektType: 'registerimport', objektId: id, grunn: klient.kode });
    return { svar, gjentatt: false };
  });
}
