import pg from 'pg';
import type { Page } from '@playwright/test';
import { erInnlogget } from '../actions/logg-inn.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const ISSUER = process.env['OIDC_ISSUER'];

test.skip(!ISSUER, 'needs a provider: npm test starts one');

/** Ties a subject of the provider to the demo's rådmann, as the systemansvarlig's first account is tied. */
async function knyttTilRadmann(subjekt: string): Promise<void> {
  const klient = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await klient.connect();
  try {
    await klient.query(
      `INSERT INTO identitet (utsteder, subjekt, kommune_id, konto_id)
       SELECT $1, $2, kommune_id, konto_id FROM identitet WHERE utsteder = 'demo' AND subjekt = 'sorvik-radmann' ON CONFLICT DO NOTHING`,
      [ISSUER, subjekt],
    );
  } finally {
    await klient.end();
  }
}

/** The provider's own pages: name and password, then consent. */
async function leggInnHosLeverandor(page: Page, subjekt: string): Promise<void> {
  await page.getByRole('button', { name: /^Logg inn med / }).click();
  await page.locator('input[name=login]').fill(subjekt);
  await page.locator('input[name=password]').fill('hva som helst');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a person the kommune knows comes in by the provider, to the page they asked for', async ({ page }) => {
  await knyttTilRadmann('torunn');
  await page.goto('/rapporter?ar=2026');
  await leggInnHosLeverandor(page, 'torunn');
  await expect(page).toHaveURL(/\/rapporter\?ar=2026$/);
  await expect(page.locator('.kontomeny')).toContainText('Torunn Berge');
});

test('a person nobody has given a role is told what to do, and is not logged in', async ({ page, context }) => {
  await page.goto('/logg-inn');
  await leggInnHosLeverandor(page, `fremmed-${test.info().project.name}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har ikke tilgang ennå');
  await forventTilgjengelig(page);
  expect(await erInnlogget(context)).toBe(false);
});

test('one who turns at the provider’s door is back at ours, with a word about it', async ({ page, context }) => {
  await page.goto('/logg-inn');
  await page.getByRole('button', { name: /^Logg inn med / }).click();
  await page.getByRole('link', { name: /cancel/i }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Innloggingen ble ikke fullført.' })).toBeVisible();
  expect(await erInnlogget(context)).toBe(false);
});

test('an answer nobody here asked for logs no one in', async ({ page, context }) => {
  await page.goto('/api/auth/callback/oidc?code=stjalet&state=gjettet');
  await expect(page).toHaveURL(/\/logg-inn\?.*error=OAuthCallback/);
  expect(await erInnlogget(context)).toBe(false);
});
