import { expect, test } from 'vitest';
import { kontrollerLinjer, lesLinjer } from '#lib/kontroll/linjer.ts';

async function* biter(tekst: string, lengde: number): AsyncGenerator<Uint8Array> {
  const alle = new TextEncoder().encode(tekst);
  for (let i = 0; i < alle.length; i += lengde) yield alle.subarray(i, i + lengde);
}

async function samlet(strom: AsyncIterable<string>): Promise<string[]> {
  const svar: string[] = [];
  for await (const s of strom) svar.push(s);
  return svar;
}

test.each([1, 2, 3, 7, 1000])('lines are whole however the stream is cut (%i bytes)', async (lengde) => {
  const tekst = 'én\n\nto\r\nsiste æøå \u{1F600}';
  expect(await samlet(lesLinjer(biter(tekst, lengde)))).toEqual(['én', '', 'to\r', 'siste æøå \u{1F600}']);
});

test('blank lines are skipped, a bad case is answered in its place, and the run goes on', async () => {
  const god = '{"linjer":[]}';
  const svar = await samlet(kontrollerLinjer('avvik', biter(`${god}\n \n{"linjer":1}\n${god}`, 5)));
  expect(svar.map((s) => Object.keys(JSON.parse(s) as object))).toEqual([['grupper', 'sum'], ['feil'], ['grupper', 'sum']]);
  expect(svar.every((s) => s.endsWith('\n'))).toBe(true);
});

test('no case is read before the one before it has been taken', async () => {
  let lest = 0;
  async function* kilde(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 1000; i += 1) {
      lest += 1;
      yield new TextEncoder().encode('{"linjer":[]}\n');
    }
  }
  const strom = kontrollerLinjer('avvik', kilde());
  await strom.next();
  await strom.next();
  expect(lest).toBe(2);
  await strom.return(undefined);
});
