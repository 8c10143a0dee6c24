import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lesAvregningssak } from '#lib/kontroll/avregning-kontroll.ts';
import { skrivAvregningssak } from '#lib/kontroll/avregning-sak-skriver.ts';
import { Feilsamler } from '#lib/kontroll/feil.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { Leser } from '#lib/kontroll/leser.ts';

const filen = new URL('../../test/eksempler/avregning.jsonl', import.meta.url);
const saker = readFileSync(filen, 'utf8')
  .split('\n')
  .filter((l) => l.trim() !== '')
  .map((l) => JSON.parse(l) as { inn: unknown; ut: unknown });

test('a case that is read and written again is the same case, with the same figures', () => {
  for (const { inn, ut } of saker) {
    const samler = new Feilsamler();
    const lest = lesAvregningssak(new Leser(samler, '', inn));
    expect(samler.feil).toEqual([]);
    const skrevet = JSON.stringify(skrivAvregningssak(lest));
    expect(kontroller('avregning', skrevet)).toEqual({ ok: true, verdi: ut });
    expect(lesAvregningssak(new Leser(samler, '', JSON.parse(skrevet)))).toEqual(lest);
  }
});
