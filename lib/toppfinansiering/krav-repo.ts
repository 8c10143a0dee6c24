import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Kravspor } from '#lib/toppfinansiering/domain/kravsak.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

const FELT = sql`k.id, k.regnskapsar, k.versjon, k.status, k.bekreftet, k.innslagspunkt_ore::float8 as "innslagspunktOre", k.antall, k.netto_ore::float8 as "nettoOre", k.tilskudd_ore::float8 as "tilskuddOre",
  k.sha256, k.merknad, k.opprettet_av as "opprettetAv", o.navn as "opprettetAvNavn", k.opprettet, k.godkjent1_av as "godkjent1Av", g1.navn as "godkjent1AvNavn", k.godkjent1, g2.navn as "godkjent2AvNavn", k.godkjent2,
  f.navn as "forkastetAvNavn", k.forkastet, k.forkastet_grunn as "forkastetGrunn"
  from krav k join konto o on o.kommune_id = k.kommune_id and o.id = k.opprettet_av
  left join konto g1 on g1.kommune_id = k.kommune_id and g1.id = k.godkjent1_av left join konto g2 on g2.kommune_id = k.kommune_id and g2.id = k.godkjent2_av
  left join konto f on f.kommune_id = k.kommune_id and f.id = k.forkastet_av`;

/** The versions of a year's claim (null: every year's), newest first. Sums only. */
export function finnKravene(tx: Tx, ar: number | null): Promise<Kravversjon[]> {
  return tx.alle<Kravversjon>(sql`select ${FELT} where k.kommune_id = ${tx.hvem.kommuneId} and (${ar}::int is null or k.regnskapsar = ${ar}) order by k.regnskapsar desc, k.versjon desc`);
}

export function finnKrav(tx: Tx, id: number): Promise<Kravversjon | null> {
  return tx.en<Kravversjon>(sql`select ${FELT} where k.kommune_id = ${tx.hvem.kommuneId} and k.id = ${id}`);
}

/** What a claim rests on; null for those who are not named. */
export function finnKravgrunnlag(tx: Tx, id: number): Promise<{ sak: string; spor: Kravspor } | null> {
  return tx.en(sql`select sak, spor from krav_grunnlag where kommune_id = ${tx.hvem.kommuneId} and krav_id = ${id}`);
}

export type Nyttkrav = Pick<Kravversjon, 'regnskapsar' | 'bekreftet' | 'innslagspunktOre' | 'antall' | 'nettoOre' | 'tilskuddOre' | 'sha256' | 'merknad'>;

/** A new version with its basis. Null: a draft of the year is there already. */
export async function skrivKrav(tx: Tx, k: Nyttkrav, sak: string, spor: Kravspor, tid: Date): Promise<number | null> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<{ id: number }>(sql`
    insert into krav (kommune_id, regnskapsar, versjon, status, bekreftet, innslagspunkt_ore, antall, netto_ore, tilskudd_ore, sha256, merknad, opprettet_av, opprettet)
    select ${kommuneId}, ${k.regnskapsar}, coalesce((select max(versjon) from krav where kommune_id = ${kommuneId} and regnskapsar = ${k.regnskapsar}), 0) + 1,
      'UTKAST', ${k.bekreftet}, ${k.innslagspunktOre}, ${k.antall}, ${k.nettoOre}, ${k.tilskuddOre}, ${k.sha256}, ${k.merknad}, ${kontoId}, ${tid}
    on conflict do nothing returning id`);
  if (!rad) return null;
  await tx.kjor(sql`insert into krav_grunnlag (kommune_id, krav_id, sak, spor) values (${kommuneId}, ${rad.id}, ${sak}, ${JSON.stringify(spor)}::jsonb)`);
  return rad.id;
}

/** Locks a claim for a decision. */
export function lasKrav(tx: Tx, id: number): Promise<{ status: string; opprettetAv: number; godkjent1Av: number | null } | null> {
  return tx.en(sql`select status, opprettet_av as "opprettetAv", godkjent1_av as "godkjent1Av" from krav where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
}

/** The first approval, or the second, which freezes. */
export async function merkGodkjent(tx: Tx, id: number, nummer: 1 | 2, tid: Date): Promise<void> {
  const sett = nummer === 1 ? sql`godkjent1_av = ${tx.hvem.kontoId}, godkjent1 = ${tid}` : sql`godkjent2_av = ${tx.hvem.kontoId}, godkjent2 = ${tid}, status = 'FROSSET'`;
  await tx.kjor(sql`update krav set ${sett} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function merkForkastet(tx: Tx, id: number, grunn: string, tid: Date): Promise<void> {
  await tx.kjor(sql`update krav set status = 'FORKASTET', forkastet_av = ${tx.hvem.kontoId}, forkastet = ${tid}, forkastet_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}
