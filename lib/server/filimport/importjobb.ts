import { finnImport, flytt } from '#lib/server/filimport/import-repo.ts';
import type { Importorer } from '#lib/server/filimport/importor.ts';
import { angreInnpasset, lesInnpasset, taInnInnpasset } from '#lib/server/filimport/innpass.ts';
import { lesImport } from '#lib/server/filimport/les-import.ts';
import { taInnImport } from '#lib/server/filimport/ta-inn.ts';
import type { Jobbarbeid } from '#lib/server/jobb/arbeider.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';

/** The worker's part of every import: reads a file, or takes it in. After its last attempt the file says that it failed. */
export function importjobb(importorer: Importorer): Jobbarbeid {
  return async (jobb, siste) => {
    const hvem = system(jobb.kommuneId);
    const id = Number(jobb.innhold['importId']);
    const imp = await lesKommune(hvem, (tx) => finnImport(tx, id));
    const importor = imp ? importorer[imp.slag] : undefined;
    if (!importor) return 'FERDIG';
    try {
      if (jobb.innhold['steg'] === 'ANGRE') {
        await angreInnpasset(hvem, importor, id, false);
        return 'FERDIG';
      }
      const [les, taInn] = importor.innpass ? [lesInnpasset, taInnInnpasset] : [lesImport, taInnImport];
      await (jobb.innhold['steg'] === 'TA_INN' ? taInn : les)(hvem, importor, id);
    } catch (feil) {
      if (siste && jobb.innhold['steg'] === 'ANGRE') await angreInnpasset(hvem, importor, id, true);
      else if (siste) await withKommune(hvem, (tx) => flytt(tx, id, ['LESER', 'TAR_INN'], 'FEILET', sql`grunn = 'TEKNISK', bekreftet = null, tatt_inn_av = null`));
      throw feil;
    }
    return 'FERDIG';
  };
}
