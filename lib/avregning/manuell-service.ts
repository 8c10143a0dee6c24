import type { z } from 'zod';
import { hindringForManuell, lesManuellKode } from '#lib/avregning/domain/manuell-linje.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { finnManuellrader, finnVedtakVedEnhet, nyManuell } from '#lib/avregning/manuell-repo.ts';
import { forsteApneManed } from '#lib/avregning/manuell-beslutning-service.ts';
import type { manuellSkjema } from '#lib/avregning/manuell-schema.ts';
import { type Beslutningsview, beslutningsview, type Enhetsvalg } from '#lib/avregning/manuell-view.ts';
import { finnStipulertrader } from '#lib/avregning/stipulert-repo.ts';
import { type Maned, manederFraTil, manedFor } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { gjelderIManed, type Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A scheme covers a unit in a month; also where it no longer does, its lines may be corrected there. */
function harOrdning(bok: Ordningsbok, ordningId: number, enhetId: number, m: Maned): boolean {
  const gjeldende = bok.ordninger.some((o) => o.id === ordningId && gjelderIManed(o, m));
  return gjeldende && bok.dekning.some((d) => d.ordningId === ordningId && d.enhetId === enhetId && gjelderIManed(d, m));
}

/** Proposes a manual line; another controller approves it before it counts. */
export async function foreslaManuell(tx: Tx, data: z.output<typeof manuellSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const [enhetId = 0, ordningId = 0] = data.enhetOrdning.split('-').map(Number);
  const bok = await finnOrdningsbok(tx);
  const hindring = hindringForManuell(
    { gjelder: data.gjelder, type: data.type, belopOre: data.belop },
    { denne: manedFor(iDag()), forsteApne: await forsteApneManed(tx), harOrdning: harOrdning(bok, ordningId, enhetId, data.gjelder) },
  );
  if (hindring) return nei([{ ...hindring, felt: hindring.felt === 'ordning' ? 'enhetOrdning' : hindring.felt }]);
  const retterVedtakId = data.retterVedtak === null ? null : await finnVedtakVedEnhet(tx, data.retterVedtak, enhetId);
  if (data.retterVedtak !== null && retterVedtakId === null) return nei([{ grunn: 'UKJENT_VEDTAK', felt: 'retterVedtak' }]);
  const id = await nyManuell(tx, { ordningId, enhetId, gjelder: data.gjelder, belopOre: data.belop, type: data.type, grunn: data.grunn, retterKomponent: data.retterKomponent, retterVedtakId });
  await loggfor(tx, { handling: 'FORESLA_MANUELL', objektType: 'manuell_linje', objektId: id, grunn: `${data.gjelder}: ${data.grunn}` });
  return ok({ id });
}

async function navneoppslag(tx: Tx, sprak: Sprak) {
  const bok = await finnOrdningsbok(tx);
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  return {
    bok,
    enhet: (id: number) => enheter.get(id) ?? String(id),
    ordning: (id: number) => bok.ordninger.find((o) => o.id === id)?.navn ?? String(id),
    ledd: (ordningId: number, kode: string) => leddnavn(bok, ordningId, kode, sprak) ?? kode,
  };
}

type Utvalg = { readonly maned: Maned | null; readonly ider: { readonly manuelle: readonly number[]; readonly stipulerte: readonly number[] } };

async function hentBeslutninger(tx: Tx, u: Utvalg, sprak: Sprak): Promise<Beslutningsview[]> {
  const navn = await navneoppslag(tx, sprak);
  const manuelle = (await finnManuellrader(tx, { maned: u.maned, ider: u.ider.manuelle })).map((r): Beslutningsview =>
    beslutningsview(r, tx.hvem.kontoId, {
      slag: 'MANUELL',
      enhet: navn.enhet(r.enhetId),
      ordning: navn.ordning(r.ordningId),
      belopOre: r.belopOre,
      volum: null,
      ledd: r.retterKomponent === null ? null : navn.ledd(r.ordningId, r.retterKomponent),
      type: r.type,
      grunnlag: null,
      retterNummer: r.retterNummer,
    }),
  );
  const stipulerte = (await finnStipulertrader(tx, { maned: u.maned, ider: u.ider.stipulerte })).map((r): Beslutningsview =>
    beslutningsview(r, tx.hvem.kontoId, {
      slag: 'STIPULERT',
      enhet: navn.enhet(r.enhetId),
      ordning: navn.ordning(r.ordningId),
      belopOre: null,
      volum: r.volum,
      ledd: navn.ledd(r.ordningId, r.komponent),
      type: null,
      grunnlag: r.grunnlag,
      retterNummer: null,
    }),
  );
  return [...manuelle, ...stipulerte];
}

/** What is decided by hand for a month, and everything that waits for another person. */
export function hentManuelle(tx: Tx, maned: Maned, sprak: Sprak): Promise<Beslutningsview[]> {
  return hentBeslutninger(tx, { maned, ider: { manuelle: [], stipulerte: [] } }, sprak);
}

/** Who and why behind the manual codes among these ledger codes, for the pages that show their amounts. */
export async function forklarManuelle(tx: Tx, komponenter: readonly string[], sprak: Sprak): Promise<Beslutningsview[]> {
  const koder = [...new Set(komponenter)].flatMap((k) => lesManuellKode(k) ?? []);
  if (koder.length === 0) return [];
  const ider = (slag: 'MANUELL' | 'STIPULERT'): number[] => koder.filter((k) => k.slag === slag).map((k) => k.id);
  return hentBeslutninger(tx, { maned: null, ider: { manuelle: ider('MANUELL'), stipulerte: ider('STIPULERT') } }, sprak);
}

/** The units and schemes a line can be made for, and the months, newest first. */
export async function hentManuellvalg(tx: Tx, sprak: Sprak): Promise<{ enheter: Enhetsvalg[]; maneder: Maned[]; forsteApne: Maned; komponenter: { kode: string; navn: string }[] }> {
  const navn = await navneoppslag(tx, sprak);
  const par = new Map(navn.bok.dekning.map((d) => [`${d.enhetId}-${d.ordningId}`, { verdi: `${d.enhetId}-${d.ordningId}`, enhet: navn.enhet(d.enhetId), ordning: navn.ordning(d.ordningId) }]));
  const denne = manedFor(iDag());
  const forste = navn.bok.ordninger.reduce<Maned>((tidligst, o) => (o.fomManed < tidligst ? o.fomManed : tidligst), denne);
  const komponenter = new Map([...navn.bok.komponenter, ...navn.bok.fastledd].map((k) => [k.kode, { kode: k.kode, navn: navn.ledd(k.ordningId, k.kode) }]));
  return {
    enheter: [...par.values()].toSorted((a, b) => a.enhet.localeCompare(b.enhet, 'nb') || a.ordning.localeCompare(b.ordning, 'nb')),
    maneder: manederFraTil(forste, denne).toReversed(),
    forsteApne: await forsteApneManed(tx),
    komponenter: [...komponenter.values()],
  };
}

/** Manual lines that wait for another controller: to be approved, or to be withdrawn. */
export async function ventendeManuelle(tx: Tx): Promise<Ventende[]> {
  const navn = await navneoppslag(tx, 'nb');
  const rader = (await finnManuellrader(tx, { maned: manedFor(iDag()), ider: [] })).filter((r) => !r.avslatt && !r.trukket && (!r.godkjent || r.trekkForeslatt));
  return rader.map((r) => ({
    slag: 'MANUELL_LINJE',
    id: r.id,
    gjelder: `${navn.enhet(r.enhetId)}, ${manedOgAr(r.gjelderManed)}`,
    belopOre: ore(r.trekkForeslatt ? -r.belopOre : r.belopOre),
    foreslattAv: r.trekkForeslatt ? r.trekkForeslattAv : r.foreslattAv,
    foreslatt: (r.trekkForeslatt ?? r.foreslatt).toISOString(),
    href: `/avregning/${r.gjelderManed}/manuelle`,
    kommando: 'GODKJENN_MANUELL',
  }));
}
