// Loads the demo kommuner when they are not there. `--pa-nytt` throws away what is there and loads anew.
import { env } from '#lib/server/env.ts';
import { naa } from '#lib/server/clock.ts';
import { erLastet, lastDemo, medEier, merkLastet } from '#lib/demo/demo-service.ts';

const { demo, innebygd, databaseOwnerUrl } = env();
if (!demo || !innebygd) {
  process.stderr.write('Demo lastes bare i den innebygde databasen, i demomodus.\n');
  process.exit(1);
}

await medEier(databaseOwnerUrl, async (klient) => {
  if (!process.argv.includes('--pa-nytt') && (await erLastet(klient))) return;
  const start = performance.now();
  process.stderr.write('Laster demokommunene Sørvik og Fjellvik …\n');
  const { rader, besok } = await lastDemo(klient, naa().getTime());
  process.stderr.write(`${besok} besøk og ${rader} andre rader på ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  await merkLastet(klient, naa());
});
