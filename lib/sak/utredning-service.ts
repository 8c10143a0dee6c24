import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { lesSkarer, mangler, samlemal, variabelsettFor } from '#lib/sak/domain/kpr.ts';
import type { Variabelsett } from '#lib/sak/domain/kpr.ts';
import { findTjenester } from '#lib/sak/henvendelse-repo.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import * as repo from '#lib/sak/utredning-repo.ts';
import type { FerdigstillData, UtredningUtkastData } from '#lib/sak/utredning-schema.ts';
import { fraUtredningUtkast, somUtfylt, tomUtredning } from '#lib/sak/utredning-view.ts';
import type { UtfyltUtredning, Utredning } from '#lib/sak/utredning-view.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** The recipient's assessments, newest first; through the record's door. */
export async function hentUtredninger(tx: Tx, mottakerId: number, sprak: Sprak) {
  const dor = await apneMappe(tx, mottakerId, 'SE_UTREDNING');
  if (dor.type !== 'APEN') return dor;
  const tjenestenavn = Object.fromEntries((await findTjenester(tx, iDag(), sprak)).map((t) => [t.kode, t.navn]));
  return { ...dor, utredninger: await repo.findUtredninger(tx, mottakerId), tjenestenavn, utkast: (await repo.findUtkast(tx, mottakerId))?.endret ?? null };
}

export type Utredningsskjema = {
  readonly sett: Variabelsett;
  readonly utfylt: UtfyltUtredning;
  readonly forrige: Utredning | null;
  readonly sisteId: number;
  readonly retter: Utredning | null;
  readonly utkastEndret: Date | null;
  readonly tjenester: readonly { readonly kode: string; readonly navn: string }[];
};

/** The form: the account's draft where there is one, else empty, or the assessment that is corrected. */
export async function apneUtredningsskjema(tx: Tx, mottakerId: number, retterId: number | null, sprak: Sprak) {
  const dor = await apneMappe(tx, mottakerId, 'SE_UTREDNING');
  if (dor.type !== 'APEN') return dor;
  const alle = await repo.findUtredninger(tx, mottakerId);
  const gjeldende = alle.filter((u) => !u.rettet);
  const retter = retterId === null ? null : (gjeldende.find((u) => u.id === retterId) ?? null);
  const sett = variabelsettFor(retter?.variabelsett ?? null);
  const utkast = retter === null ? await repo.findUtkast(tx, mottakerId) : null;
  const skjema: Utredningsskjema = {
    sett,
    utfylt: retter !== null ? somUtfylt(sett, retter) : utkast !== null ? fraUtredningUtkast(sett, utkast.innhold) : tomUtredning(sett),
    forrige: (retter === null ? gjeldende : gjeldende.filter((u) => u.id !== retter.id))[0] ?? null,
    sisteId: Math.max(0, ...alle.map((u) => u.id)),
    retter,
    utkastEndret: utkast?.endret ?? null,
    tjenester: await findTjenester(tx, iDag(), sprak),
  };
  return { ...dor, skjema };
}

/** Keeps what has been typed. Answers when, in milliseconds. */
export async function lagreUtredningUtkast(tx: Tx, { mottakerId, innhold }: UtredningUtkastData): Svar<{ lagret: number }> {
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  return ok({ lagret: (await repo.upsertUtkast(tx, mottakerId, innhold)).getTime() });
}

export async function forkastUtredningUtkast(tx: Tx, { mottakerId }: { mottakerId: number }): Svar<null> {
  await repo.deleteUtkast(tx, mottakerId);
  return ok(null);
}

/** Makes the assessment final: never edited after, only corrected by a new one of the same day. The group follows from the scores. */
export async function ferdigstillUtredning(tx: Tx, data: FerdigstillData): Svar<{ utredningId: number }> {
  const { mottakerId, retterId } = data;
  const idag = iDag();
  if (!(await repo.lockMottaker(tx, mottakerId))) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const alle = await repo.findUtredninger(tx, mottakerId);
  const nyeste = alle.toSorted((a, b) => b.id - a.id)[0];
  if ((nyeste?.id ?? 0) !== data.sisteId) return nei([{ grunn: 'nyereFinnes', verdier: { hvem: nyeste?.utfortAv ?? '–' } }]);
  const retter = retterId === null ? null : alle.find((u) => u.id === retterId && !u.rettet);
  if (retter === undefined) return nei([{ grunn: 'kanIkkeRettes' }]);
  const sett = variabelsettFor(retter?.variabelsett ?? null);
  const lest = lesSkarer(sett, data.skarer);
  const uten = mangler(sett, lest);
  if (uten.length > 0) return nei([{ grunn: 'manglerSkar', verdier: { antall: uten.length }, felt: `skarer.${uten[0]}` }]);
  if (data.hjemmebesok && data.besokDato !== null && data.besokDato > idag) return nei([{ grunn: 'besokIFremtiden', felt: 'besokDato' }]);
  const kjente = new Set((await findTjenester(tx, idag, 'nb')).map((t) => t.kode));
  if (data.forslagTjenester.some((kode) => !kjente.has(kode))) return nei([{ grunn: 'ukjentTjeneste', felt: 'forslagTjenester' }]);
  if (data.henvendelseId !== null && !(await repo.erMottakersHenvendelse(tx, mottakerId, data.henvendelseId))) return nei([{ grunn: 'ukjentHenvendelse' }]);
  const utredningId = await repo.insertUtredning(tx, { ...data, dato: retter?.dato ?? idag, gruppe: samlemal(sett, lest).gruppe, lest, variabelsett: sett.versjon });
  if (retter === null) await repo.deleteUtkast(tx, mottakerId);
  await loggfor(tx, { handling: 'FERDIGSTILL_UTREDNING', objektType: 'utredning', objektId: utredningId, mottakerId, grunn: retter === null ? null : `Retter utredningen fra ${retter.dato}` });
  return ok({ utredningId });
}
