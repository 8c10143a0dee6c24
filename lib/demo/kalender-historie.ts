import { virkedagEtter } from '#lib/avregning/domain/kalender.ts';
import { holdKalenderen } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentGang, settKalender } from '#lib/avregning/kalender-service.ts';
import { beregnManedstall } from '#lib/avregning/kalender-tall-service.ts';
import { dagerI, forrige, manedFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lokalTid, millisekunderVed } from '#lib/core/oslo-tid.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';

/** Working days after the month: the units have declared and the purchaser has some days left when the month is three weeks old. */
const KALENDER = { ERKLAR: 8, INNSIGELSE: 10, ATTESTER: 17, BOKFOR: 18, LUKK: 20 } as const;
/** The day the units declared, when it has come. */
const ERKLART_VIRKEDAG = 5;

type Leder = { readonly enhetId: number; readonly kontoId: number };

/** The leader of a unit says that the month is complete, at what a run would post then. */
async function erklar(kommuneId: number, maned: Maned, leder: Leder, belopOre: number): Promise<void> {
  const tid = Math.min(naa().getTime(), millisekunderVed(lokalTid(`${virkedagEtter(maned, ERKLART_VIRKEDAG)}T09:15`)));
  await withKommune({ kommuneId, kontoId: leder.kontoId, rolle: 'utforerleder', enheter: [leder.enhetId] }, (tx) =>
    tx.kjor(sql`
      insert into maned_erklaring (kommune_id, enhet_id, maned, belop_ore, erklart, erklart_av)
      values (${kommuneId}, ${leder.enhetId}, ${maned}, ${belopOre}, to_timestamp(${tid / 1000}), ${leder.kontoId})
      on conflict do nothing`),
  );
}

/**
 * Puts a calendar in force from the last whole month, and lets the units that have declared all its weeks declare it. The private
 * provider is the one that is missing. Call it when what came late has been written.
 *
 * @returns number of units that declared
 */
export async function settKalenderIKraft({ id: kommuneId, controller }: LastKommune): Promise<number> {
  const maned = forrige(manedFor(iDag()));
  const satt = await withKommune({ kommuneId, kontoId: controller, rolle: 'controller', enheter: null }, (tx) => settKalender(tx, { fra: maned, ...KALENDER }));
  if (!satt.ok) throw new Error(`Kalenderen ble avvist: ${JSON.stringify(satt.feil)}`);
  const { gang, ledere } = await lesKommune(system(kommuneId), async (tx) => ({
    gang: await hentGang(tx, maned),
    ledere: await tx.alle<Leder>(sql`
      select r.enhet_id as "enhetId", min(r.konto_id) as "kontoId" from konto_rolle r join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id and e.eierform = 'KOMMUNAL'
      where r.kommune_id = ${kommuneId} and r.rolle = 'utforerleder' group by 1`),
  }));
  const hele = new Set(gang.filter((g) => g.rad.dager === dagerI(maned)).map((g) => g.rad.enhetId));
  const tall = hele.size === 0 ? null : await beregnManedstall({ kommuneId }, maned);
  const erklarer = ledere.filter((l) => hele.has(l.enhetId));
  for (const leder of erklarer) {
    const { egenOre, rettelserOre } = tall?.get(leder.enhetId) ?? { egenOre: 0, rettelserOre: 0 };
    await erklar(kommuneId, maned, leder, egenOre + rettelserOre);
  }
  await withKommune(system(kommuneId), holdKalenderen);
  return erklarer.length;
}
