import { describe, expect, test } from 'vitest';
import { lesOppsett, MiljoFeil } from '#lib/server/env.ts';
import type { Source } from '#lib/server/env-rules.ts';

const EXTERNAL = {
  DATABASE_URL: 'postgresql://stykkpris_app:a@db/stykkpris',
  DATABASE_OWNER_URL: 'postgresql://stykkpris_eier:b@db/stykkpris',
  AUTH_SECRET: 'x'.repeat(32),
};

function faults(source: Source): readonly string[] {
  try {
    lesOppsett(source);
    return [];
  } catch (error) {
    if (error instanceof MiljoFeil) return error.feil;
    throw error;
  }
}

describe('without settings', () => {
  test('the embedded database, the demo and this machine only', () => {
    expect(lesOppsett({})).toMatchObject({
      databaseUrl: null,
      innebygd: true,
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      oidc: null,
      loggNiva: 'info',
      klokke: null,
    });
  });

  test('an empty variable is one that is not set', () => {
    expect(lesOppsett({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, innebygd: true });
  });

  test('the demo can be turned off', () => {
    expect(lesOppsett({ STYKKPRIS_DEMO: 'av' }).demo).toBe(false);
  });
});

describe('with a database of one’s own', () => {
  test('no demo, and the secret is used', () => {
    expect(lesOppsett(EXTERNAL)).toMatchObject({ innebygd: false, demo: false, authSecret: EXTERNAL.AUTH_SECRET });
  });

  test('the secret is demanded', () => {
    expect(faults({ ...EXTERNAL, AUTH_SECRET: undefined })).toEqual([expect.stringContaining('AUTH_SECRET mangler')]);
  });

  test('each role must have its connection, and not the same one', () => {
    expect(faults({ ...EXTERNAL, DATABASE_OWNER_URL: undefined })[0]).toContain('DATABASE_OWNER_URL mangler');
    expect(faults({ ...EXTERNAL, DATABASE_URL: undefined })[0]).toContain('DATABASE_URL mangler');
    expect(faults({ ...EXTERNAL, DATABASE_URL: EXTERNAL.DATABASE_OWNER_URL })[0]).toContain('er like');
  });

  test('the demo is refused', () => {
    expect(faults({ ...EXTERNAL, STYKKPRIS_DEMO: 'på' })[0]).toContain('STYKKPRIS_DEMO kan bare være «på»');
  });
});

describe('refused', () => {
  test.each<[Source, string]>([
    [{ PORT: 'åtti' }, 'PORT må være'],
    [{ PORT: '70000' }, 'PORT må være'],
    [{ LOGG_NIVA: 'mye' }, 'LOGG_NIVA må være'],
    [{ AUTH_SECRET: 'kort' }, 'minst 32 tegn'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL må være en adresse'],
    [{ STYKKPRIS_DEMO: 'kanskje' }, 'STYKKPRIS_DEMO må være'],
    [{ STYKKPRIS_DEMOO: 'på' }, 'STYKKPRIS_DEMOO er ikke en innstilling'],
    [{ HOST: '0.0.0.0' }, 'AUTH_URL mangler'],
    [{ HOST: '0.0.0.0', AUTH_URL: 'https://stykkpris.example', STYKKPRIS_DEMO: 'på' }, 'STYKKPRIS_DEMO kan bare'],
    [{ ...EXTERNAL, STYKKPRIS_KLOKKE: '2026-01-01T00:00:00Z' }, 'STYKKPRIS_KLOKKE er bare for tester'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAVN mangler'],
  ])('%o', (source, reason) => {
    expect(faults(source).join('\n')).toContain(reason);
  });

  test('all faults are told at once', () => {
    expect(faults({ PORT: 'x', LOGG_NIVA: 'y', STYKKPRIS_FEIL: 'z' })).toHaveLength(3);
  });
});

test('the demo is off when others can reach the server', () => {
  expect(lesOppsett({ HOST: '0.0.0.0', AUTH_URL: 'https://stykkpris.example' }).demo).toBe(false);
});
