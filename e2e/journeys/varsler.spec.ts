import { expect, forventTilgjengelig, test } from '../fixtures.ts';

// One account a project: a choice is the account's own.
const hvem = (prosjekt: string) => (prosjekt === 'desktop' ? ('sorvik-radmann' as const) : ('fjellvik-radmann' as const));

test('the rådmann chooses mail on Mondays, is told of a wrong address, and turns it off again', async ({ page, loggInn }, info) => {
  await loggInn(hvem(info.project.name));
  await page.goto('/oversikt');
  await page.getByText(/^Varsles fra .* over rammen$/).click();
  await page.getByRole('link', { name: 'Få varslene på e-post' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Du får (ikke )?varsler på e-post/);
  await forventTilgjengelig(page);
  await page.getByLabel('Hver mandag').check();
  await page.getByLabel('E-postadresse').fill('ikke en adresse');
  await page.getByRole('button', { name: 'Lagre valget' }).click();
  await expect(page.getByText('Skriv en e-postadresse').first()).toBeVisible();
  await page.getByLabel('E-postadresse').fill('radmann@example.com');
  await page.getByRole('button', { name: 'Lagre valget' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du får varsler på e-post hver mandag');
  await expect(page.getByText(/E-post er ikke satt opp her/)).toBeVisible();
  await page.getByLabel('Aldri').check();
  await page.getByRole('button', { name: 'Lagre valget' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du får ikke varsler på e-post');
});

test('one who follows no budget has no such page', async ({ page, loggInn }) => {
  await loggInn('saksbehandler');
  expect((await page.goto('/varsler'))?.status()).toBe(404);
});
