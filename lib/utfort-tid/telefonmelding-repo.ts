import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';
import type { Forkastet, Telefonmelding } from '#lib/utfort-tid/felt-view.ts';

const FLEST = 200;

/** Visits whose phone said something a leader should see, that nobody has looked at; the newest first. */
export function findTelefonmeldinger(tx: Tx): Promise<Telefonmelding[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Telefonmelding>(sql`
    select f.klient_id "klientId", f.dato, to_char(b.start at time zone 'Europe/Oslo', 'HH24.MI') kl, b.minutter, a.navn ansatt,
      case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn, coalesce(m.pseudonym, '–') pseudonym, f.flagg, f.klokkeavvik,
      to_char(f.telefon_start at time zone 'Europe/Oslo', 'DD.MM. HH24.MI') "telefonKl", n.navn "samtidigAnsatt", b.id "besokId"
    from felt_besok f
    join besok b on b.kommune_id = ${k} and b.id = f.besok_id and b.dato between f.dato - 62 and f.dato + 62 and not b.erstattet
    join oppdrag o on o.kommune_id = ${k} and o.id = f.oppdrag_id
    left join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id
    left join konto a on a.kommune_id = ${k} and a.id = b.ansatt_id
    left join besok s on s.kommune_id = ${k} and s.id = f.samtidig_id and s.dato between f.dato - 2 and f.dato + 2 and not s.erstattet
    left join konto n on n.kommune_id = ${k} and n.id = s.ansatt_id
    where f.kommune_id = ${k} and ${egneEnheter(tx, sql`f.enhet_id`)} and f.flagg <> '{}' and f.sett is null
    order by f.mottatt desc limit ${FLEST}`);
}

/** What was thrown away on phones the last 60 days. */
export function findForkastede(tx: Tx): Promise<Forkastet[]> {
  return tx.alle<Forkastet>(sql`
    select f.klient_id "klientId", coalesce(f.innhold ->> 'navn', '–') navn, to_char(f.forkastet at time zone 'Europe/Oslo', 'YYYY-MM-DD') dato, a.navn ansatt, f.avslag, f.grunn,
      coalesce((f.innhold ->> 'minutter')::numeric, 0)::int minutter
    from felt_forkastet f left join konto a on a.kommune_id = f.kommune_id and a.id = f.konto_id
    where f.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`f.enhet_id`)} and f.forkastet > ${naa()}::timestamptz - interval '60 days'
    order by f.forkastet desc limit ${FLEST}`);
}

/** False when somebody has looked already. */
export async function settSett(tx: Tx, klientId: string): Promise<boolean> {
  return (await tx.kjor(sql`update felt_besok set sett = ${naa()}, sett_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId} and sett is null and ${egneEnheter(tx, sql`enhet_id`)}`)) === 1;
}
