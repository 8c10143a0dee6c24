import { AR } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('rådmannens hjem', () => {
  test('says where the year ends, what is over its frame, and where to look', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    await expect(page.getByRole('heading', { name: 'Hva nå?' })).toBeVisible();
    await expect(page.getByText(new RegExp(`${AR} ligger an til`)).first()).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'Se hva som ligger bak avviket' }).click();
    await expect(page).toHaveURL(/\/avvik\?maned=\d{4}-\d\d/);
    await expect(page.getByRole('heading', { name: 'Hva ligger bak hver søyle' })).toBeVisible();
  });

  test('the municipality sets from which overrun it is warned', async ({ page, loggInn }, info) => {
    await loggInn(info.project.name.includes('mobil') ? 'fjellvik-controller' : 'controller');
    await page.goto('/oversikt');
    await page.locator('summary', { hasText: 'Varsles fra' }).click();
    const felt = page.getByLabel('Varsle fra');
    await felt.fill('60');
    await page.getByRole('button', { name: 'Lagre grensen' }).click();
    await expect(page.getByText('Skriv et tall fra 0 til 50.').first()).toBeVisible();
    await felt.fill('50');
    await page.getByRole('button', { name: 'Lagre grensen' }).click();
    await expect(page.getByText('Ingenting er 50,0 % eller mer over rammen.')).toBeVisible();
    await felt.fill('1');
    await page.getByRole('button', { name: 'Lagre grensen' }).click();
    await expect(page.locator('summary', { hasText: 'Varsles fra 1,0 %' })).toBeVisible();
  });
});
