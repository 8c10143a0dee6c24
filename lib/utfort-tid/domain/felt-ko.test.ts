import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erUtgatt, etterSvar, type Kopost, LISTENS_LEVETID, listenErUtgatt, nesteTur, sendIgjen, type Sendesvar, SENDTES_LEVETID, skalSendes, venting } from '#lib/utfort-tid/domain/felt-ko.ts';

const naa = 1_800_000_000_000;
const ny: Kopost = { slag: 'IKKE_SENDT', forsok: 0, tidligst: 0, endret: naa };

describe('the queue on the phone', () => {
  test('a new registration is sent at once, and after a failed try it waits 5, 10, 20 … seconds, never more than five minutes', () => {
    expect(skalSendes(ny, naa)).toBe(true);
    let post = ny;
    const ventet: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      post = etterSvar(post, 'NETT', naa);
      ventet.push((post.tidligst - naa) / 1000);
      expect(skalSendes(post, naa)).toBe(false);
      expect(skalSendes(post, post.tidligst)).toBe(true);
    }
    expect(ventet).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(venting(1_000_000)).toBe(300_000);
  });

  test('nothing but the server’s own answer takes a registration out of the queue', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Sendesvar>('NETT', 'UTLOGGET', 'ANNEN_PERSON'), { maxLength: 60 }), (svar) => {
        expect(svar.reduce((post, en) => etterSvar(post, en, naa), ny).slag).toBe('IKKE_SENDT');
      }),
    );
  });

  test('an ended session and another person change nothing, not even the number of tries', () => {
    expect(etterSvar(ny, 'UTLOGGET', naa)).toEqual(ny);
    expect(etterSvar(ny, 'ANNEN_PERSON', naa)).toEqual(ny);
  });

  test('a refused one is not sent again by itself, and is sent at once when it is mended', () => {
    const avvist = etterSvar({ ...ny, forsok: 4 }, 'AVVIST', naa);
    expect(skalSendes(avvist, naa + 1e9)).toBe(false);
    expect(skalSendes(sendIgjen(avvist, naa), naa)).toBe(true);
  });

  test('a clock turned a day back does not hold the queue for a day', () => {
    const post = etterSvar(ny, 'NETT', naa);
    expect(skalSendes(post, naa - 24 * 3_600_000)).toBe(true);
  });

  test('the next turn is the first that is due; none when nothing waits', () => {
    const ventende = etterSvar(ny, 'NETT', naa);
    expect(nesteTur([ventende, etterSvar(ny, 'LAGRET', naa)], naa)).toBe(5_000);
    expect(nesteTur([ventende, ny], naa)).toBe(0);
    expect(nesteTur([etterSvar(ny, 'AVVIST', naa)], naa)).toBeNull();
  });

  test('receipts go after seven days and the list after one; what is not sent or refused never goes by age', () => {
    const sent = etterSvar(ny, 'LAGRET', naa);
    expect(erUtgatt(sent, naa + SENDTES_LEVETID)).toBe(false);
    expect(erUtgatt(sent, naa + SENDTES_LEVETID + 1)).toBe(true);
    for (const post of [ny, etterSvar(ny, 'AVVIST', naa)]) expect(erUtgatt(post, naa + 1e12)).toBe(false);
    expect(listenErUtgatt(naa, naa + LISTENS_LEVETID)).toBe(false);
    expect(listenErUtgatt(naa, naa + LISTENS_LEVETID + 1)).toBe(true);
  });
});
