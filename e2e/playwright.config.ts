import { defineConfig } from '@playwright/test';

const CHROMIUM = process.env['CHROMIUM_PATH'];

/** Journeys on a running server (E2E_BASE_URL); `npm test` starts one of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.test/nettleser',
  fullyParallel: true,
  forbidOnly: true,
  // Journeys draw their recipient anew each time; on a loaded machine one may meet another. A fault of ours fails twice.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://localhost:3000',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // What hangs is named by the step it hangs in, not by the whole test.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'off',
    screenshot: 'off',
    launchOptions: {
      ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    // What is asked of the server, not of the screen, is asked once.
    {
      name: 'mobil',
      testIgnore: 'access/**',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
