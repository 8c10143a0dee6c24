import { describe, expect, test } from 'vitest';
import { delNavn, gruppefinner, visesSom } from './prognosegrupper.ts';

describe('small groups', () => {
  test('large groups stand as they are', () => {
    expect([...visesSom(new Map([['a', 50], ['b', 5]])).values()]).toEqual(['a', 'b']);
  });

  test('one small group goes with the next smallest, so the sum does not give it away', () => {
    const vises = visesSom(new Map([['a', 50], ['b', 3], ['c', 20]]));
    expect(vises.get('b')).toBe('b+c');
    expect(vises.get('c')).toBe('b+c');
    expect(vises.get('a')).toBe('a');
    expect(delNavn('b+c')).toEqual(['b', 'c']);
  });

  test('two small ones with too few together take a third', () => {
    expect(new Set(visesSom(new Map([['a', 1], ['b', 2], ['c', 20], ['d', 30]])).values())).toEqual(new Set(['a+b+c', 'd']));
  });

  test('a frame has nobody behind it and stands alone', () => {
    expect(visesSom(new Map([['ramme', 0], ['b', 9]])).get('ramme')).toBe('ramme');
  });
});

test('a line or budget without a service belongs where most of the component’s money is', () => {
  const finn = gruppefinner([
    { ordningId: 1, komponent: 'time', gruppe: 'hjemme', belopOre: 90 },
    { ordningId: 1, komponent: 'time', gruppe: 'dag', belopOre: 10 },
    { ordningId: 1, komponent: 'ramme', gruppe: null, belopOre: 500 },
  ]);
  expect([finn(1, 'time'), finn(1, 'ramme'), finn(2, 'time')]).toEqual(['hjemme', 'hjemme', 'annet']);
});
