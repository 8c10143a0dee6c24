import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { naa } from '#lib/server/clock.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Kontrollresultat, Trekkbart } from '#lib/utfort-tid/domain/stikkprove.ts';
import type { Enhetsvalg, Kvalitetsmaned, Meldingsrad, Provehode, Proverad } from '#lib/utfort-tid/kontroll-view.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';

export function findKontrollenheter(tx: Tx): Promise<Enhetsvalg[]> {
  return tx.alle<Enhetsvalg>(sql`select e.id, e.navn from enhet e where e.kommune_id = ${tx.hvem.kommuneId} and e.type = 'UTFORER' and ${egneEnheter(tx, sql`e.id`)} order by e.navn`);
}

const FRA_ANDRE = sql`b.kilde in ('IMPORT', 'API')`;

/** Each month's visits by how they were registered (its source says whether it was the same day); put-aside ones count nowhere. */
export function findKvalitet(tx: Tx, enhetId: number | null, fom: Dato, tom: Dato): Promise<Kvalitetsmaned[]> {
  return tx.alle<Kvalitetsmaned>(sql`
    select to_char(m, 'YYYY-MM') maned, besok, "fraAndre", "sammeDag", etterpa, rettet, "utenPlan" from (
      select date_trunc('month', b.dato::timestamp) m, count(*)::int besok, count(*) filter (where ${FRA_ANDRE})::int "fraAndre",
        count(*) filter (where not ${FRA_ANDRE} and b.kilde <> 'ETTERREGISTRERT')::int "sammeDag",
        count(*) filter (where b.kilde = 'ETTERREGISTRERT')::int etterpa, count(*) filter (where b.versjon > 1)::int rettet, count(*) filter (where b.planlagt_minutter is null)::int "utenPlan"
      from besok b where b.kommune_id = ${tx.hvem.kommuneId} and b.dato between ${fom} and ${tom} and not b.erstattet
        and (${enhetId}::int is null or b.enhet_id = ${enhetId}::int) and ${egneEnheter(tx, sql`b.enhet_id`)} group by 1) s order by m`);
}

/** The visits of a unit that may be drawn: to a recipient, as they stand. */
export function findTrekkbare(tx: Tx, enhetId: number, fom: Dato, tom: Dato): Promise<(Trekkbart & { dato: Dato; versjon: number })[]> {
  return tx.alle(sql`select b.id, b.kilde = 'ETTERREGISTRERT' etterfort, b.dato, b.versjon from besok b
    where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato between ${fom} and ${tom} and not b.erstattet and b.kategori in ('BRUKERRETTET', 'BOMTUR') order by b.id`);
}

type NyProve = { enhetId: number; fom: Dato; tom: Dato; fro: number; vekt: number; populasjon: number; etterforte: number; avtrykk: string };

export async function insertProve(tx: Tx, p: NyProve, trukne: readonly (Trekkbart & { dato: Dato; versjon: number })[]): Promise<number> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ id: number }>(sql`insert into stikkprove (kommune_id, enhet_id, fom, tom, fro, vekt, antall, populasjon, etterforte, avtrykk, trukket, trukket_av)
    values (${k}, ${p.enhetId}, ${p.fom}, ${p.tom}, ${p.fro}, ${p.vekt}, ${trukne.length}, ${p.populasjon}, ${p.etterforte}, ${p.avtrykk}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  await tx.kjor(sql`insert into stikkprove_besok (kommune_id, stikkprove_id, nummer, enhet_id, besok_id, dato, versjon, etterfort)
    select ${k}::int, ${rad?.id}::int, ordinality, ${p.enhetId}::int, id, dato, versjon, etterfort
    from unnest(${trukne.map((b) => b.id)}::bigint[], ${trukne.map((b) => b.dato)}::date[], ${trukne.map((b) => b.versjon)}::int[], ${trukne.map((b) => b.etterfort)}::boolean[]) with ordinality u(id, dato, versjon, etterfort, ordinality)`);
  return rad?.id ?? 0;
}

function prover(tx: Tx, bare: Sql): Sql {
  return sql`select p.id, e.navn enhet, p.fom, p.tom, p.fro, p.vekt, p.antall, p.populasjon, p.etterforte, p.avtrykk, (p.trukket at time zone 'Europe/Oslo')::date trukket, coalesce(a.navn, '–') "trukketAv",
      s.kontrollert, s.avvik, s.apne
    from stikkprove p join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id left join konto a on a.kommune_id = p.kommune_id and a.id = p.trukket_av
    cross join lateral (select count(*) filter (where b.utfall is not null)::int kontrollert, count(*) filter (where b.utfall = 'AVVIK')::int avvik, count(*) filter (where b.utfall = 'AVVIK' and b.fulgt_opp is null)::int apne
      from stikkprove_besok b where b.kommune_id = p.kommune_id and b.stikkprove_id = p.id) s
    where p.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`p.enhet_id`)} and ${bare} order by p.id desc`;
}

export function findProver(tx: Tx, antall: number, fra: number): Promise<Provehode[]> {
  return tx.alle<Provehode>(sql`${prover(tx, sql`true`)} limit ${antall} offset ${fra}`);
}

export function findProve(tx: Tx, id: number): Promise<Provehode | null> {
  return tx.en<Provehode>(prover(tx, sql`p.id = ${id}`));
}

export async function tellProver(tx: Tx): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall from stikkprove p where p.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`p.enhet_id`)}`))?.antall ?? 0;
}

/** Drawn visits as they were when they were drawn, by pseudonym. */
function rader(tx: Tx, bare: Sql): Sql {
  return sql`select r.stikkprove_id "stikkproveId", r.nummer, r.besok_id "besokId", r.dato, to_char(b.start at time zone 'Europe/Oslo', 'HH24.MI') kl, b.minutter, b.kategori, coalesce(v.nummer, '–') "vedtakNummer",
      coalesce(m.pseudonym, '–') pseudonym, a.navn ansatt, b.kilde, b.grunn, r.etterfort, b.erstattet "endretSiden", r.utfall, r.avvik_slag slag, r.merknad, c.navn "kontrollertAv", r.oppfolging
    from stikkprove_besok r join besok b on b.kommune_id = r.kommune_id and b.dato = r.dato and b.id = r.besok_id and b.versjon = r.versjon
    left join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id left join mottaker m on m.kommune_id = b.kommune_id and m.id = v.mottaker_id
    left join konto a on a.kommune_id = b.kommune_id and a.id = b.ansatt_id left join konto c on c.kommune_id = r.kommune_id and c.id = r.kontrollert_av
    where r.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`r.enhet_id`)} and ${bare}`;
}

export function findProverader(tx: Tx, id: number): Promise<Proverad[]> {
  return tx.alle<Proverad>(sql`${rader(tx, sql`r.stikkprove_id = ${id}`)} order by r.nummer`);
}

/** Deviations that nobody has followed up, the oldest first. */
export function findApneAvvik(tx: Tx): Promise<Proverad[]> {
  return tx.alle<Proverad>(sql`${rader(tx, sql`r.utfall = 'AVVIK' and r.fulgt_opp is null`)} order by r.dato, r.stikkprove_id, r.nummer limit 200`);
}

export async function tellApneAvvik(tx: Tx): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall from stikkprove_besok r where r.kommune_id = ${tx.hvem.kommuneId} and r.utfall = 'AVVIK' and r.fulgt_opp is null and ${egneEnheter(tx, sql`r.enhet_id`)}`))?.antall ?? 0;
}

type Nokkel = { readonly stikkproveId: number; readonly nummer: number };
const raden = (tx: Tx, n: Nokkel): Sql => sql`r.kommune_id = ${tx.hvem.kommuneId} and r.stikkprove_id = ${n.stikkproveId} and r.nummer = ${n.nummer} and ${egneEnheter(tx, sql`r.enhet_id`)}`;

export function lockProverad(tx: Tx, n: Nokkel): Promise<{ besokId: number; utfall: string | null; fulgtOpp: boolean } | null> {
  return tx.en(sql`select r.besok_id "besokId", r.utfall, r.fulgt_opp is not null "fulgtOpp" from stikkprove_besok r where ${raden(tx, n)} for update`);
}

export async function saveResultat(tx: Tx, n: Nokkel, r: Kontrollresultat): Promise<void> {
  await tx.kjor(sql`update stikkprove_besok r set utfall = ${r.utfall}, avvik_slag = ${r.slag}, merknad = ${r.merknad}, kontrollert = ${naa()}, kontrollert_av = ${tx.hvem.kontoId} where ${raden(tx, n)}`);
}

export async function saveOppfolging(tx: Tx, n: Nokkel, tekst: string): Promise<void> {
  await tx.kjor(sql`update stikkprove_besok r set oppfolging = ${tekst}, fulgt_opp = ${naa()}, fulgt_opp_av = ${tx.hvem.kontoId} where ${raden(tx, n)}`);
}

export async function saveMelding(tx: Tx, m: { enhetId: number; maned: string; slag: string; kategori: string; antall: number }): Promise<void> {
  await tx.kjor(sql`insert into enhetsmelding (kommune_id, enhet_id, maned, slag, kategori, antall, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${m.enhetId}, ${m.maned}, ${m.slag}, ${m.kategori}, ${m.antall}, ${naa()}, ${tx.hvem.kontoId})
    on conflict (kommune_id, enhet_id, maned, slag, kategori) do update set antall = excluded.antall, registrert = excluded.registrert, registrert_av = excluded.registrert_av`);
}

export function findMeldinger(tx: Tx, fra: Maned, til: Maned): Promise<Meldingsrad[]> {
  return tx.alle<Meldingsrad>(sql`select m.enhet_id "enhetId", e.navn enhet, m.maned, m.slag, m.kategori, m.antall from enhetsmelding m join enhet e on e.kommune_id = m.kommune_id and e.id = m.enhet_id
    where m.kommune_id = ${tx.hvem.kommuneId} and m.maned between ${fra} and ${til} and m.antall > 0 and ${egneEnheter(tx, sql`m.enhet_id`)} order by m.maned desc, e.navn, m.slag, m.kategori`);
}
