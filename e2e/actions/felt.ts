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

export interface Linje {
  /** as the list has it: "Alf H." */
  readonly navn: string;
  /** with the service: what finds the line in the search */
  readonly sok: string;
}

/** Opens one of all the unit's orders, drawn anew: no other journey is likely to be at it. */
export async function velgTilfeldig(page: Page): Promise<Linje> {
  await page.getByLabel('Finn mottaker').fill('e');
  const rader = page.locator('.felt-rader > li');
  const valgt = rader.nth(Math.floor(Math.random() * (await rader.count())));
  const navn = (await valgt.locator('.sterk').first().innerText()).trim();
  const sok = (await valgt.locator('.felt-rad > span', { has: page.locator('.sterk') }).innerText()).replaceAll(/\s+/g, ' ').trim();
  await valgt.locator('.felt-rad').click();
  await expect(page.locator('.felt-radvalg')).toBeVisible();
  return { navn, sok };
}

/** Starts and ends a visit at once: one minute. */
export async function startOgAvslutt(page: Page): Promise<Linje> {
  const linje = await velgTilfeldig(page);
  await page.getByRole('button', { name: 'Start besøk' }).click();
  await expect(page.getByRole('heading', { name: linje.navn })).toBeVisible();
  await page.getByRole('button', { name: 'Avslutt besøk' }).click();
  await expect(page.getByText(`Lagret på telefonen: ${linje.navn}`)).toBeVisible();
  return linje;
}

export async function tilFane(page: Page, fane: 'I dag' | 'Ikke sendt' | 'Meg'): Promise<void> {
  await page.getByRole('navigation', { name: 'Hovedvalg' }).getByRole('button', { name: fane }).click();
}

/** The part of the queue under a heading. */
export function ko(page: Page, del: 'Venter på nett' | 'Trenger deg' | 'Sendt de siste sju dagene'): Locator {
  return page.locator('section', { has: page.getByRole('heading', { name: del }) });
}
