import type { Avslutning, Ordningsutkast, Utkaststatus } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Felles = {
  readonly id: number;
  readonly status: Utkaststatus;
  readonly versjon: number;
  /** SHA-256 of the content, as the database keeps it */
  readonly hash: string;
  readonly opprettetAv: string | null;
  readonly endretAv: string | null;
  readonly endret: Date;
  readonly foreslattAvId: number | null;
  readonly foreslattAv: string | null;
  readonly foreslatt: Date | null;
  readonly godkjentAv: string | null;
  readonly godkjent: Date | null;
  readonly tilbakeGrunn: string | null;
  readonly ordningId: number | null;
};
export type Utkastrad = Felles & { readonly slag: 'NY'; readonly innhold: Ordningsutkast };
export type Avslutningsrad = Felles & { readonly slag: 'AVSLUTT'; readonly innhold: Avslutning };
export type Utkast = Utkastrad | Avslutningsrad;

const FELT = sql`u.id, u.slag, u.status, u.versjon, u.innhold, encode(sha256(convert_to(u.innhold::text, 'UTF8')), 'hex') as hash, o.navn as "opprettetAv",
  e.navn as "endretAv", u.endret, u.foreslatt_av as "foreslattAvId", f.navn as "foreslattAv", u.foreslatt, g.navn as "godkjentAv", u.godkjent,
  u.tilbake_grunn as "tilbakeGrunn", u.ordning_id as "ordningId"`;
const FRA = sql`from ordning_utkast u
  left join konto o on o.kommune_id = u.kommune_id and o.id = u.opprettet_av left join konto e on e.kommune_id = u.kommune_id and e.id = u.endret_av
  left join konto f on f.kommune_id = u.kommune_id and f.id = u.foreslatt_av left join konto g on g.kommune_id = u.kommune_id and g.id = u.godkjent_av`;

export function finnUtkast(tx: Tx, id: number): Promise<Utkast | null> {
  return tx.en<Utkast>(sql`select ${FELT} ${FRA} where u.kommune_id = ${tx.hvem.kommuneId} and u.id = ${id}`);
}

/** As `finnUtkast`, with its row held until the transaction ends. */
export async function lasUtkast(tx: Tx, id: number): Promise<Utkast | null> {
  await tx.kjor(sql`select 1 from ordning_utkast where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
  return finnUtkast(tx, id);
}

/** Drafts that are written or wait for approval, the last changed first. */
export function finnApneUtkast(tx: Tx): Promise<Utkast[]> {
  return tx.alle<Utkast>(sql`
    select ${FELT} ${FRA} where u.kommune_id = ${tx.hvem.kommuneId} and u.status in ('UTKAST', 'FORESLATT') order by u.endret desc, u.id desc`);
}

/** The draft that a scheme came from, and the ends that were decided of it. */
export function finnUtkastTil(tx: Tx, ordningId: number): Promise<Utkast[]> {
  return tx.alle<Utkast>(sql`select ${FELT} ${FRA} where u.kommune_id = ${tx.hvem.kommuneId} and u.ordning_id = ${ordningId} and u.status <> 'FORKASTET' order by u.id`);
}

export async function nyttUtkast(tx: Tx, slag: Utkast['slag'], innhold: Ordningsutkast | Avslutning, ordningId: number | null): Promise<number> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<{ id: number }>(sql`
    insert into ordning_utkast (kommune_id, slag, status, innhold, opprettet_av, opprettet, endret_av, endret, ordning_id)
    values (${kommuneId}, ${slag}, 'UTKAST', ${JSON.stringify(innhold)}, ${kontoId}, ${naa()}, ${kontoId}, ${naa()}, ${ordningId}) returning id`);
  if (!rad) throw new Error('utkastet ble ikke lagret');
  return rad.id;
}

/** Saves what was written on the version seen. False: somebody else has saved since, or it is no longer a draft. */
export async function lagreUtkast(tx: Tx, id: number, versjon: number, innhold: Ordningsutkast): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_utkast set innhold = ${JSON.stringify(innhold)}, versjon = versjon + 1, endret_av = ${tx.hvem.kontoId}, endret = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and versjon = ${versjon} and status = 'UTKAST' and slag = 'NY'`);
  return antall === 1;
}

export async function merkForeslatt(tx: Tx, id: number, versjon: number): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_utkast set status = 'FORESLATT', foreslatt_av = ${tx.hvem.kontoId}, foreslatt = ${naa()}, tilbake_grunn = null
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and versjon = ${versjon} and status = 'UTKAST'`);
  return antall === 1;
}

/** Back to a draft: taken back by the one who proposed (no reason), or sent back by the other. */
export async function merkTilbake(tx: Tx, id: number, versjon: number, grunn: string | null): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_utkast set status = 'UTKAST', foreslatt_av = null, foreslatt = null, tilbake_grunn = ${grunn}, versjon = versjon + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and versjon = ${versjon} and status = 'FORESLATT'`);
  return antall === 1;
}

export async function merkForkastet(tx: Tx, id: number, versjon: number): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_utkast set status = 'FORKASTET', endret_av = ${tx.hvem.kontoId}, endret = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and versjon = ${versjon} and status = 'UTKAST'`);
  return antall === 1;
}

export async function merkIKraft(tx: Tx, id: number, versjon: number, ordningId: number): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_utkast set status = 'I_KRAFT', godkjent_av = ${tx.hvem.kontoId}, godkjent = ${naa()}, ordning_id = ${ordningId}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and versjon = ${versjon} and status = 'FORESLATT'`);
  return antall === 1;
}
