import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the field app and waits until its list and its worker are in place. */
export async function apneFelt(page: Page): Promise<void> {
  await page.goto('/felt');
  await expect(page.getByRole('heading', { name: 'I dag' })).toBeVisible();
  await expect(page.locator('.felt-rad').first()).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The development server loads a file by script that its page does not name; opened again, the worker has that too.
  await page.reload();
  await expect(page.locator('.felt-rad').first()).toBeVisible();
}

/** Opens a line of the list that no other journey is likely to be at; its name. */
export async function velgTilfeldig(page: Page): Promise<string> {
  const rader = page.locator('.felt-rader > li:not([data-gjort])');
  const valgt = rader.nth(Math.floor(Math.random() * Math.min(30, await rader.count())));
  const navn = (await valgt.locator('.sterk').first().innerText()).trim();
  await valgt.locator('.felt-rad').click();
  await expect(page.locator('.felt-radvalg')).toBeVisible();
  return navn;
}

/** Starts and ends a visit at once: one minute. */
export async function startOgAvslutt(page: Page): Promise<string> {
  const navn = await velgTilfeldig(page);
  await page.getByRole('button', { name: 'Start besøk' }).click();
  await expect(page.getByRole('heading', { name: navn })).toBeVisible();
  await page.getByRole('button', { name: 'Avslutt besøk' }).click();
  await expect(page.getByText(`Lagret på telefonen: ${navn}`)).toBeVisible();
  return navn;
}

export async function tilFane(page: Page, fane: 'I dag' | 'Ikke sendt' | 'Meg'): Promise<void> {
  await page.getByRole('navigation', { name: 'Hovedvalg' }).getByRole('button', { name: fane }).click();
}

/** The part of the queue under a heading. */
export function ko(page: Page, del: 'Venter på nett' | 'Trenger deg' | 'Sendt de siste sju dagene'): Locator {
  return page.locator('section', { has: page.getByRole('heading', { name: del }) });
}
