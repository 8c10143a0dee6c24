import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
const underlinje = (page: Page) => page.locator('.sidehode').first();

async function apneNyeste(page: Page): Promise<void> {
  await page.goto('/avregning');
  await page.getByRole('table', { name: 'Avregnede måneder' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/avregning\/\d{4}-\d{2}$/);
}

/** Orders a run from the month's page, unless one is under way, and waits until it has ended. */
async function kjorPaNytt(page: Page, omvei?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Kjør på nytt', exact: true }).click();
  await expect(overskrift(page).or(page.getByRole('progressbar')).first()).toBeVisible();
  await omvei?.();
  await expect(page.getByRole('button', { name: 'Kjør på nytt', exact: true })).toBeVisible({ timeout: 30_000 });
}

test.describe('controlleren', () => {
  // Fjellvik, so that the screens of the two projects and the other journeys do not run the same month at once.
  test('runs the month, leaves and comes back, and a second run posts nothing', async ({ page, loggInn }, info) => {
    test.skip(info.project.name !== 'desktop', 'one run is enough');
    await loggInn('fjellvik-controller');
    await apneNyeste(page);
    await kjorPaNytt(page);
    const adresse = page.url();
    await kjorPaNytt(page, async () => {
      await page.goto('/oversikt');
      await page.goto(adresse);
    });
    await page.reload();
    await expect(underlinje(page)).toContainText(' 0 nye linjer');
  });

  test('sees what the rules say, that the units sum to the charge, and the newest month first', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/avregning');
    await expect(overskrift(page)).toHaveText(/avregnet: .*\skr|avregnes nå/);
    await forventTilgjengelig(page);
    await apneNyeste(page);
    await expect(page.getByRole('table', { name: 'Regler' }).getByRole('row', { name: /Sum enheter = bestillers belastning/ })).toContainText('0,00');
    await expect(page.getByRole('row', { name: /Sum = bestillers belastning/ })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('walks from the month down to the visits of one vedtak, and up again', async ({ page, loggInn }) => {
    await loggInn('controller');
    await apneNyeste(page);
    await page.getByRole('link', { name: 'Hjemmetjenesten Nord', exact: true }).first().click();
    await page.getByRole('link', { name: 'Timer, utført høyst vedtatt' }).click();
    const linjer = page.getByRole('table', { name: /^Linjer i «Timer/ });
    await expect(linjer).toBeVisible();
    await forventTilgjengelig(page);
    await linjer.getByRole('link').first().click();
    await expect(overskrift(page)).toHaveText(/kr er .* timer à .*\skr/);
    await expect(page.locator('.formel')).toContainText('×');
    await expect(page.getByText(/Prisen .* godkjent/)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Besøkene' })).toContainText('teller');
    await expect(page.locator('main')).toContainText(/M-\d+/);
    await forventTilgjengelig(page);
    await page.getByRole('table', { name: 'Veien til beløpet' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/avregning\/\d{4}-\d{2}$/);
  });

  test('downloads a unit’s lines, and no file holds a name', async ({ page, loggInn }) => {
    await loggInn('controller');
    await apneNyeste(page);
    await page.getByRole('link', { name: 'Hjemmetjenesten Nord', exact: true }).first().click();
    const href = (await page.getByRole('link', { name: /Last ned linjene/ }).getAttribute('href')) ?? '';
    const svar = await page.request.get(href);
    expect(svar.headers()['content-type']).toContain('text/csv');
    const tekst = await svar.text();
    expect(tekst).toContain(';');
    expect(tekst).toMatch(/\d,\d{4}/);
  });
});

test.describe('utførerlederen', () => {
  test('sees the own unit’s month, and where an amount comes from', async ({ page, loggInn }) => {
    await loggInn('utforerleder');
    await page.goto('/maneden');
    await expect(overskrift(page)).toHaveText(/har gitt .*\skr hittil/);
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: /^‹/ }).click();
    await expect(overskrift(page)).toHaveText(/(over|under)skudd på|budsjettet|ga /);
    await page.getByRole('table', { name: 'Slik blir inntekten til' }).getByRole('link').first().click();
    await page.getByRole('table', { name: /^Vedtakene i/ }).getByRole('link').first().click();
    await expect(page.getByRole('table', { name: 'Veien til beløpet' })).not.toContainText('alle enheter');
    await forventTilgjengelig(page);
  });

  test('does not see the settlement of all units, nor another unit', async ({ page, loggInn }) => {
    await loggInn('utforerleder');
    expect((await page.goto('/avregning'))?.status()).toBe(404);
    expect((await page.goto('/maneden?enhet=999999'))?.status()).toBe(404);
    expect((await page.request.get('/avregning/2026-01/enhet/999999/csv')).status()).toBe(404);
  });
});

test('a caseworker and an employee find no settlement, and the rådmann no run button and no person', async ({ page, loggInn }) => {
  for (const rolle of ['saksbehandler', 'utforeransatt', 'politiker', 'systemansvarlig'] as const) {
    await loggInn(rolle);
    expect((await page.goto('/avregning'))?.status(), rolle).toBe(404);
  }
  await loggInn('radmann');
  await apneNyeste(page);
  await expect(page.getByRole('button', { name: /^Kjør/ })).toHaveCount(0);
  expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
});

test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('controller');
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto('/avregning');
  await expect(overskrift(page)).toHaveText(/avrekna/);
  await forventTilgjengelig(page);
});
