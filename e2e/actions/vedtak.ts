import { expect, type Page } from '@playwright/test';

export const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld. Du ønsker å bo hjemme, og det har vi lagt stor vekt på.';

/** Goes from the open record to the form, and waits until it can be filled in. */
export async function apneNyttVedtak(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Nytt vedtak/ }).click();
  await page.waitForURL(/\/nytt-vedtak/);
  await expect(page.getByRole('button', { name: /Fatt vedtak|Gjer vedtak/ })).toBeEnabled();
}

/** More hours than today of a service counted in hours, from a week ahead, with the provider of today. */
export async function fyllUtMer(page: Page, tjeneste: string, timer: string): Promise<void> {
  // Not before the page has woken: what is chosen until then is not seen by the form.
  await expect(page.getByRole('button', { name: /Fatt vedtak|Gjer vedtak/ })).toBeEnabled();
  await page.locator('select[name=tjeneste]').selectOption(tjeneste);
  await page.locator('[name=timer]').fill(timer);
  const enheter = page.locator('input[name=enhet]');
  if ((await enheter.count()) > 0 && (await page.locator('input[name=enhet]:checked').count()) === 0) await enheter.first().check();
  // One who has more already, drawn by chance, has asked for less.
  const unntak = page.locator('select[name=varselunntak]');
  if (await unntak.waitFor({ timeout: 1000 }).then(() => true, () => false)) {
    await unntak.selectOption('ONSKET');
    await page.locator('[name=reduksjonsgrunn]').fill('Du har selv bedt om færre timer, siden familien din hjelper mer til enn før.');
  }
  await page.locator('[name=begrunnelse]').fill(BEGRUNNELSE);
}

/** The number of the vedtak that the record says was just issued. */
export async function fattetNummer(page: Page): Promise<string> {
  await page.waitForURL(/\?fattet=V-\d{4}-\d+/);
  const nummer = new URL(page.url()).searchParams.get('fattet') ?? '';
  await expect(page.getByRole('status').filter({ hasText: nummer })).toBeVisible();
  return nummer;
}
