import { arFor, erDato, leggTilDager, tidligst } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { meld } from '#lib/server/hendelser.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { DAGER_TILBAKE, fattVedtak as avgjor } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { FattetVedtak, Vedtaksforslag } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { opphorVedtak as avgjorOpphor } from '#lib/vedtak/domain/opphor-vedtak.ts';
import { besvarMedVedtak } from '#lib/sak/henvendelse-service.ts';
import { kanArbeideISaken } from '#lib/sak/sak-service.ts';
import { lagreBrev } from '#lib/vedtak/brev-service.ts';
import { slettUtkast } from '#lib/vedtak/utkast-service.ts';
import * as repo from '#lib/vedtak/vedtak-repo.ts';
import type { OpphorVedtakData } from '#lib/vedtak/opphor-schema.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';

/** Dates in a refusal are written as people read them. */
function lesbare(avslag: readonly Avslag[]): Avslag[] {
  return avslag.map((ett) => ({
    ...ett,
    verdier: Object.fromEntries(Object.entries(ett.verdier ?? {}).map(([navn, v]) => [navn, typeof v === 'string' && erDato(v) ? formatDato(v) : v])),
  }));
}

/** Someone else changed the case while the form was open: what they did, who and when. */
async function konflikt(tx: Tx, mottakerId: number): Promise<Avslag> {
  const siste = await repo.findSisteEndring(tx, mottakerId);
  if (!siste) return { grunn: 'konfliktUkjent' };
  const tid = lokalTidVed(siste.tid.getTime());
  const hva = siste.grunn === 'FATTET' ? 'konfliktFattet' : 'konfliktEndret';
  return { grunn: hva, verdier: { nummer: siste.nummer, hvem: siste.hvem ?? '–', dato: formatDato(iDag(siste.tid)), klokke: tid.slice(11).replace(':', '.') } };
}

export type FattetSvar = { readonly vedtakId: number; readonly nummer: string };

/** Issues a vedtak: gather under the recipient's lock → decide → record, with its order, its log row and its draft gone. */
export async function fattVedtak(tx: Tx, data: FattVedtakData): Promise<Result<FattetSvar, readonly Avslag[]>> {
  const { forslag, mottakerId } = data;
  const mottaker = await repo.lockMottaker(tx, mottakerId);
  if (!mottaker) return nei([{ grunn: 'ukjentMottaker' }]);
  if (!(await kanArbeideISaken(tx, mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  if (mottaker.versjon !== data.versjon) return nei([await konflikt(tx, mottakerId)]);
  const idag = iDag();
  const gjeldende = await repo.findGjeldende(tx, mottakerId, tidligst(forslag.fom, leggTilDager(idag, -DAGER_TILBAKE)));
  const levering = await repo.findTjenesteOgEnheter(tx, forslag.tjeneste, forslag.fom);
  const svar = avgjor({ idag, mottakerAvsluttet: mottaker.avsluttet, gjeldende, ...levering }, forslag);
  if (!svar.ok) return nei(lesbare(svar.feil));
  return ok(await recordVedtak(tx, mottakerId, forslag, svar.verdi));
}

async function recordVedtak(tx: Tx, mottakerId: number, forslag: Vedtaksforslag, fattet: FattetVedtak): Promise<FattetSvar> {
  const idag = iDag();
  const nummer = await repo.nesteNummer(tx, arFor(idag));
  const endelig = fattet.reduksjon ? forslag : { ...forslag, reduksjonsgrunn: null };
  const vedtakId = await repo.insertVedtak(tx, { nummer, mottakerId, hjemmel: fattet.hjemmel, fattetDato: idag, forslag: endelig });
  if (fattet.avkort !== null) {
    const { vedtak: gammel, tom } = fattet.avkort;
    await repo.shortenVirkning(tx, gammel.virkningId, tom, 'ERSTATTET');
    await meld(tx, { type: 'VedtakAvkortet', vedtakId: gammel.id, tom });
  }
  if (fattet.omfangNokkel !== null && forslag.enhetId !== null) {
    const { tjeneste, fom, tom, enhetId } = forslag;
    await repo.insertVirkning(tx, { vedtakId, mottakerId, tjeneste, omfangNokkel: fattet.omfangNokkel, fom, tom, grunn: 'FATTET' });
    await meld(tx, { type: 'VedtakFattet', vedtakId, mottakerId, enhetId, fom, tom });
  }
  await lagreBrev(tx, { vedtakId, nummer, mottakerId, forslag: endelig, erstatter: fattet.avkort?.vedtak ?? null });
  await repo.bumpVersjon(tx, mottakerId);
  await slettUtkast(tx, mottakerId);
  await besvarMedVedtak(tx, { vedtakId, mottakerId, tjeneste: forslag.tjeneste });
  await loggfor(tx, { handling: 'FATT_VEDTAK', objektType: 'vedtak', objektId: vedtakId, mottakerId });
  return { vedtakId, nummer };
}

/** Ends a vedtak on a day, with the reason; its orders end with it. */
export async function opphorVedtak(tx: Tx, data: OpphorVedtakData): Promise<Result<{ mottakerId: number; nummer: string }, readonly Avslag[]>> {
  const funnet = await repo.findForOpphor(tx, data.vedtakId);
  if (!funnet || !(await repo.lockMottaker(tx, funnet.mottakerId))) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await kanArbeideISaken(tx, funnet.mottakerId))) return nei([{ grunn: 'manglerInnsynsgrunn' }]);
  // Read again under the lock: the first look was only to know whom to lock.
  const vedtak = await repo.findForOpphor(tx, data.vedtakId);
  if (!vedtak || vedtak.virkningId !== data.virkningId) return nei([await konflikt(tx, funnet.mottakerId)]);
  const svar = avgjorOpphor(iDag(), vedtak, data);
  if (!svar.ok) return nei(lesbare(svar.feil));
  await repo.shortenVirkning(tx, vedtak.virkningId, svar.verdi.tom, data.grunn);
  await meld(tx, { type: 'VedtakAvkortet', vedtakId: vedtak.vedtakId, tom: svar.verdi.tom });
  await repo.bumpVersjon(tx, vedtak.mottakerId);
  const varslet = data.varslet === null ? '' : ` (varslet ${formatDato(data.varslet)})`;
  await loggfor(tx, {
    handling: 'OPPHOR_VEDTAK',
    objektType: 'vedtak',
    objektId: vedtak.vedtakId,
    mottakerId: vedtak.mottakerId,
    grunn: `${data.grunn}${varslet}: ${data.begrunnelse}`,
  });
  return ok({ mottakerId: vedtak.mottakerId, nummer: vedtak.nummer });
}
