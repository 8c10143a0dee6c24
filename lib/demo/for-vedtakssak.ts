import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { avgjorKlage, registrerInstansutfall, registrerKlage } from '#lib/vedtak/klage-service.ts';
import { registrerVarselsvar, sendVarsel, vurderVarsel } from '#lib/vedtak/varsel-service.ts';

async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  const svar = await withKommune(hvem, arbeid);
  if (!svar.ok) throw new Error(`Saken ble avvist: ${JSON.stringify(svar.feil)}`);
  return svar.verdi;
}

type Egen = { readonly vedtakId: number; readonly fattet: Dato };
type Grunnlag = { readonly kontoId: number; readonly nyere: readonly Egen[]; readonly eldre: readonly Egen[]; readonly lopende: readonly Egen[] };

/** A caseworker's own recipients, none shielded: vedtak of the last weeks, older ones, and open ones in force. One vedtak a recipient. */
async function finnGrunnlag(tx: Tx): Promise<Grunnlag | null> {
  const k = tx.hvem.kommuneId;
  const idag = iDag();
  const konto = await tx.en<{ id: number }>(sql`
    select m.saksbehandler_id id from mottaker m join konto_rolle r on r.kommune_id = m.kommune_id and r.konto_id = m.saksbehandler_id and r.rolle = 'saksbehandler'
    where m.kommune_id = ${k} and not m.skjermet group by 1 order by count(*) desc, 1 limit 1`);
  if (!konto) return null;
  const alle = await tx.alle<Egen & { lopende: boolean }>(sql`
    select distinct on (m.id) v.id "vedtakId", v.fattet_dato fattet, (w.tom is null and w.fom < ${idag} and v.omfang_type = 'TIMER') lopende
    from mottaker m join vedtak v on v.kommune_id = m.kommune_id and v.mottaker_id = m.id join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    where m.kommune_id = ${k} and m.saksbehandler_id = ${konto.id} and not m.skjermet and m.avsluttet is null and v.tjeneste in ('PRAKTISK_BISTAND', 'DAGSENTER') and (w.tom is null or w.tom >= ${idag})
      and exists (select 1 from mottaker_identitet i where i.kommune_id = m.kommune_id and i.mottaker_id = m.id) order by m.id, v.fattet_dato desc, v.id desc`);
  const nyere = alle.filter((v) => v.fattet >= leggTilDager(idag, -35));
  const eldre = alle.filter((v) => v.fattet < leggTilDager(idag, -60) && v.fattet > leggTilDager(idag, -360));
  return { kontoId: konto.id, nyere, eldre, lopende: alle.filter((v) => v.lopende) };
}

const INNHOLD = ['Jeg er uenig i hvor mange timer jeg får, og mener behovet er større enn dere skriver.', 'Mor trenger hjelp oftere enn hver annen uke. Vi ber dere se på saken en gang til.', 'Dere har ikke tatt med at jeg falt to ganger i sommer.'];
const VURDERING = 'Vi har lest klagen og vært på et nytt hjemmebesøk. Behovet er slik kartleggingen viser, og hjelpen er forsvarlig.';

/** Appeals where they stand in a living office: just come, soon a month old, late, rejected, and with the appeal body. */
async function forKlager(hvem: Utforende, g: Grunnlag): Promise<number> {
  const idag = iDag();
  const klag = (v: Egen, mottatt: Dato, nr: number) => som(hvem, (tx) => registrerKlage(tx, { vedtakId: v.vedtakId, klager: nr % 2 === 0 ? 'MOTTAKER' : 'VERGE', mottatt: mottatt < v.fattet ? v.fattet : mottatt, brevMottatt: null, innhold: INNHOLD[nr % INNHOLD.length] ?? '' }));
  const avgjor = (klageId: number, utfall: 'OPPRETTHOLDT' | 'AVVIST', oppreisning = false) => som(hvem, (tx) => avgjorKlage(tx, { klageId, versjon: 1, utfall, oppreisning, nyttVedtak: null, vurdering: VURDERING }));
  for (const [nr, v] of g.nyere.slice(0, 3).entries()) await klag(v, leggTilDager(idag, -2 - nr * 4), nr);
  for (const [nr, v] of g.eldre.slice(0, 5).entries()) {
    const { klageId } = await klag(v, nr < 2 ? leggTilDager(v.fattet, 20) : leggTilDager(idag, -3 - nr), nr);
    if (nr === 0 || nr === 1) await avgjor(klageId, 'OPPRETTHOLDT');
    if (nr === 1) await som(hvem, (tx) => registrerInstansutfall(tx, { klageId, versjon: 2, utfall: 'STADFESTET', dato: idag, nyttVedtak: null, tekst: 'Statsforvalteren er enig i kommunens vurdering.' }));
    if (nr === 2) await avgjor(klageId, 'AVVIST');
  }
  return g.nyere.slice(0, 3).length + g.eldre.slice(0, 5).length;
}

/** Notices of less: one that waits, one answered, one assessed. */
async function forVarsler(hvem: Utforende, g: Grunnlag): Promise<void> {
  const idag = iDag();
  for (const [nr, v] of g.lopende.slice(-3).entries()) {
    await som(hvem, (tx) => sendVarsel(tx, { vedtakId: v.vedtakId, slag: 'REDUKSJON', hva: 'Fra hver uke til hver annen uke, like lenge hver gang.', hvorfor: 'Du har fått robotstøvsuger og klarer mer av rengjøringen selv.', frist: leggTilDager(idag, 15) }));
    const varsel = await withKommune(hvem, (tx) => tx.en<{ id: number }>(sql`select id from forhandsvarsel where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${v.vedtakId}`));
    if (nr === 0 || !varsel) continue;
    await som(hvem, (tx) => registrerVarselsvar(tx, { varselId: varsel.id, mottatt: idag, svar: 'Det går greit, men jeg vil ha den samme hjelperen.' }));
    if (nr === 2) await som(hvem, (tx) => vurderVarsel(tx, { varselId: varsel.id, vurdering: 'Du er enig i å prøve hver annen uke. Vi ber utføreren om at du får den samme hjelperen.' }));
  }
}

/** The demo's appeals and notices, by the real services and with their letters. No vedtak and no money is changed. Answers how many appeals. */
export async function forVedtakssak(kommune: LastKommune): Promise<number> {
  const system: Utforende = { kommuneId: kommune.id, kontoId: null, rolle: 'system', enheter: null };
  const g = await withKommune(system, finnGrunnlag);
  if (!g) return 0;
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: g.kontoId, rolle: 'saksbehandler', enheter: null };
  await forVarsler(hvem, g);
  return forKlager(hvem, g);
}
