import { tidligst } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { lagVarselbrev } from '#lib/vedtak/domain/brev/lag-saksbrev.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import { fristPasser, kanVurderes, MINSTE_SVARFRIST, standardfrist, varseltilstand } from '#lib/vedtak/domain/varsel.ts';
import { hentBrevhode, lagreSaksbrev } from '#lib/vedtak/saksbrev-service.ts';
import * as repo from '#lib/vedtak/varsel-repo.ts';
import type { Varselrad, Varslet } from '#lib/vedtak/varsel-repo.ts';
import type { SendVarselData, TrekkVarselData, VarselsvarData, VurderVarselData } from '#lib/vedtak/varsel-schema.ts';

type Svar = Result<{ readonly vedtakId: number; readonly mottakerId: number }, readonly Avslag[]>;

/** Sends an advance notice about a vedtak in force: the letter is made and kept in the same transaction. One at a time. */
export async function sendVarsel(tx: Tx, data: SendVarselData): Promise<Svar> {
  const idag = iDag();
  const vedtak = await repo.findVarslet(tx, data.vedtakId);
  if (!vedtak || (vedtak.tom !== null && vedtak.tom < idag)) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, vedtak.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  if (await repo.findApentVarsel(tx, data.vedtakId)) return nei([{ grunn: 'varselFinnes' }]);
  if (!fristPasser(idag, data.frist)) return nei([{ grunn: 'fristForKort', felt: 'frist', verdier: { dager: MINSTE_SVARFRIST } }]);
  const g = { ...vedtak, dag: tidligst(vedtak.fom, idag) };
  const { hode, mal } = await hentBrevhode(tx, g);
  const brevId = await lagreSaksbrev(tx, 'FORHANDSVARSEL', g, lagVarselbrev({ ...hode, ...data, omfang: omfangAv(vedtak) }, mal));
  await repo.insertVarsel(tx, { ...data, mottakerId: vedtak.mottakerId, brevId });
  await loggfor(tx, { handling: 'SEND_FORHANDSVARSEL', objektType: 'vedtak', objektId: data.vedtakId, mottakerId: vedtak.mottakerId });
  return ok({ vedtakId: data.vedtakId, mottakerId: vedtak.mottakerId });
}

/** The notice under lock, if this account may work in its case. */
async function apentVarsel(tx: Tx, id: number): Promise<Result<Varselrad, readonly Avslag[]>> {
  const varsel = await repo.findVarsel(tx, id);
  if (!varsel || varsel.brukt || varsel.trukket) return nei([{ grunn: 'varselFinnesIkke' }]);
  return (await kanArbeideISaken(tx, varsel.mottakerId)) ? ok(varsel) : nei([{ grunn: 'manglerInnsynsgrunn' }]);
}

async function ferdig(tx: Tx, handling: string, v: Varselrad): Promise<Svar> {
  await loggfor(tx, { handling, objektType: 'vedtak', objektId: v.vedtakId, mottakerId: v.mottakerId });
  return ok({ vedtakId: v.vedtakId, mottakerId: v.mottakerId });
}

/** What the recipient answered, and when it came. Asks for a new assessment when there was one already. */
export async function registrerVarselsvar(tx: Tx, data: VarselsvarData): Promise<Svar> {
  const varsel = await apentVarsel(tx, data.varselId);
  if (!varsel.ok) return varsel;
  if (varsel.verdi.vurdert) return nei([{ grunn: 'varselVurdert' }]);
  if (data.mottatt < varsel.verdi.sendt || data.mottatt > iDag()) return nei([{ grunn: 'svarUtenforTid', felt: 'mottatt', verdier: { sendt: formatDato(varsel.verdi.sendt) } }]);
  await repo.saveSvar(tx, data.varselId, data.mottatt, data.svar);
  return ferdig(tx, 'REGISTRER_VARSELSVAR', varsel.verdi);
}

/** The individual reassessment, when the answer has come or the deadline has passed. */
export async function vurderVarsel(tx: Tx, data: VurderVarselData): Promise<Svar> {
  const varsel = await apentVarsel(tx, data.varselId);
  if (!varsel.ok) return varsel;
  if (!kanVurderes(iDag(), varsel.verdi)) return nei([{ grunn: varsel.verdi.vurdert ? 'varselVurdert' : 'varselVenterSvar', verdier: { frist: formatDato(varsel.verdi.frist) } }]);
  await repo.saveVurdering(tx, data.varselId, data.vurdering);
  return ferdig(tx, 'VURDER_VARSEL', varsel.verdi);
}

/** Nothing comes of it: the vedtak stands. */
export async function trekkVarsel(tx: Tx, data: TrekkVarselData): Promise<Svar> {
  const varsel = await apentVarsel(tx, data.varselId);
  if (!varsel.ok) return varsel;
  await repo.trekk(tx, data.varselId, data.grunn);
  return ferdig(tx, 'TREKK_VARSEL', varsel.verdi);
}

export type Varselside =
  | { readonly type: 'APEN'; readonly vedtak: Varslet & { readonly omfang: Omfang | null }; readonly navn: string; readonly tjeneste: { readonly nb: string; readonly nn: string }; readonly idag: Dato; readonly foreslattFrist: Dato; readonly varsler: readonly (Varselrad & { readonly tilstand: ReturnType<typeof varseltilstand> })[] }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** The page of notices about a vedtak, through the record's door. */
export async function apneVarsler(tx: Tx, vedtakId: number): Promise<Varselside> {
  const vedtak = await repo.findVarslet(tx, vedtakId);
  if (!vedtak) return { type: 'FINNES_IKKE' };
  const dor = await apneMappe(tx, vedtak.mottakerId, 'SE_FORHANDSVARSEL');
  if (dor.type !== 'APEN') return dor;
  const idag = iDag();
  const varsler = (await repo.findVarslerFor(tx, vedtakId)).map((v) => ({ ...v, tilstand: varseltilstand(idag, v) }));
  const tjeneste = (await finnTjenestenavn(tx, idag)).get(vedtak.tjeneste) ?? { nb: vedtak.tjeneste, nn: vedtak.tjeneste };
  return { type: 'APEN', vedtak: { ...vedtak, omfang: omfangAv(vedtak) }, tjeneste, idag, foreslattFrist: standardfrist(idag), navn: `${dor.person.fornavn} ${dor.person.etternavn}`, varsler };
}

/** The open notice about a vedtak and where it stands, for the forms that use it. */
export async function apentVarselFor(tx: Tx, vedtakId: number): Promise<{ readonly tilstand: ReturnType<typeof varseltilstand>; readonly frist: Dato } | null> {
  const varsel = await repo.findApentVarsel(tx, vedtakId);
  return varsel === null ? null : { tilstand: varseltilstand(iDag(), varsel), frist: varsel.frist };
}
