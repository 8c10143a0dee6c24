/**
 * Makes the README's screenshots from a running demo: `npm run bilder -- [address]` (http://localhost:3000 when not given).
 * The same persons and months each time, so that a picture changes only when the screen does.
 */
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';

const ADRESSE = process.argv[2] ?? 'http://localhost:3000';
const MAPPE = 'docs/bilder';

type Bilde = { navn: string; rolle: string; finn: (page: Page) => Promise<void> };

async function gaTil(page: Page, sti: string): Promise<void> {
  await page.goto(`${ADRESSE}${sti}`, { waitUntil: 'networkidle' });
}

async function tilForsteMottaker(page: Page): Promise<void> {
  await gaTil(page, '/mottakere');
  // One of the caseworker's own, with services from more than one provider.
  await page.getByRole('row').filter({ hasText: 'Marit Eide' }).filter({ hasText: /Nord, / }).getByRole('link').first().click();
  await page.waitForURL(/\/mottakere\/\d+/);
  await page.waitForLoadState('networkidle');
}

const BILDER: readonly Bilde[] = [
  { navn: 'oversikt', rolle: 'radmann', finn: (page) => gaTil(page, '/oversikt') },
  { navn: 'saksmappe', rolle: 'saksbehandler', finn: tilForsteMottaker },
  {
    navn: 'nytt-vedtak',
    rolle: 'saksbehandler',
    finn: async (page) => {
      await tilForsteMottaker(page);
      await gaTil(page, `${new URL(page.url()).pathname}/nytt-vedtak?tjeneste=HJEMMESYKEPLEIE`);
    },
  },
  { navn: 'uken', rolle: 'utforerleder', finn: (page) => gaTil(page, '/uken') },
  {
    navn: 'avregning',
    rolle: 'controller',
    finn: async (page) => {
      await gaTil(page, '/avregning');
      await page.locator('main tbody a').first().click();
      await page.waitForLoadState('networkidle');
    },
  },
];

async function loggInn(page: Page, rolle: string): Promise<void> {
  const { csrfToken } = (await (await page.request.get(`${ADRESSE}/api/auth/csrf`)).json()) as { csrfToken: string };
  await page.request.post(`${ADRESSE}/api/auth/callback/demo`, {
    form: { csrfToken, subjekt: `sorvik-${rolle}`, callbackUrl: '/', json: 'true' },
  });
}

mkdirSync(MAPPE, { recursive: true });
const nettleser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const bilde of BILDER) {
  const kontekst = await nettleser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nb-NO' });
  const page = await kontekst.newPage();
  await loggInn(page, bilde.rolle);
  await bilde.finn(page);
  await page.screenshot({ path: `${MAPPE}/${bilde.navn}.png` });
  process.stdout.write(`${MAPPE}/${bilde.navn}.png\n`);
  await kontekst.close();
}
await nettleser.close();
