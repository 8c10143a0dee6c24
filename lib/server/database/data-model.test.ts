import { expect, test } from 'vitest';
import { currentModel, modelDiff, previousModel } from '#lib/server/database/data-model.ts';

const HEAD = 'datasource db {\n  provider = "postgresql"\n}\n';

test('the difference of two models is the SQL between them', async () => {
  const before = `${HEAD}model Katt {\n  id Int @id\n}`;
  const after = `${HEAD}model Katt {\n  id Int @id\n  navn String\n}`;
  expect(await modelDiff(null, before)).toContain('CREATE TABLE "Katt"');
  expect(await modelDiff(before, after)).toContain('ADD COLUMN     "navn" TEXT NOT NULL');
  expect(await modelDiff(after, after)).toBe('');
});

test('every change of the data model has its migration', async () => {
  const root = process.cwd();
  expect(await modelDiff(await previousModel(root), await currentModel(root))).toBe('');
});
