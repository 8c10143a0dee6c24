import { dato } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { settSats } from '#lib/utfort-tid/gebyr-service.ts';
import { registrerMelding } from '#lib/utfort-tid/kontroll-service.ts';

type Meldt = readonly [slag: 'KLAGE' | 'AVVIK', kategori: 'TIL_RETT_TID' | 'INNHOLD' | 'LEGEMIDLER' | 'FALL_OG_SKADE' | 'DOKUMENTASJON', antall: number];
/** What is told of each unit in each of its last three settled months, made up. */
const MELDT: readonly Meldt[] = [['KLAGE', 'TIL_RETT_TID', 2], ['KLAGE', 'INNHOLD', 1], ['AVVIK', 'LEGEMIDLER', 4], ['AVVIK', 'FALL_OG_SKADE', 3], ['AVVIK', 'DOKUMENTASJON', 2]];

async function krev<T>(hva: string, svar: Promise<Result<T, readonly { grunn: string }[]>>): Promise<void> {
  const en = await svar;
  if (!en.ok) throw new Error(`${hva} ble avvist: ${en.feil.map((f) => f.grunn).join(', ')}`);
}

async function meld(tx: Tx, enhetId: number, maned: string, nummer: number): Promise<void> {
  for (const [i, [slag, kategori, antall]] of MELDT.entries()) {
    if ((enhetId + nummer + i) % 2 === 0) await krev('Meldingen', registrerMelding(tx, { enhetId, maned, slag, kategori, antall: antall + ((enhetId + i) % 3) }));
  }
}

/**
 * An unconfirmed rate for practical help, and complaints and reports by unit.
 *
 * @throws Error when one is refused
 */
export async function forKontroll(kommune: LastKommune): Promise<void> {
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  await withKommune(hvem, async (tx) => {
    await krev('Satsen', settSats(tx, { tjeneste: 'PRAKTISK_BISTAND', fom: dato('2025-01-01'), orePerTime: 42_400, avrunding: 'NAERMEST', kilde: 'Oppdiktet sats for demoen', bekreftet: false }));
    const enheter = await tx.alle<{ id: number }>(sql`select id from enhet where kommune_id = ${kommune.id} and type = 'UTFORER' order by id`);
    for (const { id } of enheter) for (const [n, maned] of kommune.maneder.slice(-3).entries()) await meld(tx, id, maned, n);
  });
}
