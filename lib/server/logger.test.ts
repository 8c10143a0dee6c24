import { expect, test } from 'vitest';
import { makeLogger } from '#lib/server/logger.ts';

function logged(write: (log: ReturnType<typeof makeLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(makeLogger('info', { write: (line: string) => void lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

test('fields that can hold a person are cut out, also inside others', () => {
  const line = logged((log) =>
    log.info(
      { vedtakId: 7, navn: 'Kari Prøve', mottaker: { fnr: '01810012345' }, a: { b: { adresse: 'Vei 1' } } },
      'ferdig',
    ),
  );
  expect(line).toMatchObject({ level: 'info', vedtakId: 7, navn: '[fjernet]', msg: 'ferdig' });
  expect(JSON.stringify(line)).not.toMatch(/Kari|01810012345|Vei 1/);
});

test('an error of the database is told by its code, not by its words, which can quote a row', () => {
  const error = Object.assign(new Error('duplicate key (fnr)=(01810012345)'), {
    code: '23505',
    constraint: 'mottaker_fnr_key',
    detail: 'Key (fnr)=(01810012345) already exists.',
  });
  const line = logged((log) => log.error({ err: error }, 'avvist'));
  expect(line).toMatchObject({ err: { code: '23505', constraint: 'mottaker_fnr_key' } });
  expect(JSON.stringify(line)).not.toContain('01810012345');
});
