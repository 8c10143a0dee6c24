import { describe, expect, it } from 'vitest';
import { navngitt } from '#lib/server/forberedt.ts';

describe('a statement has one name', () => {
  it('the same text has the same name whatever its values, another text another name', () => {
    const en = navngitt({ text: 'select $1', values: [1] });
    expect(navngitt({ text: 'select $1', values: [2] })).toEqual({ text: 'select $1', values: [2], name: en.name });
    expect(navngitt({ text: 'select $1, 2', values: [1] }).name).not.toBe(en.name);
  });

  it('texts beyond the limit are not remembered, the known ones keep their names', () => {
    const forste = navngitt({ text: 'select 0 -- forste', values: [] });
    for (let i = 0; i < 1_000; i += 1) navngitt({ text: `select ${i} -- fyll`, values: [] });
    expect(navngitt({ text: 'select -- etter', values: [] }).name).toBeUndefined();
    expect(navngitt({ text: 'select 0 -- forste', values: [] }).name).toBe(forste.name);
  });
});
