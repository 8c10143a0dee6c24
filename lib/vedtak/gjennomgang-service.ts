import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { meld } from '#lib/server/hendelser.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe, kanArbeideISaken } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import { forleng, forlengelsesgrunn, sluttskjebne } from '#lib/vedtak/domain/forlengelse.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import type { FattEllerVenter } from '#lib/vedtak/fattet-view.ts';
import { fattEllerForesla } from '#lib/vedtak/forslag-service.ts';
import type { ForlengData } from '#lib/vedtak/gjennomgang-schema.ts';
import type { SluttData } from '#lib/vedtak/opphor-schema.ts';
import { avsluttEtt } from '#lib/vedtak/opphor-service.ts';
import { konflikt } from '#lib/vedtak/vedtak-service.ts';
import * as repo from '#lib/vedtak/vedtak-repo.ts';
import type { GjeldendeVedtak } from '#lib/vedtak/domain/fatt-vedtak.ts';

/**
 * Extends a vedtak that ends, in one click: a vedtak of its own with a letter, the same extent from the same provider from the
 * day after, while the need is assessed anew. Above the limit it waits for a second person like any other.
 */
export async function forlengVedtak(tx: Tx, data: ForlengData): Promise<Result<FattEllerVenter, readonly Avslag[]>> {
  const funnet = await repo.findForOpphor(tx, data.vedtakId);
  const mottaker = funnet && (await repo.lockMottaker(tx, funnet.mottakerId));
  if (!funnet || !mottaker) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, funnet.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  const vedtak = await repo.findForOpphor(tx, data.vedtakId);
  const omfang = vedtak && omfangAv(vedtak);
  if (!vedtak || !omfang || vedtak.virkningId !== data.virkningId) return nei([await konflikt(tx, funnet.mottakerId)]);
  const ny = forleng(iDag(), { tom: vedtak.tom, etterfolger: vedtak.tom !== null && (await repo.harEtterfolger(tx, vedtak.mottakerId, vedtak.tjeneste, vedtak.tom)) });
  if (!ny.ok) return nei([ny.feil]);
  const begrunnelse = forlengelsesgrunn(await repo.findSprak(tx, vedtak.mottakerId), vedtak.nummer, leggTilDager(ny.verdi.fom, -1), ny.verdi.tom);
  const svar = await fattEllerForesla(tx, {
    mottakerId: vedtak.mottakerId, versjon: mottaker.versjon,
    forslag: { utfall: 'INNVILGET', tjeneste: vedtak.tjeneste, omfang, enhetId: await repo.findUtforer(tx, vedtak.vedtakId), ...ny.verdi, begrunnelse, erstatterId: null, tillegg: false, reduksjonsgrunn: null },
  });
  if (svar.ok) await loggfor(tx, { handling: 'FORLENG_VEDTAK', objektType: 'vedtak', objektId: vedtak.vedtakId, mottakerId: vedtak.mottakerId });
  return svar;
}

const erLangtid = (v: GjeldendeVedtak) => v.omfang.type === 'PLASS' && v.omfang.plasstype === 'LANGTID';

/** Ends one of them as its fate is; a vedtak that never begins leaves no validity behind. */
async function avslutt(tx: Tx, v: GjeldendeVedtak, data: SluttData): Promise<Result<boolean, readonly Avslag[]>> {
  const skjebne = sluttskjebne(data.grunn, data.dato, { ...v, langtidsplass: erLangtid(v) });
  if (skjebne === 'HAR_SLUTT' || skjebne === 'STAR') return ok(false);
  if (skjebne === 'STARTER_IKKE') {
    await repo.voidVirkning(tx, v.virkningId);
    await meld(tx, { type: 'VedtakAvkortet', vedtakId: v.id, tom: leggTilDager(v.fom, -1) });
    await loggfor(tx, { handling: 'OPPHOR_VEDTAK', objektType: 'vedtak', objektId: v.id, mottakerId: data.mottakerId, grunn: `${data.grunn}: ${data.begrunnelse}` });
    return ok(true);
  }
  const vedtak = await repo.findForOpphor(tx, v.id);
  if (!vedtak) return ok(false);
  // One who moves in for good has applied for it, and has had her say about what it replaces.
  const svar = await avsluttEtt(tx, vedtak, { tom: data.dato, grunn: data.grunn, begrunnelse: data.begrunnelse, unntak: data.grunn === 'LANGTIDSOPPHOLD' ? 'UTTALT' : null });
  return svar.ok ? ok(true) : svar;
}

/** The guided end: everything the recipient has, in one transaction, with a letter for each that ends. All or nothing. */
export async function avsluttAlt(tx: Tx, data: SluttData): Promise<Result<{ mottakerId: number; antall: number }, readonly Avslag[]>> {
  const mottaker = await repo.lockMottaker(tx, data.mottakerId);
  if (!mottaker) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, data.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  if (mottaker.versjon !== data.versjon) return nei([await konflikt(tx, data.mottakerId)]);
  if (data.grunn !== 'FLYTTET' && data.dato > iDag()) return nei([{ grunn: 'sluttFramITid', felt: 'dato' }]);
  let antall = 0;
  for (const v of await repo.findGjeldende(tx, data.mottakerId, data.dato)) {
    const svar = await avslutt(tx, v, data);
    if (!svar.ok) return svar;
    if (svar.verdi) antall += 1;
  }
  if (data.grunn !== 'LANGTIDSOPPHOLD') await repo.closeMottaker(tx, data.mottakerId, data.dato);
  await repo.bumpVersjon(tx, data.mottakerId);
  await loggfor(tx, { handling: 'AVSLUTT_ALT', objektType: 'mottaker', objektId: data.mottakerId, mottakerId: data.mottakerId, grunn: data.grunn });
  return ok({ mottakerId: data.mottakerId, antall });
}

export type Sluttside =
  | { readonly type: 'APEN'; readonly navn: string; readonly versjon: number; readonly idag: Dato; readonly vedtak: readonly GjeldendeVedtak[] }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** What the guided end would end, through the record's door. */
export async function apneSlutt(tx: Tx, mottakerId: number): Promise<Sluttside> {
  const dor = await apneMappe(tx, mottakerId, 'SE_MOTTAKER');
  if (dor.type !== 'APEN') return dor;
  const mottaker = await repo.lockMottaker(tx, mottakerId);
  return { type: 'APEN', navn: `${dor.person.fornavn} ${dor.person.etternavn}`, versjon: mottaker?.versjon ?? 0, idag: iDag(), vedtak: await repo.findGjeldende(tx, mottakerId, iDag()) };
}
