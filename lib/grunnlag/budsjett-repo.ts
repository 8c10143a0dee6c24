import { brokFraDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Maned, manedAv, manedensAr, manedensNummer } from '#lib/core/maned.ts';
import type { Lagretutkast } from '#lib/grunnlag/budsjett-view.ts';
import type { Budsjettgrunnlag, Budsjettinnhold, Budsjettpost, Historikklinje } from '#lib/grunnlag/domain/budsjettutkast.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const desember = (ar: number): Maned => manedAv(ar, 12);
const KOLONNER = sql`v.id, v.ar, v.versjon, v.status, v.grunnlag, v.begrunnelse, v.saksnr, to_char(v.vedtatt_dato, 'YYYY-MM-DD') as "vedtattDato", v.utgave,
  v.opprettet_av as "opprettetAv", v.opprettet, v.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn", v.foreslatt, g.navn as "godkjentAvNavn", v.godkjent,
  v.tilbake_grunn as "tilbakeGrunn", v.innhold`;
const FRA = sql`budsjettversjon v left join konto f on f.kommune_id = v.kommune_id and f.id = v.foreslatt_av left join konto g on g.kommune_id = v.kommune_id and g.id = v.godkjent_av`;

export function finnBudsjettversjoner(tx: Tx, ar: number): Promise<Lagretutkast[]> {
  return tx.alle<Lagretutkast>(sql`select ${KOLONNER} from ${FRA} where v.kommune_id = ${tx.hvem.kommuneId} and v.ar = ${ar} order by v.id`);
}

export function finnForeslatteBudsjett(tx: Tx): Promise<Lagretutkast[]> {
  return tx.alle<Lagretutkast>(sql`select ${KOLONNER} from ${FRA} where v.kommune_id = ${tx.hvem.kommuneId} and v.status = 'FORESLATT' order by v.id`);
}

export function finnBudsjettversjon(tx: Tx, id: number): Promise<Lagretutkast | null> {
  return tx.en<Lagretutkast>(sql`select ${KOLONNER} from ${FRA} where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${id}`);
}

/** Years that have a budget or a draft of one, newest first. */
export async function finnBudsjettar(tx: Tx): Promise<number[]> {
  const k = tx.hvem.kommuneId;
  const rader = await tx.alle<{ ar: number }>(sql`
    select distinct ar from (select left(maned, 4)::int as ar from budsjett where kommune_id = ${k} union select left(maned, 4)::int from enhetsbudsjett where kommune_id = ${k}
      union select ar from budsjettversjon where kommune_id = ${k} and status <> 'FORKASTET') x order by ar desc`);
  return rader.map((r) => r.ar);
}

type Linjerad = { ordningId: number; komponent: string; enhetId: number; maned: Maned; volum: string; prisOre: number };
type Celle = { nokkel: string; maned: Maned; ore: number };

const tolv = <T>(tom: T): T[] => Array.from({ length: 12 }, () => tom);

function perNokkel(celler: readonly Celle[]): [string, number[]][] {
  return [...Map.groupBy(celler, (c) => c.nokkel)].map(([nokkel, egne]) => {
    const ore = tolv(0);
    for (const c of egne) ore[manedensNummer(c.maned) - 1] = c.ore;
    return [nokkel, ore];
  });
}

/** A year's budget as it holds: the newest version of each row, or the newest up to `hoyst` (1: the original). */
export async function finnGjeldendeBudsjett(tx: Tx, ar: number, hoyst = 99): Promise<Budsjettinnhold> {
  const k = tx.hvem.kommuneId;
  const [fra, til] = [manedAv(ar, 1), desember(ar)];
  const linjer = await tx.alle<Linjerad>(sql`
    select distinct on (ordning_id, komponent, enhet_id, maned) ordning_id as "ordningId", komponent, enhet_id as "enhetId", maned, volum, pris_ore as "prisOre"
    from budsjett where kommune_id = ${k} and maned between ${fra} and ${til} and versjon <= ${hoyst} order by ordning_id, komponent, enhet_id, maned, versjon desc`);
  const enheter = await tx.alle<Celle>(sql`
    select distinct on (enhet_id, maned) enhet_id::text as nokkel, maned, ore from enhetsbudsjett
    where kommune_id = ${k} and maned between ${fra} and ${til} and versjon <= ${hoyst} order by enhet_id, maned, versjon desc`);
  const poster = await tx.alle<Celle>(sql`
    select distinct on (post, maned) post as nokkel, maned, ore from budsjettpost
    where kommune_id = ${k} and maned between ${fra} and ${til} and versjon <= ${hoyst} order by post, maned, versjon desc`);
  return {
    linjer: [...Map.groupBy(linjer, (l) => `${l.ordningId}/${l.komponent}/${l.enhetId}`).values()].flatMap((egne) => {
      const [forste] = egne;
      if (!forste) return [];
      const [volum, prisOre] = [tolv('0'), tolv(0)];
      for (const l of egne) {
        volum[manedensNummer(l.maned) - 1] = String(l.volum);
        prisOre[manedensNummer(l.maned) - 1] = l.prisOre;
      }
      return { ordningId: forste.ordningId, komponent: forste.komponent, enhetId: forste.enhetId, volum, prisOre };
    }),
    enheter: perNokkel(enheter).map(([id, ore]) => ({ enhetId: Number(id), ore })),
    poster: perNokkel(poster).map(([post, ore]) => ({ post: post as Budsjettpost, ore })),
  };
}

/** The decided versions of a year with the date of a file's, and the purchaser's rows at most that new. */
export function finnVersjonsnumre(tx: Tx, ar: number): Promise<{ versjon: number; vedtattDato: Dato | null }[]> {
  const k = tx.hvem.kommuneId;
  const [fra, til] = [manedAv(ar, 1), desember(ar)];
  return tx.alle(sql`
    select versjon, to_char(max(dato), 'YYYY-MM-DD') as "vedtattDato" from (
      select versjon, vedtatt_dato as dato from budsjett where kommune_id = ${k} and maned between ${fra} and ${til}
      union all select versjon, null from enhetsbudsjett where kommune_id = ${k} and maned between ${fra} and ${til}
      union all select versjon, null from budsjettpost where kommune_id = ${k} and maned between ${fra} and ${til}) x group by 1 order by 1`);
}

/** What each component delivered at each unit, month by month of the last three years before `for` that are settled. Manual lines, frames and carry-overs are left out. */
export async function finnBudsjetthistorikk(tx: Tx, foerAr: number): Promise<Historikklinje[]> {
  const rader = await tx.alle<{ ordningId: number; komponent: string; enhetId: number; maned: Maned; volum: string; belopOre: number }>(sql`
    select s.ordning_id as "ordningId", s.komponent, s.enhet_id as "enhetId", s.gjelder_maned as maned, sum(s.volum) as volum, sum(s.belop_ore)::bigint as "belopOre"
    from avregning_sum s join maned_status m on m.kommune_id = s.kommune_id and m.maned = s.gjelder_maned and m.status in ('AVREGNET', 'LUKKET')
    where s.kommune_id = ${tx.hvem.kommuneId} and s.gjelder_maned between ${manedAv(foerAr - 3, 1)} and ${desember(foerAr - 1)}
      and s.komponent not like '%/%'
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
  return [...Map.groupBy(rader, (r) => `${r.ordningId}/${r.komponent}/${r.enhetId}`).values()].flatMap((egne) => {
    const [forste] = egne;
    if (!forste) return [];
    const { ordningId, komponent, enhetId } = forste;
    return { ordningId, komponent, enhetId, maneder: egne.map((r) => ({ ar: manedensAr(r.maned), nummer: manedensNummer(r.maned), volum: brokFraDesimal(String(r.volum)), belopOre: r.belopOre })) };
  });
}

type Nytt = { readonly ar: number; readonly grunnlag: Budsjettgrunnlag; readonly begrunnelse: string; readonly innhold: Budsjettinnhold };

export async function opprettBudsjettutkast(tx: Tx, { ar, grunnlag, begrunnelse, innhold }: Nytt): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into budsjettversjon (kommune_id, ar, status, grunnlag, begrunnelse, innhold, opprettet_av, opprettet)
    values (${tx.hvem.kommuneId}, ${ar}, 'UTKAST', ${grunnlag}, ${begrunnelse}, ${JSON.stringify(innhold)}, ${tx.hvem.kontoId}, ${naa()})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** Saves what was written in a draft; 0 when it is no longer the edition that was seen. */
export function lagreInnhold(tx: Tx, id: number, utgave: number, innhold: Budsjettinnhold): Promise<number> {
  return tx.kjor(sql`update budsjettversjon set innhold = ${JSON.stringify(innhold)}, utgave = utgave + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and utgave = ${utgave} and status = 'UTKAST'`);
}

export function settForeslatt(tx: Tx, id: number, utgave: number, saksnr: string, vedtattDato: Dato): Promise<number> {
  return tx.kjor(sql`update budsjettversjon set status = 'FORESLATT', saksnr = ${saksnr}, vedtatt_dato = ${vedtattDato}, foreslatt_av = ${tx.hvem.kontoId}, foreslatt = ${naa()},
    tilbake_grunn = null where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and utgave = ${utgave} and status = 'UTKAST'`);
}

/** A proposal back to its draft, with the reason. */
export function settTilbake(tx: Tx, id: number, grunn: string): Promise<number> {
  return tx.kjor(sql`update budsjettversjon set status = 'UTKAST', tilbake_grunn = ${grunn}, utgave = utgave + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FORESLATT'`);
}

export function settForkastet(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update budsjettversjon set status = 'FORKASTET' where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'UTKAST'`);
}

export function settVedtatt(tx: Tx, id: number, versjon: number): Promise<number> {
  return tx.kjor(sql`update budsjettversjon set status = 'VEDTATT', versjon = ${versjon}, godkjent_av = ${tx.hvem.kontoId}, godkjent = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FORESLATT'`);
}

/** Writes a decided version's rows: every line, unit and post of the draft, also those that are like the version before. */
export async function skrivBudsjettrader(tx: Tx, v: Lagretutkast, versjon: number): Promise<void> {
  const k = tx.hvem.kommuneId;
  const json = JSON.stringify(v.innhold);
  await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato)
    select ${k}::int, ${versjon}::int, (l->>'ordningId')::int, l->>'komponent', (l->>'enhetId')::int, ${v.ar}::text || '-' || lpad(n::text, 2, '0'),
      (l->'volum'->>(n - 1))::numeric, (l->'prisOre'->>(n - 1))::bigint, ${v.vedtattDato}::date
    from jsonb_array_elements(${json}::jsonb->'linjer') l, generate_series(1, 12) n`);
  await tx.kjor(sql`insert into enhetsbudsjett (kommune_id, versjon, enhet_id, maned, ore)
    select ${k}::int, ${versjon}::int, (e->>'enhetId')::int, ${v.ar}::text || '-' || lpad(n::text, 2, '0'), (e->'ore'->>(n - 1))::bigint
    from jsonb_array_elements(${json}::jsonb->'enheter') e, generate_series(1, 12) n`);
  await tx.kjor(sql`insert into budsjettpost (kommune_id, versjon, post, maned, ore)
    select ${k}::int, ${versjon}::int, p->>'post', ${v.ar}::text || '-' || lpad(n::text, 2, '0'), (p->'ore'->>(n - 1))::bigint
    from jsonb_array_elements(${json}::jsonb->'poster') p, generate_series(1, 12) n`);
}
