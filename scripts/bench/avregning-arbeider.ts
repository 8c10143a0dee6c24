// A worker of the settlement benchmark: takes one kommune after the other from its parent and settles its month.
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Melding, Svar } from './avregning-arbeidere.ts';

async function avregn(kommune: number, maned: Maned): Promise<Svar> {
  const svar = await kjorAvregning(system(kommune), maned);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(`Kommune ${kommune}: ${JSON.stringify(svar)}`);
  // Kilobytes, the highest since the process began.
  return { linjer: svar.verdi.antallLinjer, omregnet: svar.verdi.antallOmregnet, minneKb: process.resourceUsage().maxRSS };
}

process.on('message', (melding: Melding) => {
  if (melding.slag === 'SLUTT') {
    void lukkPool().then(() => process.exit(0));
    return;
  }
  avregn(melding.kommune, melding.maned).then(
    (svar) => process.send?.(svar),
    (feil: unknown) => {
      process.stderr.write(`${feil instanceof Error ? (feil.stack ?? feil.message) : String(feil)}\n`);
      process.exit(1);
    },
  );
});
process.send?.({ linjer: 0, omregnet: 0, minneKb: 0 } satisfies Svar);
