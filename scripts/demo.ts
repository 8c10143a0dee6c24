// Loads the demo kommuner when they are not there. `--pa-nytt` throws away what is there and loads anew.
import { env } from '#lib/server/env.ts';
import { naa } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { avregnHistorie } from '#lib/demo/avregn-historie.ts';
import { forUt } from '#lib/demo/for-bilag.ts';
import { forKontroll } from '#lib/demo/for-kontroll.ts';
import { skrivRapporter } from '#lib/demo/for-rapporter.ts';
import { forRessurskrevende } from '#lib/demo/for-ressurskrevende.ts';
import { forKontrakter } from '#lib/demo/for-kontrakter.ts';
import { forVedtakssak } from '#lib/demo/for-vedtakssak.ts';
import { settKalenderIKraft } from '#lib/demo/kalender-historie.ts';
import { begynnPrisforslag } from '#lib/demo/prisutkast.ts';
import { erLastet, lastDemo, medEier, merkLastet } from '#lib/demo/demo-service.ts';

const { demo, innebygd, databaseOwnerUrl } = env();
if (!demo || !innebygd) {
  process.stderr.write('Demo lastes bare i den innebygde databasen, i demomodus.\n');
  process.exit(1);
}

const sekunder = (fra: number): string => `${((performance.now() - fra) / 1000).toFixed(1).replace('.', ',')} s`;

try {
  await medEier(databaseOwnerUrl, async (klient) => {
    if (!process.argv.includes('--pa-nytt') && (await erLastet(klient))) return;
    const start = performance.now();
    process.stderr.write('Laster demokommunene Sørvik og Fjellvik …\n');
    const { kommuner, rader, besok } = await lastDemo(klient, naa().getTime());
    process.stderr.write(`  ${besok} besøk og ${rader} andre rader på ${sekunder(start)}\n`);
    const avregning = performance.now();
    const linjer = await Promise.all(kommuner.map((k) => avregnHistorie(k)));
    await Promise.all(kommuner.map((k) => settKalenderIKraft(k)));
    await Promise.all(kommuner.map((k) => forUt(k)));
    await Promise.all(kommuner.map((k) => begynnPrisforslag(k)));
    await Promise.all(kommuner.map((k) => forRessurskrevende(k)));
    await Promise.all(kommuner.map((k) => forVedtakssak(k)));
    await Promise.all(kommuner.map((k) => forKontrakter(k)));
    await Promise.all(kommuner.map((k) => forKontroll(k)));
    await klient.query('ANALYZE');
    await Promise.all(kommuner.map((k) => skrivRapporter(k)));
    await merkLastet(klient, naa());
    process.stderr.write(`  ${linjer.reduce((a, b) => a + b, 0)} linjer avregnet på ${sekunder(avregning)}\n`);
  });
} finally {
  await lukkPool();
}
