// Writes the migration that brings the database from the data model of the newest migration to the one in
// prisma/schema. SQL that Prisma cannot express is then added to the file by hand.
//
//   node scripts/ny-migrasjon.ts <navn>
//   node scripts/ny-migrasjon.ts --merk     the newest migration already holds the change; only remember the model
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { currentModel, modelDiff, previousModel, PREVIOUS_MODEL } from '#lib/server/database/data-model.ts';
import { naa } from '#lib/server/clock.ts';
import { ROOT } from './lib/root.ts';

const [name = ''] = process.argv.slice(2);
const mark = name === '--merk';
if (!mark && !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Bruk: node scripts/ny-migrasjon.ts <navn>  (små bokstaver a–z, tall og understrek)\n');
  process.exit(2);
}

const model = await currentModel(ROOT);
const sql = await modelDiff(await previousModel(ROOT), model);
if (!mark) {
  const stamp = naa().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join('prisma', 'migrations', `${stamp}_${name}`);
  await mkdir(join(ROOT, folder), { recursive: true });
  const content = sql === '' ? '-- Datamodellen er uendret: skriv SQL som Prisma ikke kan uttrykke, her.' : sql;
  await writeFile(join(ROOT, folder, 'migration.sql'), `${content}\n`);
  process.stdout.write(`Skrev ${folder}/migration.sql\n`);
}
await writeFile(join(ROOT, PREVIOUS_MODEL), model);
