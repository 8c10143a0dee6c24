import { expect, type Page } from '@playwright/test';

/**
 * Opens the record of a recipient that belongs to the logged-in caseworker and gets the service: one of many, drawn
 * anew each time, so that a journey can be run again on the same data.
 */
export async function apneMappeMed(page: Page, tjeneste: string, saksbehandler: string): Promise<string> {
  await page.goto(`/mottakere?tjeneste=${tjeneste}&side=${1 + Math.floor(Math.random() * 2)}`);
  // The column of caseworkers is not drawn on a phone, but it is there.
  const rader = page.locator('main tbody tr').filter({ has: page.locator('td', { hasText: saksbehandler }) });
  const lenke = rader.nth(Math.floor(Math.random() * (await rader.count()))).locator('th a');
  const navn = (await lenke.innerText()).trim();
  await lenke.click();
  await page.waitForURL(/\/mottakere\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(navn.split(', ')[1] ?? navn);
  return navn;
}
