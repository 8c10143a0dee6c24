import { expect, test } from 'vitest';
import { currentModel, modelDiff } from '#lib/server/database/data-model.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { testDatabase } from '../../../test/oppsett/database.ts';

/** Every column as «table.column type [not null]». */
async function columns(url: string, schema: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const found = await client.query<{ text: string }>(
      `SELECT format('%s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                     CASE WHEN a.attnotnull THEN ' not null' ELSE '' END) AS text
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY 1`,
      [schema],
    );
    return found.rows.map((row) => row.text.replaceAll(`${schema}.`, ''));
  });
}

test('the migrations make every column that the data model promises the code', async () => {
  const { ownerUrl, superuserUrl } = testDatabase();
  const sql = (await modelDiff(null, await currentModel(process.cwd()))).replace(/CREATE SCHEMA[^;]*;/, '');
  await withClient(superuserUrl, (client) =>
    client.query(`CREATE SCHEMA modell; SET search_path = modell, public; ${sql}`),
  );
  const migrated = new Set(await columns(ownerUrl, 'public'));
  const promised = await columns(superuserUrl, 'modell');
  expect(promised.length).toBeGreaterThan(100);
  // A list is never null to the code, and the model cannot say so: the database may.
  const kept = (column: string): boolean => migrated.has(column) || (column.endsWith('[]') && migrated.has(`${column} not null`));
  expect(promised.filter((column) => !kept(column))).toEqual([]);
});
