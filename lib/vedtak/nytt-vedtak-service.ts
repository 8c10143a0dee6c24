import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { alderVed } from '#lib/sak/domain/alder.ts';
import { apneMappe } from '#lib/sak/sak-service.ts';
import type { Mappetilgang } from '#lib/sak/sak-service.ts';
import type { GjeldendeVedtak } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { EnhetValg, NyttVedtakView, Tidsband, TjenesteValg } from '#lib/vedtak/nytt-vedtak-view.ts';
import { varseltilstand } from '#lib/vedtak/domain/varsel.ts';
import { findApneVarsler } from '#lib/vedtak/varsel-repo.ts';
import { hentBrukervalg, hentVedtaksregler } from '#lib/vedtak/vedtaksregler-service.ts';
import { findSignerte } from '#lib/vedtak/kontrakt-repo.ts';
import { findPrisgrunnlag } from '#lib/vedtak/pris-repo.ts';
import { hentUtkast } from '#lib/vedtak/utkast-service.ts';
import type { Utkast } from '#lib/vedtak/utkast-service.ts';
import { findGjeldende } from '#lib/vedtak/vedtak-repo.ts';

/** The services of a day with who may deliver them and their time bands. */
export async function findTjenester(tx: Tx, dag: Dato, sprak: Sprak): Promise<TjenesteValg[]> {
  const { kommuneId } = tx.hvem;
  const maned = dag.slice(0, 7);
  return tx.alle<TjenesteValg>(sql`
    with d as (select enhet_id, ordning_id, tjeneste from ordning_dekning where kommune_id = ${kommuneId} and fom_maned <= ${maned} and (tom_maned is null or tom_maned >= ${maned}))
    select t.kode, ${sprak === 'nn' ? sql`t.navn_nn` : sql`t.navn_nb`} navn, t.volumenhet, t.hjemmel, coalesce(e.enheter, '[]'::jsonb) enheter, coalesce(b.tidsband, '[]'::jsonb) tidsband
    from tjeneste t left join lateral (
      select jsonb_agg(jsonb_build_object('id', e.id, 'navn', e.navn, 'eierform', e.eierform) order by e.navn) enheter
      from enhet e where e.kommune_id = t.kommune_id and e.type = 'UTFORER' and e.fom <= ${dag} and (e.tom is null or e.tom >= ${dag})
        and (e.id in (select d.enhet_id from d where d.tjeneste = t.kode) or not exists (select 1 from d where d.tjeneste = t.kode))
    ) e on true left join lateral (
      select jsonb_agg(jsonb_build_object('kode', x.kode, 'fra', x.fra, 'til', x.til) order by x.fra, x.kode) tidsband
      from (select distinct on (r->>'kode') r->>'kode' kode, r->>'fra' fra, r->>'til' til
            from ordning o, jsonb_array_elements(coalesce(o.regler->'tidsband', '[]'::jsonb)) r
            where o.kommune_id = t.kommune_id and o.id in (select d.ordning_id from d where d.tjeneste = t.kode) order by r->>'kode', r->>'fra') x
    ) b on true
    where t.kommune_id = ${kommuneId} and t.fom <= ${dag} and (t.tom is null or t.tom >= ${dag}) order by navn`);
}

/** The schemes' bands, and those that vedtak in force name though no scheme has them any more: a part is never lost by being left out. */
function medGjeldendeBand(t: TjenesteValg, gjeldende: readonly GjeldendeVedtak[]): readonly Tidsband[] {
  const i = gjeldende.flatMap((v) => (v.tjeneste === t.kode && v.omfang.type === 'TIMER' ? v.omfang.deler.map((del) => del.tidsband) : []));
  const ukjente = [...new Set(i)].filter((kode) => !t.tidsband.some((b) => b.kode === kode));
  return [...t.tidsband, ...ukjente.map((kode) => ({ kode, fra: null, til: null }))];
}

/** Which unit delivers each vedtak now (the order for the whole of it). */
async function findEnheter(tx: Tx, mottakerId: number): Promise<ReadonlyMap<number, number>> {
  const rader = await tx.alle<{ vedtakId: number; enhetId: number }>(sql`
    select distinct on (vedtak_id) vedtak_id "vedtakId", enhet_id "enhetId" from oppdrag
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and annullert is null
    order by vedtak_id, tidsband = '{}' desc, fom desc`);
  return new Map(rader.map((rad) => [rad.vedtakId, rad.enhetId]));
}

type MottakerRad = { id: number; navn: string; fodselsdato: Dato; versjon: number };

/** What the form for a new vedtak needs; null when the recipient is not this account's to see. */
export async function hentNyttVedtak(tx: Tx, mottakerId: number, sprak: Sprak): Promise<NyttVedtakView | null> {
  const mottaker = await tx.en<MottakerRad>(sql`
    select m.id, i.fornavn || ' ' || i.etternavn navn, i.fodselsdato, m.versjon
    from mottaker m join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${mottakerId}`);
  if (!mottaker) return null;
  const idag = iDag();
  const tjenester = (await findTjenester(tx, idag, sprak)).filter((t) => (t.enheter as readonly EnhetValg[]).length > 0);
  const enheter = await findEnheter(tx, mottakerId);
  const gjeldende = await findGjeldende(tx, mottakerId, leggTilDager(idag, -31));
  const varsler = new Map((await findApneVarsler(tx, mottakerId)).map((v) => [v.vedtakId, { tilstand: varseltilstand(idag, v), frist: v.frist }]));
  const regler = await hentVedtaksregler(tx, idag);
  return {
    idag,
    mottaker: { id: mottaker.id, navn: mottaker.navn, alder: alderVed(mottaker.fodselsdato, idag), versjon: mottaker.versjon },
    tjenester: tjenester.map((t) => ({ ...t, tidsband: medGjeldendeBand(t, gjeldende) })),
    gjeldende: gjeldende.map(({ virkningId: _virkningId, ...v }) => ({ ...v, enhetId: enheter.get(v.id) ?? null, varsel: varsler.get(v.id) ?? null })),
    priser: await findPrisgrunnlag(tx, idag, sprak),
    brukervalg: await hentBrukervalg(tx, idag),
    kontrakter: Object.fromEntries((await findSignerte(tx, mottakerId)).map((k) => [k.tjeneste, k])),
    grenseOre: regler.grenseOre,
    nivaer: Object.fromEntries(Object.entries(regler.nivaer).map(([kode, n]) => [kode, Object.fromEntries(Object.entries(n).map(([niva, t]) => [niva, t[sprak]]))])),
  };
}

export type NyttVedtakSide =
  | { readonly type: 'APEN'; readonly view: NyttVedtakView; readonly utkast: Utkast | null }
  | Exclude<Mappetilgang, { type: 'APEN' }>;

/** The form's page: through the record's door, with the account's own draft. */
export async function apneNyttVedtak(tx: Tx, mottakerId: number, sprak: Sprak): Promise<NyttVedtakSide> {
  const tilgang = await apneMappe(tx, mottakerId, 'NYTT_VEDTAK');
  if (tilgang.type !== 'APEN') return tilgang;
  const view = await hentNyttVedtak(tx, mottakerId, sprak);
  return view === null ? { type: 'FINNES_IKKE' } : { type: 'APEN', view, utkast: await hentUtkast(tx, mottakerId) };
}
