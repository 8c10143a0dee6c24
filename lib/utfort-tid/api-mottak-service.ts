import { createHash } from 'node:crypto';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { finnAnsatte } from '#lib/grunnlag/ansattnummer-service.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';
import type { Klient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { tidspunkt } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { Angre, type Tx, withKommune } from '#lib/server/transaksjon.ts';
import { claimLeveranse, findDomte, findKjenteOppdrag, findLeveranse, saveLeveransesvar, skrivTilTabell } from '#lib/utfort-tid/api-mottak-repo.ts';
import { besokSkjema, type Besoksvar, type Leveransesvar } from '#lib/utfort-tid/api-schema.ts';
import { MELDINGER } from '#lib/utfort-tid/api-view.ts';
import type { Kildebesok } from '#lib/utfort-tid/domain/besok-import.ts';
import { naaMinutt } from '#lib/utfort-tid/las-service.ts';
import { hentSisteLasteDag, skillAnsatte, taInnMottak } from '#lib/utfort-tid/mottak-import-service.ts';
import { dom, saveOppsummering } from '#lib/utfort-tid/mottak-repo.ts';
import { sql } from '#lib/server/sql.ts';

/** Another system's clock may be this much ahead, in minutes. */
const KLOKKESLINGRING = 5;
const FORSOK = 3;

type Rad = Omit<Kildebesok, 'ansattId'> & { readonly rad: number; readonly ansatt: string | null };
type Lest = { readonly rader: Rad[]; readonly avvist: Besoksvar[] };

const avvis = (nummer: number, kildeId: string | null, regel: NonNullable<Besoksvar['regel']>, melding: string = MELDINGER[regel]): Besoksvar => ({ nummer, kildeId, utfall: 'AVVIST', regel, melding, besokId: null });

/** Whether an id stands on more than one item that does not say an employee of its own. */
function ganger(sendt: readonly unknown[]): (kildeId: string, ansatt: string | null) => boolean {
  const per = new Map<string, (string | null)[]>();
  for (const en of sendt) {
    if (typeof en !== 'object' || en === null || !('kildeId' in en) || typeof en.kildeId !== 'string') continue;
    const ansatt = 'ansatt' in en && typeof en.ansatt === 'string' ? verdinokkel(en.ansatt) : null;
    per.set(en.kildeId.trim(), [...(per.get(en.kildeId.trim()) ?? []), ansatt]);
  }
  return (kildeId, ansatt) => {
    const her = per.get(kildeId) ?? [];
    return her.length > 1 && (her.includes(null) || her.filter((a) => a === (ansatt === null ? null : verdinokkel(ansatt))).length > 1);
  };
}

/** The items that can be judged, and those that break the description, are not over yet or stand twice. */
function lesBesok(sendt: readonly unknown[], system: string): Lest {
  const [rader, avvist]: [Rad[], Besoksvar[]] = [[], []];
  const sett = ganger(sendt);
  const naa = naaMinutt();
  sendt.forEach((en, nummer) => {
    const tolket = besokSkjema.safeParse(en);
    if (!tolket.success) {
      const id = typeof en === 'object' && en !== null && 'kildeId' in en && typeof en.kildeId === 'string' && !harPersonnummer(en.kildeId) ? en.kildeId.slice(0, 100) : null;
      avvist.push(avvis(nummer, id, 'UGYLDIG', `${MELDINGER.UGYLDIG} ${tolket.error.issues.map((i) => i.path.join('.') || 'besøket').join(', ')}`));
      return;
    }
    const b = tolket.data;
    const ms = tidspunkt(b.start);
    const startMinutt = Math.floor(ms / 60_000);
    if ([b.kildeId, b.merknad ?? null, b.ansatt ?? null].some(harPersonnummer)) avvist.push(avvis(nummer, null, 'PERSONNUMMER'));
    else if (sett(b.kildeId, b.ansatt ?? null)) avvist.push(avvis(nummer, b.kildeId, 'DUPLIKAT_ID'));
    else if (startMinutt + b.minutter > naa + KLOKKESLINGRING) avvist.push(avvis(nummer, b.kildeId, 'IKKE_FERDIG'));
    else rader.push({ rad: nummer, system, kildeId: b.kildeId, oppdragId: b.oppdragId, dato: datoVed(ms), startMinutt, minutter: b.minutter, planlagtMinutter: b.planlagtMinutter ?? null, kategori: b.kategori, tekst: b.merknad ?? null, ansatt: b.ansatt ?? null });
  });
  return { rader, avvist };
}

function lagSvar(leveranse: number, resultat: readonly Besoksvar[]): Leveransesvar {
  const tell = (utfall: Besoksvar['utfall']): number => resultat.filter((r) => r.utfall === utfall).length;
  return { leveranse, antall: { ny: tell('NY'), endret: tell('ENDRET'), lik: tell('LIK'), avvist: tell('AVVIST') }, resultat: resultat.toSorted((a, b) => a.nummer - b.nummer) };
}

async function taImot(tx: Tx, klient: Klient, mottakId: number, sendt: readonly unknown[]): Promise<Leveransesvar> {
  const { rader, avvist } = lesBesok(sendt, klient.system);
  const kjente = await findKjenteOppdrag(tx, rader.map((r) => r.oppdragId));
  const resultat = [...avvist, ...rader.filter((r) => !kjente.has(r.oppdragId)).map((r) => avvis(r.rad, r.kildeId, 'UKJENT_OPPDRAG'))];
  const ansatte = await finnAnsatte(tx, rader.flatMap((r) => (r.ansatt === null ? [] : [r.ansatt])));
  const erUkjent = (r: Rad): boolean => r.ansatt !== null && !ansatte.has(verdinokkel(r.ansatt));
  resultat.push(...rader.filter((r) => kjente.has(r.oppdragId) && erUkjent(r)).map((r) => avvis(r.rad, r.kildeId, 'UKJENT_ANSATT')));
  const gode = rader.filter((r) => kjente.has(r.oppdragId) && !erUkjent(r)).map(({ ansatt, ...r }) => ({ ...r, ansattId: ansatt === null ? null : (ansatte.get(verdinokkel(ansatt)) ?? null) }));
  if (gode.length > 0) {
    await skrivTilTabell(tx, gode);
    await skillAnsatte(tx, sql`api_rader`);
    await dom(tx, sql`api_rader`, mottakId, await hentSisteLasteDag(tx));
    await saveOppsummering(tx, mottakId);
    // Somebody else is storing one of the same ids: judged again when they are done.
    if (!(await taInnMottak(tx, mottakId, 'API', async () => undefined))) throw new Angre('OPPTATT');
    const id = new Map(gode.map((r) => [r.rad, r.kildeId]));
    for (const d of await findDomte(tx, mottakId)) resultat.push({ nummer: d.rad, kildeId: id.get(d.rad) ?? null, utfall: d.utfall, regel: d.grunn, melding: d.grunn === null ? null : MELDINGER[d.grunn], besokId: d.besokId });
  }
  return lagSvar(mottakId, resultat);
}

export type Mottatt = { readonly svar: Leveransesvar; readonly gjentatt: boolean };

/**
 * Takes a delivery from another system: each visit on its own, all of what is stored in one transaction with its answer. The same
 * key with the same content gets the first answer again.
 * @throws Apifeil NOKKEL_BRUKT when the key was used for something else, OPPTATT when the same visits keep coming another way
 */
export async function taImotLeveranse(klient: Klient, nokkel: string, innhold: string, besok: readonly unknown[]): Promise<Mottatt> {
  const avtrykk = createHash('sha256').update(innhold).digest('hex');
  for (let forsok = 1; ; forsok += 1) {
    try {
      return await withKommune(klient.hvem, async (tx) => {
        const mottakId = await claimLeveranse(tx, klient.id, nokkel, avtrykk);
        if (mottakId === null) {
          const tidligere = await findLeveranse(tx, klient.id, nokkel);
          if (tidligere?.avtrykk !== avtrykk) throw new Apifeil('NOKKEL_BRUKT', 'Den samme nøkkelen er brukt til en leveranse med annet innhold.');
          return { svar: tidligere.svar as Leveransesvar, gjentatt: true };
        }
        const svar = await taImot(tx, klient, mottakId, besok);
        await saveLeveransesvar(tx, mottakId, svar);
        await loggfor(tx, { handling: 'API_LEVERANSE', objektType: 'besok_mottak', objektId: mottakId, grunn: klient.kode });
        return { svar, gjentatt: false };
      });
    } catch (feil) {
      if (!(feil instanceof Angre)) throw feil;
      if (forsok === FORSOK) throw new Apifeil('OPPTATT', 'Prøv igjen om litt.', { 'retry-after': '5' });
    }
  }
}
