import { AR, dagI } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('budsjettet', () => {
  // Each screen size has its own kommune, so that the two never meet in one draft.
  test('is drafted, written in with the keyboard, proposed and decided by another person', async ({ page, loggInn }, info) => {
    const kommune = info.project.name.includes('mobil') ? 'fjellvik' : 'sorvik';
    await loggInn(`${kommune}-controller`);
    await page.goto(`/budsjett/ny?ar=${AR + 1}`);
    if (!page.url().includes('/utkast/')) {
      await page.getByLabel('Siste tolv måneders leveranse', { exact: true }).check();
      await page.getByLabel('Prisvekst').fill('3,5');
      await page.getByLabel('Begrunnelse').fill('Budsjettet for neste år.');
      await forventTilgjengelig(page);
      await page.getByRole('button', { name: 'Lag utkastet' }).click();
    }
    await page.waitForURL(/\/budsjett\/utkast\/\d+/);
    const grid = page.getByRole('table', { name: 'Volum' });
    const celler = grid.getByRole('textbox');
    await celler.nth(0).fill('1 234,5');
    await celler.nth(0).press('ControlOrMeta+Enter');
    await expect(celler.nth(11)).toHaveValue('1 234,5');
    await celler.nth(0).press('ArrowDown');
    await expect(celler.nth(12)).toBeFocused();
    await celler.nth(12).fill('mye');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await expect(page.getByText('«mye» i måned 1 er ikke et tall.')).toBeVisible();
    await celler.nth(12).fill('10');
    // What is typed is neither left nor sent past.
    await page.getByRole('link', { name: 'Pris, kr' }).click();
    await expect(page.getByText('Endringene i tabellen er ikke lagret.')).toBeVisible();
    await page.getByLabel('Saksnummer').fill('2026/412');
    await page.getByLabel('Vedtatt dato').fill(dagI(AR, 12, 15));
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(celler.nth(12)).toHaveValue('10');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await expect(celler.nth(0)).toHaveValue('1234,5');
    await forventTilgjengelig(page);
    await page.getByLabel('Saksnummer').fill('2026/412');
    await page.getByLabel('Vedtatt dato').fill(dagI(AR, 12, 15));
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/venter på godkjenning/);
    await expect(page.getByRole('button', { name: 'Godkjenn og ta i bruk' })).toHaveCount(0);
    const utkast = page.url();

    await loggInn(`${kommune}-radmann`);
    await page.goto(utkast);
    await page.getByRole('button', { name: 'Godkjenn og ta i bruk' }).click();
    await page.waitForURL(/\/budsjett$/);
    await page.goto(`/budsjett?ar=${AR + 1}`);
    await expect(page.getByRole('table', { name: 'Versjonene' }).getByText('2026/412').first()).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('in nynorsk, and not for who has no part in it', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('bestillerleder');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto(`/budsjett?ar=${AR}`);
    await expect(page.getByRole('heading', { name: 'Versjonane' })).toBeVisible();
    await loggInn('utforerleder');
    await page.goto('/budsjett');
    await expect(page.getByRole('heading', { name: 'Versjonane' })).toHaveCount(0);
  });
});
