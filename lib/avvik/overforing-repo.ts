import type { Maned } from '#lib/core/maned.ts';
import type { Arsregel } from '#lib/avvik/domain/arsslutt.ts';
import type { Overforing, Tid } from '#lib/avvik/arsslutt-view.ts';
import type { Forslagslinje, Overforingsslag } from '#lib/avvik/domain/overforingsforslag.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const FELT = sql`o.id, o.ar, o.slag, o.bokfort_maned as "bokfortManed", o.retter_id as "retterId", o.status, o.begrunnelse, o.foreslatt_av as "foreslattAv", f.navn as "foreslattAvNavn",
  o.foreslatt, a.navn as "avgjortAvNavn", o.avgjort, o.avslag_grunn as "avslagGrunn"
  from overforing o left join konto f on f.kommune_id = o.kommune_id and f.id = o.foreslatt_av left join konto a on a.kommune_id = o.kommune_id and a.id = o.avgjort_av`;

/** A year's proposals and decisions (null: every year's), newest first. */
export function finnOverforinger(tx: Tx, ar: number | null): Promise<Overforing[]> {
  return tx.alle<Overforing>(sql`
    select ${FELT} where o.kommune_id = ${tx.hvem.kommuneId} and (${ar}::int is null or o.ar = ${ar}) order by o.id desc`);
}

export function finnOverforing(tx: Tx, id: number): Promise<Overforing | null> {
  return tx.en<Overforing>(sql`select ${FELT} where o.kommune_id = ${tx.hvem.kommuneId} and o.id = ${id}`);
}

/** The decision that holds for a year: the one no other decision corrects. */
export function gjeldendeVedtak(alle: readonly Overforing[], ar: number): Overforing | null {
  const vedtatt = alle.filter((o) => o.ar === ar && o.status === 'VEDTATT');
  return vedtatt.find((o) => !vedtatt.some((annen) => annen.retterId === o.id)) ?? null;
}

type Linjerad = Omit<Forslagslinje, 'regel'> & Arsregel & { readonly overforingId: number };

/** The units' rows of decisions, those one may see. Amounts in øre. */
export async function finnOverforingslinjer(tx: Tx, ider: readonly number[]): Promise<ReadonlyMap<number, Forslagslinje[]>> {
  const rader = await tx.alle<Linjerad>(sql`
    select overforing_id as "overforingId", enhet_id as "enhetId", ordning_id as "ordningId", andel_overskudd as "andelOverskudd", andel_underskudd as "andelUnderskudd",
      tak_andel as "takAndelAvBudsjett", tak_akkumulert as "takAkkumulert", inntekt_ore as "inntektOre", anslag_ore as "anslagOre", kostnad_ore as "kostnadOre", budsjett_ore as "budsjettOre",
      maks_underskudd_ore as "maksUnderskuddOre", dispensasjon_id as "dispensasjonId", resultat_ore as "resultatOre", overfores_ore as "overforesOre",
      kommunen_dekker_ore as "kommunenDekkerOre", inn_ore as "innOre", akkumulert_ore as "akkumulertOre", bokfores_ore as "bokforesOre"
    from overforing_enhet where kommune_id = ${tx.hvem.kommuneId} and overforing_id = any(${ider}::int[]) order by overforing_id, enhet_id`);
  const svar = new Map<number, Forslagslinje[]>(ider.map((id) => [id, []]));
  for (const { overforingId, andelOverskudd, andelUnderskudd, takAndelAvBudsjett, takAkkumulert, ...tall } of rader) {
    svar.get(overforingId)?.push({ ...tall, regel: { andelOverskudd, andelUnderskudd, takAndelAvBudsjett, takAkkumulert } });
  }
  return svar;
}

export type Nyoverforing = { readonly ar: number; readonly slag: Overforingsslag; readonly bokfortManed: Maned; readonly retterId: number | null; readonly begrunnelse: string };

/** A proposal and its rows. Null: one waits already, which the database sees to. */
export async function skrivForslag(tx: Tx, ny: Nyoverforing, linjer: readonly Forslagslinje[], tid: Tid): Promise<number | null> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ id: number }>(sql`
    insert into overforing (kommune_id, ar, slag, bokfort_maned, retter_id, status, begrunnelse, foreslatt_av, foreslatt)
    values (${k}, ${ny.ar}, ${ny.slag}, ${ny.bokfortManed}, ${ny.retterId}, 'FORESLATT', ${ny.begrunnelse}, ${tx.hvem.kontoId}, ${tid}) on conflict do nothing returning id`);
  if (!rad) return null;
  for (const l of linjer) {
    await tx.kjor(sql`
      insert into overforing_enhet (kommune_id, overforing_id, enhet_id, ordning_id, andel_overskudd, andel_underskudd, tak_andel, tak_akkumulert, inntekt_ore, anslag_ore, kostnad_ore, budsjett_ore,
        maks_underskudd_ore, dispensasjon_id, resultat_ore, overfores_ore, kommunen_dekker_ore, inn_ore, akkumulert_ore, bokfores_ore)
      values (${k}, ${rad.id}, ${l.enhetId}, ${l.ordningId}, ${l.regel.andelOverskudd}, ${l.regel.andelUnderskudd}, ${l.regel.takAndelAvBudsjett}, ${l.regel.takAkkumulert}, ${l.inntektOre},
        ${l.anslagOre}, ${l.kostnadOre}, ${l.budsjettOre}, ${l.maksUnderskuddOre}, ${l.dispensasjonId}, ${l.resultatOre}, ${l.overforesOre}, ${l.kommunenDekkerOre}, ${l.innOre}, ${l.akkumulertOre}, ${l.bokforesOre})`);
  }
  return rad.id;
}

/** Decides a waiting proposal. 0: it was decided already. */
export function merkAvgjort(tx: Tx, id: number, status: 'VEDTATT' | 'AVVIST' | 'TRUKKET', avslagGrunn: string | null, tid: Tid): Promise<number> {
  return tx.kjor(sql`
    update overforing set status = ${status}, avgjort_av = ${tx.hvem.kontoId}, avgjort = ${tid}, avslag_grunn = ${avslagGrunn}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'FORESLATT'`);
}

/** Posts a decision: one line a unit and its sum, once, whatever happens. Returns the number of lines. */
export async function bokforOverforing(tx: Tx, id: number): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select bokfor_overforing(${id}) as antall`))?.antall ?? 0;
}
