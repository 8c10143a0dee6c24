import { defineConfig } from 'vitest/config';

const LEFT_OUT = ['**/node_modules/**', '**/.next*/**', '.data/**', '.test/**', 'e2e/**'];

export default defineConfig({
  test: {
    // As the server's scripts run: a guard against the client's bundle is no guard here.
    execArgv: ['--conditions=react-server'],
    testTimeout: 20_000,
    // A failed list is told in full, not as its length.
    chaiConfig: { truncateThreshold: 0 },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'enhet',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...LEFT_OUT, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: LEFT_OUT,
          globalSetup: ['test/oppsett/felles-tjener.ts'],
          setupFiles: ['test/oppsett/egen-database.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
