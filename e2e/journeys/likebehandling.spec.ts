import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test('bestillerlederen ser spredningen i timer etter behov, og ingen små grupper', async ({ page, loggInn }) => {
  await loggInn('bestillerleder');
  await page.goto('/likebehandling');
  const timer = page.getByRole('region', { name: 'Timer i uken', exact: true });
  await expect(timer.getByRole('row', { name: /omfattende/ })).toBeVisible();
  await forventTilgjengelig(page);
  await page.getByRole('link', { name: 'Alder', exact: true }).click();
  await expect(page).toHaveURL(/etter=alder/);
  await expect(timer.getByRole('row', { name: /80–89 år/ })).toBeVisible();
  await page.locator('select[name=tjeneste]').selectOption('PRAKTISK_BISTAND');
  await page.getByRole('button', { name: /Filtrer/ }).click();
  await expect(page).toHaveURL(/tjeneste=PRAKTISK_BISTAND/);
  await expect(page).toHaveURL(/etter=alder/);
  await forventTilgjengelig(page);
});
