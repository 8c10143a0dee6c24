import { describe, expect, test } from 'vitest';
import { rettetTid, vurderKlokke } from '#lib/utfort-tid/domain/felt-klokke.ts';

const naa = Date.UTC(2026, 10, 18, 9, 0);
const minutt = 60_000;

describe('the phone’s clock', () => {
  test('a few minutes off is nobody’s business, and nothing is moved', () => {
    const dom = vurderKlokke({ opprettet: naa, sendt: naa + 5 * minutt, mottatt: naa });
    expect(dom).toEqual({ avvikSekunder: 300, feil: false });
    expect(rettetTid(naa, dom.avvikSekunder)).toBe(naa);
  });

  test('two hours ahead is told, and what it measured is put two hours back', () => {
    const dom = vurderKlokke({ opprettet: naa + 119 * minutt, sendt: naa + 120 * minutt, mottatt: naa });
    expect(dom).toEqual({ avvikSekunder: 7200, feil: true });
    expect(rettetTid(naa + 60 * minutt, dom.avvikSekunder)).toBe(naa - 60 * minutt);
  });

  test('a day behind is put forward', () => {
    const dom = vurderKlokke({ opprettet: naa - 1441 * minutt, sendt: naa - 1440 * minutt, mottatt: naa });
    expect(dom.feil).toBe(true);
    expect(rettetTid(naa - 1460 * minutt, dom.avvikSekunder)).toBe(naa - 20 * minutt);
  });

  test('right when it sends, but turned back since it recorded: told, and left as it is', () => {
    const dom = vurderKlokke({ opprettet: naa + 60 * minutt, sendt: naa, mottatt: naa });
    expect(dom).toEqual({ avvikSekunder: 0, feil: true });
    expect(rettetTid(naa + 30 * minutt, dom.avvikSekunder)).toBe(naa + 30 * minutt);
  });
});
