import type { z } from 'zod';
import { kanStipuleres, snittvolum, type Stipulert, vedtattVolum } from '#lib/avregning/domain/stipulert-linjer.ts';
import { samleFakta } from '#lib/avregning/fakta-service.ts';
import { forsteApneManed } from '#lib/avregning/manuell-beslutning-service.ts';
import type { stipulertSkjema } from '#lib/avregning/manuell-schema.ts';
import { finnPostertVolum, finnStipulertrader, type Grunnlagstype, nyttStipulert } from '#lib/avregning/stipulert-repo.ts';
import { type Brok, brokFraDesimal, erNull, tilDesimal } from '#lib/core/brok.ts';
import { leggTilManeder, type Maned, manedFor, periodeFor } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { overlapper } from '#lib/core/periode.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { gjelderIManed, type Komponentrad, type Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';
import { finnEnheter, finnEnhetsperioder, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

export type Stipuleringsmaal = Omit<Stipulert, 'id' | 'volum'>;

/** The components of the schemes that cover a unit in a month and can be stipulated, in schemes that let a volume be stipulated. */
export function stipulerbareKomponenter(bok: Ordningsbok, enhetId: number, maned: Maned): Komponentrad[] {
  const tillater = new Set(bok.ordninger.filter((o) => o.regler.stipulering === true).map((o) => o.id));
  const ordninger = new Set(bok.dekning.filter((d) => d.enhetId === enhetId && tillater.has(d.ordningId) && gjelderIManed(d, maned)).map((d) => d.ordningId));
  return bok.komponenter.filter((k) => ordninger.has(k.ordningId) && gjelderIManed(k, maned) && kanStipuleres(k.volumkilde as Volumkilde));
}

/** Whether the component has an approved price for the unit's group in the month: what is stipulated is never free. */
async function harPris(tx: Tx, bok: Ordningsbok, v: Stipuleringsmaal): Promise<boolean> {
  const perioder = (await finnEnhetsperioder(tx)).filter((p) => p.enhetId === v.enhetId && overlapper(p, periodeFor(v.gjelderManed)));
  return bok.priser.some((p) => p.ordningId === v.ordningId && p.komponent === v.komponent && p.gruppe === perioder[0]?.gruppe && gjelderIManed(p, v.gjelderManed));
}

/** Proposes a stipulated volume; another controller approves it before it counts. */
export async function foreslaStipulert(tx: Tx, data: z.output<typeof stipulertSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const [, enhet = '', ordning = '', komponent = ''] = /^(\d+)-(\d+)-(.+)$/.exec(data.maal) ?? [];
  const maal: Stipuleringsmaal = { enhetId: Number(enhet), ordningId: Number(ordning), komponent, gjelderManed: data.gjelder };
  const volum = brokFraDesimal(data.volum);
  if (volum.t < 0n) return nei([{ grunn: 'VOLUM_NEGATIVT', felt: 'volum' }]);
  if (data.gjelder > manedFor(iDag())) return nei([{ grunn: 'FREMTIDIG_MANED', felt: 'gjelder' }]);
  if (data.gjelder < (await forsteApneManed(tx))) return nei([{ grunn: 'FRIST_UTE_STIPULERT', felt: 'gjelder' }]);
  const bok = await finnOrdningsbok(tx);
  if (bok.ordninger.some((o) => o.id === maal.ordningId && o.regler.stipulering !== true)) return nei([{ grunn: 'ORDNINGEN_STIPULERER_IKKE', felt: 'maal' }]);
  if (!stipulerbareKomponenter(bok, maal.enhetId, data.gjelder).some((k) => k.ordningId === maal.ordningId && k.kode === komponent)) return nei([{ grunn: 'KAN_IKKE_STIPULERES', felt: 'maal' }]);
  if (!(await harPris(tx, bok, maal))) return nei([{ grunn: 'PRIS_MANGLER', felt: 'maal' }]);
  const id = await nyttStipulert(tx, { ...maal, volum, grunnlag: data.grunnlag, grunn: data.grunn, foreslattAv: tx.hvem.kontoId });
  if (id === null) return nei([{ grunn: 'STIPULERT_FRA_FOR', felt: 'maal' }]);
  await loggfor(tx, { handling: 'FORESLA_STIPULERT', objektType: 'stipulert_volum', objektId: id, grunn: `${data.gjelder}: ${data.grunn}` });
  return ok({ id });
}

export type Volumforslag = { readonly grunnlag: Exclude<Grunnlagstype, 'ANNET'>; readonly volum: Brok };

/** The volume that is proposed of itself: the mean of the last three months, or what is granted where there are none. */
export async function foreslattVolum(hvem: Utforende, maal: Stipuleringsmaal): Promise<Volumforslag | null> {
  return lesStabilt(system(hvem.kommuneId), async (tx) => {
    const maneder = [-3, -2, -1].map((n) => leggTilManeder(maal.gjelderManed, n));
    const snitt = snittvolum(await finnPostertVolum(tx, maal, maneder), maal.gjelderManed);
    if (snitt) return { grunnlag: 'SNITT', volum: snitt };
    const { rom } = await samleFakta(tx, maal.gjelderManed, { maneder: [maal.gjelderManed] });
    const vedtatt = rom[0] ? vedtattVolum(rom[0], maal) : null;
    return vedtatt === null || erNull(vedtatt) ? null : { grunnlag: 'VEDTATT', volum: vedtatt };
  });
}

export type Komponentvalg = { readonly verdi: string; readonly navn: string; readonly ordning: string };

/** What can be stipulated for a unit and month, and the volume proposed for the chosen component. */
export async function hentStipuleringsvalg(tx: Tx, maned: Maned, enhetId: number | null, sprak: Sprak): Promise<{ enheter: { id: number; navn: string }[]; komponenter: Komponentvalg[] }> {
  const bok = await finnOrdningsbok(tx);
  const enheter = (await finnEnheter(tx)).filter((e) => stipulerbareKomponenter(bok, e.id, maned).length > 0);
  const komponenter = enhetId === null ? [] : stipulerbareKomponenter(bok, enhetId, maned);
  return {
    enheter: enheter.map(({ id, navn }) => ({ id, navn })),
    komponenter: komponenter.map((k) => ({ verdi: `${enhetId}-${k.ordningId}-${k.kode}`, navn: sprak === 'nn' ? k.navnNn : k.navnNb, ordning: bok.ordninger.find((o) => o.id === k.ordningId)?.navn ?? '' })),
  };
}

/** Stipulated volumes that wait for another controller. */
export async function ventendeStipulerte(tx: Tx): Promise<Ventende[]> {
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const rader = (await finnStipulertrader(tx, { maned: manedFor(iDag()), ider: [] })).filter((r) => !r.avslatt && !r.trukket && (!r.godkjent || r.trekkForeslatt));
  return rader.map((r) => ({
    slag: 'STIPULERT',
    id: r.id,
    gjelder: `${enheter.get(r.enhetId) ?? r.enhetId}, ${manedOgAr(r.gjelderManed)}, ${tilDesimal(brokFraDesimal(r.volum), 2).replace('.', ',')}`,
    belopOre: null,
    foreslattAv: r.trekkForeslatt ? r.trekkForeslattAv : r.foreslattAv,
    foreslatt: (r.trekkForeslatt ?? r.foreslatt).toISOString(),
    href: `/avregning/${r.gjelderManed}/manuelle`,
    kommando: 'GODKJENN_STIPULERT',
  }));
}
