import { describe, expect, test } from 'vitest';
import type { EpokeMinutt } from '#lib/core/oslo-tid.ts';
import { finnSamtidig } from '#lib/utfort-tid/domain/felt-samtidig.ts';

const m = (n: number): EpokeMinutt => n as EpokeMinutt;
const kari = { besokId: 7, ansattId: 2, startMinutt: m(100), minutter: 30 };
const ny = { ansattId: 1, startMinutt: m(110), minutter: 30, viErTo: false };

describe('two phones on the same visit', () => {
  test('two persons at the same time, and nobody said they were two: told, with whose it is', () => {
    expect(finnSamtidig(ny, [kari])).toEqual({ slag: 'TO_TELEFONER', besokId: 7 });
  });
  test('they said that they were two: nothing to tell', () => {
    expect(finnSamtidig({ ...ny, viErTo: true }, [kari])).toBeNull();
  });
  test('the same person twice is told, also when they were two', () => {
    expect(finnSamtidig({ ...ny, ansattId: 2, viErTo: true }, [kari])).toEqual({ slag: 'SAMME_ANSATT', besokId: 7 });
  });
  test('one after the other, to the minute, is two visits', () => {
    expect(finnSamtidig({ ...ny, startMinutt: m(130) }, [kari])).toBeNull();
    expect(finnSamtidig({ ...ny, startMinutt: m(70) }, [kari])).toBeNull();
  });
  test('a visit nobody is named on is never “the same person”', () => {
    expect(finnSamtidig({ ...ny, ansattId: null }, [{ ...kari, ansattId: null }])).toEqual({ slag: 'TO_TELEFONER', besokId: 7 });
  });
});
