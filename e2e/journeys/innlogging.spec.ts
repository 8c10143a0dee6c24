import { erInnlogget, loggInnSom } from '../actions/logg-inn.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test('one click on a role of the demo leads to that role’s home', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/logg-inn$/);
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Politiker' }).click();
  await expect(page).toHaveURL(/\/rapporter$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/er den nyeste$|^Ingen rapport er publisert$/);
  await forventTilgjengelig(page);
});

test('the page one asked for comes after login, and a strange address does not', async ({ page }) => {
  await page.goto('/rapporter?a=1');
  await expect(page).toHaveURL(/logg-inn\?til=%2Frapporter%3Fa%3D1$/);
  await page.getByRole('button', { name: 'Politiker' }).click();
  await expect(page).toHaveURL(/\/rapporter\?a=1$/);
  await page.context().clearCookies();
  await page.goto('/logg-inn?til=//ond.example/rapporter');
  await page.getByRole('button', { name: 'Politiker' }).click();
  await expect(page).toHaveURL(/\/rapporter$/);
});

test('logging out ends the session itself, not only the cookie', async ({ page, context, loggInn }) => {
  await loggInn('politiker');
  await page.goto('/rapporter');
  const kopi = await context.cookies();
  await page.locator('.kontomeny summary').click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Du er logget ut.' })).toBeVisible();
  await context.clearCookies();
  await context.addCookies(kopi);
  expect(await erInnlogget(context)).toBe(false);
});

test('one who works in two kommuner chooses, and can switch', async ({ page, context, loggInn }) => {
  await loggInn('fjordomsorg-utforerleder');
  await page.goto('/bytt');
  await forventTilgjengelig(page);
  const for_ = (await context.cookies()).find(({ name }) => name.endsWith('stykkpris.okt'));
  await page.getByRole('button', { name: /^Sørvik · Utførerleder/ }).click();
  await expect(page).toHaveURL(/\/uken$/);
  const etter = (await context.cookies()).find(({ name }) => name.endsWith('stykkpris.okt'));
  expect(etter?.value).not.toBe(for_?.value);
  // The old session is ended by the switch.
  await context.addCookies([for_].filter((cookie) => cookie !== undefined));
  expect(await erInnlogget(context)).toBe(false);
});

test('both written forms, at the same address', async ({ page }) => {
  await page.goto('/logg-inn');
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page.getByText('Berre i demomodus.')).toBeVisible();
  await expect(page).toHaveURL(/\/logg-inn$/);
  await forventTilgjengelig(page);
});

test('the demo’s door takes no one who is not in the demo', async ({ request }) => {
  await expect(loggInnSom(request, 'sorvik-finnes-ikke')).rejects.toThrow();
});

test('the page for a database that is away goes on by itself when it is back', async ({ page, loggInn }) => {
  await loggInn('politiker');
  await page.route('**/api/helse/klar', (rute) => rute.fulfill({ status: 503 }));
  await page.goto('/driftsstans?til=%2Frapporter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi får ikke kontakt med databasen');
  await forventTilgjengelig(page);
  await page.unroute('**/api/helse/klar');
  await page.route('**/api/helse/klar', (rute) => rute.fulfill({ status: 200 }));
  await expect(page).toHaveURL(/\/rapporter$/);
});
