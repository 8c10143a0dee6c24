import { tidligst } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { meld } from '#lib/server/hendelser.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { kanArbeideISaken } from '#lib/sak/sak-service.ts';
import { lagOpphorsbrev } from '#lib/vedtak/domain/brev/lag-saksbrev.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import { kreverVarsel, opphorVedtak as avgjor } from '#lib/vedtak/domain/opphor-vedtak.ts';
import type { Opphorsgrunn } from '#lib/vedtak/domain/opphor-vedtak.ts';
import type { Varselunntak } from '#lib/vedtak/domain/varsel.ts';
import type { OpphorVedtakData } from '#lib/vedtak/opphor-schema.ts';
import { hentBrevhode, lagreSaksbrev } from '#lib/vedtak/saksbrev-service.ts';
import { findApentVarsel, markBrukt } from '#lib/vedtak/varsel-repo.ts';
import type { Varselrad } from '#lib/vedtak/varsel-repo.ts';
import { horing, konflikt, lesbare } from '#lib/vedtak/vedtak-service.ts';
import { hentKlageregel } from '#lib/vedtak/vedtaksregler-service.ts';
import * as repo from '#lib/vedtak/vedtak-repo.ts';
import type { VedtakForOpphor } from '#lib/vedtak/vedtak-repo.ts';

export type Slutt = { readonly tom: Dato; readonly grunn: Opphorsgrunn; readonly begrunnelse: string; readonly unntak: Varselunntak | null };

/** Records the end of one vedtak under the recipient's lock: shorter validity and orders, the decision, its letter. */
async function recordOpphor(tx: Tx, vedtak: VedtakForOpphor, s: Slutt, varsel: Varselrad | null, varselId: number | null): Promise<void> {
  const g = { ...vedtak, dag: tidligst(vedtak.fom, iDag()) };
  const { hode, mal } = await hentBrevhode(tx, g);
  const unntak = kreverVarsel(s.grunn) ? s.unntak : null;
  const brev = lagOpphorsbrev({
    ...hode, tom: s.tom, grunn: s.grunn, begrunnelse: s.begrunnelse, omfang: omfangAv(vedtak),
    horing: horing(varselId === null ? null : varsel, unntak), regel: await hentKlageregel(tx, vedtak.tjeneste, hode.dato, mal.klageuker),
  }, mal);
  const brevId = await lagreSaksbrev(tx, 'OPPHOR', g, brev);
  await repo.shortenVirkning(tx, vedtak.virkningId, s.tom, s.grunn);
  await repo.insertOpphor(tx, { vedtakId: vedtak.vedtakId, mottakerId: vedtak.mottakerId, tom: s.tom, grunn: s.grunn, begrunnelse: s.begrunnelse, varselId, varselunntak: unntak, brevId });
  if (varselId !== null) await markBrukt(tx, varselId);
  await meld(tx, { type: 'VedtakAvkortet', vedtakId: vedtak.vedtakId, tom: s.tom });
  await loggfor(tx, { handling: 'OPPHOR_VEDTAK', objektType: 'vedtak', objektId: vedtak.vedtakId, mottakerId: vedtak.mottakerId, grunn: `${s.grunn}: ${s.begrunnelse}` });
}

/** Decides on the end of one vedtak and records it; the recipient is locked already. */
export async function avsluttEtt(tx: Tx, vedtak: VedtakForOpphor, s: Slutt): Promise<Result<null, readonly Avslag[]>> {
  const varsel = await findApentVarsel(tx, vedtak.vedtakId);
  const svar = avgjor(iDag(), vedtak, { ...s, varsel });
  if (!svar.ok) return nei(lesbare(svar.feil));
  await recordOpphor(tx, vedtak, s, varsel, svar.verdi.varselId);
  return ok(null);
}

/** Ends a vedtak on a day, with the reason, how the recipient was heard and a letter; its orders end with it. */
export async function opphorVedtak(tx: Tx, data: OpphorVedtakData): Promise<Result<{ mottakerId: number; nummer: string }, readonly Avslag[]>> {
  const funnet = await repo.findForOpphor(tx, data.vedtakId);
  if (!funnet || !(await repo.lockMottaker(tx, funnet.mottakerId))) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, funnet.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  // Read again under the lock: the first look was only to know whom to lock.
  const vedtak = await repo.findForOpphor(tx, data.vedtakId);
  if (!vedtak || vedtak.virkningId !== data.virkningId) return nei([await konflikt(tx, funnet.mottakerId)]);
  const svar = await avsluttEtt(tx, vedtak, data);
  if (!svar.ok) return svar;
  await repo.bumpVersjon(tx, vedtak.mottakerId);
  return ok({ mottakerId: vedtak.mottakerId, nummer: vedtak.nummer });
}
